"""Scores equal those worked out by hand, and nothing a reader does stops a run."""

from __future__ import annotations

import pytest

from tocsin.evaluate import Count, run
from tocsin.evaluate.fields import FIELDS, HEADLINE


def score(build, predicted, *gold):
    rows = [build.gold_row(*(gold or (build.main(), build.background())))]
    return run(rows, lambda _: predicted)


def perfect(build):
    return build.as_contract(build.gold_row(build.main(), build.background()))


def counts(scores, field):
    count = scores.count(field)
    return count.right, count.missed, count.spurious


def test_count_gives_precision_recall_and_f1():
    count = Count(right=6, missed=2, spurious=4)
    assert (count.gold, count.predicted) == (8, 10)
    assert (count.precision, count.recall) == (0.6, 0.75)
    assert count.f1 == pytest.approx(2 * 0.6 * 0.75 / (0.6 + 0.75))
    assert Count().f1 is None


def test_the_headline_is_the_seven_fields_readers_ask_for():
    assert HEADLINE == ("type", "date", "place", "killed", "wounded", "speaker", "responsibility")


def test_a_perfect_reading_is_right_in_every_field_that_the_gold_has(build):
    scores = score(build, perfect(build))
    assert set(scores.values().values()) == {1.0}
    assert {"type", "date", "place", "killed", "wounded", "speaker", "responsibility"} <= scores.values().keys()


def test_a_missed_mention_misses_all_its_values(build):
    predicted = build.as_contract(build.gold_row(build.main()))
    scores = score(build, predicted)
    assert counts(scores, "mentions") == (1, 1, 0)
    assert counts(scores, "main") == (1, 0, 0)
    assert counts(scores, "killed") == (1, 1, 0)  # three soldiers given, nine people missed
    assert scores.value("killed") == pytest.approx(2 / 3)
    assert counts(scores, "place") == (1, 1, 0)
    assert counts(scores, "wounded") == (1, 0, 0)


def test_an_invented_mention_makes_all_its_values_spurious(build):
    scores = score(build, perfect(build), build.main())
    assert counts(scores, "mentions") == (1, 0, 1)
    assert counts(scores, "type") == (1, 0, 1)
    assert counts(scores, "killed") == (1, 0, 1)
    assert counts(scores, "date") == (1, 0, 1)


def test_everything_found_in_an_irrelevant_report_is_spurious(build):
    row = build.gold_row(text=build.other_text)
    scores = run([row], lambda _: perfect(build))
    assert counts(scores, "refusal") == (0, 1, 0)
    assert counts(scores, "killed") == (0, 0, 2)
    refused = {"report": {"id": "wce-1", "relevant": False}, "mentions": []}
    assert counts(run([row], lambda _: refused), "refusal") == (1, 0, 0)


def test_relevant_without_a_mention_is_no_refusal(build):
    answer = {"report": {"id": "wce-1", "relevant": True}, "mentions": []}
    scores = run([build.gold_row(text=build.other_text)], lambda _: answer)
    assert scores.value("refusal") == 0.0
    assert counts(scores, "relevance") == (0, 0, 1)


def test_figures_must_be_equal_at_both_ends(build):
    predicted = perfect(build)
    predicted["mentions"][0]["casualties"][1] |= {"low": 5, "high": 5, "hedge": "exact"}
    scores = score(build, predicted)
    assert counts(scores, "wounded") == (0, 1, 1)
    assert counts(scores, "killed") == (2, 0, 0)


def test_hedge_group_and_speaker_are_scored_beside_the_figure(build):
    predicted = perfect(build)
    predicted["mentions"][0]["casualties"][0] |= {"hedge": "about", "group": "police", "speaker": None}
    scores = score(build, predicted)
    assert counts(scores, "killed") == (2, 0, 0)
    assert counts(scores, "killed_hedge") == (1, 1, 1)
    assert counts(scores, "killed_group") == (1, 1, 1)
    assert counts(scores, "casualties_speaker") == (2, 1, 1)
    assert counts(scores, "speaker") == (2, 1, 0)  # of army, army, Police: one left out, none made up


def test_a_wrong_speaker_is_both_missed_and_spurious(build):
    predicted = perfect(build)
    predicted["mentions"][0]["responsibility"][0]["speaker"] = {"name": "mayor", "text": "mayor"}
    assert counts(score(build, predicted), "speaker") == (2, 1, 1)


def test_a_speaker_on_a_row_without_one_is_spurious(build):
    predicted = perfect(build)
    predicted["mentions"][1]["casualties"][0]["speaker"] = {"name": "army", "text": "army"}
    assert counts(score(build, predicted), "speaker") == (3, 0, 1)


def test_the_outlets_own_voice_is_no_speaker(build):
    predicted = perfect(build)
    predicted["mentions"][1]["casualties"][0]["speaker"] = {"name": "The Odrava Post", "text": None, "kind": "outlet"}
    assert counts(score(build, predicted), "speaker") == (3, 0, 0)


def test_responsibility_needs_stance_and_actor(build):
    predicted = perfect(build)
    predicted["mentions"][0]["responsibility"][0]["stance"] = "claims"
    scores = score(build, predicted)
    assert counts(scores, "responsibility") == (0, 1, 1)
    assert counts(scores, "actor") == (1, 0, 0)


def test_an_accusation_of_other_attacks_is_not_one_of_this(build):
    predicted = perfect(build)
    predicted["mentions"][0]["responsibility"][0]["scope"] = "earlier_attacks"
    scores = score(build, predicted)
    assert counts(scores, "responsibility") == (1, 0, 0)
    assert counts(scores, "responsibility_scope") == (0, 1, 1)
    assert counts(scores, "accusations") == (0, 1, 1)


