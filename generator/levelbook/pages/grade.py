"""The page of a grade: the level it asks of every competency, and everything that applies there."""

from dataclasses import dataclass

from levelbook.components.editor_notes import about, remarks
from levelbook.components.expectations import StepContents, anchors, headings, step_contents
from levelbook.components.level_chips import Chip, chip
from levelbook.components.links import Link, sequence_link
from levelbook.components.prose import PageWithProse, closing_headings, passages
from levelbook.components.views import comparisons
from levelbook.components.views.switch import ViewSwitch, view_switch
from levelbook.localized.absence import Absence, absence
from levelbook.localized.names import group_title
from levelbook.model.handbook import Sequence
from levelbook.model.sequence import Grade
from levelbook.model.values import Gap
from levelbook.queries.grades import own_grades
from levelbook.queries.index import Member
from levelbook.queries.remembered import asked_once
from levelbook.queries.requirements import UNLISTED, required
from levelbook.site import urls
from levelbook.site.context import Context
from levelbook.site.edit_places import place
from levelbook.site.page import Heading, Page
from levelbook.site.sitemap import PageKind


@dataclass(frozen=True)
class RequiredRow:
    """What the grade asks of a competency."""

    link: Link
    """The competency, where this page shows it."""
    chip: Chip | None
    absence: Absence | None
    unlevelled: bool
    """Whether it asks the same at every level, so that there is none to reach."""
    exception: bool
    """Whether it differs from the others."""


@dataclass(frozen=True)
class RequiredGroup:
    """A group in the table of required levels."""

    title: str
    rows: tuple[RequiredRow, ...]


@dataclass(frozen=True)
class GradeView(PageWithProse):
    """Everything on the page of a grade."""

    step: StepContents
    name: str
    """What the grade is called within its sequence."""
    switch: ViewSwitch
    """Between what its page chooses."""
    standing: str
    """Which grade it is, and how many indicators apply."""
    chip: Chip | None
    """The level it asks in general."""
    required_in_short: str
    """Of how many competencies it asks that level, and of how many not."""
    grades: tuple[Link, ...]
    """All grades."""
    grades_label: str
    """What the bar of grades is called for those who cannot see it."""
    required_levels: tuple[RequiredGroup, ...]
    """The level asked of every competency."""


def pages(ctx: Context, sequence: Sequence) -> tuple[Page, ...]:
    """The pages of the grades that are no levels under another name, low to high."""
    return tuple(_page(ctx, sequence, grade) for grade in own_grades(sequence))


@asked_once(lambda sequence, grade: (sequence.id, grade.id))
def _page(ctx: Context, sequence: Sequence, grade: Grade) -> Page:
    view = _view(ctx, sequence, grade)
    required_heading = [Heading("required", ctx.words("grade.required"))] if view.required_levels else []
    return Page(
        place=ctx.sitemap.existing(PageKind.GRADE, sequence, grade.id),
        template="grade",
        view=view,
        headings=(*headings(view.step.groups), *required_heading, *closing_headings(ctx, view)),
        anchors=anchors(view.step.groups),
        source=place(sequence.head, grade),
        description=ctx.words("grade.description", sequence=view.sequence.text, grade=ctx.name(grade)),
    )


def _view(ctx: Context, sequence: Sequence, grade: Grade) -> GradeView:
    step = step_contents(ctx, sequence, grade, lambda member: required(sequence, grade, member), show_level=True)
    required_levels = _required_levels(ctx, sequence, grade)
    word = ctx.word(sequence, "grade")
    return GradeView(
        sequence=sequence_link(ctx, sequence),
        step=step,
        name=ctx.name(grade),
        switch=view_switch(ctx, sequence, grade.id, step.groups, comparisons.of_grade(ctx, sequence, grade)),
        standing=ctx.clauses([_rank(ctx, sequence, grade, word), _applies(ctx, step)]),
        chip=chip(ctx, sequence, grade.level) if grade.level else None,
        required_in_short=_required_in_short(ctx, grade, required_levels),
        grades=_grades(ctx, sequence, grade),
        grades_label=ctx.words("grade.bar", sequence=ctx.sequence_name(sequence), word=word),
        required_levels=required_levels,
        sections=passages(ctx, sequence, grade.sections),
        remarks=(*remarks(ctx, sequence, grade), *about(ctx, sequence, sequence.head, "grades")),
    )


def _rank(ctx: Context, sequence: Sequence, grade: Grade, word: str) -> str:
    rank = sequence.grades.index(grade) + 1
    return ctx.words("grade.rank", word=word, rank=ctx.numeral(rank), of=ctx.amount(len(sequence.grades)))


def _applies(ctx: Context, step: StepContents) -> str:
    """How many indicators apply, and of how many that is not said."""
    unsaid = sum(section.unstated.n for group in step.groups for section in group.articles if section.unstated)
    applying = sum(group.all for group in step.groups) - unsaid
    clauses = [ctx.words("grade.applies", count=ctx.count("indicator", applying)) if applying else ""]
    clauses += [ctx.words("level.and_open", count=ctx.count("plain_indicator", unsaid)) if unsaid else ""]
    return ctx.clauses(clauses)


def _grades(ctx: Context, sequence: Sequence, here: Grade) -> tuple[Link, ...]:
    return tuple(
        Link(ctx.name(grade), urls.grade(sequence, grade.id), ctx.text(grade, "number"), grade.id == here.id)
        for grade in sequence.grades
    )


def _required_in_short(ctx: Context, grade: Grade, required_levels: tuple[RequiredGroup, ...]) -> str:
    """How many competencies follow the grade's level, how many do not, and how many know no levels."""
    rows = [row for group in required_levels for row in group.rows]
    unlevelled = sum(row.unlevelled for row in rows)
    clauses = [_follow(ctx, grade, [row for row in rows if not row.unlevelled])]
    if unlevelled:
        clauses.append(ctx.words("grade.unlevelled", count=ctx.count("short_competency", unlevelled)))
    return ctx.clauses(clauses)


def _follow(ctx: Context, grade: Grade, rows: list[RequiredRow]) -> str:
    """How many competencies with levels follow the grade's level."""
    exceptions = sum(row.exception for row in rows)
    if isinstance(grade.level, Gap):
        return ctx.words(f"nothing.{grade.level.value}")
    if grade.level is None:
        return ctx.words("grade.only_named")
    if not exceptions:
        return ctx.words("grade.all_the_same", count=ctx.count("competency", len(rows)))
    return ctx.words("grade.but", count=ctx.count("competency", exceptions))


def _required_levels(ctx: Context, sequence: Sequence, grade: Grade) -> tuple[RequiredGroup, ...]:
    return tuple(
        RequiredGroup(
            group_title(ctx, above, group),
            tuple(_row(ctx, sequence, grade, member) for member in ctx.members(sequence, group)),
        )
        for above, group in sequence.groups()
        if group.competencies
    )


def _row(ctx: Context, sequence: Sequence, grade: Grade, member: Member) -> RequiredRow:
    owner, competency = member
    asked = required(sequence, grade, member)
    unlevelled = bool(competency.indicators)
    gap = asked.gap or ("" if asked.level or unlevelled else UNLISTED)
    return RequiredRow(
        link=Link(ctx.name(competency), f"#{urls.competency_anchor(sequence, owner, competency)}"),
        chip=chip(ctx, sequence, asked.level) if asked.level and not unlevelled else None,
        absence=absence(ctx, sequence, gap) if gap else None,
        unlevelled=unlevelled,
        exception=asked.exception,
    )
