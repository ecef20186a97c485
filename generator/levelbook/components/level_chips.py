"""Levels as pages name them: chips with a stair, and cells that refer to another level."""

from dataclasses import dataclass

from levelbook.localized.absence import Absence
from levelbook.localized.names import level_name
from levelbook.model.handbook import Sequence
from levelbook.queries.index import Member
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


def carried(ctx: Context, sequence: Sequence, member: Member, level: str, page: str = "") -> tuple[Absence, ...]:
    """What a cell takes over: the level it is the same as, those of which something holds up to here, each by its
    name, leading to it on `page`, or on the page in hand; and the level's own wording.
    """
    expected = ctx.expectation(sequence, member, level)
    same_as = expected.cell.same_as if expected.cell else None
    whole = (_carried(ctx, sequence, same_as, page),) if same_as else ()
    counts = {source.level: sum(bool(one.holds) for one in source.indicators) for source in expected.inherited}
    lasting = [_carried(ctx, sequence, lower, page, n) for lower, n in counts.items() if n and lower != same_as]
    by_level = (as_level(ctx, sequence, level),) if expected.by_level else ()
    return (*by_level, *whole, *lasting)


def as_level(ctx: Context, sequence: Sequence, level: str) -> Absence:
    """That the level's own wording is what is asked, leading to it."""
    return Absence("same", ctx.words("nothing.as_level"), address=f"{urls.level(sequence, level)}#top")


def _carried(ctx: Context, sequence: Sequence, level: str, page: str, n: int = 0) -> Absence:
    name = level_name(ctx, sequence, level)
    figures = ctx.words("nothing.lasting", level=name, count=ctx.count("plain_indicator", n)) if n else ""
    text = figures or ctx.words("nothing.same_as", level=name)
    return Absence("same", text, address=f"{page}#{urls.level_anchor(level)}")
