"""Pair response templates with key templates and count every slot, as the 1992 scorer did.

POS, ACT: fills that the key and the response hold; COR, PAR, INC: right, in part, wrong; MIS: not given; SPU: given for
nothing; NON: blank in both. Recall (COR + PAR / 2) / POS, precision (COR + PAR / 2) / ACT, undergeneration MIS / POS,
overgeneration SPU / ACT.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tocsin.evaluate.assign import left_over, pair_best
from tocsin.evaluate.yardsticks.muc4.slots import CONTENT_SLOTS, SLOTS
from tocsin.evaluate.yardsticks.muc4.template import Fill, Template
from tocsin.evaluate.yardsticks.muc4.values import compare_fill
from tocsin.evaluate.yardsticks.muc4.wording import HALF, RIGHT

TEMPLATE = "template-id"
# Breaks ties between equal pairings in favour of fills that must be given.
_MUST = 0.01


@dataclass(frozen=True, slots=True)
class Tally:
    """Count the fills of one slot."""

    cor: int = 0
    par: int = 0
    inc: int = 0
    spu: int = 0
    mis: int = 0
    non: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            self.cor + other.cor,
            self.par + other.par,
            self.inc + other.inc,
            self.spu + other.spu,
            self.mis + other.mis,
            self.non + other.non,
        )

    @property
    def pos(self) -> int:
        """Count the fills of the key."""
        return self.cor + self.par + self.inc + self.mis

    @property
    def act(self) -> int:
        """Count the fills of the response."""
        return self.cor + self.par + self.inc + self.spu

    @property
    def recall(self) -> float | None:
        """Give recall, None where the key holds nothing."""
        return (self.cor + self.par / 2) / self.pos if self.pos else None

    @property
    def precision(self) -> float | None:
        """Give precision, None where the response holds nothing."""
        return (self.cor + self.par / 2) / self.act if self.act else None

    @property
    def undergeneration(self) -> float | None:
        """Give the share of the key's fills that were not given."""
        return self.mis / self.pos if self.pos else None

    @property
    def overgeneration(self) -> float | None:
        """Give the share of the response's fills that were given for nothing."""
        return self.spu / self.act if self.act else None

    @property
    def f1(self) -> float:
        """Give the F-measure that weighs recall and precision alike ("P&R")."""
        return f_measure(self.recall or 0.0, self.precision or 0.0)


@dataclass(frozen=True, slots=True)
class Pairing:
    """Hold which response answers which key template, and those left on either side."""

    pairs: tuple[tuple[int, int], ...]
    spurious: tuple[int, ...]
    missing: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Fault:
    """Hold one fill that cost something: what was due, what was given; half of a point or all of it."""

    slot: str
    due: Fill | None
    given: Fill | None
    partly: bool = False


def f_measure(recall: float, precision: float, beta: float = 1.0) -> float:
    """Weigh recall and precision: ``beta`` above 1 favours recall.

    >>> round(f_measure(0.58, 0.54), 4)
    0.5593
    """
    square = beta * beta
    total = square * precision + recall
    return (square + 1) * precision * recall / total if total else 0.0


def pair_templates(responses: Sequence[Template], keys: Sequence[Template]) -> Pairing:
    """Pair templates for the most fills right.

    Two may be paired only where the type agrees at least in part, and so does one slot about who did it or what or who
    was attacked (section 3.2.1).
    """
    pairs = pair_best(responses, keys, _worth, least=HALF)
    spurious = left_over(len(responses), (i for i, _ in pairs))
    missing = left_over(len(keys), (j for _, j in pairs))
    return Pairing(tuple(pairs), tuple(spurious), tuple(missing))


def score_report(responses: Sequence[Template], keys: Sequence[Template]) -> tuple[dict[str, Tally], list[Fault]]:
    """Count the slots of one report, and list what cost something."""
    tallies = {slot.name: Tally() for slot in SLOTS}
    faults: list[Fault] = []
    pairing = pair_templates(responses, keys)
    sides: list[tuple[Template, Template]] = [(responses[i], keys[j]) for i, j in pairing.pairs]
    sides += [(responses[i], Template()) for i in pairing.spurious]
    sides += [(Template(), keys[j]) for j in pairing.missing if not keys[j].optional]
    for response, key in sides:
        for slot in SLOTS:
            tally, found = score_slot(slot.name, response.of(slot.name), key.of(slot.name))
            tallies[slot.name] += tally
            faults += found
    tallies[TEMPLATE] = Tally(
        cor=len(pairing.pairs),
        spu=len(pairing.spurious),
        mis=sum(not keys[j].optional for j in pairing.missing),
        non=int(not responses and not keys),
    )
    return tallies, faults


def score_slot(slot: str, response: Sequence[Fill], key: Sequence[Fill]) -> tuple[Tally, list[Fault]]:
    """Count one slot of one pair: fills are paired one to one; what is left stands against each other as wrong."""
    pairs = pair_best(
        response,
        key,
        lambda given, due: mark + _MUST * (not due.optional) if (mark := compare_fill(slot, given, due)) else 0.0,
        least=HALF,
    )
    marks = [compare_fill(slot, response[i], key[j]) for i, j in pairs]
    surplus = [response[i] for i in left_over(len(response), (i for i, _ in pairs))]
    due = [key[j] for j in left_over(len(key), (j for _, j in pairs)) if not key[j].optional]
    wrong = min(len(surplus), len(due))
    tally = Tally(
        cor=marks.count(RIGHT),
        par=marks.count(HALF),
        inc=wrong,
        spu=len(surplus) - wrong,
        mis=len(due) - wrong,
        non=int(not response and not due and not pairs),
    )
    halves = [Fault(slot, key[j], response[i], True) for (i, j), mark in zip(pairs, marks, strict=True) if mark < RIGHT]
    return tally, [*halves, *_left(slot, surplus, due)]


def _left(slot: str, surplus: list[Fill], due: list[Fill]) -> Iterator[Fault]:
    for at in range(max(len(surplus), len(due))):
        yield Fault(slot, due[at] if at < len(due) else None, surplus[at] if at < len(surplus) else None)


def _worth(response: Template, key: Template) -> float:
    """Count the fills right between two templates; 0 where they cannot be of one incident."""
    if not _fills_right("inc-type", response, key):
        return 0.0
    if not any(_fills_right(name, response, key) for name in CONTENT_SLOTS):
        return 0.0
    return sum(_fills_right(slot.name, response, key) for slot in SLOTS)


def _fills_right(slot: str, response: Template, key: Template) -> float:
    ours, due = response.of(slot), key.of(slot)
    if not ours or not due:
        return 0.0
    tally, _ = score_slot(slot, ours, due)
    return tally.cor + tally.par / 2
