"""The levels of a competency side by side."""

from dataclasses import dataclass, replace

from levelbook.components.extent import cell_extent
from levelbook.components.facts import Margin, margin
from levelbook.components.indicators import IndicatorRow, indicator_rows, shared_where
from levelbook.components.level_chips import Chip, chip, same_as
from levelbook.localized.absence import Absence, absence_of
from levelbook.model.competency import Cell
from levelbook.queries.index import Member
from levelbook.site import urls
from levelbook.site.context import Context


@dataclass(frozen=True)
class LevelColumn:
    """A level of the competency."""

    chip: Chip
    anchor: str
    number: int
    """Which column it is."""
    head: str
    """Level and grades, where the column becomes an entry of its own."""
    name: str
    """Where this level has a name of its own."""
    summary: str
    """The level in a sentence."""
    lines: tuple[IndicatorRow, ...]
    """Its indicators, as written there."""
    same: Absence | None
    """Which level's indicators hold here."""
    nothing: Absence | None
    margin: Margin


def level_columns(ctx: Context, member: Member) -> tuple[LevelColumn, ...]:
    """The levels of a competency, low to high."""
    owner, competency = member
    cells = ((level.id, competency.cell(level.id)) for level in owner.levels)
    return tuple(_column(ctx, member, level, cell, number) for number, (level, cell) in enumerate(cells, 1) if cell)


def _column(ctx: Context, member: Member, level: str, cell: Cell, number: int) -> LevelColumn:
    owner, _ = member
    level_chip = chip(ctx, owner, level)
    assert level_chip is not None
    indicators, where = shared_where(indicator_rows(ctx, member, cell.indicators))
    beside = margin(ctx, owner, cell, cell_extent(ctx, cell))
    return LevelColumn(
        chip=level_chip,
        anchor=urls.level_anchor(level),
        number=number,
        head=ctx.words("join.label").join(part for part in (level_chip.name, level_chip.note) if part),
        name=ctx.text(cell, "name"),
        summary=ctx.marked(cell, "summary"),
        lines=indicators,
        same=same_as(ctx, owner, cell.same_as) if cell.same_as else None,
        nothing=absence_of(ctx, cell),
        margin=replace(beside, where=beside.where or where),
    )
