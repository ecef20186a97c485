"""Key measures of a position: formula, target, deduction, each with its places to fill in.

Everything is said twice. For people there are sentences with figures, divided into pieces, so that a figure which is
not there becomes a field to fill in (blank) or is named as lost. For the calculator of the page (`frontend/src/kpi/`)
there are the same figures as plain decimals or words; `tests/reference/kpi.py` says what it has to make of them.

A sentence comes from the catalogue with its figures in an order that only the language knows. So a missing figure goes
through the catalogue as one character of private use, which people do not write, and the sentence is divided at these
characters afterwards. There are as many as there are pairs of a figure and a kind of nothing; a further figure or a
further `Gap` needs no change here.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import product
from typing import Literal, NotRequired, TypedDict

from levelbook.components.facts import Margin, margin
from levelbook.localized.absence import Absence, absence
from levelbook.model.decimals import figure
from levelbook.model.handbook import Sequence
from levelbook.model.position import Deduction, Formula, KeyMeasure, Side
from levelbook.model.values import Gap
from levelbook.site.context import Context

PERCENT_UNITS = frozenset({"", "%", "％", "百分比", "percent", "percentage", "per cent"})
"""Units that mean a percentage, which is what a measure has unless it says otherwise."""
FIGURES = ("target", "step", "points")
"""The figures of a measure that may be missing, each with a place to fill it in."""
_FIRST_PRIVATE_USE = 0xE000
_MARKS = {pair: chr(_FIRST_PRIVATE_USE + at) for at, pair in enumerate(product(FIGURES, Gap))}
"""Stand in a sentence for figures that are not there: people do not write characters of private use."""
_MISSING = {mark: pair for pair, mark in _MARKS.items()}
_ANY_MARK = re.compile(f"([{''.join(_MARKS.values())}])")


@dataclass(frozen=True)
class FormulaPiece:
    """A piece of a sentence with figures: its words, a place to fill in, or a figure that is lost."""

    kind: str
    """text, blank or lost."""
    text: str
    """Its words; of a figure that is not there, what is said of it."""
    field: str = ""
    """Which figure is not there: target, step or points."""


class KeyMeasureData(TypedDict):
    """What the calculator reads of a measure: the `data-` attributes of its element, figures as plain decimals."""

    name: str
    """The key under which the browser keeps what is filled in: the name in the handbook's own language."""
    offset: str
    """Added to the fraction: a figure, `blank`, `lost`, or `none`."""
    percent: Literal["yes", ""]
    """Whether the result is a percentage."""
    unit: str
    """Unit of the result and the target."""
    target: str
    """A figure, `blank`, `lost`, or `none` where nothing is said of it."""
    of: NotRequired[Side]
    """What is counted in steps; missing where nothing is taken off, as are step and points."""
    step: NotRequired[str]
    """A figure, `blank` or `lost`."""
    points: NotRequired[str]
    """A figure, `blank` or `lost`."""


@dataclass(frozen=True)
class FormulaView:
    """A fraction with what is added to it."""

    fraction: Formula
    sign: str
    """Before what is added: plus or minus."""
    offset: str
    """What is added, without its sign."""
    percent: bool
    """Whether the result is a percentage."""
    unit: str
    """Its unit, where that is another."""
    in_a_line: str
    """The same in a line, for those who get no formulas."""


@dataclass(frozen=True)
class KeyMeasureView:
    """A key measure."""

    measure: KeyMeasure
    in_words: bool
    """Whether it is judged in words: no formula, no figures."""
    formula: FormulaView | None
    """How it is calculated."""
    no_formula: Absence | None
    """Why there is no formula, where there was one."""
    calculation: KeyMeasureData | None
    """How the page computes it; none without a formula."""
    not_computed: str
    """Why the page cannot compute it, where it is not judged in words either."""
    target: tuple[FormulaPiece, ...]
    """What is to be reached."""
    deduction: tuple[FormulaPiece, ...]
    """What is taken off, and when."""
    aliases: str
    margin: Margin


def key_measures(ctx: Context, sequence: Sequence, measures: Iterable[KeyMeasure]) -> tuple[KeyMeasureView, ...]:
    """Measures in the source's order."""
    return tuple(_key_measure(ctx, sequence, measure) for measure in measures)


