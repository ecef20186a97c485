"""A build of which some files are there already: these are answered at once, all others once it has ended."""

import threading
from collections.abc import Callable
from typing import Final

_PATIENCE: Final = 25.0
"""In seconds: after so long a request is answered with what there is."""


class Underway:
    """Who asks for what is still being made waits; safe to be asked from many threads."""

    def __init__(self) -> None:
        """Nothing is being made."""
        self._condition = threading.Condition()
        self._is_coming: Callable[[str], bool] | None = None

    def begin(self, is_coming: Callable[[str], bool]) -> None:
        """From now on, files wait of which this is so; by their paths in the site."""
        with self._condition:
            self._is_coming = is_coming

    def end(self) -> None:
        """All is there, or nothing more comes."""
        with self._condition:
            self._is_coming = None
            self._condition.notify_all()

    def wait(self, path: str) -> None:
        """Until a file is there."""
        with self._condition:
            self._condition.wait_for(lambda: not (self._is_coming and self._is_coming(path)), timeout=_PATIENCE)
