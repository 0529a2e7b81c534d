"""Naming what goes wrong."""

from tocsin.evaluate.classes import CLASSES, list_failures


def names(build, gold_mentions, answer_mentions):
    """Name the failures of one report."""
    gold = build.gold_row(*gold_mentions)
    answer = build.as_contract(build.gold_row(*answer_mentions))
    return [f.name for f in list_failures([gold], lambda _: answer)]


def test_a_reading_that_is_right_fails_in_nothing(build):
    assert names(build, [build.main()], [build.main()]) == []


def test_an_attack_nobody_found_and_one_nobody_annotated(build):
    both = [build.main(), build.background()]
    assert names(build, both, [build.main()]) == ["other missed"]
    assert names(build, [build.main()], both) == ["invented"]


def test_another_type_day_place_and_figure(build):
    other = build.main()
    other["type"]["acled"] = "Grenade"
    other["when"]["start"] = other["when"]["end"] = "2001-01-01"
    other["where"][0] = {**other["where"][0], "text": "Odrava", "span": [0, 1]}
    other["casualties"][0]["low"] = other["casualties"][0]["high"] = 7
    other["casualties"][1]["speaker"] = None
    assert names(build, [build.main()], [other]) == ["type", "day other", "place other", "toll other", "speaker missed"]


def test_an_actor_with_another_stance(build):
    other = build.main()
    other["responsibility"][0]["stance"] = "claims"
    assert "stance" in names(build, [build.main()], [other])


def test_every_class_has_words_for_a_page():
    assert all(text[0].isupper() and not text.endswith(".") for text in CLASSES.values())
