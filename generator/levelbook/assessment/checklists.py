"""A whole checklist: its items by group, what is left out and why, or why there is none."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from levelbook.assessment.item import ChecklistItem, Omitted
from levelbook.assessment.items import ItemBuilder
from levelbook.assessment.scoring.checklist import ItemKind, Mode
from levelbook.assessment.settings import RatingScale, Settings, settings
from levelbook.assessment.targets import AssessmentTarget, assessment_targets, elsewhere, weight_column
from levelbook.localized.absence import absence_of
from levelbook.localized.handbook import LocalizedHandbook
from levelbook.localized.names import group_title
from levelbook.model.decimals import figure
from levelbook.model.handbook import Sequence
from levelbook.model.position import Position
from levelbook.model.scale import Unit
from levelbook.model.sequence import Group
from levelbook.queries.grades import step_id
from levelbook.queries.index import Member
from levelbook.queries.remembered import remembered
from levelbook.queries.weights import WeightTable, weight_table

ELSEWHERE = "_elsewhere"
"""The group of competencies from outside the tree; no group of the data can have this id."""
"""Rated by competency, rated by indicator."""


@dataclass(frozen=True)
class ChecklistGroup:
    """A group of the tree that holds items, or groups that do."""

    id: str
    name: str
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
    """Everything about assessing oneself against a level, grade or position."""

    target: AssessmentTarget
    settings: Settings
    groups: tuple[ChecklistGroup, ...]
    """Groups in the order of the tree, parents first."""
    omitted: tuple[Omitted, ...]
    weights: WeightTable | None
    """The points of the sequence, where they hold here."""
    refusal: str
    """Why there is no such checklist; nothing where there is one."""

    @property
    def items(self) -> tuple[ChecklistItem, ...]:
        """All items, in order."""
        return tuple(item for group in self.groups for item in group.items)

    @property
    def modes(self) -> tuple[Mode, ...]:
        """By competency, by indicator, or as one likes; the first is meant unless one chooses."""
        if self.settings.indicator_scale is None or not any(item.indicators for item in self.items):
            return (Mode.QUICK,)
        return (Mode.FULL,) if self.settings.by is Unit.INDICATOR else (Mode.QUICK, Mode.FULL)

    @property
    def total(self) -> str:
        """What all points add up to; nothing where there are none."""
        declared = self.weights.weights.total if self.weights else None
        return figure(declared) if declared is not None else ""

    def scales(self, mode: Mode) -> Iterator[RatingScale]:
        """The scales by which people rate; by indicator, items without any are rated as a whole all the same."""
        rated = [item for item in self.items if item.kind is ItemKind.RATING]
        by_indicator = [item for item in rated if item.indicators and (mode is Mode.FULL or item.one_by_one)]
        used = [self.settings.indicator_scale] if by_indicator or mode is Mode.FULL else []
        if not used or len(by_indicator) < len(rated):
            used.insert(len(used) if mode is Mode.FULL else 0, self.settings.scale)
        yield from {scale.id: scale for scale in used if scale}.values()

    def left_out(self, reason: str) -> tuple[str, ...]:
        """The names of what is left out for a reason."""
        return tuple(omitted.name for omitted in self.omitted if omitted.reason == reason)


@remembered(lambda sequence: sequence.id)
def checklists(book: LocalizedHandbook, sequence: Sequence) -> tuple[Checklist, ...]:
    """The checklists of everything in a sequence, also those that cannot be."""
    return tuple(_checklist(book, sequence, target) for target in assessment_targets(book, sequence))


def is_assessed(book: LocalizedHandbook, sequence: Sequence) -> bool:
    """Whether there is a checklist of a sequence, and so files of what was filled in."""
    return any(not checklist.refusal for checklist in checklists(book, sequence))


def checklist_of(book: LocalizedHandbook, sequence: Sequence, key: str) -> Checklist | None:
    """The checklist of a level, grade or position; none where there is no such thing."""
    step = step_id(sequence, key)
    return next((checklist for checklist in checklists(book, sequence) if checklist.target.key == step), None)


def _checklist(book: LocalizedHandbook, sequence: Sequence, target: AssessmentTarget) -> Checklist:
    chosen, weights = settings(book, sequence), weight_table(sequence)
    weights = weights if weight_column(weights, target) is not None else None
    refusal = _refusal(book, sequence, target, chosen)
    if refusal:
        return Checklist(target, chosen, (), (), weights, refusal)
    builder = ItemBuilder(book, sequence, target, chosen, weights)
    omitted: list[Omitted] = []
    groups = _pruned(_numbered(_groups(book, sequence, target, builder, weights, omitted)))
    return Checklist(target, chosen, groups, tuple(omitted), weights, _why_empty(book, target, groups))


def _refusal(book: LocalizedHandbook, sequence: Sequence, target: AssessmentTarget, chosen: Settings) -> str:
    """Why nobody can be assessed against a target, whatever it asks."""
    words = book.words
    if sequence.head.retired:
        return words("check.why_ended", why=book.text(sequence.head.retired, "why"))
    if chosen.scale is None:
        return words("check.why_no_scale")
    reason = absence_of(book, sequence, target.step) if isinstance(target.step, Position) else None
    return words("nothing.why", what=reason.text, why=reason.why) if reason and not sequence.weights else ""


def _why_empty(book: LocalizedHandbook, target: AssessmentTarget, groups: tuple[ChecklistGroup, ...]) -> str:
    """Why nothing on a list can be rated; nothing where something can."""
    items = [item for group in groups for item in group.items]
    if not items:
        return book.words(f"check.why_asks_nothing_{target.kind}")
    if any(item.kind is not ItemKind.NONE for item in items):
        return ""
    reasons = Counter(item.absence.text for item in items if item.absence)
    counts = book.series(f"{text} {book.count('short_competency', n)}" for text, n in reasons.items())
    return book.words("check.why_unwritten", count=book.count("short_competency", len(items)), said=counts)


def _groups(
    book: LocalizedHandbook,
    sequence: Sequence,
    target: AssessmentTarget,
    builder: ItemBuilder,
    weights: WeightTable | None,
    omitted: list[Omitted],
) -> Iterator[ChecklistGroup]:
    for above, group in sequence.groups():
        items = tuple(_items(builder, book.members(sequence, group), group.id, omitted))
        weight = _weight(weights, group, target)
        parent = above[-1].id if above else ""
        yield ChecklistGroup(group.id, book.name(group), group_title(book, above, group), parent, weight, group, items)
    others = tuple(_items(builder, elsewhere(book, sequence, target), ELSEWHERE, omitted))
    if others:
        title = book.words("check.elsewhere")
        yield ChecklistGroup(ELSEWHERE, title, title, "", "", None, others)


def _items(
    builder: ItemBuilder, members: tuple[Member, ...], group: str, omitted: list[Omitted]
) -> Iterator[ChecklistItem]:
    for member in members:
        item = builder.item(member, group)
        if isinstance(item, Omitted):
            omitted.append(item)
        elif item:
            yield item


def _weight(weights: WeightTable | None, group: Group, target: AssessmentTarget) -> str:
    column = weight_column(weights, target)
    points = weights.figures.figure(group.id, column) if weights and column is not None else None
    return "" if points is None or isinstance(points, str) else figure(points)


def _numbered(groups: Iterator[ChecklistGroup]) -> Iterator[ChecklistGroup]:
    """Numbers what can be rated, through all groups."""
    number = 0
    for group in groups:
        items = []
        for item in group.items:
            number += item.kind is not ItemKind.NONE
            items.append(replace(item, number=str(number) if item.kind is not ItemKind.NONE else ""))
        yield replace(group, items=tuple(items))


def _pruned(groups: Iterator[ChecklistGroup]) -> tuple[ChecklistGroup, ...]:
    """Groups that hold items, and the groups above them."""
    tree = list(groups)
    needed: set[str] = set()
    for group in reversed(tree):
        if group.items or group.id in needed:
            needed |= {group.id, group.parent}
    return tuple(group for group in tree if group.id in needed)
