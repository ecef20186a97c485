"""What holds at a level or grade, by group: the body of their pages."""

from collections.abc import Callable
from dataclasses import dataclass

from levelbook.model.competency import CompetencyKind, Measure
from levelbook.model.handbook import Sequence
from levelbook.model.sequence import Group
from levelbook.model.standing import Inherited, Standing
from levelbook.plan import addresses, exam_rows
from levelbook.plan.desk import Desk, Member
from levelbook.plan.exam_rows import ExamRow
from levelbook.plan.naming import count_members, numbered
from levelbook.plan.page import Heading
from levelbook.plan.places import Target
from levelbook.plan.related import related
from levelbook.plan.remarks import Remark, remarks
from levelbook.plan.shared import (
    Chip,
    Line,
    Link,
    Nothing,
    cell_extent,
    chip,
    competency_link,
    extent,
    level_name,
    lines,
    nothing,
    place,
    shared_where,
    subjects,
)
from levelbook.problems import Place

LevelOf = Callable[[Member], str | None]
"""The level asked of a competency."""


@dataclass(frozen=True)
class Held:
    """What still holds of a lower level."""

    link: Nothing | None
    """沿用初级, leading there; none where nothing of it holds."""
    say: str
    """How many hold, how many were raised."""
    lines: tuple[Line, ...]
    """What holds."""
    always: bool
    """Whether the data say so in this cell, so that it is shown in every view."""


@dataclass(frozen=True)
class Article:
    """A competency at a level."""

    anchor: str
    """Its anchor."""
    link: Link
    """Its name, page and code."""
    code_address: str
    """The permanent address of the competency."""
    chip: Chip | None
    """Its level, where that differs from the page's."""
    cell_name: str
    """Where this level has a name of its own."""
    summary: str
    """The level in a sentence."""
    lines: tuple[Line, ...]
    """What this level is the first to ask."""
    held: tuple[Held, ...]
    """What holds on from lower levels."""
    nothing: Nothing | None
    """Why there is nothing."""
    quiet: str
    """Said where this level adds nothing to lower ones."""
    facets: str
    """What it covers, where that is all there is."""
    incomplete: str
    """What of it is missing."""
    remarks: tuple[Remark, ...]
    """Editor's notes on the cell."""
    source: Place | None
    """Where it is edited."""
    tabled: bool
    """Whether its page has the levels side by side."""
    unlevelled: bool
    """Whether it asks the same at every level."""
    number: str
    """The competency's number, as printed."""
    tag: str
    """How it is found out, where not by behaviour."""
    where: str
    """Place of the cell in the source."""
    extent: str
    """How many indicators the source announces, and whether it lists them all."""
    see: tuple[Target, ...]
    """Things related to the cell."""


@dataclass(frozen=True)
class Holdings:
    """A group with what holds in it."""

    anchor: str
    """Its anchor."""
    title: str
    """Its name, with the groups above."""
    figures: str
    """How many competencies and indicators."""
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


def holdings(desk: Desk, sequence: Sequence, level_of: LevelOf, show_level: bool = False) -> tuple[Holdings, ...]:
    """All groups that hold competencies, or say why they hold none."""
    return tuple(
        _holding(desk, sequence, above, group, level_of, show_level)
        for above, group in sequence.groups()
        if group.competencies or group.reason or (group.incomplete and not group.groups)
    )


def _holding(
    desk: Desk, sequence: Sequence, above: tuple[Group, ...], group: Group, level_of: LevelOf, show_level: bool
) -> Holdings:
    members = desk.members(sequence, group)
    told = [one for one in members if not desk.by_exam(one)]
    rows = tuple(exam_rows.row(desk, sequence, one) for one in members if desk.by_exam(one))
    articles = tuple(_article(desk, sequence, one, level_of(one), show_level) for one in told)
    return Holdings(
        anchor=addresses.group_anchor(group.id),
        title=desk.words("join.path").join(numbered(desk, one) for one in (*above, group)),
        figures=_figures(desk, members, articles, show_level),
        definition=desk.said(group, "definition"),
        nothing=nothing(desk, group),
        incomplete=desk.said(group, "incomplete"),
        articles=articles,
        judged=_judged(desk, above, group),
        extent=extent(desk, group.declared, len(members), group.open_ended),
        exam=exam_rows.sentence(desk, sequence, len(rows)) if rows else "",
        exam_rows=rows,
    )


def group_title(desk: Desk, above: tuple[Group, ...], group: Group) -> str:
    """A group's name, with the groups above it."""
    return desk.words("join.path").join(desk.name(one) for one in (*above, group))


