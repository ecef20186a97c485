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

ComparedSum = tuple[tuple[str, ...], Problem]
"""What is wrong, and by what it is known in other readings."""


def add_up(ctx: CheckContext) -> Iterator[Problem]:
    """The weights of all sequences, in all their readings."""
    for files in ctx.sequences():
        data_file = files.weights
        if data_file and data_file.value:
            # a column of what has ended is told as such, and asks nothing of the rows
            steps = [key for key, things in ctx.names.ids[files.id].items() if not things[0].retired]
            first = weight_sums.weight_figures(data_file.value, steps)
            yield from _unanswered(data_file, first)
            sums = list(_sums(files, data_file, data_file.value, first))
            yield from (problem for _, problem in sums)
            known = {key for key, _ in sums}
            for number, reading in enumerate(data_file.value.readings):
                other = weight_sums.read_otherwise(first, reading)
                others = _sums(files, data_file, data_file.value, other, number)
                yield from (problem for key, problem in others if key not in known)


def _unanswered(data_file: DataFile[Weights], table: WeightFigures) -> Iterator[Problem]:
    for key, row in table.points.items():
        missing = [column for column in table.columns if isinstance(row, dict) and column not in row]
        if missing:
            yield error("weight-unanswered", data_file.key("points", key), id=key, list=tuple(missing))


def _sums(
    files: SequenceFiles,
    data_file: DataFile[Weights],
    weights: Weights,
    table: WeightFigures,
    reading: int | None = None,
) -> Iterator[ComparedSum]:
    assert files.head and files.head.value
    head = files.head.value
    for column in table.columns:
        for group in _groups_in_force(head.groups):
            account = weight_sums.of_group(group, table, column)
            yield from _compared(account, _place(data_file, reading, group.id, column), group.id, column)
        total = weight_sums.of_total(head.groups, table, column, weights.total, bool(head.incomplete))
        yield from _compared(total, data_file.at("total"), "", column)


def _groups_in_force(groups: tuple[Group, ...]) -> Iterator[Group]:
    for group in groups:
        if not group.retired:
            yield group
            yield from _groups_in_force(group.groups)


def _compared(account: WeightAccount, place: Place, row: str, column: str) -> Iterator[ComparedSum]:
    code = account.verdict
    if code is None:
        return
    facts = {"id": row, "column": column, "whole": f"{account.whole:f}", "sum": f"{account.parts.known:f}"}
    variant = "group" if row else "total"
    report = error if code in (Verdict.EXCEED, Verdict.SHORT) else information
    yield (code, row, column), report(code.value, place, variant + ("" if column else "-plain"), **facts)


def _place(data_file: DataFile[Weights], reading: int | None, row: str, column: str) -> Place:
    start: tuple[str | int, ...] = ("points", row)
    if reading is not None:
        start = ("readings", reading, "points", row)
        if data_file.node(*start) is None:
            return data_file.at("readings", reading)
    path = (*start, column)
    return data_file.at(*path) if data_file.node(*path) is not None else data_file.at(*start)
