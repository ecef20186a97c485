"""What only the printed checklist has: lines to write on, how to fill it in, the scale in the foot, signatures."""

from dataclasses import dataclass

from levelbook.assessment.checklists import FULL, Checklist
from levelbook.assessment.settings import RatingScale
from levelbook.model.handbook import Sequence
from levelbook.site.context import Context

FIELDS = ("name", "department", "grade", "period", "date", "manager")
"""The lines at the top."""
Scale = tuple[tuple[str, str], ...]
"""The ratings of a scale: points and name; points are nothing where the boxes show names."""


@dataclass(frozen=True)
class FillInstruction:
    """How a mode is filled in."""

    mode: str
    """quick or full."""
    how: str
    """What to do."""
    scales: tuple[Scale, ...]
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
    ways: tuple[FillInstruction, ...]
    """How to fill it in, in each mode."""
    sheets: tuple[PaperSheet, ...]
    """What stands at the edges of the sheets."""
    top: str
    """The heading over the points to pick; nothing where none are picked."""
    pick: int
    """How many."""


def paper(ctx: Context, sequence: Sequence, made: Checklist, ruler: RatingScale) -> Paper:
    """What only the printed form of a checklist has."""
    words = ctx.words
    ways = tuple(_way(ctx, made, mode) for mode in made.modes)
    name = (ctx.sequence_name(sequence), made.target.name)
    return Paper(
        fields=tuple(words(f"check.paper.{key}") for key in FIELDS),
        ways=ways,
        sheets=(
            *(PaperSheet(way.mode, _head(ctx, *name, words("check.list")), _foot(ctx, way.scales)) for way in ways),
            PaperSheet("result", _head(ctx, *name, words("check.view_result")), _foot(ctx, (_scale(ruler),))),
            PaperSheet("plan", _head(ctx, *name, words("check.view_plan")), ""),
        ),
        top=words("check.paper.top", n=ctx.amount(made.settings.pick)) if made.settings.pick else "",
        pick=made.settings.pick,
    )


def _head(ctx: Context, sequence: str, step: str, what: str) -> str:
    return ctx.words("join.gap").join((sequence, what, step))


def _foot(ctx: Context, scales: tuple[Scale, ...]) -> str:
    """The scales in one line."""
    gap = ctx.words("join.gap")
    return (gap * 3).join(gap.join(f"{points} {name}".strip() for points, name in scale) for scale in scales)


def _scale(ruler: RatingScale) -> Scale:
    return tuple(("" if ruler.wordy else one.points, one.name) for one in ruler.notches)


def _way(ctx: Context, made: Checklist, mode: str) -> FillInstruction:
    """How a mode is filled in: what to do, what meets the requirement, what to pick."""
    words = ctx.words
    used = tuple(made.rulers(mode))
    said = [words("check.paper.how_parts" if mode == FULL else "check.paper.how")]
    said += [text for one in used if (text := _meets(ctx, one))]
    if made.settings.pick:
        said.append(words("check.paper.pick", n=ctx.amount(made.settings.pick)))
    return FillInstruction(mode, words("check.next").join(said), tuple(_scale(one) for one in used))


def _meets(ctx: Context, ruler: RatingScale) -> str:
    """Which rating meets the requirement; nothing where every item has its own."""
    if not ruler.standard_name:
        return ""
    key = "check.paper.standard" if ruler.wordy else "check.paper.standard_points"
    return ctx.words(key, name=ruler.standard_name, points=ruler.standard)
