"""What a checklist asks and what a person answered, as the arithmetic reads it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction
from typing import Any

from levelbook.assessment.scoring.rational import rational

Raw = Mapping[str, Any]
"""Data as it stands on the page or in a file."""


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
    """Its id."""
    ratings: tuple[tuple[Fraction, str], ...]
    """Points and name, low to high."""
    standard: Fraction | None
    """The points that meet the requirement, where that is the same for all items."""
    exam: ExamRule | None
    """How marks become points."""

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
    """An indicator."""

    code: str
    """Its code."""
    negative: bool
    """Whether it counts the other way round."""


@dataclass(frozen=True)
class ScoredSubject:
    """A subject of an exam."""

    name: str
    """What it is called."""
    weight: Fraction | None
    """Its share of the composite mark."""


@dataclass(frozen=True)
class ScoredItem:
    """What is judged as one."""

    code: str
    """Its code."""
    name: str
    """What it is called."""
    group: str
    """The id of its group."""
    kind: ItemKind
    """How it is judged."""
    scale: str
    """The id of its scale."""
    standard: Fraction | None
    """The points that meet the requirement."""
    weight: Fraction | None
    """Its share of the total."""
    parts: tuple[ScoredIndicator, ...]
    """Its indicators."""
    subjects: tuple[ScoredSubject, ...]
    """Its subjects, if it is an exam."""
    none: str
    """Why it cannot be judged."""
    basis: str = ""
    """The mark of what its figure rests on."""
    part_basis: str = ""
    """The mark of what the figures of its indicators rest on."""

    def basis_of(self, part: ScoredIndicator) -> str:
        """The mark of what the figure of an indicator rests on."""
        return f"{self.part_basis}{REVERSED}" if part.negative and self.part_basis else self.part_basis


@dataclass(frozen=True)
class ScoredGroup:
    """A group of the tree."""

    id: str
    """Its id."""
    name: str
    """What it is called."""
    parent: str
    """The id of the group around it."""


@dataclass(frozen=True)
class Answer:
    """What a person answered to an item or indicator."""

    points: str | None = None
    """The rating."""
    marks: Mapping[str, str] = field(default_factory=dict)
    """Marks by subject."""
    mark: str | None = None
    """The composite mark."""
    na: str | None = None
    """Why it does not apply; an empty text where no reason is given."""
    unseen: bool = False
    """Whether it was not observed."""
    basis: str | None = field(default=None, compare=False)
    """The mark of what it rested on when it was given or looked at; empty where that is to be looked at again."""

    def moved(self, now: str) -> bool:
        """Whether its figure rests on something else today: then it does not count before somebody has looked."""
        says = self.points is not None or self.mark is not None or bool(self.marks)
        return bool(says and now and self.basis is not None and self.basis != now)


@dataclass(frozen=True)
class ScoredChecklist:
    """A checklist."""

    target: str
    """What it is for."""
    scale: str
    """The id of the scale of its items."""
    part_scale: str
    """The id of the scale of indicators."""
    scales: Mapping[str, ScoredScale]
    """All scales of the page."""
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


Answers = Mapping[str, Answer]
"""Answers by the code of the item or indicator."""
