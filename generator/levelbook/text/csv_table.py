"""Tables as CSV that spreadsheets read right and run nothing of; scripts have the same rules (`files/cells.ts`)."""

import csv
import io
import re
from collections.abc import Iterable, Sequence
from unicodedata import category

_MARK = "\ufeff"
"""Tells Excel that a file is UTF-8."""
_RUN = "=+-@＝＋－＠"
"""What a spreadsheet may run begins with one of these, also behind signs that nobody sees."""
_SPACE = "\t\r\n"
"""What some programs drop, so that they run what stands behind it."""
_FIGURE = re.compile(r"[+-]?\d+(\.\d+)?%?")
_UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What no text file may hold."""
_SHIELD = "'"
"""Stands before what a spreadsheet would run, so that it is a text."""


def csv_text(rows: Iterable[Sequence[str]]) -> str:
    """The text of a file, with its byte order mark; lines end as spreadsheets end them."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerows([_shielded(cell) for cell in row] for row in rows)
    return _MARK + out.getvalue()


def unshielded(cell: str) -> str:
    """A cell of a file as it was meant, without what keeps a spreadsheet from running it."""
    return cell[1:] if cell.startswith(_SHIELD) and _is_live(cell[1:]) else cell


def _shielded(cell: str) -> str:
    text = _UNSEEN.sub("", cell)
    return _SHIELD + text if _is_live(text) and not _FIGURE.fullmatch(text) else text


def _is_live(text: str) -> bool:
    seen = next((sign for sign in text if category(sign)[0] not in "ZC"), "")
    return text[:1] in (*_SPACE,) or seen in (*_RUN,)
