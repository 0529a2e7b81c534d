"""Find the date a report prints of itself, when nobody gave one."""

from __future__ import annotations

import re
from datetime import date

_MONTHS = "january february march april may june july august september october november december".split()
_MONTH = r"(?P<month>jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?"
_LONG = re.compile(rf"\b{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>(?:19|20)\d\d)\b", re.IGNORECASE)
_DAY_FIRST = re.compile(
    rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+{_MONTH},?\s+(?P<year>(?:19|20)\d\d)\b", re.IGNORECASE
)
_ISO = re.compile(r"\b(?P<year>(?:19|20)\d\d)-(?P<m>\d\d)-(?P<day>\d\d)\b")
_HEAD = re.compile(
    r"^\W*(?:(?:published|posted|updated|last updated|issued|date)\b[:\s]*)?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s*)?",
    re.IGNORECASE,
)


def find_publication(text: str, lines: int = 6, limit: int = 90) -> date | None:
    """Find a full date standing on a short line of its own, or opening a dateline, in the first ``lines`` lines."""
    for line in [x.strip() for x in text.splitlines() if x.strip()][:lines]:
        head = _HEAD.sub("", line[:limit], count=1)
        for pattern in (_LONG, _DAY_FIRST, _ISO):
            match = pattern.search(head)
            if match and (match.start() == 0 or _opens_dateline(head, match)):
                found = _to_date(match)
                if found:
                    return found
    return None


def _opens_dateline(head: str, match: re.Match[str]) -> bool:
    """Tell whether a place in capitals stands before the date and a dash or a bracket right after it."""
    place = head[: match.start()].strip(" ,(")
    after = head[match.end() :].lstrip()
    return (
        bool(place)
        and place.split(",")[0].split("(")[0].strip().isupper()
        and after[:1] in {"-", "–", "—", "(", ")", ":", "/"}
    )


def _to_date(match: re.Match[str]) -> date | None:
    groups = match.groupdict()
    if groups.get("m"):
        month = int(groups["m"])
    else:
        month = next(i for i, name in enumerate(_MONTHS, 1) if name.startswith(groups["month"].lower()[:3]))
    try:
        return date(int(groups["year"]), month, int(groups["day"]))
    except ValueError:
        return None
