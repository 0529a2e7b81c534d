"""What every ledger must do, whatever keeps it: run against a file and against memory in ``test_ledger.py``."""
# ruff: noqa: D102 - the names of the tests state the facts

from __future__ import annotations

import random
import threading
from dataclasses import replace

import pytest

from tocsin.errors import InputError, NotFoundError, UsageError
from tocsin.model.fold import fold_all
from tocsin.model.incident import incident_id
from tocsin.model.statement import make_judgement
from tocsin.pipeline import add_reading
from tocsin.testing import blame, mention, reading, report, sample_readings, statement, toll, when, where

ANA = "person:ana"


def fill(ledger, readings=None):
    """Add the sample; give the ledger."""
    for one in sample_readings() if readings is None else readings:
        add_reading(ledger, one)
    return ledger


class LedgerConformance:
    """Inherit this and give a ``ledger`` fixture."""

    def test_what_is_added_is_read_back(self, ledger):
        (one,) = [r for r in sample_readings() if r.report.given_id == "courier-1"]
        added = ledger.add(one)
        assert (added.new, added.n_mentions, added.n_statements) == (True, 1, len(one.statements))
        assert ledger.report(one.report.id) == one.report
        assert ledger.mentions(one.report.id) == list(one.mentions)
        assert sorted(s.to_json()["id"] for s in ledger.statements(report=one.report.id)) == sorted(
            s.id for s in one.statements
        )
        read = {s.id: s.to_json() for s in ledger.statements()}
        assert read == {s.id: s.to_json() for s in one.statements}

    def test_adding_twice_changes_nothing(self, ledger):
        fill(ledger)
        before = (ledger.incidents(), ledger.judgements(), ledger.statements(), ledger.reports())
        again = [add_reading(ledger, one) for one in sample_readings()]
        assert not any(a.new for a in again)
        assert (ledger.incidents(), ledger.judgements(), ledger.statements(), ledger.reports()) == before

    def test_one_text_at_two_outlets_is_one_report_with_both_ids(self, ledger):
        text = "Rockets hit a base."
        first = report(text, outlet="Wire", given_id="a-1")
        second = report(text, outlet="Daily", given_id="b-1")
        ledger.add(reading(first, [mention(first)]))
        assert not ledger.add(reading(second, [mention(second)])).new
        assert ledger.report("a-1").id == ledger.report("b-1").id == first.id
        assert len(ledger.reports()) == 1

    def test_a_report_is_found_by_the_beginning_of_its_hash(self, ledger):
        fill(ledger)
        one = ledger.reports()[0]
        assert ledger.report(one.id[:12]) == one

    def test_ids_nobody_knows_are_refused(self, ledger):
        fill(ledger)
        for ask, code in ((ledger.report, "E404"), (ledger.incident, "E401")):
            for ident in ("nobody", "", "rp-", "in-"):
                with pytest.raises(NotFoundError, match=code):
                    ask(ident)

    def test_the_view_is_the_fold(self, ledger):
        fill(ledger)
        mentions, statements, reports = ledger.mentions(), ledger.statements(), ledger.reports()
        witnesses = ledger.witnesses(r.id for r in reports)
        pure = fold_all(mentions, statements, ledger.judgements(), reports, witnesses)

        def plain(incident):
            return replace(incident, id="", aliases=(), first_seen=None, last_changed=None, previous=(), series=())

        def in_order(incident):
            return replace(plain(incident), mentions=tuple(sorted(incident.mentions)))

        shown = sorted(map(in_order, ledger.incidents()), key=lambda i: i.mentions)
        assert shown == sorted(map(in_order, pure), key=lambda i: i.mentions)

    def test_rebuilding_changes_nothing(self, ledger):
        fill(ledger)
        before = ledger.incidents()
        ledger.rebuild()
        assert ledger.incidents() == before

    def test_incidents_do_not_depend_on_the_order_of_ingestion(self, ledger, another_ledger):
        groups = []
        for seed in range(5):
            readings = list(sample_readings())
            random.Random(seed).shuffle(readings)  # noqa: S311 - no secret
            with another_ledger() as other:
                fill(other, readings)
                groups.append(sorted(sorted(i.mentions) for i in other.incidents()))
        assert groups == [groups[0]] * len(groups)
        assert len(groups[0]) == 5

    def test_copies_are_one_witness(self, ledger):
        fill(ledger)
        (rockets,) = ledger.incidents(query='"killing a contractor"')
        assert sorted(len(w) for w in rockets.witnesses) == [1, 1, 2]

    def test_a_look_back_joins_the_attack_it_speaks_of(self, ledger):
        fill(ledger)
        (february,) = ledger.incidents(until="2021-02-28", undated="drop")
        assert len(february.mentions) == 2
        (march,) = ledger.incidents(actor="dawn column")
        assert march.previous == (february.id,)
        assert february.series == (march.id,)

    def test_ids_of_merged_mentions_still_lead_to_the_incident(self, ledger):
        fill(ledger)
        (march,) = ledger.incidents(actor="dawn column")
        assert len(march.aliases) == len(march.mentions) - 1
        for alias in march.aliases:
            assert ledger.incident(alias) == march
        assert ledger.incident(march.id[:10]).id == march.id

    def test_a_person_splits_and_joins_and_takes_it_back(self, ledger):
        fill(ledger)
        (before,) = ledger.incidents(query="ambushed")
        one, two = before.mentions
        apart = make_judgement("different", one, two, maker=ANA, score=0.0)
        assert ledger.judge(apart) == 1
        assert ledger.judge(apart) == 0
        assert {ledger.incident(incident_id(m)).mentions for m in (one, two)} == {(one,), (two,)}
        ledger.judge(make_judgement("unsure", one, two, maker=ANA, revokes=apart.id))
        assert ledger.incident(before.id).mentions == before.mentions
        assert ledger.judge(apart) == 1, "made again after it was taken back"
        assert ledger.incident(before.id).mentions == (one,)

    def test_a_person_rejects_a_statement(self, ledger):
        fill(ledger)
        (ambush,) = ledger.incidents(query="ambushed")
        assert ambush.wounded.disputed
        (wrong,) = ambush.wounded.contradicts
        ledger.judge(make_judgement("reject", wrong, maker=ANA))
        after = ledger.incident(ambush.id)
        assert (after.wounded.disputed, after.n_rejected, after.status) == (False, 1, "reviewed")
        assert wrong in {s.id for s in ledger.statements()}

    def test_what_a_person_states_survives_a_new_reading(self, ledger):
        first = report("Three people were killed at the market.", published="2021-03-05")
        about = mention(first)
        ledger.add(reading(first, [about], [statement(first, about, toll("killed", 3), "Three people")]))
        own = statement(first, about, toll("killed", 4), "Three people", maker=ANA)
        assert ledger.state(own) == 1
        ledger.add(reading(first, [about], [statement(first, about, toll("killed", 2), "people")], maker="new.v2"))
        (incident,) = ledger.incidents()
        assert (incident.killed.best, incident.killed.rule, incident.killed.low) == (4, "person", 2)
        assert len(ledger.statements(report=first.id)) == 2
        assert len(ledger.statements(report=first.id, withdrawn=True)) == 3

    def test_a_newer_reading_replaces_what_stands(self, ledger):
        first = report("Three people were killed at the market.")
        about = mention(first)
        ledger.add(reading(first, [about], [statement(first, about, toll("killed", 3), "Three people")]))
        ledger.add(reading(first, [], [], maker="new.v2"))
        assert ledger.incidents() == []
        assert len(ledger.statements(report=first.id, withdrawn=True)) == 1

    def test_machines_do_not_state_beside_a_reading(self, ledger):
        first = report()
        about = mention(first)
        ledger.add(reading(first, [about]))
        with pytest.raises(UsageError, match="E206"):
            ledger.state(statement(first, about, toll("killed", 1)))

    def test_judgements_about_nothing_are_refused(self, ledger):
        with pytest.raises(NotFoundError, match="E402"):
            ledger.judge(make_judgement("same", "mn-a", "mn-b", maker=ANA))

    def test_a_batch_is_kept_whole_or_not_at_all(self, ledger):
        readings = sample_readings()

        def add_and_stop():
            with ledger.batch():
                ledger.add(readings[0])
                message = "stop"
                raise RuntimeError(message)

        with pytest.raises(RuntimeError):
            add_and_stop()
        assert ledger.reports() == []
        with ledger.batch():
            ledger.add(readings[0])
        assert len(ledger.reports()) == 1

    def test_failures_are_counted_and_can_be_tried_again(self, ledger):
        ledger.fail("a.txt", InputError("E104", "the report is empty", hint="Give a text."))
        ledger.fail("a.txt", InputError("E104", "the report is empty"))
        ledger.fail("b.txt", ValueError("odd"))
        assert [(f.place, f.code, f.tries) for f in ledger.failures()] == [("a.txt", "E104", 2), ("b.txt", "E900", 1)]
        ledger.mend("a.txt")
        assert [f.place for f in ledger.failures()] == ["b.txt"]
        ledger.fail("a.txt", ValueError("again"))
        assert len(ledger.failures()) == 2

    @pytest.mark.parametrize(
        ("filters", "n"),
        [
            ({}, 5),
            ({"since": "2021-03-10"}, 3),
            ({"since": "2021-03-10", "undated": "drop"}, 2),
            ({"undated": "only"}, 1),
            ({"until": "2021-03-05"}, 3),
            ({"since": "2021-03-05", "until": "2021-03-05", "undated": "drop"}, 1),
            ({"bbox": (43.0, 35.0, 44.0, 36.0)}, 2),
            ({"bbox": (43.0, 35.0, 44.0, 36.0), "unplaced": "keep"}, 3),
            ({"bbox": (170.0, -10.0, -170.0, 10.0)}, 0),
            ({"unplaced": "only"}, 1),
            ({"country": "iq"}, 4),
            ({"type": "attack"}, 2),
            ({"type": ["Explosions/Remote violence"]}, 3),
            ({"status": "disputed"}, 2),
            ({"status": "happened"}, 5),
            ({"min_killed": 2}, 2),
            ({"disputed": True}, 2),
            ({"actor": "northern"}, 1),
            ({"claimed_by": "dawn"}, 0),
            ({"query": "roadside bomb"}, 1),
            ({"query": '"air base" rockets'}, 2),
            ({"query": 'a "quote'}, 0),
            ({"limit": 2}, 2),
            ({"limit": 2, "offset": 4}, 1),
        ],
    )
    def test_filters_choose(self, ledger, filters, n):
        fill(ledger)
        assert len(ledger.incidents(**filters)) == n
        without_paging = {k: v for k, v in filters.items() if k not in ("limit", "offset")}
        assert ledger.count(**filters) == len(ledger.incidents(**without_paging))

    @pytest.mark.parametrize(
        ("filters", "code"),
        [
            ({"sinse": 1}, "E204.*since"),
            ({"since": "June"}, "E201"),
            ({"bbox": (1, 2, 3)}, "E205"),
            ({"rule": "x"}, "E203"),
        ],
    )
    def test_filters_that_make_no_sense_are_refused(self, ledger, filters, code):
        with pytest.raises(UsageError, match=code):
            ledger.incidents(**filters)

    def test_undated_incidents_come_last(self, ledger):
        fill(ledger)
        days = [i.when.value.start if i.when.value else None for i in ledger.incidents()]
        assert days == [*sorted((d for d in days if d), reverse=True), None]

    def test_threads_share_a_ledger(self, ledger):
        fill(ledger)
        seen, wrong = [], []

        def look():
            try:
                seen.extend(len(ledger.incidents()) for _ in range(5))
            except Exception as exc:  # noqa: BLE001 - whatever goes wrong in a thread must fail the test
                wrong.append(exc)

        threads = [threading.Thread(target=look) for _ in range(4)]
        for one in threads:
            one.start()
        extra = report("A mine killed a herder on 20 March.", published="2021-03-20")
        about = mention(extra)
        add_reading(ledger, reading(extra, [about], [statement(extra, about, when("2021-03-20"), "20 March")]))
        for one in threads:
            one.join()
        assert wrong == []
        assert set(seen) <= {5, 6}

    def test_later_attack_on_the_same_base_stays_apart(self, ledger):
        base = where("K-2 base", 35.51, 44.28, precision="site", country="IQ")
        first = report("Rockets hit K-2 base on 27 December, killing one.", published="2019-12-28", outlet="A")
        main = mention(first)
        later = report(
            "A rocket hit K-2 base on 13 February. It was hit on 27 December too.", published="2020-02-14", outlet="B"
        )
        news, back = mention(later), mention(later, "It was hit", role="background")
        add_reading(
            ledger,
            reading(
                later,
                [news, back],
                [
                    statement(later, news, when("2020-02-13"), "13 February"),
                    statement(later, news, base, "K-2 base"),
                    statement(later, back, when("2019-12-27"), "27 December"),
                    statement(later, back, base),
                ],
            ),
        )
        add_reading(
            ledger,
            reading(
                first,
                [main],
                [
                    statement(first, main, when("2019-12-27"), "27 December"),
                    statement(first, main, base, "K-2 base"),
                    statement(first, main, toll("killed", 1), "killing one"),
                    statement(first, main, blame("X"), "hit"),
                ],
            ),
        )
        assert sorted(sorted(i.mentions) for i in ledger.incidents()) == sorted([[news.id], sorted([main.id, back.id])])
