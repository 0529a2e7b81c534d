"""Hold a template, and read one from an answer key as it is printed.

A printed line is one fill: alternatives parted by ``/``, each a string in double quotes or a value; after a colon the
fills of another slot that it is about; a leading ``?`` where giving nothing is as good. ``-`` and ``*`` are no fill.

>>> parse_fill('? BOMB / EXPLOSIVE: "CHARGE"', tagged=True)
Fill(values=('BOMB', 'EXPLOSIVE'), tags=('CHARGE',), optional=True)
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from tocsin.evaluate.yardsticks.muc4.slots import BY_PRINTED

_PIECE = re.compile(r'"(?P<string>(?:\\.|[^"\\])*)"|(?P<mark>[/:?()])|(?P<word>[^\s/:?()"]+)')
_BLANK = frozenset({"", "-", "*"})
NOTHING = "-"
"""Stands in a tag for a fill of the other slot that is not there."""


@dataclass(frozen=True, slots=True)
class Fill:
    """Hold one fill: what it may read, what it may refer to, and whether it may be left out.

    In a response ``values[0]`` is the fill; further values are other wordings of the same thing.
    """

    values: tuple[str, ...]
    tags: tuple[str, ...] = ()
    optional: bool = False

    @property
    def value(self) -> str:
        """Give the first wording."""
        return self.values[0]

    def show(self) -> str:
        """Show it as a key prints it."""
        mark = "? " if self.optional else ""
        tags = ": " + " / ".join(f'"{tag}"' for tag in self.tags) if self.tags else ""
        return mark + " / ".join(self.values) + tags


@dataclass(frozen=True, slots=True)
class Template:
    """Hold the fills of each slot by its short name; an ``optional`` template may be left out."""

    fills: Mapping[str, tuple[Fill, ...]] = field(default_factory=dict)
    optional: bool = False

    def of(self, name: str) -> tuple[Fill, ...]:
        """Give the fills of a slot, none where it is blank."""
        return self.fills.get(name, ())


def parse_template(slots: Mapping[str, Sequence[str]], *, optional: bool = False) -> Template:
    """Read a template from printed slot names and printed lines; names of no scored slot are passed over."""
    fills: dict[str, tuple[Fill, ...]] = {}
    for printed, lines in slots.items():
        slot = BY_PRINTED.get(printed)
        if slot is None:
            continue
        if slot.family in ("date", "location"):
            read = [parse_whole(line) for line in lines]
        else:
            read = [parse_fill(line, tagged=slot.tagged) for line in lines]
        if found := tuple(fill for fill in read if fill is not None):
            fills[slot.name] = found
    return Template(fills, optional)


def parse_fill(line: str, *, tagged: bool) -> Fill | None:
    """Read one printed line; None where it is blank."""
    optional = False
    sides: list[list[str]] = [[""], []]
    side = 0
    for text, mark in _pieces(line):
        if mark == "?":
            optional = True
        elif mark == "/":
            sides[side].append("")
        elif mark == ":" and tagged and side == 0:
            side = 1
            sides[1].append("")
        elif not mark:
            sides[side][-1] = f"{sides[side][-1]} {text}".strip()
    values = tuple(value for value in sides[0] if value not in _BLANK)
    # "PLURAL / -" says in another way that the fill may be left out.
    optional = optional or (bool(values) and NOTHING in sides[0])
    return Fill(values, tuple(tag for tag in sides[1] if tag), optional) if values else None


def parse_whole(line: str) -> Fill | None:
    """Read a date or a place, whose alternatives may stand in brackets; None where it is blank."""
    optional = line.startswith("?")
    values = [_unwrap(part) for part in _split(line.removeprefix("?").strip())]
    kept = tuple(value for value in values if value not in _BLANK)
    return Fill(kept, (), optional) if kept else None


def _pieces(line: str) -> Iterator[tuple[str, str]]:
    for match in _PIECE.finditer(line):
        string = match["string"]
        yield (re.sub(r"\\(.)", r"\1", string) if string is not None else match["word"] or "", match["mark"] or "")


def _split(line: str) -> list[str]:
    """Part alternatives at slashes outside brackets."""
    parts, depth = [""], 0
    for char in line:
        depth += (char == "(") - (char == ")")
        if char == "/" and depth == 0:
            parts.append("")
        else:
            parts[-1] += char
    return [part.strip() for part in parts]


def _unwrap(part: str) -> str:
    """Take off brackets that hold the whole alternative."""
    if not (part.startswith("(") and part.endswith(")")):
        return part
    depth = 0
    for at, char in enumerate(part):
        depth += (char == "(") - (char == ")")
        if depth == 0:
            return part[1:-1].strip() if at == len(part) - 1 else part
    return part
