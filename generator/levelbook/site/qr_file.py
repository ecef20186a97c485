"""The QR code of a permanent address as a file of its own, for slides and paper: black on white, of any size.

Thousands are made at once, so the pattern that is laid over the modules is always the same: which of the eight would be
the best costs most of the time, and readers take any.
"""

from collections.abc import Iterable, Iterator
from itertools import groupby

import segno

_QUIET_ZONE = 4
"""Modules left blank around a code, as the standard asks."""
_PATTERN = 3
_PIXELS = 8
"""How wide a module is where a program asks for a size."""


def qr_svg(address: str) -> str:
    """A picture of one path; it still reads where a seventh of it is damaged."""
    rows = list(segno.make(address, error="m", micro=False, boost_error=False, mask=_PATTERN).matrix)
    width = len(rows) + 2 * _QUIET_ZONE
    path = "".join(_strokes(rows))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {width}" width="{width * _PIXELS}" '
        f'height="{width * _PIXELS}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h{width}v{width}H0z"/>'
        f'<path stroke="#000" d="M{_QUIET_ZONE} {_QUIET_ZONE}.5{path}"/></svg>\n'
    )


def _strokes(rows: Iterable[Iterable[int]]) -> Iterator[str]:
    """The dark modules of a row as strokes, the light ones as moves; then back to the beginning of the next row."""
    for at, row in enumerate(rows):
        runs = [(dark, len(list(run))) for dark, run in groupby(row)]
        yield f"m-{sum(n for _, n in runs)} 1" if at else ""
        yield from (f"h{n}" if dark else f"m{n} 0" for dark, n in runs)
