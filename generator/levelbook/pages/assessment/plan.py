"""The plan that an assessment ends in: the process and its forms as data, or a simple one of ours."""

from collections.abc import Iterable, Iterator
from typing import Any

from levelbook.components.calendar import ends
from levelbook.components.forms import fields as form_fields
from levelbook.model.base import Entry
from levelbook.model.growth import Form, FormField, Phase, Plan, Row
from levelbook.model.handbook import Sequence
from levelbook.pages.assessment.plan_data import FieldData, FormData, PhaseData, PlanForms, RowData
from levelbook.site.context import Context


def plan(ctx: Context, sequence: Sequence) -> PlanForms:
    """The sequence's own plan, that of the handbook, or a simple one of ours where neither develops anybody."""
    for candidate in (sequence.plan, ctx.handbook.plan):
        if candidate and _develops(candidate):
            name = ctx.text(candidate, "name") or ctx.words("check.plan")
            return _data(ctx, sequence, candidate, name, ours=False)
    return _data(ctx, sequence, _simple_plan(ctx, sequence), ctx.words("check.plan"), ours=True)


def _develops(plan: Plan) -> bool:
    """Whether a plan is about development: it has phases, or a field that is filled from the handbook."""
    return bool(plan.phases) or any(field.fill for form in plan.forms for field in _fields(form.fields))


def _fields(fields: Iterable[FormField]) -> Iterator[FormField]:
    for field in fields:
        yield field
        yield from _fields(field.fields)


def _data(ctx: Context, sequence: Sequence, plan: Plan, name: str, ours: bool) -> PlanForms:
    return {
        "name": name,
        "ours": ours,
        "roles": [{"id": role.id, "name": ctx.name(role)} for role in plan.roles],
        "phases": [_phase(ctx, phase) for phase in plan.phases],
        "forms": [_form(ctx, sequence, form) for form in plan.forms],
    }


def _phase(ctx: Context, phase: Phase) -> PhaseData:
    return {
        "id": phase.id,
        "name": ctx.name(phase),
        "months": _months(phase),
        "steps": [text for entry in phase.steps for text in _steps(ctx, entry)],
        "forms": list(phase.forms),
    }


def _steps(ctx: Context, entry: Entry) -> Iterator[str]:
    """A step in words, and the steps in it."""
    parts = (ctx.text(entry, key) for key in ("name", "text"))
    text = ctx.words("join.gap").join(part for part in parts if part)
    if text:
        yield text
    for inner in entry.items:
        yield from _steps(ctx, inner)


def _months(timed: Phase | Row) -> list[list[int]]:
    return [list(ends(span)) for span in timed.months]


def _form(ctx: Context, sequence: Sequence, form: Form) -> FormData:
    rows, listed = _rows(ctx, sequence, form)
    return {
        "id": form.id,
        "number": ctx.text(form, "number"),
        "name": ctx.name(form),
        "help": ctx.text(form, "help"),
        "rows": rows,
        "list": listed,
        "fields": _columns(ctx, sequence, form.fields),
    }


def _rows(ctx: Context, sequence: Sequence, form: Form) -> tuple[str, list[RowData]]:
    """What the rows of a form are; those that are printed ready are listed."""
    if form.rows is None:
        return "one", []
    if isinstance(form.rows, tuple):
        return "list", [{"id": row.id, "name": ctx.name(row), "months": _months(row)} for row in form.rows]
    if form.rows in ("levels", "grades"):
        steps = sequence.levels if form.rows == "levels" else sequence.grades
        return "list", [{"id": step.id, "name": ctx.name(step), "months": []} for step in steps]
    ready = form.rows in ("many", "competencies") or form.rows.isdecimal()
    return form.rows if ready else f"form:{form.rows}", []


def _columns(ctx: Context, sequence: Sequence, fields: Iterable[FormField]) -> list[FieldData]:
    """The fields, but those that are left out unless asked for, and merged heads with nothing under them."""
    columns = (_field(ctx, sequence, field) for field in fields if not field.sensitive)
    return [column for column in columns if column["input"] != "group" or column["fields"]]


def _field(ctx: Context, sequence: Sequence, field: FormField) -> FieldData:
    head = bool(field.fields)
    return {
        "id": field.id,
        "name": ctx.name(field),
        "help": ctx.text(field, "help"),
        "input": "group" if head else form_fields.kind(field),
        "choices": [] if head else list(form_fields.choices(ctx, sequence, field)),
        "more": field.open_ended,
        "default": ctx.text(field, "default"),
        "fill": field.fill or "",
        "shows": field.shows or "",
        "by": field.by or "",
        "fields": _columns(ctx, sequence, field.fields),
    }


def _simple_plan(ctx: Context, sequence: Sequence) -> Plan:
    """A plan of ours: what to do, by when, with whose help; what came of it; what both say; signatures."""
    words = ctx.words_of(sequence).section("check.own_plan")
    text = {"input": "text"}
    signatures = [{"id": key, "name": words[f"row_{key}"]} for key in ("agreed", "reviewed")]
    signers = [
        {"id": f"{role}-{part}", "name": words[f"{role}_{part}"], "input": kind, "by": role}
        for role in ("employee", "manager")
        for part, kind in (("signature", "signature"), ("date", "date"))
    ]
    measures = [("competency", {**text, "fill": "competency"}), ("measure", {**text, "fill": "action"})]
    measures += [("due", {"input": "date"}), ("support", text)]
    record = [("done", text), ("done-on", {"input": "date"}), ("effect", text)]
    evaluation = [("own", {**text, "by": "employee"}), ("managers", {**text, "by": "manager"})]
    forms = [
        _own_form(words, "measures", "many", measures),
        _own_form(words, "record", "measures", record),
        _own_form(words, "evaluation", None, evaluation),
        {"id": "signatures", "name": words["signatures"], "rows": signatures, "fields": signers},
    ]
    roles = [{"id": key, "name": words[key]} for key in ("employee", "manager")]
    return Plan.model_validate({"roles": roles, "forms": forms})


def _own_form(
    words: dict[str, str], key: str, rows: str | None, fields: list[tuple[str, dict[str, str]]]
) -> dict[str, Any]:
    named = [{"id": id, "name": words[id.replace("-", "_")], **more} for id, more in fields]
    help = {"help": words[f"{key}_help"]} if f"{key}_help" in words else {}
    return {"id": key, "name": words[key], "rows": rows, "fields": named, **help}
