"""Put one reading together: mentions, then every particular as a statement that points at its words."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from datetime import date

from tocsin.extract.base import Names
from tocsin.extract.booking import Booked, book_stance, drop_repeats
from tocsin.extract.casualties import FoundToll, find_casualties
from tocsin.extract.dating import choose_when
from tocsin.extract.episodes import Dated, Episode, find_episodes, read_dates
from tocsin.extract.relevance import weigh_relevance
from tocsin.extract.responsibility import find_stances
from tocsin.extract.targets import find_damage, find_targets
from tocsin.extract.totals import tie_parts
from tocsin.extract.triggers import find_triggers
from tocsin.extract.typing import decide_type
from tocsin.extract.warnings import find_oddities
from tocsin.extract.weapons import find_munitions, find_weapons
from tocsin.model.document import Document, Sentence
from tocsin.model.kinds.casualties import NoCasualties, Toll
from tocsin.model.kinds.figure import Figure
from tocsin.model.kinds.responsibility import Responsibility
from tocsin.model.kinds.weapon import Weapon
from tocsin.model.kinds.when import When
from tocsin.model.reading import Reading
from tocsin.model.span import Span, cut
from tocsin.model.statement import Mention, Statement, make_mention, make_statement

RULES = "rules.v1"
"""Maker of the statements that the rule-and-lexicon reader finds."""

_TOLD = frozenset({"title", "lead", "body", "list"})
_DEADLY = re.compile(r"\b(?:kill\w*|dead|died|dies|deaths?|fatal\w*|murder\w*|homicide)\b", re.IGNORECASE)
_TITLE_STANCE = re.compile(r"claim|blam|den(?:y|ies)|accus", re.IGNORECASE)
_NONE_HURT = re.compile(
    r"\b(?:no(?: \w+)? (?:casualties|injuries)(?: or (?:casualties|injuries|deaths|damage))?(?: (?:were|was|are|have been|has been) (?:\w+ )?reported| reported)?|no one (?:was|were|is) (?:killed or )?(?:hurt|injured|wounded|harmed)|"
    r"nobody (?:was|is) (?:killed or )?(?:hurt|injured|harmed)|without (?:causing )?(?:any )?(?:casualties|injuries)|(?:reports?|reported|caused|produced) no (?:casualties|injuries)|there (?:were|are|was) no (?:\w+ )?(?:casualties|injuries)|"
    r"did not cause (?:any )?(?:casualties|injuries)|no (?:deaths|fatalities) or injuries)\b",
    re.IGNORECASE,
)
_NOT_SAID = re.compile(
    r"\b(?:no (?:immediate |initial |early )?(?:reports?|word|details|information)|not (?:clear|known)|unclear)\b",
    re.IGNORECASE,
)
_NO_DEATHS = re.compile(
    r"\b(?:no (?:deaths|fatalities)|no one (?:was|died|were) ?(?:killed)?|without loss of life|nobody (?:was killed|died))\b",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Build:
    """One mention under construction."""

    mention: Mention
    episode: Episode
    statements: list[Statement]


def read_by_rules(document: Document, names: Names, *, maker: str) -> Reading:
    """Read the attacks out of a document by rules and lexicon alone.

    Args:
        document: a report with its structure read.
        names: knows the names of countries and demonyms.
        maker: name and version of the pipeline, kept on the reading.
    """
    dates = read_dates(document)
    episodes = find_episodes(document, dates)
    relevance = weigh_relevance(document, episodes)
    warnings = find_oddities(document, names)
    if relevance < 0.5:
        return Reading(document, False, relevance, (), (), warnings, maker)
    builds = [make_build(document, e, episodes) for e in episodes]
    for build in builds:
        add_particulars(document, build, names)
        build.statements[:] = tie_parts(document, build.statements)
    _hand_down_actor(builds)
    main_day = None
    for build in builds:
        when = add_time(document, build, dates, main_day)
        if build.episode.role == "main" and when is not None:
            main_day = when.start
    return Reading(
        document,
        True,
        relevance,
        tuple(b.mention for b in builds),
        tuple(s for b in builds for s in b.statements),
        warnings,
        maker,
    )


def _hand_down_actor(builds: list[Build]) -> None:
    """Give the lines of a list of strikes the one actor that the report states for the whole of it."""
    heading = next((b for b in builds if b.episode.role == "main"), None)
    told = [
        s
        for s in (heading.statements if heading else [])
        if isinstance(s.value, Responsibility) and s.value.stance == "stated_as_fact" and s.value.actor
    ]
    if len(told) != 1 or not told[0].span:
        return
    for build in builds:
        if build.episode.listed and not any(isinstance(s.value, Responsibility) for s in build.statements):
            row = told[0]
            build.statements.append(
                make_statement(
                    build.mention, "responsibility", row.value, row.span, speaker=None, confidence=0.6, maker=RULES
                )
            )


def make_build(document: Document, episode: Episode, episodes: list[Episode]) -> Build:
    """Open the mention of one of a report's episodes."""
    same = [e for e in episodes if e.sentence.index == episode.sentence.index]
    whole = document.sentences[episode.sentence.index].span
    mention = make_mention(
        document.report.id,
        Span(episode.start, episode.end, document.text[episode.start : episode.end]),
        sentence_start=whole.start,
        sentence=episode.sentence.index,
        ordinal=same.index(episode),
        role=episode.role,
        status=episode.status,
        regions=tuple(episode.regions),
    )
    return Build(mention, episode, [])


