"""A table of ratings as it stands in its file."""

import re
from dataclasses import dataclass
from typing import Final

from levelbook.commands.calibrate.problem import CalibrationProblem, error
from levelbook.commands.calibrate.scope import normal
from levelbook.commands.csv_cells import MAX_COLUMNS, MAX_ROWS, TableCell, TableRow, read_cells
from levelbook.loading.files import Unreadable

_SUMMARY: Final = re.compile(
    "(平均|均值|均分|合计|总计|总分|总和|小计|汇总|众数|中位数|最高|最低|最大|最小|标准差|方差|人数|计数)"
    r"|(average|avg|mean|median|total|sub-?total|sum|count|std(ev)?|standarddeviation)(?![a-z])"
)
"""How a row begins that spreadsheets add below those of people; `max` and `min` are names of people, too."""


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
        return tuple(row for row in self.rows[1:] if not _is_summary(row))

    @property
    def summaries(self) -> tuple[TableRow, ...]:
        """The rows that add up others."""
        return tuple(row for row in self.rows[1:] if _is_summary(row))

    def place(self, row: TableRow, index: int = -1) -> TableCell:
        """A cell by its index in a row; without one the whole row."""
        return TableCell(self.file, row.number, index + 1)


def _is_summary(row: TableRow) -> bool:
    return bool(_SUMMARY.match(normal(row.cells[0])))


def read_table(file: str, data: bytes | Unreadable) -> RatingsTable | CalibrationProblem:
    """The rows of a file, or why there are none."""
    cells = read_cells(data)
    if isinstance(cells, str):
        facts = {"rows": MAX_ROWS, "columns": MAX_COLUMNS} if cells == "large" else {}
        return error(f"file_{cells}", TableCell(file), **facts)
    return RatingsTable(file, cells.rows, cells.encoding)
