"""A table of ratings as it stands in its file."""

from dataclasses import dataclass

from levelbook.commands.calibrate.problem import CalibrationProblem, error
from levelbook.commands.csv_cells import MAX_COLUMNS, MAX_ROWS, TableCell, TableRow, read_cells
from levelbook.loading.files import Unreadable


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
    cells = read_cells(data)
    if isinstance(cells, str):
        facts = {"rows": MAX_ROWS, "columns": MAX_COLUMNS} if cells == "large" else {}
        return error(f"file_{cells}", TableCell(file), **facts)
    return RatingsTable(file, cells.rows, cells.encoding)
