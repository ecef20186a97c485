"""The rows of a form, and what its columns show of them."""

from collections.abc import Iterable
from dataclasses import dataclass

from levelbook.components.level_chips import Chip, chip
from levelbook.components.weight_cells import weight_cells
from levelbook.localized.absence import Absence, absence
from levelbook.localized.names import group_title, level_name
from levelbook.model.growth import Form, Row, Shows
from levelbook.model.handbook import Sequence
from levelbook.model.sequence import Grade, Level
from levelbook.model.weight_sums import PLAIN
from levelbook.queries.index import Member
from levelbook.queries.requirements import required
from levelbook.site import urls
from levelbook.site.context import Context

EMPTY_ROWS = 5
"""How many rows a form with any number of them has on paper."""


@dataclass(frozen=True)
class FormSubject:
    """What a row of a form is about."""

    name: str
    """Its name, or a number."""
    group: str = ""
    """The group it stands in."""
    address: str = ""
    """Its page."""
    chip: Chip | None = None
    """Its level, where it is one."""
    months: str = ""
    """When it is filled in."""
    member: Member | None = None
    """The competency, where it is one."""
    step: Level | Grade | None = None
    """The level or grade, where it is one."""


def subjects(
    ctx: Context, sequence: Sequence, form: Form, sensitive: bool = True, left_out: list[str] | None = None
) -> tuple[FormSubject, ...]:
    """The rows of a form; sensitive competencies are named in `left_out` instead, unless asked for."""
    rows = _rows(ctx, sequence, form)
    if isinstance(rows, tuple):
        return tuple(FormSubject(ctx.name(row), months=months(ctx, row.months)) for row in rows)
    if rows == "competencies":
        return tuple(_competencies(ctx, sequence, sensitive, left_out if left_out is not None else []))
    if rows == "levels":
        return tuple(_level(ctx, sequence, one) for one in sequence.levels)
    if rows == "grades":
        return tuple(_grade(ctx, sequence, one) for one in sequence.grades)
    n = EMPTY_ROWS if rows == "many" else int(rows) if rows.isdecimal() else 0
    return tuple(FormSubject(str(number)) for number in range(1, n + 1))


def _rows(ctx: Context, sequence: Sequence, form: Form) -> str | tuple[Row, ...]:
    """The rows as written, also where they are those of another form."""
    other, seen = _other(ctx, sequence, form), {form.id}
    while other and other.id not in seen:
        seen.add(other.id)
        form, other = other, _other(ctx, sequence, other)
    return form.rows or ""


def _other(ctx: Context, sequence: Sequence, form: Form) -> Form | None:
    plan = sequence.plan or ctx.handbook.plan
    return next((one for one in plan.forms if one.id == form.rows), None) if plan else None


def corner(ctx: Context, sequence: Sequence, form: Form) -> str:
    """What the rows of a form are."""
    rows = _rows(ctx, sequence, form)
    words = {"competencies": "competency", "levels": "level", "grades": "grade"}
    if isinstance(rows, str) and rows in words:
        return ctx.word(sequence, words[rows])
    return ctx.words("form.row" if isinstance(rows, tuple) else "form.number")


def say(ctx: Context, sequence: Sequence, form: Form) -> tuple[str, ...]:
    """What is to be known of the rows."""
    other = _other(ctx, sequence, form)
    parts = [ctx.words("form.rows_of", form=ctx.name(other))] if other else []
    if form.rows == "many":
        parts.append(ctx.words("form.rows_many"))
    return tuple(parts)


def months(ctx: Context, spans: Iterable[str]) -> str:
    """Months and spans of months in a row: 2月、3–8月."""
    return ctx.series(_span(ctx, span) for span in spans)


def _span(ctx: Context, span: str) -> str:
    low, dash, high = span.partition("-")
    if not dash:
        return ctx.words(f"form.month.{low}")
    key = "form.span" if int(low) <= int(high) else "form.span_wrapped"
    return ctx.words(key, low=ctx.words(f"form.month.{low}"), high=ctx.words(f"form.month.{high}"))


def _competencies(ctx: Context, sequence: Sequence, sensitive: bool, left_out: list[str]) -> Iterable[FormSubject]:
    for above, group in sequence.groups():
        for member in ctx.members(sequence, group):
            owner, competency = member
            if competency.sensitive and not sensitive:
                left_out.append(ctx.name(competency))
                continue
            page = urls.competency(owner, competency.id)
            yield FormSubject(ctx.name(competency), group_title(ctx, above, group), page, member=member)


def _level(ctx: Context, sequence: Sequence, level: Level) -> FormSubject:
    made = chip(ctx, sequence, level.id)
    return FormSubject(ctx.name(level), address=urls.level(sequence, level.id), chip=made, step=level)


def _grade(ctx: Context, sequence: Sequence, grade: Grade) -> FormSubject:
    return FormSubject(ctx.name(grade), address=urls.grade(sequence, grade.id), step=grade)


def shown(ctx: Context, sequence: Sequence, shows: Shows, subject: FormSubject, at: str) -> tuple[str, Absence | None]:
    """What a column shows of a row, or why it shows nothing."""
    if shows is Shows.POINTS:
        return _points(ctx, sequence, subject, at)
    if subject.member is None:
        return _of_step(ctx, sequence, shows, subject)
    _, competency = subject.member
    if shows in (Shows.DEFINITION, Shows.SHORT):
        keys = ("definition", "short") if shows is Shows.DEFINITION else ("short", "definition")
        text = next((said for key in keys if (said := ctx.marked(competency, key))), "")
        return text, None if text else Absence("empty", ctx.words("competency.no_definition"))
    level, nothing = _asked(ctx, sequence, subject.member, at)
    if shows is Shows.REQUIRED:
        return level_name(ctx, sequence, level) if level else "", nothing
    cell = competency.cell(level)
    text = ctx.marked(cell, "summary") if cell else ""
    return text, nothing or (None if text or not at else Absence("empty", ctx.words("competency.no_summary")))


def _of_step(ctx: Context, sequence: Sequence, shows: Shows, subject: FormSubject) -> tuple[str, Absence | None]:
    step = subject.step
    if step is None:
        return "", None
    if shows is Shows.REQUIRED:
        level = step.level if isinstance(step, Grade) else step.id
        return level_name(ctx, sequence, level) if level and sequence.level(level) else "", None
    return ctx.text(step, "role"), None


def _asked(ctx: Context, sequence: Sequence, member: Member, at: str) -> tuple[str, Absence | None]:
    """The level asked of a competency; where the sheet is for nobody in particular, it is left to be written."""
    if not at or sequence.level(at):
        return at, None
    step = next((one for one in sequence.grades if one.id == at), None) or sequence.positions.get(at)
    if step is None:
        return "", None
    asked = required(sequence, step, member)
    return asked.level or "", absence(ctx, asked.gap) if asked.gap else None


def _points(ctx: Context, sequence: Sequence, subject: FormSubject, at: str) -> tuple[str, Absence | None]:
    ledger = weight_cells(ctx, sequence)
    if ledger is None:
        return "", None
    column = subject.step.id if subject.step else at
    if column not in ledger.columns and ledger.columns != (PLAIN,):
        return "", None
    found = ledger.total(column) if subject.step else ledger.of_member(subject.member, column)
    return (found.text, found.nothing) if found else ("", None)
