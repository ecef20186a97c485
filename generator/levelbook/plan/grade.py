"""The page of a grade: the level it asks of every competency, and everything that applies there."""

from collections.abc import Mapping
from dataclasses import dataclass

from levelbook.model.handbook import Sequence
from levelbook.model.sequence import Grade
from levelbook.model.values import Gap
from levelbook.plan import addresses, checklist
from levelbook.plan.desk import Desk, Member
from levelbook.plan.facts import Fact, of_step
from levelbook.plan.holdings import Holdings, anchors, headings, holdings
from levelbook.plan.naming import group_title
from levelbook.plan.page import Heading, Page
from levelbook.plan.points_views import Beside, by_anchor
from levelbook.plan.prose import Passage, passages
from levelbook.plan.remarks import Remark, about, remarks
from levelbook.plan.requirements import UNLISTED, required
from levelbook.plan.scope import said_once
from levelbook.plan.shared import (
    Chip,
    Link,
    Nothing,
    chip,
    competency_link,
    kind_of_nothing,
    place,
    sequence_link,
)
from levelbook.problems import Place


@dataclass(frozen=True)
class RequiredRow:
    """What the grade asks of a competency."""

    link: Link
    """The competency, where this page shows it."""
    chip: Chip | None
    """The level."""
    nothing: Nothing | None
    """Why there is none."""
    unlevelled: bool
    """Whether it asks the same at every level, so that there is none to reach."""
    exception: bool
    """Whether it differs from the others."""


@dataclass(frozen=True)
class RequiredGroup:
    """A group in the table of required levels."""

    title: str
    """Its name."""
    rows: tuple[RequiredRow, ...]
    """Its competencies."""


@dataclass(frozen=True)
class GradeView:
    """Everything on the page of a grade."""

    title: str
    """The grade."""
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
    scope: Nothing | None
    """What the source does not go as far as, said once for all competencies that share the reason."""
    groups: tuple[Holdings, ...]
    """What applies, by group."""
    sections: tuple[Passage, ...]
    """The source's other prose about the grade."""
    incomplete: str
    """What of the grade is missing."""
    remarks: tuple[Remark, ...]
    """Editor's notes."""
    points: Mapping[str, Beside]
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


def pages(desk: Desk, sequence: Sequence) -> tuple[Page, ...]:
    """The pages of all grades, low to high."""
    return tuple(_page(desk, sequence, grade) for grade in sequence.grades)


def _page(desk: Desk, sequence: Sequence, grade: Grade) -> Page:
    view = _view(desk, sequence, grade)
    return Page(
        address=addresses.grade(sequence, grade.id),
        title=view.title,
        template="grade",
        view=view,
        headings=_headings(desk, view),
        anchors=anchors(view.groups),
        parent=addresses.sequence(sequence),
        source=view.source,
        description=desk.words("grade.description", sequence=view.over.text, grade=view.title),
    )


def _headings(desk: Desk, view: GradeView) -> tuple[Heading, ...]:
    found = [Heading("required", desk.words("grade.required"))] if view.table else []
    found += headings(view.groups)
    found += [Heading("sections", desk.words("prose.of_source"))] if view.sections else []
    found += [Heading("remarks", desk.words("note.title"))] if view.remarks else []
    return tuple(found)


