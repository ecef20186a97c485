"""The pages that compare two levels."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations

from levelbook.diff import ChangeKind
from levelbook.model.handbook import Sequence
from levelbook.model.sequence import Level
from levelbook.plan import addresses, cumulation, exams
from levelbook.plan.changes import MARKS, Compared, change_seal, change_word, compared
from levelbook.plan.desk import Desk
from levelbook.plan.naming import group_title
from levelbook.plan.page import Heading, Layout, Page
from levelbook.plan.shared import Link, sequence_link


@dataclass(frozen=True)
class ComparedGroup:
    """A group with its compared competencies."""

    anchor: str
    """Its anchor."""
    title: str
    """Its name."""
    competencies: tuple[Compared, ...]
    """Its competencies."""
    exam: str
    """What is said of those found out by an exam."""


@dataclass(frozen=True)
class Filter:
    """A kind of change that can be left out."""

    kind: str
    """Which kind of change it is."""
    mark: str
    """Which seal it carries."""
    seal: str
    """The seal's character."""
    word: str
    """The word for it."""
    n: int
    """How many there are."""
    on: bool
    """Whether it is shown at first."""


@dataclass(frozen=True)
class CompareView:
    """Everything on the page of a pair."""

    title: str
    """Both levels."""
    over: Link
    """The sequence."""
    note: str
    """Their grades."""
    low: str
    """The lower level's name."""
    high: str
    """The higher level's name."""
    froms: tuple[Link, ...]
    """The levels to compare from."""
    tos: tuple[Link, ...]
    """The levels to compare with."""
    filters: tuple[Filter, ...]
    """The kinds of change, with counts."""
    only: str
    """Said in place of a filter where all changes are of one kind."""
    warning: str
    """Said where the source does not say whether what lower levels ask holds above."""
    groups: tuple[ComparedGroup, ...]
    """What changes."""
    side_by_side: str
    """The words that lead to a competency's levels side by side."""


def exists(desk: Desk, sequence: Sequence) -> bool:
    """Whether a sequence has two levels and something to compare."""
    return len(sequence.levels) > 1 and any(one.levels for _, one in desk.all_members(sequence))


def pages(desk: Desk, sequence: Sequence) -> tuple[Page, ...]:
    """A page for each pair of levels."""
    if not exists(desk, sequence):
        return ()
    return tuple(_page(desk, sequence, low, high) for low, high in combinations(sequence.levels, 2))


def _page(desk: Desk, sequence: Sequence, low: Level, high: Level) -> Page:
    view = _view(desk, sequence, low, high)
    return Page(
        address=addresses.comparison(sequence, low.id, high.id),
        title=view.title,
        template="compare",
        view=view,
        headings=tuple(Heading(group.anchor, group.title) for group in view.groups),
        anchors=frozenset(one.anchor for group in view.groups for one in group.competencies),
        layout=Layout.FULL,
        parent=addresses.comparisons(sequence),
        description=_description(desk, view),
    )


def _description(desk: Desk, view: CompareView) -> str:
    """Which kinds of change there are, as the page has them."""
    kinds = desk.series(one.word for one in view.filters) or desk.words("compare.nothing")
    return desk.words("compare.description", sequence=view.over.text, low=view.low, high=view.high, kinds=kinds)


def _view(desk: Desk, sequence: Sequence, low: Level, high: Level) -> CompareView:
    groups = tuple(_groups(desk, sequence, low, high))
    rows = [row for group in groups for one in group.competencies for row in one.rows]
    filters = _filters(desk, Counter(row.kind for row in rows))
    return CompareView(
        title=pair(desk, low, high),
        over=sequence_link(desk, sequence),
        note=_note(desk, sequence, low, high),
        low=desk.name(low),
        high=desk.name(high),
        froms=_froms(desk, sequence, low, high),
        tos=_tos(desk, sequence, low, high),
        filters=filters,
        only=_only(desk, filters),
        warning=cumulation.warning(desk, sequence),
        groups=groups,
        side_by_side=desk.words("compare.side_by_side", n=desk.amount(len(sequence.levels))),
    )


def pair(desk: Desk, low: Level, high: Level) -> str:
    """Both levels, as headings and links name them."""
    return desk.words("compare.pair", low=desk.name(low), high=desk.name(high))


def _note(desk: Desk, sequence: Sequence, low: Level, high: Level) -> str:
    """The grades of both levels, where both have any."""
    said = [desk.series(desk.name(one) for one in sequence.grades if one.level == level.id) for level in (low, high)]
    return desk.words("compare.pair", low=said[0], high=said[1]) if all(said) else ""


def _froms(desk: Desk, sequence: Sequence, low: Level, high: Level) -> tuple[Link, ...]:
    """Every level but the highest; one that is not lower than the other goes to the next above it."""
    ranks, levels = sequence.ranks, sequence.levels
    links = []
    for level in levels[:-1]:
        to = high if ranks[level.id] < ranks[high.id] else levels[ranks[level.id]]
        links.append(Link(desk.name(level), addresses.comparison(sequence, level.id, to.id), current=level is low))
    return tuple(links)


def _tos(desk: Desk, sequence: Sequence, low: Level, high: Level) -> tuple[Link, ...]:
    """The levels above the lower one."""
    return tuple(
        Link(desk.name(level), addresses.comparison(sequence, low.id, level.id), current=level is high)
        for level in sequence.levels
        if sequence.ranks[level.id] > sequence.ranks[low.id]
    )


def _filters(desk: Desk, counts: Counter[str]) -> tuple[Filter, ...]:
    return tuple(_filter(desk, kind, counts[kind.value]) for kind in ChangeKind if counts[kind.value])


def _filter(desk: Desk, kind: ChangeKind, n: int) -> Filter:
    return Filter(kind.value, MARKS[kind], change_seal(desk, kind), change_word(desk, kind), n, kind != ChangeKind.SAME)


def _only(desk: Desk, filters: tuple[Filter, ...]) -> str:
    """Where all changes are of one kind there is nothing to choose."""
    if len(filters) != 1:
        return ""
    return desk.words("compare.all_one_kind", word=filters[0].word, n=filters[0].n)


def _groups(desk: Desk, sequence: Sequence, low: Level, high: Level) -> Iterable[ComparedGroup]:
    for above, group in sequence.groups():
        members = desk.members(sequence, group)
        found = tuple(compared(desk, sequence, one, low, high) for one in members if one[1].levels)
        exam = sum(desk.by_exam(one) for one in members)
        if found or exam:
            anchor = addresses.group_anchor(group.id)
            title = group_title(desk, above, group)
            yield ComparedGroup(anchor, title, found, _exam(desk, sequence, exam) if exam else "")


def _exam(desk: Desk, sequence: Sequence, n: int) -> str:
    head = desk.words("exam.competencies", count=desk.count("competency", n))
    said = desk.words("exam.same_mark") if exams.bands(desk, sequence) else desk.words("exam.by_exam")
    return desk.words("exam.said_of", head=head, said=said)
