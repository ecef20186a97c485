"""The index of all indicators."""

from dataclasses import dataclass
from typing import Final

from levelbook.components.indicators import IndicatorIndexGroup, IndicatorIndexRow, indicator_place
from levelbook.components.links import Link, sequence_link
from levelbook.localized.names import level_name
from levelbook.model.competency import Indicator
from levelbook.model.handbook import Sequence
from levelbook.queries.index import Member
from levelbook.queries.indicators import written_at
from levelbook.queries.remembered import asked_once
from levelbook.site import urls
from levelbook.site.context import Context
from levelbook.site.page import Layout, Page
from levelbook.site.sitemap import PageKind

SHORT: Final = 60
"""So many indicators are read as one list; of more each sequence is folded."""


@dataclass(frozen=True)
class IndicatorIndexView:
    """Everything on the page."""

    figures: str
    """How many indicators."""
    groups: tuple[IndicatorIndexGroup, ...]
    """By sequence."""
    is_short: bool
    """Whether nothing has to be folded."""
    sequences: Link
    """Where all is found that is no indicator, for those who search without scripts."""


def pages(ctx: Context) -> tuple[Page, ...]:
    """The page of the index."""
    groups = [_group(ctx, sequence) for sequence in ctx.handbook.sequences.values()]
    filled = tuple(group for group in groups if group.rows)
    count = sum(len(group.rows) for group in filled)
    view = IndicatorIndexView(
        figures=ctx.count("indicator", count),
        groups=filled,
        is_short=count <= SHORT,
        sequences=Link(ctx.words("search.sequences"), urls.SEQUENCES),
    )
    page = Page(
        place=ctx.sitemap.existing(PageKind.INDICATORS),
        template="indicator_index",
        view=view,
        layout=Layout.FULL,
        description=ctx.words("index.description"),
    )
    return (page,)


@asked_once(lambda sequence: sequence.id)
def _group(ctx: Context, sequence: Sequence) -> IndicatorIndexGroup:
    rows = tuple(_row(ctx, *written) for written in written_at(sequence))
    return IndicatorIndexGroup(
        key=sequence.id,
        link=sequence_link(ctx, sequence),
        figures=ctx.count("indicator", len(rows)),
        rows=rows,
        levels=tuple((_filter_value(sequence, level.id), ctx.name(level)) for level in sequence.levels),
    )


def _filter_value(sequence: Sequence, level: str) -> str:
    """Level ids recur in other sequences, so the filter goes by both."""
    return f"{sequence.id}.{level}" if level else ""


def _row(ctx: Context, member: Member, level: str, indicator: Indicator) -> IndicatorIndexRow:
    owner, competency = member
    return IndicatorIndexRow(
        indicator=indicator,
        level=level,
        place=Link(ctx.name(competency), indicator_place(ctx, member, level, indicator).address),
        level_name=level_name(ctx, owner, level) if level else ctx.words("competency.all_levels"),
    )
