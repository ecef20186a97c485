"""From the bytes of a CSV file to rows of cells, as whatever program wrote it."""

import csv
import io
from dataclasses import dataclass
from typing import Final

from levelbook.calibrate.finding import Finding
from levelbook.decode.source import UNWANTED, Unreadable

_SEPARATORS: Final = (",", ";", "\t", "，", "；")
_MOST_ROWS: Final = 2000
_MOST_COLUMNS: Final = 1000


@dataclass(frozen=True)
class Table:
    """Rows of cells; the first that holds anything is the head."""

    rows: tuple[tuple[int, tuple[str, ...]], ...]
    """Rows that hold something, each with its number as a spreadsheet counts it."""
    encoding: str
    """In which encoding the file was."""


def table(data: bytes | Unreadable) -> Table | Finding:
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
    return Table(rows, encoding)


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
    """Rows that hold something; a first line `sep=;` names the separator, as spreadsheets write it."""
    lines = io.StringIO(text, newline="")
    first = next((line for line in text.splitlines() if line.strip()), "")
    told = first[4:5] if first.lower().startswith("sep=") and len(first.strip()) <= 5 else ""
    separator = told or max(_SEPARATORS, key=first.count)
    rows = (tuple(cell.strip() for cell in cells) for cells in csv.reader(lines, delimiter=separator))
    held = ((number, cells) for number, cells in enumerate(rows, 1) if any(cells))
    return tuple(held)[1 if told else 0 :]
