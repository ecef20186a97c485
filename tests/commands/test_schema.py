"""`levelbook schema`: its files, with which the folder is as clean as before."""

import re
from pathlib import Path

from levelbook.commands.cli import main


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
