"""Fold counts that disagree into low, best and high, by a named rule.

A *total* is what one telling of the attack gives as the whole of an outcome. Rows that break a total down, and rows
the report itself calls out of date, are no totals. Where a report gives only parts by group or nationality, their sum
is its total, marked as derived. Counts of civilians alone stand beside totals, never among them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from tocsin.errors import UsageError
from tocsin.model.facts import Fact
from tocsin.model.incident import Count, MunitionCount
from tocsin.model.kinds.casualties import NoCasualties, Toll
from tocsin.model.kinds.figure import Figure, compatible
from tocsin.model.kinds.weapon import Munition

MEET = 0.8
"""From this likeness two figures can both be true (``figure.compatible``: their intervals meet)."""


@dataclass(frozen=True, slots=True)
class Total:
    """Hold one telling's whole count, and the facts it rests on (several where it is a sum of parts)."""

    figure: Figure
    facts: tuple[Fact, ...]
    civilians: bool = False

    @property
    def point(self) -> int | None:
        """Give the number a best value may take: the lower bound, unless only words or a ceiling are given.

        "At least 5" and "5 to 7" give 5, as conflict data sets code them; "several" and "as many as 30" give None.
        """
        return None if self.figure.hedge == "vague" else self.figure.low

    @property
    def head(self) -> Fact:
        """Give the fact that stands for the total."""
        return self.facts[0]

    @property
    def ids(self) -> tuple[str, ...]:
        """Give the statements' ids."""
        return tuple(f.id for f in self.facts)

    @property
    def official(self) -> bool:
        """Tell whether all of it is said by people who hold office."""
        return all(f.official for f in self.facts)

    @property
    def picked(self) -> bool:
        """Tell whether a person stands by it."""
        return any(f.picked for f in self.facts)

    @property
    def order(self) -> tuple[bool, str, float, str]:
        """Order totals: told as news before looking back, then the later, then the more exact."""
        return not self.head.background, self.head.date, self.figure.specificity, self.head.id


def latest_official(totals: Sequence[Total]) -> Total:
    """Take the latest figure given by somebody who holds office; where none is, the latest figure."""
    return max(totals, key=lambda t: (t.official, t.order))


