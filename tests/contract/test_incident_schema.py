"""Every incident of the sample ledger fits the shipped JSON Schema, whose closed lists are those of the model."""

from __future__ import annotations

import copy
import json
from importlib.resources import files
from typing import Any, get_args

import jsonschema
import pytest

from tocsin import testing as make
from tocsin.model.incident import REVIEWS
from tocsin.model.kinds.event_type import SUB_EVENTS
from tocsin.model.kinds.responsibility import ACTOR_KINDS, SCOPES, STANCES
from tocsin.model.statement import Status
from tocsin.serve.incident_json import incident_to_json

SCHEMA: dict[str, Any] = json.loads(files("tocsin").joinpath("data/schemas/incident.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def rows() -> list[dict[str, Any]]:
    """Write every incident of the sample."""
    ledger = make.sample_ledger()
    found = [json.loads(json.dumps(incident_to_json(one))) for one in ledger.incidents()]
    ledger.close()
    return found


def complaints(row: dict[str, Any]) -> list[str]:
    """List what the schema says against a row."""
    return [f"{error.json_path}: {error.message}" for error in jsonschema.Draft202012Validator(SCHEMA).iter_errors(row)]


def test_the_schema_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


def test_every_sample_incident_fits(rows: list[dict[str, Any]]) -> None:
    assert len(rows) > 3
    assert [complaints(row) for row in rows] == [[]] * len(rows)


def test_closed_lists_are_those_of_the_model() -> None:
    own, stand = SCHEMA["properties"], SCHEMA["$defs"]["stand"]["properties"]
    assert set(own["status"]["enum"]) == set(REVIEWS)
    assert set(own["event_status"]["enum"]) == set(get_args(Status))
    type_ = own["type"]["anyOf"][0]["properties"]
    assert set(type_["acled"]["enum"]) == set(SUB_EVENTS)
    assert set(type_["event_type"]["enum"]) == {event for event, _ in SUB_EVENTS.values()}
    assert set(stand["stance"]["enum"]) == set(STANCES)
    assert set(stand["scope"]["enum"]) == set(SCOPES)
    assert set(stand["actor_kind"]["enum"]) == set(ACTOR_KINDS)


@pytest.mark.parametrize(
    ("path", "value"),
    [(("status",), "final"), (("killed", "best"), -1), (("reports",), []), (("extra",), 1), (("where",), "Kirkuk")],
)
def test_a_value_outside_the_contract_is_refused(rows: list[dict[str, Any]], path: tuple[str, ...], value: Any) -> None:
    row = copy.deepcopy(rows[0])
    node = row
    for key in path[:-1]:
        node = node[key]
    node[path[-1]] = value
    assert complaints(row)
