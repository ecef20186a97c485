"""The differences between a level and another, line by line in the order of the level's own page.

A page of two columns (`pages.comparison`) lists changes by their kind. Here the reader stays on the page of a level and
sees the same changes where its lines stand: the lines keep the order of that page, each is one sentence with both
texts in it, and what the page does not have comes at the end of its competency. It is read from the lower level to
the higher one always, also on the page of the lower one: there its words are the ground, and what comes is added.

Counts are made from the lines that are shown, so that a figure cannot differ from the list under it.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from levelbook.components.changes import MARKS, ChangeRow, ChangeRows, Wording, change_seal, change_word
from levelbook.components.level_chips import Chip, chip
from levelbook.localized.names import level_name
from levelbook.localized.sentences import WordedItem, by_items
from levelbook.model.competency import Indicator
from levelbook.model.handbook import Sequence
from levelbook.model.inheritance import home
from levelbook.model.sequence import Grade, Level
from levelbook.queries.grades import step_id
from levelbook.queries.index import Member
from levelbook.queries.level_diff import Change, ChangeKind
from levelbook.queries.requirements import NOT_REQUIRED, Required, required
from levelbook.site import urls
from levelbook.site.context import Context
from levelbook.site.sitemap import PageKind
from levelbook.text.wording import JoinedWord, joined

StepT = TypeVar("StepT", Level, Grade)
Asked = Callable[[StepT, Member], Required]
"""The level that a step asks of a competency."""
RESERVED = ("all", "new")
"""What an address says of views that are no comparison; steps with these ids are compared on the page of the pair."""
MOST_LINES = 900
"""So many compared lines a page brings along, some 40 bytes each as it travels; the neighbours always."""


@dataclass(frozen=True)
class FormerWording:
    """A demand that a line takes the place of, where it does not stand in the line itself."""

    label: str
    """What becomes of it, in words."""
    wording: Wording


@dataclass(frozen=True)
class ComparedLine:
    """A demand with what became of it, in one sentence."""

    row: ChangeRow
    here: str
    """The code of the line that stands in its place in the view of everything; nothing where there is none."""
    wording: Wording
    """What is read: what the higher level asks, else what the lower one does."""
    runs: tuple[JoinedWord, ...]
    """The sentence with both texts in it; nothing where no words are marked."""
    items: tuple[WordedItem[JoinedWord], ...]
    """The same part by part, where what is read is told apart in items."""
    former: tuple[FormerWording, ...]
    said: str
    """What it means that one of both levels has nothing of it, where that is not plain from its seal."""

    @property
    def is_here(self) -> bool:
        """Whether what is read is the page's own line, which then need not be brought along a second time."""
        return bool(self.here) and self.here == self.wording.code


@dataclass(frozen=True)
class CountedKind:
    """How many lines there are of a kind."""

    mark: str
    seal: str
    word: str
    n: int


@dataclass(frozen=True)
class StepComparison:
    """A level held against another, or a grade against another."""

    key: str
    """The id of the other one."""
    name: str
    """The name of the other one."""
    chip: Chip | None
    """Its stair, where it is a level."""
    page: str
    """The page that compares both: in columns two levels, as a move two grades; nothing where there is none."""
    label: str
    """What the view is called in the switch."""
    title: str
    """From which level to which."""
    beside: bool
    """Whether it is the next one below or above."""
    counts: tuple[CountedKind, ...]
    """How many lines there are of each kind, in the order of the kinds."""
    lines: Mapping[str, tuple[ComparedLine, ...]]
    """By the anchors of competencies; those of which neither says anything do not stand here. None at all where the
    page would be too heavy with them: then the way leads to the page of the pair."""

    @property
    def marks_words(self) -> bool:
        """Whether words are marked anywhere."""
        return any(line.runs for lines in self.lines.values() for line in lines)


def of_level(ctx: Context, sequence: Sequence, here: Level) -> tuple[StepComparison, ...]:
    """A level held against all others of its sequence: its neighbours first."""
    if not ctx.sitemap.has(PageKind.LEVEL_PAIRS, sequence):
        return ()
    return _comparisons(ctx, sequence, here, sequence.levels, lambda level, member: Required(level.id, False))


def of_grade(ctx: Context, sequence: Sequence, here: Grade) -> tuple[StepComparison, ...]:
    """A grade held against all others of its sequence, at the levels that they ask: its neighbours first."""
    return _comparisons(ctx, sequence, here, sequence.grades, lambda grade, member: required(sequence, grade, member))


def can_move(ctx: Context, sequence: Sequence) -> bool:
    """Whether its steps can be compared with any others on the page of a move."""
    return ctx.sitemap.has(PageKind.TRANSFER) and not sequence.head.retired


def _comparisons(
    ctx: Context, sequence: Sequence, here: StepT, steps: tuple[StepT, ...], asked: Asked[StepT]
) -> tuple[StepComparison, ...]:
    """The nearest first, until the page would be too heavy: of what is further away only the way to it is told."""
    at, n = steps.index(here), 0
    comparisons: dict[str, StepComparison] = {}
    for other in sorted(steps, key=lambda step: abs(steps.index(step) - at)):
        if other == here:
            continue
        comparison = comparisons[other.id] = _elsewhere(ctx, sequence, here, other, steps)
        always = comparison.beside or not comparison.page
        if other.id in RESERVED or (n > MOST_LINES and not always):
            continue
        low, high = sorted((here, other), key=steps.index)
        lines = _lines(ctx, sequence, (low, high), here is low, asked)
        n += sum(map(len, lines.values()))
        if n <= MOST_LINES or always:
            comparisons[other.id] = replace(comparison, counts=tuple(_counts(ctx, lines)), lines=lines)
        if not lines and isinstance(other, Grade):
            del comparisons[other.id]
    in_order = (comparisons[step.id] for step in steps if step.id in comparisons)
    return tuple(comparison for comparison in in_order if comparison.lines or comparison.page)


