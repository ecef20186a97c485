"""The page that lists all pairs of levels."""

from collections import Counter
from dataclasses import dataclass

from levelbook.components.changes import change_word
from levelbook.components.links import Link, PageOfSequence, sequence_link
from levelbook.localized.names import level_pair
from levelbook.model.handbook import Sequence
from levelbook.model.sequence import Level
from levelbook.queries.index import Member
from levelbook.queries.level_diff import ChangeKind
from levelbook.site import urls
from levelbook.site.context import Context
from levelbook.site.page import Page
from levelbook.site.sitemap import PageKind

COUNTED_KINDS = (
    ChangeKind.NEW,
    ChangeKind.RAISED,
    ChangeKind.REWORDED,
    ChangeKind.AGAIN,
    ChangeKind.UNSAID,
    ChangeKind.DROPPED,
)
"""The kinds of change that are counted, in the order in which they are said."""


@dataclass(frozen=True)
class LevelPairCell:
    """A pair in the table of pairs."""

    link: Link
    figures: str
    """How many changes of each kind."""


@dataclass(frozen=True)
class LevelPairRow:
    """All pairs that start at a level."""

    name: str
    """The lower level."""
    cells: tuple[LevelPairCell | None, ...]
    """One for each higher level; none where the column is not higher."""


@dataclass(frozen=True)
class LevelPairsView(PageOfSequence):
    """Everything on the page that lists all pairs."""

    higher_levels: tuple[str, ...]
    rows: tuple[LevelPairRow, ...]
    """One a lower level."""
    caption: str
    lead: str
    """What can be seen in a comparison."""


def pages(ctx: Context, sequence: Sequence) -> tuple[Page, ...]:
    """The table of pairs."""
    if not ctx.sitemap.has(PageKind.LEVEL_PAIRS, sequence):
        return ()
    view = _view(ctx, sequence)
    page = Page(
        place=ctx.sitemap.existing(PageKind.LEVEL_PAIRS, sequence),
        template="level_pairs",
        view=view,
        description=view.caption,
    )
    return (page,)


def _view(ctx: Context, sequence: Sequence) -> LevelPairsView:
    members = [member for member in ctx.all_members(sequence) if member[1].levels]
    return LevelPairsView(
        sequence=sequence_link(ctx, sequence),
        higher_levels=tuple(ctx.name(level) for level in sequence.levels[1:]),
        rows=tuple(_row(ctx, sequence, members, low) for low in sequence.levels[:-1]),
        caption=ctx.words("compare.caption", sequence=ctx.sequence_name(sequence)),
        lead=ctx.words("compare.lead_unranked" if sequence.head.unranked else "compare.lead"),
    )


def _row(ctx: Context, sequence: Sequence, members: list[Member], low: Level) -> LevelPairRow:
    ranks = sequence.ranks
    cells = (
        _cell(ctx, sequence, members, low, high) if ranks[high.id] > ranks[low.id] else None
        for high in sequence.levels[1:]
    )
    return LevelPairRow(ctx.name(low), tuple(cells))


def _cell(ctx: Context, sequence: Sequence, members: list[Member], low: Level, high: Level) -> LevelPairCell:
    kinds = Counter(change.kind for member in members for change in ctx.changes(sequence, member, low.id, high.id))
    counts = [
        ctx.words("compare.figure", word=change_word(ctx, kind), n=kinds[kind]) for kind in COUNTED_KINDS if kinds[kind]
    ]
    title = level_pair(ctx, low, high)
    return LevelPairCell(Link(title, urls.comparison(sequence, low.id, high.id)), ctx.clauses(counts))
