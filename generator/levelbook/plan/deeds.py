"""Courses and practices by what they are for: a block for each group or competency, in the order of the tree."""

from dataclasses import dataclass

from levelbook.model.growth import Action
from levelbook.model.handbook import Sequence
from levelbook.plan import addresses, reach
from levelbook.plan.desk import Desk
from levelbook.plan.reach import Aim
from levelbook.plan.remarks import Remark, remarks
from levelbook.plan.shared import Link, place
from levelbook.plan.ways import Part, goal, link_of, marked_of, parts, type_of
from levelbook.problems import Place

ANYTHING = "any"
"""The block of actions that are for nothing in particular."""


@dataclass(frozen=True)
class Deed:
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
    parts: tuple[Part, ...]
    """Levels or indicators, where it is for less than all of its block."""
    also: tuple[Link, ...]
    """The other blocks it stands in."""
    remarks: tuple[Remark, ...]
    """Editor's notes."""
    source: Place | None
    """Where it is edited."""


@dataclass(frozen=True)
class Block:
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
    deeds: tuple[Deed, ...]
    """Its actions, by kind."""


def blocks(desk: Desk, sequence: Sequence) -> tuple[Block, ...]:
    """Blocks in the order of the tree, those of other sequences after it, those for nothing in particular last."""
    found: dict[str, list[tuple[Action, list[Aim]]]] = {}
    for action in reach.live(sequence):
        by_key: dict[str, list[Aim]] = {}
        for aim in reach.aims(desk, sequence, action):
            by_key.setdefault(aim.key, []).append(aim)
        for key, aims in (by_key or {ANYTHING: []}).items():
            found.setdefault(key, []).append((action, aims))
    order = _order(desk, sequence)
    keys = sorted(found, key=lambda key: (key == ANYTHING, order.get(key, len(order))))
    first = {action.id: key for key in reversed(keys) for action, _ in found[key] if action.id}
    titles = {key: _title(desk, key, found[key][0][1]) for key in keys}
    return tuple(_block(desk, sequence, key, found[key], first, titles) for key in keys)


def _order(desk: Desk, sequence: Sequence) -> dict[str, int]:
    """Where groups and competencies stand in the tree; a group before what is in it."""
    keys: list[str] = []
    for _, group in sequence.groups():
        keys.append(f"{sequence.id}/{group.id}")
        keys += [f"{owner.id}/{one.id}" for owner, one in desk.members(sequence, group)]
    return {key: at for at, key in enumerate(keys)}


def _title(desk: Desk, key: str, aims: list[Aim]) -> str:
    return reach.title_of(desk, aims[0]) if aims else desk.words("actions.anything")


def _block(
    desk: Desk,
    sequence: Sequence,
    key: str,
    found: list[tuple[Action, list[Aim]]],
    first: dict[str, str],
    titles: dict[str, str],
) -> Block:
    ordered = sorted(found, key=lambda pair: _rank_of_type(sequence, pair[0]))
    deeds = tuple(_deed(desk, sequence, key, action, aims, first, titles) for action, aims in ordered)
    aims = found[0][1]
    members = aims[0].members if aims and aims[0].group else ()
    return Block(
        anchor=_anchor(key),
        title=titles[key],
        link=Link(titles[key], reach.address_of(aims[0]) if aims else ""),
        members=tuple(Link(desk.name(one), addresses.competency(owner, one.id)) for owner, one in members),
        figures=_size(desk, len(deeds), aims),
        deeds=deeds,
    )


def _anchor(key: str) -> str:
    return f"for-{key.replace('/', '-')}"


def _rank_of_type(sequence: Sequence, action: Action) -> int:
    types = [one.id for one in sequence.actions.types] if sequence.actions else []
    return types.index(action.type) if action.type in types else len(types)


def _size(desk: Desk, deeds: int, aims: list[Aim]) -> str:
    members = aims[0].members if aims else ()
    indicators = sum(len(one.every_live()) for _, one in members)
    parts_of = [desk.count("way", deeds)]
    parts_of += [desk.count("competency", len(members))] if aims and aims[0].group else []
    parts_of += [desk.count("indicator", indicators)] if indicators else []
    return desk.clauses(parts_of)


def _deed(
    desk: Desk,
    sequence: Sequence,
    key: str,
    action: Action,
    aims: list[Aim],
    first: dict[str, str],
    titles: dict[str, str],
) -> Deed:
    code = action.id or ""
    others = dict.fromkeys(aim.key for aim in reach.aims(desk, sequence, action) if aim.key != key)
    who = desk.words("actions.who", level=goal(desk, sequence, action)) if action.target_from else ""
    return Deed(
        anchor=code if first.get(code) == key else "",
        code=code,
        type=type_of(desk, sequence, action),
        type_key=action.type,
        text=marked_of(desk, action),
        named=bool(action.name),
        link=link_of(action),
        who=who,
        rank=sequence.ranks.get(action.target_from or "", 0),
        parts=parts(desk, sequence, tuple(aims)),
        also=tuple(Link(titles[one], f"#{_anchor(one)}") for one in others),
        remarks=remarks(desk, sequence, action),
        source=place(sequence.actions, action) if sequence.actions else None,
    )
