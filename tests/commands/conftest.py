"""A copy of the small handbook for every test of a command."""

import shutil
from pathlib import Path

import pytest

from tests.commands.small_handbook import BASE


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(BASE, tmp_path / "data")
    return tmp_path / "data"
