"""The rows of a form, and what its columns show of them."""

from collections.abc import Iterable
from dataclasses import dataclass

from levelbook.model.growth import Form, Row, Shows
from levelbook.model.handbook import Sequence
from levelbook.model.points import PLAIN
from levelbook.model.sequence import Grade, Level
from levelbook.plan import addresses, points
from levelbook.plan.desk import Desk, Member
from levelbook.plan.naming import group_title
from levelbook.plan.requirements import required
from levelbook.plan.shared import Chip, Nothing, chip, kind_of_nothing, level_name

EMPTY_ROWS = 5
"""How many rows a form with any number of them has on paper."""


@dataclass(frozen=True)
class Subject:
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
    desk: Desk, sequence: Sequence, form: Form, sensitive: bool = True, left_out: list[str] | None = None
) -> tuple[Subject, ...]:
    """The rows of a form; sensitive competencies are named in `left_out` instead, unless asked for."""
    rows = _rows(desk, sequence, form)
    if isinstance(rows, tuple):
        return tuple(Subject(desk.name(row), months=months(desk, row.months)) for row in rows)
    if rows == "competencies":
        return tuple(_competencies(desk, sequence, sensitive, left_out if left_out is not None else []))
    if rows == "levels":
        return tuple(_level(desk, sequence, one) for one in sequence.levels)
    if rows == "grades":
        return tuple(_grade(desk, sequence, one) for one in sequence.grades)
    n = EMPTY_ROWS if rows == "many" else int(rows) if rows.isdecimal() else 0
    return tuple(Subject(str(number)) for number in range(1, n + 1))


def _rows(desk: Desk, sequence: Sequence, form: Form) -> str | tuple[Row, ...]:
    """The rows as written, also where they are those of another form."""
    other, seen = _other(desk, sequence, form), {form.id}
    while other and other.id not in seen:
        seen.add(other.id)
        form, other = other, _other(desk, sequence, other)
    return form.rows or ""


def _other(desk: Desk, sequence: Sequence, form: Form) -> Form | None:
    plan = sequence.plan or desk.handbook.plan
    return next((one for one in plan.forms if one.id == form.rows), None) if plan else None


def corner(desk: Desk, sequence: Sequence, form: Form) -> str:
    """What the rows of a form are."""
    rows = _rows(desk, sequence, form)
    words = {"competencies": "competency", "levels": "level", "grades": "grade"}
    if isinstance(rows, str) and rows in words:
        return desk.word(sequence, words[rows])
    return desk.words("form.row" if isinstance(rows, tuple) else "form.number")


def say(desk: Desk, sequence: Sequence, form: Form) -> tuple[str, ...]:
    """What is to be known of the rows."""
    other = _other(desk, sequence, form)
    parts = [desk.words("form.rows_of", form=desk.name(other))] if other else []
    if form.rows == "many":
        parts.append(desk.words("form.rows_many"))
    return tuple(parts)


def months(desk: Desk, spans: Iterable[str]) -> str:
    """Months and spans of months in a row: 2月、3–8月."""
    return desk.series(_span(desk, span) for span in spans)


def _span(desk: Desk, span: str) -> str:
    low, dash, high = span.partition("-")
    if not dash:
        return desk.words(f"form.month.{low}")
    key = "form.span" if int(low) <= int(high) else "form.span_wrapped"
    return desk.words(key, low=desk.words(f"form.month.{low}"), high=desk.words(f"form.month.{high}"))


def _competencies(desk: Desk, sequence: Sequence, sensitive: bool, left_out: list[str]) -> Iterable[Subject]:
    for above, group in sequence.groups():
        for member in desk.members(sequence, group):
            owner, competency = member
            if competency.sensitive and not sensitive:
                left_out.append(desk.name(competency))
                continue
            page = addresses.competency(owner, competency.id)
            yield Subject(desk.name(competency), group_title(desk, above, group), page, member=member)


def _level(desk: Desk, sequence: Sequence, level: Level) -> Subject:
    made = chip(desk, sequence, level.id)
    return Subject(desk.name(level), address=addresses.level(sequence, level.id), chip=made, step=level)


def _grade(desk: Desk, sequence: Sequence, grade: Grade) -> Subject:
    return Subject(desk.name(grade), address=addresses.grade(sequence, grade.id), step=grade)


def shown(desk: Desk, sequence: Sequence, shows: Shows, subject: Subject, at: str) -> tuple[str, Nothing | None]:
    """What a column shows of a row, or why it shows nothing."""
    if shows is Shows.POINTS:
        return _points(desk, sequence, subject, at)
    if subject.member is None:
        return _of_step(desk, sequence, shows, subject)
    _, competency = subject.member
    if shows in (Shows.DEFINITION, Shows.SHORT):
        keys = ("definition", "short") if shows is Shows.DEFINITION else ("short", "definition")
        text = next((said for key in keys if (said := desk.marked(competency, key))), "")
        return text, None if text else Nothing("empty", desk.words("competency.no_definition"))
    level, nothing = _asked(desk, sequence, subject.member, at)
    if shows is Shows.REQUIRED:
        return level_name(desk, sequence, level) if level else "", nothing
    cell = competency.cell(level)
    text = desk.marked(cell, "summary") if cell else ""
    return text, nothing or (None if text or not at else Nothing("empty", desk.words("competency.no_summary")))


def _of_step(desk: Desk, sequence: Sequence, shows: Shows, subject: Subject) -> tuple[str, Nothing | None]:
    step = subject.step
    if step is None:
        return "", None
    if shows is Shows.REQUIRED:
        level = step.level if isinstance(step, Grade) else step.id
        return level_name(desk, sequence, level) if level and sequence.level(level) else "", None
    return desk.said(step, "role"), None


def _asked(desk: Desk, sequence: Sequence, member: Member, at: str) -> tuple[str, Nothing | None]:
    """The level asked of a competency; where the sheet is for nobody in particular, it is left to be written."""
    if not at or sequence.level(at):
        return at, None
    step = next((one for one in sequence.grades if one.id == at), None) or sequence.positions.get(at)
    if step is None:
        return "", None
    asked = required(sequence, step, member)
    return asked.level or "", kind_of_nothing(desk, asked.gap) if asked.gap else None


def _points(desk: Desk, sequence: Sequence, subject: Subject, at: str) -> tuple[str, Nothing | None]:
    ledger = points.ledger(desk, sequence)
    if ledger is None:
        return "", None
    column = subject.step.id if subject.step else at
    if column not in ledger.columns and ledger.columns != (PLAIN,):
        return "", None
    found = ledger.total(column) if subject.step else ledger.of_member(subject.member, column)
    return (found.text, found.nothing) if found else ("", None)
