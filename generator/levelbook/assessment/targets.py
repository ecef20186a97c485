"""What people can assess themselves against: a level, a grade, a position, or a sequence that has none of these."""

from dataclasses import dataclass
from typing import Final, Literal

from levelbook.localized.handbook import LocalizedHandbook
from levelbook.model.handbook import Sequence
from levelbook.model.position import Position
from levelbook.model.sequence import Grade, Level
from levelbook.model.weight_sums import PLAIN
from levelbook.queries.codes import short_code
from levelbook.queries.grades import grades_that_are, own_grades
from levelbook.queries.index import HandbookIndex, Member
from levelbook.queries.requirements import Required, in_tree, required
from levelbook.queries.weights import WeightTable

TargetKind = Literal["level", "grade", "position", "whole"]
"""What somebody is held against; `whole` is a standard without levels."""
WHOLE: Final = "whole"
"""The kind of target that is all of a sequence."""


@dataclass(frozen=True)
class AssessmentTarget:
    """A level, grade or position of a sequence, or all of it."""

    kind: TargetKind
    key: str
    """Its id."""
    name: str
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
        return short_code(sequence, self.key) if self.step else sequence.code

    def former_codes(self, sequence: Sequence) -> tuple[str, ...]:
        """The codes of grades that are this level: assessments were saved under them, and belong here."""
        grades = grades_that_are(sequence, self.step) if isinstance(self.step, Level) else ()
        return tuple(short_code(sequence, grade.id) for grade in grades)


def assessment_targets(book: LocalizedHandbook, sequence: Sequence) -> tuple[AssessmentTarget, ...]:
    """Everything in a sequence that people can assess themselves against, levels first; else the whole of it.

    A grade that is a level under another name is no target: who takes the level's checklist has taken it.
    """
    levels = (AssessmentTarget("level", level.id, _name(book, sequence, level), level) for level in sequence.levels)
    grades = (AssessmentTarget("grade", grade.id, book.name(grade), grade) for grade in own_grades(sequence))
    positions = (
        AssessmentTarget("position", key, book.name(position), position) for key, position in sequence.positions.items()
    )
    targets = (*levels, *grades, *positions)
    whole = (AssessmentTarget(WHOLE, "all", book.words("check.whole")),) if book.all_members(sequence) else ()
    return targets or whole


def _name(book: LocalizedHandbook, sequence: Sequence, level: Level) -> str:
    """A level with the grades that it is: people know their grade, and look for it among checklists."""
    grades = grades_that_are(sequence, level)
    name = book.name(level)
    return book.words("check.as_grades", level=name, grades=book.series(map(book.name, grades))) if grades else name


def asked(sequence: Sequence, target: AssessmentTarget, member: Member) -> Required:
    """Which level a target asks of a competency."""
    if target.step is None or isinstance(target.step, Level):
        return Required(target.key if target.step else None, False)
    return required(sequence, target.step, member)


def elsewhere(index: HandbookIndex, sequence: Sequence, target: AssessmentTarget) -> tuple[Member, ...]:
    """Competencies that a grade or position names from outside the sequence's tree."""
    if target.step is None or isinstance(target.step, Level):
        return ()
    named = (index.member(sequence, address) for address in target.step.required)
    return tuple(member for member in named if member and not in_tree(sequence, member))


def weight_column(weights: WeightTable | None, target: AssessmentTarget) -> str | None:
    """The column of points that holds for a target: its own, that of its level, or the one for everybody."""
    if weights is None:
        return None
    columns = (column for column in (target.key, target.level, PLAIN) if column in weights.columns)
    return next(columns, None)
