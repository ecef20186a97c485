"""The page of a level: what is expected there, and what changes at the next one."""

from collections.abc import Mapping
from dataclasses import dataclass

from levelbook.components import exams
from levelbook.components.changes import change_word
from levelbook.components.checklist_links import checklist_link
from levelbook.components.cumulation import doubts
from levelbook.components.editor_notes import Remark, about, remarks
from levelbook.components.expectations import GroupExpectations, anchors, group_expectations, headings
from levelbook.components.facts import Fact, confidential, of_step
from levelbook.components.level_chips import Chip, chips
from levelbook.components.links import Link, competency_link, sequence_link
from levelbook.components.prose import Passage, passages
from levelbook.components.weight_badges import WeightBadge, by_anchor
from levelbook.localized.absence import Absence, shared_absence
from levelbook.model.handbook import Sequence
from levelbook.model.sequence import Level
from levelbook.problems import Place
from levelbook.queries.cumulation import unstated
from levelbook.queries.index import Member
from levelbook.queries.level_diff import ChangeKind
from levelbook.queries.requirements import Required
from levelbook.site import urls
from levelbook.site.context import Context
from levelbook.site.edit_places import place
from levelbook.site.page import Heading, Page
from levelbook.site.sitemap import PageKind

OPTIONAL_KINDS = (ChangeKind.AGAIN, ChangeKind.UNSAID, ChangeKind.DROPPED)
"""The kinds of change that have a column only where there are any."""


@dataclass(frozen=True)
class NextLevelRow:
    """What changes for a competency."""

    link: Link
    """The comparison of that competency."""
    before: str
    """Its summary here."""
    after: str
    """Its summary at the next level."""
    new: int
    """How many indicators are new."""
    raised: int
    """How many are raised."""
    more: tuple[int, ...]
    """How many are of the further kinds."""


@dataclass(frozen=True)
class NextLevel:
    """What changes at the next level."""

    title: str
    button: str
    """The words that lead there from the top of the page."""
    here: str
    """This level's name."""
    there: str
    """The next one's name."""
    compare: str
    """The page that compares them."""
    rows: tuple[NextLevelRow, ...]
    """By competency."""
    summaries: bool
    """Whether there are summaries to show."""
    more: tuple[str, ...]
    """The heads of further kinds of change, where there are any."""
    exam: str
    """What is said of those found out by an exam."""
    exam_head: str
    """How many these are."""


@dataclass(frozen=True)
class LevelView:
    """Everything on the page of a level."""

    title: str
    over: Link
    """Its sequence."""
    chip: Chip | None
    """Its stair."""
    standing: str
    """Which level it is, and of which grade."""
    number: str
    """Its number, as printed."""
    role: str
    """Who stands there."""
    facts: tuple[Fact, ...]
    """What else is known of it."""
    expectations: tuple[Passage, ...]
    """What is expected whatever the competency."""
    chips: tuple[Chip, ...]
    """All levels."""
    chips_label: str
    """What the bar of levels is called for those who cannot see it."""
    new: int
    """How many indicators this level is the first to ask; or how many it writes, where that is all that is known."""
    all: int
    """How many apply in all, or may apply."""
    show: tuple[str, str]
    """What the switch between both says."""
    warning: str
    """Said where the source does not say whether what lower levels ask holds here."""
    confidential: str
    """What the source says about who may read it, and what to mind."""
    scope: Absence | None
    """What the source does not go as far as, said once for all competencies that share the reason."""
    groups: tuple[GroupExpectations, ...]
    """What holds, by group."""
    sections: tuple[Passage, ...]
    """The source's other prose about the level."""
    incomplete: str
    """What of the level is missing."""
    remarks: tuple[Remark, ...]
    next: NextLevel | None
    """What changes at the next level."""
    word: str
    """The sequence's word for a competency."""
    side_by_side: str
    """The words that lead to a competency's levels side by side."""
    points: Mapping[str, WeightBadge]
    """Points here by the anchors of groups and competencies."""
    move: str
    """The page that compares this level with others; nothing where there are none."""
    check: str
    """The checklist; nothing where there is none."""
    no_check: str
    """Why there is none."""
    source: Place | None
    """Where it is edited."""


def pages(ctx: Context, sequence: Sequence) -> tuple[Page, ...]:
    """The pages of all levels, low to high."""
    return tuple(_page(ctx, sequence, level) for level in sequence.levels)


def _page(ctx: Context, sequence: Sequence, level: Level) -> Page:
    view = _view(ctx, sequence, level)
    return Page(
        place=ctx.sitemap.existing(PageKind.LEVEL, sequence, level.id),
        template="level",
        view=view,
        headings=headings(view.groups) + _more_headings(ctx, view),
        anchors=anchors(view.groups),
        source=view.source,
        description=ctx.words("level.description", sequence=view.over.text, level=view.title),
    )


def transfer_address(ctx: Context, sequence: Sequence, key: str) -> str:
    """The page that compares this level with others; nothing where there are none, or the standard is retired."""
    comparable = ctx.sitemap.has(PageKind.TRANSFER) and not sequence.head.retired
    return urls.transfer_from(sequence, key) if comparable else ""


def _switch(ctx: Context, sequence: Sequence) -> tuple[str, str]:
    """What the two sides of the switch say."""
    first, second = ("show_written", "show_open") if unstated(sequence) else ("show_new", "show_all")
    return ctx.words(f"level.{first}"), ctx.words(f"level.{second}")


