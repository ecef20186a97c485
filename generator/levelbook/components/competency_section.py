"""A competency at a level: what is new there, what lower levels leave it, or why there is nothing.

`Expectation` has worked out what holds, in four parts, and the section shows each in its own way: what the level
is the first to ask (`indicators`), what holds on from lower levels (`inherited`), what may hold on because the source
does not say (`unstated`), and what was raised since, which is only counted. How a sequence's levels stand to each
other decides the words, not the parts: where each level is complete in itself, what comes from a lower one is
"written again", and is shown in every view (`counted`). Where levels add up, only the view of everything shows it; but
where the cell itself says that it takes over a lower level, every view names that level (`always`).

Four things are absent for different reasons, and none may stand in for another: a level that is not asked
(`nothing`, from `Required`), a cell or competency without content (`nothing`, from its own reason), a level that adds
nothing to lower ones (`quiet`), and a competency with facets alone (`facets`).
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from levelbook.components.editor_notes import Remark, cautions, remarks
from levelbook.components.facts import Margin
from levelbook.components.guidance.blocks import GuidanceBlock, InShort, guidance_block, in_short
from levelbook.components.indicators import IndicatorRow, indicator_rows, shared_where
from levelbook.components.level_chips import Chip, as_level, chip
from levelbook.components.links import Link, competency_link
from levelbook.components.releases.coming import Coming, coming_in
from levelbook.components.releases.ended import EndedLine, ended_lines
from levelbook.localized.absence import Absence, absence, absence_of
from levelbook.localized.extent import cell_extent, subjects
from levelbook.localized.names import level_name
from levelbook.model.competency import Cell, Competency, Indicator
from levelbook.model.handbook import Sequence
from levelbook.model.inheritance import Expectation, Inherited
from levelbook.problems import Place
from levelbook.queries.codes import answer_code, competency_code
from levelbook.queries.cumulation import adds
from levelbook.queries.index import Member
from levelbook.queries.requirements import UNLISTED, Required
from levelbook.site import urls
from levelbook.site.context import Context
from levelbook.site.edit_places import place
from levelbook.site.related import related


@dataclass(frozen=True)
class InheritedBlock:
    """What still holds of a lower level."""

    link: Absence | None
    """沿用初级, leading there; none where nothing of it holds."""
    figures: str
    """How many it writes again, where it is that; that they hold on needs no figure."""
    indicators: tuple[IndicatorRow, ...]
    always: bool
    """Whether the data say so in this cell, so that it is named in every view."""
    counted: bool
    """Whether it is what the level itself writes, so that it is shown in every view."""


@dataclass(frozen=True)
class UnstatedLevel:
    """What a lower level wrote and this one does not write again."""

    link: Link
    """The level, leading to its page."""
    figures: str
    """How many, and how many were raised since."""
    indicators: tuple[IndicatorRow, ...]


@dataclass(frozen=True)
class UnstatedBlock:
    """What lower levels wrote of which the source does not say whether it holds here."""

    sentence: str
    """How many, and that the source does not say."""
    levels: tuple[UnstatedLevel, ...]
    """By the level that wrote it, the nearest first."""

    @property
    def n(self) -> int:
        """How many there are."""
        return sum(len(level.indicators) for level in self.levels)


@dataclass(frozen=True)
class CompetencySection:
    """A competency at a level."""

    anchor: str
    link: Link
    code: str
    """Its whole code."""
    chip: Chip | None
    """Its level, where that differs from the page's."""
    cell: Cell | None
    """What is said of this level; none where nothing is, or where no level is asked."""
    indicators: tuple[IndicatorRow, ...]
    """What this level is the first to ask."""
    inherited: tuple[InheritedBlock, ...]
    """What holds on from lower levels."""
    as_level: Absence | None
    """Said where the level's own wording is what is asked."""
    unstated: UnstatedBlock | None
    """What may hold on from lower levels."""
    nothing: Absence | None
    """Why there is nothing."""
    quiet: str
    """Said where this level adds nothing to lower ones."""
    facets: str
    """What it covers, where that is all there is."""
    source: Place | None
    """Where it is edited."""
    tabled: bool
    """Whether its page has the levels side by side."""
    unlevelled: bool
    """Whether it asks the same at every level."""
    coming: tuple[Coming, ...]
    """What it gets here on a day ahead."""
    ended: tuple[EndedLine, ...]
    """What it asked here once."""
    in_short: InShort | None
    """What the level is about in the handbook's words, where the source has no summary."""
    guidance: str
    """What of the handbook's own is folded at its end."""
    key: str
    """By what that is found."""
    margin: Margin
    """The number of the competency; else what stands beside the cell, with warnings about what is shown of it."""


