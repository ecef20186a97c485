"""`levelbook check`: what it lists, in which form, and how it ends."""

import json
from pathlib import Path
from typing import Any

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
    assert out.splitlines()[0].startswith(f"{folder}/sequences/key-account/competencies/listening.yml:2:1: error: ")
    assert err == "Problems: errors 1, warnings 0, information 0.\n"


def test_github(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    spoil(folder)
    main(["check", str(folder), "--format", "github"])
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith(
        f"::error file={folder}/sequences/key-account/competencies/listening.yml,line=2,col=1,title=unknown-key::"
    )


def test_json(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    spoil(folder)
    main(["check", str(folder), "--format", "json"])
    records = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert {key: records[0][key] for key in ("line", "column", "severity", "code")} == {
        "line": 2,
        "column": 1,
        "severity": "error",
        "code": "unknown-key",
    }


def report(folder: Path, form: str, capsys: pytest.CaptureFixture[str], *more: str) -> Any:
    main(["check", str(folder), "--format", form, *more])
    return json.loads(capsys.readouterr().out)


def test_code_quality(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What GitLab asks of each entry; the fingerprint stays where lines above it move."""
    assert report(folder, "gitlab", capsys) == []
    spoil(folder)
    before = report(folder, "gitlab", capsys)
    for entry in before:
        assert set(entry) == {"description", "check_name", "fingerprint", "severity", "location"}
        assert entry["severity"] in ("info", "minor", "major", "critical", "blocker")
        assert entry["location"]["lines"]["begin"] >= 1
        assert not entry["location"]["path"].startswith("./") and "\\" not in entry["location"]["path"]
    file = folder / "sequences/key-account/competencies/listening.yml"
    file.write_text("# moved down\n" + file.read_text(encoding="utf-8"), encoding="utf-8")
    after = report(folder, "gitlab", capsys)
    assert [entry["fingerprint"] for entry in after] == [entry["fingerprint"] for entry in before]
    assert len({entry["fingerprint"] for entry in after}) == len(after)


def test_sarif(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Every property that SARIF 2.1.0 requires, and the cure as a fix."""
    change(folder / "sequences/key-account/weights.yml", "listening: {junior: 40", "listening: {junior: 40%")
    log = report(folder, "sarif", capsys, "--language", "en")
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    driver = run["tool"]["driver"]
    assert driver["name"] == "levelbook"
    (result,) = run["results"]
    assert driver["rules"][result["ruleIndex"]]["id"] == result["ruleId"] == "value-wrong"
    assert "docs/en/problems/index.md#value-wrong" in driver["rules"][0]["help"]["text"]
    assert result["level"] == "error"
    assert result["message"]["text"] == "“40%” cannot stand here. Write 40."
    physical = result["locations"][0]["physicalLocation"]
    assert physical["artifactLocation"]["uri"].endswith("/sequences/key-account/weights.yml")
    assert physical["region"]["startLine"] > 0
    replacement = result["fixes"][0]["artifactChanges"][0]["replacements"][0]
    region = replacement["deletedRegion"]
    text = (folder / "sequences/key-account/weights.yml").read_text(encoding="utf-8")
    assert text[region["charOffset"] : region["charOffset"] + region["charLength"]] == "40%"
    assert replacement["insertedContent"]["text"] == "40"


def test_hints_are_no_notes_beside_a_change_unless_asked_for(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(folder / "sequences/key-account/weights.yml", "listening: {junior: 40", "listening: {junior: lost")
    assert main(["check", str(folder), "--format", "github"]) == 0
    assert capsys.readouterr().out == ""
    assert main(["check", str(folder), "--format", "github", "--level", "information"]) == 0
    assert capsys.readouterr().out.startswith("::notice ")


def test_only_errors(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(folder / "sequences/shared/competencies/negotiation.yml", "自己的", "自己 的")
    assert main(["check", str(folder), "--level", "error"]) == 1
    assert capsys.readouterr().out == ""


def test_a_warning_that_may_be_there(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An indicator that waits for its code must not stop the pipeline that gives it."""
    change(
        folder / "sequences/shared/competencies/negotiation.yml",
        "      - id: SHA-NEG-01\n",
        "      - text: 又一条。\n      - id: SHA-NEG-01\n",
    )
    assert main(["check", str(folder)]) == 1
    assert main(["check", str(folder), "--allow", "code-missing"]) == 0
    assert "[code-missing]" in capsys.readouterr().out
    spoil(folder)
    assert main(["check", str(folder), "--allow", "unknown-key"]) == 1, "errors count whatever is allowed"
