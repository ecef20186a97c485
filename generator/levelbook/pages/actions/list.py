"""Courses and practices by what they are for: a block for each group or competency, in the order of the tree."""

from dataclasses import dataclass

from levelbook.components.actions_for import (
    TargetPart,
    link_of,
    lowest_level,
    marked_of,
    parts,
    target_address,
    target_title,
    type_of,
)
from levelbook.components.editor_notes import Remark, remarks
from levelbook.components.links import Link
from levelbook.model.growth import Action
from levelbook.model.handbook import Sequence
from levelbook.problems import Place
from levelbook.queries import action_targets
from levelbook.queries.action_targets import Aim
from levelbook.site import urls
from levelbook.site.context import Context
from levelbook.site.edit_places import place

ANYTHING = "any"
"""The block of actions that are for nothing in particular."""


@dataclass(frozen=True)
class ActionRow:
    """A course or practice in a block."""

    anchor: str
    """Its anchor; nothing where it stands in an earlier block already."""
    code: str
    """Its permanent code."""
    type: str
    """The name of its kind."""
    type_key: str
    """The id of its kind, by which it is filtered."""
    text: str
    """What it is."""
    named: bool
    """Whether that is a name."""
    link: str
    """Where to find it."""
    who: str
    """For whom it is; nothing where it is for all."""
    rank: int
    """The lowest level it is for, counted from 1; 0 where it is for all."""
    parts: tuple[TargetPart, ...]
    """Levels or indicators, where it is for less than all of its block."""
    also: tuple[Link, ...]
    """The other blocks it stands in."""
    remarks: tuple[Remark, ...]
    """Editor's notes."""
    source: Place | None
    """Where it is edited."""


@dataclass(frozen=True)
class ActionBlock:
    """What is for one group or competency."""

    anchor: str
    """Its anchor."""
    title: str
    """The group or competency, with the groups above."""
    link: Link
    """The words that lead to it; no address where it is none."""
    members: tuple[Link, ...]
    """The competencies of the group."""
    figures: str
    """How many actions, competencies and indicators."""
    deeds: tuple[ActionRow, ...]
    """Its actions, by kind."""


def action_blocks(ctx: Context, sequence: Sequence) -> tuple[ActionBlock, ...]:
    """Blocks in the order of the tree, those of other sequences after it, those for nothing in particular last."""
    found: dict[str, list[tuple[Action, list[Aim]]]] = {}
    for action in action_targets.live(sequence):
        by_key: dict[str, list[Aim]] = {}
        for aim in action_targets.aims(ctx, sequence, action):
            by_key.setdefault(aim.key, []).append(aim)
        for key, aims in (by_key or {ANYTHING: []}).items():
            found.setdefault(key, []).append((action, aims))
    order = _order(ctx, sequence)
    keys = sorted(found, key=lambda key: (key == ANYTHING, order.get(key, len(order))))
    first = {action.id: key for key in reversed(keys) for action, _ in found[key] if action.id}
    titles = {key: _title(ctx, key, found[key][0][1]) for key in keys}
    return tuple(_block(ctx, sequence, key, found[key], first, titles) for key in keys)


def _order(ctx: Context, sequence: Sequence) -> dict[str, int]:
    """Where groups and competencies stand in the tree; a group before what is in it."""
    keys: list[str] = []
    for _, group in sequence.groups():
        keys.append(f"{sequence.id}/{group.id}")
        keys += [f"{owner.id}/{one.id}" for owner, one in ctx.members(sequence, group)]
    return {key: at for at, key in enumerate(keys)}


def _title(ctx: Context, key: str, aims: list[Aim]) -> str:
    return target_title(ctx, aims[0]) if aims else ctx.words("actions.anything")


def _block(
    ctx: Context,
    sequence: Sequence,
    key: str,
    found: list[tuple[Action, list[Aim]]],
    first: dict[str, str],
    titles: dict[str, str],
) -> ActionBlock:
    ordered = sorted(found, key=lambda pair: _rank_of_type(sequence, pair[0]))
    deeds = tuple(_deed(ctx, sequence, key, action, aims, first, titles) for action, aims in ordered)
    aims = found[0][1]
    members = aims[0].members if aims and aims[0].group else ()
    return ActionBlock(
        anchor=_anchor(key),
        title=titles[key],
        link=Link(titles[key], target_address(aims[0]) if aims else ""),
        members=tuple(Link(ctx.name(one), urls.competency(owner, one.id)) for owner, one in members),
        figures=_size(ctx, len(deeds), aims),
        deeds=deeds,
    )


def _anchor(key: str) -> str:
    return f"for-{key.replace('/', '-')}"


def _rank_of_type(sequence: Sequence, action: Action) -> int:
    types = [one.id for one in sequence.actions.types] if sequence.actions else []
    return types.index(action.type) if action.type in types else len(types)


def _size(ctx: Context, deeds: int, aims: list[Aim]) -> str:
    members = aims[0].members if aims else ()
    indicators = sum(len(one.every_live()) for _, one in members)
    parts_of = [ctx.count("way", deeds)]
    parts_of += [ctx.count("competency", len(members))] if aims and aims[0].group else []
    parts_of += [ctx.count("indicator", indicators)] if indicators else []
    return ctx.clauses(parts_of)


def _deed(
    ctx: Context,
    sequence: Sequence,
    key: str,
    action: Action,
    aims: list[Aim],
    first: dict[str, str],
    titles: dict[str, str],
) -> ActionRow:
    code = action.id or ""
    others = dict.fromkeys(aim.key for aim in action_targets.aims(ctx, sequence, action) if aim.key != key)
    who = ctx.words("actions.who", level=lowest_level(ctx, sequence, action)) if action.target_from else ""
    return ActionRow(
        anchor=code if first.get(code) == key else "",
        code=code,
        type=type_of(ctx, sequence, action),
        type_key=action.type,
        text=marked_of(ctx, action),
        named=bool(action.name),
        link=link_of(action),
        who=who,
        rank=sequence.ranks.get(action.target_from or "", 0),
        parts=parts(ctx, sequence, tuple(aims)),
        also=tuple(Link(titles[one], f"#{_anchor(one)}") for one in others),
        remarks=remarks(ctx, sequence, action),
        source=place(sequence.actions, action) if sequence.actions else None,
    )
