"""The shipped tables of actors can be read, and the rows say what the schemes they name allow."""

from __future__ import annotations

import pytest

from tocsin.resolve.actor_rows import INTER_OF_KIND, ActorRow, read_actor_rows, read_state_rows
from tocsin.resolve.actors import DATA


def test_every_shipped_row_says_where_it_comes_from_and_fits_its_kind():
    rows = list(read_actor_rows(DATA / "actors.csv"))
    assert [row.id for row in rows if not row.source.startswith("public record: ")] == []
    assert [row.id for row in rows if row.acled_inter != INTER_OF_KIND[row.kind]] == []
    assert [row.id for row in rows] == sorted(row.id for row in rows)


def test_no_country_stands_twice():
    codes = [state.code for state in read_state_rows(DATA / "states.csv")]
    assert len(codes) == len(set(codes)) > 190


@pytest.mark.parametrize(("year", "active"), [(1989, False), (1990, True), (1995, True), (1996, True), (1997, False)])
def test_the_year_after_the_last_one_still_counts(year, active):
    assert ActorRow("x", "X", "gang", from_year=1990, to_year=1995).active(year) is active


def test_open_years_never_end():
    assert ActorRow("x", "X", "gang").active(1200)
    assert ActorRow("x", "X", "gang", from_year=1990).active(2090)


def test_a_mark_of_byte_order_and_empty_lines_do_no_harm(tmp_path):
    path = tmp_path / "mine.csv"
    path.write_bytes(b"\xef\xbb\xbfid,name,kind\n\nblue,Blue,gang\n,,\n")
    (row,) = read_actor_rows(path)
    assert (row.id, row.acled_inter, row.plover_sector, row.short) == ("blue", 3, "UNK", False)
