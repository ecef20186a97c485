"""The command `levelbook release`: what it says, what it writes, and that it writes all of it or nothing."""

import shutil
import subprocess
from pathlib import Path

import pytest

from levelbook.commands.cli import main
from levelbook.commands.release.outcome import release_outcome
from levelbook.commands.release.readiness import ReleaseWanted
from levelbook.history.revisions import files_at
from levelbook.load import files_in, load
from levelbook.loading.edit.together import write
from tests.commands.small_handbook import change
from tests.commands.test_release import pages

LISTENING = "sequences/key-account/competencies/listening.yml"
HISTORY = ["history/1.2.0.yml", "history/addresses.txt", "history/published.jsonl"]


def content(folder: Path) -> dict[str, object]:
    return dict(files_in(folder))


def git(folder: Path, *arguments: str) -> None:
    who = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", "-C", str(folder), *who, *arguments], check=True, capture_output=True)


def test_a_release_is_shown_written_and_taken_back(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = content(folder)
    typed = ["release", "1.2.0", "--date", "2027-06-01", "--folder", str(folder)]
    assert main([*typed, "--dry-run"]) == 0
    shown = capsys.readouterr().out
    assert "1.2.0 版，2027-06-01 发布\n" in shown
    assert f"+++ {folder.as_posix()}/releases.yml\n" in shown
    assert "git tag -a content-1.2.0 -m '1.2.0 没有概述'\n" in shown
    assert content(folder) == before
    assert main([*typed, "--yes"]) == 0
    assert sorted(content(folder).keys() - before.keys()) == HISTORY
    assert load(folder).problems == []
    assert main(["undo", "--yes", "--folder", str(folder)]) == 0
    assert content(folder) == before


def test_without_a_terminal_nothing_is_written(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = content(folder)
    assert main(["release", "1.2.0", "--date", "2027-06-01", "--folder", str(folder)]) == 3
    assert "要写4个文件，现在没有写。" in capsys.readouterr().err
    assert content(folder) == before


def test_missing_words_are_listed_with_the_line_to_write(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["release", "1.1.0", "--date", "2027-03-01", "--yes", "--folder", str(folder)]) == 0
    change(folder / LISTENING, "记下要点。", "当天整理成纪要。")
    change(folder / "releases.yml", "releases:\n", "releases:\n  - version: next\n    words: {KEY-LIS-01: typo}\n")
    capsys.readouterr()
    assert main(["release", "2.0.0", "--date", "2027-06-01", "--yes", "--folder", str(folder)]) == 4
    said = capsys.readouterr()
    place = f"{folder.as_posix()}/releases.yml:3:5"
    assert said.out.startswith(
        f"{place}: 错误：“KEY-LIS-02”的改动要人判断。请在草稿（version: next）的 words: 下写 KEY-LIS-02: raises"
    )
    assert "改写 KEY-LIS-02：" in said.out
    assert said.err.startswith("没有发布：1处改动要人判断。写好上面的词，再运行一次；")


def test_what_asks_for_missing_words_compares_with_the_same_older_state(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    older = tmp_path / "older"
    shutil.copytree(folder, older)
    change(folder / LISTENING, "记下要点。", "当天整理成纪要。")
    assert (
        main(["release", "1.2.0", "--date", "2027-06-01", "--from", str(older), "--yes", "--folder", str(folder)]) == 4
    )
    assert f"levelbook diff {older} --words 会一处一处地问" in capsys.readouterr().err


def test_what_can_be_undone_stays_out_of_git(folder: Path) -> None:
    git(folder.parent, "init", "--quiet")
    assert main(["release", "1.2.0", "--date", "2027-06-01", "--yes", "--folder", str(folder)]) == 0
    git(folder.parent, "add", "--all")
    listed = subprocess.run(["git", "-C", str(folder.parent), "ls-files"], check=True, capture_output=True, text=True)
    assert "published.jsonl" in listed.stdout
    assert ".levelbook" not in listed.stdout


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (["1.2"], "VERSION：“1.2”不对。"),
        (["1.2.0", "--date", "2027-13-01"], "--date：“2027-13-01”不对。"),
        (["1.2.0", "--effective", "soon"], "--effective：“soon”不对。"),
        (["1.2.0", "--from", "--nonsense"], ""),
        (["1.2.0", "--from", "no-such-revision"], "--from："),
    ],
)
def test_what_was_typed_is_looked_at(
    folder: Path, typed: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    try:
        status = main(["release", *typed, "--folder", str(folder)])
    except SystemExit as stop:
        status = int(str(stop.code))
    assert status == 2
    assert said in capsys.readouterr().err


def test_the_first_history_is_compared_with_a_revision(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    git(folder.parent, "init", "-q")
    git(folder.parent, "add", "-A")
    git(folder.parent, "commit", "-qm", "as published")
    published = content(folder)
    change(folder / LISTENING, "name: 倾听", "name: 听人说话")
    assert main(["release", "1.2.0", "--from", "HEAD", "--date", "2027-06-01", "--yes", "--folder", str(folder)]) == 0
    assert "改名：倾听 → 听人说话" in capsys.readouterr().out
    handbook = load(folder).handbook
    assert handbook
    assert handbook.history.facts_at("1.1.0")["KEY-LIS"]["name"] == "倾听"
    assert files_at(folder, "HEAD") == published


class _Killed(BaseException):
    """Stands for whatever ends a program in the middle."""


@pytest.mark.parametrize("step", range(8))
def test_killed_on_the_way_a_release_leaves_everything_as_it_was(
    folder: Path, step: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = content(folder)
    outcome = release_outcome(dict(files_in(folder)), ReleaseWanted("1.2.0", "2027-06-01"), publish=pages)
    done = 0
    replace = Path.replace

    def failing(self: Path, target: Path) -> Path:
        nonlocal done
        done += 1
        if done == step + 1:
            raise _Killed
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", failing)
    died = False
    try:
        write(folder, "release 1.2.0", outcome.files)
    except _Killed:
        died = True
    monkeypatch.undo()
    assert died == (step < 1 + len(outcome.files)), "the journal is put in its place, then each file"
    if died:
        assert content(folder) == before
    assert not list(folder.rglob(".levelbook-*"))
