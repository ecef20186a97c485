"""The points of groups as a bar a column, a piece a group; the table beside it holds every figure."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from levelbook.model.sequence import Group
from levelbook.plan.amounts import Column
from levelbook.plan.desk import Desk
from levelbook.plan.points import Ledger
from levelbook.plan.shared import figure


@dataclass(frozen=True)
class Piece:
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
class Bar:
    """A column as a bar."""

    name: str
    """The column."""
    total: str
    """What it has in all."""
    pieces: tuple[Piece, ...]
    """Its groups, in order."""


@dataclass(frozen=True)
class Chart:
    """All bars with their key."""

    bars: tuple[Bar, ...]
    """One a column."""
    key: tuple[tuple[int, str], ...]
    """The groups by number."""
    lost: bool
    """Whether anything is missing from a bar."""


def chart(desk: Desk, ledger: Ledger) -> Chart | None:
    """The bars of a sequence; none where there are fewer than two groups to tell apart."""
    groups = tuple(_counted(ledger, ledger.sequence.head.groups))
    if len(groups) < 2:
        return None
    columns = ledger.made()
    longest = max((_length(ledger, column.key) for column in columns), default=Decimal(0))
    if not longest:
        return None
    bars = tuple(_bar(desk, ledger, groups, column, longest) for column in columns)
    key = tuple((number, desk.name(group)) for number, group in enumerate(groups, 1))
    return Chart(bars, key, any(not piece.number for bar in bars for piece in bar.pieces))


def _counted(ledger: Ledger, groups: Iterable[Group]) -> Iterator[Group]:
    """The outermost groups with figures of their own, or whose members have some."""
    for group in groups:
        if group.retired:
            continue
        if group.id in ledger.rows or any(address in ledger.rows for address in group.competencies):
            yield group
        else:
            yield from _counted(ledger, group.groups)


def _length(ledger: Ledger, column: str) -> Decimal:
    return max(ledger.least(column), ledger.weights.total or Decimal(0))


def _bar(desk: Desk, ledger: Ledger, groups: tuple[Group, ...], column: Column, longest: Decimal) -> Bar:
    pieces = []
    for number, group in enumerate(groups, 1):
        value = ledger.least_of(group, column.key)
        amount = ledger.group(group, column.key)
        if value > 0 and amount:
            say = desk.words("weights.piece", name=desk.name(group), points=ledger.said(amount))
            pieces.append(Piece(number, _share(value, longest), say, bool(amount.nothing)))
    missing = (ledger.weights.total or Decimal(0)) - ledger.least(column.key)
    if missing > 0:
        say = desk.words("weights.missing", points=desk.words("points.of_unit", n=figure(missing), unit=ledger.unit))
        pieces.append(Piece(0, _share(missing, longest), say, False))
    return Bar(column.name, ledger.said(column.total), tuple(pieces))


def _share(value: Decimal, of: Decimal) -> str:
    return f"{100 * value / of:.2f}"
