"""The rows of a form, and what its columns show of them.

A form either names its rows, or says what they are (`competencies`, `levels`, `grades`), or how many are left empty,
or takes the rows of another form by its id. That other form may again take them from another; forms that point at
each other in a circle have no rows rather than hang the build.

What a column shows of a row depends on for whom the sheet is: `step_id` is the level, grade or position whose
demands and points are printed. A sheet for nobody in particular shows what is the same for everybody and leaves the
rest to be written. That is not an absence, so it stands there empty and without a reason.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from levelbook.components.level_chips import Chip, chip
from levelbook.components.weights.cells import weight_cells
from levelbook.localized.absence import Absence, absence, undefined
from levelbook.localized.names import group_title, level_name
from levelbook.model.growth import Form, Row, Shows
from levelbook.model.handbook import Sequence
from levelbook.model.sequence import Grade, Level
from levelbook.model.weight_sums import PLAIN
from levelbook.queries.index import Member
from levelbook.queries.process import plan_of
from levelbook.queries.requirements import required
from levelbook.site import urls
from levelbook.site.context import Context

EMPTY_ROWS = 5
"""How many rows a form with any number of them has on paper."""


@dataclass(frozen=True)
class FormSubject:
    """What a row of a form is about."""

    name: str
    """What people read; a number where rows are left empty."""
    group: str = ""
    """The title of the group in which it stands."""
    address: str = ""
    chip: Chip | None = None
    """Of a level."""
    months: str = ""
    """When the row is filled in."""
    member: Member | None = None
    """Of a competency."""
    step: Level | Grade | None = None
    """Of a level or grade."""


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
        return tuple(_level(ctx, sequence, level) for level in sequence.levels)
    if rows == "grades":
        return tuple(_grade(ctx, sequence, grade) for grade in sequence.grades)
    n = EMPTY_ROWS if rows == "many" else int(rows) if rows.isdecimal() else 0
    return tuple(FormSubject(str(number)) for number in range(1, n + 1))


def _rows(ctx: Context, sequence: Sequence, form: Form) -> str | tuple[Row, ...]:
    """The rows as written, also where they are those of another form."""
    other, seen = _form_with_the_rows(ctx, sequence, form), {form.id}
    while other and other.id not in seen:
        seen.add(other.id)
        form, other = other, _form_with_the_rows(ctx, sequence, other)
    return form.rows or ""


def _form_with_the_rows(ctx: Context, sequence: Sequence, form: Form) -> Form | None:
    """The form whose rows a form takes; none where it has its own."""
    plan = plan_of(ctx.handbook, sequence)
    return next((other for other in plan.forms if other.id == form.rows), None) if plan else None


def corner(ctx: Context, sequence: Sequence, form: Form) -> str:
    """What stands over the column of rows: what they are."""
    rows = _rows(ctx, sequence, form)
    words = {"competencies": "competency", "levels": "level", "grades": "grade"}
    if isinstance(rows, str) and rows in words:
        return ctx.word(sequence, words[rows])
    return ctx.words("form.row" if isinstance(rows, tuple) else "form.number")


def notes(ctx: Context, sequence: Sequence, form: Form) -> tuple[str, ...]:
    """What is to be known of the rows: from which form they are, and that more may be added."""
    other = _form_with_the_rows(ctx, sequence, form)
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
    address = urls.level(sequence, level.id)
    return FormSubject(ctx.name(level), address=address, chip=chip(ctx, sequence, level.id), step=level)


def _grade(ctx: Context, sequence: Sequence, grade: Grade) -> FormSubject:
    return FormSubject(ctx.name(grade), address=urls.grade(sequence, grade.id), step=grade)


Content = tuple[str, Absence | None]
"""What a column shows of a row, and why it shows nothing; neither where there is something to write."""


def content(ctx: Context, sequence: Sequence, shows: Shows, subject: FormSubject, step_id: str) -> Content:
    """What a column shows of a row on the sheet for a level, grade or position."""
    if shows is Shows.POINTS:
        return _points(ctx, sequence, subject, step_id)
    if subject.member:
        return _of_competency(ctx, sequence, shows, subject.member, step_id)
    return (_of_step(ctx, sequence, shows, subject.step) if subject.step else ""), None


def _of_competency(ctx: Context, sequence: Sequence, shows: Shows, member: Member, step_id: str) -> Content:
    _, competency = member
    if shows in (Shows.DEFINITION, Shows.SHORT):
        return _definition(ctx, member, shows)
    level, nothing = _asked(ctx, sequence, member, step_id)
    if shows is Shows.REQUIRED:
        return level_name(ctx, sequence, level) if level else "", nothing
    cell = competency.cell(level)
    text = ctx.marked(cell, "summary") if cell else ""
    return text, nothing or (None if text or not step_id else Absence("empty", ctx.words("competency.no_summary")))


def _definition(ctx: Context, member: Member, shows: Shows) -> Content:
    """The long or the short definition, or the other where there is only that."""
    keys = ("definition", "short") if shows is Shows.DEFINITION else ("short", "definition")
    text = next((text for key in keys if (text := ctx.marked(member[1], key))), "")
    return text, None if text else undefined(ctx, member[0])


def _of_step(ctx: Context, sequence: Sequence, shows: Shows, step: Level | Grade) -> str:
    if shows is not Shows.REQUIRED:
        return ctx.text(step, "role")
    level = step.level if isinstance(step, Grade) else step.id
    return level_name(ctx, sequence, level) if level and sequence.level(level) else ""


def _asked(ctx: Context, sequence: Sequence, member: Member, step_id: str) -> Content:
    """The level asked of a competency; where the sheet is for nobody in particular, it is left to be written."""
    if not step_id or sequence.level(step_id):
        return step_id, None
    grade = next((grade for grade in sequence.grades if grade.id == step_id), None)
    step = grade or sequence.positions.get(step_id)
    if step is None:
        return "", None
    asked = required(sequence, step, member)
    return asked.level or "", absence(ctx, sequence, asked.gap) if asked.gap else None


def _points(ctx: Context, sequence: Sequence, subject: FormSubject, step_id: str) -> Content:
    """The points of a competency on the sheet's step, or of a step in all."""
    weights = weight_cells(ctx, sequence)
    column = subject.step.id if subject.step else step_id
    if weights is None or (column not in weights.columns and weights.columns != (PLAIN,)):
        return "", None
    points = weights.total(column) if subject.step else weights.of_member(subject.member, column)
    return (points.text, points.nothing) if points else ("", None)
