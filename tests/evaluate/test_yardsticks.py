"""Collections made by others are read in their own format and counted by their own rule."""

from __future__ import annotations

import csv
import json

import pytest

from tocsin.errors import InputError
from tocsin.evaluate.yardsticks import YARDSTICKS, airwars_gaza, gvdb, wikinews


def reading(*rows, relevant=True, role="main"):
    mention = {"role": role, "status": "happened", "type": {"acled": "Attack"}, "casualties": list(rows)}
    return {"report": {"relevant": relevant}, "mentions": [mention] if rows else []}


def toll(outcome, low, high, **more):
    return {"outcome": outcome, "low": low, "high": high, **more}


def incident(key, killed, injured=None):
    text = "Accounts of the strike differ."
    return {
        "incident_code": key,
        "assessment": text,
        "civilians_killed_range": killed,
        "civilians_injured_range": injured,
    }


def test_a_range_spans_the_accounts_and_leaves_parts_out(tmp_path):
    path = tmp_path / "dev.jsonl"
    rows = [incident("A", [3, 5]), incident("B", [1, 1], [2, 2]), incident("C", [7, 7])]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    answers = {
        "A": reading(toll("killed", 3, 3), toll("killed", 5, 5), toll("killed", 1, 1, part_of=0)),
        "B": reading(toll("killed", 1, 2), toll("wounded", 2, None)),
        "C": reading(toll("killed", 6, 6), toll("killed", 9, 9, superseded=True)),
    }
    scores = airwars_gaza.measure(path, lambda row: answers[row["id"]])
    assert scores.counts == {
        "killed_exact": (1, 3),
        "killed_overlap": (2, 3),
        "injured_exact": (1, 1),
        "injured_overlap": (1, 1),
    }
    assert [(m.report_id, m.gold, m.predicted) for m in scores.errors["killed_overlap"]] == [("C", "7 to 7", "6 to 6")]


def write_articles(path, *victims):
    lines = ["Article id\tArticle title\tFull text\tJson\tWorker"]
    for number, fates in enumerate(victims):
        found = json.dumps({"victim-section": [{"victim-was": fate} for fate in fates]})
        lines.append(f'{number}\tNews\tA man said "no.\t{found}\tw')
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def test_victims_are_counted_and_a_reading_without_a_row_says_zero(tmp_path):
    path = write_articles(
        tmp_path / "dev.tsv", [["killed"], ["killed", "hospitalized"], ["injured"]], [["hospitalized"]], [["killed"]]
    )
    answers = {
        "0": reading(toll("killed", 1, 1), toll("killed", 1, 1), toll("wounded", 1, 1)),
        "1": reading(),
        "2": reading(toll("killed", 2, 2, includes_perpetrators=True), toll("killed", 1, 1)),
    }
    scores = gvdb.measure(path, lambda row: answers[row["id"]])
    assert scores.counts == {
        "killed_exact": (2, 3),  # the first article's two rows of one are not added up here
        "injured_exact": (3, 3),
        "killed_sum_exact": (3, 3),
        "injured_sum_exact": (3, 3),
    }


def test_the_wrong_table_is_refused(tmp_path):
    (tmp_path / "dev.jsonl").write_text("{}\n", encoding="utf-8")
    with pytest.raises(InputError, match="E183"):
        gvdb.measure(tmp_path / "dev.jsonl", dict)
    with pytest.raises(InputError, match="E180"):
        wikinews.measure(tmp_path / "none.csv", dict)


def test_refusal_counts_articles_without_an_attack(tmp_path):
    for year in ("2019", "2020"):
        with (tmp_path / f"wikinews_{year}.csv").open("w", encoding="utf-8", newline="") as stream:
            table = csv.writer(stream)
            table.writerow(["url", "date", "title", "text"])
            table.writerow([f"https://example.org/{year}", f"{year}-03-01", "Fair", "The fair opened."])

    def read(row):
        assert row["published"].endswith("-03-01")
        found = row["url"].endswith("2020")
        return reading(*[toll("killed", 1, 1)] * found, relevant=found)

    scores = wikinews.measure(tmp_path, read)
    assert scores.counts == {"refusal": (1, 2), "no_attack_found": (1, 2)}


def test_a_crash_refuses_nothing_and_is_listed(tmp_path):
    path = write_articles(tmp_path / "dev.tsv", [])

    def read(_):
        message = "boom"
        raise RuntimeError(message)

    scores = gvdb.measure(path, read)
    assert [crash.error for crash in scores.crashes] == ["RuntimeError: boom"]
    assert scores.as_dict()["reports"] == 1
    assert "could not read 0: RuntimeError: boom" in scores.show_table()


def test_the_first_reports_alone_can_be_read(tmp_path):
    path = write_articles(tmp_path / "dev.tsv", [], [], [])
    assert gvdb.measure(path, lambda _: reading(), 2).n_reports == 2


@pytest.mark.shared
@pytest.mark.parametrize(
    ("name", "place", "size", "always_one"),
    [
        ("airwars-gaza", "airwars_gaza/dev.jsonl", 764, 87 / 688),
        ("gvdb", "gvdb/dev.tsv", 400, 0.4425),
        ("wikinews", "wikinews", 237, None),
    ],
)
def test_the_shared_collections_are_read_whole(shared_data, name, place, size, always_one):
    scores = YARDSTICKS[name](shared_data / place, lambda _: reading(toll("killed", 1, 1)), None)
    assert scores.n_reports == size
    assert not scores.crashes
    assert scores.values().get("killed_exact") == (pytest.approx(always_one) if always_one else None)
