"""The page of a level: what is expected there, and what changes at the next one."""

from dataclasses import dataclass

from levelbook.components import exams
from levelbook.components.changes import change_word
from levelbook.components.cumulation import doubts
from levelbook.components.editor_notes import about, remarks
from levelbook.components.expectations import GroupExpectations, StepContents, anchors, headings, step_contents
from levelbook.components.facts import confidential
from levelbook.components.level_chips import Chip, chips
from levelbook.components.links import Link, sequence_link
from levelbook.components.print_choice import pocket_card
from levelbook.components.prose import PageWithProse, closing_headings, passages
from levelbook.model.handbook import Sequence
from levelbook.model.sequence import Level
from levelbook.queries.cumulation import unstated
from levelbook.queries.index import Member
from levelbook.queries.level_diff import ChangeKind
from levelbook.queries.requirements import Required
from levelbook.site import urls
from levelbook.site.context import Context
from levelbook.site.edit_places import place
from levelbook.site.page import Heading, Page
from levelbook.site.sitemap import PageKind

COLUMN_KEYS = {ChangeKind.NEW: "level.column_new", ChangeKind.RAISED: "level.column_raised"}
"""The kinds of change that always have a column, with the keys of what stands over it."""
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
    counts: tuple[int, ...]
    """How many changes there are of each kind."""


@dataclass(frozen=True)
class NextLevel:
    """What changes at the next level."""

    title: str
    button: str
    """The words that lead there from the top of the page."""
    level: Level
    comparison: str
    """The page that compares both."""
    rows: tuple[NextLevelRow, ...]
    """By competency."""
    summaries: bool
    """Whether there are summaries to show."""
    kinds: tuple[str, ...]
    """The kinds of change, as heads of columns."""
    exam: str
    """What is said of those found out by an exam."""


@dataclass(frozen=True)
class LevelView(PageWithProse):
    """Everything on the page of a level."""

    step: StepContents
    standing: str
    """Which level it is, and of which grade."""
    chips: tuple[Chip, ...]
    """All levels."""
    new: int
    """How many indicators this level is the first to ask; or how many it writes, where that is all that is known."""
    all: int
    """How many apply in all, or may apply."""
    switch: tuple[str, str]
    """What the switch between both says."""
    warning: str
    """Said where the source does not say whether what lower levels ask holds here."""
    confidential: str
    """What the source says about who may read it, and what to mind."""
    next: NextLevel | None
    pocket: str
    """The pocket card of the level; nothing where there is none."""
    transfer: str
    """The page that compares this level with others; nothing where there are none."""


def pages(ctx: Context, sequence: Sequence) -> tuple[Page, ...]:
    """The pages of all levels, low to high."""
    return tuple(_page(ctx, sequence, level) for level in sequence.levels)


def _page(ctx: Context, sequence: Sequence, level: Level) -> Page:
    view = _view(ctx, sequence, level)
    next_heading = [Heading("next", view.next.title)] if view.next else []
    return Page(
        place=ctx.sitemap.existing(PageKind.LEVEL, sequence, level.id),
        template="level",
        view=view,
        headings=(*headings(view.step.groups), *next_heading, *closing_headings(ctx, view, "level.more")),
        anchors=anchors(view.step.groups),
        source=place(sequence.head, level),
        description=ctx.words("level.description", sequence=view.sequence.text, level=ctx.name(level)),
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


def _view(ctx: Context, sequence: Sequence, level: Level) -> LevelView:
    step = step_contents(ctx, sequence, level, lambda member: Required(level.id, False))
    levels = chips(ctx, sequence, level.id)
    return LevelView(
        sequence=sequence_link(ctx, sequence),
        step=step,
        standing=_standing(ctx, sequence, level, levels),
        chips=levels,
        new=sum(group.written for group in step.groups),
        all=sum(group.all for group in step.groups),
        switch=_switch(ctx, sequence),
        warning=_warning(ctx, sequence, step.groups),
        confidential=confidential(ctx, sequence),
        sections=passages(ctx, sequence, level.sections),
        remarks=(
            *remarks(ctx, sequence, level),
            *about(ctx, sequence, sequence.head, "levels"),
            *doubts(ctx, sequence),
        ),
        next=_next(ctx, sequence, level),
        pocket=pocket_card(ctx, sequence, level.id),
        transfer=transfer_address(ctx, sequence, level.id),
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
    members = [member for member in ctx.all_members(sequence) if member[1].levels]
    changes = (change for member in members for change in ctx.changes(sequence, member, level.id, there.id))
    found = {change.kind for change in changes}
    kinds = (*COLUMN_KEYS, *(kind for kind in OPTIONAL_KINDS if kind in found))
    rows = tuple(_row(ctx, sequence, member, (level.id, there.id), kinds) for member in members)
    return NextLevel(
        title=ctx.words("level.other" if sequence.head.unranked else "level.next", level=ctx.name(there)),
        button=ctx.words("level.to_other" if sequence.head.unranked else "level.to_next", level=ctx.name(there)),
        level=there,
        comparison=urls.comparison(sequence, level.id, there.id),
        rows=rows,
        summaries=any(row.before or row.after for row in rows),
        kinds=tuple(ctx.words(COLUMN_KEYS[kind]) if kind in COLUMN_KEYS else change_word(ctx, kind) for kind in kinds),
        exam=_exam(ctx, sequence),
    )


def _exam(ctx: Context, sequence: Sequence) -> str:
    """That the next level asks the same of those found out by an exam, where it is known what mark it asks."""
    by_exam = sum(ctx.by_exam(member) for member in ctx.all_members(sequence))
    if not by_exam or not exams.bands(ctx, sequence):
        return ""
    head = ctx.words("exam.competencies", count=ctx.count("competency", by_exam))
    return ctx.words("exam.said_of", head=head, said=ctx.words("exam.same_mark"))


def _row(
    ctx: Context, sequence: Sequence, member: Member, pair: tuple[str, str], columns: tuple[ChangeKind, ...]
) -> NextLevelRow:
    owner, competency = member
    kinds = [change.kind for change in ctx.changes(sequence, member, *pair)]
    before, after = (ctx.marked(cell, "summary") if cell else "" for cell in map(competency.cell, pair))
    anchor = urls.competency_anchor(sequence, owner, competency)
    return NextLevelRow(
        link=Link(ctx.name(competency), f"{urls.comparison(sequence, *pair)}#{anchor}"),
        before=before,
        after=after,
        counts=tuple(kinds.count(kind) for kind in columns),
    )
