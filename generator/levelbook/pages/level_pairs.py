"""The page that lists all pairs of levels."""

from collections import Counter
from dataclasses import dataclass

from levelbook.components.changes import change_word
from levelbook.components.links import Link, sequence_link
from levelbook.localized.names import level_pair
from levelbook.model.handbook import Sequence
from levelbook.model.sequence import Level
from levelbook.queries.index import Member
from levelbook.queries.level_diff import ChangeKind
from levelbook.site import urls
from levelbook.site.context import Context
from levelbook.site.page import Page
from levelbook.site.sitemap import PageKind

SHOWN = (
    ChangeKind.NEW,
    ChangeKind.RAISED,
    ChangeKind.REWORDED,
    ChangeKind.AGAIN,
    ChangeKind.UNSAID,
    ChangeKind.DROPPED,
)
"""The kinds of change that are counted, in the order in which they are said."""


@dataclass(frozen=True)
class PairCell:
    """A pair in the table of pairs."""

    link: Link
    """The pair."""
    say: str
    """How many changes of each kind."""


@dataclass(frozen=True)
class PairRow:
    """All pairs that start at a level."""

    name: str
    """The lower level."""
    cells: tuple[PairCell | None, ...]
    """One for each higher level; none where the column is not higher."""


@dataclass(frozen=True)
class PairsView:
    """Everything on the page that lists all pairs."""

    over: Link
    """The sequence."""
    heads: tuple[str, ...]
    """The higher levels."""
    rows: tuple[PairRow, ...]
    """The lower levels."""
    caption: str
    """What the table shows."""
    lead: str
    """What can be seen in a comparison."""


def pages(ctx: Context, sequence: Sequence) -> tuple[Page, ...]:
    """The table of pairs."""
    if not ctx.sitemap.has(PageKind.LEVEL_PAIRS, sequence):
        return ()
    members = [one for one in ctx.all_members(sequence) if one[1].levels]
    return (_index(ctx, sequence, members),)


def _index(ctx: Context, sequence: Sequence, members: list[Member]) -> Page:
    columns = sequence.levels[1:]
    rows = [
        PairRow(
            ctx.name(low),
            tuple(_cell(ctx, sequence, members, low, high) if at <= col else None for col, high in enumerate(columns)),
        )
        for at, low in enumerate(sequence.levels[:-1])
    ]
    view = PairsView(
        over=sequence_link(ctx, sequence),
        heads=tuple(ctx.name(level) for level in columns),
        rows=tuple(rows),
        caption=ctx.words("compare.caption", sequence=ctx.sequence_name(sequence)),
        lead=ctx.words("compare.lead_unranked" if sequence.head.unranked else "compare.lead"),
    )
    return Page(
        place=ctx.sitemap.existing(PageKind.LEVEL_PAIRS, sequence),
        template="pairs",
        view=view,
        description=view.caption,
    )


def _cell(ctx: Context, sequence: Sequence, members: list[Member], low: Level, high: Level) -> PairCell:
    kinds = Counter(one.kind for member in members for one in ctx.changes(sequence, member, low.id, high.id))
    said = [ctx.words("compare.figure", word=change_word(ctx, kind), n=kinds[kind]) for kind in SHOWN if kinds[kind]]
    title = level_pair(ctx, low, high)
    return PairCell(Link(title, urls.comparison(sequence, low.id, high.id)), ctx.clauses(said))
