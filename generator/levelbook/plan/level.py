"""The page of a level: what is expected there, and what changes at the next one."""

from collections.abc import Mapping
from dataclasses import dataclass

from levelbook.diff import ChangeKind
from levelbook.model.handbook import Sequence
from levelbook.model.sequence import Level
from levelbook.plan import addresses, checklist, compare, exams, move
from levelbook.plan.changes import change_word
from levelbook.plan.cumulation import doubts, unstated
from levelbook.plan.desk import Desk, Member
from levelbook.plan.facts import Fact, of_step
from levelbook.plan.holdings import Holdings, anchors, headings, holdings
from levelbook.plan.page import Heading, Page
from levelbook.plan.points_views import Beside, by_anchor
from levelbook.plan.prose import Passage, passages
from levelbook.plan.remarks import Remark, about, remarks
from levelbook.plan.requirements import Required
from levelbook.plan.scope import said_once
from levelbook.plan.shared import Chip, Link, Nothing, chips, competency_link, confidential, place, sequence_link
from levelbook.problems import Place

MORE = (ChangeKind.AGAIN, ChangeKind.UNSAID, ChangeKind.DROPPED)
"""The kinds of change that have a column only where there are any."""


@dataclass(frozen=True)
class NextRow:
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
class Next:
    """What changes at the next level."""

    title: str
    """The heading."""
    button: str
    """The words that lead there from the top of the page."""
    here: str
    """This level's name."""
    there: str
    """The next one's name."""
    compare: str
    """The page that compares them."""
    rows: tuple[NextRow, ...]
    """By competency."""
    summaries: bool
    """Whether there are summaries to show."""
    more: tuple[str, ...]
    """The heads of further kinds of change, where there are any."""
    exam: str
    """What is said of those found out by an exam."""
    exam_head: str
    """How many they are."""


@dataclass(frozen=True)
class LevelView:
    """Everything on the page of a level."""

    title: str
    """The level."""
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
    scope: Nothing | None
    """What the source does not go as far as, said once for all competencies that share the reason."""
    groups: tuple[Holdings, ...]
    """What holds, by group."""
    sections: tuple[Passage, ...]
    """The source's other prose about the level."""
    incomplete: str
    """What of the level is missing."""
    remarks: tuple[Remark, ...]
    """Editor's notes."""
    next: Next | None
    """What changes at the next level."""
    word: str
    """The sequence's word for a competency."""
    side_by_side: str
    """The words that lead to a competency's levels side by side."""
    points: Mapping[str, Beside]
    """Points here by the anchors of groups and competencies."""
    move: str
    """The page of a move from here; nothing where there is nowhere to go."""
    check: str
    """The checklist; nothing where there is none."""
    no_check: str
    """Why there is none."""
    source: Place | None
    """Where it is edited."""


def pages(desk: Desk, sequence: Sequence) -> tuple[Page, ...]:
    """The pages of all levels, low to high."""
    return tuple(_page(desk, sequence, level) for level in sequence.levels)


def _page(desk: Desk, sequence: Sequence, level: Level) -> Page:
    view = _view(desk, sequence, level)
    toc = headings(view.groups) + _more_headings(desk, view)
    return Page(
        address=addresses.level(sequence, level.id),
        title=view.title,
        template="level",
        view=view,
        headings=toc,
        anchors=anchors(view.groups),
        parent=addresses.sequence(sequence),
        source=view.source,
        description=desk.words("level.description", sequence=view.over.text, level=view.title),
    )


def _switch(desk: Desk, sequence: Sequence) -> tuple[str, str]:
    """What the two sides of the switch say."""
    keys = ("show_written", "show_open") if unstated(sequence) else ("show_new", "show_all")
    return desk.words(f"level.{keys[0]}"), desk.words(f"level.{keys[1]}")


def _warning(desk: Desk, sequence: Sequence, groups: tuple[Holdings, ...]) -> str:
    """That it is not said whether what lower levels ask holds here, where there is any of it."""
    waiting = unstated(sequence) and any(group.all > group.written for group in groups)
    return desk.words("level.open_note") if waiting else ""


def _more_headings(desk: Desk, view: LevelView) -> tuple[Heading, ...]:
    found = [Heading("next", view.next.title)] if view.next else []
    if view.sections:
        found.append(Heading("sections", desk.words("level.more")))
    if view.remarks:
        found.append(Heading("remarks", desk.words("note.title")))
    return tuple(found)


