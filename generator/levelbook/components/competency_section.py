"""A competency at a level: what is new there, what lower levels leave it, or why there is nothing."""

from dataclasses import dataclass

from levelbook.components.editor_notes import Remark, cautions, remarks
from levelbook.components.extent import cell_extent, subjects
from levelbook.components.indicators import IndicatorRow, indicator_rows, shared_where
from levelbook.components.level_chips import Chip, chip
from levelbook.components.links import Link, competency_link
from levelbook.localized.absence import Absence, absence, absence_of
from levelbook.localized.names import level_name
from levelbook.model.competency import Competency, Measure
from levelbook.model.handbook import Sequence
from levelbook.model.inheritance import Expectation, Inherited
from levelbook.problems import Place
from levelbook.queries.codes import competency_code
from levelbook.queries.cumulation import adds
from levelbook.queries.index import Member
from levelbook.queries.requirements import UNLISTED, Required
from levelbook.site import urls
from levelbook.site.context import Context
from levelbook.site.edit_places import place
from levelbook.site.links import LinkTarget
from levelbook.site.related import related


@dataclass(frozen=True)
class InheritedBlock:
    """What still holds of a lower level."""

    link: Absence | None
    """沿用初级, leading there; none where nothing of it holds."""
    say: str
    """How many hold, how many were raised."""
    lines: tuple[IndicatorRow, ...]
    """What holds."""
    always: bool
    """Whether the data say so in this cell, so that it is named in every view."""
    counted: bool
    """Whether it is what the level itself writes, so that it is shown in every view."""


@dataclass(frozen=True)
class UnstatedLevel:
    """What a lower level wrote and this one does not write again."""

    link: Link
    """The level, leading to its page."""
    say: str
    """How many, and how many were raised since."""
    lines: tuple[IndicatorRow, ...]
    """What it wrote."""


@dataclass(frozen=True)
class UnstatedBlock:
    """What lower levels wrote of which the source does not say whether it holds here."""

    say: str
    """How many, and that the source does not say."""
    levels: tuple[UnstatedLevel, ...]
    """By the level that wrote it, the nearest first."""

    @property
    def n(self) -> int:
        """How many there are."""
        return sum(len(one.lines) for one in self.levels)


@dataclass(frozen=True)
class CompetencySection:
    """A competency at a level."""

    anchor: str
    """Its anchor."""
    link: Link
    """Its name, page and code."""
    code_address: str
    """The permanent address of the competency."""
    chip: Chip | None
    """Its level, where that differs from the page's."""
    cell_name: str
    """Where this level has a name of its own."""
    summary: str
    """The level in a sentence."""
    lines: tuple[IndicatorRow, ...]
    """What this level is the first to ask."""
    held: tuple[InheritedBlock, ...]
    """What holds on from lower levels."""
    open: UnstatedBlock | None
    """What may hold on from lower levels."""
    nothing: Absence | None
    """Why there is nothing."""
    quiet: str
    """Said where this level adds nothing to lower ones."""
    facets: str
    """What it covers, where that is all there is."""
    incomplete: str
    """What of it is missing."""
    remarks: tuple[Remark, ...]
    """Editor's notes on the cell."""
    source: Place | None
    """Where it is edited."""
    tabled: bool
    """Whether its page has the levels side by side."""
    unlevelled: bool
    """Whether it asks the same at every level."""
    number: str
    """The competency's number, as printed."""
    tag: str
    """How it is found out, where not by behaviour."""
    where: str
    """Place of the cell in the source."""
    extent: str
    """How many indicators the source announces, and whether it lists them all."""
    see: tuple[LinkTarget, ...]
    """Things related to the cell."""


