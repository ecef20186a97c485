"""`levelbook schema`: its files, with which the folder is as clean as before."""

import re
from pathlib import Path

import pytest

from levelbook.commands.cli import main
from levelbook.schema.files import first_line


def test_schema_writes_its_files(folder: Path) -> None:
    assert main(["schema", str(folder)]) == 0
    assert (folder / ".schema" / "competency.json").is_file()
    assert main(["check", str(folder)]) == 0


def test_what_editors_offer_follows_what_commands_change(folder: Path) -> None:
    names = folder / "sequences/key-account/.schema/names.json"
    file = folder / "sequences/key-account/competencies/listening.yml"
    main(["ids", "--folder", str(folder)])
    assert not names.exists(), "nobody asked for schemas"
    main(["schema", str(folder)])
    before, begun, after = file.read_text(encoding="utf-8").partition("    indicators:\n")
    file.write_text(f"{before}{begun}      - text: 先听完再回答。\n{after}", encoding="utf-8")
    known = names.read_text(encoding="utf-8")
    main(["ids", "--folder", str(folder), "--dry-run"])
    assert names.read_text(encoding="utf-8") == known
    main(["ids", "--folder", str(folder)])
    (code,) = re.findall(r"id: (\S+)\n +text: 先听完", file.read_text(encoding="utf-8"))
    assert code not in known
    assert code in names.read_text(encoding="utf-8")


def test_files_that_do_not_lead_to_their_schema_are_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = folder / "sequences/key-account/competencies/listening.yml"
    assert main(["schema", str(folder), "--language", "en"]) == 0
    told = capsys.readouterr().err
    assert "should begin with: # yaml-language-server: $schema=" in told
    for path in folder.rglob("*.yml"):
        line = first_line(path.relative_to(folder).as_posix())
        path.write_text(f"{line}\n{path.read_text(encoding='utf-8')}", encoding="utf-8")
    main(["schema", str(folder), "--language", "en"])
    assert "should begin with" not in capsys.readouterr().err
    file.write_text(file.read_text(encoding="utf-8").partition("\n")[2], encoding="utf-8")
    main(["schema", str(folder), "--language", "en"])
    assert (
        "listening.yml, for instance, should begin with: # yaml-language-server: $schema=../.schema/competency.json"
        in (capsys.readouterr().err)
    )
