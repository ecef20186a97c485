"""How ratings of several people settle on a level."""

from decimal import Decimal
from fractions import Fraction

import pytest

from levelbook.model.calibration_mean import calibration_mean

VALUES = {"junior": Decimal(1), "middle": Decimal(2), "senior": Decimal(3)}


@pytest.mark.parametrize(
    ("ratings", "level", "mean"),
    [
        ({"junior": 1, "middle": 1}, "middle", Fraction(3, 2)),
        ({"junior": 2, "middle": 1}, "junior", Fraction(4, 3)),
        ({"junior": 1, "senior": 1}, "middle", Fraction(2)),
        ({"senior": 7}, "senior", Fraction(3)),
        ({"junior": 0, "senior": Decimal(2)}, "senior", Fraction(3)),
    ],
)
def test_settled(ratings: dict[str, Decimal | int], level: str, mean: Fraction) -> None:
    settled = calibration_mean(VALUES, ratings)
    assert (settled.level, settled.mean, settled.value) == (level, mean, VALUES[level])


def test_values_with_holes_settle_on_a_level_that_exists() -> None:
    values = {"a": Decimal(1), "b": Decimal(3), "c": Decimal("7.5")}
    assert calibration_mean(values, {"a": 1, "b": 1}).level == "b"
    assert calibration_mean(values, {"b": 1, "c": 1}).level == "c"
    assert calibration_mean(values, {"b": 3, "c": 1}).level == "b"


@pytest.mark.parametrize("ratings", [{}, {"junior": 0}, {"junior": -1, "senior": 3}])
def test_without_raters_nothing_is_settled(ratings: dict[str, Decimal | int]) -> None:
    with pytest.raises(ValueError, match="nobody"):
        calibration_mean(VALUES, ratings)
