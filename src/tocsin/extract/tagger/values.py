"""Turn tagged pieces into values: the tagger says which words, the grammar of numbers and the lexicons what they mean."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, cast

from tocsin.extract.casualties import FoundToll, find_casualties, find_nationality, is_no_toll
from tocsin.extract.counts import find_counts
from tocsin.extract.people import find_age_sex, find_group
from tocsin.extract.responsibility import find_scope, is_official
from tocsin.extract.weapons import find_munitions, find_weapons
from tocsin.model.anycase import lower
from tocsin.model.document import Document, Speaker
from tocsin.model.kinds.casualties import Group, Outcome, Toll
from tocsin.model.kinds.figure import Figure, parse_figure
from tocsin.model.kinds.responsibility import Actor, Responsibility, Scope, Stance
from tocsin.model.kinds.target import Damage, Target
from tocsin.model.kinds.voice import classify_voice, names_somebody
from tocsin.model.kinds.weapon import Fate, Munition, Weapon
from tocsin.model.span import cut

if TYPE_CHECKING:
    from tocsin.extract.base import Names
    from tocsin.extract.tagger.attacks import TaggedAttack
    from tocsin.extract.tagger.tag import Piece, Tagged

NAMED = 0.3
"""A stance is tied to an actor from this probability on."""
_CLAUSE_REST = 80  # characters behind a charge in which its clause may go on
_ONE = re.compile(r"^(?:an?|one|another|the|his|her|its|their)\s", re.IGNORECASE)
_MANY = re.compile(r"(?:[^s]s|people|men|women|children|police|others)\b", re.IGNORECASE)
_AGE = re.compile(r"\b(?:aged? )?(?:\d+|\w+)-year-olds?\b", re.IGNORECASE)
_UNCOUNTED = re.compile(r"\b(?:casualt|dead|death|injuries|victims|losses|bodies)\w*", re.IGNORECASE)


_TELLS = {
    outcome: re.compile(rf"\b(?:{words})")
    for outcome, words in {
        "killed": r"kill|dead\b|die[sd]?\b|dying|death|bod(?:y|ies)\b|corpse|fatal|murder|shot\b|shoot|gunned|slain|sla(?:y|ughter)|"
        r"toll|lives?\b|massacre|behead|execut|perish|lost\b|assassinat|lynch|martyr|hanged|remains\b|grave|buried|"
        r"strangl|hacked|burned to|burnt to|victim|casualt|stabbed|loss",
        "wounded": r"injur|wound|hurt|burn|hospital|treat|shrapnel|critical|casualt|suffer|maim|amputat|stabbed|shot\b|"
        r"rape|poison|shock|scar|beaten|trauma",
        "missing": r"missing|unaccounted|trapped|disappear|not (?:been )?(?:found|heard)|search|whereabouts|lost\b",
        "abducted": r"abduct|kidnap|hostage|taken|took|captur|seiz|captiv|held\b|carried off|snatch|prisoner|led away",
        "arrested": r"arrest|detain|custody|held\b|captur|suspect|apprehend|round(?:ed|ing) up|charged|jailed",
    }.items()
}
"""Words one of which tells of an outcome, in lower case."""


@dataclass(frozen=True, slots=True)
class TaggedRow:
    """A value with the half-open offsets of its words, its speaker and its probability."""

    piece: int
    start: int
    end: int
    value: Toll | Munition | Weapon | Target | Damage | Responsibility
    speaker: Speaker | None
    confidence: float
    part_of: int | None = None


@dataclass(slots=True)
class ValueReader:
    """Reads the values of one report's pieces; a row is credited from the probability ``credited`` on."""

    document: Document
    tagged: Tagged
    names: Names
    credited: float = 0.5

    def tolls(self, attack: TaggedAttack) -> list[TaggedRow]:
        """Read the tolls of an attack; ``part_of`` is the piece that gives the total."""
        rows = []
        for n, p in attack.items.get("casualty", []):
            piece = self.tagged.pieces[n]
            toll = self._toll(piece, attack)
            if toll is None:
                continue
            whole = self.tagged.best("part", n)
            total = whole[0] if whole and whole[1] >= LINK_PART else None
            rows.append(TaggedRow(n, piece.start, piece.end, toll, self.speaker(n), _sure(piece, p), total))
        return rows

    def _toll(self, piece: Piece, attack: TaggedAttack) -> Toll | None:
        outcome = self._outcome(piece)
        superseded = piece.classes["superseded"] == "yes"
        group = cast("Group", piece.classes["group"])
        found = self._by_rule(piece, outcome)
        if self._ruled_out(piece, found, attack):
            return None
        if found is not None:
            toll = found.toll
            return replace(
                toll,
                outcome=outcome,
                superseded=superseded or toll.superseded,
                group=group if toll.group == "unknown" else toll.group,
            )
        words = self.document.text[piece.start : piece.end].replace("\n", " ")
        figure = read_count(words)
        if figure is None:
            return None
        who = re.sub(r"^(?:at least|more than|about|some|an?|the|\d+)\s+", "", words)
        known = find_group(who)
        return Toll(
            outcome,
            figure,
            who,
            known if known != "unknown" else group,
            find_nationality(who, self.names.country_of),
            find_age_sex(who),
            superseded=superseded,
        )

    def _ruled_out(self, piece: Piece, found: FoundToll | None, attack: TaggedAttack) -> bool:
        """Tell whether the sentence denies a figure, or sums up a war or a year with it in another clause."""
        sentence = self.document.sentence_at(piece.start)
        if sentence is None:
            return False
        base = sentence.span.start
        if found is None:
            return is_no_toll(sentence.text, piece.start - base)
        return found.period is not None and not base + found.period[0] <= attack.trigger.start < base + found.period[1]

    def _outcome(self, piece: Piece) -> Outcome:
        """Choose the likeliest outcome for which the sentence has a word; the likeliest of all where it has none."""
        sentence = self.document.sentence_at(piece.start)
        odds = piece.odds.get("outcome") or {piece.classes["outcome"]: 1.0}
        words = lower(sentence.text) if sentence else ""
        told = {o: p for o, p in odds.items() if _TELLS[o].search(words)}
        best = max(told or odds, key=lambda o: odds[o])
        return cast("Outcome", best)

    def _by_rule(self, piece: Piece, outcome: str) -> FoundToll | None:
        sentence = self.document.sentence_at(piece.start)
        if sentence is None:
            return None
        base = sentence.span.start
        near = [
            f
            for f in find_casualties(sentence.text, self.names.country_of)
            if f.start + base < piece.end and piece.start < f.end + base
        ]
        same = [f for f in near if f.toll.outcome == outcome]
        return max(same, key=lambda f: min(f.end + base, piece.end) - max(f.start + base, piece.start), default=None)

    def munitions(self, attack: TaggedAttack) -> list[TaggedRow]:
        """Read counts of munitions."""
        rows = []
        for n, p in attack.items.get("munition", []):
            piece = self.tagged.pieces[n]
            sentence = self.document.sentence_at(piece.start)
            if sentence is None:
                continue
            base = sentence.span.start
            near = [
                m for m in find_munitions(sentence.text) if m.start + base < piece.end and piece.start < m.end + base
            ]
            fate = cast("Fate", piece.classes["fate"])
            if near:
                value = replace(near[0].munition, fate=near[0].munition.fate if fate == "unknown" else fate)
            else:
                words = self.document.text[piece.start : piece.end].replace("\n", " ")
                figure = parse_figure(words)
                if figure is None:
                    continue
                value = Munition(figure, words.split()[-1], fate)
            rows.append(TaggedRow(n, piece.start, piece.end, value, self.speaker(n), _sure(piece, p)))
        return rows

    def weapons(self, attack: TaggedAttack) -> list[TaggedRow]:
        """Read weapons, one row a wording."""
        rows = []
        for n, p in attack.items.get("weapon", []):
            piece = self.tagged.pieces[n]
            words = self.document.text[piece.start : piece.end].replace("\n", " ")
            known = find_weapons(words)
            kind = known[0].weapon.weapon if len(known) == 1 else piece.classes["weapon"]
            rows.append(TaggedRow(n, piece.start, piece.end, Weapon(kind, words), None, _sure(piece, p)))
        return rows

    def targets(self, attack: TaggedAttack) -> list[TaggedRow]:
        """Read targets and damage."""
        rows: list[TaggedRow] = []
        for n, p in attack.items.get("target", []):
            piece = self.tagged.pieces[n]
            words = self.document.text[piece.start : piece.end].replace("\n", " ")
            rows.append(
                TaggedRow(n, piece.start, piece.end, Target(piece.classes["target"], words), None, _sure(piece, p))
            )
        for n, p in attack.items.get("damage", []):
            piece = self.tagged.pieces[n]
            words = self.document.text[piece.start : piece.end].replace("\n", " ")
            value = Damage(words, piece.classes["effect"])
            rows.append(TaggedRow(n, piece.start, piece.end, value, self.speaker(n), _sure(piece, p)))
        return rows

    def stances(self, attack: TaggedAttack) -> list[TaggedRow]:
        """Read who is said to have done it."""
        rows = []
        for n, p in attack.items.get("stance", []):
            piece = self.tagged.pieces[n]
            stance = cast("Stance", piece.classes["stance"])
            named = self.tagged.best("actor", n)
            actor = None
            if named and named[1] >= NAMED:
                words = self.tagged.pieces[named[0]]
                text = self.document.text[words.start : words.end].replace("\n", " ")
                actor = Actor(text, text, None, words.classes["actor"])
            if actor is None and stance not in {"unclaimed", "not_blamed"}:
                continue
            speaker = self.speaker(n)
            value = Responsibility(
                actor,
                stance,
                self._scope(piece),
                is_official(speaker.kind) if speaker else None,
            )
            rows.append(TaggedRow(n, piece.start, piece.end, value, speaker, _sure(piece, p)))
        return rows

    def _scope(self, piece: Piece) -> Scope:
        """Say which attacks a charge is about; words of earlier attacks or of habit in its clause outweigh the tagger."""
        sentence = self.document.sentence_at(piece.start)
        end = min(piece.end + _CLAUSE_REST, sentence.span.end if sentence else piece.end)
        rest = re.split(r"[,;.]|\b(?:but|while)\b", self.document.text[piece.end : end])[0]
        told = find_scope((self.document.text[piece.start : piece.end] + rest).replace("\n", " "))
        return told if told != "this_attack" else cast("Scope", piece.classes["scope"])

    def speaker(self, n: int) -> Speaker | None:
        """Find who a piece is credited to; None for the outlet's own voice."""
        best = self.tagged.best("speaker", n)
        if best is None or best[1] < self.credited:
            return None
        piece = self.tagged.pieces[best[0]]
        for item in self.document.attributions:
            span = item.speaker.span
            if span is not None and span.start < piece.end and piece.start < span.end:
                return item.speaker
        span = cut(self.document.text, piece.start, piece.end)
        name = span.text.replace("\n", " ")
        return Speaker(name, classify_voice(name), names_somebody(name), span)


LINK_PART = 0.5
"""A row breaks down a total from this probability on."""


def read_count(words: str) -> Figure | None:
    """Read how many people a phrase counts; None where it only names casualties without a number.

    >>> read_count("a bus driver"), read_count("several worshippers").low
    (Figure(low=1, high=1, hedge='exact'), 2)
    """
    words = _AGE.sub(" ", words)
    counts = [c for c in find_counts(words) if c.source != "bare"]
    if counts:
        return counts[0].figure
    figure = parse_figure(words)
    if figure is not None:
        return figure
    if _UNCOUNTED.search(words):
        return None
    if _ONE.match(words) and not _MANY.search(words.split(" of ", maxsplit=1)[0][-9:]):
        return Figure(1, 1)
    if words[:1].isupper() and len(words.split()) > 1 and not _MANY.search(words):
        return Figure(1, 1)
    if _MANY.search(words):
        return Figure(2, None, "vague")
    return None


def _sure(piece: Piece, link: float) -> float:
    return round(piece.confidence * (0.5 + 0.5 * link), 3)
