"""Points as pages say them: an amount, and a column with its total."""

from dataclasses import dataclass

from levelbook.components.basics import Chip, Nothing


@dataclass(frozen=True)
class WeightCell:
    """Points of something in a column."""

    text: str
    """The figure, or what is said in its place."""
    value: str
    """The figure for a bar; nothing where there is none."""
    nothing: Nothing | None = None
    """Why there is no whole figure."""
    inferred: bool = False
    """Whether the editor worked it out."""
    small: str = ""
    """Small print beside it."""
    wrong: bool = False
    """Whether it does not agree with its parts."""
    gap: str = ""
    """blank or lost, where nothing at all is known."""


@dataclass(frozen=True)
class WeightColumn:
    """A level, grade or position with points."""

    key: str
    """Its id; empty where points are the same for everybody."""
    name: str
    """Its name."""
    address: str
    """Its page."""
    chip: Chip | None
    """Its level, where it is one."""
    total: WeightCell
    """What all have together."""
    state: str
    """How complete it is."""
    whole: bool
    """Whether nothing of it is missing."""
