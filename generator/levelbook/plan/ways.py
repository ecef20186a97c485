"""How to improve: the courses and practices for a competency."""

from dataclasses import dataclass

from levelbook.model.growth import Action
from levelbook.plan import addresses
from levelbook.plan.desk import Desk, Member
from levelbook.plan.shared import Link, level_name


@dataclass(frozen=True)
class Way:
    """A course or practice."""

    type: str
    """Its kind."""
    text: str
    """What it is."""
    link: str
    """Where to find it."""
    who: str
    """For whom it is."""
    targets: tuple[Link, ...]
    """What of the competency it develops, where that is less than all of it."""


def ways(desk: Desk, member: Member) -> tuple[Way, ...]:
    """The actions for a competency, its groups, its cells or its indicators."""
    owner, competency = member
    if owner.actions is None:
        return ()
    types = {one.id: desk.name(one) for one in owner.actions.types}
    groups = {group.id for group in owner.group_of(competency.id)}
    found = []
    for action in owner.actions.actions:
        if not action.retired and any(_hits(member, groups, target) for target in action.targets):
            found.append(_way(desk, member, action, types))
    return tuple(found)


def _hits(member: Member, groups: set[str], target: str) -> bool:
    owner, competency = member
    before = target.partition("@")[0].removeprefix(f"{owner.id}/")
    known = {competency.id, addresses.competency_code(owner, competency), *groups}
    return before in known or competency.indicator(target) is not None


def _way(desk: Desk, member: Member, action: Action, types: dict[str, str]) -> Way:
    owner, competency = member
    who = ""
    if action.target_from:
        who = desk.words("competency.target_from", level=level_name(desk, owner, action.target_from))
    mine = [one for one in action.targets if "@" in one or competency.indicator(one)]
    found = [desk.places.find(owner, one) for one in mine]
    return Way(
        type=types.get(action.type, action.type),
        text=desk.said(action, "name") or desk.said(action, "text"),
        link=action.link or "",
        who=who,
        targets=tuple(Link(one.name, one.address) for one in found if one),
    )
