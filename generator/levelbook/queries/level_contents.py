"""Whether a level asks anything."""

from levelbook.model.handbook import Sequence
from levelbook.queries.index import HandbookIndex


def asks_anything(index: HandbookIndex, sequence: Sequence, level: str) -> bool:
    """Whether any indicator is known to apply at a level."""
    return any(index.expectation(sequence, member, level).applies for member in index.all_members(sequence))
