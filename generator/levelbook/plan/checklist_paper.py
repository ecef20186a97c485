"""What only the printed checklist has: lines to write on, how to fill it in, the scale in the foot, signatures."""

from dataclasses import dataclass

from levelbook.model.handbook import Sequence
from levelbook.plan.checklist_scales import Ruler
from levelbook.plan.checklists import FULL, Checklist
from levelbook.plan.desk import Desk

FIELDS = ("name", "department", "grade", "period", "date", "manager")
"""The lines at the top."""
Scale = tuple[tuple[str, str], ...]
"""The ratings of a scale: points and name; points are nothing where the boxes show names."""


@dataclass(frozen=True)
class Way:
    """How a mode is filled in."""

    mode: str
    """quick or full."""
    how: str
    """What to do."""
    scales: tuple[Scale, ...]
    """The scales by which people rate."""


@dataclass(frozen=True)
class Sheet:
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
    ways: tuple[Way, ...]
    """How to fill it in, in each mode."""
    sheets: tuple[Sheet, ...]
    """What stands at the edges of the sheets."""
    top: str
    """The heading over the points to pick; nothing where none are picked."""
    pick: int
    """How many."""


def paper(desk: Desk, sequence: Sequence, made: Checklist, ruler: Ruler) -> Paper:
    """What only the printed form of a checklist has."""
    words = desk.words
    ways = tuple(_way(desk, made, mode) for mode in made.modes)
    name = (desk.sequence_name(sequence), made.goal.name)
    return Paper(
        fields=tuple(words(f"check.paper.{key}") for key in FIELDS),
        ways=ways,
        sheets=(
            *(Sheet(way.mode, _head(desk, *name, words("check.list")), _foot(desk, way.scales)) for way in ways),
            Sheet("result", _head(desk, *name, words("check.view_result")), _foot(desk, (_scale(ruler),))),
            Sheet("plan", _head(desk, *name, words("check.view_plan")), ""),
        ),
        top=words("check.paper.top", n=desk.amount(made.how.pick)) if made.how.pick else "",
        pick=made.how.pick,
    )


def _head(desk: Desk, sequence: str, step: str, what: str) -> str:
    return desk.words("join.gap").join((sequence, what, step))


def _foot(desk: Desk, scales: tuple[Scale, ...]) -> str:
    """The scales in one line."""
    gap = desk.words("join.gap")
    return (gap * 3).join(gap.join(f"{points} {name}".strip() for points, name in scale) for scale in scales)


def _scale(ruler: Ruler) -> Scale:
    return tuple(("" if ruler.wordy else one.points, one.name) for one in ruler.notches)


def _way(desk: Desk, made: Checklist, mode: str) -> Way:
    """How a mode is filled in: what to do, what meets the requirement, what to pick."""
    words = desk.words
    used = tuple(made.rulers(mode))
    said = [words("check.paper.how_parts" if mode == FULL else "check.paper.how")]
    said += [text for one in used if (text := _meets(desk, one))]
    if made.how.pick:
        said.append(words("check.paper.pick", n=desk.amount(made.how.pick)))
    return Way(mode, words("check.next").join(said), tuple(_scale(one) for one in used))


def _meets(desk: Desk, ruler: Ruler) -> str:
    """Which rating meets the requirement; nothing where every item has its own."""
    if not ruler.standard_name:
        return ""
    key = "check.paper.standard" if ruler.wordy else "check.paper.standard_points"
    return desk.words(key, name=ruler.standard_name, points=ruler.standard)
