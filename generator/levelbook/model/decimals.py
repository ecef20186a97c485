"""Exact numbers: rounded half up, and only where they are written."""

from decimal import Decimal
from fractions import Fraction


def half_up(value: Fraction) -> int:
    """The nearest whole number; half way goes up, also below zero."""
    return (2 * value.numerator + value.denominator) // (2 * value.denominator)


def shown(value: Fraction) -> str:
    """A value as it is written, always with two digits: 4.50, -0.33."""
    hundredths = half_up(value * 100)
    digits = f"{abs(hundredths):03d}"
    return f"{'-' if hundredths < 0 else ''}{digits[:-2]}.{digits[-2:]}"


def figure(value: Decimal) -> str:
    """A figure as people write it: 2, 0.5, not 2.0."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
