"""Read cases out of Markdown and judge a reading by their lines; README.md in this folder says how to write them."""

from __future__ import annotations

import math
import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent
Row = dict[str, Any]

_HEADING = re.compile(r"^## +(?P<name>.+?)\s*$", re.MULTILINE)
_GAP = re.compile(r"\s*\(known gap(?:: (?P<why>[^)]*))?\)$")
_FENCE = re.compile(r"^```(?P<kind>report|expect|forbid)\n(?P<body>.*?)^```\s*$", re.MULTILINE | re.DOTALL)
_KNOWN = re.compile(r"(?P<key>published|source|title): +(?P<value>.+)\n")
_LINE = re.compile(
    r"(?P<role>main|other|background|any)(?: \"(?P<words>[^\"]+)\")? (?P<field>[a-z ]+?)"
    r"(?: (?P<op>[=~]) (?P<value>[^,]+))?(?:, (?P<more>.+))?$"
)
_COUNT = re.compile(r"(?P<role>main|other|background|any) = (?P<value>(?:>=|<=)?\d+)$")
_WARNING = re.compile(r"warning (?P<code>[a-z-]+)(?: ~ (?P<words>.+))?$")
_RELEVANT = re.compile(r"relevant = (?P<value>true|false)$")
_NEAR = re.compile(r"(?P<km>[\d.]+) km of (?P<lat>-?[\d.]+) (?P<lon>-?[\d.]+)$")

TOLLS = ("killed", "wounded", "missing", "abducted", "arrested")
STANCES = (
    "claims", "admits", "accused", "suspected", "denies", "acquitted", "not blamed", "unclaimed", "stated as fact",
)  # fmt: skip
LISTS = {"weapon": "weapons", "munition": "munitions", "target": "targets", "damage": "damage"}
FIELDS = (*TOLLS, *STANCES, *LISTS, "casualty", "actor", "type", "status", "where", "place", "when", "time",
          "utc", "nobody hurt")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Case:
    """One heading of a page: what is read, what must be read out of it, and what must not."""

    name: str
    page: str
    line: int
    report: str
    known: dict[str, str]
    expect: tuple[str, ...]
    forbid: tuple[str, ...]
    gap: str | None


class GrammarError(ValueError):
    """Say that a line of a case is not in the grammar."""


def parse_cases(text: str, page: str) -> list[Case]:
    """Read every case of a page."""
    heads = list(_HEADING.finditer(text))
    ends = [h.start() for h in heads[1:]] + [len(text)]
    return [
        _parse_case(h["name"], text[h.end() : end], page, text.count("\n", 0, h.start()) + 1)
        for h, end in zip(heads, ends, strict=True)
    ]


def _parse_case(name: str, body: str, page: str, line: int) -> Case:
    blocks = {m["kind"]: m["body"] for m in _FENCE.finditer(body)}
    if "report" not in blocks or not {"expect", "forbid"} & set(blocks):
        message = f"{page}:{line}: a case needs a report block, and an expect or a forbid block"
        raise GrammarError(message)
    report, known = blocks["report"], {}
    while match := _KNOWN.match(report):
        known[match["key"]] = match["value"].strip()
        report = report[match.end() :]
    gap = _GAP.search(name)
    lines = {k: tuple(x.strip() for x in blocks.get(k, "").splitlines() if x.strip()) for k in ("expect", "forbid")}
    why = None if gap is None else gap["why"] or "not read right yet"
    return Case(_GAP.sub("", name), page, line, report.strip("\n"), known, lines["expect"], lines["forbid"], why)


def judge(row: Row, line: str) -> bool:
    """Tell whether a line of a case holds of an output of the contract.

    Raises:
        GrammarError: the line is not in the grammar.
    """
    for pattern, check in ((_RELEVANT, _judge_relevant), (_WARNING, _judge_warning), (_COUNT, _judge_count)):
        match = pattern.match(line)
        if match:
            return check(row, match)
    match = _LINE.match(line)
    if match is None or match["field"] not in FIELDS:
        message = f"not in the grammar: {line!r}"
        raise GrammarError(message)
    mentions = [m for m in row["mentions"] if match["role"] in (m["role"], "any") and _tells(row, m, match["words"])]
    return any(_judge_mention(m, match) for m in mentions)


