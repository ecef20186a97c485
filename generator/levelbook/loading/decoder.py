"""Decodes files, and remembers what came of each for as long as its bytes stay the same.

For whoever reads one folder again and again. What is remembered is handed out as it is: nobody changes it, but to tell
a document where it stands, which is the same each time.
"""

from collections.abc import Mapping
from typing import Any, TypeVar

from levelbook.loading.data_file import DataFile, decode
from levelbook.loading.files import Unreadable
from levelbook.loading.history import HistoryFiles, read_history
from levelbook.loading.translations import Languages
from levelbook.model.base import Shape
from levelbook.problems import Problem

S = TypeVar("S", bound=Shape)
Files = Mapping[str, bytes | Unreadable]


class Decoder:
    """Decodes files as what they are meant to hold."""

    def __init__(self) -> None:
        """Remember nothing yet."""
        self._files: dict[str, tuple[tuple[object, ...], tuple[DataFile[Any], list[Problem]]]] = {}
        self._history: tuple[Files, tuple[HistoryFiles, list[Problem]]] | None = None

    def decode(
        self, file: str, data: bytes | Unreadable, shape: type[S], languages: Languages
    ) -> tuple[DataFile[S], list[Problem]]:
        """A file with all its mistakes."""
        by = (data, shape, languages)
        known = self._files.get(file)
        if known is None or known[0] != by:
            known = self._files[file] = by, decode(file, data, shape, languages)
        return known[1]

    def history(self, files: Files) -> tuple[HistoryFiles, list[Problem]]:
        """What the files of history/ tell."""
        if self._history is None or self._history[0] != files:
            self._history = files, read_history(files)
        return self._history[1]

    def forget(self, files: Files) -> None:
        """Let go of the files that are not there any more."""
        for path in self._files.keys() - files.keys():
            del self._files[path]
