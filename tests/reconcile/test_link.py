"""Which mentions are judged to be one attack, and why."""

from __future__ import annotations

from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.model.groups import APART, JOIN, group_mentions
from tocsin.model.kinds.event_type import EventType
from tocsin.model.kinds.weapon import Weapon
from tocsin.model.statement import make_judgement
from tocsin.reconcile import cluster, compare_cards, link_mention, make_card
from tocsin.testing import blame, mention, report, statement, toll, when, where

SHELLING, CLASH = EventType("Shelling/artillery/missile attack"), EventType("Armed clash")
BASE = where("K-2 base", 35.51, 44.28, precision="site", country="IQ", admin1="Kirkuk")
TOWN = where("Kirkuk", 35.47, 44.39, radius_km=8, country="IQ", admin1="Kirkuk")
QAYYARAH = where("Qayyarah", 35.8, 43.29, country="IQ", admin1="Nineveh")
MOSUL = where("Mosul", 36.34, 43.13, country="IQ", admin1="Nineveh")
_numbers = count()


def told(*values, published="2019-12-28", role="main", status="happened"):
    """Make a mention in a report of its own; give the mention and its card."""
    source = report(f"Report {next(_numbers)}.", published=published)
    about = mention(source, "Report", role=role, status=status)
    return about, make_card(about, [statement(source, about, v) for v in values], source)


def verdict(one, two):
    found = link_mention(one[1], [two[1]])
    return found[0].verdict if found else None


def test_one_day_and_one_place_are_one_attack():
    assert verdict(told(when("2019-12-27"), BASE, SHELLING), told(when("2019-12-27"), TOWN, SHELLING)) == "same"


def test_a_later_attack_on_the_same_base_is_another():
    one = told(when("2019-12-27"), BASE, SHELLING)
    two = told(when("2020-02-13"), BASE, SHELLING, published="2020-02-14")
    assert verdict(one, two) is None
    assert compare_cards(one[1], two[1]).vetoed


def test_a_look_back_with_a_month_joins_the_attack_of_a_day_in_that_month():
    known = told(when("2019-11-08"), QAYYARAH, SHELLING, published="2019-11-09")
    back = told(when("2019-11"), QAYYARAH, SHELLING, role="background")
    assert verdict(back, known) == "same"


def test_a_look_back_to_another_place_does_not():
    known = told(when("2019-11-08"), MOSUL, SHELLING, published="2019-11-09")
    assert verdict(told(when("2019-11"), QAYYARAH, SHELLING, role="background"), known) is None


def test_a_look_back_that_fits_two_attacks_joins_neither():
    one = told(when("2019-11-08"), QAYYARAH, SHELLING, published="2019-11-09")
    two = told(when("2019-11-20"), QAYYARAH, SHELLING, published="2019-11-21")
    back = told(when("2019-11"), QAYYARAH, SHELLING, role="background")
    groups = cluster([c for _, c in (one, two, back)], [m for m, _ in (one, two, back)])
    assert sorted(len(g) for g in groups) == [1, 1, 1]


def test_midnight_and_time_zones_are_given_a_day():
    assert verdict(told(when("2019-12-27"), BASE, SHELLING), told(when("2019-12-28"), BASE, SHELLING)) == "same"


def test_two_days_apart_is_a_misprint_only_if_all_else_agrees_exactly():
    facts = (BASE, SHELLING, toll("killed", 4))
    assert verdict(told(when("2019-12-27"), *facts), told(when("2019-12-29"), *facts, published="2019-12-30")) == "same"
    assert verdict(told(when("2019-12-27"), *facts), told(when("2019-12-29"), BASE, SHELLING)) is None


def test_hours_tell_two_attacks_of_one_day_apart_from_one():
    def score(one, two):
        return compare_cards(told(when(one), BASE)[1], told(when(two), BASE)[1]).score

    assert score("2019-12-27T05:00", "2019-12-27T21:00") < score("2019-12-27T19:00", "2019-12-27T19:30")


def test_without_a_place_a_large_toll_in_common_is_needed():
    one = told(when("2019-12-27"), TOWN, SHELLING, toll("killed", 23))
    assert verdict(told(when("2019-12-27"), SHELLING, toll("killed", 23)), one) == "same"
    assert verdict(told(when("2019-12-27"), SHELLING), one) != "same"


def test_the_vague_join_nothing():
    assert verdict(told(blame("X"), role="background"), told(when("2019-12-27"), BASE)) is None


