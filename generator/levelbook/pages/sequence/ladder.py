"""The ladder of a sequence: its levels as steps, and the level each grade asks."""

from dataclasses import dataclass

from levelbook.components.checklist_links import checklist_link
from levelbook.components.level_chips import Chip, chip
from levelbook.components.links import Link
from levelbook.model.handbook import Sequence
from levelbook.model.sequence import Grade, Level
from levelbook.queries.cumulation import adds
from levelbook.queries.grades import own_grades
from levelbook.queries.requirements import required
from levelbook.site import urls
from levelbook.site.context import Context


@dataclass(frozen=True)
class LadderStep:
    """A step of the ladder."""

    level: Level
    link: Link
    height: int
    """Which step it is; all are as high where the order ranks nothing."""
    grades: tuple[Link, ...]
    """The grades that ask for it."""
    expectation: str
    """The first thing expected there."""
    figures: str
    """How many new demands, or how many it writes."""
    checklist: str
    """Its address; nothing where there is none."""


@dataclass(frozen=True)
class GradeRow:
    """A grade with the level it asks."""

    link: Link
    chip: Chip | None
    exceptions: tuple[str, ...]
    """Competencies for which another level is asked."""


def ladder_steps(ctx: Context, sequence: Sequence) -> tuple[LadderStep, ...]:
    """The levels as steps, low to high."""
    return tuple(_step(ctx, sequence, level) for level in sequence.levels)


def grade_rows(ctx: Context, sequence: Sequence) -> tuple[GradeRow, ...]:
    """The grades that are no levels, with the level they ask, low to high; the others stand beside their level."""
    return tuple(_grade(ctx, sequence, grade) for grade in own_grades(sequence))


def _step(ctx: Context, sequence: Sequence, level: Level) -> LadderStep:
    expectations = [ctx.expectation(sequence, member, level.id) for member in ctx.all_members(sequence)]
    unit = "new_demand" if adds(sequence) else "written_demand"
    n = sum(len(expected.new if adds(sequence) else expected.applies) for expected in expectations)
    first = level.expectations[0] if level.expectations else None
    return LadderStep(
        level=level,
        link=Link(ctx.name(level), urls.level(sequence, level.id)),
        height=sequence.ranks[level.id] if not sequence.head.unranked else len(sequence.levels),
        grades=tuple(
            Link(ctx.name(grade), urls.grade(sequence, grade.id))
            for grade in sequence.grades
            if grade.level == level.id
        ),
        expectation=ctx.marked(first, "text") if first else "",
        figures=ctx.count(unit, n) if n else "",
        checklist=checklist_link(ctx, sequence, level.id)[0],
    )


def _grade(ctx: Context, sequence: Sequence, grade: Grade) -> GradeRow:
    exceptions = []
    for member in ctx.all_members(sequence):
        asked = required(sequence, grade, member)
        if asked.exception:
            level = sequence.level(asked.level or "")
            name = ctx.name(level) if level else ctx.words("nothing.not_required")
            exceptions.append(ctx.words("sequence.exception", name=ctx.name(member[1]), level=name))
    link = Link(ctx.name(grade), urls.grade(sequence, grade.id))
    return GradeRow(link, chip(ctx, sequence, grade.level) if grade.level else None, tuple(exceptions))
