"""Turn a case into a dossier: the head, who did it, other attacks, and how it was put together."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.model.groups import JOIN
from tocsin.model.incident import Count, Incident, Stand
from tocsin.model.judging import is_person
from tocsin.model.statement import Judgement, Statement
from tocsin.serve.web import words
from tocsin.serve.web.case import Case, maker_name, say_published
from tocsin.serve.web.fields import SHOWN_AT_ONCE, view_fields
from tocsin.serve.web.listing import headline, make_mark, say_disputes, say_place, say_tally, say_time
from tocsin.serve.web.sides import COLUMNS, view_witnesses
from tocsin.serve.web.sources import view_sources
from tocsin.serve.web.views import DossierView, Fact, HistoryView, OtherView, StandView

HISTORY_LIMIT = 60
"""Judgements listed on a page; the JSON has them all."""


def view_dossier(case: Case) -> DossierView:
    """Make the whole page's values."""
    one = case.incident
    fields = view_fields(case)
    shown = {e.anchor for f in fields for e in f.evidence}
    stands, elsewhere = _stands(case, one.responsibility), _stands(case, one.said_elsewhere)
    shown |= {e.anchor for s in (*stands, *elsewhere) for e in (*s.evidence, *s.more)}
    sources = view_sources(case, shown)
    listed = case.judgements[:HISTORY_LIMIT]
    return DossierView(
        id=one.id,
        summary=one.summary,
        headline=headline(one),
        type=one.type.value.acled if one.type.value else "Type not known",
        event_type=one.type.value.event_type if one.type.value else "",
        status=words.say(words.STATUSES, one.status),
        event_status="" if one.event_status == "happened" else words.say(words.MENTION_STATUSES, one.event_status),
        facts=_facts(one),
        disputes=say_disputes(one),
        mark=make_mark(one),
        fields=fields,
        columns=COLUMNS,
        witnesses=view_witnesses(case, sources),
        stands=stands,
        elsewhere=elsewhere,
        others=tuple(_others(case)),
        sources=sources,
        history=tuple(_history(case, j) for j in listed),
        history_sum=_sum_up(case),
        unlisted_judgements=len(case.judgements) - len(listed),
        n_statements=len(one.statements),
        n_rejected=one.n_rejected,
        n_witnesses=len(one.witnesses),
        last_changed=say_published(one.last_changed),
    )


def _facts(one: Incident) -> tuple[Fact, ...]:
    when, precision = say_time(one)
    value = one.when.value
    clock = f"{value.time_local} local time" if value and value.time_local else ""
    utc = f"{value.utc.partition('T')[2].removesuffix('Z')} UTC" if value and value.utc else ""
    place, place_precision = say_place(one)
    facts = [
        Fact("When", when, " · ".join(filter(None, [clock, utc, precision])), "#f-when"),
        Fact("Where", place, place_precision, "#f-where"),
        Fact("Killed", say_tally(one.killed), _say_support(one.killed), "#f-killed"),
        Fact("Wounded", say_tally(one.wounded), _say_support(one.wounded), "#f-wounded"),
    ]
    for outcome in ("missing", "abducted"):
        tally = one.count(outcome)
        if tally.known:
            facts.append(Fact(words.OUTCOMES[outcome], say_tally(tally), _say_support(tally), f"#f-{outcome}"))
    witnesses = words.count(len(one.witnesses), "independent witness", "independent witnesses")
    facts.append(Fact("Reports", words.count(len(one.reports), "report"), witnesses, "#sources"))
    return tuple(facts)


def _say_support(tally: Count) -> str:
    if not tally.known:
        return "no report says; that is not zero"
    return words.count(tally.n_witnesses, "witness", "witnesses")


def _stands(case: Case, rows: tuple[Stand, ...]) -> tuple[StandView, ...]:
    """Group the rows by actor, stance and scope; claims first, the absence of blame last."""
    known = {row.statement: row for row in rows if row.statement in case.by_id}
    groups: dict[tuple[str, ...], list[Statement]] = {}
    for row in known.values():
        key = ((row.actor or "").casefold(), row.stance, row.scope)
        groups.setdefault(key, []).append(case.by_id[row.statement])
    order = list(words.STANCES)
    ranked = sorted(groups.values(), key=lambda told: order.index(known[told[0].id].stance))
    return tuple(_stand(case, [known[one.id] for one in told], told) for told in ranked)


def _stand(case: Case, rows: list[Stand], told: list[Statement]) -> StandView:
    official = {
        row.statement: {True: "speaks in office", False: "holds no office", None: ""}[row.official] for row in rows
    }
    evidence = tuple(
        case.evidence(one, *filter(None, [official[one.id]]), also=copies)
        for one, copies in case.once_per_witness(told)
    )
    head = rows[0]
    return StandView(
        actor=head.actor or "nobody named",
        actor_kind=next((row.actor_kind for row in rows if row.actor_kind != "unknown"), ""),
        stance=words.say(words.STANCES, head.stance),
        stance_note=words.STANCE_NOTES.get(head.stance, ""),
        scope=words.say(words.SCOPES, head.scope),
        evidence=evidence[:SHOWN_AT_ONCE],
        more=evidence[SHOWN_AT_ONCE:],
    )


def _others(case: Case) -> Iterable[OtherView]:
    back = set(case.incident.previous)
    for ident in dict.fromkeys((*case.incident.previous, *case.incident.series)):
        other = case.related.get(ident)
        if other is None or other.id == case.incident.id:
            continue
        tie = "these reports look back at it" if ident in back else "its reports look back at this one"
        yield OtherView(f"/incidents/{other.id}", other.summary, say_time(other)[0], tie)


def _history(case: Case, judgement: Judgement) -> HistoryView:
    pair = " and ".join(filter(None, [_name(case, judgement.subject), _name(case, judgement.object)]))
    return HistoryView(
        decision=words.say(words.VERDICTS, judgement.verdict),
        pair=pair,
        score=f"{judgement.score:.2f}",
        reasons=judgement.reasons,
        maker=maker_name(judgement.maker),
        when=say_published(judgement.when or None) if judgement.when else "",
        by_person=is_person(judgement.maker),
    )


def _sum_up(case: Case) -> str:
    """Say the comparisons behind the incident in a line."""
    pairs = [j for j in case.judgements if j.verdict == "same"]
    if not pairs:
        return ""
    scores = [j.score for j in pairs]
    people = sum(1 for j in pairs if is_person(j.maker))
    by = f", {people} decided by people" if people else ""
    compared = words.count(len(pairs), "comparison says", "comparisons say")
    low, high = f"{min(scores):.2f}", f"{max(scores):.2f}"
    likeness = low if low == high else f"{low} to {high}"
    return f"{compared} so: likeness {likeness}, from {JOIN:.2f} up is the same{by}."


def _name(case: Case, ident: str | None) -> str:
    if ident is None:
        return ""
    mention = case.mentions.get(ident)
    if mention is not None:
        number = case.numbers.get(mention.report)
        where = f"r{number} s{mention.sentence + 1}" if number else "another report"
        return f"{where} “{mention.anchor.text}”"
    statement = case.by_id.get(ident)
    return f"“{statement.value.show()}”" if statement else ident
