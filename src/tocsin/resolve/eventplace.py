"""Choose, among the places a report names, the one where an attack took place.

Each name is weighed by where it stands: inside the attack's own stretch of text, near its trigger, after "in", "at" or
"on", in the lead; against it count what names other things: a speaker's home, a country that acts, a dateline,
demonyms, places people come from or go to. Of a chain ("Fafi, Garissa, Kenya") the first stands for all.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from tocsin.model.document import Document, Sentence
from tocsin.model.kinds.where import Where
from tocsin.model.span import Span, Stretches
from tocsin.model.statement import Mention
from tocsin.resolve.wording import PlaceWording

_RANK = {
    "site": 5.0,
    "town": 4.0,
    "near": 4.0,
    "district": 3.0,
    "province": 2.0,
    "area": 2.0,
    "country": 0.0,
    "unknown": 3.0,
}
_IN = re.compile(
    r"\b(?:in|at|on|near|outside|inside|across|within|around|into|targeting|hit|hits|struck|of|off|over|between|against|throughout|along)\s+(?:the\s+|an?\s+)?(?:[\w-]+\s+){0,4}?(?:city of\s+|town of\s+|village of\s+|port of\s+|neighbou?rhood of\s+)?$",
    re.IGNORECASE,
)
_FROM = re.compile(
    r"\b(?:from|to|toward|towards|visit(?:ed|s)?(?: to)?|return(?:ed|s)? to|fled to|left for|taken to|hospitals? in|flown to|based in|headquartered in|embassy in|ambassador to|talks in|meeting in|born in|border with|native of|than in|living in)\s+(?:the\s+)?(?:\w+\s+)?$",
    re.IGNORECASE,
)
_FIRED_FROM = re.compile(
    r"\b(?:fired|launched|sent|shot|came|come|originat\w+)\s+from\s+(?:\w+\s+){0,2}$", re.IGNORECASE
)
_SAYS_AFTER = re.compile(
    r"^(?:['’]s)?\s+(?:\w+\s+){0,2}?(?:said|says|told|announced|claimed?s?|accused?s?|blamed?s?|denied|denies|condemn\w*|launch\w*|attack(?:s|ed)\b|intercept\w*|has\b|have\b|vow\w*|warn\w*|threaten\w*|carr(?:y|ies|ied)|fires?\b|fired|strikes\b|kills?\b|captures?\b|confirms?|agree\w*|rejects?|closes?|and\s+[A-Z]\w+\s+(?:agree|reach|exchange|continue))",
    re.IGNORECASE,
)
_OFFICER_BEFORE = re.compile(
    r"\b(?:officials?|authorities|spokes\w+|ministry|minister|government|president|police|correspondent|reporter|ambassador|people|court|media)\s+(?:of|in|for|from)\s+(?:the\s+)?$",
    re.IGNORECASE,
)


_ATTACK_AFTER = re.compile(
    r"^[,.]|^$|^\s*\n|^\s+(?:\w+\s+){0,2}?(?:attack|strike|bombing|shooting|massacre|blast|clash)", re.IGNORECASE
)
_LOCATES = re.compile(
    r",?\s*(?:(?:a|an|the)\s+(?:[\w-]+\s+){1,5}?)?(?:some |about |around |roughly |just )?(?:\d+\s*(?:km|kilomet\w+|miles)\s*(?:\([^)]*\)\s*)?)?(?:to the\s+)?"
    r"(?:(?:north|south|east|west)[\w-]*(?:\s+of)?|outside|near|close to|on the outskirts of|in the desert west of)\s*(?:the\s+)?(?:city of\s+|town of\s+|capital\s+)?",
    re.IGNORECASE,
)


_SITE_KINDS = frozenset({"hospital", "prison", "religious", "school", "market", "building"})


def _is_part_of(part: Candidate, whole: Candidate) -> bool:
    """Tell whether the text ties a district to the town that it is part of."""
    return part.level == "district" and whole.level == "town" and part.wording.container == whole.wording.text


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place name of a report with its value (None where no gazetteer knows it) and its sentence."""

    wording: PlaceWording
    value: Where | None
    sentence: Sentence

    @property
    def level(self) -> str:
        """Give how narrow the place is, ``unknown`` for a name no gazetteer knows."""
        if self.value and self.value.level == "country" and self.wording.container and not self.wording.modifier:
            return "unknown"  # a name no gazetteer knows, tied to its country only
        if self.wording.head in _SITE_KINDS and not self.wording.modifier:
            return "site"  # known only by the area in its name, as *Mindanao State University*
        return (self.value.level or self.value.precision) if self.value else "unknown"