def competency_section(
    ctx: Context, reader: Sequence, member: Member, asked: Required, show_level: bool
) -> CompetencySection:
    """A competency at the level asked of it, or why it is not asked."""
    owner, competency = member
    level = asked.level
    expectation = ctx.expectation(reader, member, level) if level else Expectation(competency, "", None, (), ())
    nothing = _nothing(ctx, member, expectation, asked)
    indicators, where = shared_where(_rows(ctx, member, expectation.new, anchored=True))
    unlevelled, code = bool(competency.indicators), competency_code(owner, competency)
    ours = guidance_block(ctx, owner, expectation.cell, competency) if level or not competency.levels else None
    return CompetencySection(
        anchor=urls.competency_anchor(reader, owner, competency),
        link=competency_link(ctx, member),
        code=code,
        chip=chip(ctx, reader, level) if show_level and level and not unlevelled else None,
        cell=expectation.cell,
        indicators=indicators,
        inherited=tuple(_inherited(ctx, reader, member, expectation, source) for source in expectation.inherited),
        as_level=as_level(ctx, reader, level) if level and expectation.by_level else None,
        unstated=_unstated(ctx, reader, member, expectation) if expectation.open else None,
        nothing=nothing,
        quiet=_quiet(ctx, expectation, nothing) if adds(reader) else "",
        facets="" if expectation.applies else subjects(ctx, competency),
        source=place(competency, expectation.cell or competency),
        tabled=bool(competency.levels) or ctx.by_exam(member),
        unlevelled=unlevelled,
        coming=coming_in(ctx, code, "" if unlevelled else level) if level else (),
        ended=ended_lines(ctx, member, expectation.cell or competency) if level else (),
        in_short=in_short(ctx, owner, expectation.cell, ours),
        guidance=_folded(ours),
        key=answer_code(owner, competency),
        margin=_margin(ctx, reader, member, expectation, where),
    )


def _rows(
    ctx: Context, member: Member, indicators: Iterable[Indicator], anchored: bool = False
) -> tuple[IndicatorRow, ...]:
    """Indicators as lines, each with what is folded under it."""
    shown = tuple(indicators)
    rows = zip(shown, indicator_rows(ctx, member, shown, anchored), strict=True)
    return tuple(_guided(row, _folded(guidance_block(ctx, member[0], indicator))) for indicator, row in rows)


def _guided(row: IndicatorRow, kinds: str) -> IndicatorRow:
    return replace(row, guidance=kinds) if kinds and row.code else row


def _folded(block: GuidanceBlock | None) -> str:
    return block.kinds if block else ""


def _margin(ctx: Context, reader: Sequence, member: Member, expectation: Expectation, where: str) -> Margin:
    """Of the cell, or of the competency where there is none; `where` is the place that all indicators share."""
    (owner, competency), cell = member, expectation.cell
    return Margin(
        number=ctx.text(competency, "number"),
        where=ctx.text(cell or competency, "where") or where,
        extent=cell_extent(ctx, owner, cell) if cell else "",
        incomplete=ctx.marked(cell or competency, "incomplete"),
        see=related(ctx, owner, cell) if cell else (),
        remarks=_remarks(ctx, reader, competency, expectation),
    )


def _remarks(ctx: Context, reader: Sequence, competency: Competency, expectation: Expectation) -> tuple[Remark, ...]:
    """Notes on the cell, and warnings of the competency about what is shown of it."""
    on_cell = remarks(ctx, reader, expectation.cell) if expectation.cell else ()
    return (*on_cell, *cautions(ctx, reader, competency, (indicator.code for indicator in expectation.applies)))


def _nothing(ctx: Context, member: Member, expectation: Expectation, asked: Required) -> Absence | None:
    """Why there is nothing: first that no level is asked, then that what is asked has no content."""
    owner, competency = member
    if asked.level is None:
        return absence(ctx, owner, asked.gap or UNLISTED)
    return absence_of(ctx, owner, expectation.cell or competency)


def _quiet(ctx: Context, expectation: Expectation, nothing: Absence | None) -> str:
    """That the level adds nothing to lower ones, where the cell does not say so itself."""
    cell = expectation.cell
    if expectation.new or nothing or cell is None or cell.same_as or cell.as_level:
        return ""
    return ctx.words("level.nothing_new")


def _inherited(
    ctx: Context, reader: Sequence, member: Member, expectation: Expectation, source: Inherited
) -> InheritedBlock:
    name = level_name(ctx, reader, source.level)
    always = bool(expectation.cell and expectation.cell.same_as == source.level)
    written = {one.demand for one in expectation.cell.indicators} if expectation.cell and not adds(reader) else set()
    again = 0 if always else sum(one.demand in written for one in source.indicators)
    same = Absence("same", ctx.words("nothing.same_as", level=name), address=_at_level(reader, member, source.level))
    return InheritedBlock(
        link=same if source.indicators else None,
        figures=ctx.words("level.again", count=ctx.count("plain_indicator", again)) if again else "",
        indicators=_rows(ctx, member, source.indicators),
        always=always,
        counted=not adds(reader),
    )


def _at_level(reader: Sequence, member: Member, level: str) -> str:
    """Where the page of a level shows a competency."""
    return f"{urls.level(reader, level)}#{urls.competency_anchor(reader, *member)}"


def _unstated(ctx: Context, reader: Sequence, member: Member, expectation: Expectation) -> UnstatedBlock:
    count = ctx.count("plain_indicator", len(expectation.unsaid))
    return UnstatedBlock(
        sentence=ctx.words_of(reader)("level.open", count=count),
        levels=tuple(_unstated_level(ctx, reader, member, source) for source in expectation.open),
    )


def _unstated_level(ctx: Context, reader: Sequence, member: Member, source: Inherited) -> UnstatedLevel:
    key = "level.open_and_raised" if source.raised else "level.open_of"
    raised, count = (ctx.count("plain_indicator", n) for n in (source.raised, len(source.indicators)))
    return UnstatedLevel(
        link=Link(level_name(ctx, reader, source.level), _at_level(reader, member, source.level)),
        figures=ctx.words(key, count=count, raised=raised),
        indicators=_rows(ctx, member, source.indicators),
    )
