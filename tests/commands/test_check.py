"""`levelbook check`: what it lists, in which form, and how it ends."""

import json
from pathlib import Path

import pytest

from levelbook.commands.cli import main
from tests.commands.small_handbook import change, spoil


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
