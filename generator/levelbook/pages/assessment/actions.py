"""Courses and practices that fit a checklist: for its items, at the level it asks."""

from collections.abc import Iterator
from typing import Any

from levelbook.assessment.checklists import Checklist
from levelbook.assessment.item import NONE, ChecklistItem
from levelbook.assessment.targets import AssessmentTarget
from levelbook.components.actions_for import link_of, text_of, type_of
from levelbook.model.growth import Action
from levelbook.model.handbook import Sequence
from levelbook.queries import action_targets
from levelbook.queries.action_targets import Aim, Reached
from levelbook.queries.codes import provisional_code
from levelbook.queries.requirements import level_of_step
from levelbook.site.context import Context
from levelbook.text.wording import fingerprint


def actions(ctx: Context, sequence: Sequence, made: Checklist) -> list[dict[str, Any]]:
    """The actions that fit, those of the sequence first, each with the items it is for."""
    found: dict[tuple[str, int], tuple[Reached, list[str]]] = {}
    for item in made.items:
        for one in action_targets.reaching(ctx, item.member) if item.kind != NONE else ():
            if _fits(sequence, made.target, item, one):
                key = one.sequence.id, action_targets.live(one.sequence).index(one.action)
                found.setdefault(key, (one, []))[1].append(item.code)
    order = sorted(found, key=lambda key: (key[0] != sequence.id, list(ctx.handbook.sequences).index(key[0]), key[1]))
    return [_data(ctx, *found[key]) for key in order]


def _fits(sequence: Sequence, goal: AssessmentTarget, item: ChecklistItem, found: Reached) -> bool:
    level = item.level or goal.level
    start = found.sequence.ranks.get(found.action.target_from or "", 0)
    if start > found.sequence.ranks.get(level, start):
        return False
    return any(_meant(sequence, goal, item, aim) for aim in found.aims)


def _meant(reader: Sequence, goal: AssessmentTarget, item: ChecklistItem, aim: Aim) -> bool:
    """Whether an aim is for an item: for all of it, for its level, or for an indicator that holds there."""
    if aim.indicator:
        codes = {part.code for level_part in item.level_parts for part in level_part.parts}
        return aim.indicator.code in codes
    here = aim.owner.id == reader.id and aim.step == goal.key
    return not aim.step or here or level_of_step(aim.owner, aim.step) == item.level


def _data(ctx: Context, found: Reached, items: list[str]) -> dict[str, Any]:
    sequence, action = found.sequence, found.action
    kind = type_of(ctx, sequence, action)
    return {
        "code": _code(sequence, action),
        "type": action.type,
        "typeName": kind,
        "choice": next(_choices(ctx, sequence, action), kind),
        "text": text_of(ctx, action),
        "link": link_of(action),
        "for": items,
    }


def _code(sequence: Sequence, action: Action) -> str:
    return provisional_code(action.id or "", f"{sequence.code}-ACT", fingerprint(action.name or action.text or ""))


def _choices(ctx: Context, sequence: Sequence, action: Action) -> Iterator[str]:
    """The plan form's word for the kind of an action, where it has one of its own."""
    for one in sequence.actions.types if sequence.actions else ():
        if one.id == action.type and one.choice:
            yield ctx.text(one, "choice")
