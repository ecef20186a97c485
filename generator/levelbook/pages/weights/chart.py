"""The points of groups as a bar a column, a piece a group; the table beside it holds every figure."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from levelbook.components.weight_cells import WeightCells, WeightColumn
from levelbook.model.decimals import figure
from levelbook.model.sequence import Group
from levelbook.site.context import Context


@dataclass(frozen=True)
class ChartPiece:
    """A group in a bar."""

    number: int
    """Its number in the key; 0 for what is missing."""
    share: str
    """Its length in per cent of the longest bar."""
    say: str
    """Its name and points, for those who point at it."""
    least: bool
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
    key: tuple[tuple[int, str], ...]
    """The groups by number."""
    lost: bool
    """Whether anything is missing from a bar."""


def chart(ctx: Context, ledger: WeightCells) -> WeightsChart | None:
    """The bars of a sequence; none where there are fewer than two groups to tell apart."""
    groups = tuple(_counted(ledger, ledger.sequence.head.groups))
    if len(groups) < 2:
        return None
    columns = ledger.column_cells()
    longest = max((_length(ledger, column.key) for column in columns), default=Decimal(0))
    if not longest:
        return None
    bars = tuple(_bar(ctx, ledger, groups, column, longest) for column in columns)
    key = tuple((number, ctx.name(group)) for number, group in enumerate(groups, 1))
    return WeightsChart(bars, key, any(not piece.number for bar in bars for piece in bar.pieces))


def _counted(ledger: WeightCells, groups: Iterable[Group]) -> Iterator[Group]:
    """The outermost groups with figures of their own, or whose members have some."""
    for group in groups:
        if group.retired:
            continue
        if group.id in ledger.rows or any(address in ledger.rows for address in group.competencies):
            yield group
        else:
            yield from _counted(ledger, group.groups)


def _length(ledger: WeightCells, column: str) -> Decimal:
    return max(ledger.least(column), ledger.weights.total or Decimal(0))


def _bar(
    ctx: Context, ledger: WeightCells, groups: tuple[Group, ...], column: WeightColumn, longest: Decimal
) -> ChartBar:
    pieces = []
    for number, group in enumerate(groups, 1):
        value = ledger.least_of(group, column.key)
        amount = ledger.group(group, column.key)
        if value > 0 and amount:
            say = ctx.words("weights.piece", name=ctx.name(group), points=ledger.with_unit(amount))
            pieces.append(ChartPiece(number, _share(value, longest), say, bool(amount.nothing)))
    missing = (ledger.weights.total or Decimal(0)) - ledger.least(column.key)
    if missing > 0:
        say = ctx.words("weights.missing", points=ctx.words("points.of_unit", n=figure(missing), unit=ledger.unit))
        pieces.append(ChartPiece(0, _share(missing, longest), say, False))
    return ChartBar(column.name, ledger.with_unit(column.total), tuple(pieces))


def _share(value: Decimal, of: Decimal) -> str:
    return f"{100 * value / of:.2f}"
