"""From the bytes of a CSV file to rows of cells, as whatever program wrote it."""

import csv
import io
import re
from dataclasses import dataclass
from typing import Final

from levelbook.commands.calibrate.finding import Finding
from levelbook.loading.files import UNWANTED, Unreadable

_SEPARATORS: Final = (",", ";", "\t", "，", "；")
_TOLD: Final = re.compile(r'"?sep=(\t|[^\w\s"])"?[ \t]*(?:\r\n|\r|\n|\Z)', re.IGNORECASE)
"""A first line that names the separator; spreadsheets write and read it, and do not count it as a row."""
_MOST_ROWS: Final = 2000
_MOST_COLUMNS: Final = 1000


@dataclass(frozen=True)
class RatingsTable:
    """Rows of cells; the first that holds anything is the head."""

    rows: tuple[tuple[int, tuple[str, ...]], ...]
    """Rows that hold something, each with its number as a spreadsheet counts it."""
    encoding: str
    """In which encoding the file was."""


def table(data: bytes | Unreadable) -> RatingsTable | Finding:
    """The rows of a file, or why there are none."""
    if isinstance(data, Unreadable):
        return Finding(f"file_{data.reason}" if data.reason in ("size", "folder") else "file_unreadable")
    if data.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        return Finding("file_sheet")
    text, encoding = _text(data)
    if not encoding or UNWANTED.search(text):
        return Finding("file_encoding")
    try:
        rows = _rows(text)
    except csv.Error:
        return Finding("file_csv")
    if not rows:
        return Finding("file_empty")
    if len(rows) > _MOST_ROWS or max(len(cells) for _, cells in rows) > _MOST_COLUMNS:
        return Finding("file_large", {"rows": _MOST_ROWS, "columns": _MOST_COLUMNS})
    return RatingsTable(rows, encoding)


def _text(data: bytes) -> tuple[str, str]:
    """The text with the name of its encoding; without a name where there is none that fits."""
    wide = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    for codec, name in (("utf-16", "UTF-16"),) if wide else (("utf-8-sig", "UTF-8"), ("gb18030", "GBK")):
        try:
            return data.decode(codec), name
        except UnicodeDecodeError:
            continue
    return "", ""


def _rows(text: str) -> tuple[tuple[int, tuple[str, ...]], ...]:
    """Rows that hold something; what separates cells stands in every row, a comma in a name only in the head."""
    told = _TOLD.match(text)
    separator = told[1] if told else max(_SEPARATORS, key=text.count)
    lines = io.StringIO(text[told.end() if told else 0 :], newline="")
    rows = (tuple(cell.strip() for cell in cells) for cells in csv.reader(lines, delimiter=separator))
    return tuple((number, cells) for number, cells in enumerate(rows, 1) if any(cells))
