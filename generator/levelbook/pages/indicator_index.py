"""The index of all indicators."""

from dataclasses import dataclass

from levelbook.components.basics import Link, level_name, sequence_link
from levelbook.model.competency import Indicator
from levelbook.model.handbook import Sequence
from levelbook.site import urls
from levelbook.site.context import Context, Member
from levelbook.site.page import Layout, Page


@dataclass(frozen=True)
class IndexRow:
    """An indicator of the index."""

    code: str
    """Its code, or nothing yet."""
    address: str
    """Its permanent page."""
    text: str
    """What it says."""
    level: str
    """What the level filter goes by."""
    place: Link
    """The competency, leading to where it stands."""
    level_name: str
    """The level's name."""


@dataclass(frozen=True)
class IndexGroup:
    """The indicators of a sequence."""

    key: str
    """The sequence's id."""
    anchor: str
    """Its anchor."""
    link: Link
    """The sequence."""
    figures: str
    """How many indicators."""
    rows: tuple[IndexRow, ...]
    """Its indicators, in the order of the tree, low levels first."""
    levels: tuple[tuple[str, str], ...]
    """What the level filter offers: value and name."""


@dataclass(frozen=True)
class IndexView:
    """Everything on the page."""

    figures: str
    """How many indicators."""
    groups: tuple[IndexGroup, ...]
    """By sequence."""


def pages(ctx: Context) -> tuple[Page, ...]:
    """The page of the index."""
    groups = [_group(ctx, sequence) for sequence in ctx.handbook.sequences.values()]
    found = tuple(group for group in groups if group.rows)
    view = IndexView(ctx.count("indicator", sum(len(group.rows) for group in found)), found)
    page = Page(
        address=urls.INDICATORS,
        title=ctx.words("index.title"),
        template="indicators",
        view=view,
        layout=Layout.FULL,
        description=ctx.words("index.description"),
    )
    return (page,)


def homes(sequence: Sequence) -> list[tuple[Member, str, Indicator]]:
    """All indicators in force of a sequence's own competencies, each with the level where it is written."""
    found: list[tuple[Member, str, Indicator]] = []
    for competency in sequence.competencies.values():
        member = (sequence, competency)
        found += [(member, "", one) for one in competency.indicators]
        for level in sequence.levels:
            cell = competency.cell(level.id)
            found += [(member, level.id, one) for one in (cell.indicators if cell else ())]
    return found


def _group(ctx: Context, sequence: Sequence) -> IndexGroup:
    rows = tuple(_row(ctx, member, level, one) for member, level, one in homes(sequence))
    return IndexGroup(
        key=sequence.id,
        anchor=urls.sequence_anchor(sequence.id),
        link=sequence_link(ctx, sequence),
        figures=ctx.count("indicator", len(rows)),
        rows=rows,
        levels=tuple((_filter(sequence, level.id), ctx.name(level)) for level in sequence.levels),
    )


def _filter(sequence: Sequence, level: str) -> str:
    """Level ids recur in other sequences, so the filter goes by both."""
    return f"{sequence.id}.{level}" if level else ""


def _row(ctx: Context, member: Member, level: str, one: Indicator) -> IndexRow:
    owner, competency = member
    return IndexRow(
        code=one.code,
        address=urls.permanent(one.code) if one.code else "",
        text=ctx.marked(one, "text"),
        level=_filter(owner, level),
        place=Link(ctx.name(competency), place_of(ctx, member, level, one).address),
        level_name=level_name(ctx, owner, level) if level else ctx.words("competency.all_levels"),
    )


def place_of(ctx: Context, member: Member, level: str, one: Indicator) -> Link:
    """Competency and level, leading to the line on the level's page."""
    owner, competency = member
    name = ctx.name(competency)
    found = owner.level(level)
    if found is None:
        address = urls.competency(owner, competency.id)
        return Link(name, f"{address}#{one.code}" if one.code else address)
    anchor = one.code or urls.competency_anchor(owner, owner, competency)
    if one not in ctx.standing(owner, member, level).new:
        anchor = urls.competency_anchor(owner, owner, competency)
    return Link(f"{name}{ctx.words('join.label')}{ctx.name(found)}", f"{urls.level(owner, level)}#{anchor}")
