"""Which sequences can only be read for reference, and so at which levels one can stand."""

from levelbook.model.handbook import Sequence
from levelbook.model.sequence import Level
from levelbook.queries.completeness import has_words, levels_left, tally
from levelbook.queries.grades import own_grades
from levelbook.queries.index import HandbookIndex
from levelbook.queries.remembered import remembered


@remembered(lambda sequence: sequence.id)
def is_for_reference(index: HandbookIndex, sequence: Sequence) -> bool:
    """Whether nobody is to look up what is asked: it has ended, only informs, or nothing is left of what it asks."""
    return bool(sequence.head.retired or sequence.head.reference) or is_empty(index, sequence)


@remembered(lambda sequence: sequence.id)
def is_empty(index: HandbookIndex, sequence: Sequence) -> bool:
    """Whether nothing is left of what a sequence asks: no cell, no position, no word about a step."""
    cells = tally(index, sequence)
    has_positions = bool(sequence.positions) and not sequence.head.incomplete
    has_steps = bool(levels_left(index, sequence)) or any(has_words(grade) for grade in own_grades(sequence))
    return not (cells.full + cells.partial or has_positions or has_steps)


def levels_offered(index: HandbookIndex, sequence: Sequence) -> tuple[Level, ...]:
    """The levels at which one can stand, low to high: those of which anything is left, of a sequence in use."""
    return () if is_for_reference(index, sequence) else levels_left(index, sequence)
