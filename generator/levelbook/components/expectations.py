"""What holds at a level or grade, by group: the body of their pages."""

from collections.abc import Callable
from dataclasses import dataclass

from levelbook.components.competency_section import CompetencySection, competency_section
from levelbook.components.exams import ExamRow, exam_row, exam_sentence
from levelbook.components.extent import extent
from levelbook.localized.absence import Absence, absence_of
from levelbook.localized.names import count_members, numbered_title
from levelbook.model.competency import CompetencyKind
from levelbook.model.handbook import Sequence
from levelbook.model.sequence import Group
from levelbook.queries.cumulation import adds
from levelbook.queries.index import Member
from levelbook.queries.requirements import Required
from levelbook.site import urls
from levelbook.site.context import Context
from levelbook.site.page import Heading

AskedOf = Callable[[Member], Required]
"""The level asked of a competency, or why there is none."""


@dataclass(frozen=True)
class GroupExpectations:
    """A group with what holds in it."""

    anchor: str
    """Its anchor."""
    title: str
    """Its name, with the groups above."""
    figures: str
    """How many competencies and indicators."""
    written: int
    """How many indicators the view shows that leaves out what lower levels ask."""
    all: int
    """How many the view of everything shows."""
    definition: str
    """What the group is."""
    nothing: Absence | None
    """Why it is empty."""
    incomplete: str
    """What of it is missing."""
    articles: tuple[CompetencySection, ...]
    """Its competencies."""
    judged: str
    """How conditions are judged, which have no degrees."""
    extent: str
    """How many parts the source announces, and whether it lists them all."""
    exam: str
    """How those found out by an exam are judged."""
    exam_rows: tuple[ExamRow, ...]
    """Those found out by an exam."""


def group_expectations(
    ctx: Context, sequence: Sequence, asked_of: AskedOf, show_level: bool = False
) -> tuple[GroupExpectations, ...]:
    """All groups that hold competencies, or say why they hold none."""
    return tuple(
        _holding(ctx, sequence, above, group, asked_of, show_level)
        for above, group in sequence.groups()
        if group.competencies or group.reason or (group.incomplete and not group.groups)
    )


def _holding(
    ctx: Context, sequence: Sequence, above: tuple[Group, ...], group: Group, asked_of: AskedOf, show_level: bool
) -> GroupExpectations:
    members = ctx.members(sequence, group)
    told = [one for one in members if not ctx.by_exam(one)]
    rows = tuple(exam_row(ctx, sequence, one) for one in members if ctx.by_exam(one))
    articles = tuple(competency_section(ctx, sequence, one, asked_of(one), show_level) for one in told)
    return GroupExpectations(
        anchor=urls.group_anchor(group.id),
        title=numbered_title(ctx, above, group),
        figures=_figures(ctx, sequence, members, articles, show_level),
        written=sum(len(one.lines) + sum(len(held.lines) for held in one.held if held.counted) for one in articles),
        all=sum(len(one.lines) + sum(len(held.lines) for held in one.held) + _open(one) for one in articles),
        definition=ctx.marked(group, "definition"),
        nothing=absence_of(ctx, group),
        incomplete=ctx.marked(group, "incomplete"),
        articles=articles,
        judged=_judged(ctx, above, group),
        extent=extent(ctx, group.declared, len(members), group.open_ended),
        exam=exam_sentence(ctx, sequence, len(rows)) if rows else "",
        exam_rows=rows,
    )


def _judged(ctx: Context, above: tuple[Group, ...], group: Group) -> str:
    kind = next((one.kind for one in (group, *reversed(above)) if one.kind), None)
    return ctx.words("condition.met_or_not") if kind is CompetencyKind.CONDITION else ""


def _open(one: CompetencySection) -> int:
    return one.open.n if one.open else 0


def _figures(
    ctx: Context, sequence: Sequence, members: tuple[Member, ...], articles: tuple[CompetencySection, ...], in_all: bool
) -> str:
    """How many competencies, how many indicators are new here, and how many apply or may apply."""
    always = sum(len(one.lines) for one in articles if one.unlevelled)
    fresh = sum(len(one.lines) for one in articles) - always
    held = sum(len(held.lines) for one in articles for held in one.held)
    parts = [count_members(ctx, members)] if members else []
    if not adds(sequence) and not in_all and fresh + held:
        parts.append(ctx.words("level.written", count=ctx.count("indicator", fresh + held)))
    elif in_all and fresh + held:
        parts.append(ctx.words("grade.applies", count=ctx.count("indicator", fresh + held)))
    elif fresh:
        parts.append(ctx.count("new_indicator", fresh))
    if held and not in_all and adds(sequence):
        parts.append(ctx.words("level.in_all", count=ctx.count("indicator", fresh + held)))
    if waiting := sum(_open(one) for one in articles):
        parts.append(ctx.words("level.and_open", count=ctx.count("plain_indicator", waiting)))
    if always:
        parts.append(ctx.words("level.always", count=ctx.count("indicator", always)))
    return ctx.clauses(parts)


def headings(groups: tuple[GroupExpectations, ...]) -> tuple[Heading, ...]:
    """The table of contents of what holds."""
    return tuple(
        Heading(
            group.anchor,
            group.title,
            tuple(Heading(one.anchor, one.link.text) for one in group.articles),
        )
        for group in groups
    )


def anchors(groups: tuple[GroupExpectations, ...]) -> frozenset[str]:
    """Ids that links from elsewhere may point to."""
    lined = {line.anchor for group in groups for one in group.articles for line in one.lines if line.anchor}
    return frozenset(lined | {row.anchor for group in groups for row in group.exam_rows})
