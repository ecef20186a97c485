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
    """The value of the level it settles on."""
    level: str
    """The level it settles on."""


def calibration_mean(values: Mapping[str, Decimal], ratings: Mapping[str, Decimal | int]) -> CalibrationMean:
    """The level nearest to the mean of all raters, half way between two the higher; a ValueError without raters."""
    raters = sum((Fraction(count) for count in ratings.values()), Fraction(0))
    if raters <= 0 or min(ratings.values()) < 0:
        raise ValueError("nobody rated, or fewer than nobody")
    mean = sum((Fraction(values[level]) * Fraction(count) for level, count in ratings.items()), Fraction(0)) / raters
    level = min(values, key=lambda one: (abs(Fraction(values[one]) - mean), -values[one]))
    return CalibrationMean(mean, values[level], level)


def level_values(levels: Iterable[Level]) -> dict[str, Decimal]:
    """What each level counts, low to high: its own value, or its rank from 1."""
    return {one.id: Decimal(rank) if one.value is None else one.value for rank, one in enumerate(levels, 1)}
