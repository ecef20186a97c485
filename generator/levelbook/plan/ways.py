"""How to improve: the courses and practices for a competency."""

from dataclasses import dataclass

from levelbook.model.growth import Action
from levelbook.model.handbook import Sequence
from levelbook.model.link import trouble
from levelbook.model.position import Position
from levelbook.model.sequence import Grade, Level
from levelbook.plan import addresses, reach
from levelbook.plan.desk import Desk, Member
from levelbook.plan.reach import Aim, Reached
from levelbook.plan.shared import Link, level_name


@dataclass(frozen=True)
class Part:
    """A level or an indicator, where an action is for less than all of something."""

    text: str
    """Its name or code."""
    address: str
    """Where it stands."""
    coded: bool
    """Whether that is a code."""


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
    targets: tuple[Part, ...]
    """What of the competency it develops, where that is less than all of it."""
    code: str
    """Its permanent code."""
    via: str
    """The group it is for, where it is for more than this competency."""
    place: Link
    """The list it stands in; with the sequence, where that is another one."""


def ways(desk: Desk, member: Member) -> tuple[Way, ...]:
    """The actions of all sequences for a competency, its groups, its levels or its indicators."""
    return tuple(_way(desk, member, found) for found in reach.reaching(desk, member))


def for_indicator(desk: Desk, member: Member, code: str) -> tuple[Link, ...]:
    """The actions for an indicator, or for a level, competency or group it belongs to; each at its place."""
    found = (one for one in reach.reaching(desk, member) if code in reach.covered((one,), member))
    return tuple(_place(desk, one.sequence, one.action) for one in found)


def _place(desk: Desk, sequence: Sequence, action: Action) -> Link:
    page = addresses.actions(sequence) + (f"#{action.id}" if action.id else "")
    return Link(text_of(desk, action), page, note=type_of(desk, sequence, action))


def _way(desk: Desk, member: Member, found: Reached) -> Way:
    action, sequence = found.action, found.sequence
    elsewhere = sequence.id != member[0].id
    groups = [reach.title_of(desk, aim) for aim in found.aims if aim.group]
    return Way(
        type=type_of(desk, sequence, action),
        text=marked_of(desk, action),
        link=link_of(action),
        who=desk.words("competency.target_from", level=goal(desk, sequence, action)) if action.target_from else "",
        targets=parts(desk, sequence, found.aims),
        code=action.id or "",
        via=desk.words("actions.via", group=desk.series(dict.fromkeys(groups))) if groups else "",
        place=Link(desk.sequence_name(sequence) if elsewhere else "", addresses.actions(sequence)),
    )


def type_of(desk: Desk, sequence: Sequence, action: Action) -> str:
    """The name of an action's kind."""
    types = sequence.actions.types if sequence.actions else ()
    return next((desk.name(one) for one in types if one.id == action.type), action.type)


def text_of(desk: Desk, action: Action) -> str:
    """What an action is: its name, or its text."""
    return desk.said(action, "name") or desk.said(action, "text")


def marked_of(desk: Desk, action: Action) -> str:
    """What an action is, with the bold, code and links of its text."""
    return desk.said(action, "name") or desk.marked(action, "text")


def link_of(action: Action) -> str:
    """Where an action is found; only what a browser opens without running it, and what gives nothing away."""
    link = action.link or ""
    return link if link and not trouble(link) else ""


def goal(desk: Desk, sequence: Sequence, action: Action) -> str:
    """The lowest level an action is for, with the short name people also know it by."""
    level = sequence.level(action.target_from or "")
    if level is None:
        return level_name(desk, sequence, action.target_from or "")
    also = desk.name(level.aliases[0]) if level.aliases else ""
    return desk.words("actions.level_also", level=desk.name(level), also=also) if also else desk.name(level)


def parts(desk: Desk, sequence: Sequence, aims: tuple[Aim, ...]) -> tuple[Part, ...]:
    """Levels and indicators, for aims at less than all of what they name."""
    return tuple(_part(desk, sequence, aim) for aim in aims if not aim.whole)


def _part(desk: Desk, sequence: Sequence, aim: Aim) -> Part:
    if aim.indicator:
        return Part(aim.indicator.code, addresses.permanent(aim.indicator.code), True)
    steps: list[Level | Grade | Position] = [*aim.owner.levels, *aim.owner.grades, *aim.owner.positions.values()]
    name = next((desk.name(one) for one in steps if one.id == aim.step), aim.step)
    place = desk.places.find(sequence, aim.address)
    return Part(name, place.address if place else "", False)
