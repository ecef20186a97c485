"""What travels in the package and in the source archive, and what it says of itself."""

import tarfile
import tomllib
from collections.abc import Iterator

import hatchling.build
import pytest

from levelbook import __version__
from tests.site_build import ROOT, packaged

NOT_OURS = {".git", ".venv", ".cache", "site", "dist", "build"}
"""Folders that no clone begins with."""


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """The names in the source archive."""
    target = tmp_path_factory.mktemp("sdist")
    with tarfile.open(packaged(hatchling.build.build_sdist, target)) as packed:
        names = {member.name for member in packed.getmembers()}
    return {name.removeprefix(f"levelbook-{__version__}/") for name in names}


def of_the_repository() -> Iterator[str]:
    for top in sorted(ROOT.iterdir()):
        if top.name in NOT_OURS or top.name.endswith("_cache") or top.name == ".hypothesis":
            continue
        files = top.rglob("*") if top.is_dir() else [top]
        yield from (path.relative_to(ROOT).as_posix() for path in files if path.is_file())


def test_the_source_archive_holds_all_that_its_tests_need(archive: set[str]) -> None:
    built = ("__pycache__", "frontend/node_modules/", ".mkdocs-", ".levelbook/")
    needed = {name for name in of_the_repository() if not any(part in name for part in built)}
    assert needed - archive == set()
    assert not any("node_modules" in name for name in archive)


def test_the_metadata_name_every_supported_python_and_both_languages() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["requires-python"] == ">=3.11"
    for python in ("3.11", "3.12", "3.13"):
        assert f"Programming Language :: Python :: {python}" in project["classifiers"]
    for language in ("Chinese (Simplified)", "English"):
        assert f"Natural Language :: {language}" in project["classifiers"]


def test_every_dependency_ends_before_its_next_great_release() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert [one for one in project["dependencies"] if ",<" not in one] == []