def _judged(desk: Desk, above: tuple[Group, ...], group: Group) -> str:
    kind = next((one.kind for one in (group, *reversed(above)) if one.kind), None)
    return desk.words("condition.met_or_not") if kind is CompetencyKind.CONDITION else ""


def _figures(desk: Desk, members: tuple[Member, ...], articles: tuple[Article, ...], in_all: bool) -> str:
    """How many competencies, how many indicators are new here, and how many apply."""
    always = sum(len(one.lines) for one in articles if one.unlevelled)
    fresh = sum(len(one.lines) for one in articles) - always
    held = sum(len(one.lines) for article in articles for one in article.held)
    parts = [count_members(desk, members)] if members else []
    if in_all and fresh + held:
        parts.append(desk.words("grade.applies", count=desk.count("indicator", fresh + held)))
    elif fresh:
        parts.append(desk.count("new_indicator", fresh))
    if held and not in_all:
        parts.append(desk.words("level.in_all", count=desk.count("indicator", fresh + held)))
    if always:
        parts.append(desk.words("level.always", count=desk.count("indicator", always)))
    return desk.clauses(parts)


def _article(desk: Desk, reader: Sequence, member: Member, level: str | None, show_level: bool) -> Article:
    owner, competency = member
    found = desk.standing(reader, member, level) if level else Standing(competency, "", None, (), ())
    cell, code = found.cell, addresses.competency_code(owner, competency)
    empty = _empty(desk, member, found, level)
    made, where = shared_where(lines(desk, member, found.new, anchored=True))
    unlevelled = bool(competency.indicators)
    return Article(
        anchor=addresses.competency_anchor(reader, owner, competency),
        link=competency_link(desk, member),
        code_address=addresses.permanent(code) if code else "",
        chip=chip(desk, reader, level) if show_level and level and not unlevelled else None,
        cell_name=desk.said(cell, "name") if cell else "",
        summary=desk.said(cell, "summary") if cell else "",
        lines=made,
        held=tuple(_held(desk, reader, member, found, one) for one in found.inherited),
        nothing=empty,
        quiet=_quiet(desk, found, empty),
        facets="" if found.applies else subjects(desk, competency),
        incomplete=desk.said(cell or competency, "incomplete"),
        remarks=remarks(desk, reader, cell) if cell else (),
        source=place(competency, cell or competency),
        tabled=bool(competency.levels) or desk.by_exam(member),
        unlevelled=unlevelled,
        number=desk.said(competency, "number"),
        tag=_tag(desk, member),
        where=desk.said(cell or competency, "where") or where,
        extent=cell_extent(desk, cell) if cell else "",
        see=related(desk, owner, cell) if cell else (),
    )


def _tag(desk: Desk, member: Member) -> str:
    """How a competency is found out, where not by behaviour."""
    owner, competency = member
    measure = owner.measure(competency)
    return "" if measure is Measure.BEHAVIOUR else desk.words(f"measure.{measure.value}")


def _empty(desk: Desk, member: Member, found: Standing, level: str | None) -> Nothing | None:
    _, competency = member
    if level is None:
        return Nothing("na", desk.words("nothing.not_required"))
    return nothing(desk, found.cell) if found.cell else nothing(desk, competency)


def _quiet(desk: Desk, found: Standing, empty: Nothing | None) -> str:
    if found.new or empty or found.cell is None or found.cell.same_as:
        return ""
    return desk.words("level.nothing_new")


def _held(desk: Desk, reader: Sequence, member: Member, found: Standing, source: Inherited) -> Held:
    owner, competency = member
    name = level_name(desk, reader, source.level)
    anchor = addresses.competency_anchor(reader, owner, competency)
    address = f"{addresses.level(reader, source.level)}#{anchor}"
    return Held(
        link=Nothing("same", desk.words("nothing.same_as", level=name), address=address) if source.indicators else None,
        say=_say_held(desk, name, len(source.indicators), source.raised),
        lines=lines(desk, member, source.indicators),
        always=bool(found.cell and found.cell.same_as == source.level),
    )


def _say_held(desk: Desk, level: str, held: int, raised: int) -> str:
    """How many hold on, and how many were raised since."""
    if not held:
        return desk.words("level.all_raised", level=level, count=desk.count("plain_indicator", raised))
    key = "level.held_and_raised" if raised else "level.held"
    count = desk.count("plain_indicator", held)
    return desk.words(key, count=count, raised=desk.count("plain_indicator", raised))


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
    lined = {one.anchor for group in groups for article in group.articles for one in article.lines if one.anchor}
    return frozenset(lined | {row.anchor for group in groups for row in group.exam_rows})
