"""Points on pages that are about something else: beside a level's competencies, on a competency, on a sequence."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from levelbook.components.weights.cells import WeightCell, WeightCells, WeightColumn, weight_cells
from levelbook.localized.absence import Absence
from levelbook.model.handbook import Sequence
from levelbook.queries.index import Member
from levelbook.site import urls
from levelbook.site.context import Context


@dataclass(frozen=True)
class WeightBadge:
    """Points in a few words, beside a name."""

    text: str
    """The figure with its unit, or what is missing."""
    nothing: Absence | None
    """Why there is no whole figure."""


@dataclass(frozen=True)
class PointsRow:
    """Points of a competency at one of its levels, grades or positions."""

    column: WeightColumn
    """The level, grade or position."""
    points: WeightBadge
    """Its points."""
    group: WeightBadge | None
    """Those of its group, of which they are part."""


@dataclass(frozen=True)
class MemberPoints:
    """Points of a competency in a sequence."""

    anchor: str
    title: str
    """The heading, with the sequence where it is not the competency's own."""
    word: str
    """What the columns are: level, grade or position."""
    group: str
    """The group it is part of."""
    table: str
    """Its row in the table of points."""
    rows: tuple[PointsRow, ...]
    """One a column."""


@dataclass(frozen=True)
class SequencePoints:
    """Points of a sequence in short."""

    address: str
    """The page with all of them."""
    columns: tuple[tuple[WeightColumn, WeightBadge], ...]
    """What each column has in all."""
    word: str
    """What the columns are."""


def weight_badge(ctx: Context, table: WeightCells, amount: WeightCell) -> WeightBadge:
    """An amount in a few words."""
    if amount.gap:
        return WeightBadge(ctx.words(f"points.{amount.gap}"), amount.nothing)
    parts = [table.with_unit(amount), ctx.words("weights.inferred") if amount.inferred else "", amount.small]
    return WeightBadge(ctx.clauses(parts), amount.nothing)


def by_anchor(ctx: Context, sequence: Sequence, column: str) -> Mapping[str, WeightBadge]:
    """Points at a level, grade or position by the anchors of groups and competencies."""
    table = weight_cells(ctx, sequence)
    if table is None or column not in table.columns:
        return {}
    return {anchor: weight_badge(ctx, table, amount) for anchor, amount in _anchored(ctx, table, column)}


def _anchored(ctx: Context, table: WeightCells, column: str) -> Iterator[tuple[str, WeightCell]]:
    for _, group in table.sequence.groups():
        amount = table.group(group, column)
        if amount:
            yield urls.group_anchor(group.id), amount
        for member in ctx.members(table.sequence, group):
            amount = table.of_member(member, column)
            if amount:
                yield urls.competency_anchor(table.sequence, *member), amount


def of_member(ctx: Context, member: Member) -> tuple[MemberPoints, ...]:
    """Points of a competency in every sequence that has them."""
    tables = (weight_cells(ctx, sequence) for sequence in ctx.handbook.sequences.values())
    return tuple(_member(ctx, table, member) for table in tables if table and table.key(member) in table.rows)


def _member(ctx: Context, table: WeightCells, member: Member) -> MemberPoints:
    owner, competency = member
    sequence, borrowed = table.sequence, table.sequence.id != owner.id
    above = sequence.group_of(table.key(member))
    anchor = urls.competency_anchor(sequence, owner, competency)
    title = ctx.words("points.title")
    return MemberPoints(
        anchor=f"points-{sequence.id}" if borrowed else "points",
        title=ctx.words("join.gap").join((title, ctx.sequence_name(sequence))) if borrowed else title,
        word=table.word,
        group=ctx.name(above[-1]) if above else "",
        table=f"{urls.weights(sequence)}#{anchor}",
        rows=tuple(_row(ctx, table, member, column) for column in table.column_cells()),
    )


def _row(ctx: Context, table: WeightCells, member: Member, column: WeightColumn) -> PointsRow:
    amount = table.of_member(member, column.key)
    above = table.sequence.group_of(table.key(member))
    whole = table.group(above[-1], column.key) if above else None
    points = weight_badge(ctx, table, amount) if amount else WeightBadge(ctx.words("weights.none"), None)
    return PointsRow(column, points, weight_badge(ctx, table, whole) if whole else None)


def of_sequence(ctx: Context, sequence: Sequence) -> SequencePoints | None:
    """Points of a sequence in short; none where it has no weights."""
    table = weight_cells(ctx, sequence)
    if table is None:
        return None
    columns = tuple((column, weight_badge(ctx, table, column.total)) for column in table.column_cells())
    return SequencePoints(urls.weights(sequence), columns, table.word)
