"""The time band draws each incident as wide as its date is uncertain."""

from __future__ import annotations

from datetime import date
from xml.etree import ElementTree as ET

import pytest

from tocsin.serve.web.svgtime import LANES, Bar, draw_band

SVG = "{http://www.w3.org/2000/svg}"


def bars(svg):
    return list(ET.fromstring(svg).iter(f"{SVG}rect"))  # noqa: S314 - our own drawing


def test_nothing_dated_draws_nothing():
    assert draw_band([]) == ""


def test_a_month_is_thirty_times_as_wide_as_a_day():
    year = Bar(date(2020, 1, 1), date(2020, 2, 28), "two months", "/a")
    month = Bar(date(2020, 1, 1), date(2020, 1, 30), "thirty days", "/b")
    day = Bar(date(2020, 1, 1), date(2020, 1, 1), "a day", "/c")
    widths = sorted(float(b.attrib["width"]) for b in bars(draw_band([year, month, day])))
    assert widths[2] / widths[1] == pytest.approx(59 / 30, rel=0.01)
    assert widths[0] < widths[1] / 5


def test_an_exact_day_is_told_apart_by_its_class():
    drawn = bars(draw_band([Bar(date(2020, 1, 1), date(2020, 1, 1), "a", "/a")]))
    assert drawn[0].attrib["class"] == "band-bar exact"


def test_many_on_one_day_stay_inside_the_drawing():
    drawn = draw_band([Bar(date(2020, 1, 1), date(2020, 1, 1), str(i), f"/{i}") for i in range(40)])
    height = float(ET.fromstring(drawn).attrib["viewBox"].split()[3])  # noqa: S314
    assert len(bars(drawn)) == 40
    assert max(float(b.attrib["y"]) for b in bars(drawn)) < height
    assert len({b.attrib["y"] for b in bars(drawn)}) == LANES


def test_centuries_apart_are_labelled_sparsely():
    long_ago, lately = (Bar(day, day, "a", "/a") for day in (date(1900, 1, 1), date(2020, 5, 5)))
    drawn = ET.fromstring(draw_band([long_ago, lately]))  # noqa: S314
    assert 2 <= len(list(drawn.iter(f"{SVG}text"))) <= 13
