"""From the bytes of a CSV file to rows of cells, as whatever program wrote it; and where a cell is."""

import csv
import io
import re
from dataclasses import dataclass
from typing import Final, NamedTuple

from levelbook.catalogue import Catalogue
from levelbook.loading.files import CONTROL_CHARACTERS, Unreadable
from levelbook.problems import Place
from levelbook.text import signs

_SEPARATORS: Final = (",", ";", "\t", "，", "；")
_SEPARATOR_LINE: Final = re.compile(r'"?sep=(\t|[^\w\s"])"?[ \t]*(?:\r\n|\r|\n|\Z)', re.IGNORECASE)
"""A first line that names the separator; spreadsheets write and read it, and do not count it as a row."""
MAX_ROWS: Final = 2000
MAX_COLUMNS: Final = 1000


class TableRow(NamedTuple):
    """The cells of a row, with its number as a spreadsheet counts it."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True)
class Cells:
    """A table of which nobody knows yet whether it makes sense."""

    rows: tuple[TableRow, ...]
    """Rows that hold something; there is at least one."""
    encoding: str


@dataclass(frozen=True, order=True, slots=True)
class TableCell(Place):
    """A cell of a table; 0 for its column means the row, 0 for both the table."""

    def localized(self, words: Catalogue) -> str:
        """The cell as spreadsheets name it: row 3, column B."""
        parts = (("row", self.line), ("column", column_letters(self.column)))
        spot = "".join(words(f"table.{part}", n=n) for part, n in parts if n)
        file = signs.visible(self.file)
        return words("table.place", file=file, spot=spot) if spot else file


def read_cells(data: bytes | Unreadable) -> Cells | str:
    """The rows of a file, or the end of the key of the sentence that says why there are none."""
    if isinstance(data, Unreadable):
        return data.reason if data.reason in ("size", "folder") else "unreadable"
    if data.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        return "sheet"
    text, encoding = _decode(data)
    if not encoding or CONTROL_CHARACTERS.search(text):
        return "encoding"
    try:
        rows = _rows(text)
    except csv.Error:
        return "csv"
    if not rows:
        return "empty"
    if len(rows) > MAX_ROWS or max(len(row.cells) for row in rows) > MAX_COLUMNS:
        return "large"
    return Cells(rows, encoding)


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


def column_letters(number: int) -> str:
    """A column as spreadsheets name it: A, Z, AA; nothing for 0."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
