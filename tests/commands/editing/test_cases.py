"""Every case in `cases/`: a command on the small handbook, all that it says, and that undo gives back every byte.

With LEVELBOOK_GOLDEN=write in the environment, `status`, `zh` and `en` are written anew.
"""

import os
import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml

from levelbook.commands.cli import main
from levelbook.load import load
from tests.commands.editing.small import small_files

CASES = sorted((Path(__file__).parent / "cases").glob("*.yml"))


def lay_out(folder: Path, case: dict[str, Any] | None = None) -> None:
    """Writes the small handbook, with what a case has otherwise."""
    changed = {path: text.encode("utf-8") for path, text in (case or {}).get("files", {}).items()}
    for path, data in {**small_files(), **changed}.items():
        if path not in (case or {}).get("remove", []) and isinstance(data, bytes):
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(data)


def everything(folder: Path) -> dict[str, bytes]:
    """All files, by path."""
    return {one.relative_to(folder).as_posix(): one.read_bytes() for one in folder.rglob("*") if one.is_file()}


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_case(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    source = path.read_text(encoding="utf-8")
    case = yaml.load(source, yaml.BaseLoader)
    monkeypatch.chdir(tmp_path)
    # what it means to whom is the comparison's to say, and has its own cases
    monkeypatch.setattr("levelbook.commands.editing.command.meaning", lambda *given: ())
    said = {}
    for language in ("en", "zh"):
        shutil.rmtree(tmp_path / "rubric_data", ignore_errors=True)
        lay_out(tmp_path / "rubric_data", case)
        before = everything(tmp_path / "rubric_data")
        status = main(["--language", language, *case["command"], "--yes"])
        told, how = capsys.readouterr()
        said[language] = told + how if language == "zh" else _without_difference(told) + how
    if os.environ.get("LEVELBOOK_GOLDEN") == "write":
        body = {key: "".join(f"  {line}".rstrip() + "\n" for line in said[key].splitlines()) for key in ("zh", "en")}
        head = source.split("\nstatus:")[0].rstrip("\n")
        path.write_text(f"{head}\nstatus: {status}\nzh: |\n{body['zh']}en: |\n{body['en']}", encoding="utf-8")
        return
    plain = {key: "".join(line.rstrip() + "\n" for line in text.splitlines()) for key, text in said.items()}
    assert {"status": str(status), **plain} == {key: case[key] for key in ("status", "zh", "en")}
    _undone(tmp_path / "rubric_data", before, changed=status == 0)


def _without_difference(told: str) -> str:
    """What is said in words."""
    blocks = told.split("\n\n")
    return "\n\n".join(block for block in blocks if "\n@@ " not in block and not block.startswith("@@ "))


def _undone(folder: Path, before: dict[str, bytes], changed: bool) -> None:
    if not changed:
        assert everything(folder) == before
        return
    assert load(folder).errors == []
    assert everything(folder) != before
    assert main(["undo", "--yes"]) == 0
    after = everything(folder)
    ledger = after.pop("ledger.yml"), before.pop("ledger.yml")
    assert after == before
    assert ledger[0] == ledger[1] or b"undone: yes" in ledger[0]
