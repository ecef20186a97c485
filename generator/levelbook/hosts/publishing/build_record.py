"""What a site says of itself in `build.json`: from what it was made, and a hash of each of its files.

The same data, docs and commit give the same bytes: no clock, no machine, no order of the file system is in it.
"""

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any, Final

from levelbook import __version__
from levelbook.history.revisions import state_of
from levelbook.model.handbook import Handbook

BUILD_RECORD: Final = "build.json"
MOST_BYTES: Final = 64_000_000
"""A longer record is none of ours."""
_FORMAT: Final = 1
_SHA256: Final = re.compile("[0-9a-f]{64}")


class NoRecord(Exception):
    """Why a text is no record that can be compared with."""

    def __init__(self, reason: str) -> None:
        """The reason is `json`, `format` or `path`."""
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True)
class BuildRecord:
    """What was built."""

    levelbook: str
    """The version of the program."""
    handbook: Mapping[str, str]
    """`name`, and `release` and `date` of what is in force; without releases the name alone."""
    commit: str
    """The commit of the repository that holds the data; empty outside one."""
    is_changed: bool
    """Whether something was built that no commit holds."""
    files: Mapping[str, str]
    """The SHA-256 of each file by its path in the site, in hexadecimal digits."""

    def text(self) -> str:
        """The record as it is written: a line for each file."""
        head: dict[str, Any] = {"format": _FORMAT, "levelbook": self.levelbook, "handbook": dict(self.handbook)}
        if self.commit:
            head |= {"commit": self.commit, "changed": self.is_changed}
        return json.dumps({**head, "files": dict(sorted(self.files.items()))}, ensure_ascii=False, indent=1) + "\n"


def record_of(folder: Path, handbook: Handbook, sources: Iterable[Path]) -> BuildRecord:
    """The record of a site that stands in a folder; `sources` are the files and folders it was made from."""
    commit, is_changed = state_of(list(sources))
    head = {"name": handbook.head.name}
    if handbook.release:
        head |= {"release": handbook.release.version, "date": str(handbook.release.date)}
    return BuildRecord(__version__, head, commit, is_changed, dict(hashes(folder)))


def site_files(folder: Path) -> Iterator[str]:
    """Every file of a site but hidden ones and the record, by its path in it."""
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if name != BUILD_RECORD and not name.startswith(".") and path.is_file():
            yield name


def hashes(folder: Path) -> Iterator[tuple[str, str]]:
    """The files of a site by their paths, each with its SHA-256."""
    return ((name, sha256(folder / name)) for name in site_files(folder))


def sha256(path: Path) -> str:
    """The hash of a file, in hexadecimal digits."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def read_record(text: str | bytes) -> BuildRecord:
    """The record that a text tells; raises `NoRecord`. What is in it is not trusted: paths stay in the site."""
    try:
        record = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise NoRecord("json") from error
    match record:
        case {"format": 1, "levelbook": str(version), "handbook": dict(handbook), "files": dict(files)}:
            pass
        case _:
            raise NoRecord("format")
    if not all(isinstance(value, str) for value in handbook.values()):
        raise NoRecord("format")
    if not all(isinstance(digest, str) and _SHA256.fullmatch(digest) for digest in files.values()):
        raise NoRecord("format")
    if not all(map(_is_inside, files)):
        raise NoRecord("path")
    return BuildRecord(version, handbook, str(record.get("commit", "")), record.get("changed") is True, files)


def _is_inside(name: str) -> bool:
    path = PurePosixPath(name)
    return (
        bool(path.parts) and not path.is_absolute() and ".." not in path.parts and "\\" not in name and "\0" not in name
    )
