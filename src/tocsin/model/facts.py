"""A statement with what weighs on it in a fold: report, witness, date, and whether a person stands by it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from tocsin.model.incident import Choice
from tocsin.model.judging import is_person
from tocsin.model.report import Report
from tocsin.model.statement import Mention, Statement

V = TypeVar("V")
OFFICIAL = frozenset({"official", "military", "police", "medical"})
"""Kinds of speaker who hold office; "official" in the name of the rule ``latest-official``."""


@dataclass(frozen=True, slots=True)
class Fact:
    """Hold one statement in its setting. ``witness`` numbers the group of copies that its report belongs to."""

    statement: Statement
    mention: Mention
    report: Report
    witness: int
    picked: bool

    @property
    def id(self) -> str:
        """Give the statement's id."""
        return self.statement.id

    @property
    def date(self) -> str:
        """Give the report's publication, empty where unknown: unknown sorts first, so it never counts as latest."""
        return self.report.published or ""

    @property
    def background(self) -> bool:
        """Tell whether the report only looks back at the attack."""
        return self.mention.role == "background"

    @property
    def official(self) -> bool:
        """Tell whether the speaker holds office."""
        return self.statement.speaker is not None and self.statement.speaker.kind in OFFICIAL

    @property
    def voice(self) -> str:
        """Name whose words these are: a named speaker, else the outlet, else this report alone."""
        speaker = self.statement.speaker
        if speaker is not None and speaker.named:
            return f"speaker {speaker.name.casefold()}"
        return f"outlet {self.report.outlet.casefold()}" if self.report.outlet else f"report {self.report.id}"


def gather_facts(
    mentions: Mapping[str, Mention],
    statements: Iterable[Statement],
    reports: Mapping[str, Report],
    witnesses: Mapping[str, int],
    *,
    rejected: frozenset[str],
    accepted: frozenset[str],
) -> tuple[Fact, ...]:
    """Set every statement about these mentions that was not rejected into its setting; each id once, sorted by id."""
    found: dict[str, Fact] = {}
    told = [s for s in statements if s.mention in mentions and s.id not in rejected]
    replaced = replaced_statements(told)
    for one in told:
        mention = mentions[one.mention]
        if one.id in replaced:
            continue
        picked = is_person(one.maker) or one.id in accepted
        if one.id not in found or (picked and not found[one.id].picked):
            found[one.id] = Fact(one, mention, reports[one.report], witnesses[one.report], picked)
    return tuple(found[i] for i in sorted(found))


def replaced_statements(statements: Sequence[Statement]) -> frozenset[str]:
    """List the statements that another one was derived from in the same words: it says the same, better."""
    spans = {s.id: s.span for s in statements}
    return frozenset(b for s in statements for b in s.because if b in spans and spans[b] == s.span)


def surest(statements: Iterable[Statement]) -> Statement | None:
    """Pick the statement that speaks for a field of one mention: surest, then most specific, then earliest."""
    return min(
        statements,
        key=lambda s: (-s.confidence, -s.value.specificity, s.span.start if s.span else 0, s.id),
        default=None,
    )


def speaking(facts: Iterable[tuple[Fact, V]]) -> list[tuple[Fact, V]]:
    """Keep, of the readings that one mention offers for a field, the one that speaks for it; and what people picked.

    A reader that is torn between two places states both; that is doubt within one report, not a dispute.
    """
    by_mention: dict[str, list[tuple[Fact, V]]] = {}
    kept = []
    for fact, value in facts:
        if fact.picked or not fact.statement.polarity:
            kept.append((fact, value))
        else:
            by_mention.setdefault(fact.mention.id, []).append((fact, value))
    for offered in by_mention.values():
        best = surest(f.statement for f, _ in offered)
        kept += [(f, v) for f, v in offered if best is not None and f.id == best.id]
    return sorted(kept, key=lambda pair: pair[0].id)


def choose(
    rule: str,
    facts: Sequence[tuple[Fact, V]],
    *,
    agree: Callable[[V, V], bool],
    finer: Callable[[V, V], bool],
    rank: Callable[[V], float],
) -> Choice[V]:
    """Choose a value: the finest among those that agree, then the most witnesses, then the finest of all.

    ``agree`` tells whether two values can both be true, ``finer`` whether the first says the same and more, ``rank``
    how much a value says. A value that somebody else says more finely is no candidate but supports the finer one.
    What a person stands by is chosen before all else.
    """
    told = [(f, v) for f, v in facts if f.statement.polarity]
    if not told:
        return Choice(rule=rule)
    leaves = [(f, v) for f, v in told if not any(agree(w, v) and finer(w, v) for _, w in told)] or told
    scored = {f.id: len({g.witness for g, w in told if agree(v, w)}) for f, v in leaves}
    candidates = [(f, v) for f, v in told if f.picked] or leaves

    def weight(pair: tuple[Fact, V]) -> tuple[int, float, bool, str]:
        fact, value = pair
        return scored.get(fact.id, 0), rank(value), not fact.background, fact.date

    ordered = sorted(sorted(candidates, key=lambda p: p[0].id), key=weight, reverse=True)
    best_fact, best = ordered[0]
    supports = [f for f, v in told if agree(best, v)]
    denied = [f for f, v in facts if not f.statement.polarity and agree(best, v)]
    contradicts = [f for f, v in told if not agree(best, v)]
    others = sorted(sorted(leaves, key=lambda p: p[0].id), key=weight, reverse=True)
    alternatives: list[V] = []
    for _, value in others:
        if not agree(best, value) and not any(agree(value, a) for a in alternatives):
            alternatives.append(value)
    return Choice(
        value=best,
        rule="person" if best_fact.picked else rule,
        n_statements=len(told),
        n_witnesses=len({f.witness for f in supports}),
        disputed=bool(contradicts),
        supports=tuple(f.id for f in supports),
        contradicts=tuple(sorted(f.id for f in [*contradicts, *denied])),
        alternatives=tuple(alternatives),
    )
