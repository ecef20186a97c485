"""What only the printed checklist has: lines to write on, how to fill it in, the scale in the foot, signatures."""

from dataclasses import dataclass

from levelbook.model.handbook import Sequence
from levelbook.plan.checklist_scales import Ruler
from levelbook.plan.checklists import FULL, Checklist
from levelbook.plan.desk import Desk

FIELDS = ("name", "department", "grade", "period", "date", "manager")
"""The lines at the top."""


@dataclass(frozen=True)
class Way:
    """How a mode is filled in."""

    mode: str
    """quick or full."""
    how: str
    """What to do."""
    scale: tuple[tuple[str, str], ...]
    """The ratings: points and name; points are nothing where the boxes show names."""


@dataclass(frozen=True)
class Paper:
    """What only the printed form has."""

    fields: tuple[str, ...]
    """Lines to write on: name, department …"""
    ways: tuple[Way, ...]
    """How to fill it in, in each mode."""
    head: str
    """What stands at the top of every further page."""
    foot: str
    """The scale in one line, for the foot of every page."""
    top: str
    """The heading over the points to pick; nothing where none are picked."""
    pick: int
    """How many."""


def paper(desk: Desk, sequence: Sequence, made: Checklist, ruler: Ruler) -> Paper:
    """What only the printed form of a checklist has."""
    words = desk.words
    ways = tuple(_way(desk, made, ruler, mode) for mode in made.modes)
    return Paper(
        fields=tuple(words(f"check.paper.{key}") for key in FIELDS),
        ways=ways,
        head=words("join.gap").join((desk.sequence_name(sequence), words("check.list"), made.goal.name)),
        foot=words("join.gap").join(f"{points} {name}".strip() for points, name in ways[0].scale),
        top=words("check.paper.top", n=desk.amount(made.how.pick)) if made.how.pick else "",
        pick=made.how.pick,
    )


def _way(desk: Desk, made: Checklist, ruler: Ruler, mode: str) -> Way:
    """How a mode is filled in: what to do, what meets the requirement, what to pick."""
    words = desk.words
    shown = made.how.parts if mode == FULL and made.how.parts else ruler
    said = [words("check.paper.how_parts" if mode == FULL else "check.paper.how")]
    name = next((one.name for one in shown.notches if one.points == shown.standard), "")
    if name:
        key = "check.paper.standard" if shown.wordy else "check.paper.standard_points"
        said.append(words(key, name=name, points=shown.standard))
    if made.how.pick:
        said.append(words("check.paper.pick", n=desk.amount(made.how.pick)))
    scale = tuple(("" if shown.wordy else one.points, one.name) for one in shown.notches)
    return Way(mode, words("check.next").join(said), scale)