def test_what_has_not_happened_joins_nothing_that_has():
    threat = told(when("2019-12-27"), BASE, SHELLING, status="threatened")
    assert verdict(threat, told(when("2019-12-27"), BASE, SHELLING)) is None


def test_one_report_tells_its_attacks_apart():
    source = report("Rockets hit a base. Mortars hit a base.")
    one, two = mention(source, "Rockets"), mention(source, "Mortars")
    facts = [statement(source, m, v) for m in (one, two) for v in (when("2019-12-27"), BASE, SHELLING)]
    assert link_mention(make_card(one, facts, source), [make_card(two, facts, source)]) == []


def test_copies_are_one_attack_whatever_the_reader_made_of_the_day():
    text = "Rockets hit a base on Friday."
    cards = []
    for n, day in enumerate(("2019-12-27", "2020-01-03")):
        source = report(f"{text} {n}")
        about = mention(source, "Rockets")
        said = [statement(source, about, when(day), "on Friday"), statement(source, about, BASE, "a base")]
        cards.append(make_card(about, said, source))
    (found,) = link_mention(cards[0], [cards[1]], copies=frozenset({cards[1].report}))
    assert found.verdict == "same"


def test_reasons_are_given():
    (found,) = link_mention(
        told(when("2019-12-27"), BASE, Weapon("rocket", "rockets"))[1],
        [told(when("2019-12-27"), BASE, Weapon("rocket", "rockets"))[1]],
    )
    assert any(r.startswith("same day") for r in found.reasons)
    assert any(r.startswith("same place") for r in found.reasons)


def test_a_block_that_is_too_large_is_recorded():
    (found,) = link_mention(told(when("2019-12-27"), BASE)[1], [], left_out=["mn-b", "mn-a"])
    assert (found.verdict, found.reasons) == ("unsure", ("block-too-large", "2 not compared"))


def test_one_wrong_pair_does_not_join_two_attacks():
    mentions = [told()[0] for _ in range(6)]
    left, right = mentions[:3], mentions[3:]
    pairs = [(a, b) for group in (left, right) for a in group for b in group if a.id < b.id]
    judged = [make_judgement("same", a.id, b.id, score=0.95, maker="r.v1") for a, b in [*pairs, (left[0], right[0])]]
    assert sorted(len(g) for g in group_mentions(mentions, judged)) == [3, 3]


def test_people_overrule_rules():
    one, two = told(when("2019-12-27"), BASE), told(when("2019-12-27"), BASE)
    cards, mentions = [one[1], two[1]], [one[0], two[0]]
    assert len(cluster(cards, mentions)) == 1
    apart = make_judgement("different", one[0].id, two[0].id, maker="person:ana", when="2020-01-01")
    assert len(cluster(cards, mentions, [apart])) == 2


def test_the_constants_mean_what_their_comments_say():
    assert (4 * 0.95 + APART) / 5 < JOIN < (9 * 0.95 + APART) / 10


days = st.sampled_from(["2019-12-27", "2019-12-28", "2019-12-29", "2019-12", "2019-12-27T19:20"]).map(when)
places = st.sampled_from([BASE, TOWN, QAYYARAH, MOSUL, where("Iraq", 33, 44, precision="country", country="IQ")])
others = st.one_of(
    st.sampled_from([SHELLING, CLASH, Weapon("rocket"), Weapon("mortar"), blame("X"), blame("Y")]),
    st.builds(toll, st.sampled_from(["killed", "wounded"]), st.integers(0, 30)),
)
facts = st.tuples(st.lists(days, max_size=1), st.lists(places, max_size=2), st.lists(others, max_size=4))


@given(facts, facts, st.sampled_from(["main", "background"]))
def test_comparing_is_the_same_both_ways_round(one, two, role):
    a = told(*(v for part in one for v in part))[1]
    b = told(*(v for part in two for v in part), role=role)[1]
    assert compare_cards(a, b) == compare_cards(b, a)
    assert 0.0 <= compare_cards(a, b).score <= 1.0


@given(facts, facts)
def test_what_is_not_vetoed_lies_in_boxes_that_meet(one, two):
    a = told(*(v for part in one for v in part))[1]
    b = told(*(v for part in two for v in part))[1]
    if not compare_cards(a, b).vetoed:
        assert a.box.meets(b.box), "blocking would have missed a pair that could be one attack"


@pytest.mark.parametrize("published", ["2019-12-28", None])
def test_news_without_a_date_is_of_the_days_before(published):
    undated = told(TOWN, SHELLING, published=published)[1]
    old = told(when("2019-06-01"), TOWN, SHELLING)[1]
    assert compare_cards(undated, old).vetoed is (published is not None)
