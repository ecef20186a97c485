"""`levelbook export --on`: the site shows the standard that holds on a day, and says what comes."""

from pathlib import Path

import pytest

from levelbook.commands.cli import main
from tests.commands.small_handbook import change

LISTENING = "sequences/key-account/competencies/listening.yml"


@pytest.fixture
def released(folder: Path) -> Path:
    """A handbook of which a release is out whose day has not come."""
    assert main(["release", "1.2.0", "--folder", str(folder), "--yes", "--date", "2027-04-01"]) == 0
    change(folder / LISTENING, "让人把话说完。", "让人把话说完，再复述一遍。")
    change(folder / LISTENING, "      - id: KEY-LIS-03\n", "      - text: 当天写下来。\n      - id: KEY-LIS-03\n")
    assert main(["ids", "--folder", str(folder)]) == 0
    typed = ["release", "2.0.0", "--folder", str(folder), "--yes", "--date", "2027-05-01", "--effective", "2030-01-01"]
    assert main(typed) == 0
    return folder


def level_pages(folder: Path, target: Path, *typed: str) -> str:
    """What level pages say; the words of releases beside them left out."""
    assert main(["export", str(target), "--folder", str(folder), *typed]) == 0
    pages = sorted((target / "sequences/key-account/level").rglob("index.md"))
    return "".join(page.read_text(encoding="utf-8") for page in pages)


def test_what_holds_leads_until_its_day(released: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = level_pages(released, tmp_path / "before", "--on", "2029-12-31")
    after = level_pages(released, tmp_path / "after", "--on", "2030-01-01")
    assert '<li class="lb-ind" id="KEY-LIS-04"' not in before.replace("  ", " ")
    assert "让人把话说完。" in before
    assert "再复述一遍" in after and "当天写下来。" in after
    assert main(["diff", "--folder", str(released), "--exit-code"]) == 0
    capsys.readouterr()
    assert main(["diff", "1.2.0", "--folder", str(released)]) == 0
    told = capsys.readouterr().out
    assert told.startswith("1.2.0 → 工作副本　2 处变化")
    assert "改写 KEY-LIS-01：让人把话说完{+，再复述一遍+}。" in told and "新增 KEY-LIS-04" in told


def test_the_same_release_gives_the_same_bytes_on_any_day(released: Path, tmp_path: Path) -> None:
    one = level_pages(released, tmp_path / "one", "--on", "2029-01-01")
    assert level_pages(released, tmp_path / "other", "--on", "2029-06-01") == one


def test_a_day_that_is_none(released: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert main(["export", str(tmp_path / "out"), "--folder", str(released), "--on", "morgen"]) == 2
    assert "不是一天" in capsys.readouterr().err
