"""The page on the file of an assessment says what is true: example and keys are those of the schema."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

from levelbook.build import Site
from levelbook.catalogue import LANGUAGES, Catalogue
from tests.pages.small import small

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "guide" / "assessment-file" / "index.md").read_text(encoding="utf-8")
SCHEMA = json.loads(
    (ROOT / "generator" / "levelbook" / "static" / "assessment-2.schema.json").read_text(encoding="utf-8")
)


def test_the_example_fits_the_schema() -> None:
    example = re.search(r"```json\n(.*?)```", PAGE, re.DOTALL)
    assert example
    Draft7Validator(SCHEMA).validate(json.loads(example[1]))


def test_every_key_named_stands_in_the_schema() -> None:
    table = PAGE[PAGE.index("| 键 |") :]
    named = {
        key
        for row in table.splitlines()
        if row.startswith("| `")
        for key in re.findall(r"`([a-zA-Z]+)`", row.split("|")[1])
    }
    assert named <= set(SCHEMA["properties"]) | set(SCHEMA["definitions"]["answer"]["properties"])
    assert set(SCHEMA["required"]) <= set(re.findall(r"`([a-z]+)`", PAGE))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_schema_travels_with_the_site_in_its_language(language: str) -> None:
    words = Catalogue(language)
    [found] = [raw for raw in Site(small(), words).files() if raw.path.endswith("assessment-2.schema.json")]
    assert found.path == "assets/levelbook/assessment-2.schema.json" and found.path in PAGE
    assert _described(json.loads(found.text)) == [words(key) for key in _described(SCHEMA)]


def test_every_word_of_the_schema_is_in_use() -> None:
    named = {key for key in Catalogue("en").keys() if key.startswith("assessment_file.")}  # noqa: SIM118
    assert set(_described(SCHEMA)) == named


def _described(value: Any) -> list[str]:
    if isinstance(value, list):
        return [text for one in value for text in _described(one)]
    if not isinstance(value, dict):
        return []
    own = value.get("description")
    return [own] * isinstance(own, str) + [text for one in value.values() for text in _described(one)]
