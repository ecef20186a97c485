"""`levelbook translations`: new ones are noted silently, stale ones told until they change or hold."""

import shutil
from pathlib import Path

import pytest

from levelbook.commands.cli import main
from levelbook.load import load
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


def _released(folder: Path, version: str) -> int:
    return main(["--language", "en", "release", version, "--folder", str(folder), "--date", "2027-06-01", "--yes"])


def _draft(folder: Path) -> None:
    text = (folder / "releases.yml").read_text("utf-8")
    drafted = "releases:\n  - version: next\n    words: {KEY-LIS: raises}\n"
    (folder / "releases.yml").write_text(text.replace("releases:\n", drafted, 1), "utf-8")


def test_from_a_changed_text_to_its_release(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """As an editor does it: text and translation are changed together, checked, and released."""
    assert main(["ids", "--folder", str(folder)]) == 0
    assert main(["translations", str(folder), "--write"]) == 0
    assert _released(folder, "1.2.0") == 0
    assert "New translations" not in capsys.readouterr().out
    _change(folder, "definition: 听懂对方。", "definition: 听懂对方，再作答。")
    _change(folder, "definition_en: To understand.", "definition_en: To understand, then answer.")
    assert main(["--language", "en", "ids", "--folder", str(folder)]) == 0
    assert "not noted what they were made from: 1." in capsys.readouterr().err
    _draft(folder)
    assert _released(folder, "2.0.0") == 0
    assert "New translations: 1. They are noted" in capsys.readouterr().out
    noted = (folder / "translations.yml").read_bytes()
    assert main(["undo", "--yes", "--folder", str(folder)]) == 0
    assert (folder / "translations.yml").read_bytes() != noted
    assert _released(folder, "2.0.0") == 0
    assert (folder / "translations.yml").read_bytes() == noted
    assert load(folder).problems == []
    _change(folder, "definition: 听懂对方，再作答。", "definition: 听懂对方，再想一想。")
    assert [one.code for one in load(folder).problems] == ["translation-stale"], "what a release noted is told"


def _forget(marks: Path) -> None:
    lines = marks.read_text("utf-8").splitlines(keepends=True)
    marks.write_text("".join(line for line in lines if "definition_en" not in line), "utf-8")


def test_a_release_notes_no_stale_translation_as_fresh(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A translation that nobody had noted, and whose text has changed since it was published."""
    _change(folder, "name: 倾听\n", "name: 倾听\nname_en: Listening\n")
    assert main(["ids", "--folder", str(folder)]) == 0
    assert main(["translations", str(folder), "--write"]) == 0
    marks = folder / "translations.yml"
    _forget(marks)
    assert _released(folder, "1.2.0") == 0
    _forget(marks)
    _change(folder, "definition: 听懂对方。", "definition: 听懂对方，再作答。")
    assert [one.code for one in load(folder).problems] == [], "nobody knows yet"
    _draft(folder)
    capsys.readouterr()
    assert _released(folder, "2.0.0") == 0
    said = capsys.readouterr().out
    assert "Translations that did not follow their text: 1. They are released as they are." in said
    assert f"{FILE}:" in said and "definition_en was made from an earlier definition" in said
    assert [one.code for one in load(folder).problems] == ["translation-stale"]
    assert main(["translations", str(folder), "--write"]) == 1, "it is told until it changes or holds"
    assert main(["translations", str(folder), "--holds", "all"]) == 0
    assert load(folder).problems == []


def test_a_folder_that_notes_no_translations_is_left_alone(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--language", "en", "ids", "--folder", str(folder)]) == 0
    assert _released(folder, "1.2.0") == 0
    said = capsys.readouterr()
    assert "ranslations" not in said.out + said.err
    assert not (folder / "translations.yml").exists()
