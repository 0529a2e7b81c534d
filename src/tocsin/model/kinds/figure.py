"""A reported number with its hedge: "at least 23", "several", "as many as 30".

Bounds follow the contract: *several* = low 2; *dozens* = low 24; *scores* = low 40; *hundreds* = low 200;
*a dozen* = 12; *more than 30* = low 31; *at least five* = low 5; *up to 30* = high 30; *about 30* = 30/30, hedge about.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Literal

from tocsin.model.anycase import AnyCase, AnyCaseRows

Hedge = Literal["exact", "at_least", "at_most", "about", "vague"]
HEDGES: tuple[Hedge, ...] = ("exact", "at_least", "at_most", "about", "vague")


@dataclass(frozen=True, slots=True)
class Figure:
    """Bound a count: ``low`` and ``high`` are inclusive, None where the words set no bound."""

    low: int | None
    high: int | None
    hedge: Hedge = "exact"

    def to_json(self) -> dict[str, Any]:
        """Give low, high and hedge."""
        return {"low": self.low, "high": self.high, "hedge": self.hedge}

    @classmethod
    def from_json(cls, row: dict[str, Any]) -> Figure:
        """Read a figure back."""
        return cls(row["low"], row["high"], row["hedge"])

    def show(self) -> str:
        """Say the figure in a few characters: ``3``, ``≥3``, ``≤30``, ``~30``, ``3-5``, ``some`` or ``?``."""
        if self.low is None and self.high is None:
            return "?"
        if self.hedge == "vague" and self.high is None:
            return "some" if self.low == 2 else f"≥{self.low}"
        if self.high is None:
            return f"≥{self.low}"
        if self.low is None:
            return f"≤{self.high}"
        if self.low == self.high:
            return f"~{self.low}" if self.hedge == "about" else f"{self.low}"
        return f"{self.low}-{self.high}"

    def validate(self) -> list[str]:
        """List what is wrong: negative bounds, low above high, unknown hedge."""
        found = []
        if any(n is not None and n < 0 for n in (self.low, self.high)):
            found.append("a count below zero")
        if self.low is not None and self.high is not None and self.low > self.high:
            found.append("low above high")
        if self.hedge not in HEDGES:
            found.append(f"unknown hedge {self.hedge!r}")
        return found

    @property
    def specificity(self) -> float:
        """Rank an exact count over a bound over a vague word over nothing."""
        return {"exact": 1.0, "about": 0.8, "at_least": 0.6, "at_most": 0.6, "vague": 0.3}[self.hedge] * (
            0.0 if self.low is None and self.high is None else 1.0
        )


def compatible(a: Figure, b: Figure) -> tuple[float, str]:
    """Compare two counts: do their intervals meet? "About" is given a tenth either way."""
    low_a, high_a = _interval(a)
    low_b, high_b = _interval(b)
    if low_a <= high_b and low_b <= high_a:
        same = (a.low, a.high) == (b.low, b.high)
        return (1.0, "same figure") if same else (0.8, "figures overlap")
    gap = max(low_a, low_b) / max(1.0, min(high_a, high_b))
    return max(0.0, 0.5 - 0.25 * (gap - 1.0)), "figures apart"


def _interval(figure: Figure) -> tuple[float, float]:
    low = 0.0 if figure.low is None else float(figure.low)
    high = float("inf") if figure.high is None else float(figure.high)
    return (low * 0.9, high * 1.1) if figure.hedge == "about" else (low, high)


_UNITS = {
    w: n
    for n, w in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen".split()
    )
}
_TENS = {w: 10 * n for n, w in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)}
_SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000}
_WORD = "|".join([*sorted(_UNITS, key=len, reverse=True), *_TENS, *_SCALES])
_DIGITS = r"\d{1,3}(?:,\d{3})+(?!\d)|\d+"
_ONES, _TEN, _SCALE = "|".join(sorted(_UNITS, key=len, reverse=True)), "|".join(_TENS), "|".join(_SCALES)
_SPELLED = (  # "and" joins only after a scale: "two hundred and five" is one number, "five and eight" are two
    rf"\b(?:(?:{_SCALE})\b(?:[\s-]+(?:and\s+)?(?=(?:{_WORD})\b)|)"
    rf"|(?:{_TEN})\b(?:[\s-]+(?=(?:{_ONES}|{_SCALE})\b)|)|(?:{_ONES})\b(?:[\s-]+(?=(?:{_SCALE})\b)|))+"
)
NUMBER = rf"(?:{_DIGITS})(?!\d)(?:\s(?:hundred|thousand|million)\b)?|{_SPELLED}"
"""A cardinal in digits or English words."""

_LEAD: tuple[tuple[str, str], ...] = (
    ("at_least", r"at least|no fewer than|no less than|not less than|a minimum of|minimum of"),
    ("more", r"more than|over|upwards of|in excess of|above|better than"),
    ("at_most", r"as many as|up to|at most|no more than|not more than|a maximum of|maximum of|as much as"),
    ("less", r"fewer than|less than|under"),
    (
        "about",
        r"about|around|approximately|approx\.?|roughly|some(?=\s+\d)|nearly|almost|close to|an estimated|estimated|"
        r"reportedly about|circa|just under|just over|another about",
    ),
)
_VAGUE: tuple[tuple[str, int | None], ...] = (
    (r"several(?:\s+(?:dozen|hundred|thousand))?", 2),
    (
        r"(?:an?\s+)?(?:small\s+|large\s+|great\s+|unknown\s+|unspecified\s+|undisclosed\s+|significant\s+)?number\s+of|"
        r"a\s+few|few|some|numerous|many|multiple|various|a\s+couple\s+of|a\s+handful\s+of|countless",
        2,
    ),
    (r"(?:many\s+)?dozens(?:\s+of)?", 24),
    (r"scores(?:\s+of)?", 40),
    (r"(?:many\s+)?hundreds(?:\s+of)?", 200),
    (r"(?:many\s+)?thousands(?:\s+of)?", 2000),
    (r"tens\s+of\s+thousands(?:\s+of)?", 20_000),
)
_DOZEN = r"(?P<dozen>(?:half\s+a|a\s+half|a|one|two|three|four|five|\d+)[\s-]+dozen)"
_HEDGED = AnyCase(
    r"(?P<lead>\b(?:" + "|".join(p for _, p in _LEAD) + r")\s+)?"
    r"(?:(?P<range>(?P<r1>\d+)\s*(?:-|–|—|to|or)\s*(?P<r2>\d+))(?![\d.,]*\d)"
    rf"|{_DOZEN}|(?P<number>{NUMBER}))"
    r"(?P<tail>\s+or\s+(?:more|so)\b|\+)?",
)
_VAGUE_ROWS = AnyCaseRows((pattern for pattern, _ in _VAGUE), after=r"(?!\w)")
_CARDINAL = re.compile(rf"({_DIGITS})(?:\s+(hundred|thousand|million))?$")


def parse_number(words: str) -> int | None:
    """Read a cardinal in digits or English words.

    >>> parse_number("three hundred and twelve"), parse_number("1,204"), parse_number("twenty-one")
    (312, 1204, 21)
    """
    text = words.lower().strip()
    match = _CARDINAL.match(text)
    if match:
        return int(match[1].replace(",", "")) * _SCALES.get(match[2] or "", 1)
    total = current = 0
    seen = False
    for token in re.split(r"[\s-]+", text):
        if token == "and":  # noqa: S105 - a word of the language
            continue
        if token in _UNITS:
            current += _UNITS[token]
        elif token in _TENS:
            current += _TENS[token]
        elif token == "hundred":  # noqa: S105
            current = max(1, current) * 100
        elif token in _SCALES:
            total += max(1, current) * _SCALES[token]
            current = 0
        else:
            return None
        seen = True
    return total + current if seen else None


@dataclass(frozen=True, slots=True)
class FoundFigure:
    """A figure in a text: half-open offsets of its words, hedge included."""

    start: int
    end: int
    figure: Figure


def find_figures(text: str) -> list[FoundFigure]:
    """Find every count in a text, with its hedge; vague words such as "several" and "dozens" included.

    Numbers inside larger tokens (7:20, 107mm, F-16, 2,5 km) are left to the caller to exclude by what follows.

    >>> [(f.figure.low, f.figure.high, f.figure.hedge) for f in find_figures("at least 23 dead, several hurt")]
    [(23, None, 'at_least'), (2, None, 'vague')]
    """
    found = [_read_hedged(m) for m in _HEDGED.finditer(text)]
    taken = _join_ranges(text, [f for f in found if f is not None])
    for row, match in _VAGUE_ROWS.finditer(text):
        low = _VAGUE[row][1]
        if match[0].startswith("several ") and len(match[0]) > 8:
            low = {"dozen": 24, "hundred": 200, "thousand": 2000}[match[0].split()[-1]]
        if not any(f.start < match.end() and match.start() < f.end for f in taken):
            taken.append(FoundFigure(match.start(), match.end(), Figure(low, None, "vague")))
    return sorted(taken, key=lambda f: f.start)


def _join_ranges(text: str, found: list[FoundFigure]) -> list[FoundFigure]:
    """Join "between 10 and 15", "two or three", "ten to twelve" into one figure with both bounds."""
    joined: list[FoundFigure] = []
    for item in found:
        last = joined[-1] if joined else None
        gap = text[last.end : item.start].strip().lower() if last else ""
        between = last is not None and re.search(r"\bbetween\s+$", text[: last.start], re.IGNORECASE) is not None
        exact = last is not None and last.figure.hedge == item.figure.hedge == "exact"
        rising = last is not None and (last.figure.low or 0) < (item.figure.low or 0)
        if last and exact and rising and (gap in {"or", "to"} or (gap == "and" and between)):
            start = text.lower().rfind("between", 0, last.start) if between else last.start
            joined[-1] = FoundFigure(start, item.end, Figure(last.figure.low, item.figure.low, "about"))
        else:
            joined.append(item)
    return joined


def parse_figure(words: str) -> Figure | None:
    """Read the first count in a phrase, with its hedge; None where there is none.

    >>> parse_figure("more than a dozen rockets").low, parse_figure("as many as 30 rockets").high
    (13, 30)
    """
    found = find_figures(words)
    return found[0].figure if found else None


def _read_hedged(match: re.Match[str]) -> FoundFigure | None:
    if match["range"]:
        low, high = int(match["r1"]), int(match["r2"])
        if low >= high:
            return None
        return FoundFigure(match.start(), match.end(), Figure(low, high, "about"))
    if match["dozen"]:
        head = re.split(r"[\s-]+dozen", match["dozen"].lower())[0]
        n: int | None = 6 if "half" in head else 12 * (1 if head in ("a", "one") else parse_number(head) or 1)
    else:
        n = parse_number(match["number"])
    if n is None:
        return None
    return FoundFigure(match.start(), match.end(), hedge_number(n, match["lead"] or "", match["tail"] or ""))


def hedge_number(n: int, lead: str, tail: str = "") -> Figure:
    """Turn a number and the words around it into bounds."""
    words = lead.strip().lower()
    if tail.strip().lower() == "or so":
        return Figure(n, n, "about")
    if tail.strip():
        return Figure(n, None, "at_least")
    for name, pattern in _LEAD:
        if words and re.fullmatch(pattern, words + "") is not None:
            return _bound(n, name)
    if words == "some":
        return Figure(n, n, "about")
    return Figure(n, n, "exact")


def _bound(n: int, name: str) -> Figure:
    if name == "at_least":
        return Figure(n, None, "at_least")
    if name == "more":
        return Figure(n + 1, None, "at_least")
    if name == "at_most":
        return Figure(None, n, "at_most")
    if name == "less":
        return Figure(None, max(0, n - 1), "at_most")
    return Figure(n, n, "about")
