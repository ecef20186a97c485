"""Courses and practices of other sequences for what a checklist asks, where nothing of its own fits.

A competency that no action fits borrows those of the competencies that share its concept. Ladders of different
sequences are not compared: only what is for a whole competency, or for a group it stands in, is borrowed.
"""

from collections.abc import Iterator

from levelbook.assessment.checklists import Checklist
from levelbook.assessment.scoring.checklist import ItemKind
from levelbook.model.handbook import Concept, Sequence
from levelbook.pages.assessment.actions import action_data
from levelbook.pages.assessment.plan_data import ActionData, BorrowedData
from levelbook.queries import action_targets
from levelbook.queries.action_targets import Reached
from levelbook.queries.index import Member
from levelbook.site.context import Context


def borrowed(ctx: Context, sequence: Sequence, checklist: Checklist, own: list[ActionData]) -> list[BorrowedData]:
    """What is borrowed, by the sequence it comes from and the concept; nothing for items with actions of their own."""
    served = {code for action in own for code in action["for"]}
    lent: dict[tuple[str, str], dict[int, tuple[Reached, list[str]]]] = {}
    for item in checklist.items:
        if item.kind is ItemKind.NONE or item.code in served:
            continue
        for (lender, at), (concept, reached) in _reaching(ctx, sequence, item.member).items():
            codes = lent.setdefault((lender, concept.id), {}).setdefault(at, (reached, []))[1]
            if item.code not in codes:
                codes.append(item.code)
    return [_data(ctx, *names, [actions[at] for at in sorted(actions)]) for names, actions in lent.items()]


def _reaching(ctx: Context, reader: Sequence, member: Member) -> dict[tuple[str, int], tuple[Concept, Reached]]:
    """What is borrowed for a competency, by sequence and place there: under the first of its concepts that has it."""
    found: dict[tuple[str, int], tuple[Concept, Reached]] = {}
    for concept in ctx.concepts_of(member[1]):
        for reached in _of_others(ctx, reader, concept):
            at = action_targets.live(reached.sequence).index(reached.action)
            found.setdefault((reached.sequence.id, at), (concept, reached))
    return found


def _of_others(ctx: Context, reader: Sequence, concept: Concept) -> Iterator[Reached]:
    """The actions of other sequences for their competencies of a concept."""
    for member in ctx.concepts.get(concept.id, ()):
        for reached in action_targets.reaching(ctx, member) if member[0].id != reader.id else ():
            if reached.sequence.id != reader.id and any(aim.whole for aim in reached.aims):
                yield reached


def _data(ctx: Context, lender: str, concept: str, actions: list[tuple[Reached, list[str]]]) -> BorrowedData:
    return {
        "sequence": ctx.sequence_name(ctx.handbook.sequences[lender]),
        "concept": ctx.name(ctx.handbook.concepts[concept]),
        "actions": [action_data(ctx, reached, codes) for reached, codes in actions],
    }
