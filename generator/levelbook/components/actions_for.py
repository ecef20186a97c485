"""How to improve: the courses and practices for a competency."""

from dataclasses import dataclass

from levelbook.components.links import Link
from levelbook.localized.names import level_name
from levelbook.model.growth import Action
from levelbook.model.handbook import Sequence
from levelbook.model.link import trouble
from levelbook.model.position import Position
from levelbook.model.sequence import Grade, Level
from levelbook.queries import action_targets
from levelbook.queries.action_targets import Aim, Reached
from levelbook.queries.courses import is_course, names
from levelbook.queries.index import Member
from levelbook.site import urls
from levelbook.site.context import Context


@dataclass(frozen=True)
class TargetPart:
    """A level or an indicator, where an action is for less than all of something."""

    text: str
    """The name of the level, or the code of the indicator."""
    address: str
    coded: bool
    """Whether the text is a code."""


@dataclass(frozen=True)
class ActionLink:
    """A course or practice."""

    type: str
    """The name of its kind."""
    text: str
    link: str
    """Where the course itself is, outside the handbook."""
    who: str
    """For whom it is, where that is not everybody."""
    targets: tuple[TargetPart, ...]
    """What of the competency it develops, where that is less than all of it."""
    code: str
    via: str
    """The group it is for, where it is for more than this competency."""
    place: Link
    """The list it stands in; with the sequence, where that is another one."""


def actions_for(ctx: Context, member: Member) -> tuple[ActionLink, ...]:
    """The actions of all sequences for a competency, its groups, its levels or its indicators."""
    return tuple(_action_link(ctx, member, reached) for reached in action_targets.reaching(ctx, member))


def for_indicator(ctx: Context, member: Member, code: str) -> tuple[tuple[Link, ...], tuple[Link, ...]]:
    """The actions that cover an indicator, and those that touch a level, competency or group that it belongs to."""
    reaching = action_targets.reaching(ctx, member)
    concerning = [reached for reached in reaching if code in action_targets.covered((reached,), member)]
    covering = [reached for reached in concerning if names(reached, code)]
    touching = [reached for reached in concerning if reached not in covering]
    return tuple(_link_to(ctx, reached) for reached in covering), tuple(_link_to(ctx, reached) for reached in touching)


def _link_to(ctx: Context, reached: Reached) -> Link:
    sequence, action = reached.sequence, reached.action
    return Link(text_of(ctx, action), address_of(sequence, action), note=type_of(ctx, sequence, action))


def address_of(sequence: Sequence, action: Action) -> str:
    """A course's page, or where the list shows what has none."""
    if action.id and is_course(sequence, action):
        return urls.course(sequence, action.id)
    return urls.actions(sequence) + (f"#{action.id}" if action.id else "")


def _action_link(ctx: Context, member: Member, reached: Reached) -> ActionLink:
    action, sequence = reached.action, reached.sequence
    elsewhere = sequence.id != member[0].id
    groups = [target_title(ctx, aim) for aim in reached.aims if aim.group]
    return ActionLink(
        type=type_of(ctx, sequence, action),
        text=marked_of(ctx, action),
        link=link_of(action),
        who=_for_whom(ctx, sequence, action),
        targets=parts(ctx, sequence, reached.aims),
        code=action.id or "",
        via=ctx.words("actions.via", group=ctx.series(dict.fromkeys(groups))) if groups else "",
        place=Link(ctx.sequence_name(sequence) if elsewhere else "", urls.actions(sequence)),
    )


def _for_whom(ctx: Context, sequence: Sequence, action: Action) -> str:
    if not action.target_from:
        return ""
    return ctx.words("competency.target_from", level=lowest_level(ctx, sequence, action))


def type_of(ctx: Context, sequence: Sequence, action: Action) -> str:
    """The name of an action's kind."""
    types = sequence.actions.types if sequence.actions else ()
    return next((ctx.name(kind) for kind in types if kind.id == action.type), action.type)


def text_of(ctx: Context, action: Action) -> str:
    """What an action is: its name, or its text."""
    return ctx.text(action, "name") or ctx.text(action, "text")


def marked_of(ctx: Context, action: Action) -> str:
    """What an action is, with the bold, code and links of its text."""
    return ctx.text(action, "name") or ctx.marked(action, "text")


def link_of(action: Action) -> str:
    """Where an action is found; only what a browser opens without running it, and what gives nothing away."""
    link = action.link or ""
    return link if link and not trouble(link) else ""


def lowest_level(ctx: Context, sequence: Sequence, action: Action) -> str:
    """The lowest level an action is for, with the short name people also know it by."""
    level = sequence.level(action.target_from or "")
    if level is None:
        return level_name(ctx, sequence, action.target_from or "")
    also = ctx.name(level.aliases[0]) if level.aliases else ""
    return ctx.words("actions.level_also", level=ctx.name(level), also=also) if also else ctx.name(level)


def parts(ctx: Context, sequence: Sequence, aims: tuple[Aim, ...]) -> tuple[TargetPart, ...]:
    """Levels and indicators, for aims at less than all of what they name."""
    return tuple(_part(ctx, sequence, aim) for aim in aims if not aim.whole)


def _part(ctx: Context, sequence: Sequence, aim: Aim) -> TargetPart:
    if aim.indicator:
        return TargetPart(aim.indicator.code, urls.permanent(aim.indicator.code), True)
    steps: list[Level | Grade | Position] = [*aim.owner.levels, *aim.owner.grades, *aim.owner.positions.values()]
    name = next((ctx.name(step) for step in steps if step.id == aim.step), aim.step)
    target = ctx.links.find(sequence, aim.address)
    return TargetPart(name, target.address if target else "", False)


def target_title(ctx: Context, aim: Aim) -> str:
    """What an aim stands under, by name."""
    return ctx.name(aim.group) if aim.group else ctx.name(aim.members[0][1])


def target_address(aim: Aim) -> str:
    """The page of what an aim stands under."""
    if aim.group:
        return urls.group(aim.owner, aim.group.id)
    owner, competency = aim.members[0]
    return urls.competency(owner, competency.id)
