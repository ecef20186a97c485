"""The last net: one line and status 2 for whatever nobody foresaw, and no traceback."""

import errno
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from levelbook import unforeseen
from levelbook.catalogue import LANGUAGES, Catalogue
from levelbook.commands.cli import main
from levelbook.commands.result import ExitStatus
from levelbook.problems import Unforeseen

ROOT = Path(__file__).parents[2]
BASE = ROOT / "tests" / "golden" / "base"
COMMANDS = {
    "check": ("levelbook.load.check", ["check", str(BASE)]),
    "decode": ("levelbook.loading.decoder.decode", ["check", str(BASE)]),
    "ids": ("levelbook.commands.ids.command.ids_outcome", ["ids", "--dry-run", str(BASE)]),
    "export": ("levelbook.commands.export.Site", ["export", "out", "--folder", str(BASE)]),
    "score": ("levelbook.commands.score.score", ["score", "--folder", str(BASE), str(BASE / "handbook.yml")]),
    "calibrate": ("levelbook.commands.calibrate.command.empty_table", None),
    "schema": ("levelbook.commands.schema.write", ["schema", str(BASE)]),
}


def broken(*args: Any, **kwargs: Any) -> Any:
    raise TypeError("unhashable type: 'list'\x1b[31m\u202e")


@pytest.mark.parametrize("name", COMMANDS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_one_line_and_status_2(
    name: str, language: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    target, arguments = COMMANDS[name]
    if arguments is None:
        arguments = [
            "calibrate",
            "--folder",
            str(BASE),
            "--sequence",
            "key-account",
            "--grade",
            "grade-1",
            "--template",
        ]
    monkeypatch.setattr(target, broken)
    monkeypatch.delenv(unforeseen.SWITCH, raising=False)
    monkeypatch.chdir(tmp_path)
    assert main([*arguments, "--language", language]) == ExitStatus.FAILED
    output = capsys.readouterr()
    lines = output.err.splitlines()
    assert len(lines) == 1
    assert "TypeError: unhashable type: 'list'<U+001B>[31m<U+202E>" in lines[0]
    assert "Traceback" not in output.out + output.err
    assert {"zh": "报告", "en": "report"}[language] in lines[0]
    if name == "decode":
        assert lines[0].startswith("concepts.yml")


def test_developers_see_where_it_happened(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("levelbook.load.check", broken)
    monkeypatch.setenv(unforeseen.SWITCH, "1")
    with pytest.raises(TypeError):
        main(["check", str(BASE)])


@pytest.mark.parametrize("error", [RecursionError(), MemoryError(), KeyError("value"), AssertionError()])
def test_every_error_has_its_line(error: Exception) -> None:
    for language in LANGUAGES:
        assert type(error).__name__ in unforeseen.sentence(error, Catalogue(language))


def test_the_file_is_named() -> None:
    error = Unforeseen("sequences/a/sequence.yml")
    error.__cause__ = KeyError("value")
    assert unforeseen.sentence(error, Catalogue("en")).startswith("sequences/a/sequence.yml: ")


@pytest.mark.parametrize(
    ("error", "zh", "en"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), "不能完成：磁盘满了", "could not run: the disk is full"),
        (
            OSError(errno.EACCES, "Permission denied", "out/a.md"),
            "不能完成：out/a.md：没有权限",
            "could not run: out/a.md: there is no permission",
        ),
        (OSError(errno.ENAMETOOLONG, "File name too long", "a\u202eb"), "不能完成：a<U+202E>b：名字太长", None),
        (OSError(12345, "?"), "不能完成：系统报告第12345号错误", "could not run: the system reports error 12345"),
        (OSError(), "不能完成：系统报告第0号错误", None),
    ],
)
def test_what_the_system_reports_is_said_in_the_readers_language(error: OSError, zh: str, en: str | None) -> None:
    assert unforeseen.sentence(error, Catalogue("zh")) == zh
    assert en is None or unforeseen.sentence(error, Catalogue("en")) == en


def test_a_full_disk(tmp_path: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        run = subprocess.run(
            [sys.executable, "-m", "levelbook.commands.cli", "check", "--language", "zh", str(_with_a_hint(tmp_path))],
            stdout=full, stderr=subprocess.PIPE, env={"PATH": "", "PYTHONUTF8": "1"}, check=False, timeout=120,
        )  # fmt: skip
    assert run.returncode == ExitStatus.FAILED
    assert run.stderr.decode().splitlines()[-1:] == ["不能完成：磁盘满了"]
    assert b"Traceback" not in run.stderr and b"None" not in run.stderr


def _with_a_hint(folder: Path) -> Path:
    """A folder with a problem, so that there is something to print."""
    (folder / "handbook.yml").write_text("nmae: x\n", encoding="utf-8")
    return folder


def test_the_build_ends_in_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    from mkdocs.exceptions import PluginError

    from levelbook.hosts.mkdocs.plugin import LevelbookPlugin, one_line_errors

    hook: Callable[[LevelbookPlugin], None] = one_line_errors(lambda self: broken())
    monkeypatch.delenv(unforeseen.SWITCH, raising=False)
    with pytest.raises(PluginError, match="TypeError") as caught:
        hook(LevelbookPlugin())
    assert "\n" not in str(caught.value) and caught.value.__suppress_context__
    monkeypatch.setenv(unforeseen.SWITCH, "1")
    with pytest.raises(TypeError):
        hook(LevelbookPlugin())


def test_every_hook_has_the_net() -> None:
    from levelbook.hosts.mkdocs.plugin import LevelbookPlugin

    hooks = {name: hook for name, hook in vars(LevelbookPlugin).items() if name.startswith("on_")}
    del hooks["on_startup"], hooks["on_build_error"]  # nothing can fail there; what failed ends there
    combined = hooks.pop("on_post_build")
    assert hooks and len(combined.methods) == 2
    assert all(hasattr(hook, "__wrapped__") for hook in (*hooks.values(), *combined.methods))
