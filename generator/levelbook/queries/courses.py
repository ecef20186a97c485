"""Which actions are courses, what each covers, and what no course does.

Covered is what a course names: the code of an indicator. A group, a competency or a level of one that it is for is
only touched: it says that something of it is taught, not what. The two are never added up, since one course for a
whole group would then cover everything in it.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from levelbook.model.competency import Indicator
from levelbook.model.growth import Action
from levelbook.model.handbook import Sequence
from levelbook.queries.action_targets import Aim, Reached, aims, live, reaching
from levelbook.queries.index import HandbookIndex, Member


@dataclass(frozen=True)
class CoveredCompetency:
    """A competency of which a course covers something."""

    member: Member
    indicators: tuple[Indicator, ...]
    """What it covers, in the order of the competency."""
    others: tuple[Indicator, ...]
    """What no course covers, in the same order."""


def is_course(sequence: Sequence, action: Action) -> bool:
    """Whether an action is a course: its kind says so; where that says nothing, it has a name."""
    types = sequence.actions.types if sequence.actions else ()
    kind = next((kind for kind in types if kind.id == action.type), None)
    return bool(action.name) if kind is None or kind.course is None else kind.course


def courses(sequence: Sequence) -> tuple[Action, ...]:
    """The courses of a sequence that are in force and have a code, and so a page, in their order."""
    return tuple(action for action in live(sequence) if action.id and is_course(sequence, action))


def names(reached: Reached, code: str) -> bool:
    """Whether an action is for an indicator by its code."""
    return any(aim.indicator is not None and aim.indicator.code == code for aim in reached.aims)


def named(index: HandbookIndex, member: Member, *, by_courses: bool = False) -> frozenset[str]:
    """The codes of a competency's indicators that any action names, or any course."""
    codes = (
        aim.indicator.code
        for reached in reaching(index, member)
        if not by_courses or is_course(reached.sequence, reached.action)
        for aim in reached.aims
        if aim.indicator
    )
    return frozenset(codes)


def taught(index: HandbookIndex, member: Member) -> tuple[Reached, ...]:
    """The courses that cover anything of a competency, or touch it."""
    return tuple(reached for reached in reaching(index, member) if is_course(reached.sequence, reached.action))


def covered_competencies(index: HandbookIndex, sequence: Sequence, action: Action) -> Iterator[CoveredCompetency]:
    """What a course covers, by competency, in the order in which it names them."""
    codes: dict[tuple[str, str], set[str]] = defaultdict(set)
    members: dict[tuple[str, str], Member] = {}
    for aim in aims(index, sequence, action):
        if aim.indicator:
            owner, competency = aim.members[0]
            codes[owner.id, competency.id].add(aim.indicator.code)
            members[owner.id, competency.id] = aim.members[0]
    for key, member in members.items():
        every = member[1].every_live()
        by_any = named(index, member, by_courses=True) | codes[key]
        covered = tuple(indicator for indicator in every if indicator.code in codes[key])
        yield CoveredCompetency(member, covered, tuple(one for one in every if one.code not in by_any))


def touched(index: HandbookIndex, sequence: Sequence, action: Action) -> tuple[Aim, ...]:
    """The groups, competencies and cells that a course is for."""
    return tuple(aim for aim in aims(index, sequence, action) if aim.indicator is None)
