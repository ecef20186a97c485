"""A checklist as the arithmetic reads it: scales, groups and items, with exact figures and without words of a page."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from levelbook.assessment.scoring.rational import rational


class ItemKind(StrEnum):
    """How an item is judged."""

    RATING = "rating"
    EXAM = "exam"
    CONDITION = "condition"
    NONE = "none"


class Mode(StrEnum):
    """How an assessment goes: item by item, or indicator by indicator."""

    QUICK = "quick"
    FULL = "full"


@dataclass(frozen=True)
class ExamRule:
    """How marks become points."""

    out_of: Fraction
    """The highest mark."""
    half_up: bool
    """Whether fractions are rounded before the bands are looked up."""
    bands: tuple[tuple[Fraction, Fraction], ...]
    """From which mark, how many points; highest first."""


@dataclass(frozen=True)
class ScoredScale:
    """Ordered ratings."""

    id: str
    ratings: tuple[tuple[Fraction, str], ...]
    """Points and name, low to high."""
    standard: Fraction | None
    """The points that meet the requirement, where that is the same for all items."""
    exam: ExamRule | None

    @property
    def lowest(self) -> Fraction:
        """The fewest points."""
        return self.ratings[0][0]

    @property
    def highest(self) -> Fraction:
        """The most points."""
        return self.ratings[-1][0]

    @property
    def range(self) -> Fraction:
        """From the fewest points to the most."""
        return self.highest - self.lowest

    def rating(self, text: object) -> Fraction | None:
        """The points of a rating as answered; None where the scale has no such rating."""
        value = rational(text)
        return value if any(value == points for points, _ in self.ratings) else None


REVERSED = "-"
"""Stands behind the mark of an indicator that counts the other way round."""
NO_SCALE = ScoredScale("", ((Fraction(0), ""),), None, None)
"""Stands for a scale that the data do not name."""


@dataclass(frozen=True)
class ScoredIndicator:
    """An indicator that is rated by itself, or an item of one: behind its code stands a letter."""

    code: str
    negative: bool
    """Whether it counts the other way round."""


@dataclass(frozen=True)
class ScoredSubject:
    """A subject of an exam."""

    name: str
    weight: Fraction | None
    """Its share of the composite mark."""


@dataclass(frozen=True)
class ScoredItem:
    """What is judged as one."""

    code: str
    name: str
    group: str
    """The id of its group."""
    kind: ItemKind
    scale: str
    """The id of its scale."""
    standard: Fraction | None
    """The points that meet the requirement."""
    weight: Fraction | None
    """Its share of the total."""
    parts: tuple[ScoredIndicator, ...]
    """Its indicators, where they can be rated one by one."""
    subjects: tuple[ScoredSubject, ...]
    none: str
    """Why it cannot be judged."""
    basis: str = ""
    """The mark of what its figure rests on."""
    part_basis: str = ""
    """The mark of what the figures of its indicators rest on."""

    @property
    def one_by_one(self) -> bool:
        """Whether its indicators are rated one by one in every mode: of some that count the other way round, the
        whole has no rating.
        """
        return any(indicator.negative for indicator in self.parts)

    def basis_of(self, indicator: ScoredIndicator) -> str:
        """The mark of what the figure of an indicator rests on."""
        return f"{self.part_basis}{REVERSED}" if indicator.negative and self.part_basis else self.part_basis


@dataclass(frozen=True)
class ScoredGroup:
    """A group of the tree."""

    id: str
    name: str
    parent: str
    """The id of the group around it."""


@dataclass(frozen=True)
class ScoredChecklist:
    """A checklist with everything that figures depend on."""

    target: str
    """The code of what it is for."""
    scale: str
    """The id of the scale of its items."""
    part_scale: str
    """The id of the scale of indicators."""
    scales: Mapping[str, ScoredScale]
    groups: tuple[ScoredGroup, ...]
    """In the order of the tree, parents first."""
    items: tuple[ScoredItem, ...]
    """In the order of the page."""
    total: Fraction | None
    """The points of the whole."""


@dataclass(frozen=True)
class PublishedChecklist:
    """A checklist as the handbook has it now, with what a report says of it."""

    checklist: ScoredChecklist
    title: str
    """What it is called outside of its sequence."""
    handbook: str
    """The name of the handbook."""
    release: str
    """The number of its newest release."""
    pick: int
    """How many items a plan takes up."""
    marks: Mapping[str, str]
    """The marks of the wordings that are rated, by code."""
    also_called: tuple[str, ...] = ()
    """The name of the handbook in other languages."""
