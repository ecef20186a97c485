"""What a competency of a concept is in its own sequence: its ladder, its figures, who asks for it.

The page of a concept sets competencies of several sequences side by side, whose levels and points must not be read
across. So everything here is asked of the sequence that owns the competency, never of one that borrows it: its chips,
its cells, its points. Points stand with the level they belong to; where the competency has no levels, and for grades
and positions, they stand by themselves. What asks for it is told but for grades that ask what their level asks.
"""

from dataclasses import dataclass

from levelbook.components.indicators import IndicatorRow, indicator_rows
from levelbook.components.level_chips import Chip, carried, chip
from levelbook.components.links import Link, sequence_link
from levelbook.components.requirements import NeedRow, need_rows
from levelbook.components.weights.badges import weight_badge
from levelbook.components.weights.cells import weight_cells
from levelbook.localized.absence import Absence, absence_of
from levelbook.localized.extent import subjects
from levelbook.model.competency import Cell, Competency
from levelbook.model.weight_sums import PLAIN
from levelbook.queries.codes import competency_code
from levelbook.queries.concepts import borrowers
from levelbook.queries.index import Member
from levelbook.site import urls
from levelbook.site.context import Context


@dataclass(frozen=True)
class RelatedWeight:
    """What a competency weighs at a level, grade or position."""

    column: str
    """The level, grade or position; nothing where it is said beside it, or for all."""
    text: str
    """The figure with its unit."""
    absence: Absence | None
    """Why there is no figure."""


@dataclass(frozen=True)
class RelatedLevel:
    """A level of the competency, on its own ladder."""

    chip: Chip
    """The level, among those of its sequence."""
    cell: Cell
    indicator_count: str
    """How many indicators are folded."""
    indicators: tuple[IndicatorRow, ...]
    """Those indicators."""
    carried: tuple[Absence, ...]
    """From which levels all or some of what is asked there holds here."""
    absence: Absence | None
    weight: RelatedWeight | None
    """What it weighs at this level."""


@dataclass(frozen=True)
class RelatedCompetency:
    """A competency of the concept."""

    competency: Competency
    link: Link
    """Its name, page and code."""
    definition: str
    """What it means there."""
    levels: tuple[RelatedLevel, ...]
    """Its levels, low to high."""
    exam: str
    """Said where it is found out by an exam."""
    facets: str
    """What it covers."""
    indicator_count: str
    """How many indicators hold for every level."""
    indicators: tuple[IndicatorRow, ...]
    """Those indicators."""
    absence: Absence | None
    name_only: str
    """Said where there is a name and nothing else."""
    weights: tuple[RelatedWeight, ...]
    """What it weighs for grades and positions, or as a whole."""
    required_by: tuple[NeedRow, ...]
    """Positions and exceptional grades that ask for it."""
    borrowers: tuple[Link, ...]
    """Other sequences that take it over as it is."""


def related_competency(ctx: Context, member: Member) -> RelatedCompetency:
    """A competency as it is in its own sequence."""
    owner, competency = member
    weights = _weights(ctx, member)
    cells = ((level.id, competency.cell(level.id)) for level in owner.levels)
    levels = tuple(_level(ctx, member, level, cell, weights.get(level)) for level, cell in cells if cell)
    facets, absence = subjects(ctx, competency), absence_of(ctx, owner, competency)
    definition = ctx.marked(competency, "definition") or ctx.marked(competency, "short")
    has_content = levels or facets or competency.indicators or definition
    return RelatedCompetency(
        competency=competency,
        link=Link(
            ctx.name(competency),
            urls.competency(owner, competency.id),
            competency_code(owner, competency),
        ),
        definition=definition,
        levels=levels,
        exam=ctx.words("exam.by_exam") if ctx.by_exam(member) else "",
        facets=facets,
        indicator_count=ctx.count("cell_indicator", len(competency.indicators)) if competency.indicators else "",
        indicators=indicator_rows(ctx, member, competency.indicators),
        absence=absence,
        name_only="" if has_content or absence else ctx.words_of(member[0])("concept.bare"),
        weights=tuple(weight for column, weight in weights.items() if not (levels and owner.level(column))),
        required_by=_required_by(ctx, member),
        borrowers=tuple(sequence_link(ctx, sequence) for sequence in borrowers(ctx, member)),
    )


def _level(ctx: Context, member: Member, level: str, cell: Cell, weight: RelatedWeight | None) -> RelatedLevel:
    owner, competency = member
    level_chip = chip(ctx, owner, level)
    assert level_chip is not None
    page = urls.competency(owner, competency.id)
    return RelatedLevel(
        chip=level_chip,
        cell=cell,
        indicator_count=ctx.count("cell_indicator", len(cell.indicators)) if cell.indicators else "",
        indicators=indicator_rows(ctx, member, cell.indicators),
        carried=carried(ctx, owner, member, level, page),
        absence=absence_of(ctx, owner, cell),
        weight=weight,
    )


def _required_by(ctx: Context, member: Member) -> tuple[NeedRow, ...]:
    """Positions, and grades that ask for another level than of the rest; plain grades stand with their level."""
    return tuple(need for need in need_rows(ctx, member) if need.exception or not need.of_grade)


def _weights(ctx: Context, member: Member) -> dict[str, RelatedWeight]:
    """What a competency weighs in its own sequence, by level, grade or position; `` for all of them."""
    table = weight_cells(ctx, member[0])
    if table is None:
        return {}
    cells = {column: table.of_member(member, column) for column in table.columns}
    return {
        column: RelatedWeight(
            column="" if column == PLAIN else table.name_of(column)[0],
            text="" if cell.nothing else weight_badge(ctx, table, cell).text,
            absence=cell.nothing,
        )
        for column, cell in cells.items()
        if cell
    }
