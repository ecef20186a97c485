"""A file with mistakes of its own causes none in other files."""

import shutil
from pathlib import Path

import pytest

from levelbook.load import load

BASE = Path(__file__).parents[1] / "golden" / "base"
FILES = sorted(path.relative_to(BASE).as_posix() for path in BASE.rglob("*.yml"))
BREAKS = {
    "syntax": lambda text: text + "\n: [\n",
    "unknown key": lambda text: text + "\nunknown: 1\n",
    "empty": lambda text: "",
}


@pytest.mark.parametrize("name", BREAKS)
@pytest.mark.parametrize("file", FILES)
def test_one_broken_file(file: str, name: str, tmp_path: Path) -> None:
    folder = tmp_path / "data"
    shutil.copytree(BASE, folder)
    path = folder / file
    path.write_text(BREAKS[name](path.read_text(encoding="utf-8")), encoding="utf-8")
    problems = load(folder).problems
    assert {one.place.file for one in problems} == {file}, problems


def test_real_mistakes_elsewhere_are_still_told(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    shutil.copytree(BASE, folder)
    (folder / "sequences/key-account/competencies/industry.yml").write_text("a: [\n", encoding="utf-8")
    path = folder / "sequences/key-account/actions.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("listening@senior", "nobody"), encoding="utf-8")
    assert {one.code for one in load(folder).problems} == {"yaml-syntax", "ref-unknown"}
