"""The year as a strip of twelve months: what is done when, where spans wrap the year and cycles follow each other.

The data give each phase or row of a form its months as spans (`11-2`), one for each time in the year that the process
is gone through: the first span belongs to the first cycle, the second to the second. A span that ends before it
starts wraps the year. Phases and forms are shown as separate almanacs because their sources may disagree; where the
editors have noted that they do, the note stands under the calendar.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from levelbook.components.editor_notes import Remark, remark
from levelbook.components.forms.rows import months as months_in_words
from levelbook.components.links import Link
from levelbook.model.growth import Form, Phase, Plan, Row
from levelbook.model.handbook import Sequence
from levelbook.model.note_kinds import Kind
from levelbook.site import urls
from levelbook.site.context import Context

MONTHS = range(1, 13)


@dataclass(frozen=True)
class Turn:
    """A cycle that is under way in a month."""

    number: int
    """Which cycle it is, counted from 1."""
    name: str
    """What it is called; nothing where there is only one a year."""
    starts: bool
    """Whether it starts in this month."""
    ends: bool
    """Whether it ends in this month."""


@dataclass(frozen=True)
class Month:
    """A month in a row."""

    name: str
    turns: tuple[Turn, ...]
    """The cycles under way."""


@dataclass(frozen=True)
class Strip:
    """What is done when."""

    link: Link
    """What it is, and where on the page it is told."""
    months: tuple[Month, ...]
    """The year."""
    in_words: str
    """The months in words."""


@dataclass(frozen=True)
class Almanac:
    """The strips that the source has in one place."""

    title: str
    strips: tuple[Strip, ...]


@dataclass(frozen=True)
class Year:
    """The calendar of a process."""

    months: tuple[str, ...]
    """The names of the months."""
    short: tuple[str, ...]
    """Their shortest names."""
    almanacs: tuple[Almanac, ...]
    """Where the source has months: in the process, and in forms."""
    cycles: tuple[str, ...]
    """The cycles of a year; none where there is only one."""
    frequency: str
    """How often it is gone through in a year."""
    remarks: tuple[Remark, ...]
    """Where the places contradict each other."""


def year(ctx: Context, sequence: Sequence, plan: Plan) -> Year | None:
    """The calendar; none where the source has no months."""
    cycles = max((len(thing.months) for thing in _dated(plan)), default=0)
    if not cycles:
        return None
    names = _cycle_names(ctx, cycles)
    almanacs = [_of_phases(ctx, plan, names), *(_of_form(ctx, form, names) for form in plan.forms)]
    return Year(
        months=tuple(ctx.words(f"form.month.{number}") for number in MONTHS),
        short=tuple(ctx.words(f"process.month.{number}") for number in MONTHS),
        almanacs=tuple(almanac for almanac in almanacs if almanac.strips),
        cycles=names,
        frequency=ctx.words("process.cycles", n=ctx.amount(cycles)) if cycles > 1 else "",
        remarks=_conflicts(ctx, sequence, plan),
    )


def _dated(plan: Plan) -> tuple[Phase | Row, ...]:
    """All that may have months."""
    rows = (row for form in plan.forms if isinstance(form.rows, tuple) for row in form.rows)
    return (*plan.phases, *rows)


def _cycle_names(ctx: Context, cycles: int) -> tuple[str, ...]:
    return tuple(ctx.words("process.cycle", n=ctx.numeral(n)) for n in range(1, cycles + 1)) if cycles > 1 else ()


def _of_phases(ctx: Context, plan: Plan, names: tuple[str, ...]) -> Almanac:
    strips = tuple(
        _strip(ctx, ctx.name(phase), urls.part_anchor(phase.id), phase.months, names)
        for phase in plan.phases
        if phase.months
    )
    return Almanac(ctx.words("process.in_phases"), strips)


def _of_form(ctx: Context, form: Form, names: tuple[str, ...]) -> Almanac:
    rows = form.rows if isinstance(form.rows, tuple) else ()
    strips = tuple(
        _strip(ctx, ctx.name(row), urls.form_anchor(form.id), row.months, names) for row in rows if row.months
    )
    return Almanac(ctx.words("process.in_form", form=ctx.name(form)), strips)


def _strip(ctx: Context, name: str, anchor: str, spans: tuple[str, ...], names: tuple[str, ...]) -> Strip:
    return Strip(
        link=Link(name, f"#{anchor}"),
        months=tuple(
            Month(ctx.words(f"form.month.{number}"), tuple(_turns(number, spans, names))) for number in MONTHS
        ),
        in_words=months_in_words(ctx, spans),
    )


def _turns(month: int, spans: tuple[str, ...], names: tuple[str, ...]) -> Iterable[Turn]:
    for number, span in enumerate(spans, 1):
        low, high = ends(span)
        if month in within(low, high):
            yield Turn(number, names[number - 1] if names else "", month == low, month == high)


def ends(span: str) -> tuple[int, int]:
    """The first and last month of a span."""
    low, _, high = span.partition("-")
    return int(low), int(high or low)


def within(low: int, high: int) -> tuple[int, ...]:
    """The months from one to another, over the end of the year where the last comes before the first."""
    length = (high - low) % 12 + 1
    return tuple((low - 1 + step) % 12 + 1 for step in range(length))


def _conflicts(ctx: Context, sequence: Sequence, plan: Plan) -> tuple[Remark, ...]:
    """Notes that the source disagrees with itself, from wherever months stand."""
    forms = [form for form in plan.forms if isinstance(form.rows, tuple) and any(row.months for row in form.rows)]
    phases = [phase for phase in plan.phases if phase.months]
    shapes = [*phases, *forms, *(row for form in forms if isinstance(form.rows, tuple) for row in form.rows)]
    notes = [note for shape in shapes for note in shape.notes if note.kind is Kind.CONFLICT]
    notes += [note for note in plan.notes if note.kind is Kind.CONFLICT and {"months", "phases"} & set(note.about)]
    return tuple(remark(ctx, sequence, note) for note in notes)
