"""What the handbook adds at a level, grade or position: a file that its pages load when somebody opens a fold.

It is several hundred short texts, too many for pages that are long already; so these carry the folds alone.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypedDict

from levelbook.assessment.targets import AssessmentTarget, asked, assessment_targets, elsewhere
from levelbook.components.guidance.blocks import KINDS, GuidanceBlock, guidance_block, shown
from levelbook.model.handbook import Sequence
from levelbook.queries.codes import answer_code
from levelbook.queries.index import Member
from levelbook.queries.remembered import remembered
from levelbook.site import urls
from levelbook.site.context import Context
from levelbook.text.inline import plain


class GuidanceBlockData(TypedDict):
    """What is added in one place."""

    rows: list[tuple[str, list[str]]]
    """A kind, and its texts."""
    by: str
    """Who wrote it and when, and that it is not the standard."""


class GuidanceData(TypedDict):
    """What a file brings."""

    words: dict[str, str]
    """What the kinds are called."""
    blocks: dict[str, GuidanceBlockData]
    """By the code of a competency or indicator."""


@dataclass(frozen=True)
class StepGuidance:
    """What the folds of a page load."""

    address: str
    """The file."""
    kinds: dict[str, str]
    """What is in each, by the code of a competency or indicator."""


@remembered(lambda sequence, step: (sequence.id, step))
def step_guidance(ctx: Context, sequence: Sequence, step: str) -> StepGuidance | None:
    """What the pages of a level, grade or position load; none where the handbook adds nothing there."""
    target = next((one for one in assessment_targets(ctx, sequence) if one.key == step), None)
    blocks = _blocks(ctx, sequence, target) if target and shown(ctx) else {}
    if not blocks:
        return None
    return StepGuidance(urls.guidance(sequence, step), {code: block.kinds for code, block in blocks.items()})


def guidance_files(ctx: Context) -> Iterator[tuple[str, str]]:
    """Each file's address and text: a script, since pages opened from disk cannot fetch."""
    for sequence in ctx.handbook.sequences.values() if shown(ctx) else ():
        for target in assessment_targets(ctx, sequence):
            if step_guidance(ctx, sequence, target.key):
                yield _file(ctx, sequence, target)


@remembered(lambda sequence, target: (sequence.id, target.key))
def _file(ctx: Context, sequence: Sequence, target: AssessmentTarget) -> tuple[str, str]:
    blocks = _blocks(ctx, sequence, target)
    words = {key: ctx.words(f"guidance.{key}") for key in KINDS}
    data: GuidanceData = {"words": words, "blocks": {code: _data(block) for code, block in blocks.items()}}
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return urls.guidance(sequence, target.key), f"window.levelbookGuidance = {text};\n"


def _data(block: GuidanceBlock) -> GuidanceBlockData:
    return {"rows": [(row.kind, [plain(text) for text in row.texts]) for row in block.rows], "by": block.by}


@remembered(lambda sequence, target: (sequence.id, target.key))
def _blocks(ctx: Context, sequence: Sequence, target: AssessmentTarget) -> dict[str, GuidanceBlock]:
    """What is added to what a level, grade or position asks, by code."""
    found: dict[str, GuidanceBlock] = {}
    for member in (*ctx.all_members(sequence), *elsewhere(ctx, sequence, target)):
        found |= _of_competency(ctx, sequence, member, asked(sequence, target, member).level or "")
    return found


def _of_competency(ctx: Context, reader: Sequence, member: Member, level: str) -> dict[str, GuidanceBlock]:
    owner, competency = member
    if competency.levels and not level:
        return {}
    expectation = ctx.expectation(reader, member, level)
    whole = guidance_block(ctx, owner, expectation.cell, competency)
    found = {answer_code(owner, competency): whole} if whole else {}
    for indicator in (*expectation.applies, *expectation.unsaid):
        block = guidance_block(ctx, owner, indicator)
        if block and indicator.code:
            found[indicator.code] = block
    return found
