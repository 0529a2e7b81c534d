"""The list and the dossier as data say what the pages say."""

from __future__ import annotations

import csv
import io
import json


def test_json_lines_and_csv_hold_the_same_incidents(client, ledger):
    rows = client.get("/incidents.json").json()["incidents"]
    lines = [json.loads(line) for line in client.get("/incidents.jsonl").text.splitlines()]
    table = list(csv.DictReader(io.StringIO(client.get("/incidents.csv").text)))
    assert lines == rows
    assert [row["id"] for row in table] == [row["id"] for row in rows]
    assert len(rows) == ledger.count()
    assert {row["schema"] for row in rows} == {"tocsin.incident/1"}


def test_unknown_is_an_empty_cell_and_null(client, incident_of):
    ident = incident_of("letters-1").id
    table = {row["id"]: row for row in csv.DictReader(io.StringIO(client.get("/incidents.csv").text))}
    assert table[ident]["wounded_best"] == ""
    assert table[ident]["date_start"] == ""
    assert table[ident]["killed_best"] == "3"
    row = client.get(f"/incidents/{ident}.json").json()
    assert row["wounded"]["best"] is None


def test_csv_ends_lines_as_the_standard_says(client):
    assert client.get("/incidents.csv").text.endswith("\r\n")


def test_a_dossier_as_data_holds_every_statement_with_its_words(client, ledger, rockets):
    row = client.get(f"/incidents/{rockets.id}.json").json()
    texts = {report["id"]: ledger.report(report["hash"]).text for report in row["report_rows"]}
    by_hash = {report["hash"]: report["id"] for report in row["report_rows"]}
    assert {s["id"] for s in row["statement_rows"]} >= set(row["killed"]["supports"])
    for statement in row["statement_rows"]:
        if statement["span"]:
            start, end = statement["span"]
            assert texts[by_hash[statement["report"]]][start:end] == statement["text"]
    assert row["judgement_rows"], "why the reports are one incident"


def test_permalinks_lead_back(client):
    for row in client.get("/incidents.json").json()["incidents"]:
        assert client.get(row["permalink"].removeprefix("http://127.0.0.1")).status_code == 200


def test_a_text_that_a_spreadsheet_would_run_is_defused():
    from tocsin.serve.web.twins import _defuse

    assert _defuse("=1+1") == "'=1+1"
    assert _defuse(-3.5) == -3.5