def choose_event_places(
    document: Document, mention: Mention, candidates: list[Candidate], targets: list[Span], limit: int = 6
) -> list[Candidate]:
    """Choose the event places of a mention, the likeliest first, then the others it names beside that one."""
    named = _places_told(document, mention, candidates)
    if named:
        return named[:limit]
    told = Stretches(mention.regions)
    begin, end = told.first, told.last
    near = [c for c in candidates if begin <= c.wording.start < end and told.cover(c.wording.start)]
    own = [c for c in near if not is_aside(document, c)]
    scored = sorted(
        ((_weigh(document, mention, c, targets), -c.wording.start, c) for c in own), key=lambda x: x[:2], reverse=True
    )
    scored = [item for item in scored if item[0] > 0.0]
    if not scored:
        return _fall_back(mention, near)
    first = scored[0][2]
    if first.level == "country" and len(document.text) > _LONG:
        narrower = [
            c
            for _, _, c in scored
            if _RANK.get(c.level, 0.0) >= 2.0 and c.sentence is not first.sentence and _VIOLENT.search(c.sentence.text)
        ]
        first = next((c for c in narrower if _same_country(c, first)), first)
    if first.sentence.part == "title":
        first = _narrower_in_text(first, [c for _, _, c in scored])
    best = _first_of_chain(document, first, own)
    chosen = [best]
    for candidate in _coordinated(document, best, own):
        if len(chosen) < limit and candidate not in chosen:
            chosen.append(candidate)
    return chosen


def _places_told(document: Document, mention: Mention, candidates: list[Candidate]) -> list[Candidate]:
    """Give the names at the words that a reader took for the event place; words no gazetteer knows stand as they are."""
    chosen: list[Candidate] = []
    for start, end in mention.places or ():
        over = [c for c in candidates if c.wording.start < end and start < c.wording.end]
        best = max(over, key=lambda c: min(c.wording.end, end) - max(c.wording.start, start), default=None)
        sentence = document.sentence_at(start)
        if best is None and sentence is not None:
            best = Candidate(PlaceWording(document.text[start:end], start, end), None, sentence)
        if best is not None and best not in chosen:
            chosen.append(best)
    return chosen


_VIOLENT = re.compile(
    r"\b(?:attack|strike|struck|bomb|explo|blast|shoot|shot|gunm|fire[ds]?\b|kill|clash|raid|ambush|hit\b|rocket|missile|mine\b|drone)",
    re.IGNORECASE,
)
_LONG = 900
"""A text of more characters than this names its place somewhere; in a shorter one the country may be all there is."""


def _narrower_in_text(wide: Candidate, others: list[Candidate]) -> Candidate:
    """Step from a title's place to a narrower one of the opening sentences in the same country."""
    for c in others:
        near = c.sentence is not wide.sentence and c.sentence.index <= wide.sentence.index + 3
        if (
            near
            and _RANK.get(c.level, 0.0) > _RANK.get(wide.level, 0.0)
            and (_same_country(c, wide) or c.value is None)
        ):
            return c
    return wide


def _same_country(a: Candidate, b: Candidate) -> bool:
    return a.value is not None and b.value is not None and a.value.country == b.value.country


def is_aside(document: Document, c: Candidate) -> bool:
    """Tell whether a name cannot be an event place: a country's adjective, a dateline, a credit, a caption."""
    if c.wording.modifier and c.level in {"country", "unknown"}:
        return True
    part = c.sentence.part
    return part in {"credit", "noise", "caption", "head"} or _in_dateline(document, c)


def _in_dateline(document: Document, c: Candidate) -> bool:
    if c.sentence.part not in {"lead", "body"}:
        return False
    begin = c.sentence.span.start
    head = document.text[begin : begin + 70]
    match = re.match(
        r"(?:[A-Z][A-Z'’./ -]{2,40}|[A-Z][\w'’. -]{2,25}:)(?:,\s*[A-Z][\w .]+?)?(?:,? (?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]+)(?:, \d{4})?)?\s*(?:\([^)]*\)\s*)?(?:[-–—:]|\|)",
        head,
    )
    return match is not None and c.wording.start < begin + match.end()


def _weigh(document: Document, mention: Mention, c: Candidate, targets: list[Span]) -> float:
    return sum(points for _, points in weigh_event_place(document, mention, c, targets))


def weigh_event_place(
    document: Document, mention: Mention, c: Candidate, targets: list[Span]
) -> list[tuple[str, float]]:
    """List what speaks for and against a name being the place of an attack, each reason with its points."""
    text = document.text
    start, end = c.wording.start, c.wording.end
    before, after = text[max(0, start - 60) : start], text[end : end + 60]
    before = before.rsplit("\n", 1)[-1]
    led = _IN.search(before) is not None
    told = [(f"how narrow: {c.level}", _RANK.get(c.level, 2.0) * 0.7)]
    told += _weigh_position(mention, c)
    if led:
        told.append(("after a word such as in, at or on", 1.5))
    if c.wording.distance_km is not None:
        told.append(("a distance is given", 1.2))
    if any(t.start <= start < t.end for t in targets):
        told.append(("in the words for what was hit", 0.8))
    if _FIRED_FROM.search(before) or _FROM.search(before):
        told.append(("where something comes from or goes to", -6.0 if c.level == "country" else -3.5))
    if _OFFICER_BEFORE.search(before):
        told.append(("whose officials speak", -4.0))
    says = _SAYS_AFTER.match(after) is not None
    if c.level == "country" and not led:
        points = -3.0 if says or not before.strip() else -1.2 if _ATTACK_AFTER.match(after) else -4.0
        told.append(("a country that is not after in, at or on", points))
    elif says and not led:
        told.append(("says or does something", -2.5))
    if c.wording.modifier:
        told.append(("only says whose something is", -1.5))
    if c.value is None:
        told.append(("in no table", -0.4))
    return told


