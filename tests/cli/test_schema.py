"""``tocsin schema`` prints the schema that ships."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import jsonschema


def test_the_report_schema_is_printed(run: Callable[..., Any]) -> None:
    schema = json.loads(run("schema", "report").out)
    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema["title"] == "tocsin.report/1"
