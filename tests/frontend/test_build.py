"""What browsers get is what the sources say: built anew, it is the same to the byte."""

from pathlib import Path

import pytest

from tests.node import FRONTEND, node

STATIC = Path(__file__).parents[2] / "generator" / "levelbook" / "static"
ENTRIES = {"js": FRONTEND / "src" / "entries", "css": FRONTEND / "styles"}
"""What is built of which folder: a file of each that stands right in it."""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What is built anew."""
    folder = tmp_path_factory.mktemp("built")
    node("build.mjs", "--into", str(folder))
    return folder


@pytest.mark.parametrize("kind", [*ENTRIES, "serve"])
def test_built_files_are_what_the_sources_say(kind: str, built: Path) -> None:
    fresh = {path.name: path.read_bytes() for path in (built / kind).iterdir()}
    committed = {path.name: path.read_bytes() for path in (STATIC / kind).iterdir()}
    assert sorted(fresh) == sorted(committed), "run make frontend"
    assert [name for name in fresh if fresh[name] != committed[name]] == [], "run make frontend"


@pytest.mark.parametrize("kind", ENTRIES)
def test_each_entry_is_built_into_one_file(kind: str) -> None:
    entries = {path.stem for path in ENTRIES[kind].iterdir() if path.is_file()}
    assert {path.stem for path in (STATIC / kind).iterdir()} == entries
