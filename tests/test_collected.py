"""Is every test there is run?"""

from fnmatch import fnmatch
from pathlib import Path

import pytest

TESTS = Path(__file__).parent


def test_no_folder_of_tests_is_passed_over(pytestconfig: pytest.Config) -> None:
    """Without a setting of ours pytest skips folders with certain names, such as build, and says nothing."""
    passed_over = pytestconfig.getini("norecursedirs")
    folders = {folder for file in TESTS.rglob("test_*.py") for folder in file.relative_to(TESTS).parent.parts}
    assert "build" in folders
    assert [folder for folder in folders if any(fnmatch(folder, pattern) for pattern in passed_over)] == []
