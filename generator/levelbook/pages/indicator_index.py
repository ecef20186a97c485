"""The index of all indicators."""

from dataclasses import dataclass

from levelbook.components.indicators import indicator_place
from levelbook.components.links import Link, sequence_link
from levelbook.localized.names import level_name
from levelbook.model.competency import Indicator
from levelbook.model.handbook import Sequence
from levelbook.queries.index import Member
from levelbook.queries.indicators import written_at
from levelbook.site import urls
from levelbook.site.context import Context
from levelbook.site.page import Layout, Page
from levelbook.site.sitemap import PageKind


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
        place=ctx.sitemap.existing(PageKind.INDICATORS),
        template="indicators",
        view=view,
        layout=Layout.FULL,
        description=ctx.words("index.description"),
    )
    return (page,)


def _group(ctx: Context, sequence: Sequence) -> IndexGroup:
    rows = tuple(_row(ctx, member, level, one) for member, level, one in written_at(sequence))
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
        place=Link(ctx.name(competency), indicator_place(ctx, member, level, one).address),
        level_name=level_name(ctx, owner, level) if level else ctx.words("competency.all_levels"),
    )
