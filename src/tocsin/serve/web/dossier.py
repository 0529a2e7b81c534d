"""Turn a case into a dossier: fields with evidence, figures side by side, who did it, how it was put together."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from tocsin.model.incident import Choice, Count, Incident, MunitionCount, Named, Stand
from tocsin.model.judging import is_person
from tocsin.model.kinds.casualties import Toll
from tocsin.model.kinds.responsibility import Responsibility
from tocsin.model.kinds.weapon import Munition
from tocsin.model.statement import Judgement, Statement
from tocsin.serve.web import words
from tocsin.serve.web.case import (
    Case,
    is_about_this,
    is_superseded,
    maker_name,
    outcome_of,
    say_published,
    say_value,
)
from tocsin.serve.web.listing import headline, make_mark, say_disputes, say_place, say_tally, say_time
from tocsin.serve.web.sourcetext import mark_statements, view_paragraphs
from tocsin.serve.web.views import (
    CellView,
    CompareRow,
    DossierView,
    EvidenceView,
    Fact,
    FieldView,
    HistoryView,
    OtherView,
    SourceView,
    StandView,
    WarningView,
    WitnessView,
)

HISTORY_LIMIT = 60
"""Judgements listed on a page; the JSON has them all."""
TOLL_FIELDS = ("killed", "wounded", "missing", "abducted")
COLUMNS = ("When", "Killed", "Wounded", "Munitions", "Who did it")


def view_dossier(case: Case) -> DossierView:
    """Make the whole page's values."""
    one = case.incident
    fields = tuple(_fields(case))
    shown = {e.anchor for f in fields for e in f.evidence}
    stands, elsewhere = _stands(case, one.responsibility), _stands(case, one.said_elsewhere)
    shown |= {s.evidence.anchor for s in (*stands, *elsewhere)}
    sources = _sources(case, shown)
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
        witnesses=_witnesses(case, sources),
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
        first_seen=say_published(one.first_seen),
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


def _fields(case: Case) -> Iterable[FieldView]:
    one = case.incident
    for outcome in TOLL_FIELDS:
        tally = one.count(outcome)
        if tally.known or outcome in ("killed", "wounded"):
            yield _toll_field(case, outcome, tally)
    arrested = [s for s in case.statements if outcome_of(s) == "arrested"]
    if arrested:
        yield FieldView("arrested", "Arrested", "as reported", "", _list_evidence(case, arrested))
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
    told = [s for s in case.statements if outcome_of(s) == outcome]
    told += [s for s in case.statements if s.field == "no_casualties" and s.id in {*tally.supports, *tally.contradicts}]
    notes = []
    if tally.derived:
        notes.append("The best value is the sum of parts that the reports give.")
    if tally.civilians_only:
        notes.append("No report counts everybody: the figures are of civilians.")
    if not tally.known:
        notes.append(f"No report says how many were {outcome}. Unknown is not zero.")
    return FieldView(
        key=outcome,
        title=words.OUTCOMES[outcome],
        value=say_tally(tally),
        rule=_say_rule(tally.rule, tally.n_statements, tally.n_witnesses),
        evidence=_count_evidence(case, told, tally.supports, tally.contradicts),
        disputed=tally.disputed,
        dispute=_say_clash(case, tally.supports, tally.contradicts) if tally.disputed else "",
        note=" ".join(notes),
    )


def _munition_field(case: Case, counts: tuple[MunitionCount, ...]) -> FieldView:
    told = [s for s in case.statements if s.field == "munition"]
    supports = tuple(i for m in counts for i in m.count.supports)
    contradicts = tuple(i for m in counts for i in m.count.contradicts)
    disputed = any(m.count.disputed for m in counts)
    value = "; ".join(f"{say_tally(m.count)} {_plural(m)}" + _say_fate(m.fate) for m in counts)
    rules = {m.count.rule for m in counts if m.count.rule}
    witnesses = max((m.count.n_witnesses for m in counts), default=0)
    return FieldView(
        key="munitions",
        title="Munitions",
        value=value,
        rule=_say_rule(rules.pop() if len(rules) == 1 else "", len(told), witnesses),
        evidence=_count_evidence(case, told, supports, contradicts),
        disputed=disputed,
        dispute=_say_clash(case, supports, contradicts) if disputed else "",
    )


def _plural(one: MunitionCount) -> str:
    alone = one.count.best == one.count.high == 1 or one.what.endswith("s")
    return one.what if alone else f"{one.what}s"


def _say_fate(fate: str) -> str:
    return "" if fate == "unknown" else f", {fate.replace('_', ' ')}"


