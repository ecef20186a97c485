"""The ladder of a sequence: its levels as steps, and the level each grade asks."""

from dataclasses import dataclass

from levelbook.model.handbook import Sequence
from levelbook.model.sequence import Grade, Level
from levelbook.plan import addresses, checklist
from levelbook.plan.cumulation import adds
from levelbook.plan.desk import Desk
from levelbook.plan.requirements import required
from levelbook.plan.shared import Chip, Link, chip


@dataclass(frozen=True)
class Step:
    """A step of the ladder."""

    name: str
    """The level."""
    address: str
    """Its page."""
    number: int
    """Which step it is."""
    grades: tuple[Link, ...]
    """The grades that ask for it."""
    role: str
    """Who stands there."""
    expectation: str
    """The first thing expected there."""
    figures: str
    """How many new demands, or how many it writes."""
    check: str
    """Its checklist; nothing where there is none."""


@dataclass(frozen=True)
class GradeRow:
    """A grade with the level it asks."""

    link: Link
    """The grade."""
    chip: Chip | None
    """The level."""
    exceptions: tuple[str, ...]
    """Competencies for which another level is asked."""


def steps(desk: Desk, sequence: Sequence) -> tuple[Step, ...]:
    """The levels as steps, low to high."""
    return tuple(_step(desk, sequence, level) for level in sequence.levels)


def grade_rows(desk: Desk, sequence: Sequence) -> tuple[GradeRow, ...]:
    """The grades with the level they ask, low to high."""
    return tuple(_grade(desk, sequence, grade) for grade in sequence.grades)


def _step(desk: Desk, sequence: Sequence, level: Level) -> Step:
    found = [desk.standing(sequence, member, level.id) for member in desk.all_members(sequence)]
    unit = "new_demand" if adds(sequence) else "written_demand"
    n = sum(len(one.new if adds(sequence) else one.applies) for one in found)
    first = level.expectations[0] if level.expectations else None
    return Step(
        name=desk.name(level),
        address=addresses.level(sequence, level.id),
        number=sequence.ranks[level.id] if not sequence.head.unranked else len(sequence.levels),
        grades=tuple(
            Link(desk.name(grade), addresses.grade(sequence, grade.id))
            for grade in sequence.grades
            if grade.level == level.id
        ),
        role=desk.said(level, "role"),
        expectation=desk.marked(first, "text") if first else "",
        figures=desk.count(unit, n) if n else "",
        check=checklist.door(desk, sequence, level.id)[0],
    )


def _grade(desk: Desk, sequence: Sequence, grade: Grade) -> GradeRow:
    exceptions = []
    for member in desk.all_members(sequence):
        asked = required(sequence, grade, member)
        if asked.exception:
            level = sequence.level(asked.level or "")
            said = desk.name(level) if level else desk.words("nothing.not_required")
            exceptions.append(desk.words("sequence.exception", name=desk.name(member[1]), level=said))
    link = Link(desk.name(grade), addresses.grade(sequence, grade.id))
    return GradeRow(link, chip(desk, sequence, grade.level) if grade.level else None, tuple(exceptions))
