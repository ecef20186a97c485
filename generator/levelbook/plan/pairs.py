"""The page that lists all pairs of levels."""

from collections import Counter
from dataclasses import dataclass

from levelbook.diff import ChangeKind
from levelbook.model.handbook import Sequence
from levelbook.model.sequence import Level
from levelbook.plan import addresses
from levelbook.plan.changes import change_word
from levelbook.plan.compare import exists, pair
from levelbook.plan.desk import Desk, Member
from levelbook.plan.page import Page
from levelbook.plan.shared import Link, sequence_link

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


def pages(desk: Desk, sequence: Sequence) -> tuple[Page, ...]:
    """The table of pairs."""
    if not exists(desk, sequence):
        return ()
    members = [one for one in desk.all_members(sequence) if one[1].levels]
    return (_index(desk, sequence, members),)


def _index(desk: Desk, sequence: Sequence, members: list[Member]) -> Page:
    columns = sequence.levels[1:]
    rows = [
        PairRow(
            desk.name(low),
            tuple(_cell(desk, sequence, members, low, high) if at <= col else None for col, high in enumerate(columns)),
        )
        for at, low in enumerate(sequence.levels[:-1])
    ]
    view = PairsView(
        over=sequence_link(desk, sequence),
        heads=tuple(desk.name(level) for level in columns),
        rows=tuple(rows),
        caption=desk.words("compare.caption", sequence=desk.sequence_name(sequence)),
        lead=desk.words("compare.lead_unranked" if sequence.head.unranked else "compare.lead"),
    )
    return Page(
        address=addresses.comparisons(sequence),
        title=desk.words("compare.title"),
        template="pairs",
        view=view,
        parent=addresses.sequence(sequence),
        description=view.caption,
    )


def _cell(desk: Desk, sequence: Sequence, members: list[Member], low: Level, high: Level) -> PairCell:
    kinds = Counter(one.kind for member in members for one in desk.changes(sequence, member, low.id, high.id))
    said = [desk.words("compare.figure", word=change_word(desk, kind), n=kinds[kind]) for kind in SHOWN if kinds[kind]]
    title = pair(desk, low, high)
    return PairCell(Link(title, addresses.comparison(sequence, low.id, high.id)), desk.clauses(said))