def _key_measure(ctx: Context, sequence: Sequence, measure: KeyMeasure) -> KeyMeasureView:
    unit = ctx.text(measure, "unit")
    sign = "%" if unit.lower() in PERCENT_UNITS else unit
    formula, words = measure.formula, ctx.words_of(sequence)
    return KeyMeasureView(
        measure=measure,
        in_words=formula is None and measure.target is None and measure.deduct is None,
        formula=_formula(ctx, measure, formula, sign) if isinstance(formula, Formula) else None,
        no_formula=absence(ctx, sequence, formula.value) if isinstance(formula, Gap) else None,
        calculation=_calculation(measure, formula, sign) if isinstance(formula, Formula) else None,
        not_computed="" if isinstance(formula, Formula) else words(f"kpi_calc.why.formula_{formula or 'none'}"),
        target=_target(ctx, measure.target, sign) if measure.target is not None else (),
        deduction=_deduction(ctx, measure.deduct, sign) if measure.deduct else (),
        aliases=ctx.series(ctx.name(alias) for alias in measure.aliases),
        margin=margin(ctx, sequence, measure),
    )


def _formula(ctx: Context, measure: KeyMeasure, formula: Formula, sign: str) -> FormulaView:
    offset = formula.offset
    view = FormulaView(
        fraction=formula,
        sign=("−" if offset < 0 else "+") if offset else "",
        offset=figure(abs(offset)) if offset else "",
        percent=sign == "%",
        unit="" if sign == "%" else sign,
        in_a_line="",
    )
    return replace(view, in_a_line=_in_a_line(ctx, measure, view))


def _calculation(measure: KeyMeasure, formula: Formula, sign: str) -> KeyMeasureData:
    data: KeyMeasureData = {
        "name": measure.name,
        "offset": _decimal_or_word(formula.offset),
        "percent": "yes" if sign == "%" else "",
        "unit": sign,
        "target": _decimal_or_word(measure.target),
    }
    if measure.deduct:
        data["of"] = measure.deduct.of
        data["step"] = _decimal_or_word(measure.deduct.step)
        data["points"] = _decimal_or_word(measure.deduct.points)
    return data


def _decimal_or_word(value: Decimal | Gap | None) -> str:
    if value is None:
        return "none"
    return value.value if isinstance(value, Gap) else f"{value:f}"


def _in_a_line(ctx: Context, measure: KeyMeasure, view: FormulaView) -> str:
    """The formula in a line."""
    numerator, denominator = (ctx.text(view.fraction, key) for key in ("numerator", "denominator"))
    line = ctx.words("kpi.fraction", over=numerator, under=denominator)
    if view.offset:
        line = f"({line} {view.sign} {view.offset})"
    return f"{ctx.name(measure)} = {line}" + (" × 100%" if view.percent else f" {view.unit}")


def _target(ctx: Context, target: Decimal | Gap, sign: str) -> tuple[FormulaPiece, ...]:
    return _pieces(ctx, ctx.words("kpi.figure", n=_figure_or_mark(target, "target"), unit=sign))


def _deduction(ctx: Context, deduct: Deduction, sign: str) -> tuple[FormulaPiece, ...]:
    step, points = _figure_or_mark(deduct.step, "step"), _figure_or_mark(deduct.points, "points")
    when = ctx.text(deduct, "when")
    return _pieces(ctx, ctx.words("kpi.deduct", when=when, step=step, unit=sign, points=points))


def _figure_or_mark(value: Decimal | Gap, field: str) -> str:
    return _MARKS[field, value] if isinstance(value, Gap) else figure(value)


def _pieces(ctx: Context, sentence: str) -> tuple[FormulaPiece, ...]:
    """A sentence, divided where a figure is not there."""
    return tuple(_piece(ctx, part) for part in _ANY_MARK.split(sentence) if part)


def _piece(ctx: Context, part: str) -> FormulaPiece:
    if part not in _MISSING:
        return FormulaPiece("text", part)
    field, gap = _MISSING[part]
    return FormulaPiece(gap.value, ctx.words(f"kpi.{gap.value}"), field)
