"""Show places to a person or a program: what a name may mean, and why a report was placed where it was."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from rich.console import Group
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from tocsin.model.kinds.where import Where

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import RenderableType

    from tocsin.model.reading import Reading
    from tocsin.model.statement import Statement
    from tocsin.resolve.explain import AttackExplained, NameExplained, NameWeighed, Reasons
    from tocsin.resolve.gazetteer import Place

Json = dict[str, Any]
SHOWN = 6
"""Candidates shown for a name, and names shown for an attack; the JSON has all."""


def place_to_json(place: Place) -> Json:
    """Give a place as a JSON object."""
    return asdict(place)


def explanation_to_json(reading: Reading, names: Sequence[NameExplained], attacks: Sequence[AttackExplained]) -> Json:
    """Give an explanation as one JSON object."""
    return {
        "report": reading.report.id,
        "names": [_name_to_json(name) for name in names],
        "attacks": [_attack_to_json(attack) for attack in attacks],
    }


def _name_to_json(name: NameExplained) -> Json:
    wording = name.wording
    return {
        **{key: value for key, value in asdict(wording).items() if key not in {"start", "end"}},
        "span": [wording.start, wording.end],
        "outcome": name.outcome,
        "place": name.value.to_json() if name.value else None,
        "put_in": name.container.id if name.container else None,
        "candidates": [
            {
                **place_to_json(one.place),
                "score": round(one.score, 2),
                "reasons": _reasons_to_json(one.reasons),
                "chosen": one.chosen,
            }
            for one in name.readings
        ],
    }


def _attack_to_json(attack: AttackExplained) -> Json:
    place = attack.place.value if attack.place else None
    return {
        "mention": attack.mention.id,
        "role": attack.mention.role,
        "anchor": {
            "text": attack.mention.anchor.text,
            "span": [attack.mention.anchor.start, attack.mention.anchor.end],
        },
        "rule": attack.rule,
        "place": _where_to_json(place) if isinstance(place, Where) else None,
        "beside": [_where_to_json(other.value) for other in attack.beside if isinstance(other.value, Where)],
        "weighed": [
            {
                "text": name.wording.text,
                "span": [name.wording.start, name.wording.end],
                "points": round(name.points, 2),
                "aside": name.aside,
                "reasons": _reasons_to_json(name.reasons),
            }
            for name in attack.weighed
        ],
    }


def _where_to_json(where: Where) -> Json:
    return {
        **where.to_json(),
        "acled_geo_precision": where.acled_geo_precision,
        "ucdp_where_prec": where.ucdp_where_prec,
    }


def _reasons_to_json(reasons: Reasons) -> list[Json]:
    return [{"why": why, "points": round(points, 2)} for why, points in reasons]


def show_places(places: Sequence[Place]) -> RenderableType:
    """Lay out places, two lines each, with a note where the name is also a word or a person's."""
    lines: list[RenderableType] = []
    for place in places:
        head = Text(_say_place(place), style="bold")
        head.append(f"  {place.kind or place.level}", style="not bold")
        facts = [f"{place.lat:.3f}, {place.lon:.3f}", f"within {place.radius_km:g} km"]
        facts += [f"{place.population:,} people"] if place.population else []
        lines += [head, Text(f"   {'  '.join((*facts, place.id))}")]
    if any(place.common_word for place in places):
        note = "Also a word or a person's name: taken only after a word such as in or near, or before a wider place."
        lines.append(Text(note, style="dim"))
    return Group(*lines)


def _say_place(place: Place) -> str:
    return ", ".join(part for part in (place.name, place.admin1, place.country) if part)


def show_explanation(
    reading: Reading, names: Sequence[NameExplained], attacks: Sequence[AttackExplained]
) -> RenderableType:
    """Lay out the names of a report, then its attacks."""
    parts: list[RenderableType] = []
    for name in names:
        parts += [_show_name(name), Text("")]
    if not names:
        parts += [Text("No place is named."), Text("")]
    for number, attack in enumerate(attacks, 1):
        parts += [_show_attack(number, attack, reading), Text("")]
    if not attacks:
        parts.append(Text("No attack found, so none is placed."))
    return Group(*parts)


