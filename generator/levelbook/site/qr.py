"""An address as a QR code, drawn as one path, so that a page can carry it without a file beside it."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

import segno

_QUIET_ZONE = 4
"""Modules left blank around a code, as the standard asks."""


@dataclass(frozen=True)
class QrCode:
    """A QR code."""

    modules: int
    """Its width, with the blank around it."""
    path: str
    """The dark modules as strokes of one module's height, row after row."""


@lru_cache(maxsize=64)
def qr_code(address: str) -> QrCode:
    """The code of an address; it still reads where a seventh of it is damaged."""
    code = segno.make(address, error="m", micro=False, boost_error=False)
    rows = list(code.matrix_iter(border=_QUIET_ZONE))
    return QrCode(len(rows), "".join(_strokes(at, row) for at, row in enumerate(rows)))


def _strokes(at: int, row: Iterable[int]) -> str:
    """The runs of dark modules of a row."""
    runs, start = [], None
    for column, module in enumerate([*row, 0]):
        if module and start is None:
            start = column
        elif not module and start is not None:
            runs.append(f"M{start} {at}.5h{column - start}")
            start = None
    return "".join(runs)