def _judge_relevant(row: Row, match: re.Match[str]) -> bool:
    return row["report"]["relevant"] is (match["value"] == "true")


def _judge_warning(row: Row, match: re.Match[str]) -> bool:
    found = [w for w in row["report"]["warnings"] if w["code"] == match["code"]]
    words = match["words"]
    return any(words is None or (w["span"] and words in row["text"][slice(*w["span"])]) for w in found)


def _judge_count(row: Row, match: re.Match[str]) -> bool:
    found = sum(match["role"] in (m["role"], "any") for m in row["mentions"])
    value = match["value"]
    if value.startswith(">="):
        return found >= int(value[2:])
    return found <= int(value[2:]) if value.startswith("<=") else found == int(value)


def _tells(row: Row, mention: Row, words: str | None) -> bool:
    """Tell whether a mention is the one whose anchor's line, place or date holds some words."""
    if words is None:
        return True
    text, (start, end) = row["text"], mention["anchor"]["span"]
    around = text[text.rfind("\n", 0, start) + 1 : start] + text[start : (text + "\n").index("\n", end)]
    held = [around, mention["where"]["text"], mention["where"].get("name"), mention["when"]["text"]]
    sentence = re.split(r"(?<=[.!?])\s", around)
    near = next((s for s in sentence if mention["anchor"]["text"] in s), around)
    return any(words.casefold() in (h or "").casefold() for h in [near, *held[1:]])


def _judge_mention(mention: Row, match: re.Match[str]) -> bool:
    field, op, value = match["field"], match["op"], match["value"]
    more = [part.strip() for part in match["more"].split(", ")] if match["more"] else []
    if field == "nobody hurt":
        return bool(mention["no_casualties"])
    return any(
        _fits(field, r, op, value) and all(_qualify(mention, field, r, q) for q in more)
        for r in find_rows(mention, field)
    )


def find_rows(mention: Row, field: str) -> list[Row]:
    """List what a mention says about a field; an untold field gives nothing."""
    if field in TOLLS:
        return [r for r in mention["casualties"] if r["outcome"] == field]
    if field == "casualty":
        return list(mention["casualties"])
    if field in STANCES:
        return [r for r in mention["responsibility"] if r["stance"] == field.replace(" ", "_")]
    if field == "actor":
        return [r for r in mention["responsibility"] if r["actor"]]
    if field in LISTS:
        return list(mention[LISTS[field]])
    if field == "type":
        return [mention["type"]] if mention["type"]["acled"] else []
    if field == "status":
        return [{"text": mention["status"]}]
    if field in {"where", "place"}:
        best = [mention["where"]] if mention["where"]["text"] else []
        return best + (mention["where"]["context"] if field == "place" else [])
    when = mention["when"]
    if field == "when":
        return [when] if when["start"] or when["text"] else []
    key = {"time": "time_local", "utc": "utc"}[field]
    return [{**when, "text": when[key]}] if when[key] else []


def _words_of(field: str, row: Row) -> list[str]:
    if field in STANCES or field == "actor":
        return [row["actor"]["text"]] if row["actor"] else []
    if field == "type":
        return [row["acled"]]
    if field in {"where", "place"}:
        return [w for w in (row["text"], row.get("name")) if w]
    return [row["text"] or ""]


def _fits(field: str, row: Row, op: str | None, value: str | None) -> bool:
    """Compare a row with the value of a line; ``or`` parts the values that are all fine."""
    if op is None or value is None:
        return True
    options = value.strip().split(" or ")
    if op == "~":
        return any(o.casefold() in w.casefold() for o in options for w in _words_of(field, row))
    if field in TOLLS or field == "munition":
        return any(_fits_figure(row, o) for o in options)
    if field == "when":
        return any(_fits_days(row, o) for o in options)
    return any(o.casefold() == w.casefold() for o in options for w in _words_of(field, row))


def _fits_figure(row: Row, value: str) -> bool:
    bounds = (row["low"], row["high"])
    if value == "unknown":
        return bounds == (None, None)
    if value.startswith(">="):
        return bounds == (int(value[2:]), None)
    if value.startswith("<="):
        return bounds == (None, int(value[2:]))
    if value.startswith("about "):
        return bounds == (int(value[6:]), int(value[6:])) and row["hedge"] == "about"
    low, _, high = value.partition("..")
    return bounds == (int(low), int(high or low)) and (bool(high) or row["hedge"] != "about")


