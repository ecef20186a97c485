"""The page on the file of an assessment says what is true: example and keys are those of the schema."""

import json
import re
from pathlib import Path

from jsonschema import Draft7Validator

from levelbook.site import assets

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "guide" / "assessment-file" / "index.md").read_text(encoding="utf-8")
SCHEMA = json.loads(
    (ROOT / "generator" / "levelbook" / "static" / "assessment-1.schema.json").read_text(encoding="utf-8")
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


def test_the_schema_travels_with_the_site() -> None:
    found = [raw.path for raw in assets() if raw.path.endswith("assessment-1.schema.json")]
    assert found == ["assets/levelbook/assessment-1.schema.json"]
    assert found[0] in PAGE