def competency_section(
    ctx: Context, reader: Sequence, member: Member, asked: Required, show_level: bool
) -> CompetencySection:
    """A competency at the level asked of it, or why it is not asked."""
    owner, competency = member
    level = asked.level
    found = ctx.expectation(reader, member, level) if level else Expectation(competency, "", None, (), ())
    cell, code = found.cell, competency_code(owner, competency)
    empty = _empty(ctx, member, found, asked)
    made, where = shared_where(indicator_rows(ctx, member, found.new, anchored=True))
    unlevelled = bool(competency.indicators)
    return CompetencySection(
        anchor=urls.competency_anchor(reader, owner, competency),
        link=competency_link(ctx, member),
        code_address=urls.permanent(code) if code else "",
        chip=chip(ctx, reader, level) if show_level and level and not unlevelled else None,
        cell_name=ctx.text(cell, "name") if cell else "",
        summary=ctx.marked(cell, "summary") if cell else "",
        lines=made,
        held=tuple(_held(ctx, reader, member, found, one) for one in found.inherited),
        open=_open(ctx, reader, member, found) if found.open else None,
        nothing=empty,
        quiet=_quiet(ctx, found, empty) if adds(reader) else "",
        facets="" if found.applies else subjects(ctx, competency),
        incomplete=ctx.marked(cell or competency, "incomplete"),
        remarks=_remarks(ctx, reader, competency, found),
        source=place(competency, cell or competency),
        tabled=bool(competency.levels) or ctx.by_exam(member),
        unlevelled=unlevelled,
        number=ctx.text(competency, "number"),
        tag=_tag(ctx, member),
        where=ctx.text(cell or competency, "where") or where,
        extent=cell_extent(ctx, cell) if cell else "",
        see=related(ctx, owner, cell) if cell else (),
    )


def _remarks(ctx: Context, reader: Sequence, competency: Competency, found: Expectation) -> tuple[Remark, ...]:
    """Notes on the cell, and warnings of the competency about what is shown of it."""
    own = remarks(ctx, reader, found.cell) if found.cell else ()
    return (*own, *cautions(ctx, reader, competency, (one.code for one in found.applies)))


def _tag(ctx: Context, member: Member) -> str:
    """How a competency is found out, where not by behaviour."""
    owner, competency = member
    measure = owner.measure(competency)
    return "" if measure is Measure.BEHAVIOUR else ctx.words(f"measure.{measure.value}")


def _empty(ctx: Context, member: Member, found: Expectation, asked: Required) -> Absence | None:
    _, competency = member
    if asked.level is None:
        return absence(ctx, asked.gap or UNLISTED)
    return absence_of(ctx, found.cell) if found.cell else absence_of(ctx, competency)


def _quiet(ctx: Context, found: Expectation, empty: Absence | None) -> str:
    if found.new or empty or found.cell is None or found.cell.same_as:
        return ""
    return ctx.words("level.nothing_new")


def _held(ctx: Context, reader: Sequence, member: Member, found: Expectation, source: Inherited) -> InheritedBlock:
    owner, competency = member
    name = level_name(ctx, reader, source.level)
    anchor = urls.competency_anchor(reader, owner, competency)
    address = f"{urls.level(reader, source.level)}#{anchor}"
    always = bool(found.cell and found.cell.same_as == source.level)
    again = not adds(reader) and not always
    return InheritedBlock(
        link=Absence("same", ctx.words("nothing.same_as", level=name), address=address) if source.indicators else None,
        say=_say_held(ctx, name, len(source.indicators), source.raised, again),
        lines=indicator_rows(ctx, member, source.indicators),
        always=always,
        counted=not adds(reader),
    )


def _open(ctx: Context, reader: Sequence, member: Member, found: Expectation) -> UnstatedBlock:
    count = ctx.count("plain_indicator", len(found.unsaid))
    return UnstatedBlock(
        say=ctx.words("level.open", count=count),
        levels=tuple(_open_level(ctx, reader, member, one) for one in found.open),
    )


def _open_level(ctx: Context, reader: Sequence, member: Member, source: Inherited) -> UnstatedLevel:
    owner, competency = member
    anchor = urls.competency_anchor(reader, owner, competency)
    key = "level.open_and_raised" if source.raised else "level.open_of"
    raised, count = (ctx.count("plain_indicator", n) for n in (source.raised, len(source.indicators)))
    return UnstatedLevel(
        link=Link(level_name(ctx, reader, source.level), f"{urls.level(reader, source.level)}#{anchor}"),
        say=ctx.words(key, count=count, raised=raised),
        lines=indicator_rows(ctx, member, source.indicators),
    )


def _say_held(ctx: Context, level: str, held: int, raised: int, again: bool) -> str:
    """How many hold on, and how many were raised since; or how many are written again."""
    if again:
        return ctx.words("level.again", count=ctx.count("plain_indicator", held))
    if not held:
        return ctx.words("level.all_raised", level=level, count=ctx.count("plain_indicator", raised))
    key = "level.held_and_raised" if raised else "level.held"
    count = ctx.count("plain_indicator", held)
    return ctx.words(key, count=count, raised=ctx.count("plain_indicator", raised))