def _fits_days(row: Row, value: str) -> bool:
    if value == "unknown":
        return row["start"] is None
    first, _, last = value.partition("..")
    return (row["start"], row["end"]) == (_bound(first, last=False), _bound(last or first, last=True))


def _bound(value: str, *, last: bool) -> str:
    """Give the first or the last day of a day, month or year."""
    if len(value) == 10:
        return value
    year, month = int(value[:4]), int(value[5:7]) if len(value) == 7 else (12 if last else 1)
    return f"{year:04}-{month:02}-{monthrange(year, month)[1] if last else 1:02}"


def _holds(key: str) -> Callable[[Row, Row, str], bool]:
    return lambda _, row, value: value.casefold() in str(row.get(key) or "").casefold()


def _equals(key: str) -> Callable[[Row, Row, str], bool]:
    return lambda _, row, value: str(row.get(key)).casefold() == value.casefold().replace("unknown age", "none")


def _is_by(mention: Row, row: Row, value: str) -> bool:
    del mention
    if value == "the outlet":
        return row["speaker"] is None
    return row["speaker"] is not None and value.casefold() in row["speaker"]["name"].casefold()


def _is_part(mention: Row, row: Row, value: str) -> bool:
    return row["part_of"] is not None and _fits_figure(mention["casualties"][row["part_of"]], value)


def _is_near(mention: Row, row: Row, value: str) -> bool:
    del mention
    match = _NEAR.match(value)
    if match is None:
        message = f"not a distance: {value!r}"
        raise GrammarError(message)
    if row.get("lat") is None:
        return False
    return measure_km(row["lat"], row["lon"], float(match["lat"]), float(match["lon"])) <= float(match["km"])


