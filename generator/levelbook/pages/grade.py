"""The page of a grade: the level it asks of every competency, and everything that applies there."""

from collections.abc import Mapping
from dataclasses import dataclass

from levelbook.components.checklist_links import checklist_link
from levelbook.components.editor_notes import Remark, about, remarks
from levelbook.components.expectations import GroupExpectations, anchors, group_expectations, headings
from levelbook.components.facts import Fact, of_step
from levelbook.components.level_chips import Chip, chip
from levelbook.components.links import Link, competency_link, sequence_link
from levelbook.components.prose import Passage, passages
from levelbook.components.weight_badges import WeightBadge, by_anchor
from levelbook.localized.absence import Absence, absence, shared_absence
from levelbook.localized.names import group_title
from levelbook.model.handbook import Sequence
from levelbook.model.sequence import Grade
from levelbook.model.values import Gap
from levelbook.problems import Place
from levelbook.queries.index import Member
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
    nothing: Absence | None
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
class GradeView:
    """Everything on the page of a grade."""

    title: str
    over: Link
    """Its sequence."""
    word: str
    """The sequence's word for a grade."""
    standing: str
    """Which grade it is, and how many indicators apply."""
    number: str
    """Its number, as printed."""
    role: str
    """Who stands there."""
    facts: tuple[Fact, ...]
    """What else is known of it."""
    say: str
    """Which level it asks in general."""
    chip: Chip | None
    """That level."""
    expectations: tuple[Passage, ...]
    """What is expected whatever the competency."""
    steps: tuple[Link, ...]
    """All grades."""
    steps_label: str
    """What the bar of grades is called for those who cannot see it."""
    table: tuple[RequiredGroup, ...]
    """The level asked of every competency."""
    scope: Absence | None
    """What the source does not go as far as, said once for all competencies that share the reason."""
    groups: tuple[GroupExpectations, ...]
    """What applies, by group."""
    sections: tuple[Passage, ...]
    """The source's other prose about the grade."""
    incomplete: str
    """What of the grade is missing."""
    remarks: tuple[Remark, ...]
    points: Mapping[str, WeightBadge]
    """Points here by the anchors of groups and competencies."""
    competency_word: str
    """The sequence's word for a competency."""
    side_by_side: str
    """The words that lead to a competency's levels side by side."""
    check: str
    """The checklist; nothing where there is none."""
    no_check: str
    """Why there is none."""
    source: Place | None
    """Where it is edited."""


def pages(ctx: Context, sequence: Sequence) -> tuple[Page, ...]:
    """The pages of all grades, low to high."""
    return tuple(_page(ctx, sequence, grade) for grade in sequence.grades)


def _page(ctx: Context, sequence: Sequence, grade: Grade) -> Page:
    view = _view(ctx, sequence, grade)
    return Page(
        place=ctx.sitemap.existing(PageKind.GRADE, sequence, grade.id),
        template="grade",
        view=view,
        headings=_headings(ctx, view),
        anchors=anchors(view.groups),
        source=view.source,
        description=ctx.words("grade.description", sequence=view.over.text, grade=view.title),
    )


def _headings(ctx: Context, view: GradeView) -> tuple[Heading, ...]:
    required_levels = [Heading("required", ctx.words("grade.required"))] if view.table else []
    sections = [Heading("sections", ctx.words("prose.of_source"))] if view.sections else []
    remarks_heading = [Heading("remarks", ctx.words("note.title"))] if view.remarks else []
    return (*required_levels, *headings(view.groups), *sections, *remarks_heading)


def _view(ctx: Context, sequence: Sequence, grade: Grade) -> GradeView:
    groups = group_expectations(ctx, sequence, lambda member: required(sequence, grade, member), show_level=True)
    articles = [article for group in groups for article in group.articles]
    written = sum(len(article.indicators) for article in articles)
    inherited = sum(len(block.indicators) for article in articles for block in article.inherited)
    unsaid = sum(article.unstated.n for article in articles if article.unstated)
    table = _table(ctx, sequence, grade)
    word = ctx.word(sequence, "grade")
    check, no_check = checklist_link(ctx, sequence, grade.id)
    return GradeView(
        title=ctx.name(grade),
        over=sequence_link(ctx, sequence),
        word=word,
        standing=ctx.clauses([_rank(ctx, sequence, grade, word), _applies(ctx, written + inherited, unsaid)]),
        number=ctx.text(grade, "number"),
        role=ctx.text(grade, "role"),
        facts=of_step(ctx, sequence, grade),
        say=_required_in_short(ctx, grade, table),
        chip=chip(ctx, sequence, grade.level) if grade.level else None,
        expectations=passages(ctx, sequence, grade.expectations),
        steps=_steps(ctx, sequence, grade),
        steps_label=ctx.words("grade.bar", sequence=ctx.sequence_name(sequence), word=word),
        table=table,
        scope=shared_absence(ctx, sequence),
        groups=groups,
        sections=passages(ctx, sequence, grade.sections),
        incomplete=ctx.marked(grade, "incomplete"),
        remarks=(*remarks(ctx, sequence, grade), *about(ctx, sequence, sequence.head, "grades")),
        points=by_anchor(ctx, sequence, grade.id),
        competency_word=ctx.word(sequence, "competency"),
        side_by_side=ctx.words("level.side_by_side", n=ctx.amount(len(sequence.levels))),
        check=check,
        no_check=no_check,
        source=place(sequence.head, grade),
    )


def _rank(ctx: Context, sequence: Sequence, grade: Grade, word: str) -> str:
    rank = [one.id for one in sequence.grades].index(grade.id) + 1
    return ctx.words("grade.rank", word=word, rank=ctx.numeral(rank), of=ctx.amount(len(sequence.grades)))


def _applies(ctx: Context, applying: int, unsaid: int) -> str:
    """How many indicators apply, and of how many that is not said."""
    clauses = [ctx.words("grade.applies", count=ctx.count("indicator", applying)) if applying else ""]
    clauses += [ctx.words("level.and_open", count=ctx.count("plain_indicator", unsaid)) if unsaid else ""]
    return ctx.clauses(clauses)


def _steps(ctx: Context, sequence: Sequence, here: Grade) -> tuple[Link, ...]:
    return tuple(
        Link(ctx.name(grade), urls.grade(sequence, grade.id), ctx.text(grade, "number"), grade.id == here.id)
        for grade in sequence.grades
    )


def _required_in_short(ctx: Context, grade: Grade, table: tuple[RequiredGroup, ...]) -> str:
    """How many competencies follow the grade's level, how many do not, and how many know no levels."""
    rows = [row for group in table for row in group.rows]
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


def _table(ctx: Context, sequence: Sequence, grade: Grade) -> tuple[RequiredGroup, ...]:
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
        link=Link(competency_link(ctx, member).text, f"#{urls.competency_anchor(sequence, owner, competency)}"),
        chip=chip(ctx, sequence, asked.level) if asked.level and not unlevelled else None,
        nothing=absence(ctx, gap) if gap else None,
        unlevelled=unlevelled,
        exception=asked.exception,
    )
