"""Turn annotated reports (``tocsin.gold/1``) into training examples: token spans, their kinds, and links between them.

A gold row names a speaker or an actor by its words, and its offsets are those of the first time the words stand in the
report. A tagger has to find them where they say the thing, so of all occurrences the one nearest to the row is taken.
"""

from __future__ import annotations

import json
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tocsin.extract.tagger import labels

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tocsin.extract.tagger.wordpiece import WordPieces

Row = dict[str, Any]


@dataclass(slots=True)
class Piece:
    """A labelled stretch of tokens, ``first`` to ``last`` inclusive, and the classes it belongs to by facet."""

    label: str
    first: int
    last: int
    classes: dict[str, int] = field(default_factory=dict)


@dataclass(slots=True)
class Example:
    """One report: wordpiece ids of the whole text (no special tokens), pieces, and links as (kind, from, to)."""

    id: str
    ids: list[int]
    offsets: list[tuple[int, int]]
    relevant: bool
    pieces: list[Piece] = field(default_factory=list)
    links: set[tuple[str, int, int]] = field(default_factory=set)
    muted: list[tuple[str, int, int]] = field(default_factory=list)


def load_examples(paths: Iterable[Path], wordpieces: WordPieces) -> list[Example]:
    """Read JSON-lines files of annotated reports and encode every row."""
    return [
        encode_row(json.loads(line), wordpieces)
        for path in paths
        for line in path.read_text(encoding="utf-8").splitlines()
        if line.strip()
    ]


def encode_row(row: Row, wordpieces: WordPieces) -> Example:
    """Encode one annotated report."""
    ids, offsets = wordpieces.cut(row["text"])
    example = Example(row["id"], ids, offsets, bool(row["relevant"]))
    writer = _Writer(row["text"], example)
    for mention in row.get("mentions", []):
        writer.add_mention(mention)
    writer.mute_repeats()
    return example


