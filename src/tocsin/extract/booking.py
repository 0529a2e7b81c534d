"""Book a stance: whose voice it is in, which attack it is about, and which of several rows say the same."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tocsin.extract.responsibility import FoundStance, is_official
from tocsin.model.document import Attribution, Document, Speaker
from tocsin.model.kinds.responsibility import Actor, Responsibility, Scope, Stance
from tocsin.model.span import Span

_THIS = re.compile(
    r"\b(?:the|this|that|\w+day['’]s|the latest)\s+(?:\w+\s+){0,2}(?:attack|strike|bombing|incident|raid|assault|blast|shooting)\b",
    re.IGNORECASE,
)
_PLAIN_SAYING = frozenset(
    "said says say saying told stated states announced announces confirmed confirms reported reports report alleged alleges "
    "allege claimed claims claim wrote tweeted accused accuses blamed blames believes believe identified".split()
)


@dataclass(frozen=True, slots=True)
class Booked:
    """A stance with its speaker, as half-open offsets in the report."""

    start: int
    end: int
    value: Responsibility
    speaker: Speaker | None
    actor_span: tuple[int, int] | None


def book_stance(document: Document, base: int, stance: FoundStance, *, aside: bool) -> Booked:
    """Give a stance its speaker and scope.

    An actor who claims, admits or denies speaks for itself. What somebody says in words of their own about another
    actor is an accusation; "according to" only credits the figure, so the outlet's statement of fact stays one.
    """
    actor = stance.actor
    start, end = base + stance.start, base + stance.end
    span = (base + actor.start, base + actor.end) if actor else None
    kind: Stance = stance.stance
    speaker: Speaker | None = None
    item = _attribution(document, *(span or (start, end)))
    if stance.actor_speaks and actor and span:
        speaker = _actor_as_speaker(actor.text, actor.kind, span, document)
        person = _person_at_cue(document, start, end)
        if kind == "denies" and item is not None and item.cue.start > span[1]:
            speaker = item.speaker  # "X had nothing to do with it, an adviser said"
        elif person is not None and not _same_party(person.name, actor.text):
            speaker = person  # "A. B., spokesman of X, claimed"
    elif kind in {"accused", "not_blamed", "denies"}:
        speaker = _cue_speaker(document, start, end) or (item.speaker if item else None)
    elif kind == "suspected":
        speaker = item.speaker if item else None
    elif kind == "stated_as_fact" and item is not None and item.cue.text.lower() in _PLAIN_SAYING and actor:
        trailing = span is not None and item.cue.start > span[1]
        kind, speaker = ("stated_as_fact", None) if trailing else _say_in_own_words(item, actor.text)
    if speaker is not None and actor is not None and not stance.actor_speaks and kind == "accused":
        speaker = None if _same_party(speaker.name, actor.text) else speaker
    value = Responsibility(
        Actor(actor.text, actor.text, None, "unknown" if actor.kind == "person" else actor.kind) if actor else None,
        kind,
        _scope(stance, document.text[start:end], aside=aside),
        is_official(speaker.kind) if speaker else None,
    )
    return Booked(start, end, value, speaker, span)


def drop_repeats(rows: list[Booked]) -> list[Booked]:
    """Keep one row of those with one actor, stance and scope; a plain statement yields to any stance on that actor."""
    kept: list[Booked] = []
    told: set[object] = set()
    for row in rows:
        key, speaker = _key(row), _speaker_key(row)
        said, of_actor = ("said", key, speaker), ("actor", key[0], row.value.scope)
        if said in told or (key in told and row.speaker is None):
            continue
        if row.value.stance == "stated_as_fact" and of_actor in told:
            continue
        kept.append(row)
        told |= {key, said, of_actor}
    return kept


def _key(row: Booked) -> tuple[str | None, Stance, Scope]:
    actor = row.value.actor.text.lower().removeprefix("the ") if row.value.actor else None
    return actor, row.value.stance, row.value.scope


def _speaker_key(row: Booked) -> str | None:
    return row.speaker.name.lower() if row.speaker else None


def _scope(stance: FoundStance, words: str, *, aside: bool) -> Scope:
    if aside and stance.scope == "this_attack" and not _THIS.search(words):
        return "earlier_attacks"
    return stance.scope


def _attribution(document: Document, start: int, end: int) -> Attribution | None:
    """Find the narrowest attribution whose content covers a stretch."""
    best: Attribution | None = None
    for item in document.attributions:
        covers = item.content.start <= start and end <= item.content.end
        if covers and (best is None or len(item.content.text) < len(best.content.text)):
            best = item
    return best


def _actor_as_speaker(text: str, kind: str, span: tuple[int, int], document: Document) -> Speaker:
    voice = "military" if kind in {"state forces", "external forces"} else "group"
    return Speaker(text, voice, named=True, span=Span(*span, document.text[span[0] : span[1]]))  # type: ignore[arg-type]


def _say_in_own_words(item: Attribution, actor: str) -> tuple[Stance, Speaker | None]:
    """Turn "X says Y did it" into an accusation by X, and "X says X did it" into a claim by X."""
    if _same_party(item.speaker.name, actor) and item.speaker.kind in {"military", "group", "police", "official"}:
        return "claims", item.speaker
    if item.speaker.kind in {"media", "eyewitness", "medical"} or (
        item.speaker.kind == "anonymous" and not item.speaker.span
    ):
        return "stated_as_fact", None
    return "accused", item.speaker


def _same_party(speaker: str, actor: str) -> bool:
    """Tell whether speaker and actor are one side: they share a proper name."""
    if speaker.lower() in actor.lower() or actor.lower() in speaker.lower():
        return True
    if re.search(
        r"\b(?:monitor|observatory|group|watch|rights|agency|media|television|ministry of health|health ministry)\b",
        speaker,
        re.IGNORECASE,
    ):
        return False
    a = {w.lower().rstrip("s") for w in re.findall(r"[A-Z][\w’'-]+", speaker)}
    b = {w.lower().rstrip("s") for w in re.findall(r"[A-Z][\w’'-]+", actor)}
    return bool(a & b)


def _person_at_cue(document: Document, start: int, end: int) -> Speaker | None:
    """Find the person, named in full, whose claiming or denying verb stands inside a stretch."""
    for item in document.attributions:
        if start <= item.cue.start < end and re.fullmatch(
            r"(?:[A-Z][\w’'-]+\s+|al[- ]){1,4}[A-Z][\w’'-]+", item.speaker.name
        ):
            return item.speaker if item.speaker.kind != "group" and item.speaker.span else None
    return None


def _cue_speaker(document: Document, start: int, end: int) -> Speaker | None:
    """Find whose accusing or silent verb stands inside a stretch."""
    for item in document.attributions:
        if start - 2 <= item.cue.start < end and item.cue.text.lower()[:4] in {
            "blam",
            "accu",
            "said",
            "says",
            "deni",
            "say",
        }:
            return item.speaker
    return None
