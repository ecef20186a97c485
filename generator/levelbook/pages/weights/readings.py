"""Other possible readings of the weights: what differs from the one that is used.

A source may be readable in two ways, and which is right only its owner knows. The handbook goes by the first; another
reading in the data holds no more than the rows it reads otherwise. `other_readings` lays each over the first, so that
here are two whole tables, compared figure by figure: as the data have them, before they become cells, for two unlike
figures may be shown alike. Totals are said of those columns only that the reading touches.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from levelbook.components.editor_notes import Remark, remarks
from levelbook.components.weights.cells import WeightCell, WeightCells, other_readings
from levelbook.model.position import Reading
from levelbook.site.context import Context


@dataclass(frozen=True)
class ReadingDifference:
    """A figure that another reading reads otherwise."""

    name: str
    """The group or competency."""
    note: str
    """Said where the figures belong to none of its members."""
    column: str
    """The level, grade or position."""
    used: WeightCell | None
    """The figure of the table."""
    other: WeightCell | None
    """The figure of the other reading."""


@dataclass(frozen=True)
class OtherReading:
    """Another reading."""

    reading: Reading
    rows: tuple[ReadingDifference, ...]
    """What differs."""
    totals: str
    """What its columns add up to."""
    remarks: tuple[Remark, ...]
    """Editor's notes on it."""


def compare_readings(ctx: Context, first: WeightCells) -> tuple[OtherReading, ...]:
    """The other readings of a sequence, in order."""
    tables = zip(first.weights.readings, other_readings(ctx, first), strict=True)
    return tuple(_other_reading(ctx, first, reading, table) for reading, table in tables)


def _other_reading(ctx: Context, first: WeightCells, reading: Reading, other: WeightCells) -> OtherReading:
    columns = dict.fromkeys(
        column
        for row in (*reading.points.values(), *reading.unassigned.values())
        for column in (row if isinstance(row, dict) else first.columns)
    )
    totals = (_total(ctx, other, column) for column in first.columns if column in columns)
    return OtherReading(
        reading=reading,
        rows=tuple(_differences(ctx, first, other)),
        totals=ctx.series(totals),
        remarks=remarks(ctx, first.sequence, reading),
    )


def _total(ctx: Context, other: WeightCells, column: str) -> str:
    name, total = other.name_of(column)[0], other.with_unit(other.total(column))
    return ctx.words("weights.total_of", name=name, points=total)


def _differences(ctx: Context, first: WeightCells, other: WeightCells) -> Iterator[ReadingDifference]:
    """Row by row in the order of the tree: figures, then what belongs to no member."""
    for key, name in _rows(ctx, first):
        for column in first.columns:
            if first.figures.figure(key, column) != other.figures.figure(key, column):
                used, read = first.row(key, column), other.row(key, column)
                yield ReadingDifference(name, "", first.name_of(column)[0], used, read)
            if first.figures.loose(key, column) != other.figures.loose(key, column):
                used, read = first.loose(key, column), other.loose(key, column)
                yield ReadingDifference(name, ctx.words("weights.loose"), first.name_of(column)[0], used, read)


def _rows(ctx: Context, first: WeightCells) -> Iterator[tuple[str, str]]:
    """Groups with their competencies: the key of each among the weights, and its name."""
    for _, group in first.sequence.groups():
        yield group.id, ctx.name(group)
        for member in ctx.members(first.sequence, group):
            yield first.key(member), ctx.name(member[1])