def _show_name(name: NameExplained) -> RenderableType:
    wording = name.wording
    head = Text(f"“{wording.text}”", style="bold")
    head.append(f"  characters {wording.start} to {wording.end}", style="dim not bold")
    told = [name.outcome]
    if name.value is not None:
        told.append(_say_where(name.value))
    if wording.modifier:
        told.append("only says whose something is")
    if wording.near:
        away = f"{wording.distance_km:g} km" if wording.distance_km is not None else "near"
        told.append(away if wording.bearing is None else f"{away} at {wording.bearing:g} degrees")
    if name.container is not None:
        told.append(f"put in {name.container.name} ({name.container.level})")
    head.append("\n" + "; ".join(told), style="not bold")
    table = Table.grid(padding=(0, 2))
    table.add_column(justify="right")
    table.add_column()
    table.add_column(style="dim")
    for one in name.readings[:SHOWN]:
        place = one.place
        style = "bold" if one.chosen else ""
        mark = "→ " if one.chosen else ""
        what = Text(f"{_say_place(place)}  {place.kind or place.level}  {place.id}", style=style)
        table.add_row(Text(f"{mark}{one.score:.1f}", style=style), what, _say_reasons(one.reasons))
    if len(name.readings) > SHOWN:
        table.add_row("", f"and {len(name.readings) - SHOWN} more", "")
    return Group(head, Padding(table, (0, 0, 0, 3)))


def _show_attack(number: int, attack: AttackExplained, reading: Reading) -> RenderableType:
    anchor = attack.mention.anchor
    head = Text(f"Attack {number}: “{anchor.text}”", style="bold")
    sentence = reading.document.sentence_at(anchor.start)
    head.append(
        f"  {attack.mention.role}" + (f", sentence {sentence.index + 1}" if sentence else ""), style="dim not bold"
    )
    facts = Table.grid(padding=(0, 2))
    facts.add_column(style="dim", no_wrap=True)
    facts.add_column(overflow="fold")
    for label, told in _facts(attack):
        facts.add_row(label, told)
    for n, name in enumerate(attack.weighed[:SHOWN]):
        facts.add_row("weighed" if n == 0 else "", _say_weighed(name))
    return Group(head, Padding(facts, (0, 0, 0, 3)))


def _facts(attack: AttackExplained) -> list[tuple[str, str]]:
    place = attack.place
    if place is None or not isinstance(place.value, Where):
        return [("place", "none"), ("because", attack.rule)]
    where = place.value
    told = [("place", f"{_say_where(where)}  (“{_words(place)}”)"), ("because", attack.rule)]
    told.append(("precision", _say_precision(where)))
    if where.context:
        told.append(("within", ", ".join(where.context)))
    others = [f"{o.name}, {o.country or 'no one country'} ({o.gazetteer})" for o in where.alternatives]
    told.append(("or else", "; ".join(others) or "no other reading comes close"))
    beside = [_words(other) for other in attack.beside]
    if beside:
        told.append(("beside it", ", ".join(beside)))
    return told


def _say_precision(where: Where) -> str:
    acled, ucdp = where.acled_geo_precision, where.ucdp_where_prec
    codes = f"ACLED geo_precision {acled or 'none'}, UCDP where_prec {ucdp or 'none'}"
    if where.lat is None:
        return f"{where.precision}; {codes}"
    return f"{where.precision}, within {where.radius_km:g} km of the point; {codes}"


def _say_where(where: Where) -> str:
    if where.lat is None or where.lon is None:
        return f"{where.name}, no point"
    return f"{where.show()}  {where.lat:.3f}, {where.lon:.3f}  {where.precision}  {where.gazetteer or 'no id'}"


def _words(statement: Statement) -> str:
    return statement.span.text if statement.span else ""


def _say_weighed(name: NameWeighed) -> str:
    aside = "set aside: a dateline, a caption or a country's adjective; " if name.aside else ""
    return f"“{name.wording.text}” {name.points:.1f}: {aside}{_say_reasons(name.reasons)}"


def _say_reasons(reasons: Reasons) -> str:
    return ", ".join(f"{why} {points:+.1f}" for why, points in reasons)
