"""What a level asks: whether anything, and how much."""

from levelbook.model.handbook import Sequence
from levelbook.queries.index import HandbookIndex


def asks_anything(index: HandbookIndex, sequence: Sequence, level: str) -> bool:
    """Whether any indicator is known to apply at a level."""
    return any(index.expectation(sequence, member, level).applies for member in index.all_members(sequence))


def count_indicators(index: HandbookIndex, sequence: Sequence, level: str) -> int:
    """How many indicators the level's page shows, those too of which the source does not say whether they apply."""
    expectations = (index.expectation(sequence, member, level) for member in index.all_members(sequence))
    return sum(len(expectation.applies) + len(expectation.unsaid) for expectation in expectations)