def _say_rule(rule: str, statements: int, witnesses: int) -> str:
    if not rule:
        return ""
    what = words.RULES.get(rule, "")
    named = f"Rule {rule}" + (f": {what}." if what else ".")
    agree = words.count(witnesses, "witness agrees", "witnesses agree")
    return f"{named} {words.count(statements, 'statement')}; {agree}."


def _say_clash(case: Case, supports: Iterable[str], contradicts: Iterable[str]) -> str:
    """Say the two sides in a line: ``6 against 2``."""
    sides = []
    for ids in (supports, contradicts):
        values = dict.fromkeys(say_value(case.by_id[i]) for i in ids if i in case.by_id)
        sides.append(", ".join(values))
    return f"{sides[0]} against {sides[1]}" if all(sides) else "the reports cannot all be right"


def _count_evidence(
    case: Case,
    told: list[Statement],
    supports: tuple[str, ...],
    contradicts: tuple[str, ...],
) -> tuple[EvidenceView, ...]:
    """Order the evidence: what supports the best value, what contradicts it, parts of totals, old figures."""

    def place(one: Statement) -> tuple[int, str]:
        if one.id in case.rejected:
            return 5, "not counted"
        if is_superseded(one):
            return 4, "superseded: the report itself gives a newer figure"
        if one.id in supports:
            return 0, "supports the best value"
        if one.id in contradicts:
            return 1, "cannot be true together with the best value"
        if isinstance(one.value, Toll) and one.value.part_of:
            return 3, "part of a total"
        return 2, "neither supports nor contradicts"

    told = sorted(told, key=lambda s: (place(s)[0], case.numbers.get(s.report, 0), s.span.start if s.span else 0))
    found = []
    for one, copies in case.once_per_witness(told):
        label = [place(one)[1]]
        if isinstance(one.value, Toll) and one.value.who:
            label.append(f"of {one.value.who}")
        if isinstance(one.value, Munition):
            label.append(one.value.what + _say_fate(one.value.fate))
        found.append(case.evidence(one, *filter(None, label), also=copies))
    return tuple(found)


def _choice_field(case: Case, key: str, title: str, value: str, choice: Choice[Any]) -> FieldView:
    told = [s for s in case.statements if s.field == key]
    contradicting = set(choice.contradicts)
    told.sort(key=lambda s: (s.id in contradicting, case.numbers.get(s.report, 0), s.span.start if s.span else 0))
    evidence = tuple(
        case.evidence(one, *(["contradicts the value above"] if one.id in contradicting else []), also=copies)
        for one, copies in case.once_per_witness(told)
    )
    return FieldView(
        key=key,
        title=title,
        value=value,
        rule=_say_rule(choice.rule, choice.n_statements, choice.n_witnesses),
        evidence=evidence,
        disputed=choice.disputed,
        dispute=_say_clash(case, choice.supports, choice.contradicts) if choice.disputed else "",
        note="" if told else "No report says.",
    )


def _named_field(case: Case, key: str, title: str, named: tuple[Named, ...], *, effects: bool = False) -> FieldView:
    told = [case.by_id[i] for one in named for i in one.supports if i in case.by_id]
    kinds = (words.say(words.EFFECTS, n.kind) if effects else n.kind.replace("_", " ") for n in named)
    value = "; ".join(
        n.text if not kind or kind == n.text.lower() else f"{n.text} ({kind})"
        for n, kind in zip(named, kinds, strict=True)
    )
    return FieldView(key, title, value, "", _list_evidence(case, told))


def _list_evidence(case: Case, told: list[Statement]) -> tuple[EvidenceView, ...]:
    return tuple(case.evidence(one, also=copies) for one, copies in case.once_per_witness(told))


def _stands(case: Case, rows: tuple[Stand, ...]) -> tuple[StandView, ...]:
    """Show the rows, what one witness says once."""
    known = {row.statement: row for row in rows if row.statement in case.by_id}
    told = case.once_per_witness([case.by_id[ident] for ident in known])
    return tuple(_stand(case, known[one.id], one, copies) for one, copies in told)


def _stand(case: Case, row: Stand, one: Statement, copies: tuple[Statement, ...]) -> StandView:
    official = {True: "in office", False: "not in office", None: ""}[row.official]
    return StandView(
        actor=row.actor or "nobody named",
        actor_kind="" if row.actor_kind == "unknown" else row.actor_kind,
        stance=words.say(words.STANCES, row.stance),
        stance_note=words.STANCE_NOTES.get(row.stance, ""),
        speaker=row.speaker or "",
        official=official,
        scope=words.say(words.SCOPES, row.scope),
        evidence=case.evidence(one, also=copies),
    )


