"""Which sequences can only be read for reference."""

from levelbook.model.handbook import Sequence
from levelbook.queries.completeness import tally
from levelbook.queries.index import HandbookIndex
from levelbook.queries.remembered import remembered


@remembered(lambda sequence: sequence.id)
def is_for_reference(index: HandbookIndex, sequence: Sequence) -> bool:
    """Whether nobody can look up what is asked: the levels rank nothing, or nothing is left of the requirements."""
    head = sequence.head
    cells = tally(index, sequence)
    has_cells = cells.full + cells.partial > 0
    has_positions = bool(sequence.positions) and not head.incomplete
    return bool(head.retired or head.unranked) or not (has_cells or has_positions)
