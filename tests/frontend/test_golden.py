"""What the scripts' own tests read is what Python answers."""

import os

import pytest

from tests.frontend import golden


@pytest.mark.parametrize("name", golden.FILES)
def test_cases_of_scripts_are_those_of_python(name: str) -> None:
    text, file = golden.written(name), golden.FOLDER / f"{name}.json"
    if os.environ.get("LEVELBOOK_GOLDEN") == "write":
        file.write_text(text, encoding="utf-8")
    assert file.read_text(encoding="utf-8") == text, "write it anew: LEVELBOOK_GOLDEN=write pytest tests/frontend"
