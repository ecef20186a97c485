"""Key measures of a position: formula, target, deduction, each with its places to fill in."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from levelbook.model.handbook import Sequence
from levelbook.model.position import Deduction, Formula, KeyMeasure
from levelbook.model.values import Gap
from levelbook.plan.desk import Desk
from levelbook.plan.places import Target
from levelbook.plan.related import related
from levelbook.plan.remarks import Remark, remarks
from levelbook.plan.shared import Nothing, figure, kind_of_nothing

PERCENT = frozenset({"", "%", "％", "百分比", "percent", "percentage", "per cent"})
"""Units that mean a percentage, which is what a measure has unless it says otherwise."""
_MARKS = {Gap.BLANK: "\ue000", Gap.LOST: "\ue001"}
"""Stand in a sentence for figures that are not there: people do not write characters of private use."""
_KINDS = {mark: gap.value for gap, mark in _MARKS.items()}


@dataclass(frozen=True)
class Piece:
    """A piece of a sentence with figures: its words, a place to fill in, or a figure that is lost."""

    kind: str
    """text, blank or lost."""
    text: str
    """Its words; of a figure that is not there, what is said of it."""


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
    no_formula: Nothing | None
    """Why there is no formula, where there was one."""
    target: tuple[Piece, ...]
    """What is to be reached."""
    deduct: tuple[Piece, ...]
    """What is taken off, and when."""
    aliases: str
    """Other names."""
    where: str
    """Place in the source."""
    see: tuple[Target, ...]
    """Related things."""
    remarks: tuple[Remark, ...]
    """Editor's notes."""


def kpis(desk: Desk, sequence: Sequence, measures: Iterable[KeyMeasure]) -> tuple[Kpi, ...]:
    """Measures in the source's order."""
    return tuple(_kpi(desk, sequence, one) for one in measures)


def _kpi(desk: Desk, sequence: Sequence, one: KeyMeasure) -> Kpi:
    unit = desk.said(one, "unit")
    sign = "%" if unit.lower() in PERCENT else unit
    formula = one.formula
    return Kpi(
        number=desk.said(one, "number"),
        name=desk.name(one),
        worded=formula is None and one.target is None and one.deduct is None,
        formula=_formula(desk, one, formula, sign) if isinstance(formula, Formula) else None,
        no_formula=kind_of_nothing(desk, formula.value) if isinstance(formula, Gap) else None,
        target=_target(desk, one.target, sign) if one.target is not None else (),
        deduct=_deduct(desk, one.deduct, sign) if one.deduct else (),
        aliases=desk.series(desk.name(alias) for alias in one.aliases),
        where=desk.said(one, "where"),
        see=related(desk, sequence, one),
        remarks=remarks(desk, sequence, one),
    )


def _formula(desk: Desk, one: KeyMeasure, formula: Formula, sign: str) -> FormulaView:
    offset = formula.offset
    view = FormulaView(
        name=desk.name(one),
        numerator=desk.said(formula, "numerator"),
        denominator=desk.said(formula, "denominator"),
        sign=("−" if offset < 0 else "+") if offset else "",
        offset=figure(abs(offset)) if offset else "",
        percent=sign == "%",
        unit="" if sign == "%" else sign,
        said="",
    )
    return FormulaView(**{**vars(view), "said": _said(desk, view)})


def _said(desk: Desk, view: FormulaView) -> str:
    """The formula in a line."""
    line = desk.words("kpi.fraction", over=view.numerator, under=view.denominator)
    if view.offset:
        line = f"({line} {view.sign} {view.offset})"
    return f"{view.name} = {line}" + (" × 100%" if view.percent else f" {view.unit}")


def _target(desk: Desk, target: Decimal | Gap, sign: str) -> tuple[Piece, ...]:
    return _pieces(desk, desk.words("kpi.figure", n=_figure_or_mark(target), unit=sign))


def _deduct(desk: Desk, deduct: Deduction, sign: str) -> tuple[Piece, ...]:
    step, points = _figure_or_mark(deduct.step), _figure_or_mark(deduct.points)
    when = desk.said(deduct, "when")
    return _pieces(desk, desk.words("kpi.deduct", when=when, step=step, unit=sign, points=points))


def _figure_or_mark(value: Decimal | Gap) -> str:
    return _MARKS[value] if isinstance(value, Gap) else figure(value)


def _pieces(desk: Desk, sentence: str) -> tuple[Piece, ...]:
    """A sentence, divided where a figure is not there."""
    parts = (part for part in re.split("([\ue000\ue001])", sentence) if part)
    return tuple(
        Piece(_KINDS[part], desk.words(f"kpi.{_KINDS[part]}")) if part in _KINDS else Piece("text", part)
        for part in parts
    )
