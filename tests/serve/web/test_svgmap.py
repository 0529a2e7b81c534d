"""Maps are valid SVG, fast, and draw no more certainty than there is."""

from __future__ import annotations

import re
import time
from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest

from tocsin.serve.web.basemap import Box, nearest_turn, shipped_basemap
from tocsin.serve.web.svgmap import Mark, draw_locator, draw_overview, make_frame

SVG = "{http://www.w3.org/2000/svg}"
PLACES = [
    Mark(35.5, 44.3, 2, "site", "an air base", "Base"),
    Mark(-17.5, 178.9, 20, "town", "by the date line", "Suva"),
    Mark(60.0, 100.0, 1500, "country", "a very large country"),
    Mark(-54.8, -68.3, 5, "town", "the far south", "Ushuaia"),
    Mark(78.2, 15.6, 5, "town", "the far north", "Longyearbyen"),
    Mark(0.0, -140.0, 1, "site", "the open sea", "Sea"),
]


def parse(svg):
    return ET.fromstring(svg)  # noqa: S314 - our own drawing


@pytest.mark.parametrize("mark", PLACES, ids=lambda m: m.label)
def test_a_locator_is_valid_svg_with_title_and_description(mark):
    drawn = parse(draw_locator(mark))
    assert drawn.attrib["role"] == "img"
    ids = {e.attrib["id"] for e in drawn.iter() if "id" in e.attrib}
    assert set(drawn.attrib["aria-labelledby"].split()) <= ids
    assert mark.label in drawn.find(f"{SVG}title").text
    assert not [e for e in drawn.iter() if "style" in e.attrib]


def test_a_point_is_drawn_only_where_one_is_known():
    known = parse(draw_locator(PLACES[0]))
    vague = parse(draw_locator(PLACES[2]))
    assert known.find(f"{SVG}path[@class='map-cross']") is not None
    assert vague.find(f"{SVG}path[@class='map-cross']") is None
    assert vague.find(f"{SVG}circle[@class='map-halo']") is not None


def test_the_halo_is_as_wide_as_the_place_is_uncertain():
    mark = Mark(35.5, 44.3, 100, "province", "a province")
    drawn = parse(draw_locator(mark))
    radius = float(drawn.find(f"{SVG}circle[@class='map-halo']").attrib["r"])
    frame = make_frame(35.5, 44.3, 170, width=460, height=300)
    assert radius == pytest.approx(100 * frame.px_per_km, rel=0.01)


def test_the_scale_bar_is_true():
    drawn = parse(draw_locator(PLACES[0]))
    scale = drawn.find(f"{SVG}g[@class='map-scale']")
    km = float(scale.find(f"{SVG}text").text.removesuffix(" km").replace(",", ""))
    length = float(re.search(r"h([\d.]+)", scale.find(f"{SVG}path").attrib["d"])[1])
    assert length == pytest.approx(km * 300 / 340, rel=0.01)  # 300 px are 2 x 170 km


def test_no_outline_jumps_across_the_date_line():
    for ring in (r for o in shipped_basemap().outlines(Box(170, -25, 190, -10), "fine") for r in o.rings):
        steps = [abs(b[0] - a[0]) for a, b in pairwise(ring)]
        assert max(steps) < 5


def test_the_country_of_a_point_is_on_its_map():
    names = {o.name for o in shipped_basemap().outlines(Box(43, 34, 46, 36), "fine")}
    assert {"Iraq", "Iran"} <= names


def test_the_overview_holds_every_mark_and_links_it():
    marks = [
        Mark(m.lat, m.lon, m.radius_km, m.precision, m.label, href=f"/incidents/{i}") for i, m in enumerate(PLACES)
    ]
    drawn = parse(draw_overview(marks))
    width, height = (float(n) for n in drawn.attrib["viewBox"].split()[2:])
    circles = [c for c in drawn.iter(f"{SVG}circle") if "map-halo" in c.attrib["class"]]
    assert len(circles) == len(marks)
    assert all(0 <= float(c.attrib["cx"]) <= width and 0 <= float(c.attrib["cy"]) <= height for c in circles)
    assert {a.attrib["href"] for a in drawn.iter(f"{SVG}a")} == {m.href for m in marks}


def test_hostile_labels_stay_text():
    drawn = parse(draw_locator(Mark(35.5, 44.3, 2, "site", "<b>&\"'", "</text><script>")))
    assert drawn.find(f".//{SVG}script") is None


def test_a_map_is_drawn_in_a_moment():
    shipped_basemap()
    for mark in PLACES:
        started = time.perf_counter()
        draw_locator(mark)
        assert time.perf_counter() - started < 0.5, "50 ms is the aim; ten times that allows for a busy machine"


def test_longitudes_turn_to_the_nearest():
    assert nearest_turn(-179.0, 178.0) == 181.0
    assert nearest_turn(10.0, -20.0) == 10.0
