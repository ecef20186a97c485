"""The levels of a competency side by side."""

from dataclasses import dataclass, replace

from levelbook.components.facts import Margin, margin
from levelbook.components.guidance.blocks import GuidanceBlock, InShort, guidance_block, in_short
from levelbook.components.indicators import IndicatorRow, indicator_rows, shared_where
from levelbook.components.level_chips import Chip, carried, chip
from levelbook.components.prose import Passage, passages
from levelbook.localized.absence import Absence, absence_of
from levelbook.localized.extent import cell_extent
from levelbook.model.competency import Cell
from levelbook.queries.index import Member
from levelbook.site import urls
from levelbook.site.context import Context


@dataclass(frozen=True)
class LevelColumn:
    """A level of the competency."""

    cell: Cell
    chip: Chip
    anchor: str
    index: int
    """Which column it is."""
    label: str
    """Level and grades, where the column becomes an entry of its own."""
    indicators: tuple[IndicatorRow, ...]
    """Its indicators, as written there."""
    carried: tuple[Absence, ...]
    """From which levels all or some of what is asked there holds here."""
    by_level: tuple[Passage, ...]
    """What the level itself expects, where that is what is asked."""
    absence: Absence | None
    in_short: InShort | None
    """The level in the handbook's words, where the source does not say it."""
    guidance: GuidanceBlock | None
    """What the handbook adds of its own."""
    margin: Margin


def level_columns(ctx: Context, member: Member) -> tuple[LevelColumn, ...]:
    """The levels of a competency, low to high."""
    owner, competency = member
    cells = ((level.id, competency.cell(level.id)) for level in owner.levels)
    return tuple(_column(ctx, member, level, cell, index) for index, (level, cell) in enumerate(cells, 1) if cell)


def _column(ctx: Context, member: Member, level: str, cell: Cell, index: int) -> LevelColumn:
    owner, _ = member
    level_chip = chip(ctx, owner, level)
    assert level_chip is not None
    indicators, where = shared_where(indicator_rows(ctx, member, cell.indicators))
    cell_margin = margin(ctx, owner, cell, extent=cell_extent(ctx, owner, cell))
    return LevelColumn(
        cell=cell,
        chip=level_chip,
        anchor=urls.level_anchor(level),
        index=index,
        label=ctx.words("join.label").join(part for part in (level_chip.name, level_chip.note) if part),
        indicators=indicators,
        carried=carried(ctx, owner, member, level),
        by_level=passages(ctx, owner, ctx.expectation(owner, member, level).by_level),
        absence=absence_of(ctx, owner, cell),
        in_short=in_short(ctx, owner, cell, guidance_block(ctx, owner, cell, member[1])),
        guidance=guidance_block(ctx, owner, cell),
        margin=replace(cell_margin, where=cell_margin.where or where),
    )
