"""Attacks are aligned by what they are, not by their order or their role alone."""

from __future__ import annotations

from dataclasses import replace

from tocsin.evaluate.align import align
from tocsin.evaluate.shape import MentionView, Place, Words

BOMB = "Remote explosive/landmine/IED"


def mention(role="main", acled=BOMB, place=None, day=None, anchor=None):
    places = (Place(Words(place), None),) if place else ()
    words = Words("blast", anchor) if anchor else None
    return MentionView(role=role, acled=acled, type_words=words, start=day, end=day, places=places)


def test_two_attacks_of_one_type_are_told_apart_by_place():
    gold = [mention(place="Odrava"), mention(place="Lipin")]
    assert align(gold, gold[::-1]).pairs == ((0, 1), (1, 0))


def test_two_attacks_of_one_type_and_place_are_told_apart_by_day():
    gold = [mention(place="Odrava", day="2021-05-07"), mention(place="Odrava", day="2021-05-01")]
    assert align(gold, gold[::-1]).pairs == ((0, 1), (1, 0))


def test_the_same_word_at_two_places_is_two_anchors():
    gold = [mention(anchor=(0, 5)), mention(anchor=(50, 55))]
    assert align(gold, gold[::-1]).pairs == ((0, 1), (1, 0))


def test_main_and_background_with_swapped_roles_align_by_content():
    today = mention("main", place="Odrava", day="2021-05-07", anchor=(0, 5))
    before = mention("background", place="Lipin", day="2021-04-01", anchor=(80, 85))
    swapped = [replace(before, role="main"), replace(today, role="background")]
    assert align([today, before], swapped).pairs == ((0, 1), (1, 0))


def test_a_background_attack_does_not_take_the_place_of_a_missed_main_one():
    main = mention("main", "Attack", place="Odrava")
    background = mention("background", place="Lipin", anchor=(80, 85))
    found = align([main, background], [background])
    assert found.pairs == ((1, 0),)
    assert found.missed == (0,)
    assert found.spurious == ()


def test_two_unlike_background_attacks_stay_apart():
    found = align([mention("background", BOMB, "Lipin")], [mention("background", "Attack", "Odrava")])
    assert (found.pairs, found.missed, found.spurious) == ((), (0,), (0,))


def test_the_two_main_attacks_of_a_report_align_even_with_the_type_wrong():
    assert align([mention("main", BOMB)], [mention("main", "Attack")]).pairs == ((0, 0),)
