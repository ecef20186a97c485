"""What scripts take for a saved assessment is what its JSON Schema says."""

import json
from copy import deepcopy
from typing import Any

import pytest
from jsonschema import Draft7Validator

from tests.frontend.saved_file import BROKEN, FULL, SCHEMA
from tests.node import Window


def parse(window: Window, value: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = window.evaluate("text => documents.parse(text)", json.dumps(value))
    return found


def test_documents_fit_the_schema(core: Window) -> None:
    Draft7Validator.check_schema(SCHEMA)
    data = {"handbook": "手册", "release": "1.0.0", "target": "TAM.grade-3", "title": "三级", "modes": ["quick"]}
    for document in (FULL, parse(core, FULL)["doc"], core.evaluate("data => documents.blank(data)", data)):
        Draft7Validator(SCHEMA).validate(document)


def test_every_field_stands_in_the_schema(core: Window) -> None:
    document = parse(core, FULL)["doc"]
    assert set(document) - {"note"} | {"known"} == set(SCHEMA["properties"])
    assert set(document["answers"]["TAM-ACH"]) <= set(SCHEMA["definitions"]["answer"]["properties"])


@pytest.mark.parametrize(("path", "value"), BROKEN)
def test_what_is_broken_does_not_fit_the_schema_and_the_rest_does(core: Window, path: str, value: Any) -> None:
    broken = deepcopy(FULL)
    at: Any = broken
    *way, last = path.split(".")
    for key in way:
        at = at[int(key)] if isinstance(at, list) else at[key]
    at[int(last) if isinstance(at, list) else last] = value
    assert not Draft7Validator(SCHEMA).is_valid(broken)
    found = parse(core, broken)
    assert path in found["problem"]["facts"]["fields"]
    if path != "target":
        Draft7Validator(SCHEMA).validate(found["rest"])
