"""Courses and practices by what they are for: a block for each group or competency, in the order of the tree.

An action that is for several things stands in several blocks. Only the first of them carries its anchor, since an
anchor may stand but once on a page; each of them names the others. So no block can be made before all are known.
"""

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
from levelbook.site.sitemap import PageKind

ANYTHING = "any"
"""The key of the block of actions that are for nothing in particular."""
AimedAction = tuple[Action, list[Aim]]
"""An action with those of its aims that belong to one block."""


@dataclass(frozen=True)
class ActionRow:
    """A course or practice in a block."""

    action: Action
    anchor: str
    """Its anchor; nothing where it stands in an earlier block already."""
    code: str
    type: str
    """The name of its kind."""
    text: str
    """What it is."""
    link: str
    """Where to find it."""
    page: str
    """The page of a course; nothing for a practice."""
    for_whom: str
    """For whom it is; nothing where it is for all."""
    rank: int
    """The lowest level it is for, counted from 1; 0 where it is for all."""
    targets: tuple[TargetPart, ...]
    """Levels or indicators, where it is for less than all of its block."""
    other_blocks: tuple[Link, ...]
    """The other blocks it stands in."""
    remarks: tuple[Remark, ...]
    source: Place | None
    """Where it is edited."""


@dataclass(frozen=True)
class ActionBlock:
    """What is for one group or competency."""

    anchor: str
    title: str
    """The group or competency, with the groups above."""
    link: Link
    """The words that lead to it; no address where it is none."""
    members: tuple[Link, ...]
    """The competencies of the group."""
    figures: str
    """How many actions, competencies and indicators."""
    actions: tuple[ActionRow, ...]
    """Its actions, by kind."""


@dataclass(frozen=True)
class _AllBlocks:
    """What a block has to know of all of them."""

    titles: dict[str, str]
    """Their titles, by key."""
    anchored: dict[str, str]
    """The first block of an action, by its code."""


def action_blocks(ctx: Context, sequence: Sequence) -> tuple[ActionBlock, ...]:
    """Blocks in the order of the tree, those of other sequences after it, those for nothing in particular last."""
    by_key = _by_key(ctx, sequence)
    order = _tree_order(ctx, sequence)
    keys = sorted(by_key, key=lambda key: (key == ANYTHING, order.get(key, len(order))))
    all_blocks = _AllBlocks(
        titles={key: _title(ctx, by_key[key]) for key in keys},
        anchored={action.id: key for key in reversed(keys) for action, _ in by_key[key] if action.id},
    )
    return tuple(_block(ctx, sequence, key, by_key[key], all_blocks) for key in keys)


def _by_key(ctx: Context, sequence: Sequence) -> dict[str, list[AimedAction]]:
    """The actions of a sequence by the key of the group or competency they are for."""
    by_key: dict[str, list[AimedAction]] = {}
    for action in action_targets.live(sequence):
        aims_by_key: dict[str, list[Aim]] = {}
        for aim in action_targets.aims(ctx, sequence, action):
            aims_by_key.setdefault(aim.key, []).append(aim)
        for key, aims in (aims_by_key or {ANYTHING: []}).items():
            by_key.setdefault(key, []).append((action, aims))
    return by_key


def _tree_order(ctx: Context, sequence: Sequence) -> dict[str, int]:
    """Where groups and competencies stand in the tree; a group before what is in it."""
    keys: list[str] = []
    for _, group in sequence.groups():
        keys.append(f"{sequence.id}/{group.id}")
        keys += [f"{owner.id}/{competency.id}" for owner, competency in ctx.members(sequence, group)]
    return {key: at for at, key in enumerate(keys)}


def _title(ctx: Context, actions: list[AimedAction]) -> str:
    aims = actions[0][1]
    return target_title(ctx, aims[0]) if aims else ctx.words("actions.anything")


def _block(
    ctx: Context, sequence: Sequence, key: str, actions: list[AimedAction], all_blocks: _AllBlocks
) -> ActionBlock:
    ordered = sorted(actions, key=lambda pair: _type_order(sequence, pair[0]))
    aim = next(iter(actions[0][1]), None)
    members = aim.members if aim and aim.group else ()
    return ActionBlock(
        anchor=_anchor(key),
        title=all_blocks.titles[key],
        link=Link(all_blocks.titles[key], target_address(aim) if aim else ""),
        members=tuple(Link(ctx.name(one), urls.competency(owner, one.id)) for owner, one in members),
        figures=_figures(ctx, len(actions), aim),
        actions=tuple(_action_row(ctx, sequence, key, action, aims, all_blocks) for action, aims in ordered),
    )


def _anchor(key: str) -> str:
    return f"for-{key.replace('/', '-')}"


def _type_order(sequence: Sequence, action: Action) -> int:
    types = [kind.id for kind in sequence.actions.types] if sequence.actions else []
    return types.index(action.type) if action.type in types else len(types)


def _figures(ctx: Context, actions: int, aim: Aim | None) -> str:
    """How many actions, competencies and indicators; a block for one competency does not count it."""
    members = aim.members if aim else ()
    indicators = sum(len(competency.every_live()) for _, competency in members)
    counts = [ctx.count("way", actions)]
    counts += [ctx.count("competency", len(members))] if aim and aim.group else []
    counts += [ctx.count("indicator", indicators)] if indicators else []
    return ctx.clauses(counts)


def _action_row(
    ctx: Context, sequence: Sequence, key: str, action: Action, aims: list[Aim], all_blocks: _AllBlocks
) -> ActionRow:
    code = action.id or ""
    others = dict.fromkeys(aim.key for aim in action_targets.aims(ctx, sequence, action) if aim.key != key)
    for_whom = ctx.words("actions.who", level=lowest_level(ctx, sequence, action)) if action.target_from else ""
    return ActionRow(
        action=action,
        anchor=code if all_blocks.anchored.get(code) == key else "",
        code=code,
        type=type_of(ctx, sequence, action),
        text=marked_of(ctx, action),
        link=link_of(action),
        page=ctx.sitemap.address(PageKind.COURSE, sequence, code),
        for_whom=for_whom,
        rank=sequence.ranks.get(action.target_from or "", 0),
        targets=parts(ctx, sequence, tuple(aims)),
        other_blocks=tuple(Link(all_blocks.titles[other], f"#{_anchor(other)}") for other in others),
        remarks=remarks(ctx, sequence, action),
        source=place(sequence.actions, action) if sequence.actions else None,
    )
