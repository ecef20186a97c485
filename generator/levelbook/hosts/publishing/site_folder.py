"""A site is written into a folder beside the one that people read, and takes its place when it is whole.

`SiteFolder(target)` gives `folder` to write into: `.site.levelbook-….new` beside `site`. `put` makes its files
readable, and lets both change places; `discard` removes it. So a build that is killed, fails or finds the disk full
leaves the old site as it was, and readers never meet a part of one.

- Hidden entries of the old folder (`.git`, `.well-known`) are nobody's but the server's: they are carried over, as
  MkDocs has never removed them either.
- What killed builds left is removed by the next one. A folder in use is held by a lock on the folder itself, which ends
  with its process; where the system has no such locks, it counts as left after a day.
- Beginning, clearing away and changing places are done by one build at a time (`_alone`), by a lock on the folder
  above: else one build would take what another has just made, or is about to move, for left over.
- Where folders cannot change places (the target is a mounted volume, a program of Windows holds it open, nothing may be
  written beside it), files are put in one by one, pages last, and what is gone is removed at the end. `put` then says
  `False`: readers may meet old and new pages for a moment, and a build killed in that moment has to be run again.
"""

import os
import shutil
import stat
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from levelbook import unforeseen
from levelbook.catalogue import Catalogue
from levelbook.hosts.publishing.exchange import exchange

if sys.platform != "win32":
    import fcntl

_NEW, _OLD = ".new", ".old"
_A_DAY: Final = 24 * 60 * 60
_A_MINUTE, _A_MOMENT = 60.0, 0.02
_FILE_BITS, _FOLDER_BITS = 0o444, 0o555


class HalfPut(OSError):
    """Files were put in one by one, and not all of them could be: old and new ones stand beside each other."""


class SiteFolder:
    """The place of a site, and the folder in which the next one grows."""

    def __init__(self, target: Path) -> None:
        """Make the folder to write into, and clear away what killed builds have left. Raises `OSError`."""
        self.target = target.resolve()
        """Where the site stands; a link to it stays a link."""
        self.target.parent.mkdir(parents=True, exist_ok=True)
        with _alone(self.target.parent):
            _clear(self.target)
            self.folder = self._beginning()
            """Where the next site is written."""
            self._lock = _locked(self.folder)

    def _beginning(self) -> Path:
        prefix = _prefix(self.target)
        try:
            return Path(tempfile.mkdtemp(prefix=prefix, suffix=_NEW, dir=self.target.parent))
        except PermissionError:
            return Path(tempfile.mkdtemp(prefix=prefix, suffix=_NEW))

    def put(self) -> bool:
        """Puts the new site into its place; whether that was one step. Raises `OSError`, and `HalfPut`."""
        try:
            _make_readable(self.folder, self.target.parent)
            with _alone(self.target.parent):
                try:
                    return self._put_at_once()
                except OSError:
                    return self._put_one_by_one()
        finally:
            self.discard()

    def _put_at_once(self) -> bool:
        if not self.target.exists():
            self.folder.rename(self.target)
            return True
        aside = self.folder.with_suffix(_OLD)
        old = exchange(self.folder, self.target, aside)
        with suppress(OSError):  # the new site is in its place already
            _carry_hidden(old, self.target)
        _remove(old)
        return True

    def _put_one_by_one(self) -> bool:
        try:
            _put_one_by_one(self.folder, self.target)
        except OSError as error:
            raise HalfPut(error.errno, error.strerror, error.filename) from error
        return False

    def discard(self) -> None:
        """Removes what was written; the site stays as it is."""
        if self._lock is not None:
            os.close(self._lock)
            self._lock = None
        _remove(self.folder)


def half_put(folder: object, error: HalfPut, words: Catalogue) -> str:
    """That old and new files stand beside each other, and what to do."""
    return words("build.half-put", folder=folder, reason=unforeseen.sentence(error, words))


def _prefix(target: Path) -> str:
    return f".{target.name}.levelbook-"


def _clear(target: Path) -> None:
    """Removes what killed builds have left; an old site that has no successor is put back."""
    for left in sorted(target.parent.glob(f"{_prefix(target)}*")):
        if left.suffix == _OLD:
            if not target.exists():
                left.rename(target)
                continue
            _carry_hidden(left, target)
            _remove(left)
        elif left.suffix == _NEW and _is_left(left):
            if target.exists():
                _carry_hidden(left, target)
            _remove(left)


def _is_left(folder: Path) -> bool:
    """Whether the build that writes into a folder has ended."""
    lock = _locked(folder)
    if lock is None:
        with suppress(OSError):
            return time.time() - folder.stat().st_mtime > _A_DAY
        return False
    os.close(lock)
    return True


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Waits until no other build is here; who holds the lock for a minute is no build, and is not waited for."""
    lock = _waited_for(folder)
    try:
        yield
    finally:
        if lock is not None:
            os.close(lock)


def _waited_for(folder: Path) -> int | None:
    """A lock on a folder, waited for; none where the system or the file system has no such locks."""
    if sys.platform == "win32" or not os.access(folder, os.R_OK):
        return None
    lock, until = os.open(folder, os.O_RDONLY), time.monotonic() + _A_MINUTE
    while time.monotonic() < until:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return lock
        except BlockingIOError:
            time.sleep(_A_MOMENT)
        except OSError:
            break
    os.close(lock)
    return None


def _locked(folder: Path) -> int | None:
    """A lock on a folder, until it is closed or its process ends; none where another holds it, or there are none."""
    if sys.platform == "win32":
        return None
    with suppress(OSError):
        lock = os.open(folder, os.O_RDONLY)
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            os.close(lock)
            return None
        return lock
    return None


def _carry_hidden(old: Path, new: Path) -> None:
    """Moves hidden entries that the new site lacks."""
    for entry in old.iterdir():
        if entry.name.startswith(".") and not (new / entry.name).exists():
            entry.rename(new / entry.name)


def _make_readable(folder: Path, beside: Path) -> None:
    """Lets whoever may read the folder in which the site stands read its files, whatever the umask says."""
    shared = stat.S_IMODE(beside.stat().st_mode)
    for path in (folder, *folder.rglob("*")):
        if not path.is_symlink():
            bits = _FOLDER_BITS if path.is_dir() else _FILE_BITS
            path.chmod(stat.S_IMODE(path.stat().st_mode) | (shared & bits) | 0o600)


def _put_one_by_one(new: Path, target: Path) -> None:
    """Copies a site over another: pages after what they need, and what is gone last."""
    target.mkdir(exist_ok=True)
    files = sorted((path.relative_to(new) for path in _files(new)), key=lambda path: (path.suffix == ".html", path))
    for path in files:
        (target / path).parent.mkdir(parents=True, exist_ok=True)
        handle, beside = tempfile.mkstemp(dir=(target / path).parent, prefix=".levelbook-")
        os.close(handle)
        try:
            shutil.copy2(new / path, beside)
            os.replace(beside, target / path)
        except BaseException:
            Path(beside).unlink(missing_ok=True)
            raise
    kept = set(files)
    for file in [path for path in _files(target) if path.relative_to(target) not in kept]:
        if not file.relative_to(target).parts[0].startswith("."):
            file.unlink()
    _remove_empty(target)


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in folder.rglob("*") if path.is_symlink() or not path.is_dir())


def _remove_empty(folder: Path) -> None:
    for inner in sorted((path for path in folder.rglob("*") if path.is_dir()), reverse=True):
        if not inner.relative_to(folder).parts[0].startswith(".") and not any(inner.iterdir()):
            inner.rmdir()


def _remove(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