def _sources(case: Case, shown: set[str]) -> tuple[SourceView, ...]:
    found = []
    for card in case.reports:
        document = case.documents[card.id]
        number = case.numbers[card.id]
        own = [s for s in case.statements if s.report == card.id]
        marks = mark_statements(own, lambda s: _link(s, shown))
        copies = (
            tuple(
                case.numbers[other]
                for other in case.incident.witnesses[case.witness_of[card.id]]
                if other != card.id and other in case.numbers
            )
            if card.id in case.witness_of
            else ()
        )
        found.append(
            SourceView(
                number=number,
                key=card.key,
                href=f"/reports/{card.key}",
                title=card.title,
                outlet=card.outlet or "outlet not given",
                published=say_published(document.report.published),
                published_basis=document.report.published_basis,
                url=safe_url(card.url),
                sha256=document.report.sha256,
                language=document.report.language,
                n_chars=len(document.text),
                paragraphs=view_paragraphs(document, marks, lambda n, r=number: f"r{r}-s{n}"),  # type: ignore[misc]
                warnings=tuple(
                    WarningView(w.code, w.message, case.ref(card.id, w.span)) for w in case.warnings.get(card.id, ())
                ),
                copies=copies,
            )
        )
    return tuple(found)


def _link(one: Statement, shown: set[str]) -> str:
    """Link words to their evidence; where a copy's evidence is folded away, to the field."""
    anchor = f"e-{one.id}"
    return f"#{anchor}" if anchor in shown else f"#f-{field_key(one)}"


def field_key(one: Statement) -> str:
    """Name the section of the dossier that a statement belongs to."""
    plural = {"munition": "munitions", "weapon": "weapons", "target": "targets", "no_casualties": "killed"}
    return outcome_of(one) or plural.get(one.field, one.field)


def safe_url(url: str | None) -> str | None:
    """Give an address only if it is one of the web: a ledger's text never becomes a script."""
    return url if url and url.lower().startswith(("https://", "http://")) else None


def _witnesses(case: Case, sources: tuple[SourceView, ...]) -> tuple[WitnessView, ...]:
    by_number = {s.number: s for s in sources}
    groups: dict[int, list[int]] = {}
    for card in case.reports:
        groups.setdefault(case.witness_of.get(card.id, -case.numbers[card.id]), []).append(case.numbers[card.id])
    return tuple(
        WitnessView(tuple(CompareRow(by_number[n], _cells(case, case.reports[n - 1].id)) for n in numbers))
        for numbers in groups.values()
    )


def _cells(case: Case, report: str) -> tuple[tuple[CellView, ...], ...]:
    own = [s for s in case.statements if s.report == report and s.id not in case.rejected]
    own.sort(key=lambda s: s.span.start if s.span else 0)
    columns: list[list[Statement]] = [
        [s for s in own if s.field == "when"],
        [s for s in own if _is_total(s, "killed") or s.field == "no_casualties"],
        [s for s in own if _is_total(s, "wounded")],
        [s for s in own if s.field == "munition"],
        [s for s in own if s.field == "responsibility" and is_about_this(s)],
    ]
    return tuple(tuple(_once(_cell(case, s) for s in column)) for column in columns)


def _is_total(one: Statement, outcome: str) -> bool:
    return isinstance(one.value, Toll) and one.value.outcome == outcome and one.value.part_of is None


def _cell(case: Case, one: Statement) -> CellView:
    says, detail = _say_in_cell(one)
    return CellView(
        says=says,
        detail=detail,
        who=one.speaker.name if one.speaker else "",
        ref=case.ref(one.report, one.span),
        old=is_superseded(one),
    )


def _say_in_cell(one: Statement) -> tuple[str, str]:
    """Say a statement in a few words, and what they are of."""
    value, says = one.value, say_value(one)
    if isinstance(value, Responsibility):
        stance = words.say(words.STANCES, value.stance)
        return (value.actor.name or value.actor.text, stance) if value.actor else (stance, "")
    if isinstance(value, Munition):
        return says, f"{value.what}{_say_fate(value.fate)}"
    if isinstance(value, Toll):
        return says, value.who
    return says, ""


def _once(cells: Iterable[CellView]) -> Iterable[CellView]:
    """Drop a cell that says again what one before it says in the same voice."""
    seen: set[tuple[str, ...]] = set()
    for cell in cells:
        key = (cell.says, cell.detail, cell.who)
        if key not in seen:
            seen.add(key)
            yield cell


def _others(case: Case) -> Iterable[OtherView]:
    back = set(case.incident.previous)
    for ident in dict.fromkeys((*case.incident.previous, *case.incident.series)):
        other = case.related.get(ident)
        if other is None or other.id == case.incident.id:
            continue
        tie = "these reports look back at it" if ident in back else "its reports and these are tied by a look back"
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
    return (
        f"{compared} so: likeness {min(scores):.2f} to {max(scores):.2f}, from {words.SAME_AT:.2f} up is the same{by}."
    )


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
