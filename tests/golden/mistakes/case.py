"""A mistake that people make, as the files of this folder tell it."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from levelbook.load import files_in

HERE = Path(__file__).parent
KINDS = sorted(HERE.glob("*.yml"))


@cache
def base() -> dict[str, bytes]:
    """The handbook in which the mistakes are made."""
    return {path: data for path, data in files_in(HERE.parent / "base") if isinstance(data, bytes)}


@dataclass(frozen=True)
class Mistake:
    """One of them, with what is said of it."""

    kind: Path
    """The file that tells it."""
    name: str
    file: str
    edit: dict[str, str]
    """What stood in the file, and what stands there now; both are told as a whole line or a part of it."""
    before: str
    """The text of the whole file instead."""
    right: dict[str, str]
    """What the message says to do, where no cure says it letter for letter."""
    right_in: dict[str, dict[str, str]]
    """The same in other files."""
    encoding: str
    said: dict[str, str]
    """What is printed, by language."""
    cure: str
    """The lines as they are, and as they should be; nothing where there is no cure."""
    fix: bool
    """Whether `check --fix` leaves the file without a problem."""

    def files(self) -> dict[str, bytes]:
        """The handbook with the mistake in it."""
        return {**base(), self.file: self.text().encode(self.encoding)}

    def text(self) -> str:
        """The file with the mistake in it."""
        return self.before or replaced(base()[self.file].decode("utf-8"), self.edit)


def replaced(text: str, edit: dict[str, str]) -> str:
    """A text with some of its stretches changed; each must stand there once."""
    for old, new in edit.items():
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in the file"
        text = text.replace(old, new)
    return text


def mistakes() -> list[Mistake]:
    """All of them."""
    return [mistake for kind in KINDS for mistake in mistakes_of(kind)]


def mistakes_of(kind: Path) -> list[Mistake]:
    """Those of a file."""
    told = yaml.load(kind.read_text(encoding="utf-8"), yaml.BaseLoader)
    return [_mistake(kind, {"file": told.get("file", ""), **case}) for case in told["cases"]]


def _mistake(kind: Path, case: dict[str, Any]) -> Mistake:
    said = {language: case.get(language, "") for language in ("zh", "en")}
    edit, right = case.get("edit", {}), case.get("right", {})
    encoding, before = case.get("encoding", "utf-8"), case.get("before", "")
    cure, fix = case.get("cure", ""), case.get("fix", "no") == "yes"
    right_in = case.get("right_in", {})
    return Mistake(kind, case["name"], case["file"], edit, before, right, right_in, encoding, said, cure, fix)
