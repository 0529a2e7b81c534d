"""Errors are shown with the sentence that holds the words."""

from __future__ import annotations

import pytest

from tocsin.errors import UsageError
from tocsin.evaluate import run
from tocsin.evaluate.misses import list_misses, sentence_at


def answer_with(build, **changes):
    answer = build.as_contract(build.gold_row(build.main(), build.background()))
    answer["mentions"][0]["casualties"][1] |= changes
    return run([build.gold_row(build.main(), build.background())], lambda _: answer)


def test_a_wrong_figure_is_shown_beside_the_right_one_in_its_sentence(build):
    (miss,) = list_misses(answer_with(build, high=5), "wounded")
    assert (miss.report_id, miss.kind) == ("wce-1", "wrong")
    assert miss.sentence.startswith("Two rockets struck")
    assert miss.sentence.endswith("the army said.")
    assert miss.gold == "5 to ? “wounding at least five”"
    assert miss.predicted == "5 “wounding at least five”"
    assert "gold      5 to ?" in miss.show()


def test_a_field_without_errors_has_none(build):
    assert list_misses(answer_with(build), "killed") == []


def test_missed_and_spurious_values_stand_alone(build):
    rows = [build.gold_row(build.main(), key="a"), build.gold_row(text=build.other_text, key="b")]
    answers = {"a": build.as_contract(build.gold_row()), "b": build.as_contract(build.gold_row(build.main()))}
    found = list_misses(run(rows, lambda row: answers[row["id"]]), "type")
    assert [(m.report_id, m.kind, m.gold is None, m.predicted is None) for m in found] == [
        ("a", "missed", False, True),
        ("b", "spurious", True, False),
    ]


def test_responsibility_is_shown_as_stance_and_actor(build):
    scores = run([build.gold_row(build.main())], lambda _: build.as_contract(build.gold_row()))
    (miss,) = list_misses(scores, "responsibility")
    assert miss.gold == "accused · Grey Column “Police blamed the Grey Column”"


def test_a_crash_is_shown_as_the_reason(build):
    def read(_):
        message = "boom"
        raise RuntimeError(message)

    (miss,) = list_misses(run([build.gold_row(build.main())], read), "wounded")
    assert (miss.kind, miss.predicted) == ("crash", "RuntimeError: boom")


def test_an_unknown_field_is_refused_with_the_nearest_name(build):
    with pytest.raises(UsageError, match=r"E280.*Did you mean wounded"):
        list_misses(answer_with(build), "wunded")


@pytest.mark.parametrize(("at", "sentence"), [(0, "It fell."), (9, "“Nobody left,” he said."), (40, "Then rain.")])
def test_sentence_at(at, sentence):
    assert sentence_at("It fell. “Nobody left,”\nhe said.\n\nThen rain.", at) == sentence
