"""`levelbook translations`: new ones are noted silently, stale ones told until they change or hold."""

import shutil
from pathlib import Path

import pytest

from levelbook.commands.cli import main
from tests.golden.test_golden import HERE

FILE = "sequences/key-account/competencies/listening.yml"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    target = tmp_path / "data"
    shutil.copytree(HERE / "base", target)
    text = (target / FILE).read_text(encoding="utf-8")
    changed = text.replace(
        "definition: 听懂对方，并让对方知道。\n", "definition: 听懂对方。\ndefinition_en: To understand.\n"
    )
    assert changed != text
    (target / FILE).write_text(changed, encoding="utf-8")
    return target


def _change(folder: Path, before: str, after: str) -> None:
    text = (folder / FILE).read_text(encoding="utf-8")
    assert before in text
    (folder / FILE).write_text(text.replace(before, after), encoding="utf-8")


def test_from_new_to_stale_to_holding(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def run(*options: str) -> tuple[int, str]:
        status = main(["--language", "en", "translations", str(folder), *options])
        said = capsys.readouterr()
        return status, said.out + said.err

    assert run()[0] == 0
    assert not (folder / "translations.yml").exists()
    assert run("--write")[0] == 0
    written = (folder / "translations.yml").read_text(encoding="utf-8")
    assert f"{FILE}:\n  definition_en " in written

    _change(folder, "definition: 听懂对方。", "definition: 听懂对方，再作答。")
    status, said = run("--write")
    assert status == 1
    assert f"{FILE}:" in said and "definition_en was made from an earlier definition" in said
    assert (folder / "translations.yml").read_text(encoding="utf-8") == written
    assert run("--holds", "concepts.yml:1")[0] == 2
    place = next(line for line in said.splitlines() if FILE in line).split(": ")[0]
    assert run("--holds", place)[0] == 0
    assert run()[0] == 0
    assert (folder / "translations.yml").read_text(encoding="utf-8") != written


def test_a_translation_that_changes_with_its_text_is_taken_up(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["translations", str(folder), "--write"]) == 0
    _change(folder, "definition: 听懂对方。", "definition: 听懂对方，再作答。")
    _change(folder, "definition_en: To understand.", "definition_en: To understand, then answer.")
    assert main(["translations", str(folder), "--write"]) == 0
    assert main(["translations", str(folder)]) == 0
    capsys.readouterr()
