"""By which scale people are rated, and so how marks of an exam count."""

from levelbook.model.handbook import Handbook, Sequence
from levelbook.model.scale import Scale


def scale_of(handbook: Handbook, sequence: Sequence) -> Scale | None:
    """The scale by which people are rated in a sequence: its own, or the handbook's."""
    for assessment in (sequence.head.assessment, handbook.head.assessment):
        if assessment and assessment.scale:
            return handbook.scales.get(assessment.scale)
    return None
