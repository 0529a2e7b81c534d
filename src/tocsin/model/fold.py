"""Fold statements under the current judgements into incidents: pure, whatever the order, and twice is once."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from tocsin.model.facts import gather_facts
from tocsin.model.fold_counts import DEFAULT_RULE, check_rule, fold_munitions, fold_outcome
from tocsin.model.fold_fields import (
    fold_named,
    fold_stands,
    fold_timeline,
    fold_type,
    fold_when,
    fold_where,
    summarise,
)
from tocsin.model.groups import group_mentions
from tocsin.model.incident import (
    FOLDED_OUTCOMES,
    NAMES_A_DOER,
    Choice,
    Count,
    Incident,
    MunitionCount,
    ReportRef,
    Review,
    Stand,
    incident_id,
)
from tocsin.model.judging import is_person, standing, verdicts_on_statements
from tocsin.model.kinds.event_type import EventType
from tocsin.model.kinds.target import Damage, Target
from tocsin.model.kinds.weapon import Weapon
from tocsin.model.kinds.when import When
from tocsin.model.kinds.where import Where
from tocsin.model.report import Report
from tocsin.model.statement import Judgement, Mention, Statement, Status

Recorded = Mapping[str, tuple[int, str]]
"""Mention id -> (number in the order of recording, ISO time stamp of recording)."""
NO_EVENT = frozenset({"threatened", "planned", "hypothetical"})
"""What has not happened founds no incident and joins none."""
_STATUS_ORDER: tuple[Status, ...] = (
    "happened", "attempted", "foiled", "denied", "threatened", "planned", "hypothetical",
)  # fmt: skip


def fold_incident(
    mentions: Iterable[Mention],
    statements: Iterable[Statement],
    judgements: Iterable[Judgement],
    reports: Iterable[Report],
    witnesses: Iterable[Iterable[str]],
    *,
    recorded: Recorded | None = None,
    rule: str = DEFAULT_RULE,
) -> Incident:
    """Fold one group of mentions into an incident.

    ``statements`` about other mentions are left out, ``reports`` must hold every mention's report, ``witnesses``
    groups report ids (a report in no group is a witness of its own). Rejected statements are left out and counted.

    Raises:
        UsageError: E203, no such rule.
    """
    check_rule(rule)
    told = {m.id: m for m in mentions}
    cited = _cited(told.values(), reports)
    grouped = _witnesses(cited, witnesses)
    stands = standing(judgements)
    verdicts = verdicts_on_statements(stands)
    mine = [s for s in statements if s.mention in told]
    rejected = frozenset(s for s, j in verdicts.items() if j.verdict == "reject")
    accepted = frozenset(s for s, j in verdicts.items() if j.verdict == "accept" and is_person(j.maker))
    numbers = {r: n for n, group in enumerate(grouped) for r in group}
    facts = gather_facts(told, mine, cited, numbers, rejected=rejected, accepted=accepted)
    counts: dict[str, Count] = {o: fold_outcome(facts, o, rule) for o in FOLDED_OUTCOMES}
    stances = fold_stands(facts)
    here = tuple(s for s in stances if s.scope == "this_attack")
    choices = fold_type(facts), fold_when(facts), fold_where(facts)
    munitions = fold_munitions(facts, rule)
    disputed = _disputed(choices, counts, munitions, here)
    founding = _order_of_recording(told.values(), cited, recorded or {})
    touched = _touched_by_people(told, {s.id for s in mine}, stands, mine)
    weapons = fold_named(facts, Weapon)
    seen, changed = _times(told.values(), cited, recorded or {}, stands)
    return Incident(
        id=incident_id(founding[0]),
        aliases=tuple(sorted(incident_id(m) for m in founding[1:])),
        status=_review(disputed, touched, choices, counts, munitions),
        event_status=_event_status(told.values(), numbers),
        summary=summarise(choices[0].value, choices[1].value, choices[2].value, weapons, counts),
        type=choices[0],
        when=choices[1],
        where=choices[2],
        killed=counts["killed"],
        wounded=counts["wounded"],
        missing=counts["missing"],
        abducted=counts["abducted"],
        munitions=munitions,
        weapons=weapons,
        targets=fold_named(facts, Target),
        damage=fold_named(facts, Damage),
        responsibility=here,
        said_elsewhere=tuple(s for s in stances if s.scope != "this_attack"),
        timeline=fold_timeline(facts),
        disputed=disputed,
        reports=tuple(_refer(r) for r in sorted(cited.values(), key=lambda r: (r.published or "9999", r.id))),
        witnesses=grouped,
        mentions=tuple(founding),
        statements=tuple(f.id for f in facts),
        n_rejected=len({s.id for s in mine} & rejected),
        first_seen=seen,
        last_changed=changed,
    )


def fold_all(
    mentions: Iterable[Mention],
    statements: Iterable[Statement],
    judgements: Iterable[Judgement],
    reports: Iterable[Report],
    witnesses: Iterable[Iterable[str]],
    *,
    recorded: Recorded | None = None,
    rule: str = DEFAULT_RULE,
) -> tuple[Incident, ...]:
    """Group mentions and fold every group that founds an incident, with the series between them; sorted by id."""
    told = {m.id: m for m in mentions}
    said: dict[str, list[Statement]] = {m: [] for m in told}
    for one in statements:
        if one.mention in said:
            said[one.mention].append(one)
    judged, known, grouped = tuple(judgements), tuple(reports), tuple(tuple(w) for w in witnesses)
    found = []
    for group in group_mentions(told.values(), judged):
        members = [told[m] for m in group]
        about = [s for m in group for s in said[m]]
        if founds_incident(members, about):
            found.append(fold_incident(members, about, judged, known, grouped, recorded=recorded, rule=rule))
    return tie_series(found, told.values())


def founds_incident(mentions: Iterable[Mention], statements: Iterable[Statement]) -> bool:
    """Tell whether a group of mentions is an attack to list.

    A look back that gives neither date nor place ("various attacks in the region") founds nothing, and what was only
    threatened, planned or supposed has not happened; both stay in the ledger as mentions.
    """
    told = [m for m in mentions if m.status not in NO_EVENT]
    if any(m.role != "background" for m in told):
        return True
    ids = {m.id for m in told}
    return any(_anchors(s) for s in statements if s.mention in ids)


def _anchors(statement: Statement) -> bool:
    value = statement.value
    if isinstance(value, When):
        return value.start is not None and value.basis != "publication"
    return isinstance(value, Where) and value.precision not in ("country", "unknown")


def tie_series(incidents: Iterable[Incident], mentions: Iterable[Mention]) -> tuple[Incident, ...]:
    """Fill in which incidents each one's reports look back at, and the series it stands in; sorted by id."""
    found = sorted(incidents, key=lambda i: i.id)
    home = {m: i.id for i in found for m in i.mentions}
    told = {m.id: m for m in mentions}
    looks_back: dict[str, set[str]] = {}
    for one in told.values():
        if one.role == "background" and one.id in home:
            looks_back.setdefault(one.report, set()).add(home[one.id])
    back = {i.id: _previous(i, told, looks_back) for i in found}
    forth: dict[str, set[str]] = {}
    for later, earlier in back.items():
        for one_id in earlier:
            forth.setdefault(one_id, set()).add(later)
    return tuple(
        replace(i, previous=tuple(sorted(back[i.id])), series=tuple(sorted(back[i.id] | forth.get(i.id, set()))))
        for i in found
    )


