"""Do the points of a group add up to what the group has?"""

from collections.abc import Iterator

from levelbook.checks.context import CheckContext, error, information
from levelbook.loading.data_file import DataFile
from levelbook.loading.folder import SequenceFiles
from levelbook.model import weight_sums
from levelbook.model.position import Weights
from levelbook.model.sequence import Group
from levelbook.model.weight_sums import Verdict, WeightAccount, WeightFigures
from levelbook.problems import Place, Problem

Told = tuple[tuple[str, ...], Problem]
"""What is wrong, and by what it is known in other readings."""


def add_up(view: CheckContext) -> Iterator[Problem]:
    """The weights of all sequences, in all their readings."""
    for branch in view.branches():
        sheet = branch.weights
        if sheet and sheet.value:
            first = weight_sums.weight_figures(sheet.value, view.names.ids[branch.id])
            yield from _unanswered(sheet, first)
            told = list(_sums(branch, sheet, sheet.value, first))
            yield from (problem for _, problem in told)
            known = {key for key, _ in told}
            for number, reading in enumerate(sheet.value.readings):
                other = weight_sums.read_otherwise(first, reading)
                yield from (one for key, one in _sums(branch, sheet, sheet.value, other, number) if key not in known)


def _unanswered(sheet: DataFile[Weights], table: WeightFigures) -> Iterator[Problem]:
    for key, row in table.points.items():
        missing = [column for column in table.columns if isinstance(row, dict) and column not in row]
        if missing:
            yield error("weight-unanswered", sheet.key("points", key), id=key, list=tuple(missing))


def _sums(
    branch: SequenceFiles, sheet: DataFile[Weights], weights: Weights, table: WeightFigures, reading: int | None = None
) -> Iterator[Told]:
    assert branch.head and branch.head.value
    head = branch.head.value
    for column in table.columns:
        for group in _every(head.groups):
            account = weight_sums.of_group(group, table, column)
            yield from _compared(account, _place(sheet, reading, group.id, column), group.id, column)
        total = weight_sums.of_total(head.groups, table, column, weights.total, bool(head.incomplete))
        yield from _compared(total, sheet.at("total"), "", column)


def _every(groups: tuple[Group, ...]) -> Iterator[Group]:
    for group in groups:
        if not group.retired:
            yield group
            yield from _every(group.groups)


def _compared(account: WeightAccount, place: Place, row: str, column: str) -> Iterator[Told]:
    code = account.verdict
    if code is None:
        return
    facts = {"id": row, "column": column, "whole": f"{account.whole:f}", "sum": f"{account.parts.known:f}"}
    variant = "group" if row else "total"
    make = error if code in (Verdict.EXCEED, Verdict.SHORT) else information
    yield (code, row, column), make(code.value, place, variant + ("" if column else "-plain"), **facts)


def _place(sheet: DataFile[Weights], reading: int | None, row: str, column: str) -> Place:
    start: tuple[str | int, ...] = ("points", row)
    if reading is not None:
        start = ("readings", reading, "points", row)
        if sheet.node(*start) is None:
            return sheet.at("readings", reading)
    path = (*start, column)
    return sheet.at(*path) if sheet.node(*path) is not None else sheet.at(*start)
