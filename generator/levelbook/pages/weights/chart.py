"""The points of groups as a bar a column, a piece a group; the table beside it holds every figure.

All bars have one scale, that of the longest, so that columns can be compared; pieces are shares of it. A bar is as long
as the declared total where there is one, for what nobody knows must be seen: the rest is a piece of its own, with the
number 0. A group whose figure is lost is as long as its members' known figures, and marked as perhaps longer.

The chart counts outermost groups that have figures, theirs or their members'; a group that only holds such groups is
passed through. Below two of them a bar would say nothing that its total does not.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from levelbook.components.weights.cells import WeightCells, WeightColumn
from levelbook.model.decimals import figure
from levelbook.model.sequence import Group
from levelbook.site.context import Context

MIN_GROUPS = 2
"""From so many groups on, a bar shows more than its total."""


@dataclass(frozen=True)
class ChartPiece:
    """A group in a bar."""

    number: int
    """Its number in the key; 0 for what is missing."""
    share: str
    """Its length in per cent of the longest bar."""
    summary: str
    """Its name and points, for those who point at it."""
    at_least: bool
    """Whether it may be longer: its own figure is lost, some of its members have one."""


@dataclass(frozen=True)
class ChartBar:
    """A column as a bar."""

    name: str
    """The column."""
    total: str
    """What it has in all."""
    pieces: tuple[ChartPiece, ...]
    """Its groups, in order."""


@dataclass(frozen=True)
class WeightsChart:
    """All bars with their key."""

    bars: tuple[ChartBar, ...]
    """One a column."""
    legend: tuple[tuple[int, str], ...]
    """The groups by number."""
    has_missing: bool
    """Whether anything is missing from a bar."""


def weights_chart(ctx: Context, table: WeightCells) -> WeightsChart | None:
    """The bars of a sequence; none where there are fewer than two groups to tell apart."""
    groups = tuple(_groups_with_points(table, table.sequence.head.groups))
    if len(groups) < MIN_GROUPS:
        return None
    columns = table.column_cells()
    longest = max((_length(table, column.key) for column in columns), default=Decimal(0))
    if not longest:
        return None
    bars = tuple(_bar(ctx, table, groups, column, longest) for column in columns)
    legend = tuple((number, ctx.name(group)) for number, group in enumerate(groups, 1))
    return WeightsChart(bars, legend, any(not piece.number for bar in bars for piece in bar.pieces))


def _groups_with_points(table: WeightCells, groups: Iterable[Group]) -> Iterator[Group]:
    """The outermost groups with figures of their own, or whose members have some."""
    for group in groups:
        if group.retired:
            continue
        if group.id in table.rows or any(address in table.rows for address in group.competencies):
            yield group
        else:
            yield from _groups_with_points(table, group.groups)


def _length(table: WeightCells, column: str) -> Decimal:
    return max(table.least(column), table.weights.total or Decimal(0))


def _bar(
    ctx: Context, table: WeightCells, groups: tuple[Group, ...], column: WeightColumn, longest: Decimal
) -> ChartBar:
    pieces = []
    for number, group in enumerate(groups, 1):
        known = table.least_of(group, column.key)
        cell = table.group(group, column.key)
        if known > 0 and cell:
            summary = ctx.words("weights.piece", name=ctx.name(group), points=table.with_unit(cell))
            pieces.append(ChartPiece(number, _share(known, longest), summary, bool(cell.nothing)))
    missing = (table.weights.total or Decimal(0)) - table.least(column.key)
    if missing > 0:
        summary = ctx.words("weights.missing", points=ctx.words("points.of_unit", n=figure(missing), unit=table.unit))
        pieces.append(ChartPiece(0, _share(missing, longest), summary, False))
    return ChartBar(column.name, table.with_unit(column.total), tuple(pieces))


def _share(value: Decimal, of: Decimal) -> str:
    return f"{100 * value / of:.2f}"
