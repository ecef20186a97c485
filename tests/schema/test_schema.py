"""The JSON Schema that editors use: current, and in agreement with the data."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from levelbook import schema
from levelbook.loading.discover import shape_of
from levelbook.loading.nodes import Listing, Mapping
from levelbook.loading.parser import compose
from levelbook.model.base import Shape

ROOT = Path(__file__).parents[2]
DATA = ROOT / "rubric_data"
EDITED = sorted(path for path in DATA.rglob("*.yml") if path.parent.name != "history")
"""What people write; what releases leave is written by the program alone."""
FILES = sorted([*EDITED, *(ROOT / "tests/golden/base").rglob("*.yml")])
NAMES = {shape: name for name, shape in schema.shapes().items()}


def test_written_schemas_are_current() -> None:
    for path, text in schema.files().items():
        assert (DATA / path).read_text(encoding="utf-8") == text, "run: levelbook schema"
    assert {path.name for path in (DATA / schema.FOLDER).iterdir()} == {Path(path).name for path in schema.files()}


@pytest.mark.parametrize("name", schema.shapes())
def test_schemas_are_valid_and_described(name: str) -> None:
    document = schema.schema(schema.shapes()[name])
    jsonschema.Draft7Validator.check_schema(document)
    for definition in [document, *document.get("$defs", {}).values()]:
        for key, part in definition.get("properties", {}).items():
            assert part.get("description"), f"{name}: {key}"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_data_files_fit(path: Path) -> None:
    folder = DATA if path.is_relative_to(DATA) else ROOT / "tests/golden/base"
    shape = shape_of(path.relative_to(folder).as_posix())
    assert shape is not None
    content = as_editors_see_it(compose("", path.read_text(encoding="utf-8")).root)
    jsonschema.Draft7Validator(schema_of(shape)).validate(content)


@cache
def schema_of(shape: type[Shape]) -> dict[str, Any]:
    return schema.schema(shape)


def test_data_files_point_to_their_schema() -> None:
    for path in EDITED:
        first = path.read_text(encoding="utf-8").splitlines()[0]
        target = (path.parent / first.removeprefix("# yaml-language-server: $schema=")).resolve()
        shape = shape_of(path.relative_to(DATA).as_posix())
        assert shape is not None
        assert target == (DATA / schema.FOLDER / f"{NAMES[shape]}.json").resolve()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("competency", {"name": "甲", "blank": "未写", "nmae": "乙"}),
        ("competency", {"name": "甲", "levels": {"Low": {"blank": "未写"}}}),
        ("competency", {"blank": "未写"}),
        ("sequence", {"code": "KEY", "name": "甲", "groups": [{"id": "a", "name": "乙", "kind": "ablity"}]}),
    ],
)
def test_mistakes_are_seen(name: str, content: dict[str, Any]) -> None:
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(content, schema.schema(schema.shapes()[name]), cls=jsonschema.Draft7Validator)


@pytest.mark.parametrize(
    "content",
    [
        {"name": "甲", "indicators": ["短", {"text": "长"}]},
        {"name": "甲", "name_en": "A", "covers": ["乙", {"name": "丙", "weight": {"junior": "blank"}}]},
        {"name": "甲", "aliases": ["乙"], "sections": ["一", {"name": "二", "items": ["三"]}], "blank": "未写"},
        {"name": 2012, "sensitive": "yes", "blank": "未写"},
    ],
)
def test_short_forms_and_translations_fit(content: dict[str, Any]) -> None:
    jsonschema.validate(content, schema.schema(schema.shapes()["competency"]), cls=jsonschema.Draft7Validator)


def as_editors_see_it(node: Any) -> Any:
    """Plain values with figures and booleans, as YAML 1.2 reads them."""
    if isinstance(node, Mapping):
        return {str(key): as_editors_see_it(value) for key, value in node.items()}
    if isinstance(node, Listing):
        return [as_editors_see_it(one) for one in node]
    try:
        value = json.loads(node)
    except ValueError:
        return str(node)
    return value if isinstance(value, int | float | bool) else str(node)
