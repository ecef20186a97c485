"""How figures are read and written."""

from fractions import Fraction

import pytest

from levelbook.assessment.scoring.rational import mean, plain, rational
from levelbook.model.decimals import shown


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