def _pieces(document: Document, regions: list[tuple[int, int]]) -> list[tuple[Sentence, int, str]]:
    """Give the stretches of text in some regions: sentence, code-point offset, words."""
    sentences = document.sentences
    found: list[tuple[int, int, int, int]] = []
    for order, (start, end) in enumerate(regions):
        at = max(0, bisect_right(sentences, start, key=lambda s: s.span.start) - 1)
        while at < len(sentences) and sentences[at].span.start < end:
            low, high = max(start, sentences[at].span.start), min(end, sentences[at].span.end)
            if low < high and sentences[at].part in _TOLD:
                found.append((at, order, low, high))
            at += 1
    return [(sentences[at], low, document.text[low:high].replace("\n", " ")) for at, _, low, high in sorted(found)]


def add_particulars(document: Document, build: Build, names: Names) -> None:
    """Add to a mention what the rules find in its regions: tolls, weapons, targets, stances and the type."""
    pieces = _pieces(document, build.episode.regions)
    tolls = _add_casualties(document, build, pieces, names)
    _add_weapons(document, build, pieces)
    _add_targets(document, build, pieces)
    asides = _pieces(document, build.episode.asides)
    stances = _add_responsibility(document, build, pieces, asides, names)
    whole = build.episode.sentence.span
    weapons = {
        s.value.weapon
        for s in build.statements
        if isinstance(s.value, Weapon) and s.span is not None and whole.start <= s.span.start < whole.end
    }
    event, confidence = decide_type(document, build.episode, tolls, stances, weapons)
    build.statements.insert(
        0, make_statement(build.mention, "type", event, build.mention.anchor, confidence=confidence, maker=RULES)
    )


def add_time(
    document: Document,
    build: Build,
    dates: tuple[Dated, ...],
    main_day: date | None,
    within: list[Dated] | None = None,
    clocks: tuple[Dated, ...] | None = None,
) -> When | None:
    """Date a mention; with ``within`` only those dates are asked, wherever they stand, and ``clocks`` for the hour."""
    episode = build.episode
    if within is not None:
        episode = replace(episode, regions=[(d.start, d.end) for d in within])
    chosen = choose_when(document, episode, dates, main_day, clocks)
    if chosen is None:
        return None
    when, start, end = chosen
    span = None if start is None or end is None else cut(document.text, start, end)
    confidence = 0.9 if when.basis in {"explicit", "relative"} else 0.7
    build.statements.append(make_statement(build.mention, "when", when, span, confidence=confidence, maker=RULES))
    return when