def _weigh_position(mention: Mention, c: Candidate) -> list[tuple[str, float]]:
    """Weigh how near a name stands to the words for the attack, and in which part of the report."""
    same = c.sentence.index == mention.sentence
    opening = mention.role == "main" and c.sentence.part in {"title", "lead"}
    if same:
        told = [("in the sentence of the attack", 4.0)]
    elif opening:
        told = [("in the opening", 3.4)]
    else:
        told = [("sentences away", max(0.0, 2.2 - 0.3 * abs(c.sentence.index - mention.sentence)))]
    part = {"title": -0.2, "lead": 0.8, "list": 0.5}.get(c.sentence.part)
    if part is not None:
        told.append((f"in the {c.sentence.part}", part))
    if same:
        start, anchor = c.wording.start, mention.anchor
        away = min(abs(start - anchor.end), abs(anchor.start - c.wording.end), 200)
        told.append((f"{away} characters from \u201c{anchor.text}\u201d", 1.6 - away / 125))
        if start >= anchor.end:
            told.append(("after it", 0.5))
    return told


def _stands_before(document: Document, c: Candidate, current: Candidate) -> bool:
    """Tell whether only a comma or a preposition parts a name from the next: "X, Y", "X in the Y"."""
    between = document.text[c.wording.end : current.wording.start]
    return (
        re.fullmatch(r",?\s*(?:in\s+(?:the\s+)?|of\s+(?:the\s+)?|,\s*)?(?:\w+\s+)?", between) is not None
        and re.search(r", | in ", between) is not None
    )


def _first_of_chain(document: Document, best: Candidate, own: list[Candidate]) -> Candidate:
    """Go to the narrowest name of "X, Y, Z": the one that stands first."""
    current = best
    inner = next(
        (
            c
            for c in own
            if re.fullmatch(r"['’]s?\s+(?:[\w-]+\s+){0,2}", document.text[current.wording.end : c.wording.start])
            and (_RANK.get(c.level, 3.0) >= _RANK.get(current.level, 0.0) or _is_part_of(c, current))
        ),
        None,
    )
    if inner is not None:
        current = inner
    if current.wording.near or current.wording.bearing is not None:
        located = next(
            (
                c
                for c in reversed(own)
                if c.sentence is current.sentence
                and 0 <= current.wording.start - c.wording.end < 70
                and c.level != "country"
                and not c.wording.modifier
                and _LOCATES.fullmatch(document.text[c.wording.end : current.wording.start])
            ),
            None,
        )
        current = located or current
    while True:
        previous = next(
            (
                c
                for c in own
                if c.wording.end <= current.wording.start
                and (_stands_before(document, c, current) or _is_part_of(c, current))
                and (_RANK.get(c.level, 3.0) >= _RANK.get(current.level, 0.0) or _is_part_of(c, current))
                and c.level != "country"
                and not c.wording.modifier
            ),
            None,
        )
        if previous is None:
            return current
        current = previous


def _coordinated(document: Document, best: Candidate, own: list[Candidate]) -> list[Candidate]:
    """Find the places joined to the chosen one: "Rann and Gamboru", "Dhasaq, Qurac and Damdamle".

    A comma alone joins only inside a list that an "and" closes; else it leads to the container.
    """
    found: list[Candidate] = []
    waiting: list[Candidate] = []
    current = best
    for c in own:
        if c.wording.start <= current.wording.end or c.sentence is not best.sentence or c.level == "country":
            continue
        gap = document.text[current.wording.end : c.wording.start]
        narrow = _RANK.get(c.level, 3.0) >= _RANK.get(best.level, 3.0) - 1.0
        if re.fullmatch(r"\s*,?\s*(?:and|as well as)(?:\s+(?:in|at|near|the))*\s+", gap) and narrow:
            found += [*waiting, c]
            waiting = []
        elif re.fullmatch(r"\s*,\s*(?:the\s+)?", gap) and _RANK.get(c.level, 3.0) == _RANK.get(best.level, 3.0):
            waiting.append(c)
        else:
            break
        current = c
    return found


def _fall_back(mention: Mention, candidates: list[Candidate]) -> list[Candidate]:
    """Take the dateline's place or a country modifier only for the main attack, and only where nothing else is named."""
    if mention.role != "main":
        return []
    countries = [
        c
        for c in candidates
        if c.sentence.index <= mention.sentence + 1
        and not c.wording.modifier
        and c.level != "country"
        and mention.owns(c.wording.start)
    ]
    return countries[:1]
