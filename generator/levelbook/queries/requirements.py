"""Which level a grade or position asks of a competency, and who asks for one."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from levelbook.model.handbook import Sequence
from levelbook.model.position import Position
from levelbook.model.sequence import Grade
from levelbook.model.values import Gap
from levelbook.queries.codes import competency_code
from levelbook.queries.index import HandbookIndex, Member

NOT_REQUIRED = "not_required"
UNLISTED = "unlisted"
"""A grade or position names what it asks, and does not name this: that is not the same as asking nothing of it."""


@dataclass(frozen=True)
class Required:
    """What a grade or position asks of a competency."""

    level: str | None
    """The level's id; none where nothing is known or asked."""
    exception: bool
    """Whether it differs from what is asked of all others."""
    gap: str = ""
    """not_required, unlisted, blank or lost, where there is no level."""


@dataclass(frozen=True)
class Need:
    """A grade or position that needs a competency."""

    sequence: Sequence
    """The sequence it stands in, which need not be the competency's."""
    step: Grade | Position
    required: Required
    """What it asks; where it names no level and no gap, `unlisted`."""


def required(sequence: Sequence, step: Grade | Position, member: Member) -> Required:
    """What a grade or position asks of a competency."""
    named = _named(sequence, step.required, member)
    if named is not None:
        if named == NOT_REQUIRED:
            return Required(None, True, NOT_REQUIRED)
        return Required(named, named != step.level)
    if not in_tree(sequence, member):
        return Required(None, False)
    if isinstance(step.level, Gap):
        return Required(None, False, step.level.value)
    if step.level is None and asks(step):
        return Required(None, False, UNLISTED)
    return Required(step.level, False)


def asks(step: Grade | Position) -> bool:
    """Whether a grade or position says which levels it requires."""
    return bool(step.level or step.required)


def in_tree(sequence: Sequence, member: Member) -> bool:
    """Whether a competency stands in a sequence's tree, its own or borrowed."""
    owner, competency = member
    return bool(sequence.group_of(competency.id if owner.id == sequence.id else f"{owner.id}/{competency.id}"))


def level_of_step(sequence: Sequence, step: str) -> str:
    """The level that a level, grade or position stands for; nothing where it stands for none."""
    if sequence.level(step):
        return step
    steps: list[Grade | Position] = [*sequence.grades, *sequence.positions.values()]
    return next((str(candidate.level or "") for candidate in steps if candidate.id == step), "")


def needs(index: HandbookIndex, member: Member) -> Iterator[Need]:
    """Who needs a competency: the grades of its sequence and of those that borrow it, and every position that asks."""
    owner, _ = member
    others = [sequence for sequence in index.handbook.sequences.values() if sequence.id != owner.id]
    for sequence in (owner, *others):
        yield from _needs(sequence, member)


def _needs(sequence: Sequence, member: Member) -> Iterator[Need]:
    is_in_tree = in_tree(sequence, member)
    for grade in sequence.grades if is_in_tree else ():
        yield _need(sequence, grade, member)
    for position in sequence.positions.values():
        if _named(sequence, position.required, member) or (is_in_tree and position.level):
            yield _need(sequence, position, member)


def _need(sequence: Sequence, step: Grade | Position, member: Member) -> Need:
    asked = required(sequence, step, member)
    silent = asked.level is None and not asked.gap
    return Need(sequence, step, Required(None, asked.exception, UNLISTED) if silent else asked)


def _named(sequence: Sequence, listed: Mapping[str, str], member: Member) -> str | None:
    """The level that the data name for a competency: by id or by code."""
    owner, competency = member
    id_at_home = competency.id if owner.id == sequence.id else ""
    keys = (id_at_home, f"{owner.id}/{competency.id}", competency_code(owner, competency))
    return next((listed[key] for key in keys if key in listed), None)
