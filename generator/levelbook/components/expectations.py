"""What is known of a level or grade, and what holds there by group: most of what their pages show.

Two readers use this. The page of a level asks one level of every competency; that of a grade asks of each the level
that the grade requires (`asked_of`), and so says which with each section (`show_level`). The page switches between
what a level adds and everything that holds there without asking a server: both are on the page, and `written` and
`all` are how many lines each view shows of a group. They are counted from the sections that the templates walk, so
that a figure cannot differ from the list under it; whoever shows or hides lines by another rule has to count by it.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from levelbook.components.checklist_links import checklist_link
from levelbook.components.competency_section import CompetencySection, competency_section
from levelbook.components.completeness import GroupMeter, group_meter
from levelbook.components.editor_notes import Remark, remarks
from levelbook.components.exams import ExamRow, exam_row, exam_sentence
from levelbook.components.facts import Fact, of_step
from levelbook.components.guidance.data import StepGuidance, step_guidance
from levelbook.components.prose import Passage, passages
from levelbook.components.weights.badges import WeightBadge, by_anchor
from levelbook.localized.absence import Absence, absence_of, shared_absence
from levelbook.localized.extent import extent
from levelbook.localized.names import count_members, numbered_title
from levelbook.model.competency import CompetencyKind
from levelbook.model.handbook import Sequence
from levelbook.model.sequence import Grade, Group, Level
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

    group: Group
    anchor: str
    title: str
    """Its name, with the groups above."""
    members: str
    """How many competencies; what else is counted depends on the view."""
    figures: str
    """How many competencies and indicators in the view of everything."""
    new_figures: str
    """How many in the view that leaves out what lower levels ask."""
    written: int
    """How many indicators the view shows that leaves out what lower levels ask."""
    all: int
    """How many the view of everything shows."""
    nothing: Absence | None
    """Why it is empty."""
    articles: tuple[CompetencySection, ...]
    """Its competencies, but for those found out by an exam."""
    judged: str
    """How conditions are judged, which have no degrees."""
    extent: str
    """How many parts the source announces, and whether it lists them all."""
    exam: str
    """How those found out by an exam are judged."""
    exam_rows: tuple[ExamRow, ...]
    """Those found out by an exam."""
    completeness: GroupMeter | None
    """How much of it there is, for editors."""
    remarks: tuple[Remark, ...]
    """What changes the meaning of all that is in it."""


@dataclass(frozen=True)
class StepHead:
    """A level or grade with what is said of it whatever the competency."""

    step: Level | Grade
    facts: tuple[Fact, ...]
    """What else is known of it."""
    expectations: tuple[Passage, ...]
    """What is expected whatever the competency."""
    remarks: tuple[Remark, ...]
    """The editor's notes on it, where they stand here."""


@dataclass(frozen=True)
class StepContents(StepHead):
    """A level or grade with what is expected there."""

    groups: tuple[GroupExpectations, ...]
    """What holds, by group."""
    shared_absence: Absence | None
    """What the source does not go as far as, said once for all competencies that share the reason."""
    points: Mapping[str, WeightBadge]
    """Points here by the anchors of groups and competencies."""
    competency_word: str
    """The sequence's word for a competency."""
    side_by_side: str
    """The words that lead to a competency's levels side by side."""
    checklist: str
    """The page of its checklist; nothing where there is none."""
    refusal: str
    """Why there is none."""
    guidance: StepGuidance | None
    """What the handbook adds of its own there."""


def step_contents(
    ctx: Context, sequence: Sequence, step: Level | Grade, asked_of: AskedOf, show_level: bool = False
) -> StepContents:
    """What is known of a level or grade, and what it asks; `show_level` says of each competency which level that is."""
    checklist, refusal = checklist_link(ctx, sequence, step.id)
    head = step_head(ctx, sequence, step)
    return StepContents(
        step=step,
        facts=head.facts,
        expectations=head.expectations,
        remarks=head.remarks,
        groups=group_expectations(ctx, sequence, asked_of, show_level),
        shared_absence=shared_absence(ctx, sequence),
        points=by_anchor(ctx, sequence, step.id),
        competency_word=ctx.word(sequence, "competency"),
        side_by_side=ctx.words("level.side_by_side", n=ctx.amount(len(sequence.levels))),
        checklist=checklist,
        refusal=refusal,
        guidance=step_guidance(ctx, sequence, step.id),
    )


def step_head(ctx: Context, sequence: Sequence, step: Level | Grade, remarks: tuple[Remark, ...] = ()) -> StepHead:
    """What is said of a level or grade whatever the competency."""
    expectations = passages(ctx, sequence, step.expectations)
    return StepHead(step, of_step(ctx, sequence, step), expectations, remarks)


