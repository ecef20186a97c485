"""Whether there is anything to set side by side: levels, cells, positions, roles."""

from levelbook.model.handbook import Handbook, Sequence
from levelbook.queries.index import HandbookIndex
from levelbook.queries.requirements import asks


def has_comparisons(index: HandbookIndex, sequence: Sequence) -> bool:
    """Whether a sequence has two levels and something to compare."""
    return len(sequence.levels) > 1 and any(competency.levels for _, competency in index.all_members(sequence))


def has_matrix(index: HandbookIndex, sequence: Sequence) -> bool:
    """Whether a sequence has columns, and a row with something to read in one of them."""
    cells = (cell for _, competency in index.all_members(sequence) for cell in competency.levels.values())
    says = (cell.indicators or cell.same_as or cell.as_level or cell.summary for cell in cells)
    return bool(sequence.levels) and any(says)


def has_positions_table(sequence: Sequence) -> bool:
    """Whether there are positions to compare: several, of which one at least requires levels."""
    positions = sequence.positions.values()
    return len(positions) > 1 and any(asks(position) for position in positions)


def has_transfer(handbook: Handbook) -> bool:
    """Whether there are two roles between which one could move."""
    live = (sequence for sequence in handbook.sequences.values() if not sequence.head.retired)
    return sum(len(sequence.levels) or bool(sequence.competencies) for sequence in live) > 1
