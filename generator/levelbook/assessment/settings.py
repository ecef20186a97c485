"""How an assessment goes in a sequence: what is rated, by which scales, how many items are picked for the plan."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any, TypedDict

from levelbook.assessment import scale_origin
from levelbook.assessment.wording import SOURCE
from levelbook.localized.handbook import LocalizedHandbook
from levelbook.model.calibration_mean import level_values
from levelbook.model.decimals import figure
from levelbook.model.handbook import Sequence
from levelbook.model.scale import Assessment, Exam, Rounding, Unit

LEVELS = "levels"
"""The scale whose ratings are the levels of the sequence."""
DEFAULT_PICK = 3
"""How many items a plan takes up where the data do not say."""
MAX_RATINGS_BY_NAME = 5
"""A scale of so few ratings shows their names in every box; a longer one shows figures with the names under them."""


class RatingData(TypedDict):
    """One rating of a scale."""

    points: str
    """What it counts."""
    name: str


BandData = TypedDict("BandData", {"from": str, "points": str})
"""From a mark on, an exam counts so many points."""


class ExamData(TypedDict):
    """How marks become points."""

    outOf: str
    """The highest mark."""
    round: Rounding
    """What happens to fractions of a mark before the bands are looked up."""
    bands: list[BandData]


class ScaleData(TypedDict):
    """A scale as scripts and the command line read it."""

    name: str
    origin: str
    """What of it does not stand in the source of the standard; nothing where all of it does."""
    standard: str | None
    """The points that meet the requirement; null where every item has its own."""
    ratings: list[RatingData]
    """Low to high."""
    exam: ExamData | None


@dataclass(frozen=True)
class ScaleStep:
    """One rating of a scale."""

    points: str
    """What it counts."""
    name: str


@dataclass(frozen=True)
class RatingScale:
    """A scale as a form shows it."""

    id: str
    """Its id; `levels` for the levels of the sequence."""
    name: str
    standard: str
    """The points that meet the requirement; nothing where every item has its own."""
    ratings: tuple[ScaleStep, ...]
    """Low to high."""
    source_name: str
    """Its name in the source's language."""
    source_ratings: tuple[str, ...]
    """What its ratings are called there."""
    shows_names: bool
    """Whether every box shows its name alone."""
    reversed_standard: str = ""
    """The points that meet the requirement of what counts the other way round."""
    exam: Exam | None = None
    """How marks become points."""
    origin: str = ""
    """What of it does not stand in the source of the standard; nothing where all of it does."""

    @property
    def standard_name(self) -> str:
        """What the rating that meets the requirement is called."""
        return next((rating.name for rating in self.ratings if rating.points == self.standard), "")

    @property
    def keyed_by_place(self) -> bool:
        """Whether a key chooses by place, as no figure that stands on a box is one."""
        return self.shows_names or not any(len(rating.points) == 1 for rating in self.ratings)

    @property
    def data(self) -> ScaleData:
        """The scale as scripts and the command line read it."""
        return {
            "name": self.name,
            "origin": self.origin,
            "standard": self.standard or None,
            "ratings": [{"points": rating.points, "name": rating.name} for rating in self.ratings],
            "exam": _exam(self.exam) if self.exam else None,
        }


@dataclass(frozen=True)
class Settings:
    """How an assessment goes in a sequence."""

    by: Unit
    """What is rated: competencies or indicators."""
    scale: RatingScale | None
    """The scale of competencies; none where the data name none."""
    indicator_scale: RatingScale | None
    """The scale of single indicators; none where they are not rated."""
    against: str
    """current, target, or the address of what people compare themselves with."""
    pick: int
    """How many items to choose for the plan."""

    @property
    def rates_levels(self) -> bool:
        """Whether the rating is the level reached."""
        return bool(self.scale and self.scale.id == LEVELS)


def settings(book: LocalizedHandbook, sequence: Sequence) -> Settings:
    """How an assessment goes in a sequence: as it says itself, else as the handbook says, key by key."""
    key, part_key = setting(book, sequence, "scale"), setting(book, sequence, "parts")
    scale = _levels_as_scale(book, sequence) if key == LEVELS else _rating_scale(book, sequence, key)
    indicator_scale = None if key == LEVELS else _rating_scale(book, sequence, part_key) or scale
    pick = setting(book, sequence, "pick")
    return Settings(
        by=setting(book, sequence, "by") or Unit.COMPETENCY,
        scale=scale,
        indicator_scale=indicator_scale,
        against=setting(book, sequence, "against") or "current",
        pick=DEFAULT_PICK if pick is None else pick,
    )


def setting(book: LocalizedHandbook, sequence: Sequence, key: str) -> Any:
    """What the data say of an assessment under a key: the sequence first, then the handbook."""
    assessments: tuple[Assessment | None, ...] = (sequence.head.assessment, book.handbook.head.assessment)
    values = (getattr(assessment, key) for assessment in assessments if assessment)
    return next((value for value in values if value is not None), None)


def _rating_scale(book: LocalizedHandbook, sequence: Sequence, key: str | None) -> RatingScale | None:
    scale = book.handbook.scales.get(key or "")
    if scale is None:
        return None
    ratings = tuple(ScaleStep(figure(rating.points), book.name(rating)) for rating in scale.ratings)
    ends = (scale.ratings[0].points + scale.ratings[-1].points) if scale.ratings else None
    return RatingScale(
        id=scale.id,
        name=book.name(scale),
        standard=figure(scale.standard),
        ratings=ratings,
        source_name=scale.localized("name", SOURCE),
        source_ratings=tuple(rating.localized("name", SOURCE) for rating in scale.ratings),
        shows_names=len(ratings) <= MAX_RATINGS_BY_NAME,
        reversed_standard=figure(ends - scale.standard) if ends is not None else "",
        exam=scale.exam,
        origin=scale_origin.origin(book, sequence, scale),
    )


def _levels_as_scale(book: LocalizedHandbook, sequence: Sequence) -> RatingScale | None:
    """The levels as ratings, with one below the lowest."""
    if not sequence.levels or sequence.head.unranked:
        return None
    values = level_values(sequence.levels)
    lowest = values[sequence.levels[0].id]
    below = Decimal(0) if lowest > 0 else lowest - 1
    first = ScaleStep(figure(below), book.words("check.below_level", level=book.name(sequence.levels[0])))
    rest = (ScaleStep(figure(values[level.id]), book.name(level)) for level in sequence.levels)
    return RatingScale(
        id=LEVELS,
        name=book.word(sequence, "level"),
        standard="",
        ratings=(first, *rest),
        source_name=LEVELS,
        source_ratings=tuple(level.localized("name", SOURCE) for level in sequence.levels),
        shows_names=True,
    )


def _exam(exam: Exam) -> ExamData:
    bands: list[BandData] = [{"from": figure(band.lowest), "points": figure(band.points)} for band in exam.bands]
    return {"outOf": figure(exam.out_of), "round": exam.round, "bands": bands}
