"""Where a site can be looked at: in a folder, or at an address; both give the hashes of its files."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Final, Protocol
from urllib.error import HTTPError
from urllib.parse import quote
from urllib.request import Request, urlopen

from levelbook.hosts.publishing.build_record import BUILD_RECORD, MOST_BYTES, sha256, site_files

_SECONDS: Final = 30
_AT_ONCE: Final = 8
"""How many files are asked for at the same time."""
_PIECE: Final = 1 << 20


class SitePlace(Protocol):
    """A site to be verified."""

    def record(self) -> bytes | None:
        """The text of its `build.json`; none where there is none. Raises `OSError`."""

    def hashes(self, files: Iterable[str]) -> Mapping[str, str]:
        """The SHA-256 of these files, of those that are there. Raises `OSError`."""

    def others(self, files: Mapping[str, str]) -> list[str]:
        """The files that are there besides these, as far as they can be seen."""


class FolderPlace:
    """A site in a folder."""

    def __init__(self, folder: Path) -> None:
        """Take the folder."""
        self._folder = folder

    def record(self) -> bytes | None:
        """The text of its `build.json`."""
        file = self._folder / BUILD_RECORD
        return record_in(file) if file.is_file() else None

    def hashes(self, files: Iterable[str]) -> Mapping[str, str]:
        """The hashes of the files that are there; what leads out of the folder is not read."""
        home = self._folder.resolve()
        paths = {name: self._folder / name for name in files}
        return {
            name: sha256(path) for name, path in paths.items() if path.is_file() and path.resolve().is_relative_to(home)
        }

    def others(self, files: Mapping[str, str]) -> list[str]:
        """Every other file but hidden ones."""
        return [name for name in site_files(self._folder) if name not in files]


class ServedPlace:
    """A site at an address; what is there besides its own files cannot be seen."""

    def __init__(self, address: str) -> None:
        """Take the address of its home page, or of the folder above its pages."""
        base = address.partition("#")[0].partition("?")[0].removesuffix("index.html")
        self._base = base if base.endswith("/") else base + "/"

    def record(self) -> bytes | None:
        """The text of its `build.json`."""
        try:
            with self._opened(BUILD_RECORD) as answer:
                return _limited(answer.read)
        except HTTPError as error:
            if error.code in (403, 404, 410):
                return None
            raise

    def hashes(self, files: Iterable[str]) -> Mapping[str, str]:
        """The hashes of what the server gives for these files."""
        with ThreadPoolExecutor(_AT_ONCE) as pool:
            return {name: digest for name, digest in pool.map(self._hash, files) if digest}

    def others(self, files: Mapping[str, str]) -> list[str]:
        """Nothing: a server does not list its files."""
        return []

    def _hash(self, name: str) -> tuple[str, str]:
        digest = hashlib.sha256()
        try:
            with self._opened(name) as answer:
                for piece in _pieces(answer.read):
                    digest.update(piece)
        except HTTPError as error:
            if error.code >= 500:
                raise
            return name, ""
        return name, digest.hexdigest()

    def _opened(self, name: str):  # type: ignore[no-untyped-def]  # urlopen has no better type
        # Neither a cache on the way nor compression may stand between the file and its hash.
        headers = {"Cache-Control": "no-cache", "Accept-Encoding": "identity", "User-Agent": "levelbook verify"}
        return urlopen(Request(self._base + quote(name), headers=headers), timeout=_SECONDS)


def record_in(file: Path) -> bytes:
    """The text of a record, no more of it than one may have. Raises `OSError`."""
    with file.open("rb") as stream:
        return _limited(stream.read)


def _limited(read: Callable[[int], bytes]) -> bytes:
    return read(MOST_BYTES + 1)


def _pieces(read: Callable[[int], bytes]) -> Iterator[bytes]:
    left = MOST_BYTES
    while left > 0 and (piece := read(_PIECE)):
        left -= len(piece)
        yield piece
