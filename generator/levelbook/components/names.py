"""Names with their printed numbers or with the groups above, and competencies counted by what they are about."""

from levelbook.model.base import Named
from levelbook.model.sequence import Group
from levelbook.queries.index import Member
from levelbook.site.context import Context


def numbered(ctx: Context, thing: Named) -> str:
    """A name with its number as printed, where it has one of its own."""
    number, name = ctx.text(thing, "number"), ctx.name(thing)
    return ctx.words("join.numbered", number=number, name=name) if number and number != name else name


def group_title(ctx: Context, above: tuple[Group, ...], group: Group) -> str:
    """A group's name, with the groups above it."""
    return ctx.words("join.path").join(ctx.name(one) for one in (*above, group))


def numbered_title(ctx: Context, above: tuple[Group, ...], group: Group) -> str:
    """A group's name with the groups above it, all with their numbers as printed."""
    return ctx.words("join.path").join(numbered(ctx, one) for one in (*above, group))


def count_members(ctx: Context, members: tuple[Member, ...]) -> str:
    """How many competencies, by what they are about: 5 项职责."""
    kinds = {owner.kind(one) for owner, one in members}
    key = f"of_kind.{kinds.pop().value}" if len(kinds) == 1 else "competency"
    return ctx.count(key, len(members))
