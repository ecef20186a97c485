"""What one types, in whose language, from where; and what help says."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from levelbook import __version__
from levelbook.catalogue import LANGUAGES
from levelbook.commands.cli import COMMANDS, main
from tests.commands.small_handbook import BASE, change, spoil

LOCALES = ("LC_ALL", "LC_MESSAGES", "LANG")


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project to stand in, at a terminal that says nothing of its language."""
    shutil.copytree(BASE, tmp_path / "rubric_data")
    monkeypatch.chdir(tmp_path)
    for name in LOCALES:
        monkeypatch.delenv(name, raising=False)
    return tmp_path


def said(capsys: pytest.CaptureFixture[str], *given: str, status: int = 2) -> str:
    """All that the command says; its exit status has to be the one that is meant."""
    try:
        assert main(given) == status
    except SystemExit as stop:
        assert stop.code == status
    out, err = capsys.readouterr()
    return out + err


@pytest.mark.parametrize("option", ["--version", "-V"])
def test_version(option: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert said(capsys, option, status=0) == f"levelbook {__version__}\n"


def test_as_a_module() -> None:
    run = subprocess.run([sys.executable, "-m", "levelbook", "--version"], capture_output=True, text=True)
    assert (run.returncode, run.stdout) == (0, f"levelbook {__version__}\n")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("command", ["", *(command.name for command in COMMANDS)])
def test_help_has_examples_and_exit_statuses_in_one_language(
    command: str, language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    text = said(capsys, "--language", language, *filter(None, [command]), "--help", status=0)
    assert "levelbook " + (command or "check") in text.partition({"zh": "例子", "en": "examples"}[language])[2]
    assert {"zh": "退出码：0 没有问题", "en": "Exit status: 0 nothing is wrong"}[language] in text
    if language == "zh":
        assert not any(word in text for word in ("usage:", "options:", "positional", "show "))
    else:
        assert text.isascii()


def test_help_is_in_the_language_of_the_terminal(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "用法：" in said(capsys, "--help", status=0)
    monkeypatch.setenv("LANG", "en_US.UTF-8")
    assert "Usage: " in said(capsys, "--help", status=0)
    assert "没有发现问题" in said(capsys, "check", status=0), "messages are in the handbook's language"


def test_help_is_in_the_language_of_the_handbook_where_the_terminal_says_nothing(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    change(project / "rubric_data/handbook.yml", "language: zh", 'language: "en"')
    assert "Usage: " in said(capsys, "--help", status=0)
    assert "No problems" in said(capsys, "check", status=0)


def test_without_a_command_help_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    assert "用法：levelbook" in said(capsys)


@pytest.mark.parametrize(
    ("given", "zh", "en"),
    [
        (
            ("check", "--format", "xml"),
            "--format：没有 'xml' 这个选择，可以写：text, github, json, gitlab, sarif\n"
            "怎样写，看 levelbook check --help。\n",
            "--format: there is no 'xml'; choose from text, github, json, gitlab, sarif\n"
            "For help, type levelbook check --help.\n",
        ),
        (
            ("calibrate",),
            "还缺：--sequence, --grade\n怎样写，看 levelbook calibrate --help。\n",
            "missing: --sequence, --grade\nFor help, type levelbook calibrate --help.\n",
        ),
        (
            ("check", "--what"),
            "不认识：--what\n怎样写，看 levelbook --help。\n",
            "unknown: --what\nFor help, type levelbook --help.\n",
        ),
    ],
    ids=["choice", "missing", "unknown"],
)
def test_wrong_usage(given: tuple[str, ...], zh: str, en: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert said(capsys, *given) == zh
    assert said(capsys, "--language", "en", *given) == en


def test_an_english_terminal_is_told_in_english_that_there_is_no_handbook(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "empty").mkdir()
    assert said(capsys, "check", "empty") == (
        "empty 里没有手册：既没有 handbook.yml，也没有 sequences。"
        "请写出数据文件夹，例如 levelbook check --folder rubric_data。\n"
    )
    monkeypatch.setenv("LANG", "en_US.UTF-8")
    assert said(capsys, "check", "empty") == (
        "There is no handbook in empty: neither handbook.yml nor sequences. "
        "Name the data folder, as in levelbook check --folder rubric_data.\n"
    )
    assert said(capsys, "check", "nowhere") == "there is no such file or folder: nowhere\n"


def test_from_a_sub_folder(project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    spoil(project / "rubric_data")
    monkeypatch.chdir(project / "rubric_data/sequences/shared")
    assert "../../sequences/key-account/competencies/listening.yml:2:1: 错误" in said(capsys, "check", status=1)


def test_one_file_and_one_sequence(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    spoil(project / "rubric_data")
    sequences = "rubric_data/sequences"
    wrong = said(capsys, "check", f"{sequences}/key-account/competencies/listening.yml", status=1)
    assert wrong.count("错误：") == 1
    assert wrong.endswith("发现问题：错误1处，警告0处，提示0处。\n")
    assert said(capsys, "check", f"{sequences}/key-account", status=1) == wrong
    right = said(capsys, "check", f"{sequences}/shared", status=0)
    assert right == "这里没有发现问题。\n其他文件里还有问题，没有列出：错误1处，警告0处。\n"


def test_errors_come_before_hints_and_hints_can_be_folded(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(
        project / "rubric_data/sequences/key-account/weights.yml", "listening: {junior: 40", "listening: {junior: lost"
    )
    change(project / "rubric_data/sequences/shared/competencies/negotiation.yml", "自己的", "自己 的")
    lines = said(capsys, "check", status=1).splitlines()
    assert ["警告" in lines[0], "提示" in lines[1]] == [True, True]
    folded = said(capsys, "check", "--quiet", status=1).splitlines()
    assert folded == [lines[0], lines[2], "另有提示1处没有列出。"]


@pytest.mark.parametrize("command", ["check", "schema", "ids"])
def test_folder_means_the_data_folder_in_every_command(
    command: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "rubric_data").rename(project / "data")
    said(capsys, command, "data", status=0)
    said(capsys, command, "--folder", "data", status=0)


def test_folder_means_the_data_folder_for_an_export_too(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "rubric_data").rename(project / "data")
    said(capsys, "export", "out", "--folder", "data", status=0)


def test_schemas_are_also_written_where_a_handbook_is_to_begin(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "new").mkdir()
    said(capsys, "schema", "new", status=0)
    assert (tmp_path / "new/.schema/handbook.json").is_file()
