"""Builders of small gold rows and predictions, in words made up for the tests."""

from __future__ import annotations

from copy import deepcopy

import pytest

TEXT = (
    "Two rockets struck the Marsa barracks in Odrava on Friday, killing three soldiers and wounding at least five,"
    " the army said. Police blamed the Grey Column. Last month a car bomb in Lipin killed nine people."
)
OTHER_TEXT = "The harvest festival in Odrava opened on Friday with a parade and a concert."


def cut(text, wording, nth=1):
    """Give the wording with its span, at its nth place in the text."""
    at = -1
    for _ in range(nth):
        at = text.index(wording, at + 1)
    return {"text": wording, "span": [at, at + len(wording)]}


def toll(outcome, wording, low, high, **more):
    row = {"hedge": "exact", "group": "unknown", "nationality": None, "part_of": None, "speaker": None}
    return {"outcome": outcome, "low": low, "high": high, **row, **cut(TEXT, wording), **more}


def main_mention():
    """Give the rocket attack of TEXT, annotated."""
    return {
        "role": "main",
        "status": "happened",
        "type": {"acled": "Shelling/artillery/missile attack", **cut(TEXT, "rockets struck")},
        "when": {"start": "2021-05-07", "end": "2021-05-07", "precision": "day", **cut(TEXT, "on Friday")},
        "where": [
            {**cut(TEXT, "Marsa barracks"), "level": "site", "country": "XK", "is_event_place": True},
            {**cut(TEXT, "Odrava"), "level": "town", "country": "XK", "is_event_place": False},
        ],
        "weapons": [{**cut(TEXT, "rockets"), "kind": "rocket"}],
        "munitions": [
            {**cut(TEXT, "Two rockets"), "low": 2, "high": 2, "hedge": "exact", "fate": "fired", "speaker": None}
        ],
        "targets": [{**cut(TEXT, "Marsa barracks"), "kind": "military"}],
        "casualties": [
            toll("killed", "killing three soldiers", 3, 3, group="military", speaker="army"),
            toll("wounded", "wounding at least five", 5, None, hedge="at_least", group="military", speaker="army"),
        ],
        "responsibility": [
            {
                "actor": "Grey Column",
                "stance": "accused",
                "scope": "this_attack",
                "speaker": "Police",
                "official": True,
                **cut(TEXT, "Police blamed the Grey Column"),
            }
        ],
    }


def background_mention():
    """Give the car bomb of TEXT, annotated."""
    return {
        "role": "background",
        "status": "happened",
        "type": {"acled": "Remote explosive/landmine/IED", **cut(TEXT, "car bomb")},
        "when": {"start": "2021-04-01", "end": "2021-04-30", "precision": "month", **cut(TEXT, "Last month")},
        "where": [{**cut(TEXT, "Lipin"), "level": "town", "country": "XK", "is_event_place": True}],
        "weapons": [{**cut(TEXT, "car bomb"), "kind": "car_bomb"}],
        "casualties": [toll("killed", "killed nine people", 9, 9, group="civilian")],
    }


def gold_row(*mentions, text=TEXT, key="wce-1"):
    return {
        "id": key,
        "text": text,
        "published": "2021-05-08",
        "relevant": bool(mentions),
        "mentions": list(mentions),
        "notes": "never shown to a reader",
    }


def as_contract(row):
    """Turn a gold row into the report that a perfect reader gives."""
    mentions = [_contract_mention(deepcopy(mention)) for mention in row["mentions"]]
    report = {"id": row["id"], "relevant": row["relevant"]}
    return {"schema": "tocsin.report/1", "report": report, "mentions": mentions}


def _contract_mention(mention):
    places = mention.get("where") or []
    event = [place for place in places if place["is_event_place"]]
    context = event[1:] + [place for place in places if not place["is_event_place"]]
    mention["where"] = {**(event[0] if event else {"text": None}), "context": context}
    mention["no_casualties"] = bool(mention.get("no_casualties"))
    for row in (mention.get("casualties") or []) + (mention.get("munitions") or []):
        row["speaker"] = _party(row, "speaker")
        row["nationality"] = [row["nationality"]] if row.get("nationality") else []
    for row in mention.get("responsibility") or []:
        row["speaker"], row["actor"] = _party(row, "speaker"), _party(row, "actor")
    return mention


def _party(row, key):
    return {"name": row[key], "text": row[key], "span": row.get(f"{key}_span")} if row.get(key) else None


class Builders:
    """Hand the builders to tests under one name."""

    text, other_text = TEXT, OTHER_TEXT
    cut, toll = staticmethod(cut), staticmethod(toll)
    main, background = staticmethod(main_mention), staticmethod(background_mention)
    gold_row, as_contract = staticmethod(gold_row), staticmethod(as_contract)


@pytest.fixture
def build():
    """Give the builders."""
    return Builders