def _elsewhere(ctx: Context, sequence: Sequence, here: StepT, other: StepT, steps: tuple[StepT, ...]) -> StepComparison:
    """A comparison that stands on another page; nothing is worked out for it."""
    low, high = sorted((here, other), key=steps.index)
    return StepComparison(
        key=other.id,
        name=ctx.name(other),
        chip=chip(ctx, sequence, other.id) if isinstance(other, Level) else None,
        page=_page(ctx, sequence, low, high),
        label=ctx.words("level.view_against", level=ctx.name(other)),
        title=ctx.words("level.from_to", low=ctx.name(low), high=ctx.name(high)),
        beside=abs(steps.index(here) - steps.index(other)) == 1,
        counts=(),
        lines={},
    )


def _page(ctx: Context, sequence: Sequence, low: StepT, high: StepT) -> str:
    """Pairs of levels have a page each; two grades are compared on the page of a move."""
    if isinstance(low, Level):
        return urls.comparison(sequence, low.id, high.id)
    ends = step_id(sequence, low.id), step_id(sequence, high.id)
    return urls.transfer(sequence, *ends) if can_move(ctx, sequence) else ""


def _lines(
    ctx: Context, sequence: Sequence, ends: tuple[StepT, StepT], here_is_low: bool, asked: Asked[StepT]
) -> dict[str, tuple[ComparedLine, ...]]:
    low, high = ends
    names = ctx.name(low), ctx.name(high)
    lines = {}
    for member in ctx.all_members(sequence):
        pair = _Pair(ctx, sequence, member, (asked(low, member), asked(high, member)), here_is_low, names)
        of_competency = () if ctx.by_exam(member) else tuple(pair.lines())
        if of_competency:
            lines[urls.competency_anchor(sequence, *member)] = of_competency
    return lines


def _counts(ctx: Context, lines: Mapping[str, tuple[ComparedLine, ...]]) -> Iterator[CountedKind]:
    kinds = Counter(line.row.kind for of_competency in lines.values() for line in of_competency)
    for kind in ChangeKind:
        if kinds[kind.value]:
            yield _counted(ctx, kind, kinds[kind.value])


def _counted(ctx: Context, kind: ChangeKind, n: int) -> CountedKind:
    return CountedKind(MARKS[kind], change_seal(ctx, kind), change_word(ctx, kind), n)


class _Pair:
    """A competency at the levels that a lower and a higher step ask of it."""

    def __init__(
        self,
        ctx: Context,
        sequence: Sequence,
        member: Member,
        asked: tuple[Required, Required],
        here_is_low: bool,
        names: tuple[str, str],
    ) -> None:
        self._ctx = ctx
        self._sequence = sequence
        self._member = member
        self._low, self._high = asked
        self._here_is_low = here_is_low
        self._rows = ChangeRows(ctx, sequence, member, self._low.level or "", names)

    def lines(self) -> Iterator[ComparedLine]:
        """What becomes of its demands in the order of the page, what the page does not have at the end."""
        here = (self._low if self._here_is_low else self._high).level
        waiting = list(self._changes())
        for indicator in self._applying(here):
            for change in tuple(waiting):
                own = change.before if self._here_is_low else (change.after,)
                if any(each is indicator for each in own):
                    waiting.remove(change)
                    yield self._line(change, indicator.code)
        for change in waiting:
            yield self._line(change, "")

    def _changes(self) -> tuple[Change, ...]:
        """Where only one of both steps asks for a level, all that it asks is the other's to answer for."""
        low, high = self._low, self._high
        if low.level and high.level:
            return self._ctx.changes(self._sequence, self._member, low.level, high.level)
        above = ChangeKind.NEW if low.gap == NOT_REQUIRED else ChangeKind.UNSAID
        below = ChangeKind.DROPPED if high.gap == NOT_REQUIRED else ChangeKind.UNSAID
        added = (Change(above, after=indicator) for indicator in self._applying(high.level))
        return (*added, *(Change(below, before=(indicator,)) for indicator in self._applying(low.level)))

    def _applying(self, level: str | None) -> tuple[Indicator, ...]:
        return self._ctx.expectation(self._sequence, self._member, level).applies if level else ()

    def _line(self, change: Change, here: str) -> ComparedLine:
        row = self._rows.row(change)
        after, before = row.after, row.before
        marked = after and before and after.words and before[0].words
        runs = joined(before[0].words, after.words) if after and marked else ()
        said_in_line = bool(runs) or change.kind in (ChangeKind.SAME, ChangeKind.AGAIN)
        left = before[1:] if said_in_line else before
        return ComparedLine(
            row=row,
            here=here,
            wording=after or before[0],
            runs=runs,
            items=by_items(change.after, runs) if change.after else (),
            former=tuple(self._former(change, wording, bool(runs)) for wording in left) if after else (),
            said=row.missing if change.kind in (ChangeKind.UNSAID, ChangeKind.DROPPED) else "",
        )

    def _former(self, change: Change, wording: Wording, beside: bool) -> FormerWording:
        """What is replaced beside the sentence in the line, or by a sentence written anew."""
        homes = (home(self._member[1], each) for each in change.before if each.code == wording.code)
        level = level_name(self._ctx, self._sequence, next(homes, ""))
        key = "level.replaces_too" if beside else "level.rewritten"
        return FormerWording(self._ctx.words(key, level=level), wording)