def _previous(incident: Incident, told: Mapping[str, Mention], looks_back: Mapping[str, set[str]]) -> set[str]:
    reports = {told[m].report for m in incident.mentions if m in told and told[m].role != "background"}
    return {other for r in reports for other in looks_back.get(r, ())} - {incident.id}


def _cited(mentions: Iterable[Mention], reports: Iterable[Report]) -> dict[str, Report]:
    wanted = {m.report for m in mentions}
    return {r.id: r for r in reports if r.id in wanted}


def _witnesses(cited: Mapping[str, Report], witnesses: Iterable[Iterable[str]]) -> tuple[tuple[str, ...], ...]:
    ids = set(cited)
    groups = [tuple(sorted(ids.intersection(group))) for group in witnesses]
    grouped = {r for group in groups for r in group}
    return tuple(sorted({g for g in groups if g} | {(r,) for r in cited if r not in grouped}))


def _order_of_recording(mentions: Iterable[Mention], cited: Mapping[str, Report], recorded: Recorded) -> list[str]:
    """Sort mention ids by when they were recorded; without that, by publication; then by id."""
    return [
        m.id
        for m in sorted(
            mentions,
            key=lambda m: (recorded.get(m.id, (math.inf, ""))[0], cited[m.report].published or "9999", m.id),
        )
    ]


