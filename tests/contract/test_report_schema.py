"""Every report output fits the shipped JSON Schema, whose closed lists are those of the model."""

from __future__ import annotations

import copy
import json
from importlib.resources import files
from typing import Any, get_args

import jsonschema
import pytest

from tocsin import testing as make
from tocsin.model import statement
from tocsin.model.document import SpeakerKind
from tocsin.model.kinds import KINDS
from tocsin.model.kinds.casualties import AGE_SEX, GROUPS, OUTCOMES
from tocsin.model.kinds.event_type import SUB_EVENTS
from tocsin.model.kinds.figure import HEDGES
from tocsin.model.kinds.responsibility import ACTOR_KINDS, SCOPES, STANCES
from tocsin.model.kinds.target import EFFECTS, TARGET_GTD
from tocsin.model.kinds.weapon import FATES, WEAPON_GTD
from tocsin.model.kinds.where import PRECISIONS
from tocsin.serve.report_json import reading_to_json

SCHEMA: dict[str, Any] = json.loads(files("tocsin").joinpath("data/schemas/report.json").read_text(encoding="utf-8"))
DEFS = SCHEMA["$defs"]


def complaints(row: dict[str, Any]) -> list[str]:
    """List what the schema says against an output."""
    return [error.message for error in jsonschema.Draft202012Validator(SCHEMA).iter_errors(row)]


def test_the_schema_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("reading", make.sample_readings(), ids=lambda one: one.report.key)
def test_every_sample_reading_fits(reading: Any) -> None:
    row = json.loads(json.dumps(reading_to_json(reading)))
    assert complaints(row) == []


@pytest.mark.parametrize(
    ("place", "known"),
    [
        (("mention", "role"), get_args(statement.Role)),
        (("mention", "status"), get_args(statement.Status)),
        (("statement", "field"), get_args(statement.Field)),
        (("type", "acled"), (*SUB_EVENTS, None)),
        (("where", "precision"), PRECISIONS),
        (("weapon", "kind"), tuple(WEAPON_GTD)),
        (("target", "kind"), tuple(TARGET_GTD)),
        (("munition", "fate"), FATES),
        (("munition", "hedge"), HEDGES),
        (("casualty", "hedge"), HEDGES),
        (("casualty", "outcome"), OUTCOMES),
        (("casualty", "group"), GROUPS),
        (("casualty", "age_sex"), (*AGE_SEX, None)),
        (("responsibility", "stance"), STANCES),
        (("responsibility", "scope"), SCOPES),
        (("actor", "kind"), ACTOR_KINDS),
        (("damage", "effect"), EFFECTS),
    ],
)
def test_closed_lists_are_those_of_the_model(place: tuple[str, str], known: tuple[Any, ...]) -> None:
    assert set(DEFS[place[0]]["properties"][place[1]]["enum"]) == set(known)


def test_kinds_of_value_and_of_speaker_are_those_of_the_model() -> None:
    assert set(DEFS["statement"]["properties"]["value"]["properties"]["kind"]["enum"]) == set(KINDS)
    assert set(DEFS["speaker"]["anyOf"][0]["properties"]["kind"]["enum"]) == set(get_args(SpeakerKind))


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("mentions", 0, "role"), "hero"),
        (("mentions", 0, "type", "acled"), "Rocket attack"),
        (("mentions", 0, "casualties", 0, "low"), -1),
        (("mentions", 0, "casualties", 0, "group"), "policemen"),
        (("mentions", 0, "when", "start"), "5 March"),
        (("mentions", 0, "where", "country"), "Iraq"),
        (("mentions", 0, "weapons", 0, "span"), [3]),
        (("mentions", 0, "extra"), 1),
        (("report", "relevance"), 2),
        (("statements", 0, "maker"), None),
    ],
)
def test_a_value_outside_the_contract_is_refused(path: tuple[Any, ...], value: Any) -> None:
    row = copy.deepcopy(reading_to_json(make.sample_readings()[1]))
    node: Any = row
    for key in path[:-1]:
        node = node[key]
    node[path[-1]] = value
    assert complaints(row)
