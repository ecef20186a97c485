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
BACKUP = json.loads((ROOT / "generator" / "levelbook" / "static" / "backup-1.schema.json").read_text(encoding="utf-8"))


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


@pytest.mark.parametrize("page", ["guide/assessment-file", "en/guide/assessment-file"])
def test_the_example_of_a_backup_fits_its_schema(page: str) -> None:
    text = (ROOT / "docs" / page / "index.md").read_text(encoding="utf-8")
    [_, example] = re.findall(r"```json\n(.*?)```", text, re.DOTALL)
    Draft7Validator(BACKUP).validate(json.loads(example))
    assert set(BACKUP["properties"]) <= set(json.loads(example))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_schema_of_a_backup_travels_with_the_site(language: str) -> None:
    words = Catalogue(language)
    [found] = [raw for raw in Site(small(), words).files() if raw.path.endswith("backup-1.schema.json")]
    assert found.path in PAGE
    assert _described(json.loads(found.text)) == [words(key) for key in _described(BACKUP)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_schema_travels_with_the_site_in_its_language(language: str) -> None:
    words = Catalogue(language)
    [found] = [raw for raw in Site(small(), words).files() if raw.path.endswith("assessment-2.schema.json")]
    assert found.path == "assets/levelbook/assessment-2.schema.json" and found.path in PAGE
    assert _described(json.loads(found.text)) == [words(key) for key in _described(SCHEMA)]


def test_every_word_of_the_schema_is_in_use() -> None:
    named = {key for key in Catalogue("en").keys() if key.startswith("assessment_file.")}  # noqa: SIM118
    assert set(_described(SCHEMA)) == named
    named = {key for key in Catalogue("en").keys() if key.startswith("backup_file.")}  # noqa: SIM118
    assert set(_described(BACKUP)) == named


def _described(value: Any) -> list[str]:
    if isinstance(value, list):
        return [text for one in value for text in _described(one)]
    if not isinstance(value, dict):
        return []
    own = value.get("description")
    described = [own] if isinstance(own, str) else []
    return described + [text for one in value.values() for text in _described(one)]