def _view(desk: Desk, sequence: Sequence, grade: Grade) -> GradeView:
    groups = holdings(desk, sequence, lambda member: required(sequence, grade, member), show_level=True)
    articles = [article for group in groups for article in group.articles]
    total = sum(len(one.lines) + sum(len(held.lines) for held in one.held) for one in articles)
    waiting = sum(one.open.n for one in articles if one.open)
    table = _table(desk, sequence, grade)
    word = desk.word(sequence, "grade")
    check, no_check = checklist.door(desk, sequence, grade.id)
    return GradeView(
        title=desk.name(grade),
        over=sequence_link(desk, sequence),
        word=word,
        standing=desk.clauses([_rank(desk, sequence, grade, word), _applies(desk, total, waiting)]),
        number=desk.said(grade, "number"),
        role=desk.said(grade, "role"),
        facts=of_step(desk, sequence, grade),
        say=_say(desk, grade, table),
        chip=chip(desk, sequence, grade.level) if grade.level else None,
        expectations=passages(desk, sequence, grade.expectations),
        steps=_steps(desk, sequence, grade),
        steps_label=desk.words("grade.bar", sequence=desk.sequence_name(sequence), word=word),
        table=table,
        scope=said_once(desk, sequence),
        groups=groups,
        sections=passages(desk, sequence, grade.sections),
        incomplete=desk.marked(grade, "incomplete"),
        remarks=(*remarks(desk, sequence, grade), *about(desk, sequence, sequence.head, "grades")),
        points=by_anchor(desk, sequence, grade.id),
        competency_word=desk.word(sequence, "competency"),
        side_by_side=desk.words("level.side_by_side", n=desk.amount(len(sequence.levels))),
        check=check,
        no_check=no_check,
        source=place(sequence.head, grade),
    )


def _rank(desk: Desk, sequence: Sequence, grade: Grade, word: str) -> str:
    rank = [one.id for one in sequence.grades].index(grade.id) + 1
    return desk.words("grade.rank", word=word, rank=desk.numeral(rank), of=desk.amount(len(sequence.grades)))


def _applies(desk: Desk, total: int, waiting: int) -> str:
    """How many indicators apply, and of how many that is not said."""
    applies = desk.words("grade.applies", count=desk.count("indicator", total)) if total else ""
    unsaid = desk.words("level.and_open", count=desk.count("plain_indicator", waiting)) if waiting else ""
    return desk.clauses([applies, unsaid])


def _steps(desk: Desk, sequence: Sequence, here: Grade) -> tuple[Link, ...]:
    return tuple(
        Link(desk.name(one), addresses.grade(sequence, one.id), desk.said(one, "number"), one.id == here.id)
        for one in sequence.grades
    )


def _say(desk: Desk, grade: Grade, table: tuple[RequiredGroup, ...]) -> str:
    """How many competencies follow the grade's level, how many do not, and how many know no levels."""
    rows = [row for group in table for row in group.rows]
    unlevelled = sum(row.unlevelled for row in rows)
    said = [_follow(desk, grade, [row for row in rows if not row.unlevelled])]
    if unlevelled:
        said.append(desk.words("grade.unlevelled", count=desk.count("short_competency", unlevelled)))
    return desk.clauses(said)


def _follow(desk: Desk, grade: Grade, rows: list[RequiredRow]) -> str:
    exceptions = sum(row.exception for row in rows)
    if isinstance(grade.level, Gap):
        return desk.words(f"nothing.{grade.level.value}")
    if grade.level is None:
        return desk.words("grade.only_named")
    if not exceptions:
        return desk.words("grade.all_the_same", count=desk.count("competency", len(rows)))
    return desk.words("grade.but", count=desk.count("competency", exceptions))


def _table(desk: Desk, sequence: Sequence, grade: Grade) -> tuple[RequiredGroup, ...]:
    return tuple(
        RequiredGroup(
            group_title(desk, above, group),
            tuple(_row(desk, sequence, grade, member) for member in desk.members(sequence, group)),
        )
        for above, group in sequence.groups()
        if group.competencies
    )


def _row(desk: Desk, sequence: Sequence, grade: Grade, member: Member) -> RequiredRow:
    owner, competency = member
    asked = required(sequence, grade, member)
    unlevelled = bool(competency.indicators)
    gap = asked.gap or ("" if asked.level or unlevelled else UNLISTED)
    return RequiredRow(
        link=Link(competency_link(desk, member).text, f"#{addresses.competency_anchor(sequence, owner, competency)}"),
        chip=chip(desk, sequence, asked.level) if asked.level and not unlevelled else None,
        nothing=kind_of_nothing(desk, gap) if gap else None,
        unlevelled=unlevelled,
        exception=asked.exception,
    )
