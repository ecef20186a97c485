"""The levels of a competency side by side."""

from dataclasses import dataclass

from levelbook.model.competency import Cell
from levelbook.plan import addresses
from levelbook.plan.desk import Desk, Member
from levelbook.plan.lines import Line, lines, shared_where
from levelbook.plan.places import Target
from levelbook.plan.related import related
from levelbook.plan.remarks import Remark, remarks
from levelbook.plan.shared import Chip, Nothing, cell_extent, chip, nothing, same_as


@dataclass(frozen=True)
class Column:
    """A level of the competency."""

    chip: Chip
    """The level."""
    anchor: str
    """Its anchor."""
    number: int
    """Which column it is."""
    head: str
    """Level and grades, where the column becomes an entry of its own."""
    name: str
    """Where this level has a name of its own."""
    summary: str
    """The level in a sentence."""
    lines: tuple[Line, ...]
    """Its indicators, as written there."""
    same: Nothing | None
    """Which level's indicators hold here."""
    nothing: Nothing | None
    """Why there is nothing."""
    incomplete: str
    """What of it is missing."""
    printed: str
    """Its number in the source."""
    where: str
    """Its place in the source."""
    extent: str
    """How many indicators the source announces, and whether it lists them all."""
    see: tuple[Target, ...]
    """Related things."""
    remarks: tuple[Remark, ...]
    """Editor's notes on the cell."""


def columns(desk: Desk, member: Member) -> tuple[Column, ...]:
    """The levels of a competency, low to high."""
    owner, competency = member
    found = ((level.id, competency.cell(level.id)) for level in owner.levels)
    return tuple(_column(desk, member, key, cell, at) for at, (key, cell) in enumerate(found, 1) if cell)


def _column(desk: Desk, member: Member, key: str, cell: Cell, at: int) -> Column:
    owner, _ = member
    made = chip(desk, owner, key)
    assert made is not None
    said, where = shared_where(lines(desk, member, cell.indicators))
    return Column(
        chip=made,
        anchor=addresses.level_anchor(key),
        number=at,
        head=desk.words("join.label").join(part for part in (made.name, made.note) if part),
        name=desk.said(cell, "name"),
        summary=desk.marked(cell, "summary"),
        lines=said,
        same=same_as(desk, owner, cell.same_as) if cell.same_as else None,
        nothing=nothing(desk, cell),
        incomplete=desk.marked(cell, "incomplete"),
        printed=desk.said(cell, "number"),
        where=desk.said(cell, "where") or where,
        extent=cell_extent(desk, cell),
        see=related(desk, owner, cell),
        remarks=remarks(desk, owner, cell),
    )
