"""What only the printed checklist has: lines to write on, how to fill it in, the scale in the foot, signatures."""

from dataclasses import dataclass

from levelbook.assessment.checklists import Checklist
from levelbook.assessment.scoring.checklist import Mode
from levelbook.assessment.settings import RatingScale
from levelbook.model.handbook import Sequence
from levelbook.site.context import Context

FIELDS = ("name", "department", "grade", "period", "date", "manager")
"""The lines at the top."""
PrintedScale = tuple[tuple[str, str], ...]
"""The ratings of a scale: points and name; points are nothing where the boxes show names."""


@dataclass(frozen=True)
class FillInstruction:
    """How a mode is filled in."""

    mode: Mode
    """quick or full."""
    how: str
    """What to do."""
    standards: tuple[str, ...]
    """What meets the requirement."""
    pick: str
    """What to pick."""
    scales: tuple[PrintedScale, ...]
    """The scales by which people rate."""


@dataclass(frozen=True)
class PaperSheet:
    """What stands at the edges of every sheet of a part of the page."""

    name: str
    """The part: quick or full for the checklist in that mode, result, plan."""
    head: str
    """At the top of every sheet but the first: of what the sheet is."""
    foot: str
    """At the bottom: the scale in one line; nothing where nothing is rated."""


@dataclass(frozen=True)
class Paper:
    """What only the printed form has."""

    fields: tuple[str, ...]
    """Lines to write on: name, department …"""
    instructions: tuple[FillInstruction, ...]
    """How to fill it in, in each mode."""
    sheets: tuple[PaperSheet, ...]
    """What stands at the edges of the sheets."""
    top: str
    """The heading over the items to pick; nothing where none are picked."""
    pick: int
    """How many items to pick."""


def paper(ctx: Context, sequence: Sequence, checklist: Checklist, scale: RatingScale) -> Paper:
    """What only the printed form of a checklist has."""
    words = ctx.words
    instructions = tuple(_fill_instruction(ctx, checklist, mode) for mode in checklist.modes)
    name = (ctx.sequence_name(sequence), checklist.target.name)
    return Paper(
        fields=tuple(words(f"check.paper.{key}") for key in FIELDS),
        instructions=instructions,
        sheets=(
            *(
                PaperSheet(each.mode, _head(ctx, *name, words("check.list")), _foot(ctx, each.scales))
                for each in instructions
            ),
            PaperSheet("result", _head(ctx, *name, words("check.view_result")), _foot(ctx, (_scale(scale),))),
            PaperSheet("plan", _head(ctx, *name, words("check.view_plan")), ""),
        ),
        top=words("check.paper.top", n=ctx.amount(checklist.settings.pick)) if checklist.settings.pick else "",
        pick=checklist.settings.pick,
    )


def _head(ctx: Context, sequence: str, step: str, what: str) -> str:
    return ctx.words("join.gap").join((sequence, what, step))


def _foot(ctx: Context, scales: tuple[PrintedScale, ...]) -> str:
    """The scales in one line."""
    gap = ctx.words("join.gap")
    return (gap * 3).join(gap.join(f"{points} {name}".strip() for points, name in scale) for scale in scales)


def _scale(scale: RatingScale) -> PrintedScale:
    return tuple(("" if scale.shows_names else rating.points, rating.name) for rating in scale.ratings)


def _fill_instruction(ctx: Context, checklist: Checklist, mode: Mode) -> FillInstruction:
    words, pick = ctx.words, checklist.settings.pick
    scales = tuple(checklist.scales(mode))
    return FillInstruction(
        mode=mode,
        how=words("check.paper.how_parts" if mode is Mode.FULL else "check.paper.how"),
        standards=tuple(text for scale in scales if (text := _meets(ctx, scale))),
        pick=words("check.paper.pick", n=ctx.amount(pick)) if pick else "",
        scales=tuple(_scale(scale) for scale in scales),
    )


def _meets(ctx: Context, scale: RatingScale) -> str:
    """Which rating meets the requirement; nothing where every item has its own."""
    if not scale.standard_name:
        return ""
    key = "check.paper.standard" if scale.shows_names else "check.paper.standard_points"
    return ctx.words(key, name=scale.standard_name, points=scale.standard)
