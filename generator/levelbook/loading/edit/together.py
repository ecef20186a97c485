"""Writes the files of an edit together: all of them, or none.

First the way back is kept (`journal`), then every file is written beside its place, then all are put into their places
by renaming, which is quick and takes no space. What fails on the way is taken back at once; what dies on the way is
taken back by `levelbook undo`, as the entry is there already.
"""

import os
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path

from levelbook.loading.edit.file_change import FileChange
from levelbook.loading.edit.journal import UndoFile, files_of, kept


class ChangedMeanwhile(Exception):
    """A file that is not what it was when the edit was worked out."""

    def __init__(self, file: str) -> None:
        super().__init__(file)
        self.file = file


def write(folder: Path, command: str, changes: Sequence[FileChange], given: Iterable[str] = ()) -> None:
    """Writes what an edit changes in a data folder, and keeps the way back."""
    for before in files_of(changes):
        if _bytes(folder / before.path) != before.before:
            raise ChangedMeanwhile(before.path)
    entry = kept(folder, command, changes, given)
    try:
        put(folder, [(one.was or one.path, one.path, one.after) for one in changes])
    except BaseException:
        put_back(folder, list(files_of(changes)))
        entry.unlink(missing_ok=True)
        raise


def put_back(folder: Path, files: Sequence[UndoFile]) -> None:
    """Gives files the bytes that they had."""
    put(folder, [(one.path, one.path, one.before) for one in files])


def put(folder: Path, files: Sequence[tuple[str, str, bytes | None]]) -> None:
    """Puts files into their places together: the path each had, the one it gets, its bytes; none takes it away."""
    ready: list[tuple[Path, Path]] = []
    try:
        for was, path, data in files:
            if data is not None:
                ready.append((_beside(folder, was, path, data), (folder / path).resolve()))
        for temporary, target in ready:
            temporary.replace(target)
    except BaseException:
        for temporary, _ in ready:
            temporary.unlink(missing_ok=True)
        raise
    kept_paths = {path for _, path, data in files if data is not None}
    for was, path, _ in files:
        for gone in {was, path} - kept_paths:
            (folder / gone).unlink(missing_ok=True)
            _without_empty(folder, (folder / gone).parent)


def _beside(folder: Path, was: str, path: str, data: bytes) -> Path:
    """A file written beside the place it will have, with the permissions of the one it takes the place of."""
    target = (folder / path).resolve()
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=".levelbook-")
    with os.fdopen(handle, "wb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())
    like = next((one for one in (target, folder / was, folder / "handbook.yml") if one.is_file()), None)
    Path(name).chmod(like.stat().st_mode & 0o7777 if like else 0o644)
    return Path(name)


def _without_empty(folder: Path, inner: Path) -> None:
    """Takes folders away that hold nothing any more."""
    while inner != folder and inner.is_dir() and not any(inner.iterdir()):
        inner.rmdir()
        inner = inner.parent


def _bytes(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
