"""What people can hold themselves against: a level, a grade, a position, or a sequence that has none of these."""

from dataclasses import dataclass

from levelbook.components.requirements import Required, in_tree, member_of, required
from levelbook.components.weight_table import WeightTable
from levelbook.model.handbook import Sequence
from levelbook.model.position import Position
from levelbook.model.sequence import Grade, Level
from levelbook.model.weight_sums import PLAIN
from levelbook.site import urls
from levelbook.site.context import Context, Member

WHOLE = "whole"
"""The kind of goal that is all of a sequence."""


@dataclass(frozen=True)
class AssessmentTarget:
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
        return urls.short_code(sequence, self.key) if self.step else sequence.code

    def page(self, sequence: Sequence) -> str:
        """The page that says what is expected there."""
        found = {"level": urls.level, "grade": urls.grade, "position": urls.position}
        return found[self.kind](sequence, self.key) if self.step else urls.sequence(sequence)


def assessment_targets(ctx: Context, sequence: Sequence) -> tuple[AssessmentTarget, ...]:
    """Everything in a sequence that people can hold themselves against, levels first; else the whole of it."""
    levels = (AssessmentTarget("level", one.id, ctx.name(one), one) for one in sequence.levels)
    grades = (AssessmentTarget("grade", one.id, ctx.name(one), one) for one in sequence.grades)
    positions = (AssessmentTarget("position", key, ctx.name(one), one) for key, one in sequence.positions.items())
    found = (*levels, *grades, *positions)
    whole = (AssessmentTarget(WHOLE, "all", ctx.words("check.whole")),) if ctx.all_members(sequence) else ()
    return found or whole


def asked(sequence: Sequence, goal: AssessmentTarget, member: Member) -> Required:
    """Which level a goal asks of a competency."""
    if goal.step is None or isinstance(goal.step, Level):
        return Required(goal.key if goal.step else None, False)
    return required(sequence, goal.step, member)


def elsewhere(ctx: Context, sequence: Sequence, goal: AssessmentTarget) -> tuple[Member, ...]:
    """Competencies that a grade or position names from outside the sequence's tree."""
    if goal.step is None or isinstance(goal.step, Level):
        return ()
    named = (member_of(ctx, sequence, address) for address in goal.step.required)
    return tuple(one for one in named if one and not in_tree(sequence, one))


def column(ledger: WeightTable | None, goal: AssessmentTarget) -> str | None:
    """The column of points that holds for a goal: its own, that of its level, or the one for everybody."""
    if ledger is None:
        return None
    found = (one for one in (goal.key, goal.level, PLAIN) if one in ledger.columns)
    return next(found, None)
