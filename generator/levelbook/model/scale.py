"""Scales, and how an assessment goes."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field, PlainValidator, WithJsonSchema

from levelbook.model import limits
from levelbook.model.base import Named, Shape
from levelbook.model.values import Address, Amount, Figure, Id, Positive, counted


class Unit(StrEnum):
    """What is rated."""

    COMPETENCY = "competency"
    INDICATOR = "indicator"


Pick = Annotated[
    int,
    PlainValidator(lambda value: counted(value, "pick", limits.PICK)),
    WithJsonSchema({"type": ["integer", "string"], "minimum": 0, "maximum": limits.PICK}),
]
"""How many points to choose."""


class Assessment(Shape):
    """How people rate themselves."""

    by: Unit | None = None
    """What is rated: competencies or indicators."""
    scale: Id | None = None
    """The scale, or `levels`: the level reached."""
    parts: Id | None = None
    """The scale by which single indicators are rated; otherwise the sequence's own."""
    against: Address | None = None
    """`current`, `target`, or a grade, level or position."""
    pick: Pick | None = None
    """How many points to choose for the plan."""


class Rating(Named):
    """One step of a scale."""

    points: Figure
    """What it counts."""


class Band(Shape):
    """Marks from which on an exam gives some points; it ends where the next begins."""

    lowest: Amount = Field(alias="from")
    """The lowest mark in it."""
    points: Figure
    """What it counts."""


class Rounding(StrEnum):
    """What happens to fractions of a mark before the bands are looked up."""

    HALF_UP = "half-up"
    NONE = "none"


class Exam(Shape):
    """From marks to a rating."""

    out_of: Positive
    """The highest mark."""
    round: Rounding = Rounding.NONE
    """What happens to fractions."""
    bands: tuple[Band, ...] = Field(max_length=limits.RATINGS)
    """Highest first, down to 0."""


class Added(StrEnum):
    """What a scale of a source may owe to the handbook."""

    POINTS = "points"
    STANDARD = "standard"
    EXAM = "exam"


class Scale(Named):
    """Ordered ratings with points."""

    id: Id
    """What other entries and addresses name it by; it never changes."""
    source: Id | None = None
    """The sequence in whose source it stands; without it the scale is the handbook's own."""
    added: tuple[Added, ...] = ()
    """What of it does not stand in that source: points, standard, exam (from marks to points)."""
    standard: Figure
    """The points that meet the requirement."""
    ratings: tuple[Rating, ...] = Field(max_length=limits.RATINGS)
    """Low to high."""
    exam: Exam | None = None
    """How marks become a rating."""


class ScalesFile(Shape):
    """The file scales.yml."""

    scales: tuple[Scale, ...] = ()
    """All scales of the handbook."""
