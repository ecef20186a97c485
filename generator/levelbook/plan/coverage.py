"""Which competencies and indicators the actions of a sequence reach, level by level, and which none does."""

from dataclasses import dataclass

from levelbook.model.handbook import Sequence
from levelbook.model.sequence import Group
from levelbook.plan import addresses, reach
from levelbook.plan.desk import Desk, Member
from levelbook.plan.naming import group_title
from levelbook.plan.shared import Chip, Link, chips, competency_link

UNLEVELLED = ""
"""Stands for the level where a sequence has none."""


@dataclass(frozen=True)
class Figure:
    """How many actions there are for a competency at a level."""

    level: str
    """The name of the level; nothing where there are none."""
    n: int
    """How many."""
    asked: bool
    """Whether anything is asked there."""


@dataclass(frozen=True)
class CoverRow:
    """A competency."""

    link: Link
    """Its name and page."""
    figures: tuple[Figure, ...]
    """How many actions, one figure a level."""
    indicators: str
    """How many of its indicators are covered; nothing where it has none."""
    uncovered: tuple[Link, ...]
    """The indicators that no action is for, where others are covered."""
    none: bool
    """Whether there is no action for it at all."""


@dataclass(frozen=True)
class CoverGroup:
    """A group of competencies."""

    title: str
    """Its name, with the groups above."""
    rows: tuple[CoverRow, ...]
    """Its competencies."""


@dataclass(frozen=True)
class Coverage:
    """What is covered."""

    chips: tuple[Chip, ...]
    """The levels, as columns."""
    groups: tuple[CoverGroup, ...]
    """The tree."""
    say: str
    """How much is covered, in a sentence."""
    gaps: tuple[Link, ...]
    """The competencies that no action is for."""


def coverage(desk: Desk, sequence: Sequence) -> Coverage:
    """What the actions of all sequences reach in a sequence's tree."""
    groups = tuple(
        _group(desk, sequence, above, group) for above, group in sequence.groups() if desk.members(sequence, group)
    )
    rows = [row for group in groups for row in group.rows]
    gaps = tuple(dict.fromkeys(row.link for row in rows if row.none))
    key = "actions.gaps" if gaps else "actions.no_gaps"
    said = desk.words(key, n=desk.count("short_competency", len(gaps)), of=desk.count("competency", len(rows)))
    return Coverage(chips(desk, sequence), groups, said, gaps)


def _group(desk: Desk, sequence: Sequence, above: tuple[Group, ...], group: Group) -> CoverGroup:
    members = desk.members(sequence, group)
    return CoverGroup(group_title(desk, above, group), tuple(_row(desk, sequence, one) for one in members))


def _row(desk: Desk, sequence: Sequence, member: Member) -> CoverRow:
    found = reach.reaching(desk, member)
    live = member[1].every_live()
    codes = reach.covered(found, member)
    missing = [one for one in live if one.code and one.code not in codes]
    figures = tuple(_figure(desk, sequence, member, level.id) for level in sequence.levels)
    return CoverRow(
        link=competency_link(desk, member),
        figures=figures or (Figure(UNLEVELLED, len(found), True),),
        indicators=desk.words("actions.of", n=len(codes), of=len(live)) if live else "",
        uncovered=tuple(Link(one.code, addresses.permanent(one.code)) for one in missing) if found else (),
        none=not found,
    )


def _figure(desk: Desk, sequence: Sequence, member: Member, level: str) -> Figure:
    found = reach.reaching(desk, member)
    cell = member[1].cell(level)
    n = sum(reach.serves(one, level) for one in found)
    name = next(desk.name(one) for one in sequence.levels if one.id == level)
    return Figure(name, n, not (cell and cell.not_required))
