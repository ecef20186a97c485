"""How ratings settle on a level, and how figures are read and written."""

from decimal import Decimal
from fractions import Fraction

import pytest

from levelbook.assessment.scoring.rational import mean, plain, rational
from levelbook.model.calibration_mean import calibration_mean
from levelbook.model.decimals import shown

VALUES = {"junior": Decimal(1), "middle": Decimal(2), "senior": Decimal(3)}


@pytest.mark.parametrize(
    ("ratings", "level", "middle"),
    [
        ({"junior": 1, "middle": 1}, "middle", Fraction(3, 2)),
        ({"junior": 2, "middle": 1}, "junior", Fraction(4, 3)),
        ({"junior": 1, "senior": 1}, "middle", Fraction(2)),
        ({"senior": 7}, "senior", Fraction(3)),
        ({"junior": 0, "senior": Decimal(2)}, "senior", Fraction(3)),
    ],
)
def test_settled(ratings: dict[str, Decimal | int], level: str, middle: Fraction) -> None:
    found = calibration_mean(VALUES, ratings)
    assert (found.level, found.mean, found.value) == (level, middle, VALUES[level])


def test_values_with_holes_settle_on_a_level_that_exists() -> None:
    values = {"a": Decimal(1), "b": Decimal(3), "c": Decimal("7.5")}
    assert calibration_mean(values, {"a": 1, "b": 1}).level == "b"
    assert calibration_mean(values, {"b": 1, "c": 1}).level == "c"
    assert calibration_mean(values, {"b": 3, "c": 1}).level == "b"


@pytest.mark.parametrize("ratings", [{}, {"junior": 0}, {"junior": -1, "senior": 3}])
def test_without_raters_nothing_is_settled(ratings: dict[str, Decimal | int]) -> None:
    with pytest.raises(ValueError, match="nobody"):
        calibration_mean(VALUES, ratings)


@pytest.mark.parametrize(
    ("value", "text", "short"),
    [
        (Fraction("2.005"), "2.01", "2.01"),
        (Fraction("-0.005"), "0.00", "0"),
        (Fraction("-0.0051"), "-0.01", "-0.01"),
        (Fraction(1, 3), "0.33", "0.33"),
        (Fraction(-1, 3), "-0.33", "-0.33"),
        (Fraction(100), "100.00", "100"),
        (Fraction("12.5"), "12.50", "12.5"),
        (Fraction(-7), "-7.00", "-7"),
    ],
)
def test_written(value: Fraction, text: str, short: str) -> None:
    assert (shown(value), plain(value)) == (text, short)


@pytest.mark.parametrize("text", ["", "1e3", "0x1", "NaN", "１２", "1.", ".5", "1_0", "1" * 41, None, 5, 2.5, True])
def test_no_figure(text: object) -> None:
    assert rational(text) is None


def test_mean_of_nothing() -> None:
    assert mean([]) is None