def _warning(ctx: Context, sequence: Sequence, groups: tuple[GroupExpectations, ...]) -> str:
    """That it is not said whether what lower levels ask holds here, where there is any of it."""
    unsaid = unstated(sequence) and any(group.all > group.written for group in groups)
    return ctx.words("level.open_note") if unsaid else ""


def _more_headings(ctx: Context, view: LevelView) -> tuple[Heading, ...]:
    headings_below = [Heading("next", view.next.title)] if view.next else []
    if view.sections:
        headings_below.append(Heading("sections", ctx.words("level.more")))
    if view.remarks:
        headings_below.append(Heading("remarks", ctx.words("note.title")))
    return tuple(headings_below)


def _view(ctx: Context, sequence: Sequence, level: Level) -> LevelView:
    groups = group_expectations(ctx, sequence, lambda member: Required(level.id, False))
    check, no_check = checklist_link(ctx, sequence, level.id)
    levels = chips(ctx, sequence, level.id)
    return LevelView(
        title=ctx.name(level),
        over=sequence_link(ctx, sequence),
        chip=next((chip for chip in levels if chip.current), None),
        standing=_standing(ctx, sequence, level, levels),
        number=ctx.text(level, "number"),
        role=ctx.text(level, "role"),
        facts=of_step(ctx, sequence, level),
        expectations=passages(ctx, sequence, level.expectations),
        chips=levels,
        chips_label=ctx.words("level.bar", sequence=ctx.sequence_name(sequence)),
        new=sum(group.written for group in groups),
        all=sum(group.all for group in groups),
        show=_switch(ctx, sequence),
        warning=_warning(ctx, sequence, groups),
        confidential=confidential(ctx, sequence),
        scope=shared_absence(ctx, sequence),
        groups=groups,
        sections=passages(ctx, sequence, level.sections),
        incomplete=ctx.marked(level, "incomplete"),
        remarks=(
            *remarks(ctx, sequence, level),
            *about(ctx, sequence, sequence.head, "levels"),
            *doubts(ctx, sequence),
        ),
        next=_next(ctx, sequence, level),
        word=ctx.word(sequence, "competency"),
        side_by_side=ctx.words("level.side_by_side", n=ctx.amount(len(levels))),
        points=by_anchor(ctx, sequence, level.id),
        move=transfer_address(ctx, sequence, level.id),
        check=check,
        no_check=no_check,
        source=place(sequence.head, level),
    )


def _standing(ctx: Context, sequence: Sequence, level: Level, levels: tuple[Chip, ...]) -> str:
    """Which of how many levels it is, and which grades ask for it."""
    clauses = []
    if not sequence.head.unranked:
        rank, of = ctx.numeral(sequence.ranks[level.id]), ctx.amount(len(levels))
        clauses.append(ctx.words("level.rank", rank=rank, of=of))
    grades = next((chip.note for chip in levels if chip.current), "")
    if grades:
        clauses.append(ctx.words("level.grades", word=ctx.word(sequence, "grade"), grades=grades))
    return ctx.clauses(clauses)


def _next(ctx: Context, sequence: Sequence, level: Level) -> NextLevel | None:
    above = sequence.levels[sequence.ranks[level.id] :]
    if not above or not ctx.sitemap.has(PageKind.LEVEL_PAIRS, sequence):
        return None
    there = above[0]
    members = ctx.all_members(sequence)
    with_levels = [member for member in members if member[1].levels]
    kinds = {change.kind for member in with_levels for change in ctx.changes(sequence, member, level.id, there.id)}
    more = tuple(kind for kind in OPTIONAL_KINDS if kind in kinds)
    rows = tuple(_row(ctx, sequence, member, (level.id, there.id), more) for member in with_levels)
    by_exam = sum(ctx.by_exam(member) for member in members)
    return NextLevel(
        title=ctx.words("level.other" if sequence.head.unranked else "level.next", level=ctx.name(there)),
        button=ctx.words("level.to_other" if sequence.head.unranked else "level.to_next", level=ctx.name(there)),
        here=ctx.name(level),
        there=ctx.name(there),
        compare=urls.comparison(sequence, level.id, there.id),
        rows=rows,
        summaries=any(row.before or row.after for row in rows),
        more=tuple(change_word(ctx, kind) for kind in more),
        exam=ctx.words("exam.same_mark") if by_exam and exams.bands(ctx, sequence) else "",
        exam_head=ctx.words("exam.competencies", count=ctx.count("competency", by_exam)) if by_exam else "",
    )


def _row(
    ctx: Context, sequence: Sequence, member: Member, pair: tuple[str, str], more: tuple[ChangeKind, ...]
) -> NextLevelRow:
    owner, competency = member
    low, high = pair
    kinds = [change.kind for change in ctx.changes(sequence, member, low, high)]
    cells = (competency.cell(low), competency.cell(high))
    before, after = (ctx.marked(cell, "summary") if cell else "" for cell in cells)
    anchor = urls.competency_anchor(sequence, owner, competency)
    page = urls.comparison(sequence, low, high)
    return NextLevelRow(
        link=Link(competency_link(ctx, member).text, f"{page}#{anchor}"),
        before=before,
        after=after,
        new=kinds.count(ChangeKind.NEW),
        raised=kinds.count(ChangeKind.RAISED),
        more=tuple(kinds.count(kind) for kind in more),
    )
