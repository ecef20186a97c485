"""Exact numbers as people write them: read from plain decimals, written without zeros at the end, and their mean."""

import re
from fractions import Fraction
from typing import Final

from levelbook.model.decimals import shown

_DECIMAL: Final = re.compile(r"[+-]?[0-9]{1,40}(\.[0-9]{1,40})?")
"""A figure as people and files write it: no exponent, and no more digits than anybody means."""


def rational(text: object) -> Fraction | None:
    """The exact value of a plain decimal; None for anything else."""
    if not isinstance(text, str):
        return None
    match = _DECIMAL.fullmatch(text.strip(" \t\r\n"))
    return Fraction(match[0]) if match else None


def plain(value: Fraction) -> str:
    """A value without zeros at its end: 5, 2.5, 0.33."""
    return shown(value).rstrip("0").rstrip(".")


def mean(values: list[Fraction]) -> Fraction | None:
    """The exact mean; None of nothing."""
    return sum(values, Fraction(0)) / len(values) if values else None


def exact(text: str) -> Fraction:
    """The exact value of a text that is a plain decimal. Raises ValueError for anything else."""
    value = rational(text)
    if value is None:
        raise ValueError(f"not a figure: {text!r}")
    return value
