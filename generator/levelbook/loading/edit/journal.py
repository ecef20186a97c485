"""What was changed, kept beside the data folder, so that it can be taken back: `.levelbook/undo/N.json`.

An entry holds the bytes that each file had and the hash of what was written, and it is there before the first file is
touched. So whoever finds files half written, after a power cut, can take them back by it: a file counts as unchanged
since when it has the bytes of before or of after. Entries are numbered; the highest is the newest. What stands in them
is believed no further than any other file: paths lead into the data folder, or the entry is broken.
"""

import base64
import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from levelbook.loading.discover import shape_of
from levelbook.loading.edit.atomic_write import replace
from levelbook.loading.edit.file_change import FileChange
from levelbook.loading.history import is_history
from levelbook.loading.translated.marks import TRANSLATIONS

FORMAT: Final = 1
KEPT: Final = 100
"""How many entries are kept."""
_MAX_BYTES: Final = 200_000_000


class BrokenEntry(Exception):
    """An entry that cannot be read."""


@dataclass(frozen=True)
class UndoFile:
    """A file of an entry."""

    path: str
    before: bytes | None
    """None where there was no file."""
    after: str | None
    """The hash of what was written; none where the file went."""


@dataclass(frozen=True)
class UndoEntry:
    """One change of a folder."""

    file: Path
    command: str
    """What was typed."""
    files: tuple[UndoFile, ...]
    given: tuple[str, ...] = ()
    """Codes that were given by it, which stay given."""


def folder_of(data: Path) -> Path:
    """Where the entries of a data folder are kept."""
    return data.resolve().parent / ".levelbook" / "undo"


def hash_of(data: bytes | None) -> str | None:
    """By what bytes are known; none of no file."""
    return None if data is None else hashlib.sha256(data).hexdigest()


def kept(data: Path, command: str, changes: Iterable[FileChange], given: Iterable[str]) -> Path:
    """Writes an entry, and drops the oldest."""
    folder = folder_of(data)
    folder.mkdir(parents=True, exist_ok=True)
    _kept_out_of_git(folder.parent)
    numbers = sorted(_numbers(folder))
    file = folder / f"{(numbers[-1] if numbers else 0) + 1}.json"
    record = {
        "format": FORMAT,
        "folder": data.resolve().name,
        "command": command,
        "given": list(given),
        "files": [{"path": one.path, "before": _encoded(one.before), "after": one.after} for one in files_of(changes)],
    }
    file.touch(mode=0o600)
    replace(file, _bytes_of(record))
    for number in numbers[: max(0, len(numbers) + 1 - KEPT)]:
        (folder / f"{number}.json").unlink(missing_ok=True)
    return file


def _kept_out_of_git(folder: Path) -> None:
    """What can be undone is of this computer alone, and is nobody's business in a pull request."""
    ignored = folder / ".gitignore"
    if not ignored.exists():
        ignored.write_text("*\n", encoding="utf-8")


def files_of(changes: Iterable[FileChange]) -> Iterator[UndoFile]:
    """The files that changes touch: one that was renamed is gone in one place and new in another."""
    for change in changes:
        if change.was:
            yield UndoFile(change.was, change.before, None)
            yield UndoFile(change.path, None, hash_of(change.after))
        else:
            yield UndoFile(change.path, change.before, hash_of(change.after))


def newest(data: Path) -> UndoEntry | None:
    """The newest entry of a data folder; raises BrokenEntry where it cannot be read."""
    folder = folder_of(data)
    for number in sorted(_numbers(folder), reverse=True):
        entry = _read(folder / f"{number}.json", data.resolve().name)
        if entry:
            return entry
    return None


def passed_on(data: Path, entry: UndoEntry, path: str, now: bytes) -> None:
    """Tells the older entries that a file did not get the bytes it had, but those and the codes that were given.

    Without that nothing older could be taken back: its file would have been changed since.
    """
    old = next((hash_of(file.before) for file in entry.files if file.path == path), None)
    folder = folder_of(data)
    for number in sorted((number for number in _numbers(folder) if number < int(entry.file.stem)), reverse=True):
        file = folder / f"{number}.json"
        record = json.loads(file.read_bytes())
        ours = [one for one in record["files"] if one["path"] == path and one["after"] == old]
        if record["folder"] == data.resolve().name and ours:
            ours[0]["after"] = hash_of(now)
            record["given"] = [*record["given"], *entry.given]
            replace(file, _bytes_of(record))
            return


def _bytes_of(record: Mapping[str, Any]) -> bytes:
    return json.dumps(record, ensure_ascii=False, indent=1).encode("utf-8")


def _numbers(folder: Path) -> Iterator[int]:
    if folder.is_dir():
        yield from (int(file.stem) for file in folder.glob("*.json") if file.stem.isascii() and file.stem.isdigit())


def _encoded(data: bytes | None) -> str | None:
    return None if data is None else base64.b64encode(data).decode("ascii")


def _read(file: Path, name: str) -> UndoEntry | None:
    """An entry; nothing where it is of another folder beside this one."""
    try:
        if file.stat().st_size > _MAX_BYTES:
            raise BrokenEntry(file.as_posix())
        record: Any = json.loads(file.read_bytes())
        if record["folder"] != name:
            return None
        if record["format"] != FORMAT:
            raise BrokenEntry(file.as_posix())
        files = tuple(_file(one) for one in record["files"])
        return UndoEntry(file, str(record["command"]), files, tuple(str(code) for code in record["given"]))
    except (OSError, ValueError, KeyError, TypeError, RecursionError) as error:
        raise BrokenEntry(file.as_posix()) from error


def _file(record: Mapping[str, Any]) -> UndoFile:
    path, before, after = record["path"], record["before"], record["after"]
    right = path.removesuffix(".yaml") + ".yml" if isinstance(path, str) and path.endswith(".yaml") else path
    safe = (
        isinstance(path, str)
        and ".." not in path.split("/")
        and (shape_of(right) or path == TRANSLATIONS or is_history(path))
    )
    if not safe or not isinstance(after, str | None):
        raise ValueError(path)
    return UndoFile(path, None if before is None else base64.b64decode(before, validate=True), after)
