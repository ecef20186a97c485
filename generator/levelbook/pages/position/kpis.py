"""Key measures of a position: formula, target, deduction, each with its places to fill in."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal

from levelbook.components.editor_notes import Remark, remarks
from levelbook.localized.absence import Absence, absence
from levelbook.model.decimals import figure
from levelbook.model.handbook import Sequence
from levelbook.model.position import Deduction, Formula, KeyMeasure
from levelbook.model.values import Gap
from levelbook.site.context import Context
from levelbook.site.links import LinkTarget
from levelbook.site.related import related

PERCENT = frozenset({"", "%", "％", "百分比", "percent", "percentage", "per cent"})
"""Units that mean a percentage, which is what a measure has unless it says otherwise."""
FIELDS = ("target", "step", "points")
"""The figures of a measure that may be missing, each with a place to fill it in."""
_MARKS = {pair: chr(0xE000 + at) for at, pair in enumerate((field, gap) for field in FIELDS for gap in Gap)}
"""Stand in a sentence for figures that are not there: people do not write characters of private use."""
_KINDS = {mark: pair for pair, mark in _MARKS.items()}


@dataclass(frozen=True)
class FormulaPiece:
    """A piece of a sentence with figures: its words, a place to fill in, or a figure that is lost."""

    kind: str
    """text, blank or lost."""
    text: str
    """Its words; of a figure that is not there, what is said of it."""
    field: str = ""
    """Which figure is not there: target, step or points."""


@dataclass(frozen=True)
class Calculation:
    """What the page needs to compute a measure: figures as plain decimals, or the word why there is none."""

    name: str
    """The key under which the browser keeps what is filled in: the name in the handbook's own language."""
    offset: str
    """Added to the fraction."""
    percent: bool
    """Whether the result is a percentage."""
    unit: str
    """Unit of the result and the target."""
    target: str
    """A figure, `blank`, `lost`, or `none` where nothing is said of it."""
    deducts: bool
    """Whether anything is taken off."""
    step: str
    """A figure, `blank` or `lost`."""
    points: str
    """A figure, `blank` or `lost`."""
    of: str
    """What is counted in steps: shortfall or excess."""


@dataclass(frozen=True)
class FormulaView:
    """A fraction with what is added to it."""

    name: str
    """What it gives."""
    numerator: str
    """Above the line."""
    denominator: str
    """Below the line."""
    sign: str
    """Before what is added: plus or minus."""
    offset: str
    """What is added, without its sign."""
    percent: bool
    """Whether the result is a percentage."""
    unit: str
    """Its unit, where that is another."""
    said: str
    """The same in a line, for those who get no formulas."""


@dataclass(frozen=True)
class Kpi:
    """A key measure."""

    number: str
    """As printed."""
    name: str
    """What is measured, or how it is judged."""
    worded: bool
    """Whether it is judged in words: no formula, no figures."""
    formula: FormulaView | None
    """How it is calculated."""
    no_formula: Absence | None
    """Why there is no formula, where there was one."""
    calculation: Calculation | None
    """How the page computes it; none without a formula."""
    why: str
    """Why the page cannot compute it, where it is not judged in words either."""
    target: tuple[FormulaPiece, ...]
    """What is to be reached."""
    deduct: tuple[FormulaPiece, ...]
    """What is taken off, and when."""
    aliases: str
    """Other names."""
    where: str
    """Place in the source."""
    see: tuple[LinkTarget, ...]
    """Related things."""
    remarks: tuple[Remark, ...]
    """Editor's notes."""


def kpis(ctx: Context, sequence: Sequence, measures: Iterable[KeyMeasure]) -> tuple[Kpi, ...]:
    """Measures in the source's order."""
    return tuple(_kpi(ctx, sequence, one) for one in measures)


def _kpi(ctx: Context, sequence: Sequence, one: KeyMeasure) -> Kpi:
    unit = ctx.text(one, "unit")
    sign = "%" if unit.lower() in PERCENT else unit
    formula = one.formula
    return Kpi(
        number=ctx.text(one, "number"),
        name=ctx.name(one),
        worded=formula is None and one.target is None and one.deduct is None,
        formula=_formula(ctx, one, formula, sign) if isinstance(formula, Formula) else None,
        no_formula=absence(ctx, formula.value) if isinstance(formula, Gap) else None,
        calculation=_calculation(one, formula, sign) if isinstance(formula, Formula) else None,
        why="" if isinstance(formula, Formula) else ctx.words(f"kpi_calc.why.formula_{formula or 'none'}"),
        target=_target(ctx, one.target, sign) if one.target is not None else (),
        deduct=_deduct(ctx, one.deduct, sign) if one.deduct else (),
        aliases=ctx.series(ctx.name(alias) for alias in one.aliases),
        where=ctx.text(one, "where"),
        see=related(ctx, sequence, one),
        remarks=remarks(ctx, sequence, one),
    )


def _formula(ctx: Context, one: KeyMeasure, formula: Formula, sign: str) -> FormulaView:
    offset = formula.offset
    view = FormulaView(
        name=ctx.name(one),
        numerator=ctx.text(formula, "numerator"),
        denominator=ctx.text(formula, "denominator"),
        sign=("−" if offset < 0 else "+") if offset else "",
        offset=figure(abs(offset)) if offset else "",
        percent=sign == "%",
        unit="" if sign == "%" else sign,
        said="",
    )
    return replace(view, said=_said(ctx, view))


def _calculation(one: KeyMeasure, formula: Formula, sign: str) -> Calculation:
    taken = one.deduct
    return Calculation(
        name=one.name,
        offset=_plain(formula.offset),
        percent=sign == "%",
        unit=sign,
        target=_plain(one.target),
        deducts=taken is not None,
        step=_plain(taken.step if taken else None),
        points=_plain(taken.points if taken else None),
        of=taken.of.value if taken else "",
    )


def _plain(value: Decimal | Gap | None) -> str:
    if value is None:
        return "none"
    return value.value if isinstance(value, Gap) else f"{value:f}"


def _said(ctx: Context, view: FormulaView) -> str:
    """The formula in a line."""
    line = ctx.words("kpi.fraction", over=view.numerator, under=view.denominator)
    if view.offset:
        line = f"({line} {view.sign} {view.offset})"
    return f"{view.name} = {line}" + (" × 100%" if view.percent else f" {view.unit}")


def _target(ctx: Context, target: Decimal | Gap, sign: str) -> tuple[FormulaPiece, ...]:
    return _pieces(ctx, ctx.words("kpi.figure", n=_figure_or_mark(target, "target"), unit=sign))


def _deduct(ctx: Context, deduct: Deduction, sign: str) -> tuple[FormulaPiece, ...]:
    step, points = _figure_or_mark(deduct.step, "step"), _figure_or_mark(deduct.points, "points")
    when = ctx.text(deduct, "when")
    return _pieces(ctx, ctx.words("kpi.deduct", when=when, step=step, unit=sign, points=points))


def _figure_or_mark(value: Decimal | Gap, field: str) -> str:
    return _MARKS[field, value] if isinstance(value, Gap) else figure(value)


def _pieces(ctx: Context, sentence: str) -> tuple[FormulaPiece, ...]:
    """A sentence, divided where a figure is not there."""
    return tuple(_piece(ctx, part) for part in re.split("([\ue000-\ue00f])", sentence) if part)


def _piece(ctx: Context, part: str) -> FormulaPiece:
    if part not in _KINDS:
        return FormulaPiece("text", part)
    field, gap = _KINDS[part]
    return FormulaPiece(gap.value, ctx.words(f"kpi.{gap.value}"), field)
