"""What is known of a thing besides its content: number, place in the source, other names, related things."""

from collections.abc import Iterator
from dataclasses import dataclass

from levelbook.model.base import Named
from levelbook.model.handbook import Sequence
from levelbook.model.sequence import Grade, Level
from levelbook.plan.desk import Desk
from levelbook.plan.places import Target
from levelbook.plan.related import related
from levelbook.plan.shared import Chip, figure


@dataclass(frozen=True)
class Fact:
    """Something known, in words or as things to go to."""

    name: str
    """What it is."""
    targets: tuple[Target, ...]
    """What it says; without an address it is words only."""
    chip: Chip | None = None
    """A level."""


def text(name: str, said: str) -> Fact:
    """A fact in words."""
    return Fact(name, (Target(said, ""),) if said else ())


def known(found: Iterator[Fact]) -> tuple[Fact, ...]:
    """The facts that say something."""
    return tuple(one for one in found if one.targets or one.chip)


def common(desk: Desk, sequence: Sequence, thing: Named, here: Target | None) -> Iterator[Fact]:
    """What every named thing may have."""
    yield text(desk.words("fact.aliases"), desk.series(desk.name(one) for one in thing.aliases))
    yield text(desk.words("fact.where"), desk.said(thing, "where"))
    yield Fact(desk.words("competency.see"), related(desk, sequence, thing, here))


def of_step(desk: Desk, sequence: Sequence, step: Level | Grade) -> tuple[Fact, ...]:
    """The facts of a level or grade."""
    return known(_step(desk, sequence, step))


def _step(desk: Desk, sequence: Sequence, step: Level | Grade) -> Iterator[Fact]:
    yield from common(desk, sequence, step, desk.places.find(sequence, step.id))
    value = step.value if isinstance(step, Level) else None
    yield text(desk.words("step.value"), figure(value) if value is not None else "")
