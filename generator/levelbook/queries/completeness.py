"""How much of a sequence is there: its cells, counted.

What a source never set out to say is counted apart: it can neither be there nor be missing.
"""

from dataclasses import astuple, dataclass

from levelbook.model.base import Reasoned
from levelbook.model.competency import Competency, Measure
from levelbook.model.handbook import Sequence
from levelbook.model.sequence import Group, Level, Step
from levelbook.queries.grades import grades_that_are
from levelbook.queries.index import HandbookIndex, Member
from levelbook.queries.remembered import remembered


@dataclass(frozen=True)
class Tally:
    """How many cells there are, and why the others are not."""

    full: int = 0
    """With content, or expressly not required."""
    partial: int = 0
    """With content of which some is missing."""
    blank: int = 0
    """Empty in the source."""
    lost: int = 0
    """Lost in our copy."""
    scope: int = 0
    """What the source never set out to say, which is counted apart."""

    @property
    def all(self) -> int:
        """How many there should be."""
        return self.full + self.partial + self.blank + self.lost

    def __add__(self, other: "Tally") -> "Tally":
        """Both together."""
        return Tally(*(mine + theirs for mine, theirs in zip(astuple(self), astuple(other), strict=True)))


def tally(index: HandbookIndex, sequence: Sequence) -> Tally:
    """The cells of a sequence; a competency without levels counts as one, one found out by an exam as one a level."""
    return sum((tally_of_group(index, sequence, group) for _, group in sequence.groups()), Tally())


def tally_of_group(index: HandbookIndex, sequence: Sequence, group: Group) -> Tally:
    """The cells of what stands in a group itself."""
    own = _empty_group(group) if group.reason else Tally()
    return sum((_competency(sequence, competency) for _, competency in index.members(sequence, group)), own)


def has_words(step: Step) -> bool:
    """Whether the source says anything of a step itself, whatever the competency."""
    return bool(step.expectations or step.role or step.sections)


@remembered(lambda sequence, level: (sequence.id, level.id))
def nothing_left(index: HandbookIndex, sequence: Sequence, level: Level) -> bool:
    """Whether nothing is left of what a level asks: no indicator, no summary, no word about it under any name."""
    if any(has_words(step) for step in (level, *grades_that_are(sequence, level))):
        return False
    members = index.all_members(sequence)
    return not any(_asks_anything(index, sequence, member, level.id) for member in members)


def levels_left(index: HandbookIndex, sequence: Sequence) -> tuple[Level, ...]:
    """The levels of which anything is left, low to high."""
    return tuple(level for level in sequence.levels if not nothing_left(index, sequence, level))


def _asks_anything(index: HandbookIndex, sequence: Sequence, member: Member, level: str) -> bool:
    owner, competency = member
    held = index.expectation(sequence, member, level)
    if held.applies or held.unsaid:
        return True
    if held.cell:
        return bool(held.cell.summary or held.by_level or held.cell.not_required)
    # what is the same at every level tells nothing of this one where a standard only informs
    same_at_all = competency.definition or competency.covers or owner.measure(competency) is Measure.EXAM
    return bool(same_at_all) and not sequence.head.reference


def _empty_group(group: Group) -> Tally:
    cells = group.declared or 1
    if group.out_of_scope:
        return Tally(scope=cells)
    return Tally(lost=cells) if group.lost else Tally(blank=cells) if group.blank else Tally(full=cells)


def _competency(sequence: Sequence, competency: Competency) -> Tally:
    if competency.levels:
        cells = (competency.cell(level.id) for level in sequence.levels)
        return sum((_cell(cell) for cell in cells if cell), Tally())
    levels = len(sequence.levels) if sequence.measure(competency) is Measure.EXAM else 1
    whole = _cell(competency)
    return sum((whole for _ in range(max(levels, 1))), Tally())


def _cell(shape: Reasoned) -> Tally:
    if shape.out_of_scope:
        return Tally(scope=1)
    if shape.lost:
        return Tally(lost=1)
    if shape.blank:
        return Tally(blank=1)
    return Tally(partial=1) if shape.incomplete else Tally(full=1)
