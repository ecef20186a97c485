"""Whether what a lower level asks holds above it, as the source says."""

from levelbook.model.handbook import Sequence
from levelbook.model.sequence import Cumulative


def unstated(sequence: Sequence) -> bool:
    """Whether the source does not say whether what lower levels ask still holds; so only what is written is said."""
    return sequence.head.cumulative is Cumulative.UNSTATED


def adds(sequence: Sequence) -> bool:
    """Whether each level adds to the lower ones, so that it has a part of its own that is new."""
    return sequence.head.cumulative is Cumulative.YES
