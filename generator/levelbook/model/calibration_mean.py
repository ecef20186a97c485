"""How the ratings of several people settle on one level: the mean of the level values, half way upwards."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from levelbook.model.sequence import Level


@dataclass(frozen=True)
class CalibrationMean:
    """What raters agree on, by arithmetic."""

    mean: Fraction
    """The exact mean of the values of the levels chosen."""
    value: Decimal
    """The value of the level, which `mean` is rounded to."""
    level: str
    """The id of the level it settles on."""


def calibration_mean(values: Mapping[str, Decimal], ratings: Mapping[str, Decimal | int]) -> CalibrationMean:
    """The level nearest to the mean of all raters, half way between two the higher; a ValueError without raters."""
    raters = sum((Fraction(count) for count in ratings.values()), Fraction(0))
    if raters <= 0 or min(ratings.values()) < 0:
        raise ValueError("nobody rated, or fewer than nobody")
    total = sum((Fraction(values[level]) * Fraction(count) for level, count in ratings.items()), Fraction(0))
    mean = total / raters
    nearest = min(values, key=lambda level: (abs(Fraction(values[level]) - mean), -values[level]))
    return CalibrationMean(mean, values[nearest], nearest)


def level_values(levels: Iterable[Level]) -> dict[str, Decimal]:
    """What each level counts, low to high: its own value, or its rank from 1."""
    return {level.id: Decimal(rank) if level.value is None else level.value for rank, level in enumerate(levels, 1)}
