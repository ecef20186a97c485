"""A whole checklist: its items by group, what is left out and why, or why there is none."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from weakref import WeakKeyDictionary

from levelbook.model.handbook import Sequence
from levelbook.model.position import Position
from levelbook.model.scale import Unit
from levelbook.model.sequence import Group
from levelbook.plan.checklist_goals import Goal, column, elsewhere, goals
from levelbook.plan.checklist_item import NONE, RATING, Item, Left
from levelbook.plan.checklist_items import Maker
from levelbook.plan.checklist_scales import Ruler, Settings, settings
from levelbook.plan.desk import Desk, Member
from levelbook.plan.naming import group_title
from levelbook.plan.points import Ledger, ledger
from levelbook.plan.shared import figure, nothing

ELSEWHERE = "_elsewhere"
"""The group of competencies from outside the tree; no group of the data can have this id."""
QUICK, FULL = "quick", "full"
"""Rated by competency, rated by indicator."""


@dataclass(frozen=True)
class Branch:
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
    items: tuple[Item, ...]
    """The items in it, not those of groups below."""


@dataclass(frozen=True)
class Checklist:
    """Everything about holding oneself against a level, grade or position."""

    goal: Goal
    """The level, grade or position."""
    how: Settings
    """How it goes."""
    branches: tuple[Branch, ...]
    """Groups in the order of the tree, parents first."""
    left: tuple[Left, ...]
    """What is left out."""
    ledger: Ledger | None
    """The points of the sequence, where they hold here."""
    why: str
    """Why there is no such checklist; nothing where there is one."""

    @property
    def items(self) -> tuple[Item, ...]:
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

    def rulers(self, mode: str) -> Iterator[Ruler]:
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


_MADE: WeakKeyDictionary[Desk, dict[str, tuple[Checklist, ...]]] = WeakKeyDictionary()


def checklists(desk: Desk, sequence: Sequence) -> tuple[Checklist, ...]:
    """The checklists of everything in a sequence, also those that cannot be; made once."""
    made = _MADE.setdefault(desk, {})
    if sequence.id not in made:
        made[sequence.id] = tuple(_made(desk, sequence, one) for one in goals(desk, sequence))
    return made[sequence.id]


def exists(desk: Desk) -> bool:
    """Whether anything in the handbook can be assessed; where not, nobody speaks of it."""
    return any(not one.why for sequence in desk.handbook.sequences.values() for one in checklists(desk, sequence))


def checklist(desk: Desk, sequence: Sequence, key: str) -> Checklist | None:
    """The checklist of a level, grade or position; none where there is no such thing."""
    return next((one for one in checklists(desk, sequence) if one.goal.key == key), None)


def _made(desk: Desk, sequence: Sequence, goal: Goal) -> Checklist:
    how, points = settings(desk, sequence), ledger(desk, sequence)
    points = points if column(points, goal) is not None else None
    refused = _refused(desk, sequence, goal, how)
    if refused:
        return Checklist(goal, how, (), (), points, refused)
    maker = Maker(desk, sequence, goal, how, points)
    left: list[Left] = []
    branches = _pruned(_numbered(_branches(desk, sequence, goal, maker, points, left)))
    return Checklist(goal, how, branches, tuple(left), points, _empty(desk, goal, branches))


def _refused(desk: Desk, sequence: Sequence, goal: Goal, how: Settings) -> str:
    """Why nobody can be held against a goal, whatever it asks."""
    words = desk.words
    if sequence.head.retired:
        return words("check.why_ended", why=desk.said(sequence.head.retired, "why"))
    if how.ruler is None:
        return words("check.why_no_scale")
    reason = nothing(desk, goal.step) if isinstance(goal.step, Position) else None
    return words("nothing.why", what=reason.text, why=reason.why) if reason and not sequence.weights else ""


def _empty(desk: Desk, goal: Goal, branches: tuple[Branch, ...]) -> str:
    """Why nothing on a list can be rated; nothing where something can."""
    items = [one for branch in branches for one in branch.items]
    if not items:
        return desk.words(f"check.why_asks_nothing_{goal.kind}")
    if any(one.kind != NONE for one in items):
        return ""
    found = Counter(one.none.text for one in items if one.none)
    said = desk.series(f"{text} {desk.count('short_competency', n)}" for text, n in found.items())
    return desk.words("check.why_unwritten", count=desk.count("short_competency", len(items)), said=said)


def _branches(
    desk: Desk, sequence: Sequence, goal: Goal, maker: Maker, points: Ledger | None, left: list[Left]
) -> Iterator[Branch]:
    for above, group in sequence.groups():
        items = tuple(_items(maker, desk.members(sequence, group), group.id, left))
        weight = _weight(points, group, goal)
        parent = above[-1].id if above else ""
        yield Branch(group.id, desk.name(group), group_title(desk, above, group), parent, weight, group, items)
    others = tuple(_items(maker, elsewhere(desk, sequence, goal), ELSEWHERE, left))
    if others:
        title = desk.words("check.elsewhere")
        yield Branch(ELSEWHERE, title, title, "", "", None, others)


def _items(maker: Maker, members: tuple[Member, ...], group: str, left: list[Left]) -> Iterator[Item]:
    for member in members:
        made = maker.item(member, group)
        if isinstance(made, Left):
            left.append(made)
        elif made:
            yield made


def _weight(points: Ledger | None, group: Group, goal: Goal) -> str:
    where = column(points, goal)
    found = points.figures.figure(group.id, where) if points and where is not None else None
    return "" if found is None or isinstance(found, str) else figure(found)


def _numbered(branches: Iterator[Branch]) -> Iterator[Branch]:
    """Numbers what can be rated, through all groups."""
    at = 0
    for branch in branches:
        items = []
        for one in branch.items:
            at += one.kind != NONE
            items.append(replace(one, number=str(at) if one.kind != NONE else ""))
        yield replace(branch, items=tuple(items))


def _pruned(branches: Iterator[Branch]) -> tuple[Branch, ...]:
    """Groups that hold items, and the groups above them."""
    known = list(branches)
    kept: set[str] = set()
    for branch in reversed(known):
        if branch.items or branch.id in kept:
            kept |= {branch.id, branch.parent}
    return tuple(branch for branch in known if branch.id in kept)
