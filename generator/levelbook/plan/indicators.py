"""The index of all indicators."""

from dataclasses import dataclass

from levelbook.model.competency import Indicator
from levelbook.model.handbook import Sequence
from levelbook.plan import addresses
from levelbook.plan.desk import Desk, Member
from levelbook.plan.page import Layout, Page
from levelbook.plan.shared import Link, level_name, sequence_link


@dataclass(frozen=True)
class IndexRow:
    """An indicator of the index."""

    code: str
    """Its code, or nothing yet."""
    address: str
    """Its permanent page."""
    text: str
    """What it says."""
    level: str
    """What the level filter goes by."""
    place: Link
    """The competency, leading to where it stands."""
    level_name: str
    """The level's name."""


@dataclass(frozen=True)
class IndexGroup:
    """The indicators of a sequence."""

    key: str
    """The sequence's id."""
    anchor: str
    """Its anchor."""
    link: Link
    """The sequence."""
    figures: str
    """How many indicators."""
    rows: tuple[IndexRow, ...]
    """Its indicators, in the order of the tree, low levels first."""
    levels: tuple[tuple[str, str], ...]
    """What the level filter offers: value and name."""


@dataclass(frozen=True)
class IndexView:
    """Everything on the page."""

    figures: str
    """How many indicators."""
    groups: tuple[IndexGroup, ...]
    """By sequence."""


def pages(desk: Desk) -> tuple[Page, ...]:
    """The page of the index."""
    groups = [_group(desk, sequence) for sequence in desk.handbook.sequences.values()]
    found = tuple(group for group in groups if group.rows)
    view = IndexView(desk.count("indicator", sum(len(group.rows) for group in found)), found)
    page = Page(
        address=addresses.INDICATORS,
        title=desk.words("index.title"),
        template="indicators",
        view=view,
        layout=Layout.FULL,
        description=desk.words("index.description"),
    )
    return (page,)


def homes(sequence: Sequence) -> list[tuple[Member, str, Indicator]]:
    """All indicators in force of a sequence's own competencies, each with the level where it is written."""
    found: list[tuple[Member, str, Indicator]] = []
    for competency in sequence.competencies.values():
        member = (sequence, competency)
        found += [(member, "", one) for one in competency.indicators]
        for level in sequence.levels:
            cell = competency.cell(level.id)
            found += [(member, level.id, one) for one in (cell.indicators if cell else ())]
    return found


def _group(desk: Desk, sequence: Sequence) -> IndexGroup:
    rows = tuple(_row(desk, member, level, one) for member, level, one in homes(sequence))
    return IndexGroup(
        key=sequence.id,
        anchor=addresses.sequence_anchor(sequence.id),
        link=sequence_link(desk, sequence),
        figures=desk.count("indicator", len(rows)),
        rows=rows,
        levels=tuple((_filter(sequence, level.id), desk.name(level)) for level in sequence.levels),
    )


def _filter(sequence: Sequence, level: str) -> str:
    """Level ids recur in other sequences, so the filter goes by both."""
    return f"{sequence.id}.{level}" if level else ""


def _row(desk: Desk, member: Member, level: str, one: Indicator) -> IndexRow:
    owner, competency = member
    return IndexRow(
        code=one.code,
        address=addresses.permanent(one.code) if one.code else "",
        text=desk.marked(one, "text"),
        level=_filter(owner, level),
        place=Link(desk.name(competency), place_of(desk, member, level, one).address),
        level_name=level_name(desk, owner, level) if level else desk.words("competency.all_levels"),
    )


def place_of(desk: Desk, member: Member, level: str, one: Indicator) -> Link:
    """Competency and level, leading to the line on the level's page."""
    owner, competency = member
    name = desk.name(competency)
    found = owner.level(level)
    if found is None:
        address = addresses.competency(owner, competency.id)
        return Link(name, f"{address}#{one.code}" if one.code else address)
    anchor = one.code or addresses.competency_anchor(owner, owner, competency)
    if one not in desk.standing(owner, member, level).new:
        anchor = addresses.competency_anchor(owner, owner, competency)
    return Link(f"{name}{desk.words('join.label')}{desk.name(found)}", f"{addresses.level(owner, level)}#{anchor}")
