"""What changes in a data folder, as values."""

from collections.abc import Mapping
from dataclasses import dataclass

from levelbook.loading.files import Unreadable

Files = Mapping[str, bytes | Unreadable]
"""The files of a data folder by their paths in it."""


def bytes_of(data: bytes | Unreadable | None) -> bytes | None:
    """What a file holds; none where there is none, or none that could be read."""
    return data if isinstance(data, bytes) else None


@dataclass(frozen=True)
class FileChange:
    """A file as it was and as it will be."""

    path: str
    """In the data folder."""
    before: bytes | None
    """None where there was no file."""
    after: bytes | None
    """None where there will be none."""
    was: str = ""
    """The path it had; nothing where it stays."""
