"""Positions: profiles with required levels, conditions, key behaviours and KPIs; and weights."""

from decimal import Decimal
from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field, Tag

from levelbook.model import limits
from levelbook.model.base import Entry, Mortal, Named, Noted, Reasoned, Shape
from levelbook.model.competency import Document
from levelbook.model.values import (
    BY_FORM,
    Address,
    Amount,
    Figure,
    FigureOrGap,
    FigureRow,
    Gap,
    Id,
    IdOrNot,
    Name,
    Positive,
    PositiveOrGap,
    Text,
)


class Formula(Shape):
    """A fraction, with what is added to it."""

    numerator: Text
    """Above the line."""
    denominator: Text
    """Below the line."""
    offset: Figure = Decimal(0)
    """Added to the fraction."""


class Side(StrEnum):
    """On which side of the target points are lost."""

    SHORTFALL = "shortfall"
    EXCESS = "excess"


class Deduction(Shape):
    """What is taken off, and when."""

    when: Text
    """What happens: 每降低."""
    step: PositiveOrGap
    """For each step of so much."""
    points: PositiveOrGap
    """So many points."""
    of: Side = Side.SHORTFALL
    """What is counted in steps: what the result lacks of the target, or by how much it exceeds it."""


class KeyMeasure(Named):
    """A KPI; a plain text is one that is judged in words."""

    SHORT: ClassVar[str] = "name"
    formula: Annotated[Annotated[Formula, Tag("mapping")] | Annotated[Gap, Tag("text")], BY_FORM] | None = None
    """How it is calculated."""
    unit: Name | None = None
    """Unit of the result; a percentage unless said."""
    target: FigureOrGap | None = None
    """What is to be reached, for the adopter to fill in."""
    deduct: Deduction | None = None
    """What is taken off."""


class KeyBehaviour(Named):
    """A behaviour that decides about success in a position."""

    standards: tuple[Entry, ...] = ()
    """What good looks like."""
    measures: tuple[KeyMeasure, ...] = ()
    """How it is measured."""


class Position(Document, Reasoned, Mortal):
    """A profile."""

    CONTENT: ClassVar[tuple[str, ...]] = ("level", "required", "conditions", "key_behaviours", "measures", "sections")
    EXCUSES: ClassVar[tuple[str, ...]] = ("incomplete",)
    reports_to: Name | None = None
    """A position's id, or words."""
    next: Name | None = None
    """The position that follows: an id, or words."""
    level: Id | None = None
    """The level required of every competency …"""
    required: dict[Address, IdOrNot] = Field(default_factory=dict)
    """… but these; without `level`, of these only."""
    conditions: tuple[Entry, ...] = ()
    """What one must bring along."""
    key_behaviours: tuple[KeyBehaviour, ...] = ()
    """What decides about success."""
    measures: tuple[KeyMeasure, ...] = ()
    """KPIs of the position as a whole."""
    sections: tuple[Entry, ...] = ()
    """The source's other prose."""


Unassigned = dict[Id, tuple[Amount, ...]]
"""Figures of a group by column."""


class Reading(Named):
    """Another possible reading of the weights: what differs."""

    id: Id
    """What other entries and addresses name it by; it never changes."""
    points: dict[Address, FigureRow] = Field(default_factory=dict)
    """Figures that differ."""
    unassigned: dict[Address, Unassigned] = Field(default_factory=dict)
    """Unassigned figures that differ."""


class Weights(Document, Noted):
    """The file weights.yml: points of groups and competencies by level, grade or position."""

    total: Positive | None = None
    """What a column adds up to."""
    unit: Name | None = None
    """Unit of the points."""
    points: dict[Address, FigureRow] = Field(default_factory=dict)
    """Rows by group or competency; a figure, or one a column."""
    unassigned: dict[Address, Unassigned] = Field(default_factory=dict)
    """Figures of a group that are tied to none of its members."""
    readings: tuple[Reading, ...] = Field((), max_length=limits.READINGS)
    """Other possible readings."""
    sections: tuple[Entry, ...] = ()
    """The source's other prose."""