def measure_km(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """Measure the great circle between two points in degrees, in kilometres (haversine, 6371 km)."""
    a, b = math.radians(lat), math.radians(other_lat)
    h = math.sin((b - a) / 2) ** 2 + math.cos(a) * math.cos(b) * math.sin(math.radians(other_lon - lon) / 2) ** 2
    return 2 * 6371 * math.asin(math.sqrt(h))


QUALIFIERS: dict[str, Callable[[Row, Row, str], bool]] = {
    "who": _holds("who"),
    "what": _holds("what"),
    "text": _holds("text"),
    "group": _equals("group"),
    "age": _equals("age_sex"),
    "nation": lambda _, row, value: value in row["nationality"],
    "part of": _is_part,
    "hedge": _equals("hedge"),
    "fate": _equals("fate"),
    "kind": lambda _, row, value: value == (row["actor"] or {}).get("kind") if "actor" in row else value == row["kind"],
    "effect": _equals("effect"),
    "by": _is_by,
    "via": lambda _, row, value: bool(row["speaker"]) and value in row["speaker"]["via"],
    "about": lambda _, row, value: row["scope"] == value.replace(" ", "_"),
    "within": _is_near,
    "country": _equals("country"),
    "precision": _equals("precision"),
    "basis": _equals("basis"),
    "official": lambda _, row, value: row["official"] is (value == "true"),
    "no": lambda _, row, value: {"actor": row.get("actor") is None, "total": row.get("part_of") is None}[value],
}
FLAGS: dict[str, Callable[[Row], bool]] = {
    "superseded": lambda row: bool(row["superseded"]),
    "current": lambda row: not row["superseded"],
    "attackers": lambda row: bool(row["includes_perpetrators"]),
}


def _qualify(mention: Row, field: str, row: Row, words: str) -> bool:
    del field
    if words in FLAGS:
        return FLAGS[words](row)
    for key, check in QUALIFIERS.items():
        if words.startswith(f"{key} "):
            return check(mention, row, words[len(key) + 1 :])
    message = f"no such qualifier: {words!r}"
    raise GrammarError(message)


def find_bad_spans(row: Row) -> list[str]:
    """List every span of an output whose words are not that slice of the text."""
    return [f"{span}: {words!r} is not {row['text'][slice(*span)]!r}" for span, words in _walk_spans(row)
            if row["text"][slice(*span)] != words]  # fmt: skip


def _walk_spans(node: Any) -> list[tuple[list[int], str]]:
    if isinstance(node, list):
        return [pair for item in node for pair in _walk_spans(item)]
    if not isinstance(node, dict):
        return []
    own = [(node["span"], node["text"])] if node.get("span") and "text" in node else []
    return own + [pair for value in node.values() for pair in _walk_spans(value)]


def describe(row: Row) -> str:
    """Say what was read, in the grammar of the cases."""
    told = [f"relevant = {str(row['report']['relevant']).lower()}"]
    told += [f"warning {w['code']}" for w in row["report"]["warnings"]]
    for mention in row["mentions"]:
        role = mention["role"]
        told.append(f"{role} (at the words {mention['anchor']['text']!r})")
        if mention["no_casualties"]:
            told.append(f"  {role} nobody hurt")
        for field in (*TOLLS, "munition", "type", "status", "when", "time", "where", "weapon", "target", "damage",
                      *STANCES):  # fmt: skip
            told += [f"  {role} {field} {_describe_row(mention, field, r)}" for r in find_rows(mention, field)]
    return "\n".join("  " + line for line in told)


def _describe_row(mention: Row, field: str, row: Row) -> str:
    if field in TOLLS or field == "munition":
        low, high = row["low"], row["high"]
        figure = "unknown" if low is high is None else f">={low}" if high is None else f"<={high}" if low is None else (
            str(low) if low == high else f"{low}..{high}")  # fmt: skip
        parts = [f"= {figure}", f"hedge {row['hedge']}"]
        parts += [f"{key} {row[key]}" for key in ("who", "group", "fate", "what") if row.get(key)]
        if row.get("part_of") is not None:
            parts.append(f"part of {mention['casualties'][row['part_of']]['low']}")
        parts += ["superseded"] if row.get("superseded") else []
    elif field in STANCES:
        parts = [f"~ {row['actor']['text']}" if row["actor"] else "with no actor", f"about {row['scope']}"]
    elif field == "when":
        parts = [f"= {row['start']}..{row['end']}", f"precision {row['precision']}", f"basis {row['basis']}"]
    elif field == "where":
        parts = [f"~ {row['text']}", f"at {row['lat']} {row['lon']}", f"country {row['country']}"]
    else:
        kind = [f"{key} {row[key]}" for key in ("kind", "effect") if row.get(key)]
        parts = [f"~ {_words_of(field, row)[0]}", *kind]
    if row.get("speaker"):
        parts.append(f"by {row['speaker']['name']}")
    return ", ".join(parts)


def find_cases() -> list[Case]:
    """Read the cases of every page of this folder."""
    pages = sorted(p for p in HERE.glob("*.md") if p.name != "README.md")
    return [case for page in pages for case in parse_cases(page.read_text(encoding="utf-8"), page.name)]


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Give every case its own test."""
    if "case" in metafunc.fixturenames:
        metafunc.parametrize("case", [_as_parameter(case) for case in find_cases()])


def _as_parameter(case: Case) -> Any:
    marks = (
        []
        if case.gap is None
        else [pytest.mark.xfail(reason=f"known gap: {case.gap}", strict=True, raises=pytest.fail.Exception)]
    )
    return pytest.param(case, id=f"{case.page.removesuffix('.md')}: {case.name}", marks=marks)


@pytest.fixture(scope="session")
def read_case() -> Callable[[Case], Row]:
    """Give the reader of cases: the contract's object, with the stored text under ``text``."""
    from tocsin import pipeline
    from tocsin.serve.report_json import reading_to_json

    reader = pipeline.load()

    def read(case: Case) -> Row:
        reading = reader(case.report, **case.known)
        return {**reading_to_json(reading), "text": reading.report.text}

    return read


@pytest.fixture(scope="session")
def cases() -> Any:
    """Give the functions of this page, for the tests of the runner itself."""
    import types

    return types.SimpleNamespace(
        parse=parse_cases, judge=judge, spans=find_bad_spans, describe=describe, error=GrammarError, km=measure_km,
        find=find_cases,
    )  # fmt: skip
