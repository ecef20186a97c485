"""From a table to ratings: every cell must be there and mean a level, or everything wrong is told."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from levelbook.commands.calibrate.problem import CalibrationProblem, error
from levelbook.commands.calibrate.scope import AskedCompetency, Scope, normal
from levelbook.commands.calibrate.table import RatingsTable
from levelbook.commands.csv_cells import TableCell
from levelbook.loading.suggest import suggest
from levelbook.text.csv_table import unshielded

_ROWS_ABOVE_HEAD: Final = 10
"""In so many rows the head is looked for, to tell where it is if it is not the first."""
Columns = dict[int, AskedCompetency]
"""The competencies by the index of their column."""


@dataclass(frozen=True)
class Ratings:
    """What raters said, complete."""

    raters: int
    """How many there are; who they are is not kept."""
    counts: dict[str, dict[str, int]]
    """By the address of a competency, how many raters chose which level, low to high."""


def read_ratings(scope: Scope, table: RatingsTable) -> Ratings | list[CalibrationProblem]:
    """The ratings of a table, or everything that is wrong with it."""
    askew = _askew(scope, table)
    if askew:
        return [askew]
    columns, problems = _columns(scope, table)
    problems += [*_rater_problems(table), *_rating_problems(scope, columns, table)]
    if not table.body:
        problems.append(error("no_raters", TableCell(table.file)))
    if problems:
        return sorted(problems, key=lambda problem: problem.place)
    indexes = {competency.address: index for index, competency in columns.items()}
    counts = {
        competency.address: _counts(scope, table, indexes[competency.address]) for competency in scope.competencies
    }
    return Ratings(len(table.body), counts)


def _counts(scope: Scope, table: RatingsTable, index: int) -> dict[str, int]:
    levels = [scope.level_of(row.cells[index]) for row in table.body]
    return {level: levels.count(level) for level in scope.values if level in levels}


def _askew(scope: Scope, table: RatingsTable) -> CalibrationProblem | None:
    """What is wrong with the table as a whole, where a complaint about every cell would hide it."""
    if max(len(row.cells) for row in table.rows) == 1:
        return error("one_column", table.place(table.head))
    heads = (row for row in table.rows[:_ROWS_ABOVE_HEAD] if any(_matches(scope, cell) for cell in row.cells[1:]))
    head = next(heads, None)
    if head is not None:
        return error("head_below", table.place(table.head), n=head.number) if head != table.head else None
    competency_rows = sum(bool(_matches(scope, row.cells[0])) for row in table.rows)
    return error("turned", table.place(table.head, 0)) if competency_rows > 1 else None


def _columns(scope: Scope, table: RatingsTable) -> tuple[Columns, list[CalibrationProblem]]:
    """Which column is which competency, and what is wrong with the head."""
    columns: Columns = {}
    problems: list[CalibrationProblem] = []
    for index, name in enumerate(table.head.cells):
        matches = _matches(scope, name)
        problem = _column_problem(scope, table, index, columns)
        if problem:
            problems.append(problem)
        elif index and matches:
            columns[index] = matches[0]
    missing = tuple(one.column_title for one in scope.competencies if one not in columns.values())
    if missing:
        problems.append(error("missing_columns", table.place(table.head), list=missing, n=len(missing)))
    width = len(table.head.cells)
    problems += [error("no_head", table.place(row, width)) for row in table.body if any(row.cells[width:])]
    return columns, problems


def _column_problem(scope: Scope, table: RatingsTable, index: int, before: Columns) -> CalibrationProblem | None:
    """What is wrong with the head of a column, given the columns before it."""
    name, place = table.head.cells[index], table.place(table.head, index)
    matches = _matches(scope, name)
    if index == 0:
        return error("first_column", place, name=name) if matches else None
    if not name:
        filled = any(len(row.cells) > index and row.cells[index] for row in table.rows)
        return error("no_head", place) if filled else None
    if not matches:
        guess = suggest(name, (competency.column_title for competency in scope.competencies))
        return error("unknown_column", place, name=name, guess=(guess,) if guess else ())
    if len(matches) > 1:
        return error("unclear_column", place, name=name, list=tuple(one.column_title for one in matches))
    return error("column_twice", place, name=matches[0].name) if matches[0] in before.values() else None


def _matches(scope: Scope, text: str) -> list[AskedCompetency]:
    """The competencies that the head of a column may mean; an earlier name counts where nothing is called so now."""
    name = normal(unshielded(text))
    current = [competency for competency in scope.competencies if name and name in competency.column_names]
    return current or [competency for competency in scope.competencies if name and name in competency.former_names]


def _rater_problems(table: RatingsTable) -> Iterator[CalibrationProblem]:
    row_of: dict[str, int] = {}
    for row in table.body:
        name = normal(row.cells[0])
        if not name:
            yield error("no_name", table.place(row, 0))
        elif name in row_of:
            yield error("rater_twice", table.place(row, 0), rater=row.cells[0], first=row_of[name])
        else:
            row_of[name] = row.number


def _rating_problems(
    scope: Scope, columns: Mapping[int, AskedCompetency], table: RatingsTable
) -> Iterator[CalibrationProblem]:
    for row in table.body:
        texts = {index: row.cells[index] if index < len(row.cells) else "" for index in columns}
        rater = row.cells[0] or "—"
        if len(texts) > 1 and not any(texts.values()):
            yield error("no_ratings", table.place(row), rater=rater)
            continue
        for index, text in texts.items():
            if not scope.level_of(text):
                name, code = columns[index].name, "unknown_cell" if text else "missing_cell"
                place = table.place(row, index)
                yield error(code, place, rater=rater, name=name, value=text, list=scope.level_names)
