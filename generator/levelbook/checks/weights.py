"""Do the points of a group add up to what the group has?"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from levelbook.checks.view import View, error, information
from levelbook.decode.folder import Branch
from levelbook.decode.sheet import Sheet
from levelbook.model.position import Reading, Weights
from levelbook.model.sequence import Group
from levelbook.model.values import Gap
from levelbook.problems import Place, Problem

Row = Decimal | Gap | dict[str, Decimal | Gap]


@dataclass
class _Table:
    """One reading of the weights: rows, and figures that belong to no member."""

    points: dict[str, Row]
    unassigned: dict[str, dict[str, tuple[Decimal, ...]]]
    columns: list[str]
    reading: int | None = None

    def figure(self, row: str, column: str) -> Decimal | Gap | None:
        """What a row has in a column; a column it leaves out counts as lost, and is told elsewhere."""
        value = self.points.get(row)
        return value.get(column, Gap.LOST) if isinstance(value, dict) else value


@dataclass
class _Sum:
    """What the parts of a group have together."""

    known: Decimal = Decimal(0)
    count: int = 0
    lost: bool = False
    holders: set[str] = field(default_factory=set)

    def add(self, figure: Decimal | Gap | None) -> None:
        """Counts one part."""
        if isinstance(figure, Decimal):
            self.known += figure
            self.count += 1
        elif figure is Gap.LOST:
            self.lost = True


def add_up(view: View) -> Iterator[Problem]:
    """The weights of all sequences, in all their readings."""
    for branch in view.branches():
        sheet = branch.weights
        if sheet and sheet.value:
            first = _table(sheet.value, set(view.names.ids[branch.id]))
            yield from _unanswered(sheet, first)
            told = list(_sums(branch, sheet, sheet.value, first))
            yield from (problem for _, problem in told)
            known = {key for key, _ in told}
            for number, reading in enumerate(sheet.value.readings):
                other = _read_otherwise(first, reading, number)
                yield from (one for key, one in _sums(branch, sheet, sheet.value, other) if key not in known)


def _table(weights: Weights, known: set[str]) -> _Table:
    """The figures as first read, in the columns that have a name."""
    columns: dict[str, None] = {}
    for row in (*weights.points.values(), *weights.unassigned.values()):
        if isinstance(row, dict):
            columns |= dict.fromkeys(row)
    named = [column for column in columns if column in known]
    return _Table(dict(weights.points), dict(weights.unassigned), named if columns else [""])


def _read_otherwise(table: _Table, reading: Reading, number: int) -> _Table:
    points = dict(table.points)
    for key, row in reading.points.items():
        old = points.get(key)
        points[key] = {**old, **row} if isinstance(old, dict) and isinstance(row, dict) else row
    unassigned = {**table.unassigned}
    for key, figures in reading.unassigned.items():
        unassigned[key] = {**unassigned.get(key, {}), **figures}
    return _Table(points, unassigned, table.columns, number)


def _unanswered(sheet: Sheet[Weights], table: _Table) -> Iterator[Problem]:
    for key, row in table.points.items():
        missing = [column for column in table.columns if isinstance(row, dict) and column not in row]
        if missing:
            yield error("weight-unanswered", sheet.key("points", key), id=key, list=tuple(missing))


def _sums(
    branch: Branch, sheet: Sheet[Weights], weights: Weights, table: _Table
) -> Iterator[tuple[tuple[str, ...], Problem]]:
    assert branch.head and branch.head.value
    groups = branch.head.value.groups
    for column in table.columns:
        for group in _every(groups):
            whole = table.figure(group.id, column)
            if isinstance(whole, Decimal):
                parts = _parts(group, table, column)
                parts.lost |= bool(group.incomplete or group.lost or group.open_ended or _short_of(group))
                yield from _compared(sheet, table, group.id, column, whole, parts)
        if weights.total is not None:
            parts = _Sum()
            for group in groups:
                _add(group, table, column, parts)
            parts.lost |= bool(branch.head.value.incomplete)
            yield from _compared(sheet, table, "", column, weights.total, parts)


def _every(groups: tuple[Group, ...]) -> Iterator[Group]:
    for group in groups:
        if not group.retired:
            yield group
            yield from _every(group.groups)


def _short_of(group: Group) -> bool:
    return bool(group.declared and group.declared > len(group.groups) + len(group.competencies))


def _parts(group: Group, table: _Table, column: str) -> _Sum:
    parts = _Sum()
    for inner in group.groups:
        _add(inner, table, column, parts)
    for address in group.competencies:
        parts.add(table.figure(address, column))
    for figure in table.unassigned.get(group.id, {}).get(column, ()):
        parts.add(figure)
    return parts


def _add(group: Group, table: _Table, column: str, parts: _Sum) -> None:
    """A group counts with its own row; where it has none, with its parts."""
    if group.retired:
        return
    if group.id in table.points:
        parts.add(table.figure(group.id, column))
        return
    below = _parts(group, table, column)
    parts.known += below.known
    parts.count += below.count
    parts.lost |= below.lost


def _compared(
    sheet: Sheet[Weights], table: _Table, row: str, column: str, whole: Decimal, parts: _Sum
) -> Iterator[tuple[tuple[str, ...], Problem]]:
    code = _verdict(whole, parts)
    if code is None:
        return
    place = _place(sheet, table, row, column)
    facts = {"id": row, "column": column, "whole": f"{whole:f}", "sum": f"{parts.known:f}"}
    variant = "group" if row else "total"
    make = error if code in ("weights-exceed", "weights-short") else information
    yield (code, row, column), make(code, place, variant + ("" if column else "-plain"), **facts)


def _verdict(whole: Decimal, parts: _Sum) -> str | None:
    if parts.count == 0:
        return "weights-unshared" if whole else None
    if parts.known > whole:
        return "weights-exceed"
    if parts.known < whole:
        return "weights-incomplete" if parts.lost else "weights-short"
    return None


def _place(sheet: Sheet[Weights], table: _Table, row: str, column: str) -> Place:
    if not row:
        return sheet.at("total")
    start: tuple[str | int, ...] = ("points", row)
    if table.reading is not None:
        start = ("readings", table.reading, "points", row)
        if sheet.node(*start) is None:
            return sheet.at("readings", table.reading)
    path = (*start, column)
    return sheet.at(*path) if sheet.node(*path) is not None else sheet.at(*start)
