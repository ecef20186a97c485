"""What people can hold themselves against: a level, a grade, a position, or a sequence that has none of these."""

from dataclasses import dataclass

from levelbook.model.handbook import Sequence
from levelbook.model.points import PLAIN
from levelbook.model.position import Position
from levelbook.model.sequence import Grade, Level
from levelbook.plan import addresses
from levelbook.plan.desk import Desk, Member
from levelbook.plan.points import Ledger
from levelbook.plan.requirements import Required, in_tree, member_of, required

WHOLE = "whole"
"""The kind of goal that is all of a sequence."""


@dataclass(frozen=True)
class Goal:
    """A level, grade or position of a sequence, or all of it."""

    kind: str
    """level, grade, position or whole."""
    key: str
    """Its id."""
    name: str
    """Its name."""
    step: Level | Grade | Position | None = None
    """What the data say of it; none of the whole."""

    @property
    def level(self) -> str:
        """The level it stands for; nothing where it names none for all."""
        if isinstance(self.step, Level):
            return self.key
        return str(self.step.level or "") if self.step and isinstance(self.step.level, str) else ""

    def code(self, sequence: Sequence) -> str:
        """Its permanent code."""
        return addresses.short_code(sequence, self.key) if self.step else sequence.code

    def page(self, sequence: Sequence) -> str:
        """The page that says what is expected there."""
        found = {"level": addresses.level, "grade": addresses.grade, "position": addresses.position}
        return found[self.kind](sequence, self.key) if self.step else addresses.sequence(sequence)


def goals(desk: Desk, sequence: Sequence) -> tuple[Goal, ...]:
    """Everything in a sequence that people can hold themselves against, levels first; else the whole of it."""
    levels = (Goal("level", one.id, desk.name(one), one) for one in sequence.levels)
    grades = (Goal("grade", one.id, desk.name(one), one) for one in sequence.grades)
    positions = (Goal("position", key, desk.name(one), one) for key, one in sequence.positions.items())
    found = (*levels, *grades, *positions)
    whole = (Goal(WHOLE, "all", desk.words("check.whole")),) if desk.all_members(sequence) else ()
    return found or whole


def asked(sequence: Sequence, goal: Goal, member: Member) -> Required:
    """Which level a goal asks of a competency."""
    if goal.step is None or isinstance(goal.step, Level):
        return Required(goal.key if goal.step else None, False)
    return required(sequence, goal.step, member)


def elsewhere(desk: Desk, sequence: Sequence, goal: Goal) -> tuple[Member, ...]:
    """Competencies that a grade or position names from outside the sequence's tree."""
    if goal.step is None or isinstance(goal.step, Level):
        return ()
    named = (member_of(desk, sequence, address) for address in goal.step.required)
    return tuple(one for one in named if one and not in_tree(sequence, one))


def column(ledger: Ledger | None, goal: Goal) -> str | None:
    """The column of points that holds for a goal: its own, that of its level, or the one for everybody."""
    if ledger is None:
        return None
    found = (one for one in (goal.key, goal.level, PLAIN) if one in ledger.columns)
    return next(found, None)
