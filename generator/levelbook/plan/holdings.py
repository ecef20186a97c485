"""What holds at a level or grade, by group: the body of their pages."""

from collections.abc import Callable
from dataclasses import dataclass

from levelbook.model.competency import CompetencyKind
from levelbook.model.handbook import Sequence
from levelbook.model.sequence import Group
from levelbook.plan import addresses, exam_rows
from levelbook.plan.articles import Article, article
from levelbook.plan.cumulation import adds
from levelbook.plan.desk import Desk, Member
from levelbook.plan.exam_rows import ExamRow
from levelbook.plan.naming import count_members, numbered_title
from levelbook.plan.page import Heading
from levelbook.plan.requirements import Required
from levelbook.plan.shared import Nothing, extent, nothing

AskedOf = Callable[[Member], Required]
"""The level asked of a competency, or why there is none."""


@dataclass(frozen=True)
class Holdings:
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
    nothing: Nothing | None
    """Why it is empty."""
    incomplete: str
    """What of it is missing."""
    articles: tuple[Article, ...]
    """Its competencies."""
    judged: str
    """How conditions are judged, which have no degrees."""
    extent: str
    """How many parts the source announces, and whether it lists them all."""
    exam: str
    """How those found out by an exam are judged."""
    exam_rows: tuple[ExamRow, ...]
    """Those found out by an exam."""


def holdings(desk: Desk, sequence: Sequence, asked_of: AskedOf, show_level: bool = False) -> tuple[Holdings, ...]:
    """All groups that hold competencies, or say why they hold none."""
    return tuple(
        _holding(desk, sequence, above, group, asked_of, show_level)
        for above, group in sequence.groups()
        if group.competencies or group.reason or (group.incomplete and not group.groups)
    )


def _holding(
    desk: Desk, sequence: Sequence, above: tuple[Group, ...], group: Group, asked_of: AskedOf, show_level: bool
) -> Holdings:
    members = desk.members(sequence, group)
    told = [one for one in members if not desk.by_exam(one)]
    rows = tuple(exam_rows.row(desk, sequence, one) for one in members if desk.by_exam(one))
    articles = tuple(article(desk, sequence, one, asked_of(one), show_level) for one in told)
    return Holdings(
        anchor=addresses.group_anchor(group.id),
        title=numbered_title(desk, above, group),
        figures=_figures(desk, sequence, members, articles, show_level),
        written=sum(len(one.lines) + sum(len(held.lines) for held in one.held if held.counted) for one in articles),
        all=sum(len(one.lines) + sum(len(held.lines) for held in one.held) + _open(one) for one in articles),
        definition=desk.marked(group, "definition"),
        nothing=nothing(desk, group),
        incomplete=desk.marked(group, "incomplete"),
        articles=articles,
        judged=_judged(desk, above, group),
        extent=extent(desk, group.declared, len(members), group.open_ended),
        exam=exam_rows.sentence(desk, sequence, len(rows)) if rows else "",
        exam_rows=rows,
    )


def _judged(desk: Desk, above: tuple[Group, ...], group: Group) -> str:
    kind = next((one.kind for one in (group, *reversed(above)) if one.kind), None)
    return desk.words("condition.met_or_not") if kind is CompetencyKind.CONDITION else ""


def _open(one: Article) -> int:
    return one.open.n if one.open else 0


def _figures(
    desk: Desk, sequence: Sequence, members: tuple[Member, ...], articles: tuple[Article, ...], in_all: bool
) -> str:
    """How many competencies, how many indicators are new here, and how many apply or may apply."""
    always = sum(len(one.lines) for one in articles if one.unlevelled)
    fresh = sum(len(one.lines) for one in articles) - always
    held = sum(len(held.lines) for one in articles for held in one.held)
    parts = [count_members(desk, members)] if members else []
    if not adds(sequence) and not in_all and fresh + held:
        parts.append(desk.words("level.written", count=desk.count("indicator", fresh + held)))
    elif in_all and fresh + held:
        parts.append(desk.words("grade.applies", count=desk.count("indicator", fresh + held)))
    elif fresh:
        parts.append(desk.count("new_indicator", fresh))
    if held and not in_all and adds(sequence):
        parts.append(desk.words("level.in_all", count=desk.count("indicator", fresh + held)))
    if waiting := sum(_open(one) for one in articles):
        parts.append(desk.words("level.and_open", count=desk.count("plain_indicator", waiting)))
    if always:
        parts.append(desk.words("level.always", count=desk.count("indicator", always)))
    return desk.clauses(parts)


def headings(groups: tuple[Holdings, ...]) -> tuple[Heading, ...]:
    """The table of contents of what holds."""
    return tuple(
        Heading(
            group.anchor,
            group.title,
            tuple(Heading(one.anchor, one.link.text) for one in group.articles),
        )
        for group in groups
    )


def anchors(groups: tuple[Holdings, ...]) -> frozenset[str]:
    """Ids that links from elsewhere may point to."""
    lined = {line.anchor for group in groups for one in group.articles for line in one.lines if line.anchor}
    return frozenset(lined | {row.anchor for group in groups for row in group.exam_rows})
