"""Which level a grade or position asks of a competency."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from levelbook.components.basics import Chip, Nothing, chip, kind_of_nothing
from levelbook.model.handbook import Sequence
from levelbook.model.position import Position
from levelbook.model.sequence import Grade
from levelbook.model.values import Gap
from levelbook.site import urls
from levelbook.site.context import Context, Member

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
    """A grade or position with the level it asks."""

    name: str
    """Its name."""
    address: str
    """Its page; nothing where it has none."""
    chip: Chip | None
    """The level."""
    nothing: Nothing | None
    """Why there is none."""
    exception: bool = False
    """Whether others of the same grade are asked for another level."""
    sequence: str = ""
    """The sequence it stands in, where that is not the competency's."""


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


def _named(sequence: Sequence, listed: Mapping[str, str], member: Member) -> str | None:
    """The level that the data name for a competency: by id or by code."""
    owner, competency = member
    own = competency.id if owner.id == sequence.id else ""
    keys = (own, f"{owner.id}/{competency.id}", urls.competency_code(owner, competency))
    return next((listed[key] for key in keys if key in listed), None)


def in_tree(sequence: Sequence, member: Member) -> bool:
    """Whether a competency stands in a sequence's tree, its own or borrowed."""
    owner, competency = member
    return bool(sequence.group_of(competency.id if owner.id == sequence.id else f"{owner.id}/{competency.id}"))


def member_of(ctx: Context, sequence: Sequence, address: str) -> Member | None:
    """The competency that an address or a code names, seen from a sequence."""
    found = ctx.handbook.competency(sequence, address)
    return found or next(
        (
            (owner, one)
            for owner in ctx.handbook.sequences.values()
            for one in owner.competencies.values()
            if one.code and urls.competency_code(owner, one) == address
        ),
        None,
    )


def needs(ctx: Context, member: Member) -> tuple[Need, ...]:
    """Who needs a competency: the grades of its sequence and of those that borrow it, and every position that asks."""
    owner, _ = member
    others = [one for one in ctx.handbook.sequences.values() if one.id != owner.id]
    return tuple(need for sequence in (owner, *others) for need in _needs(ctx, sequence, member))


def _needs(ctx: Context, sequence: Sequence, member: Member) -> Iterator[Need]:
    stands = in_tree(sequence, member)
    for grade in sequence.grades:
        if stands:
            yield _need(ctx, sequence, grade, member, urls.grade(sequence, grade.id))
    for position in sequence.positions.values():
        named = _named(sequence, position.required, member)
        if named or (stands and position.level):
            yield _need(ctx, sequence, position, member, urls.position(sequence, position.id))


def _need(ctx: Context, sequence: Sequence, step: Grade | Position, member: Member, address: str) -> Need:
    asked = required(sequence, step, member)
    gap = asked.gap or ("" if asked.level else UNLISTED)
    return Need(
        name=ctx.name(step),
        address=address,
        chip=chip(ctx, sequence, asked.level) if asked.level else None,
        nothing=kind_of_nothing(ctx, gap) if gap else None,
        exception=asked.exception and step.level is not None,
        sequence="" if sequence.id == member[0].id else ctx.sequence_name(sequence),
    )
