"""Read the reports and keys of the yardstick: header, body, templates."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from tocsin.errors import InputError
from tocsin.evaluate.gold import Row, load_jsonl
from tocsin.evaluate.yardsticks.muc4.dates import MONTHS
from tocsin.evaluate.yardsticks.muc4.rme import ROLES, Entities, make_entities
from tocsin.evaluate.yardsticks.muc4.setting import Header
from tocsin.evaluate.yardsticks.muc4.template import Template, parse_template

FILES = ("full_templates/tst1.jsonl", "full_templates/tst2.jsonl", "gtt_processed/dev.jsonl")
"""The two test sets of 1991 and early 1992 with all slots, and the six-field form of the same 200 reports."""

_DATE = re.compile(r"\b(\d{1,2})\s+([A-Z]{3})[A-Z]*\s+(\d\d)\b")
_MARKERS = re.compile(r"^\s*(?:\[[^\]]*\]\s*)+")
_FILED_FROM = {
    "SAN SALVADOR": "SV", "GUATEMALA CITY": "GT", "TEGUCIGALPA": "HN", "BUENOS AIRES": "AR", "LA PAZ": "BO",
    "SANTIAGO": "CL", "BOGOTA": "CO", "QUITO": "EC", "LIMA": "PE", "EL SALVADOR": "SV", "GUATEMALA": "GT",
    "HONDURAS": "HN", "ARGENTINA": "AR", "BOLIVIA": "BO", "CHILE": "CL", "COLOMBIA": "CO", "ECUADOR": "EC",
    "PERU": "PE", "MEDELLIN": "CO", "CALI": "CO",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Case:
    """Hold one report, what its header gives, and its two keys."""

    row: Row
    header: Header
    key: tuple[Template, ...]
    six: tuple[Entities, ...]


def load_cases(folder: Path) -> list[Case]:
    """Load the 200 reports of the yardstick.

    Raises:
        InputError: a file is not there, or is not of this collection (E180, E183).
    """
    first, second, six = (load_jsonl(folder / name) for name in FILES)
    fields = {row.get("docid"): row for row in six}
    return [_case(row, fields.get(row.get("docid")), folder) for row in (*first, *second)]


def digest_of_files(folder: Path) -> str:
    """Hash the files that are read, in order."""
    total = hashlib.sha256()
    for name in FILES:
        total.update((folder / name).read_bytes())
    return total.hexdigest()


def split_report(printed: str) -> tuple[str, str]:
    """Part a printed report into its dateline and its body, markers such as ``[TEXT]`` and line ends taken out."""
    head, dash, body = printed.partition("--")
    if not dash:
        head, body = "", printed
    dateline = " ".join(head.split("\n", 1)[-1].split())
    paragraphs = (" ".join(part.split()) for part in re.split(r"\n\s*\n", _MARKERS.sub("", body)))
    return dateline, "\n\n".join(part for part in paragraphs if part)


def read_header(dateline: str) -> Header:
    """Read date and country of filing, each None where it is not told.

    >>> read_header("SAN SALVADOR, 18 FEB 90 (DPA)")
    Header(published=datetime.date(1990, 2, 18), country='SV')
    """
    match = _DATE.search(dateline)
    published = None
    if match and match[2] in MONTHS:
        published = date(1900 + int(match[3]), MONTHS.index(match[2]) + 1, int(match[1]))
    place = dateline.split(",", maxsplit=1)[0].strip().upper()
    inside = re.search(r"\(([^)]*)\)", place)
    names = ([inside[1]] if inside else []) + [re.sub(r"\(.*", "", place).strip()]
    return Header(published, next((_FILED_FROM[name] for name in names if name in _FILED_FROM), None))


def _case(row: Row, six: Row | None, folder: Path) -> Case:
    if six is None or not isinstance(row.get("text"), str):
        hint = "Give the folder that holds full_templates/ and gtt_processed/."
        raise InputError(
            "E183", "not the collection of this yardstick", value=row.get("docid"), place=folder.name, hint=hint
        )
    dateline, body = split_report(row["text"])
    header = read_header(dateline)
    # The dateline's date stands in ``published``; left in the text it would read like the day of an attack.
    report: Row = {"id": row["docid"], "text": body}
    if header.published:
        report["published"] = header.published.isoformat()
    key = tuple(parse_template(template["slots"], optional=template["optional"]) for template in row["templates"])
    return Case(report, header, key, tuple(_six(six)))


def _six(row: Row) -> Iterator[Entities]:
    """Read the six-field key; a template printed twice counts once, as in the published scores."""
    seen: list[Entities] = []
    for template in row["templates"]:
        roles = {role: [[mention for mention, _ in entity] for entity in template[role]] for role in ROLES}
        entities = make_entities(template["incident_type"], roles)
        if entities not in seen:
            seen.append(entities)
            yield entities
