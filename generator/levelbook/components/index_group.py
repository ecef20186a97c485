"""The indicators of a sequence, as the index of all indicators lists them."""

from dataclasses import dataclass

from levelbook.components.links import Link
from levelbook.model.competency import Indicator


@dataclass(frozen=True)
class IndicatorIndexRow:
    """An indicator of the index."""

    indicator: Indicator
    level: str
    """The level's id."""
    place: Link
    """The competency, leading to where it stands."""
    level_name: str
    """The level's name."""


@dataclass(frozen=True)
class IndicatorIndexGroup:
    """The indicators of a sequence."""

    key: str
    """The sequence's id."""
    link: Link
    figures: str
    """How many indicators."""
    rows: tuple[IndicatorIndexRow, ...]
    """Its indicators, in the order of the tree, low levels first."""
    levels: tuple[tuple[str, str], ...]
    """What the level filter offers: value and name."""
