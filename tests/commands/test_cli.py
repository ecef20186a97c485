"""The command: what it prints, and how it ends."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import levelbook
from levelbook.commands.cli import main
from tests.commands.small_handbook import change, spoil

PACKAGE = Path(levelbook.__file__).parent


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


def test_command_in_a_shell(folder: Path) -> None:
    spoil(folder)
    command = [sys.executable, "-m", "levelbook.commands.cli", "check", str(folder), "--language", "en"]
    run = subprocess.run(command, capture_output=True, text=True)
    assert run.returncode == 1
    assert "[unknown-key]" in run.stdout


def test_nothing_else_prints_or_exits() -> None:
    for path in PACKAGE.rglob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        called = {ast.unparse(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)}
        printing = called & {"print", "sys.exit", "exit", "quit", "sys.stdout.write", "sys.stderr.write"}
        speaks = ("commands/cli.py", "commands/terminal.py", "__main__.py")
        assert not printing or path.relative_to(PACKAGE).as_posix() in speaks, path
