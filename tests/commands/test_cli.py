"""The command: what it prints, and how it ends."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from levelbook.commands.cli import main

BASE = Path(__file__).parents[1] / "golden" / "base"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(BASE, tmp_path / "data")
    return tmp_path / "data"


def change(path: Path, old: str, new: str) -> None:
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


def spoil(folder: Path) -> None:
    change(folder / "sequences/key-account/competencies/listening.yml", "name: 倾听", "nmae: 倾听")


def test_clean(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(folder)]) == 0
    out, err = capsys.readouterr()
    assert (out, err) == ("", "没有发现问题：2个序列，3个能力项，4条行为指标。\n")


def test_information_alone_is_clean(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(folder / "sequences/key-account/weights.yml", "listening: {junior: 40", "listening: {junior: lost")
    assert main(["check", str(folder)]) == 0
    assert capsys.readouterr().out.count("提示") == 1


def test_warnings_are_not_clean(folder: Path) -> None:
    change(folder / "sequences/shared/competencies/negotiation.yml", "自己的", "自己 的")
    assert main(["check", str(folder)]) == 1


def test_text(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    spoil(folder)
    assert main(["check", str(folder), "--language", "en"]) == 1
    out, err = capsys.readouterr()
    assert out.splitlines()[0].startswith(f"{folder}/sequences/key-account/competencies/listening.yml:1:1: error: ")
    assert err == "Problems: errors 2, warnings 0, information 0.\n"


def test_github(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    spoil(folder)
    main(["check", str(folder), "--format", "github"])
    lines = capsys.readouterr().out.splitlines()
    assert lines[1].startswith(
        f"::error file={folder}/sequences/key-account/competencies/listening.yml,line=2,col=1,title=unknown-key::"
    )


def test_json(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    spoil(folder)
    main(["check", str(folder), "--format", "json"])
    records = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert {key: records[1][key] for key in ("line", "column", "severity", "code")} == {
        "line": 2,
        "column": 1,
        "severity": "error",
        "code": "unknown-key",
    }


def test_language_of_the_handbook(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(folder / "handbook.yml", "language: zh", "language: en")
    assert main(["check", str(folder)]) == 0
    assert capsys.readouterr().err.startswith("No problems: ")


@pytest.mark.parametrize("command", ["check", "schema", "ids"])
def test_no_folder_is_a_failure(command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([command, str(tmp_path / "none")]) == 2
    assert capsys.readouterr().err


def test_wrong_options_are_a_failure(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        main(["check", "--format", "xml"])
    assert stop.value.code == 2


def test_ids_shows_then_writes(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = folder / "sequences/shared/competencies/negotiation.yml"
    change(path, "  senior:", "      - text: 问清对方的底线。\n  senior:")
    before = path.read_bytes()
    assert main(["ids", str(folder), "--dry-run"]) == 0
    assert path.read_bytes() == before
    assert main(["ids", str(folder)]) == 0
    assert "SHA-NEG-02" in path.read_text(encoding="utf-8")
    said = capsys.readouterr()
    assert said.out.splitlines() == [f"{folder}/sequences/shared/competencies/negotiation.yml:8:9: SHA-NEG-02"] * 2
    assert said.err.splitlines()[-1] == f"{folder}/ledger.yml 里记下了1个编号。"


def test_ids_gives_nothing_while_a_file_cannot_be_read(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    spoil(folder)
    assert main(["ids", str(folder)]) == 1
    assert "unknown-key" in capsys.readouterr().out


def test_schema_writes_its_files(folder: Path) -> None:
    assert main(["schema", str(folder)]) == 0
    assert (folder / ".schema" / "competency.json").is_file()
    assert main(["check", str(folder)]) == 0


def test_command_in_a_shell(folder: Path) -> None:
    spoil(folder)
    command = [sys.executable, "-m", "levelbook.commands.cli", "check", str(folder), "--language", "en"]
    run = subprocess.run(command, capture_output=True, text=True)
    assert run.returncode == 1
    assert "[unknown-key]" in run.stdout


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