def _add_casualties(
    document: Document, build: Build, pieces: list[tuple[Sentence, int, str]], names: Names
) -> list[Toll]:
    """Add tolls, each figure once: a title repeats what the body says with more words and a speaker."""
    rows: list[tuple[int, int, Toll, int | None, Sentence]] = []
    parts: set[int] = set()
    deadly = any(_DEADLY.search(text) for _, _, text in pieces)
    for sentence, base, text in pieces:
        places: dict[int, int] = {}
        for n, found in enumerate(find_casualties(text, names.country_of)):
            if (found.weak and deadly) or _sums_up_others(build.episode, base, found):
                continue
            places[n] = len(rows)
            if found.part:
                parts.add(len(rows))
            whole = None if found.whole is None else places.get(found.whole)
            rows.append((base + found.start, base + found.end, found.toll, whole, sentence))
    keep = _drop_repeats(document, rows)
    ids: dict[int, str] = {}
    tolls: list[Toll] = []
    for n, (start, end, toll, whole, _) in enumerate(rows):
        if n not in keep:
            continue
        total = _find_total(rows, n, set(ids) - parts) if n in parts and whole is None else whole
        value = replace(toll, part_of=ids.get(total)) if total is not None else toll
        statement = _say(document, build, "casualty", value, start, end, 0.85 if toll.figure.hedge != "vague" else 0.7)
        ids[n] = statement.id
        tolls.append(value)
    for _, base, text in pieces:
        _add_nobody_hurt(document, build, base, text)
    return tolls


def _sums_up_others(episode: Episode, base: int, found: FoundToll) -> bool:
    """Tell whether a toll sums up months or years in a clause that is not the one this attack is told in."""
    return found.period is not None and not base + found.period[0] <= episode.start < base + found.period[1]


def _find_total(rows: list[tuple[int, int, Toll, int | None, Sentence]], part: int, told: set[int]) -> int | None:
    """Find the total told before that people "among the dead" belong to: the last one that is large enough."""
    toll = rows[part][2]
    for n in sorted(told, reverse=True):
        other, whole = rows[n][2], rows[n][3]
        enough = (other.figure.high or other.figure.low or 0) >= (toll.figure.low or 0) or other.figure.high is None
        if other.outcome == toll.outcome and whole is None and not other.superseded and enough:
            return n
    return None


def _drop_repeats(document: Document, rows: list[tuple[int, int, Toll, int | None, Sentence]]) -> set[int]:
    """Keep one row of those that say the same: the one in a body sentence with a speaker, else the fullest."""
    keep: set[int] = set()
    best: dict[tuple[object, ...], int] = {}
    for n, (start, end, toll, whole, sentence) in enumerate(rows):
        part = whole is not None or toll.figure.hedge == "vague"
        key = (
            toll.outcome,
            toll.figure.low,
            toll.figure.high,
            *((toll.group, toll.age_sex, toll.nationality) if part else ()),
        )
        old = best.get(key)
        if old is None:
            best[key] = n
            keep.add(n)
            continue
        _, _, other, _, before = rows[old]
        if (
            whole is None
            and rows[old][3] is None
            and (toll.figure.low, toll.figure.high) == (1, 1)
            and toll.group != other.group
            and "unknown" not in (toll.group, other.group)
        ):
            keep.add(n)
            continue
        better = (before.part == "title" and sentence.part != "title") or (
            document.speaker_at(rows[old][0], rows[old][1]) is None
            and document.speaker_at(start, end) is not None
            and len(toll.who) >= len(other.who)
        )
        if better and not any(r[3] == old for r in rows):
            keep.discard(old)
            keep.add(n)
            best[key] = n
    return keep


