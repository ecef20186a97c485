"""Other possible readings of the weights: what differs from the one that is used."""

from collections.abc import Iterator
from dataclasses import dataclass

from levelbook.model.position import Reading
from levelbook.plan import points
from levelbook.plan.amounts import Amount
from levelbook.plan.desk import Desk
from levelbook.plan.points import Ledger
from levelbook.plan.remarks import Remark, remarks


@dataclass(frozen=True)
class Difference:
    """A figure that another reading reads otherwise."""

    name: str
    """The group or competency."""
    small: str
    """Said where the figures belong to none of its members."""
    column: str
    """The level, grade or position."""
    here: Amount | None
    """The figure of the table."""
    there: Amount | None
    """The figure of the other reading."""


@dataclass(frozen=True)
class Other:
    """Another reading."""

    name: str
    """What it is called."""
    rows: tuple[Difference, ...]
    """What differs."""
    totals: str
    """What its columns add up to."""
    remarks: tuple[Remark, ...]
    """Editor's notes on it."""


def others(desk: Desk, first: Ledger) -> tuple[Other, ...]:
    """The other readings of a sequence, in order."""
    found = zip(first.weights.readings, points.readings(desk, first), strict=True)
    return tuple(_other(desk, first, reading, ledger) for reading, ledger in found)


def _other(desk: Desk, first: Ledger, reading: Reading, other: Ledger) -> Other:
    columns = dict.fromkeys(
        column
        for row in (*reading.points.values(), *reading.unassigned.values())
        for column in (row if isinstance(row, dict) else first.columns)
    )
    said = (_total(desk, other, column) for column in first.columns if column in columns)
    return Other(
        name=desk.name(reading),
        rows=tuple(_differences(desk, first, other)),
        totals=desk.series(said),
        remarks=remarks(desk, first.sequence, reading),
    )


def _total(desk: Desk, other: Ledger, column: str) -> str:
    name, total = other.name_of(column)[0], other.said(other.total(column))
    return desk.words("weights.total_of", name=name, points=total)


def _differences(desk: Desk, first: Ledger, other: Ledger) -> Iterator[Difference]:
    """Row by row in the order of the tree: figures, then what belongs to no member."""
    for key, name in _rows(desk, first):
        for column in first.columns:
            before, after = first.figures.figure(key, column), other.figures.figure(key, column)
            if before != after:
                here, there = first.row(key, column), other.row(key, column)
                yield Difference(name, "", first.name_of(column)[0], here, there)
            if first.figures.loose(key, column) != other.figures.loose(key, column):
                here, there = first.loose(key, column), other.loose(key, column)
                yield Difference(name, desk.words("weights.loose"), first.name_of(column)[0], here, there)


def _rows(desk: Desk, first: Ledger) -> Iterator[tuple[str, str]]:
    for _, group in first.sequence.groups():
        yield group.id, desk.name(group)
        for member in desk.members(first.sequence, group):
            yield first.key(member), desk.name(member[1])
