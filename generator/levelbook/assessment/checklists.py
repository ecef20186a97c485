"""A whole checklist: its items by group, what is left out and why, or why there is none."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from weakref import WeakKeyDictionary

from levelbook.assessment.item import NONE, RATING, ChecklistItem, Omitted
from levelbook.assessment.items import Maker
from levelbook.assessment.settings import RatingScale, Settings, settings
from levelbook.assessment.targets import AssessmentTarget, assessment_targets, column, elsewhere
from levelbook.components.basics import figure, nothing
from levelbook.components.names import group_title
from levelbook.components.weight_table import WeightTable, weight_table
from levelbook.model.handbook import Sequence
from levelbook.model.position import Position
from levelbook.model.scale import Unit
from levelbook.model.sequence import Group
from levelbook.site.context import Context, Member

ELSEWHERE = "_elsewhere"
"""The group of competencies from outside the tree; no group of the data can have this id."""
QUICK, FULL = "quick", "full"
"""Rated by competency, rated by indicator."""


@dataclass(frozen=True)
class ChecklistGroup:
    """A group of the tree that holds items, or groups that do."""

    id: str
    """Its id."""
    name: str
    """Its name."""
    title: str
    """Its name with the groups above."""
    parent: str
    """The id of the group above; nothing for the outermost."""
    weight: str
    """Its points; nothing where there are none."""
    group: Group | None
    """What the data say of it."""
    items: tuple[ChecklistItem, ...]
    """The items in it, not those of groups below."""


@dataclass(frozen=True)
class Checklist:
    """Everything about holding oneself against a level, grade or position."""

    goal: AssessmentTarget
    """The level, grade or position."""
    how: Settings
    """How it goes."""
    branches: tuple[ChecklistGroup, ...]
    """Groups in the order of the tree, parents first."""
    left: tuple[Omitted, ...]
    """What is left out."""
    ledger: WeightTable | None
    """The points of the sequence, where they hold here."""
    why: str
    """Why there is no such checklist; nothing where there is one."""

    @property
    def items(self) -> tuple[ChecklistItem, ...]:
        """All items, in order."""
        return tuple(one for branch in self.branches for one in branch.items)

    @property
    def modes(self) -> tuple[str, ...]:
        """By competency, by indicator, or as one likes; the first is meant unless one chooses."""
        if self.how.parts is None or not any(one.parts for one in self.items):
            return (QUICK,)
        return (FULL,) if self.how.by is Unit.INDICATOR else (QUICK, FULL)

    @property
    def total(self) -> str:
        """What all points add up to; nothing where there are none."""
        declared = self.ledger.weights.total if self.ledger else None
        return figure(declared) if declared is not None else ""

    def rulers(self, mode: str) -> Iterator[RatingScale]:
        """The scales by which people rate; by indicator, items without any are rated as a whole all the same."""
        parts = self.how.parts if mode == FULL else None
        if parts:
            yield parts
        whole = any(one.kind == RATING and not one.parts for one in self.items)
        if self.how.ruler and (parts is None or (whole and parts.id != self.how.ruler.id)):
            yield self.how.ruler

    def left_out(self, why: str) -> tuple[str, ...]:
        """The names of what is left out for a reason."""
        return tuple(one.name for one in self.left if one.why == why)


_MADE: WeakKeyDictionary[Context, dict[str, tuple[Checklist, ...]]] = WeakKeyDictionary()


def checklists(ctx: Context, sequence: Sequence) -> tuple[Checklist, ...]:
    """The checklists of everything in a sequence, also those that cannot be; made once."""
    made = _MADE.setdefault(ctx, {})
    if sequence.id not in made:
        made[sequence.id] = tuple(_made(ctx, sequence, one) for one in assessment_targets(ctx, sequence))
    return made[sequence.id]


def exists(ctx: Context) -> bool:
    """Whether anything in the handbook can be assessed; where not, nobody speaks of it."""
    return any(not one.why for sequence in ctx.handbook.sequences.values() for one in checklists(ctx, sequence))


def checklist(ctx: Context, sequence: Sequence, key: str) -> Checklist | None:
    """The checklist of a level, grade or position; none where there is no such thing."""
    return next((one for one in checklists(ctx, sequence) if one.goal.key == key), None)


def _made(ctx: Context, sequence: Sequence, goal: AssessmentTarget) -> Checklist:
    how, points = settings(ctx, sequence), weight_table(ctx, sequence)
    points = points if column(points, goal) is not None else None
    refused = _refused(ctx, sequence, goal, how)
    if refused:
        return Checklist(goal, how, (), (), points, refused)
    maker = Maker(ctx, sequence, goal, how, points)
    left: list[Omitted] = []
    branches = _pruned(_numbered(_branches(ctx, sequence, goal, maker, points, left)))
    return Checklist(goal, how, branches, tuple(left), points, _empty(ctx, goal, branches))


def _refused(ctx: Context, sequence: Sequence, goal: AssessmentTarget, how: Settings) -> str:
    """Why nobody can be held against a goal, whatever it asks."""
    words = ctx.words
    if sequence.head.retired:
        return words("check.why_ended", why=ctx.text(sequence.head.retired, "why"))
    if how.ruler is None:
        return words("check.why_no_scale")
    reason = nothing(ctx, goal.step) if isinstance(goal.step, Position) else None
    return words("nothing.why", what=reason.text, why=reason.why) if reason and not sequence.weights else ""


def _empty(ctx: Context, goal: AssessmentTarget, branches: tuple[ChecklistGroup, ...]) -> str:
    """Why nothing on a list can be rated; nothing where something can."""
    items = [one for branch in branches for one in branch.items]
    if not items:
        return ctx.words(f"check.why_asks_nothing_{goal.kind}")
    if any(one.kind != NONE for one in items):
        return ""
    found = Counter(one.none.text for one in items if one.none)
    said = ctx.series(f"{text} {ctx.count('short_competency', n)}" for text, n in found.items())
    return ctx.words("check.why_unwritten", count=ctx.count("short_competency", len(items)), said=said)


def _branches(
    ctx: Context,
    sequence: Sequence,
    goal: AssessmentTarget,
    maker: Maker,
    points: WeightTable | None,
    left: list[Omitted],
) -> Iterator[ChecklistGroup]:
    for above, group in sequence.groups():
        items = tuple(_items(maker, ctx.members(sequence, group), group.id, left))
        weight = _weight(points, group, goal)
        parent = above[-1].id if above else ""
        yield ChecklistGroup(group.id, ctx.name(group), group_title(ctx, above, group), parent, weight, group, items)
    others = tuple(_items(maker, elsewhere(ctx, sequence, goal), ELSEWHERE, left))
    if others:
        title = ctx.words("check.elsewhere")
        yield ChecklistGroup(ELSEWHERE, title, title, "", "", None, others)


def _items(maker: Maker, members: tuple[Member, ...], group: str, left: list[Omitted]) -> Iterator[ChecklistItem]:
    for member in members:
        made = maker.item(member, group)
        if isinstance(made, Omitted):
            left.append(made)
        elif made:
            yield made


def _weight(points: WeightTable | None, group: Group, goal: AssessmentTarget) -> str:
    where = column(points, goal)
    found = points.figures.figure(group.id, where) if points and where is not None else None
    return "" if found is None or isinstance(found, str) else figure(found)


def _numbered(branches: Iterator[ChecklistGroup]) -> Iterator[ChecklistGroup]:
    """Numbers what can be rated, through all groups."""
    at = 0
    for branch in branches:
        items = []
        for one in branch.items:
            at += one.kind != NONE
            items.append(replace(one, number=str(at) if one.kind != NONE else ""))
        yield replace(branch, items=tuple(items))


def _pruned(branches: Iterator[ChecklistGroup]) -> tuple[ChecklistGroup, ...]:
    """Groups that hold items, and the groups above them."""
    known = list(branches)
    kept: set[str] = set()
    for branch in reversed(known):
        if branch.items or branch.id in kept:
            kept |= {branch.id, branch.parent}
    return tuple(branch for branch in known if branch.id in kept)