class _Writer:
    """Collects the pieces and links of one report."""

    def __init__(self, text: str, example: Example) -> None:
        self.text = text
        self.example = example
        self.starts = [a for a, _ in example.offsets]
        self.ends = [b for _, b in example.offsets]
        self.known: dict[tuple[str, int, int], int] = {}

    def add_mention(self, mention: Row) -> None:
        """Add one attack with everything that the annotation says of it."""
        kind = mention["type"]
        anchor = self.piece("trigger", kind.get("span"))
        if anchor is None:
            return
        self.classify(anchor, "type", labels.TYPES, kind["acled"])
        self.classify(anchor, "role", labels.ROLES, mention["role"])
        self.classify(anchor, "status", labels.STATUSES, mention["status"])
        when = mention.get("when") or {}
        self.attach("when", self.piece("when", when.get("span")), anchor)
        at = kind["span"][0]
        for place in mention.get("where") or []:
            span = self.nearest(place["text"], at, place.get("span"))
            link = "place" if place.get("is_event_place") else "within"
            self.attach(link, self.piece("place", span), anchor)
        for weapon in mention.get("weapons") or []:
            found = self.attach("weapon", self.piece("weapon", weapon.get("span")), anchor)
            self.classify(found, "weapon", labels.WEAPONS, weapon.get("kind"))
        for target in mention.get("targets") or []:
            found = self.attach("target", self.piece("target", target.get("span")), anchor)
            self.classify(found, "target", labels.TARGETS, target.get("kind"))
        for damage in mention.get("damage") or []:
            found = self.attach("damage", self.piece("damage", damage.get("span")), anchor)
            self.classify(found, "effect", labels.EFFECTS, damage.get("effect"))
        for munition in mention.get("munitions") or []:
            found = self.attach("munition", self.piece("munition", munition.get("span")), anchor)
            self.classify(found, "fate", labels.FATES, munition.get("fate"))
            self.credit(found, munition)
        self._add_casualties(mention.get("casualties") or [], anchor)
        for stance in mention.get("responsibility") or []:
            self._add_stance(stance, anchor)
        none = mention.get("no_casualties")
        if isinstance(none, str):
            self.attach("none_hurt", self.piece("none_hurt", self.nearest(none, at, None)), anchor)

    def _add_casualties(self, rows: list[Row], anchor: int) -> None:
        found: list[int | None] = []
        for row in rows:
            piece = self.attach("casualty", self.piece("casualty", row.get("span")), anchor)
            self.classify(piece, "outcome", labels.OUTCOMES, row.get("outcome"))
            self.classify(piece, "group", labels.GROUPS, row.get("group"))
            self.classify(piece, "superseded", ("no", "yes"), "yes" if row.get("superseded") else "no")
            self.credit(piece, row)
            found.append(piece)
        for piece, row in zip(found, rows, strict=True):
            whole = row.get("part_of")
            if piece is None or whole is None or not 0 <= whole < len(found):
                continue
            total = found[whole]
            if total is not None and total != piece:
                self.example.links.add(("part", piece, total))

    def _add_stance(self, row: Row, anchor: int) -> None:
        piece = self.attach("stance", self.piece("stance", row.get("span")), anchor)
        if piece is None:
            return
        self.classify(piece, "stance", labels.STANCES, row.get("stance"))
        self.classify(piece, "scope", labels.SCOPES, row.get("scope"))
        self.credit(piece, row)
        if row.get("actor"):
            inside = row["span"]
            span = self.nearest(row["actor"], inside[0], row.get("actor_span"), within=inside)
            actor = self.piece("actor", span)
            if actor is not None:
                self.example.links.add(("actor", piece, actor))
                self.classify(actor, "actor", labels.ACTORS, row.get("actor_kind"))

    def credit(self, piece: int | None, row: Row) -> None:
        """Link a row to whoever it is credited to."""
        if piece is None or not row.get("speaker"):
            return
        span = self.nearest(row["speaker"], row["span"][0], row.get("speaker_span"), within=row["span"])
        speaker = self.piece("speaker", span)
        if speaker is not None:
            self.example.links.add(("speaker", piece, speaker))

    def attach(self, link: str, piece: int | None, anchor: int) -> int | None:
        """Link a piece to the trigger of its attack."""
        if piece is not None:
            self.example.links.add((link, piece, anchor))
        return piece

    def classify(self, piece: int | None, facet: str, names: tuple[str, ...], value: str | None) -> None:
        """Note a class; values that the lists do not know are left out of training."""
        if piece is not None and value in names:
            self.example.pieces[piece].classes[facet] = names.index(value)

    def piece(self, label: str, span: list[int] | None) -> int | None:
        """Find or make the piece for a span of code points; None where no token lies in it."""
        if not span:
            return None
        first = bisect_right(self.ends, span[0])
        last = bisect_left(self.starts, span[1]) - 1
        if first > last or first >= len(self.starts):
            return None
        key = (label, first, last)
        if key not in self.known:
            self.known[key] = len(self.example.pieces)
            self.example.pieces.append(Piece(label, first, last))
        return self.known[key]

    def nearest(
        self, words: str, at: int, given: list[int] | None, within: list[int] | None = None
    ) -> list[int] | None:
        """Find the occurrence of some words nearest to an offset; one inside ``within`` is preferred."""
        spots = []
        place = self.text.find(words)
        while place >= 0:
            spots.append(place)
            place = self.text.find(words, place + 1)
        if not spots:
            return given
        if within:
            inside = [s for s in spots if within[0] <= s < within[1]]
            spots = inside or spots
        best = min(spots, key=lambda s: abs(s - at))
        return [best, best + len(words)]

    def mute_repeats(self) -> None:
        """Leave out of the loss the words of a piece where they stand again: which one is annotated is chance."""
        for piece in list(self.example.pieces):
            if piece.label in {"trigger", "stance"}:
                continue
            offsets = self.example.offsets
            words = self.text[offsets[piece.first][0] : offsets[piece.last][1]]
            if len(words) < 4:
                continue
            place = self.text.find(words)
            while place >= 0:
                first = bisect_right(self.ends, place)
                last = bisect_left(self.starts, place + len(words)) - 1
                if first <= last:
                    self.example.muted.append((piece.label, first, last))
                place = self.text.find(words, place + 1)