def group_expectations(
    ctx: Context, sequence: Sequence, asked_of: AskedOf, show_level: bool = False
) -> tuple[GroupExpectations, ...]:
    """All groups that hold competencies, or say why they hold none."""
    return tuple(
        _group(ctx, sequence, above, group, asked_of, show_level)
        for above, group in sequence.groups()
        if group.competencies or group.reason or (group.incomplete and not group.groups)
    )


def _group(
    ctx: Context, sequence: Sequence, above: tuple[Group, ...], group: Group, asked_of: AskedOf, show_level: bool
) -> GroupExpectations:
    members = ctx.members(sequence, group)
    exam_rows = tuple(exam_row(ctx, sequence, member) for member in members if ctx.by_exam(member))
    sections = tuple(
        competency_section(ctx, sequence, member, asked_of(member), show_level)
        for member in members
        if not ctx.by_exam(member)
    )
    return GroupExpectations(
        group=group,
        anchor=urls.group_anchor(group.id),
        title=numbered_title(ctx, above, group),
        members=count_members(ctx, members) if members else "",
        figures=_figures(ctx, members, sections),
        new_figures=_new_figures(ctx, sequence, members, sections),
        written=sum(len(section.indicators) + _inherited(section, counted=True) for section in sections),
        all=sum(len(section.indicators) + _inherited(section) + _unstated(section) for section in sections),
        nothing=absence_of(ctx, sequence, group),
        articles=sections,
        judged=_judged(ctx, above, group),
        extent=extent(ctx, sequence, group.declared, len(members), group.open_ended),
        exam=exam_sentence(ctx, sequence, len(exam_rows)) if exam_rows else "",
        exam_rows=exam_rows,
        completeness=group_meter(ctx, sequence, group),
        remarks=tuple(one for one in remarks(ctx, sequence, group) if one.note.for_readers),
    )


def _judged(ctx: Context, above: tuple[Group, ...], group: Group) -> str:
    """That conditions are met or not; a group is of the kind that it or the nearest group above it names."""
    kind = next((nearest.kind for nearest in (group, *reversed(above)) if nearest.kind), None)
    return ctx.words("condition.met_or_not") if kind is CompetencyKind.CONDITION else ""


def _inherited(section: CompetencySection, counted: bool = False) -> int:
    """How many lines hold on from lower levels, or only those that every view shows."""
    return sum(len(block.indicators) for block in section.inherited if block.counted or not counted)


def _unstated(section: CompetencySection) -> int:
    return section.unstated.n if section.unstated else 0


def _figures(ctx: Context, members: tuple[Member, ...], sections: tuple[CompetencySection, ...]) -> str:
    """How many competencies, how many indicators apply, and of how many nobody says whether they do."""
    applying = sum(len(section.indicators) + _inherited(section) for section in sections)
    waiting = sum(_unstated(section) for section in sections)
    return ctx.clauses(
        [
            count_members(ctx, members) if members else "",
            ctx.count("indicator", applying) if applying else "",
            ctx.words("level.and_open", count=ctx.count("plain_indicator", waiting)) if waiting else "",
        ]
    )


def _new_figures(
    ctx: Context, sequence: Sequence, members: tuple[Member, ...], sections: tuple[CompetencySection, ...]
) -> str:
    """How many competencies, how many indicators are new here or written here, and how many every level asks."""
    always = sum(len(section.indicators) for section in sections if section.unlevelled)
    here = sum(len(section.indicators) + _inherited(section, counted=True) for section in sections) - always
    fresh = ctx.count("new_indicator", here) if adds(sequence) else ""
    return ctx.clauses(
        [
            count_members(ctx, members) if members else "",
            (fresh or ctx.words("level.written", count=ctx.count("indicator", here))) if here else "",
            ctx.words("level.always", count=ctx.count("indicator", always)) if always else "",
        ]
    )


def headings(groups: tuple[GroupExpectations, ...]) -> tuple[Heading, ...]:
    """The table of contents of what holds."""
    return tuple(
        Heading(
            group.anchor,
            group.title,
            tuple(Heading(section.anchor, section.link.text) for section in group.articles),
        )
        for group in groups
    )


def anchors(groups: tuple[GroupExpectations, ...]) -> frozenset[str]:
    """Ids that links from elsewhere may point to."""
    sections = [section for group in groups for section in group.articles]
    of_indicators = {row.anchor for section in sections for row in section.indicators if row.anchor}
    of_others = {line.code for section in sections for line in section.coming}
    of_others |= {line.code for section in sections for line in section.ended}
    return frozenset(of_indicators | of_others | {row.anchor for group in groups for row in group.exam_rows})
