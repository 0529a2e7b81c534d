"""Show a reading to a person: each attack, what is said about it, who says it, and the words that say it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from rich import box
from rich.console import Group
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from tocsin.model.kinds.figure import Figure
from tocsin.serve.oddities import odd_sentence
from tocsin.serve.summary import show_dates
from tocsin.serve.web.words import EFFECTS, SCOPES, STANCES, say, say_km

if TYPE_CHECKING:
    from rich.console import RenderableType

    from tocsin.model.reading import Reading

Json = dict[str, Any]


def show_reading(row: Json, reading: Reading) -> RenderableType:
    """Lay out one reading; ``row`` is its contract object."""
    report = row["report"]
    facts = [report["source"], report["published"] and f"published {report['published']}", report["id"]]
    head = Text(report["title"] or "(no title)", style="bold")
    head.append("\n" + " · ".join(fact for fact in facts if fact), style="dim not bold")
    parts: list[RenderableType] = [head]
    if not row["mentions"]:
        parts.append(Text("\nNo attack found in this report."))
    for number, mention in enumerate(row["mentions"], 1):
        parts.append(Padding(_show_mention(number, mention, reading), (1, 0, 0, 0)))
    parts += [Text(_say_warning(warning, reading), style="yellow") for warning in report["warnings"]]
    return Group(*parts, Text(""))


def _say_warning(warning: Json, reading: Reading) -> str:
    step = ". Give the date with --published" if warning["code"] == "date-unanchored" else ""
    found = odd_sentence(reading.document, warning["code"], warning["span"][0] if warning["span"] else None)
    where = f" (sentence {found.index + 1})" if found else ""
    return f"note: {warning['message']}{where}{step}."


def _show_mention(number: int, mention: Json, reading: Reading) -> RenderableType:
    title = Text(f"{number}. {mention['summary']}", style="bold")
    told = [mention["role"], *([mention["status"]] if mention["status"] != "happened" else [])]
    title.append(f"  ({', '.join(told)})", style="not bold dim")
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, header_style="dim")
    table.add_column("field", style="cyan", no_wrap=True)
    # Folded, not cut: a codebook's type may be one long word.
    table.add_column("what is said", overflow="fold")
    table.add_column("in these words", overflow="fold")
    table.add_column("sentence", justify="right", style="dim")
    rows = _rows(mention, reading)
    used: dict[int, str] = {}
    for name, value, words in rows:
        sentence = reading.document.sentence_at(words["span"][0]) if words["span"] else None
        if sentence:
            used[sentence.index + 1] = _flat(sentence.text)
        quoted = f"“{_flat(words['text'])}”" if words["text"] else ""
        table.add_row(name, value, quoted, f"{sentence.index + 1}" if sentence else "")
    quotes = Table.grid(padding=(0, 1))
    quotes.add_column(justify="right", style="dim")
    quotes.add_column(style="dim")
    for index, text in sorted(used.items()):
        quotes.add_row(str(index), text)
    return Group(title, Padding(Group(table, Text(""), quotes), (0, 0, 0, 3)))


def _rows(mention: Json, reading: Reading) -> list[tuple[str, Text, Json]]:
    kind, when, where = mention["type"], mention["when"], mention["where"]
    rows = [
        ("type", Text(kind["acled"] or "unknown"), kind),
        ("when", Text(_say_when(when)), when),
        ("where", Text(_say_where(where)), where),
    ]
    rows += [("weapon", Text(row["kind"].replace("_", " ")), row) for row in mention["weapons"]]
    rows += [("munitions", _say(_say_munition(row), row), row) for row in mention["munitions"]]
    rows += [("target", Text(row["kind"].replace("_", " ")), row) for row in mention["targets"]]
    rows += [(row["outcome"], _say(_say_toll(row), row), row) for row in mention["casualties"]]
    if mention["no_casualties"]:
        told = (s for s in reading.statements if s.field == "no_casualties" and s.mention == mention["id"])
        rows += [("casualties", Text("none, the report says"), statement.to_json()) for statement in told]
    rows += [("who did it", _say(_say_stance(row), row), row) for row in mention["responsibility"]]
    rows += [("damage", Text(say(EFFECTS, row["effect"])), row) for row in mention["damage"]]
    return rows


def _say_when(when: Json) -> str:
    day = show_dates(when["start"], when["end"], when["precision"])
    if not day:
        return "not said" if when["text"] is None else "unknown"
    clock = f", {when['time_local']} local" if when["time_local"] else ""
    clock = clock or (f", {when['part_of_day']}" if when["part_of_day"] else "")
    utc = f" ({when['utc'].partition('T')[2][:5]} UTC)" if when["utc"] else ""
    assumed = " (the day of publication)" if when["basis"] == "publication" else ""
    return f"{day}{clock}{utc}{assumed}"


def _say_where(where: Json) -> str:
    name = where["name"] or where["text"]
    if not name:
        return "not said"
    parts = [name, *(part for part in (where["admin1"], where["country"]) if part and part != name)]
    if where["lat"] is None:
        return f"{', '.join(parts)} (not on our map)"
    reach = f", within {say_km(where['radius_km'])}" if where["radius_km"] else ""
    return f"{', '.join(parts)} ({where['precision']}{reach})"


def _say_figure(row: Json) -> str:
    figure = Figure(row["low"], row["high"], row["hedge"])
    if figure.low is None and figure.high is None:
        return "an unknown number"
    return figure.show()


def _say_munition(row: Json) -> str:
    fate = "" if row["fate"] == "unknown" else f", {row['fate'].replace('_', ' ')}"
    return f"{_say_figure(row)} {row['what']}{fate}"


def _say_toll(row: Json) -> str:
    notes = [row["who"] or "", "part of the total" if row["part_of"] is not None else ""]
    notes += ["an older figure" if row["superseded"] else ""]
    told = ", ".join(note for note in notes if note)
    return _say_figure(row) + (f" ({told})" if told else "")


def _say_stance(row: Json) -> str:
    stance = say(STANCES, row["stance"])
    scope = "" if row["scope"] == "this_attack" else f" ({say(SCOPES, row['scope'])})"
    if row["actor"] is None:
        return f"{stance}{scope}"
    return f"{row['actor']['name'] or row['actor']['text']}: {stance}{scope}"


def _say(text: str, row: Json) -> Text:
    """Add whose voice it is; nothing for the outlet's own."""
    said = Text(text)
    speaker = row["speaker"]
    if speaker:
        via = f" via {', '.join(speaker['via'])}" if speaker["via"] else ""
        said.append(f"\nsays {speaker['name']}{via}", style="italic")
    return said


def _flat(text: str) -> str:
    return re.sub(r"\s+", " ", text)
