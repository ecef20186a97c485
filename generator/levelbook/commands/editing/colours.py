"""Colours of a difference, for a terminal."""

from collections.abc import Iterable, Iterator

_COLOURS = {"-": "31", "+": "36", "@": "2"}


def coloured(lines: Iterable[str], colour: bool) -> Iterator[str]:
    """The lines of a difference; what goes and what comes in colours, where that is wanted."""
    for line in lines:
        code = _COLOURS.get(line[:1]) if colour and not line.startswith(("--- ", "+++ ")) else None
        yield f"\x1b[{code}m{line}\x1b[0m" if code else line
