"""What browsers get is what the modules say: built anew, it is the same to the byte."""

from pathlib import Path

from tests.node import FRONTEND, node

BUILT = Path(__file__).parents[2] / "generator" / "levelbook" / "static" / "js"


def test_built_scripts_are_what_the_modules_say(tmp_path: Path) -> None:
    node("build.mjs", "--into", str(tmp_path))
    fresh = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    kept = {path.name: path.read_bytes() for path in BUILT.iterdir()}
    assert sorted(fresh) == sorted(kept), "run make frontend"
    assert [name for name in fresh if fresh[name] != kept[name]] == [], "run make frontend"


def test_each_entry_is_built_into_one_script() -> None:
    entries = {path.stem for path in (FRONTEND / "src" / "entries").iterdir()}
    assert {path.stem for path in BUILT.iterdir()} == entries
