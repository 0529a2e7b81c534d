"""The sample reports: sound rows, a true key, annotations that slice, and words that are the package's own."""

from __future__ import annotations

import datetime as dt
import json
import re
from itertools import combinations, pairwise
from pathlib import Path
from typing import Any

import pytest

from tocsin.samples import sample_path

HERE = Path(__file__).parent
COLUMNS = {"id", "text", "title", "published", "source", "url", "lang"}
FACT_KEYS = {
    "type", "start", "end", "time_local", "place", "killed", "wounded", "no_casualties", "munitions", "responsibility",
}  # fmt: skip
GOLD_KEYS = {"id", "published", "source", "title", "text", "licence", "relevant", "mentions", "notes"}


def rows(path: Path) -> list[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def word_runs(text: str, length: int) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text.casefold())
    return {tuple(words[start : start + length]) for start in range(len(words) - length + 1)}


def likeness(one: str, other: str) -> float:
    """Give the Jaccard likeness of two texts over runs of five words."""
    first, second = word_runs(one, 5), word_runs(other, 5)
    return len(first & second) / len(first | second)


def spanned(node: Any) -> list[tuple[list[int], str]]:
    """List every (span, wording) pair of an annotation, at any depth."""
    if isinstance(node, list):
        return [pair for item in node for pair in spanned(item)]
    if not isinstance(node, dict):
        return []
    own = [
        (node[name], node["text" if name == "span" else name.removesuffix("_span")])
        for name in ("span", "actor_span", "speaker_span")
        if name in node
    ]
    return own + [pair for value in node.values() for pair in spanned(value)]


@pytest.fixture(scope="module")
def reports() -> dict[str, dict[str, Any]]:
    return {row["id"]: row for row in rows(sample_path())}


@pytest.fixture(scope="module")
def truth() -> dict[str, Any]:
    return json.loads((HERE / "truth.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def gold() -> dict[str, dict[str, Any]]:
    return {row["id"]: row for row in rows(HERE / "gold.jsonl")}


def test_every_row_has_the_declared_columns_and_a_readable_date():
    for row in rows(sample_path()):
        assert set(row) == COLUMNS, row["id"]
        assert row["url"] is None
        assert row["lang"] == "en"
        assert row["title"].strip()
        assert row["source"].strip()
        assert row["text"] == row["text"].strip()
        assert 150 <= len(row["text"].split()) <= 600, row["id"]
        assert dt.datetime.fromisoformat(row["published"])


def test_ids_are_unique():
    ids = [row["id"] for row in rows(sample_path())]
    assert len(ids) == len(set(ids)) == 24


def test_the_key_names_every_report_once_and_no_other(reports: dict[str, Any], truth: dict[str, Any]):
    named = [name for members in truth["incidents"].values() for name in members] + truth["no_attack"]
    assert sorted(named) == sorted(reports)


def test_the_key_refers_only_to_what_exists(reports: dict[str, Any], truth: dict[str, Any]):
    attacks = set(reports) - set(truth["no_attack"])
    assert set(truth["facts"]) == attacks
    assert all(set(fact) == FACT_KEYS for fact in truth["facts"].values())
    assert {name for pair in truth["copies"] for name in pair} <= attacks
    assert {key for pair in truth["must_stay_apart"] for key in pair} <= set(truth["incidents"])
    for side in ("background", "other"):
        assert set(truth[side]) <= attacks
        assert {event["incident"] for events in truth[side].values() for event in events} <= {None, *truth["incidents"]}


def test_annotations_carry_the_reports_unchanged(reports: dict[str, Any], gold: dict[str, Any]):
    assert list(gold) == list(reports)
    for name, row in gold.items():
        assert set(row) == GOLD_KEYS, name
        assert {key: row[key] for key in ("title", "text", "published", "source")} == {
            key: reports[name][key] for key in ("title", "text", "published", "source")
        }


def test_every_annotated_wording_is_the_slice_its_span_names(gold: dict[str, Any]):
    count = 0
    for name, row in gold.items():
        for (start, end), wording in spanned(row["mentions"]):
            assert row["text"][start:end] == wording, name
            count += 1
    assert count > 400  # an empty walk would prove nothing


def test_every_text_with_a_value_has_its_span(gold: dict[str, Any]):
    for name, row in gold.items():
        for mention in row["mentions"]:
            parts = [mention["type"], mention["when"], *(item for key in ("where", "weapons", "munitions", "targets",
                     "casualties", "responsibility", "damage") for item in mention[key])]  # fmt: skip
            assert all("span" in part for part in parts if part["text"] is not None), name


def test_the_key_and_the_annotations_agree_on_what_is_told(truth: dict[str, Any], gold: dict[str, Any]):
    for name, row in gold.items():
        roles = [mention["role"] for mention in row["mentions"]]
        assert row["relevant"] is (name not in truth["no_attack"])
        assert roles.count("main") == int(row["relevant"]), name
        assert roles.count("background") == len(truth["background"].get(name, [])), name
        assert roles.count("other") == len(truth["other"].get(name, [])), name
        if row["relevant"]:
            main, fact = row["mentions"][roles.index("main")], truth["facts"][name]
            assert main["type"]["acled"] == fact["type"]
            assert (main["when"]["start"], main["when"]["end"]) == (fact["start"], fact["end"])
            assert {part["text"] for part in main["where"] if part["is_event_place"]} == set(fact["place"])


def test_only_the_agency_copy_is_a_near_copy(reports: dict[str, Any], truth: dict[str, Any]):
    copies = {frozenset(pair) for pair in truth["copies"]}
    for one, other in combinations(reports, 2):
        alike = likeness(reports[one]["text"], reports[other]["text"])
        if frozenset((one, other)) in copies:
            assert 0.7 < alike < 1
            assert reports[one]["source"] != reports[other]["source"]
        else:
            assert alike < 0.05, (one, other)


def test_attacks_on_one_base_lie_weeks_apart(truth: dict[str, Any]):
    """The pairs that must stay apart differ by day, so a reader of dates alone can keep them apart."""
    days = {
        key: dt.date.fromisoformat(truth["facts"][members[0]]["start"]) for key, members in truth["incidents"].items()
    }
    assert all(days[one] != days[other] for one, other in truth["must_stay_apart"])
    series = sorted(days[key] for key in ("qayyarah-2019-11-08", "asad-2019-12-03", "kirkuk-2019-12-27"))
    assert all((later - earlier).days > 14 for earlier, later in pairwise(series))


@pytest.mark.shared
def test_no_sample_repeats_the_held_out_article(reports: dict[str, Any], shared_data: Path):
    held_out = word_runs((shared_data / "seed" / "article.txt").read_text(encoding="utf-8"), 8)
    assert held_out
    for name, row in reports.items():
        assert not word_runs(f"{row['title']}\n{row['text']}", 8) & held_out, name
