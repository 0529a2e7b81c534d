"""The desk fetches from the ledger what a page needs."""

from __future__ import annotations

from dataclasses import replace

from tocsin.ledger import open_ledger
from tocsin.model.reading import ReportWarning
from tocsin.model.statement import make_judgement
from tocsin.pipeline import add_reading
from tocsin.serve.web import make_app
from tocsin.testing import sample_readings, words_of


def test_what_a_reader_found_odd_is_shown_with_its_sentence(tmp_path, make_client):
    path = tmp_path / "odd.db"
    first = sample_readings()[0]
    odd = ReportWarning("time-conversion", "The two clocks do not agree.", words_of(first.report, "before dawn"))
    with open_ledger(path) as ledger:
        add_reading(ledger, replace(first, warnings=(odd,)))
        assert ledger.warnings(first.report.id) == [odd]
        [one] = ledger.incidents()
    client = make_client(make_app(path))
    for address, ref in ((f"/incidents/{one.id}", 'href="#r1-s1"'), ("/reports/courier-0", 'href="#s1"')):
        text = client.get(address).text
        assert "The two clocks do not agree." in text
        assert ref in text


def test_a_rejected_statement_is_struck_through_and_says_who_rejected_it(tmp_path, make_client):
    path = tmp_path / "rejected.db"
    with open_ledger(path) as ledger:
        for reading in sample_readings():
            add_reading(ledger, reading)
        villagers = next(s for s in ledger.statements() if s.span and s.span.text == "three villagers")
        ledger.judge(make_judgement("reject", villagers.id, reasons=("misread",), maker="person:ana"))
        one = next(i for i in ledger.incidents() if villagers.mention in i.mentions)
    text = make_client(make_app(path)).get(f"/incidents/{one.id}").text
    assert "rejected by ana" in text
    assert f'<li id="e-{villagers.id}" class="old">' in text
    assert "1 statements were rejected" not in text
    assert "1 statement was rejected" in text


def test_why_reports_are_one_attack_is_told(client, rockets):
    text = client.get(f"/incidents/{rockets.id}").text
    history = text[text.index('id="history"') :].partition("</section>")[0]
    assert "held to be the same attack" in history
    assert "likeness" in history
