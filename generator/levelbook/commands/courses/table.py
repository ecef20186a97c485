"""From the cells of a file to rows, each with what it says of one course; what a course is, is not known here."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from levelbook.commands.courses.problem import CourseTableProblem, error
from levelbook.commands.csv_cells import MAX_COLUMNS, MAX_ROWS, TableCell, TableRow, read_cells
from levelbook.loading.files import Unreadable
from levelbook.loading.suggest import suggest
from levelbook.text.csv_table import unshielded

COLUMNS: Final = ("code", "covers", "minutes", "link")
"""What is read; a table may leave out the last two, and then they stay as they are."""
NAME: Final = "name"
"""What is written behind them to know courses by, and not read."""
_NEEDED: Final = ("code", "covers")
_BETWEEN: Final = re.compile(r"[\s,;、，；]+")


@dataclass(frozen=True)
class CourseRow:
    """What a table says of a course."""

    row: TableRow
    file: str
    columns: dict[str, int]
    """The index of every column that is read, by its name."""

    def text(self, column: str) -> str | None:
        """A cell, as it was meant; none where the table has no such column."""
        at = self.columns.get(column)
        if at is None:
            return None
        cell = self.row.cells[at] if at < len(self.row.cells) else ""
        return unicodedata.normalize("NFKC", unshielded(cell)).strip()

    @property
    def code(self) -> str:
        """The course's code."""
        return (self.text("code") or "").upper()

    @property
    def covers(self) -> tuple[str, ...]:
        """The addresses in its second column, each once."""
        return tuple(dict.fromkeys(part for part in _BETWEEN.split(self.text("covers") or "") if part))

    def place(self, column: str) -> TableCell:
        """Where a cell stands."""
        return TableCell(self.file, self.row.number, self.columns[column] + 1)


def read_courses(file: str, data: bytes | Unreadable) -> list[CourseRow] | list[CourseTableProblem]:
    """The rows of a table, or everything that is wrong with it as a table."""
    cells = read_cells(data)
    if isinstance(cells, str):
        facts = {"rows": MAX_ROWS, "columns": MAX_COLUMNS} if cells == "large" else {}
        return [error(f"file_{cells}", TableCell(file), **facts)]
    head, *body = cells.rows
    columns = {name.strip().lower(): at for at, name in reversed([*enumerate(head.cells)])}
    problems = [*_head_problems(file, head, columns)]
    if not problems and not body:
        problems = [error("no_rows", TableCell(file))]
    if problems:
        return problems
    known: dict[str, int] = {name: columns[name] for name in COLUMNS if name in columns}
    return [CourseRow(row, file, known) for row in body]


def _head_problems(file: str, head: TableRow, columns: dict[str, int]) -> Iterator[CourseTableProblem]:
    missing = [name for name in _NEEDED if name not in columns]
    if missing:
        yield error("no_column", TableCell(file, head.number), list=tuple(missing), columns=",".join(COLUMNS))
        return
    for at, name in enumerate(cell.strip().lower() for cell in head.cells):
        place = TableCell(file, head.number, at + 1)
        if name in COLUMNS and columns[name] != at:
            yield error("column_twice", place, value=name)
        guess = suggest(name, COLUMNS) if name and name not in (*COLUMNS, NAME) else ""
        if guess and guess not in columns:
            yield error("column_unknown", place, value=name, guess=(guess,))
