"""Where the views of a level's page are found."""

from levelbook.components.views.comparisons import RESERVED
from levelbook.model.handbook import Sequence
from levelbook.site import urls


def compared(sequence: Sequence, low: str, high: str) -> str:
    """The page of a level with the differences from a lower one in place; that of the pair where its id is no view."""
    if low in RESERVED:
        return urls.comparison(sequence, low, high)
    return f"{urls.level(sequence, high)}?view={low}"