def _view(desk: Desk, sequence: Sequence, level: Level) -> LevelView:
    groups = holdings(desk, sequence, lambda member: Required(level.id, False))
    check, no_check = checklist.door(desk, sequence, level.id)
    bar = chips(desk, sequence, level.id)
    return LevelView(
        title=desk.name(level),
        over=sequence_link(desk, sequence),
        chip=next((one for one in bar if one.current), None),
        standing=_standing(desk, sequence, level, bar),
        number=desk.said(level, "number"),
        role=desk.said(level, "role"),
        facts=of_step(desk, sequence, level),
        expectations=passages(desk, sequence, level.expectations),
        chips=bar,
        chips_label=desk.words("level.bar", sequence=desk.sequence_name(sequence)),
        new=sum(group.written for group in groups),
        all=sum(group.all for group in groups),
        show=_switch(desk, sequence),
        warning=_warning(desk, sequence, groups),
        confidential=confidential(desk, sequence),
        scope=said_once(desk, sequence),
        groups=groups,
        sections=passages(desk, sequence, level.sections),
        incomplete=desk.marked(level, "incomplete"),
        remarks=(
            *remarks(desk, sequence, level),
            *about(desk, sequence, sequence.head, "levels"),
            *doubts(desk, sequence),
        ),
        next=_next(desk, sequence, level),
        word=desk.word(sequence, "competency"),
        side_by_side=desk.words("level.side_by_side", n=desk.amount(len(bar))),
        points=by_anchor(desk, sequence, level.id),
        move=move.start(desk, sequence, level.id),
        check=check,
        no_check=no_check,
        source=place(sequence.head, level),
    )


def _standing(desk: Desk, sequence: Sequence, level: Level, bar: tuple[Chip, ...]) -> str:
    """Which of how many levels it is, and which grades ask for it."""
    parts = []
    if not sequence.head.unranked:
        rank, of = desk.numeral(sequence.ranks[level.id]), desk.amount(len(bar))
        parts.append(desk.words("level.rank", rank=rank, of=of))
    grades = next((one.note for one in bar if one.current), "")
    if grades:
        parts.append(desk.words("level.grades", word=desk.word(sequence, "grade"), grades=grades))
    return desk.clauses(parts)


def _next(desk: Desk, sequence: Sequence, level: Level) -> Next | None:
    ids = [one.id for one in sequence.levels]
    at = ids.index(level.id) + 1
    if at == len(ids) or not compare.exists(desk, sequence):
        return None
    there = sequence.levels[at]
    members = desk.all_members(sequence)
    laddered = [one for one in members if one[1].levels]
    found = {change.kind for one in laddered for change in desk.changes(sequence, one, level.id, there.id)}
    more = tuple(kind for kind in MORE if kind in found)
    rows = tuple(_row(desk, sequence, one, (level.id, there.id), more) for one in laddered)
    exam = sum(desk.by_exam(one) for one in members)
    return Next(
        title=desk.words("level.other" if sequence.head.unranked else "level.next", level=desk.name(there)),
        button=desk.words("level.to_other" if sequence.head.unranked else "level.to_next", level=desk.name(there)),
        here=desk.name(level),
        there=desk.name(there),
        compare=addresses.comparison(sequence, level.id, there.id),
        rows=rows,
        summaries=any(row.before or row.after for row in rows),
        more=tuple(change_word(desk, kind) for kind in more),
        exam=desk.words("exam.same_mark") if exam and exams.bands(desk, sequence) else "",
        exam_head=desk.words("exam.competencies", count=desk.count("competency", exam)) if exam else "",
    )


def _row(
    desk: Desk, sequence: Sequence, member: Member, pair: tuple[str, str], more: tuple[ChangeKind, ...]
) -> NextRow:
    owner, competency = member
    low, high = pair
    kinds = [change.kind for change in desk.changes(sequence, member, low, high)]
    cells = [competency.cell(low), competency.cell(high)]
    said = [desk.marked(cell, "summary") if cell else "" for cell in cells]
    anchor = addresses.competency_anchor(sequence, owner, competency)
    page = addresses.comparison(sequence, low, high)
    return NextRow(
        link=Link(competency_link(desk, member).text, f"{page}#{anchor}"),
        before=said[0],
        after=said[1],
        new=kinds.count(ChangeKind.NEW),
        raised=kinds.count(ChangeKind.RAISED),
        more=tuple(kinds.count(kind) for kind in more),
    )
