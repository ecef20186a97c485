"""A small handbook that tests change before a command reads it."""

from pathlib import Path

BASE = Path(__file__).parents[1] / "golden" / "base"


def change(path: Path, old: str, new: str) -> None:
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


def spoil(folder: Path) -> None:
    change(folder / "sequences/key-account/competencies/listening.yml", "name: 倾听", "nmae: 倾听")
