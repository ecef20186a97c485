"""A key measure from what a person fills in: result, distance to the target, points taken off, points left."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import floor
from typing import Final

from levelbook.assessment.scoring.rational import plain, rational
from levelbook.assessment.scoring.reasons import Why, why

BLANK, LOST, NONE = "blank", "lost", "none"
"""Words in place of a figure: to be filled in, not in our copy, or not spoken of."""
_GROUPED: Final = re.compile(r"[+-]?[0-9]{1,3}(,[0-9]{3})+(\.[0-9]+)?")
_HUNDRED: Final = 100


@dataclass(frozen=True)
class Taken:
    """What is taken off."""

    step: str
    """For each step of so much: a figure, or why there is none."""
    points: str
    """So many points: a figure, or why there is none."""
    of: str = "shortfall"
    """What is counted in steps: shortfall or excess."""


@dataclass(frozen=True)
class Measure:
    """A key measure as the data has it."""

    formula: str
    """`given`, or why there is none."""
    offset: str = "0"
    """Added to the fraction."""
    percent: bool = True
    """Whether the result is a percentage."""
    target: str = NONE
    """What is to be reached: a figure, or why there is none."""
    deduct: Taken | None = None
    """What is taken off, where anything is."""


@dataclass(frozen=True)
class Outcome:
    """What a key measure comes to; figures are none from where something is missing."""

    result: str | None = None
    """What was reached."""
    gap: str | None = None
    """How far the result lies on the wrong side of the target; 0 where it does not."""
    steps: str | None = None
    """How many whole steps that is."""
    deduction: str | None = None
    """How many points are taken off."""
    left: str | None = None
    """How many of the measure's points are left; none also where nobody says how many there are."""
    why: Why | None = None
    """Why it goes no further."""


class _Stop(Exception):
    """Something is missing."""

    def __init__(self, reason: Why) -> None:
        super().__init__(reason.key)
        self.reason = reason


def compute(measure: Measure, filled: Mapping[str, str]) -> Outcome:
    """As much as can be computed of a measure, and why not more."""
    figures: dict[str, str] = {}
    reason: Why | None = None
    try:
        result = _result(measure, filled)
        figures["result"] = figure(result)
        gap = _gap(measure, filled, result)
        figures["gap"] = figure(gap)
        steps, deduction = _deduction(measure.deduct, filled, gap)
        figures |= {"steps": str(steps), "deduction": figure(deduction)}
        full = _filled(filled, "full")
        if full is not None:
            figures["left"] = figure(max(Fraction(0), _not_below(full, "full") - deduction))
    except _Stop as stop:
        reason = stop.reason
    get = figures.get
    return Outcome(get("result"), get("gap"), get("steps"), get("deduction"), get("left"), reason)


def figure(value: Fraction) -> str:
    """A figure with at most two digits; one that was rounded says so."""
    text = plain(value)
    return text if Fraction(text) == value else f"≈{text}"


def cleaned(text: str) -> str:
    """What a person typed, as a plain decimal: full width, thousands and a per cent sign are understood."""
    bare = "".join(unicodedata.normalize("NFKC", text).replace("−", "-").split()).removesuffix("%")
    return bare.replace(",", "") if _GROUPED.fullmatch(bare) else bare


def _filled(filled: Mapping[str, str], field: str) -> Fraction | None:
    """What was filled in; none where nothing was."""
    text = cleaned(filled.get(field, ""))
    if not text:
        return None
    value = rational(text)
    if value is None:
        raise _Stop(why("not_figure", field=field))
    return value


def _needed(filled: Mapping[str, str], *fields: str) -> list[Fraction]:
    values = {field: _filled(filled, field) for field in fields}
    open_fields = tuple(field for field, value in values.items() if value is None)
    if open_fields:
        raise _Stop(why("open", fields=open_fields))
    return [value for value in values.values() if value is not None]


def _figure(said: str, field: str, filled: Mapping[str, str]) -> Fraction:
    """A figure of the data, or what was filled in for it; one that is lost is not made up."""
    if said == LOST:
        raise _Stop(why("lost", field=field))
    if said in (BLANK, NONE):
        return _needed(filled, field)[0]
    value = rational(said)
    assert value is not None
    return value


def _not_below(value: Fraction, field: str) -> Fraction:
    if value < 0:
        raise _Stop(why("below_zero", field=field))
    return value


def _result(measure: Measure, filled: Mapping[str, str]) -> Fraction:
    if measure.formula != "given":
        raise _Stop(why(f"formula_{measure.formula}"))
    numerator, denominator = _needed(filled, "numerator", "denominator")
    if denominator == 0:
        raise _Stop(why("zero", field="denominator"))
    value = numerator / denominator + (rational(measure.offset) or 0)
    return value * _HUNDRED if measure.percent else value


def _gap(measure: Measure, filled: Mapping[str, str], result: Fraction) -> Fraction:
    target = _figure(measure.target, "target", filled)
    excess = measure.deduct is not None and measure.deduct.of == "excess"
    return max(Fraction(0), result - target if excess else target - result)


def _deduction(taken: Taken | None, filled: Mapping[str, str], gap: Fraction) -> tuple[int, Fraction]:
    """Whole steps only; a step that has only begun takes nothing off."""
    if taken is None:
        raise _Stop(why("no_deduction"))
    wanted = [(field, getattr(taken, field)) for field in ("step", "points")]
    for field, said in wanted:
        if said == LOST:
            raise _Stop(why("lost", field=field))
    _needed(filled, *(field for field, said in wanted if said == BLANK))
    step, points = (_not_below(_figure(said, field, filled), field) for field, said in wanted)
    if step == 0:
        raise _Stop(why("zero", field="step"))
    steps = floor(gap / step)
    return steps, steps * points
