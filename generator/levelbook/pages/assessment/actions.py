"""Courses and practices that fit a checklist: for its items, at the level it asks."""

from collections.abc import Iterator

from levelbook.assessment.checklists import Checklist
from levelbook.assessment.item import ChecklistItem
from levelbook.assessment.scoring.checklist import ItemKind
from levelbook.assessment.targets import AssessmentTarget
from levelbook.components.actions_for import link_of, text_of, type_of
from levelbook.model.growth import Action
from levelbook.model.handbook import Sequence
from levelbook.pages.assessment.plan_data import ActionData
from levelbook.queries import action_targets
from levelbook.queries.action_targets import Aim, Reached
from levelbook.queries.requirements import level_of_step
from levelbook.site.context import Context


def actions(ctx: Context, sequence: Sequence, checklist: Checklist) -> list[ActionData]:
    """The actions that fit, those of the sequence first, each with the items it is for."""
    fitting: dict[tuple[str, int], tuple[Reached, list[str]]] = {}
    for item in checklist.items:
        for reached in action_targets.reaching(ctx, item.member) if item.kind is not ItemKind.NONE else ():
            if _fits(sequence, checklist.target, item, reached):
                key = reached.sequence.id, action_targets.live(reached.sequence).index(reached.action)
                fitting.setdefault(key, (reached, []))[1].append(item.code)
    sequences = list(ctx.handbook.sequences)
    order = sorted(fitting, key=lambda key: (key[0] != sequence.id, sequences.index(key[0]), key[1]))
    return [action_data(ctx, *fitting[key]) for key in order]


def _fits(reader: Sequence, target: AssessmentTarget, item: ChecklistItem, reached: Reached) -> bool:
    if action_targets.starts_above(reached, item.level or target.level):
        return False
    return any(_is_for(reader, target, item, aim) for aim in reached.aims)


def _is_for(reader: Sequence, target: AssessmentTarget, item: ChecklistItem, aim: Aim) -> bool:
    """Whether an aim is for an item: for all of it, for its level, or for an indicator that holds there."""
    if aim.indicator:
        codes = {part.code for level_part in item.level_parts for part in level_part.indicators}
        return aim.indicator.code in codes
    here = aim.owner.id == reader.id and aim.step == target.key
    return not aim.step or here or level_of_step(aim.owner, aim.step) == item.level


def action_data(ctx: Context, reached: Reached, items: list[str]) -> ActionData:
    """An action with the codes of the items it is for."""
    sequence, action = reached.sequence, reached.action
    return {
        "typeName": type_of(ctx, sequence, action),
        "choice": next(_choices(ctx, sequence, action), ""),
        "text": text_of(ctx, action),
        "link": link_of(action),
        "for": items,
    }


def _choices(ctx: Context, sequence: Sequence, action: Action) -> Iterator[str]:
    """The plan form's word for the kind of an action, where it has one of its own."""
    for type_ in sequence.actions.types if sequence.actions else ():
        if type_.id == action.type and type_.choice:
            yield ctx.text(type_, "choice")
