"""The pages that compare two levels."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations

from levelbook.components import cumulation, exams
from levelbook.components.changes import MARKS, Compared, change_seal, change_word, compared
from levelbook.components.links import Link, PageOfSequence, sequence_link
from levelbook.localized.names import group_title
from levelbook.model.handbook import Sequence
from levelbook.model.sequence import Level
from levelbook.queries.level_diff import ChangeKind
from levelbook.queries.remembered import asked_once
from levelbook.site import urls
from levelbook.site.context import Context
from levelbook.site.page import Heading, Layout, Page
from levelbook.site.sitemap import PageKind


@dataclass(frozen=True)
class ComparedGroup:
    """A group with its compared competencies."""

    anchor: str
    title: str
    competencies: tuple[Compared, ...]
    exam: str
    """What is said of those found out by an exam."""


@dataclass(frozen=True)
class ChangeFilter:
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
    shown: bool
    """Whether it is shown at first."""


@dataclass(frozen=True)
class ComparisonView(PageOfSequence):
    """Everything on the page of a pair."""

    grades: str
    """The grades of both levels."""
    low: Level
    high: Level
    lower_choices: tuple[Link, ...]
    """The levels to compare from."""
    higher_choices: tuple[Link, ...]
    """The levels to compare with."""
    filters: tuple[ChangeFilter, ...]
    """The kinds of change, with counts."""
    only_kind: str
    """Said in place of a filter where all changes are of one kind."""
    warning: str
    """Said where the source does not say whether what lower levels ask holds above."""
    groups: tuple[ComparedGroup, ...]
    """What changes."""
    side_by_side: str
    """The words that lead to a competency's levels side by side."""


def pages(ctx: Context, sequence: Sequence) -> tuple[Page, ...]:
    """A page for each pair of levels."""
    if not ctx.sitemap.has(PageKind.LEVEL_PAIRS, sequence):
        return ()
    return tuple(_page(ctx, sequence, low, high) for low, high in combinations(sequence.levels, 2))


@asked_once(lambda sequence, low, high: (sequence.id, low.id, high.id))
def _page(ctx: Context, sequence: Sequence, low: Level, high: Level) -> Page:
    view = _view(ctx, sequence, low, high)
    return Page(
        place=ctx.sitemap.existing(PageKind.COMPARISON, sequence, f"{low.id}/{high.id}"),
        template="comparison",
        view=view,
        headings=tuple(Heading(group.anchor, group.title) for group in view.groups),
        anchors=frozenset(competency.anchor for group in view.groups for competency in group.competencies),
        layout=Layout.FULL,
        description=_description(ctx, view),
    )


def _description(ctx: Context, view: ComparisonView) -> str:
    """Which kinds of change there are, as the page has them."""
    kinds = ctx.series(kind.word for kind in view.filters) or ctx.words("compare.nothing")
    low, high = ctx.name(view.low), ctx.name(view.high)
    return ctx.words("compare.description", sequence=view.sequence.text, low=low, high=high, kinds=kinds)


def _view(ctx: Context, sequence: Sequence, low: Level, high: Level) -> ComparisonView:
    groups = tuple(_groups(ctx, sequence, low, high))
    counts = Counter(row.kind for group in groups for competency in group.competencies for row in competency.rows)
    filters = _filters(ctx, counts)
    return ComparisonView(
        sequence=sequence_link(ctx, sequence),
        grades=_grades(ctx, sequence, low, high),
        low=low,
        high=high,
        lower_choices=_lower_choices(ctx, sequence, low, high),
        higher_choices=_higher_choices(ctx, sequence, low, high),
        filters=filters,
        only_kind=_only_kind(ctx, filters),
        warning=cumulation.warning(ctx, sequence),
        groups=groups,
        side_by_side=ctx.words("compare.side_by_side", n=ctx.amount(len(sequence.levels))),
    )


def _grades(ctx: Context, sequence: Sequence, low: Level, high: Level) -> str:
    """The grades of both levels, where both have any."""
    low_grades, high_grades = (
        ctx.series(ctx.name(grade) for grade in sequence.grades if grade.level == level.id) for level in (low, high)
    )
    return ctx.words("compare.pair", low=low_grades, high=high_grades) if low_grades and high_grades else ""


def _lower_choices(ctx: Context, sequence: Sequence, low: Level, high: Level) -> tuple[Link, ...]:
    """Every level but the highest; one that is not lower than the other goes to the next above it."""
    ranks, levels = sequence.ranks, sequence.levels
    links = []
    for level in levels[:-1]:
        to = high if ranks[level.id] < ranks[high.id] else levels[ranks[level.id]]
        links.append(Link(ctx.name(level), urls.comparison(sequence, level.id, to.id), current=level is low))
    return tuple(links)


def _higher_choices(ctx: Context, sequence: Sequence, low: Level, high: Level) -> tuple[Link, ...]:
    """The levels above the lower one."""
    return tuple(
        Link(ctx.name(level), urls.comparison(sequence, low.id, level.id), current=level is high)
        for level in sequence.levels
        if sequence.ranks[level.id] > sequence.ranks[low.id]
    )


def _filters(ctx: Context, counts: Counter[str]) -> tuple[ChangeFilter, ...]:
    return tuple(_filter(ctx, kind, counts[kind.value]) for kind in ChangeKind if counts[kind.value])


def _filter(ctx: Context, kind: ChangeKind, n: int) -> ChangeFilter:
    return ChangeFilter(
        kind.value, MARKS[kind], change_seal(ctx, kind), change_word(ctx, kind), n, kind != ChangeKind.SAME
    )


def _only_kind(ctx: Context, filters: tuple[ChangeFilter, ...]) -> str:
    """Where all changes are of one kind there is nothing to choose."""
    if len(filters) != 1:
        return ""
    return ctx.words("compare.all_one_kind", word=filters[0].word, n=filters[0].n)


def _groups(ctx: Context, sequence: Sequence, low: Level, high: Level) -> Iterable[ComparedGroup]:
    for above, group in sequence.groups():
        members = ctx.members(sequence, group)
        competencies = tuple(compared(ctx, sequence, member, low, high) for member in members if member[1].levels)
        by_exam = sum(ctx.by_exam(member) for member in members)
        if competencies or by_exam:
            anchor = urls.group_anchor(group.id)
            title = group_title(ctx, above, group)
            yield ComparedGroup(anchor, title, competencies, _exam(ctx, sequence, by_exam) if by_exam else "")


def _exam(ctx: Context, sequence: Sequence, n: int) -> str:
    head = ctx.words("exam.competencies", count=ctx.count("competency", n))
    if not exams.bands(ctx, sequence):
        return head + ctx.words("join.stop")
    return ctx.words("exam.said_of", head=head, said=ctx.words("exam.same_mark"))
