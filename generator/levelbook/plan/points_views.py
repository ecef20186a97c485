"""Points on pages that are about something else: beside a level's competencies, on a competency, on a sequence."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from levelbook.model.handbook import Sequence
from levelbook.plan import addresses
from levelbook.plan.amounts import Amount, Column
from levelbook.plan.desk import Desk, Member
from levelbook.plan.points import Ledger, ledger
from levelbook.plan.shared import Nothing


@dataclass(frozen=True)
class Beside:
    """Points in a few words, beside a name."""

    text: str
    """The figure with its unit, or what is missing."""
    nothing: Nothing | None
    """Why there is no whole figure."""


@dataclass(frozen=True)
class PointsRow:
    """Points of a competency at one of its levels, grades or positions."""

    column: Column
    """The level, grade or position."""
    points: Beside
    """Its points."""
    group: Beside | None
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
    columns: tuple[tuple[Column, Beside], ...]
    """What each column has in all."""
    word: str
    """What the columns are."""


def beside(desk: Desk, book: Ledger, amount: Amount) -> Beside:
    """An amount in a few words."""
    if amount.gap:
        return Beside(desk.words(f"points.{amount.gap}"), amount.nothing)
    parts = [book.said(amount), desk.words("weights.inferred") if amount.inferred else "", amount.small]
    return Beside(desk.clauses(parts), amount.nothing)


def by_anchor(desk: Desk, sequence: Sequence, column: str) -> Mapping[str, Beside]:
    """Points at a level, grade or position by the anchors of groups and competencies."""
    book = ledger(desk, sequence)
    if book is None or column not in book.columns:
        return {}
    return {anchor: beside(desk, book, amount) for anchor, amount in _anchored(desk, book, column)}


def _anchored(desk: Desk, book: Ledger, column: str) -> Iterator[tuple[str, Amount]]:
    for _, group in book.sequence.groups():
        amount = book.group(group, column)
        if amount:
            yield addresses.group_anchor(group.id), amount
        for member in desk.members(book.sequence, group):
            amount = book.of_member(member, column)
            if amount:
                yield addresses.competency_anchor(book.sequence, *member), amount


def of_member(desk: Desk, member: Member) -> tuple[MemberPoints, ...]:
    """Points of a competency in every sequence that has them."""
    books = (ledger(desk, sequence) for sequence in desk.handbook.sequences.values())
    return tuple(_member(desk, book, member) for book in books if book and book.key(member) in book.rows)


def _member(desk: Desk, book: Ledger, member: Member) -> MemberPoints:
    owner, competency = member
    sequence, own = book.sequence, book.sequence.id == owner.id
    above = sequence.group_of(book.key(member))
    row = addresses.competency_anchor(sequence, owner, competency)
    title = desk.words("points.title")
    return MemberPoints(
        anchor="points" if own else f"points-{sequence.id}",
        title=title if own else desk.words("join.gap").join((title, desk.sequence_name(sequence))),
        word=book.word,
        group=desk.name(above[-1]) if above else "",
        table=f"{addresses.weights(sequence)}#{row}",
        rows=tuple(_row(desk, book, member, column) for column in book.made()),
    )


def _row(desk: Desk, book: Ledger, member: Member, column: Column) -> PointsRow:
    amount = book.of_member(member, column.key)
    above = book.sequence.group_of(book.key(member))
    whole = book.group(above[-1], column.key) if above else None
    points = beside(desk, book, amount) if amount else Beside(desk.words("weights.none"), None)
    return PointsRow(column, points, beside(desk, book, whole) if whole else None)


def of_sequence(desk: Desk, sequence: Sequence) -> SequencePoints | None:
    """Points of a sequence in short; none where it has no weights."""
    book = ledger(desk, sequence)
    if book is None:
        return None
    columns = tuple((column, beside(desk, book, column.total)) for column in book.made())
    return SequencePoints(addresses.weights(sequence), columns, book.word)
