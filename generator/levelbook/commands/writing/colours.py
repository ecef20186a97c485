"""Colours of a difference, for a terminal."""

from collections.abc import Iterable, Iterator

from levelbook.commands.terminal import Paint


def coloured(lines: Iterable[str], colour: bool) -> Iterator[str]:
    """The lines of a difference; what goes and what comes in colours, where that is wanted."""
    yield from map(Paint(colour).difference, lines)
