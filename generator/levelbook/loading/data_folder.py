"""Where a handbook's data folder is, from wherever one stands and whatever part of it one names."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

DEFAULT: Final = "rubric_data"
"""What a data folder is called where nobody says otherwise."""


@dataclass(frozen=True)
class DataFolder:
    """A data folder, and the part of it that is asked about."""

    path: Path
    """From where one stands."""
    part: str = ""
    """A file or folder in it, with forward slashes; empty for the whole."""

    def holds(self, file: str) -> bool:
        """Whether a file of the folder belongs to the part."""
        return not self.part or file == self.part or file.startswith(self.part + "/")


def find_data_folder(named: Path | None = None) -> DataFolder | None:
    """The data folder that a person means; none where there is none.

    Without a name it is looked for here and in the folders above, so that commands work from every sub-folder. With one
    it is that folder, the `rubric_data` in it, or the one that a named file or folder is part of.
    """
    start = Path(os.path.abspath(named or "."))
    for candidate in _candidates(start, anywhere=named is None):
        if is_data(candidate):
            inside = start.is_relative_to(candidate)
            part = start.relative_to(candidate).as_posix() if named is not None and inside else "."
            return DataFolder(_shown(candidate, named), "" if part == "." else part)
    return None


def is_data(folder: Path) -> bool:
    """Whether a folder looks like a handbook's data; handbook.yml may have been forgotten."""
    return (folder / "handbook.yml").is_file() or next(folder.glob("sequences/*/sequence.yml"), None) is not None


def _candidates(start: Path, anywhere: bool) -> Iterator[Path]:
    yield start
    yield start / DEFAULT
    for above in start.parents:
        yield above
        if anywhere:
            yield above / DEFAULT


def _shown(folder: Path, named: Path | None) -> Path:
    """The folder as the person would write it."""
    if named is not None and folder == Path(os.path.abspath(named)):
        return named
    return folder if named is not None and named.is_absolute() else Path(os.path.relpath(folder))
