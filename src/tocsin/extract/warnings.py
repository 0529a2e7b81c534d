"""Point at what is odd in a report: no anchor for its dates, and sentences that contradict themselves."""

from __future__ import annotations

import re

from tocsin.extract.base import Names
from tocsin.model.document import Document
from tocsin.model.reading import ReportWarning

_NEIGHBOUR = re.compile(
    r"\b(?P<whose>[A-Z][\w. ]{1,30}?)['’]s?\s+(?P<rel>neighbou?r|ally|rival|enemy|capital|border)\b"
)
_SUBJECT = re.compile(r"^[\"“'(]*(?P<name>[A-Z][\w.]+(?: [A-Z][\w.]+)?)\s*,\s*(?P<aside>[^.;]{3,90})")


def find_oddities(document: Document, names: Names) -> tuple[ReportWarning, ...]:
    """List the warnings of a report in text order."""
    found: list[ReportWarning] = []
    if document.report.published is None:
        found.append(
            ReportWarning(
                "date-unanchored",
                "no publication date was given or found: words such as Friday cannot be tied to the calendar",
            )
        )
    for sentence in document.sentences:
        odd = _own_neighbour(sentence.text, names)
        if odd:
            found.append(ReportWarning("self-contradiction", odd, sentence.span))
    return tuple(found)


def _own_neighbour(text: str, names: Names) -> str | None:
    """Find a country called its own neighbour, ally or rival: "X, … and X's neighbour": one of the names is a slip."""
    subject = _SUBJECT.match(text)
    if subject is None:
        return None
    code = names.country_of(subject["name"])
    if code is None:
        return None
    for match in _NEIGHBOUR.finditer(subject["aside"]):
        if names.country_of(match["whose"].split()[-1]) == code:
            return f"{subject['name']} is called {subject['name']}’s own {match['rel']}: one of the two names is probably a slip"
    return None