def test_no_one_blamed_matches_only_no_one(build):
    gold = build.main()
    gold["responsibility"] = [
        {"actor": None, "stance": "unclaimed", "scope": "this_attack", "speaker": None, **build.cut(build.text, "said")}
    ]
    right = build.as_contract(build.gold_row(gold))
    assert counts(score(build, right, gold), "responsibility") == (1, 0, 0)
    wrong = build.as_contract(build.gold_row(build.main()))
    assert counts(score(build, wrong, gold), "responsibility") == (0, 1, 1)
    assert counts(score(build, wrong, gold), "no_one_blamed") == (0, 1, 0)


def test_a_date_where_the_text_gives_none_is_spurious(build):
    gold = build.main()
    gold["when"] = {"start": None, "end": None, "precision": "unknown"}
    predicted = build.as_contract(build.gold_row(build.main()))
    assert counts(score(build, predicted, gold), "date") == (0, 0, 1)


def test_a_missing_date_is_missed_and_a_wrong_end_is_both(build):
    predicted = perfect(build)
    predicted["mentions"][0]["when"]["end"] = "2021-05-08"
    predicted["mentions"][1]["when"] = {"start": None, "end": None, "precision": "unknown"}
    assert counts(score(build, predicted), "date") == (0, 2, 1)


def test_a_container_is_not_the_event_place(build):
    predicted = perfect(build)
    where = predicted["mentions"][0]["where"]
    predicted["mentions"][0]["where"] = {**where["context"][0], "context": []}  # the town instead of the barracks
    scores = score(build, predicted)
    assert counts(scores, "place") == (1, 1, 1)
    assert counts(scores, "country") == (2, 0, 0)


def test_part_of_must_name_the_paired_total(build):
    gold = build.main()
    gold["casualties"] = [
        build.toll("killed", "killing three soldiers", 3, 3),
        build.toll("killed", "at least five", 5, 5),
        build.toll("killed", "nine", 1, 1, part_of=0),
    ]
    predicted = build.as_contract(build.gold_row(gold))
    rows = predicted["mentions"][0]["casualties"]
    predicted["mentions"][0]["casualties"] = [rows[2] | {"part_of": 2}, rows[1], rows[0]]  # same total, other order
    assert counts(score(build, predicted, gold), "part_of") == (1, 0, 0)
    predicted["mentions"][0]["casualties"][0]["part_of"] = 1
    assert counts(score(build, predicted, gold), "part_of") == (0, 1, 1)


def test_a_crash_is_listed_counts_as_missed_everywhere_and_stops_nothing(build):
    rows = [build.gold_row(build.main(), key=f"wce-{n}") for n in range(3)]

    def read(row):
        if row["id"] == "wce-1":
            message = "no such thing"
            raise RuntimeError(message)
        return build.as_contract(rows[int(row["id"][-1])])

    scores = run(rows, read)
    assert [(c.report_id, c.error) for c in scores.crashes] == [("wce-1", "RuntimeError: no such thing")]
    assert counts(scores, "relevance") == (2, 1, 0)
    assert all(counts(scores, name) == (2, 1, 0) for name in ("mentions", "type", "killed", "place"))


def test_a_crash_on_an_irrelevant_report_is_no_refusal(build):
    def read(_):
        raise ValueError

    assert run([build.gold_row(text=build.other_text)], read).value("refusal") == 0.0


@pytest.mark.parametrize(
    "answer",
    [
        None,
        {},
        {"report": {}, "mentions": None},
        {"report": {}, "mentions": ["x"]},
        {"report": {}, "mentions": [{"where": ["Odrava"]}]},
        {"report": {}, "mentions": [{"weapons": [{"kind": ["rocket"]}]}]},
    ],
)
def test_an_answer_that_is_not_of_the_contract_is_a_crash(build, answer):
    scores = run([build.gold_row(build.main())], lambda _: answer)
    assert len(scores.crashes) == 1
    assert counts(scores, "mentions") == (0, 1, 0)


def test_the_reader_never_sees_the_annotation(build):
    seen = []

    def read(row):
        seen.append(row)
        return perfect(build)

    run([build.gold_row(build.main())], read)
    assert [sorted(row) for row in seen] == [["id", "published", "text"]]


def test_families_and_lengths_are_added_up_apart(build):
    long = build.gold_row(build.main(), text=build.text + " More." * 60, key="re3d-7")
    rows = [build.gold_row(build.main(), key="wce-1"), long]
    empty = {"report": {"relevant": False}, "mentions": []}
    scores = run(rows, lambda row: build.as_contract(rows[0]) if row["id"] == "wce-1" else empty)
    shares = {title: scores.value("type", keep) for title, keep in scores.slices().items()}
    assert shares == {
        "Wikipedia Current Events": 1.0,
        "official statements": 0.0,
        "under 400 characters": 1.0,
        "400 characters and more": 0.0,
    }


def test_every_field_has_a_definition_and_its_own_name():
    assert len({field.name for field in FIELDS}) == len(FIELDS)
    assert all(field.definition.endswith((".", "…")) for field in FIELDS)


@pytest.mark.shared
def test_on_the_shared_gold_a_perfect_reader_scores_one_and_scoring_is_quick(build, shared_data):
    from tocsin.evaluate import load_gold

    gold = load_gold(shared_data / "gold" / "dev.jsonl")
    perfect_answers = {row["id"]: build.as_contract(row) for row in gold.rows}
    scores = run(gold.rows, lambda row: perfect_answers[row["id"]], name=gold.name, sha256=gold.sha256)
    assert {name for name, value in scores.values().items() if value < 1} == set()
    assert not scores.crashes
    assert scores.seconds_scoring < 5
