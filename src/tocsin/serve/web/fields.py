"""The fields of a dossier: the value chosen, the rule that chose it, and the evidence for and against it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from tocsin.model.incident import Choice, Count, MunitionCount, Named
from tocsin.model.kinds.casualties import Toll
from tocsin.model.kinds.weapon import Munition
from tocsin.model.statement import Statement
from tocsin.serve.web import words
from tocsin.serve.web.case import Case, is_superseded, outcome_of, say_fate, say_value
from tocsin.serve.web.listing import say_place, say_tally, say_time
from tocsin.serve.web.views import EvidenceView, FieldView, GroupView

TOLL_FIELDS = ("killed", "wounded", "missing", "abducted")
SHOWN_AT_ONCE = 3
"""Statements of a group that are open at once; the others are one click away on the same page."""
FOR, AGAINST, BESIDE, PART, OLD, REJECTED = range(6)
GROUP_TITLES = {
    FOR: "Supports it",
    AGAINST: "Cannot be true together with it",
    BESIDE: "Said besides",
    PART: "Parts of a total",
    OLD: "Superseded: the report itself gives a newer figure",
    REJECTED: "Rejected by a person, not counted",
}


def view_fields(case: Case) -> tuple[FieldView, ...]:
    """Make the sections of a dossier, in the order of the page; every piece of evidence has an anchor of its own."""
    seen: set[str] = set()
    return tuple(replace(f, groups=tuple(_own_anchors(g, f.key, seen) for g in f.groups)) for f in _fields(case))


def _own_anchors(group: GroupView, key: str, seen: set[str]) -> GroupView:
    """Rename the anchors that an earlier section has: "no casualties" speaks of the killed and of the wounded."""

    def own(view: EvidenceView) -> EvidenceView:
        if view.anchor in seen:
            view = replace(view, anchor=f"{view.anchor}-{key}")
        seen.add(view.anchor)
        return view

    return replace(group, evidence=tuple(map(own, group.evidence)), more=tuple(map(own, group.more)))


def _fields(case: Case) -> Iterable[FieldView]:
    one = case.incident
    for outcome in TOLL_FIELDS:
        tally = one.count(outcome)
        if tally.known or outcome in ("killed", "wounded"):
            yield _toll_field(case, outcome, tally)
    arrested = [s for s in case.statements if outcome_of(s) == "arrested"]
    if arrested:
        yield FieldView("arrested", "Arrested", "as reported", "", (_group(case, "", arrested),))
    if one.munitions:
        yield _munition_field(case, one.munitions)
    yield _choice_field(case, "when", "When", say_time(one)[0], one.when)
    yield _choice_field(case, "where", "Where", say_place(one)[0], one.where)
    yield _choice_field(case, "type", "Type", one.type.value.acled if one.type.value else "not known", one.type)
    for key, title, named in (("weapons", "Weapons", one.weapons), ("targets", "Targets", one.targets)):
        if named:
            yield _named_field(case, key, title, named)
    if one.damage:
        yield _named_field(case, "damage", "Damage", one.damage, effects=True)


def _toll_field(case: Case, outcome: str, tally: Count) -> FieldView:
    counted = {*tally.supports, *tally.contradicts}
    told = [s for s in case.statements if outcome_of(s) == outcome]
    told += [s for s in case.statements if s.field == "no_casualties" and s.id in counted]
    notes = []
    if tally.derived:
        notes.append("The best value is the sum of parts that one report gives.")
    if tally.civilians_only:
        notes.append("No report counts everybody: the figures are of civilians.")
    if not tally.known:
        notes.append(f"No report says how many were {outcome}. Unknown is not zero.")
    best = "" if tally.best is None else f"{tally.best:,}"
    return FieldView(
        key=outcome,
        title=words.OUTCOMES[outcome],
        value=say_tally(tally),
        rule=_say_rule(tally.rule, tally.n_statements, tally.n_witnesses),
        groups=_groups(case, told, tally.supports, tally.contradicts),
        disputed=tally.disputed,
        dispute=_say_clash(case, best, tally.supports, tally.contradicts) if tally.disputed else "",
        note=" ".join(notes),
    )


def _munition_field(case: Case, counts: tuple[MunitionCount, ...]) -> FieldView:
    told = [s for s in case.statements if s.field == "munition"]
    supports = tuple(i for m in counts for i in m.count.supports)
    contradicts = tuple(i for m in counts for i in m.count.contradicts)
    clashing = next((m.count for m in counts if m.count.disputed), None)
    rules = {m.count.rule for m in counts if m.count.rule}
    witnesses = max((m.count.n_witnesses for m in counts), default=0)
    dispute = ""
    if clashing:
        best = "" if clashing.best is None else f"{clashing.best:,}"
        dispute = _say_clash(case, best, clashing.supports, clashing.contradicts)
    sorts = [f"{say_tally(m.count)} {_plural(m)}{say_fate(m.fate)}" for m in counts]
    return FieldView(
        key="munitions",
        title="Munitions",
        value=sorts[0],
        note=f"Also counted: {'; '.join(sorts[1:])}." if sorts[1:] else "",
        rule=_say_rule(rules.pop() if len(rules) == 1 else "", len(told), witnesses),
        groups=_groups(case, told, supports, contradicts),
        disputed=clashing is not None,
        dispute=dispute,
    )


def _choice_field(case: Case, key: str, title: str, value: str, choice: Choice[Any]) -> FieldView:
    told = [s for s in case.statements if s.field == key]
    chosen = choice.value.show() if choice.value else ""
    return FieldView(
        key=key,
        title=title,
        value=value,
        rule=_say_rule(choice.rule, choice.n_statements, choice.n_witnesses),
        groups=_groups(case, told, choice.supports, choice.contradicts),
        disputed=choice.disputed,
        dispute=_say_clash(case, chosen, choice.supports, choice.contradicts) if choice.disputed else "",
        note="" if told else "No report says.",
    )


def _named_field(case: Case, key: str, title: str, named: tuple[Named, ...], *, effects: bool = False) -> FieldView:
    told = [case.by_id[i] for one in named for i in one.supports if i in case.by_id]
    kinds = [words.say(words.EFFECTS, n.kind) if effects else n.kind.replace("_", " ") for n in named]
    value = "; ".join(
        n.text if kind in ("", "other", n.text.lower()) else f"{n.text} ({kind})"
        for n, kind in zip(named, kinds, strict=True)
    )
    return FieldView(key, title, value, "", (_group(case, "", told),))


def _groups(
    case: Case, told: Sequence[Statement], supports: Sequence[str], contradicts: Sequence[str]
) -> tuple[GroupView, ...]:
    """Sort the evidence by how it bears on the chosen value."""
    by_place: dict[int, list[Statement]] = {}
    for one in told:
        by_place.setdefault(_place(case, one, supports, contradicts), []).append(one)
    return tuple(
        _group(case, GROUP_TITLES[place], by_place[place], against=place == AGAINST) for place in sorted(by_place)
    )


def _place(case: Case, one: Statement, supports: Sequence[str], contradicts: Sequence[str]) -> int:
    if one.id in case.rejected:
        return REJECTED
    if is_superseded(one):
        return OLD
    if one.id in supports:
        return FOR
    if one.id in contradicts:
        return AGAINST
    return PART if isinstance(one.value, Toll) and one.value.part_of else BESIDE


def _group(case: Case, title: str, told: Sequence[Statement], *, against: bool = False) -> GroupView:
    """Show statements, what one witness says once; new values first, so that none is folded away behind its likes."""
    ordered = sorted(told, key=lambda s: (case.numbers.get(s.report, 0), s.span.start if s.span else 0))
    fresh: list[EvidenceView] = []
    again: list[EvidenceView] = []
    seen: set[str] = set()
    for one, copies in case.once_per_witness(ordered):
        view = case.evidence(one, *_labels(one), also=copies)
        (again if view.says in seen else fresh).append(view)
        seen.add(view.says)
    listed = fresh + again
    return GroupView(title, tuple(listed[:SHOWN_AT_ONCE]), tuple(listed[SHOWN_AT_ONCE:]), against)


def _labels(one: Statement) -> list[str]:
    fate = say_fate(one.value.fate).removeprefix(", ") if isinstance(one.value, Munition) else ""
    return [fate] if fate else []


def _plural(one: MunitionCount) -> str:
    """Name the munitions, in the plural where the count is not one; set apart, since words may run right to left."""
    alone = one.count.best == one.count.high == 1 or one.what.endswith("s") or not one.what.isascii()
    return f"\u2068{one.what if alone else f'{one.what}s'}\u2069"


def _say_rule(rule: str, statements: int, witnesses: int) -> str:
    if not rule or not statements:
        return ""
    what = words.RULES.get(rule, "")
    named = f"Rule {rule}" + (f": {what}." if what else ".")
    agree = words.count(witnesses, "witness agrees", "witnesses agree")
    return f"{named} {words.count(statements, 'statement')}; {agree}."


def _say_clash(case: Case, chosen: str, supports: Iterable[str], contradicts: Iterable[str]) -> str:
    """Say the two sides in a line: ``6 against 2``."""
    ours = {say_value(case.by_id[i]) for i in supports if i in case.by_id} | {chosen}
    theirs = dict.fromkeys(say_value(case.by_id[i]) for i in contradicts if i in case.by_id)
    others = [value for value in theirs if value not in ours]
    return f"{chosen} against {words.join_words(others)}" if chosen and others else "the reports cannot all be right"
