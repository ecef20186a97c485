"""`levelbook schema`: its files, with which the folder is as clean as before."""

from pathlib import Path

from levelbook.commands.cli import main


def test_schema_writes_its_files(folder: Path) -> None:
    assert main(["schema", str(folder)]) == 0
    assert (folder / ".schema" / "competency.json").is_file()
    assert main(["check", str(folder)]) == 0
