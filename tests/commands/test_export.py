"""`levelbook export`: what it writes, and when it writes nothing."""

from pathlib import Path

import pytest

from levelbook.commands.cli import main
from tests.commands.small_handbook import spoil


def test_export(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "out"
    assert main(["export", str(target), "--folder", str(folder), "--language", "en"]) == 0
    assert "files written" in capsys.readouterr().err
    assert (target / "index.md").read_text(encoding="utf-8").startswith("---\ntitle: ")


def test_export_refuses_a_folder_with_other_files(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "out"
    target.mkdir()
    (target / "mine.txt").write_text("mine", encoding="utf-8")
    assert main(["export", str(target), "--folder", str(folder)]) == 2
    assert "没有动它" in capsys.readouterr().err
    assert [path.name for path in target.iterdir()] == ["mine.txt"]


def test_export_tells_the_errors_instead(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    spoil(folder)
    assert main(["export", str(tmp_path / "out"), "--folder", str(folder)]) == 1
    assert "[unknown-key]" in capsys.readouterr().out
    assert not (tmp_path / "out").exists()