def median_of_witnesses(totals: Sequence[Total]) -> Total:
    """Take the lower median of the latest figure of each witness."""
    latest: dict[int, Total] = {}
    for total in sorted(totals, key=lambda t: t.order):
        latest[total.head.witness] = total
    ranked = sorted(latest.values(), key=lambda t: (t.point or 0, t.order))
    return ranked[(len(ranked) - 1) // 2]


def lowest_reported(totals: Sequence[Total]) -> Total:
    """Take the lowest figure reported, as ACLED does where reports differ."""
    return min(totals, key=lambda t: (t.point or 0, t.head.id))


def most_supported(totals: Sequence[Total]) -> Total:
    """Take the figure that most witnesses give, the lower of equals; low and high are the range, as in UCDP GED."""
    backing = Counter({t.point: len({u.head.witness for u in totals if u.point == t.point}) for t in totals})
    return min(totals, key=lambda t: (-backing[t.point], t.point or 0, t.head.id))


RULES: Mapping[str, Callable[[Sequence[Total]], Total]] = {
    "latest-official": latest_official,
    "median-of-witnesses": median_of_witnesses,
    "lowest-reported": lowest_reported,
    "range": most_supported,
}
"""Name of a rule -> how it picks the total whose number is the best value."""
DEFAULT_RULE = "latest-official"


def check_rule(rule: str) -> str:
    """Give the rule back if it exists.

    Raises:
        UsageError: E203, no such rule.
    """
    if rule not in RULES:
        raise UsageError("E203", "no such rule for counts", value=rule, hint=f"Rules: {', '.join(RULES)}.")
    return rule


def fold_outcome(facts: Sequence[Fact], outcome: str, rule: str) -> Count:
    """Fold the casualty statements of one outcome."""
    by_mention: dict[str, list[Fact]] = {}
    for fact in facts:
        by_mention.setdefault(fact.mention.id, []).append(fact)
    totals = [t for told in by_mention.values() for t in totals_told(told, outcome)]
    everybody = [t for t in totals if not t.civilians]
    return fold_totals(everybody or totals, rule, beside=[t for t in totals if t.civilians] if everybody else ())


def fold_munitions(facts: Sequence[Fact], rule: str) -> tuple[MunitionCount, ...]:
    """Fold counted munitions, one count for each sort and fate; the best attested first.

    Munitions of unknown fate are counted with those fired: a report that says "12 rockets" in an attack means so.
    """
    groups: dict[tuple[str, str], list[Total]] = {}
    for fact in facts:
        value = fact.statement.value
        if isinstance(value, Munition) and fact.statement.polarity and _says_something(value.figure):
            fate = "fired" if value.fate == "unknown" else value.fate
            groups.setdefault((_singular(value.what), fate), []).append(Total(value.figure, (fact,)))
    found = [MunitionCount(what, fate, fold_totals(totals, rule)) for (what, fate), totals in groups.items()]
    return tuple(sorted(found, key=lambda m: (m.fate != "fired", -m.count.n_witnesses, m.what, m.fate)))


def totals_told(facts: Sequence[Fact], outcome: str) -> list[Total]:
    """Find the totals of one outcome in the facts of one mention."""
    rows = [(f, v) for f in facts if isinstance(v := f.statement.value, Toll) and f.statement.polarity]
    ids = {f.id for f, v in rows}
    hurt = any((v.figure.low or 0) > 0 for _, v in rows if v.outcome in ("killed", "wounded"))
    rows = [(f, v) for f, v in rows if v.outcome == outcome and not v.superseded and v.part_of not in ids]
    rows = [(f, v) for f, v in rows if _says_something(v.figure)]
    rows = [(f, v) for f, v in rows if not v.includes_perpetrators] or rows
    if not rows:
        none = [f for f in facts if isinstance(f.statement.value, NoCasualties) and f.statement.polarity]
        said = bool(none) and not hurt and outcome in ("killed", "wounded")
        return [Total(Figure(0, 0), (f,)) for f in none] if said else []
    tops = [(f, v) for f, v in rows if not any(_describes_more(w, v) for _, w in rows)]
    found = [_total([row]) for row in tops] if len({_people(v) for _, v in tops}) == 1 else [_sum_of_parts(tops)]
    ceiling = max(
        (t.figure.high or 0) if t.figure.low is None else max(t.figure.low, t.figure.high or 0) for t in found
    )
    # A part cannot outnumber its whole: such a row counts something else, so it stands as a total that disagrees.
    return found + [_total([row]) for row in rows if row not in tops and (row[1].figure.low or 0) > ceiling]


def fold_totals(totals: Sequence[Total], rule: str, *, beside: Sequence[Total] = ()) -> Count:
    """Fold totals into one count; totals ``beside`` may support it but set no bound."""
    current = _without_outdated(totals)
    if not current:
        return Count(rule=rule)
    picked = [t for t in current if t.picked]
    pointed = [t for t in picked or current if t.point is not None]
    chosen = RULES[rule](pointed) if pointed else max(picked or current, key=lambda t: t.order)
    mark = chosen.figure if chosen.point is None else Figure(chosen.point, chosen.point)
    everything = [*current, *beside]
    agreeing = [t for t in everything if compatible(t.figure, mark)[0] >= MEET]
    against = [t for t in current if compatible(t.figure, mark)[0] < MEET]
    low, high = bounds(current)
    return Count(
        low=low,
        best=chosen.point,
        high=high,
        rule="person" if picked else rule,
        n_statements=len({i for t in everything for i in t.ids}),
        n_witnesses=len({f.witness for t in agreeing for f in t.facts}),
        disputed=_any_apart(current),
        supports=_ids(agreeing),
        contradicts=_ids(against),
        derived=len(chosen.facts) > 1,
        civilians_only=chosen.civilians,
    )


def bounds(totals: Sequence[Total]) -> tuple[int | None, int | None]:
    """Find the smallest lower and the largest upper bound stated.

    "Several" and "at least four" state no upper bound and so take none away: beside "six" the high is 6. Only where a
    lower bound lies above every upper bound is the high open, None.
    """
    lows = [t.figure.low for t in totals if t.figure.low is not None]
    highs = [t.figure.high for t in totals if t.figure.high is not None]
    open_ended = [t.figure.low or 0 for t in totals if t.figure.high is None]
    if not highs or (open_ended and max(open_ended) > max(highs)):
        return min(lows, default=None), None
    return min(lows, default=None), max(highs)


def _without_outdated(totals: Sequence[Total]) -> list[Total]:
    """Leave out a voice's earlier figure where the same voice later gives one at least as exact."""

    def outdated(old: Total) -> bool:
        return not old.picked and any(
            new.head.voice == old.head.voice
            and new.head.date > old.head.date
            and new.figure.specificity >= old.figure.specificity
            and (old.head.background or not new.head.background)
            for new in totals
        )

    return [t for t in totals if not outdated(t)]


def _any_apart(totals: Sequence[Total]) -> bool:
    figures = {(t.figure.low, t.figure.high, t.figure.hedge): t.figure for t in totals}
    seen = list(figures.values())
    return any(compatible(a, b)[0] < MEET for i, a in enumerate(seen) for b in seen[i + 1 :])


def _ids(totals: Sequence[Total]) -> tuple[str, ...]:
    return tuple(sorted({i for t in totals for i in t.ids}))


def _says_something(figure: Figure) -> bool:
    return figure.low is not None or figure.high is not None


def _people(toll: Toll) -> tuple[str, tuple[str, ...], str]:
    return toll.group, tuple(sorted(toll.nationality)), toll.age_sex or ""


def _describes_more(wide: Toll, narrow: Toll) -> bool:
    """Tell whether the people of ``narrow`` are among those of ``wide``, by group, nationality, age and sex."""
    return (
        _people(wide) != _people(narrow)
        and wide.group in ("unknown", narrow.group)
        and (not wide.nationality or set(wide.nationality) >= set(narrow.nationality) != set())
        and wide.age_sex in (None, narrow.age_sex)
    )


def _total(rows: Sequence[tuple[Fact, Toll]]) -> Total:
    return Total(rows[0][1].figure, tuple(f for f, _ in rows), civilians=all(v.group == "civilian" for _, v in rows))


def _sum_of_parts(rows: Sequence[tuple[Fact, Toll]]) -> Total:
    """Add up one row for each group of people: the one said by an official, else the most exact."""
    best: dict[tuple[str, tuple[str, ...], str], tuple[Fact, Toll]] = {}
    for fact, toll in rows:
        key = _people(toll)
        if key not in best or _row_weight((fact, toll)) > _row_weight(best[key]):
            best[key] = (fact, toll)
    parts = [best[key] for key in sorted(best)]
    figures = [toll.figure for _, toll in parts]
    lows, highs = [f.low for f in figures], [f.high for f in figures]
    low = None if all(n is None for n in lows) else sum(n or 0 for n in lows)
    high = None if any(n is None for n in highs) else sum(n or 0 for n in highs)
    hedges = {f.hedge for f in figures}
    figure = Figure(low, high, figures[0].hedge if len(hedges) == 1 else "at_least" if high is None else "about")
    if len(hedges) > 1 and "vague" in hedges:
        figure = Figure(low, high, "vague")
    return Total(figure, tuple(f for f, _ in parts), civilians=all(v.group == "civilian" for _, v in parts))


def _row_weight(row: tuple[Fact, Toll]) -> tuple[bool, bool, float, str]:
    return row[0].picked, row[0].official, row[1].figure.specificity, row[0].id


def _singular(what: str) -> str:
    words = what.casefold().split()
    if words and words[-1].endswith("s") and not words[-1].endswith("ss"):
        words[-1] = words[-1][:-1]
    return " ".join(words)
