"""The files of a folder while they are edited: each change is worked out on one text, and the next sees the result.

A command changes several places, and often one within another: a sentence loses a line before it is cut out as a whole.
Places only count in the text that they were read from; so `change` puts in what belongs to one text at once, and `root`
reads the new text again. Nothing is written to disk here, and nothing is believed: `outcome` loads the whole folder
anew with what came of it.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from levelbook.loading.discover import shape_of
from levelbook.loading.edit.file_change import Files
from levelbook.loading.edit.rewrite import TextChange, change
from levelbook.loading.files import text_of
from levelbook.loading.nodes import Mapping as Tree
from levelbook.loading.parser import compose
from levelbook.loading.schema_walk import SchemaPart, TextAt, texts, walk

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


class Workspace:
    """Files that change step by step."""

    def __init__(self, files: Files) -> None:
        """Take them as they are."""
        self.files = dict(files)
        self._read: dict[str, tuple[bytes, str, Tree]] = {}

    def text(self, path: str) -> str:
        """The text of a file; a ValueError where it has none."""
        return self._file(path)[1]

    def root(self, path: str) -> Tree:
        """Its tree; a ValueError where it has none."""
        return self._file(path)[2]

    def parts(self, path: str) -> Iterator[SchemaPart]:
        """Its mappings with their shapes."""
        shape = shape_of(path)
        return walk(shape, self.root(path)) if shape else iter(())

    def texts(self, path: str) -> Iterator[TextAt]:
        """Its texts, with what they are meant to be."""
        shape = shape_of(path)
        return texts(shape, self.root(path)) if shape else iter(())

    def part(self, path: str, shape: type[Any], key: str, value: str) -> SchemaPart | None:
        """The mapping of a shape that has a value behind a key."""
        return next((part for part in self.parts(path) if part.shape is shape and part.text(key) == value), None)

    def change(self, path: str, changes: Iterable[TextChange]) -> None:
        """Puts changes into a file; a ValueError where two touch the same characters."""
        wanted = list(changes)
        if wanted:
            self.write(path, change(self.text(path), wanted))

    def write(self, path: str, text: str) -> None:
        """Gives a file another text, behind the byte order mark that it has."""
        data = self.files.get(path)
        mark = _BYTE_ORDER_MARK if isinstance(data, bytes) and data.startswith(_BYTE_ORDER_MARK) else b""
        self.files[path] = mark + text.encode("utf-8")

    def rename(self, path: str, other: str) -> None:
        """Gives a file another path."""
        self.files[other] = self.files.pop(path)

    def _file(self, path: str) -> tuple[bytes, str, Tree]:
        data = self.files.get(path)
        known = self._read.get(path)
        if known and known[0] is data:
            return known
        text = text_of(path, data) if data is not None else None
        root = compose(path, text).root if isinstance(text, str) else None
        if not isinstance(data, bytes) or not isinstance(text, str) or not isinstance(root, Tree):
            raise ValueError(f"{path} cannot be read")
        self._read[path] = (data, text, root)
        return self._read[path]
