"""Every incident is written as the second contract says."""

from __future__ import annotations

import json
from importlib.resources import files

import jsonschema
import pytest

from tocsin.model.fold import fold_incident
from tocsin.serve.incident_json import incident_to_json
from tocsin.testing import mention, report, sample_ledger

SCHEMA = json.loads(files("tocsin").joinpath("data/schemas/incident.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def rows():
    with sample_ledger() as ledger:
        return [incident_to_json(i, permalink_base="https://example.org") for i in ledger.incidents()]


def test_every_incident_fits_the_schema_and_survives_json(rows):
    for row in rows:
        jsonschema.Draft202012Validator(SCHEMA).validate(row)
        assert json.loads(json.dumps(row)) == row


def test_reports_go_by_the_ids_given_at_ingest(rows):
    (rockets,) = [r for r in rows if "wire-1" in r["reports"]]
    assert ["gazette-1", "wire-1"] in [sorted(w) for w in rockets["witnesses"]]
    assert {s["report"] for s in rockets["responsibility"]} <= set(rockets["reports"])
    assert rockets["permalink"] == f"https://example.org/incidents/{rockets['id']}"


def test_figures_name_their_rule_and_their_statements(rows):
    (ambush,) = [r for r in rows if r["wounded"]["disputed"]]
    wounded = ambush["wounded"]
    assert (wounded["low"], wounded["best"], wounded["high"], wounded["rule"]) == (2, 2, 6, "latest-official")
    assert wounded["supports"]
    assert wounded["contradicts"]
    assert ambush["killed"]["best"] is None, "nobody said, so it is unknown and not zero"


def test_what_nobody_says_is_null():
    source = report("Something happened.", published=None)
    row = incident_to_json(fold_incident([mention(source)], [], [], [source], []))
    assert (row["type"], row["when"], row["where"], row["killed"]["low"]) == (None, None, None, None)
    jsonschema.Draft202012Validator(SCHEMA).validate(row)
