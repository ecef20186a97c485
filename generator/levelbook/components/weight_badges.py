"""Points on pages that are about something else: beside a level's competencies, on a competency, on a sequence."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from levelbook.components.weight_cells import WeightCell, WeightCells, WeightColumn, weight_cells
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
    """Its anchor."""
    title: str
    """The heading, with the sequence where it is not the competency's own."""
    word: str
    """What the columns are: level, grade or position."""
    group: str
    """The group it is part of."""
    table: str
    """Its row in the table of points."""
    rows: tuple[PointsRow, ...]
    """Column by column."""


@dataclass(frozen=True)
class SequencePoints:
    """Points of a sequence in short."""

    address: str
    """The page with all of them."""
    columns: tuple[tuple[WeightColumn, WeightBadge], ...]
    """What each column has in all."""
    word: str
    """What the columns are."""


def weight_badge(ctx: Context, book: WeightCells, amount: WeightCell) -> WeightBadge:
    """An amount in a few words."""
    if amount.gap:
        return WeightBadge(ctx.words(f"points.{amount.gap}"), amount.nothing)
    parts = [book.with_unit(amount), ctx.words("weights.inferred") if amount.inferred else "", amount.small]
    return WeightBadge(ctx.clauses(parts), amount.nothing)


def by_anchor(ctx: Context, sequence: Sequence, column: str) -> Mapping[str, WeightBadge]:
    """Points at a level, grade or position by the anchors of groups and competencies."""
    book = weight_cells(ctx, sequence)
    if book is None or column not in book.columns:
        return {}
    return {anchor: weight_badge(ctx, book, amount) for anchor, amount in _anchored(ctx, book, column)}


def _anchored(ctx: Context, book: WeightCells, column: str) -> Iterator[tuple[str, WeightCell]]:
    for _, group in book.sequence.groups():
        amount = book.group(group, column)
        if amount:
            yield urls.group_anchor(group.id), amount
        for member in ctx.members(book.sequence, group):
            amount = book.of_member(member, column)
            if amount:
                yield urls.competency_anchor(book.sequence, *member), amount


def of_member(ctx: Context, member: Member) -> tuple[MemberPoints, ...]:
    """Points of a competency in every sequence that has them."""
    books = (weight_cells(ctx, sequence) for sequence in ctx.handbook.sequences.values())
    return tuple(_member(ctx, book, member) for book in books if book and book.key(member) in book.rows)


def _member(ctx: Context, book: WeightCells, member: Member) -> MemberPoints:
    owner, competency = member
    sequence, own = book.sequence, book.sequence.id == owner.id
    above = sequence.group_of(book.key(member))
    row = urls.competency_anchor(sequence, owner, competency)
    title = ctx.words("points.title")
    return MemberPoints(
        anchor="points" if own else f"points-{sequence.id}",
        title=title if own else ctx.words("join.gap").join((title, ctx.sequence_name(sequence))),
        word=book.word,
        group=ctx.name(above[-1]) if above else "",
        table=f"{urls.weights(sequence)}#{row}",
        rows=tuple(_row(ctx, book, member, column) for column in book.column_cells()),
    )


def _row(ctx: Context, book: WeightCells, member: Member, column: WeightColumn) -> PointsRow:
    amount = book.of_member(member, column.key)
    above = book.sequence.group_of(book.key(member))
    whole = book.group(above[-1], column.key) if above else None
    points = weight_badge(ctx, book, amount) if amount else WeightBadge(ctx.words("weights.none"), None)
    return PointsRow(column, points, weight_badge(ctx, book, whole) if whole else None)


def of_sequence(ctx: Context, sequence: Sequence) -> SequencePoints | None:
    """Points of a sequence in short; none where it has no weights."""
    book = weight_cells(ctx, sequence)
    if book is None:
        return None
    columns = tuple((column, weight_badge(ctx, book, column.total)) for column in book.column_cells())
    return SequencePoints(urls.weights(sequence), columns, book.word)
