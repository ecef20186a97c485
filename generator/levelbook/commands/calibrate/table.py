"""From the bytes of a CSV file to rows of cells, as whatever program wrote it."""

import csv
import io
import re
from dataclasses import dataclass
from typing import Final, NamedTuple

from levelbook.commands.calibrate.problem import CalibrationProblem, TableCell, error
from levelbook.loading.files import CONTROL_CHARACTERS, Unreadable

_SEPARATORS: Final = (",", ";", "\t", "，", "；")
_SEPARATOR_LINE: Final = re.compile(r'"?sep=(\t|[^\w\s"])"?[ \t]*(?:\r\n|\r|\n|\Z)', re.IGNORECASE)
"""A first line that names the separator; spreadsheets write and read it, and do not count it as a row."""
_MAX_ROWS: Final = 2000
_MAX_COLUMNS: Final = 1000


class TableRow(NamedTuple):
    """The cells of a row, with its number as a spreadsheet counts it."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True)
class RatingsTable:
    """A table of which nobody knows yet whether it makes sense."""

    file: str
    rows: tuple[TableRow, ...]
    """Rows that hold something; the first is the head."""
    encoding: str

    @property
    def head(self) -> TableRow:
        """The row that should name the competencies."""
        return self.rows[0]

    @property
    def body(self) -> tuple[TableRow, ...]:
        """The rows that should hold a rater's ratings each."""
        return self.rows[1:]

    def place(self, row: TableRow, index: int = -1) -> TableCell:
        """A cell by its index in a row; without one the whole row."""
        return TableCell(self.file, row.number, index + 1)


def read_table(file: str, data: bytes | Unreadable) -> RatingsTable | CalibrationProblem:
    """The rows of a file, or why there are none."""
    whole = TableCell(file)
    if isinstance(data, Unreadable):
        return error(f"file_{data.reason}" if data.reason in ("size", "folder") else "file_unreadable", whole)
    if data.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        return error("file_sheet", whole)
    text, encoding = _decode(data)
    if not encoding or CONTROL_CHARACTERS.search(text):
        return error("file_encoding", whole)
    try:
        rows = _rows(text)
    except csv.Error:
        return error("file_csv", whole)
    if not rows:
        return error("file_empty", whole)
    if len(rows) > _MAX_ROWS or max(len(row.cells) for row in rows) > _MAX_COLUMNS:
        return error("file_large", whole, rows=_MAX_ROWS, columns=_MAX_COLUMNS)
    return RatingsTable(file, rows, encoding)


def _decode(data: bytes) -> tuple[str, str]:
    """The text with the name of its encoding; without a name where there is none that fits."""
    is_utf_16 = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    for codec, name in (("utf-16", "UTF-16"),) if is_utf_16 else (("utf-8-sig", "UTF-8"), ("gb18030", "GBK")):
        try:
            return data.decode(codec), name
        except UnicodeDecodeError:
            continue
    return "", ""


def _rows(text: str) -> tuple[TableRow, ...]:
    """Rows that hold something; what separates cells stands in every row, a comma in a name only in the head."""
    separator_line = _SEPARATOR_LINE.match(text)
    separator = separator_line[1] if separator_line else max(_SEPARATORS, key=text.count)
    lines = io.StringIO(text[separator_line.end() if separator_line else 0 :], newline="")
    rows = (tuple(cell.strip() for cell in cells) for cells in csv.reader(lines, delimiter=separator))
    return tuple(TableRow(number, cells) for number, cells in enumerate(rows, 1) if any(cells))