def _times(
    mentions: Iterable[Mention], cited: Mapping[str, Report], recorded: Recorded, stands: Sequence[Judgement]
) -> tuple[str | None, str | None]:
    ids = {m.id for m in mentions}
    seen = sorted(recorded[m][1] for m in ids if m in recorded)
    if not seen:
        days = sorted(r.published for r in cited.values() if r.published)
        return (days[0], days[-1]) if days else (None, None)
    judged = [j.when for j in stands if j.when and (j.subject in ids or j.object in ids)]
    return seen[0], max([*seen, *judged])


def _event_status(mentions: Iterable[Mention], numbers: Mapping[str, int]) -> Status:
    told = list(mentions)
    voices: dict[Status, set[int]] = {}
    for one in [m for m in told if m.role != "background"] or told:
        voices.setdefault(one.status, set()).add(numbers[one.report])
    return min(voices, key=lambda s: (-len(voices[s]), _STATUS_ORDER.index(s)))


def _disputed(
    choices: tuple[Choice[EventType], Choice[When], Choice[Where]],
    counts: Mapping[str, Count],
    munitions: Sequence[MunitionCount],
    stands: Sequence[Stand],
) -> tuple[str, ...]:
    kinds = zip(("type", "when", "where"), (c.disputed for c in choices), strict=True)
    fields = [name for name, disputed in kinds if disputed]
    fields += [name for name, count in counts.items() if count.disputed]
    fields += ["munitions"] if any(m.count.disputed for m in munitions) else []
    return tuple(fields + (["responsibility"] if _stances_clash(stands) else []))


def _stances_clash(stands: Sequence[Stand]) -> bool:
    """Tell whether an actor is both named as doing it and cleared, or two actors claim it."""
    named = {s.actor.casefold() for s in stands if s.actor and s.stance in NAMES_A_DOER}
    cleared = {s.actor.casefold() for s in stands if s.actor and s.stance in ("denies", "acquitted")}
    claims = {s.actor.casefold() for s in stands if s.actor and s.stance in ("claims", "admits")}
    return bool(named & cleared) or len(claims) > 1


def _touched_by_people(
    told: Mapping[str, Mention], said: set[str], stands: Sequence[Judgement], statements: Sequence[Statement]
) -> bool:
    judged = any(is_person(j.maker) and ({j.subject, j.object} & (told.keys() | said)) for j in stands)
    return judged or any(is_person(s.maker) for s in statements)


def _review(
    disputed: Sequence[str],
    touched: bool,
    choices: tuple[Choice[EventType], Choice[When], Choice[Where]],
    counts: Mapping[str, Count],
    munitions: Sequence[MunitionCount],
) -> Review:
    """Call an incident disputed until a person has picked a value for every field in dispute."""
    rules = dict(zip(("type", "when", "where"), (c.rule for c in choices), strict=True))
    rules |= {name: count.rule for name, count in counts.items()}
    rules["munitions"] = "person" if all(m.count.rule == "person" for m in munitions if m.count.disputed) else "open"
    rules["responsibility"] = "person" if touched else "open"
    if any(rules[field] != "person" for field in disputed):
        return "disputed"
    return "reviewed" if touched else "unreviewed"


def _refer(report: Report) -> ReportRef:
    return ReportRef(report.id, report.key, report.title, report.outlet, report.published, report.url)
