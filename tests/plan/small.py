"""A handbook small enough to be read at a glance, with every kind of page in it."""

import os
from functools import cache
from pathlib import Path

from levelbook.load import load
from levelbook.model.handbook import Handbook

FOLDER = Path(__file__).parent / "rubric_data"


@cache
def small() -> Handbook:
    """The handbook of tests/plan/rubric_data."""
    return read(FOLDER)


def read(folder: Path) -> Handbook:
    """The handbook of a folder that has nothing wrong in it."""
    loaded = load(folder)
    assert loaded.handbook is not None, loaded.problems
    return loaded.handbook


def golden(path: Path, text: str) -> None:
    """Hold a text against the file that says what it should be; LEVELBOOK_GOLDEN=write writes the file anew."""
    if os.environ.get("LEVELBOOK_GOLDEN") == "write":
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8")
