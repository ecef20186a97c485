"""Levels as pages name them: chips with a stair, and cells that refer to another level."""

from dataclasses import dataclass

from levelbook.localized.absence import Absence
from levelbook.localized.names import level_name
from levelbook.model.handbook import Sequence
from levelbook.site import urls
from levelbook.site.context import Context


@dataclass(frozen=True)
class Chip:
    """A level with its stair."""

    name: str
    address: str
    rank: int
    """How many steps of the stair are filled; 0 where the order ranks nothing."""
    of: int
    """How many steps the stair has."""
    note: str = ""
    """The grades that ask for the level."""
    key: str = ""
    """The id of the level."""
    current: bool = False
    """Whether its page is the one on which it stands."""


def chip(ctx: Context, sequence: Sequence, key: str, current: str = "") -> Chip | None:
    """The chip of a level in force; none for a retired one."""
    level = sequence.level(key)
    if level is None:
        return None
    ranked = not sequence.head.unranked
    return Chip(
        name=ctx.name(level),
        address=urls.level(sequence, key),
        rank=sequence.ranks[key] if ranked else 0,
        of=len(sequence.levels) if ranked else 0,
        note=ctx.series(ctx.name(grade) for grade in sequence.grades if grade.level == key),
        key=key,
        current=key == current,
    )


def chips(ctx: Context, sequence: Sequence, current: str = "") -> tuple[Chip, ...]:
    """The chips of all levels, low to high."""
    in_order = (chip(ctx, sequence, level.id, current) for level in sequence.levels)
    return tuple(level for level in in_order if level)


def same_as(ctx: Context, sequence: Sequence, level: str, page: str = "") -> Absence:
    """What a cell says that takes over another level: its name, leading to it on `page`, or on the page in hand."""
    text = ctx.words("nothing.same_as", level=level_name(ctx, sequence, level))
    return Absence("same", text, address=f"{page}#{urls.level_anchor(level)}")
