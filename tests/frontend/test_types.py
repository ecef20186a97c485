"""The scripts' types of what they read are those that Python makes."""

import os

import pytest

from tools import frontend_types


@pytest.mark.parametrize("name", frontend_types.generated())
def test_types_of_scripts_are_those_of_python(name: str) -> None:
    text, file = frontend_types.generated()[name], frontend_types.FOLDER / name
    if os.environ.get("LEVELBOOK_GOLDEN") == "write":
        file.write_text(text, encoding="utf-8")
    assert file.read_text(encoding="utf-8") == text, f"write it anew: {frontend_types.COMMAND}"