def _add_nobody_hurt(document: Document, build: Build, base: int, text: str) -> None:
    match = _NONE_HURT.search(text)
    if match and not _NOT_SAID.search(text[max(0, match.start() - 30) : match.end()]):
        _say(document, build, "no_casualties", NoCasualties(), base + match.start(), base + match.end(), 0.85)
        return
    match = _NO_DEATHS.search(text)
    if match and not _NOT_SAID.search(text[max(0, match.start() - 30) : match.end()]):
        _say(
            document,
            build,
            "casualty",
            Toll("killed", Figure(0, 0), "", "unknown"),
            base + match.start(),
            base + match.end(),
            0.8,
        )


def _add_weapons(document: Document, build: Build, pieces: list[tuple[Sentence, int, str]]) -> None:
    seen: set[str] = set()
    counted: set[tuple[object, ...]] = set()
    for _, base, text in pieces:
        for found in find_weapons(text):
            key = found.weapon.text.lower().rstrip("s")
            if key not in seen and not any(key in other and key != other for other in seen):
                seen.add(key)
                _say(document, build, "weapon", found.weapon, base + found.start, base + found.end, 0.9)
        for munition in find_munitions(text):
            what = munition.munition
            key2 = (what.figure.low, what.figure.high, what.fate, what.what.split()[-1].lower() if what.what else "")
            if key2 not in counted:
                counted.add(key2)
                _say(document, build, "munition", what, base + munition.start, base + munition.end, 0.8)


def _add_targets(document: Document, build: Build, pieces: list[tuple[Sentence, int, str]]) -> None:
    seen: set[str] = set()
    damaged: set[str] = set()
    for sentence, base, text in pieces:
        if sentence.part == "title" and len(pieces) > 1:
            continue
        for found in find_targets(text):
            key = re.sub(r"^(?:the|a|an)\s+", "", found.target.text.lower())
            if not any(key in other or other in key for other in seen):
                seen.add(key)
                _say(document, build, "target", found.target, base + found.start, base + found.end, 0.7)
        for harm in find_damage(text):
            if harm.damage.text.lower() not in damaged:
                damaged.add(harm.damage.text.lower())
                _say(document, build, "damage", harm.damage, base + harm.start, base + harm.end, 0.7)


def _add_responsibility(
    document: Document,
    build: Build,
    pieces: list[tuple[Sentence, int, str]],
    asides: list[tuple[Sentence, int, str]],
    names: Names,
) -> list[Responsibility]:
    rows: list[Booked] = []
    for sentence, base, text in sorted(pieces + asides, key=lambda p: p[1]):
        if sentence.part == "title" and len(pieces) > 1 and not _TITLE_STANCE.search(text):
            continue
        triggers = find_triggers(text)
        found = find_stances(text, triggers, names.country_of)
        aside = (sentence, base, text) in asides
        rows.extend(book_stance(document, base, stance, aside=aside) for stance in found)
    kept = drop_repeats(rows)
    for row in kept:
        span = _safe_cut(document, row.start, row.end)
        build.statements.append(
            make_statement(
                build.mention, "responsibility", row.value, span, speaker=row.speaker, confidence=0.8, maker=RULES
            )
        )
    return [row.value for row in kept]


def _say(
    document: Document, build: Build, field: str, value: object, start: int, end: int, confidence: float
) -> Statement:
    span = _safe_cut(document, start, end)
    speaker = document.speaker_at(start, end) if field in {"casualty", "munition", "no_casualties", "damage"} else None
    statement = make_statement(build.mention, field, value, span, speaker=speaker, confidence=confidence, maker=RULES)  # type: ignore[arg-type]
    build.statements.append(statement)
    return statement


def _safe_cut(document: Document, start: int, end: int) -> Span:
    return cut(document.text, max(0, start), min(len(document.text), max(end, start + 1)))
