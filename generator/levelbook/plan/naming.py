"""Names with their printed numbers or with the groups above, and competencies counted by what they are about."""

from levelbook.model.base import Named
from levelbook.model.sequence import Group
from levelbook.plan.desk import Desk, Member


def numbered(desk: Desk, thing: Named) -> str:
    """A name with its number as printed, where it has one of its own."""
    number, name = desk.said(thing, "number"), desk.name(thing)
    return desk.words("join.numbered", number=number, name=name) if number and number != name else name


def group_title(desk: Desk, above: tuple[Group, ...], group: Group) -> str:
    """A group's name, with the groups above it."""
    return desk.words("join.path").join(desk.name(one) for one in (*above, group))


def numbered_title(desk: Desk, above: tuple[Group, ...], group: Group) -> str:
    """A group's name with the groups above it, all with their numbers as printed."""
    return desk.words("join.path").join(numbered(desk, one) for one in (*above, group))


def count_members(desk: Desk, members: tuple[Member, ...]) -> str:
    """How many competencies, by what they are about: 5 项职责."""
    kinds = {owner.kind(one) for owner, one in members}
    key = f"of_kind.{kinds.pop().value}" if len(kinds) == 1 else "competency"
    return desk.count(key, len(members))
