"""The plan that an assessment ends in: the process and its forms as data, or a simple one of ours."""

from collections.abc import Iterable, Iterator
from typing import Any

from levelbook.components.calendar import ends
from levelbook.components.forms import fields as form_fields
from levelbook.model.base import Entry
from levelbook.model.growth import Form, FormField, Phase, Plan, Row
from levelbook.model.handbook import Sequence
from levelbook.site.context import Context


def plan(ctx: Context, sequence: Sequence) -> dict[str, Any]:
    """The sequence's own plan, that of the handbook, or a simple one of ours where neither develops anybody."""
    for found in (sequence.plan, ctx.handbook.plan):
        if found and _develops(found):
            name = ctx.text(found, "name") or ctx.words("check.plan")
            return _data(ctx, sequence, found, name, ours=False)
    simple = _simple(ctx)
    return _data(ctx, sequence, simple, ctx.words("check.plan"), ours=True)


def _develops(found: Plan) -> bool:
    """Whether a plan is about development: it has phases, or a field that is filled from the handbook."""
    return bool(found.phases) or any(field.fill for form in found.forms for field in _fields(form.fields))


def _fields(fields: Iterable[FormField]) -> Iterator[FormField]:
    for one in fields:
        yield one
        yield from _fields(one.fields)


def _data(ctx: Context, sequence: Sequence, found: Plan, name: str, ours: bool) -> dict[str, Any]:
    return {
        "name": name,
        "ours": ours,
        "roles": [{"id": one.id, "name": ctx.name(one)} for one in found.roles],
        "phases": [_phase(ctx, one) for one in found.phases],
        "forms": [_form(ctx, sequence, one) for one in found.forms],
    }


def _phase(ctx: Context, one: Phase) -> dict[str, Any]:
    steps = [text for entry in one.steps for text in _steps(ctx, entry)]
    return {"id": one.id, "name": ctx.name(one), "months": _months(one), "steps": steps, "forms": list(one.forms)}


def _steps(ctx: Context, entry: Entry) -> Iterator[str]:
    """A step in words, and the steps in it."""
    said = (ctx.text(entry, key) for key in ("name", "text"))
    text = ctx.words("join.gap").join(part for part in said if part)
    yield from (part for part in (text,) if part)
    for inner in entry.items:
        yield from _steps(ctx, inner)


def _months(one: Phase | Row) -> list[list[int]]:
    return [list(ends(span)) for span in one.months]


def _form(ctx: Context, sequence: Sequence, form: Form) -> dict[str, Any]:
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


def _rows(ctx: Context, sequence: Sequence, form: Form) -> tuple[str, list[dict[str, Any]]]:
    """What the rows of a form are; those that are printed ready are listed."""
    if form.rows is None:
        return "one", []
    if isinstance(form.rows, tuple):
        return "list", [{"id": one.id, "name": ctx.name(one), "months": _months(one)} for one in form.rows]
    if form.rows in ("levels", "grades"):
        steps = sequence.levels if form.rows == "levels" else sequence.grades
        return "list", [{"id": one.id, "name": ctx.name(one), "months": []} for one in steps]
    ready = form.rows in ("many", "competencies") or form.rows.isdecimal()
    return form.rows if ready else f"form:{form.rows}", []


def _columns(ctx: Context, sequence: Sequence, fields: Iterable[FormField]) -> list[dict[str, Any]]:
    """The fields, but those that are left out unless asked for, and merged heads with nothing under them."""
    made = (_field(ctx, sequence, one) for one in fields if not one.sensitive)
    return [one for one in made if one["input"] != "group" or one["fields"]]


def _field(ctx: Context, sequence: Sequence, one: FormField) -> dict[str, Any]:
    head = bool(one.fields)
    return {
        "id": one.id,
        "name": ctx.name(one),
        "help": ctx.text(one, "help"),
        "input": "group" if head else form_fields.kind(one),
        "choices": [] if head else list(form_fields.choices(ctx, sequence, one)),
        "more": one.open_ended,
        "default": ctx.text(one, "default"),
        "fill": one.fill.value if one.fill else "",
        "shows": one.shows.value if one.shows else "",
        "by": one.by or "",
        "fields": _columns(ctx, sequence, one.fields),
    }


def _simple(ctx: Context) -> Plan:
    """A plan of ours: what to do, by when, with whose help; what came of it; what both say; signatures."""
    w = ctx.words.section("check.own_plan")
    text = {"input": "text"}
    signed = [{"id": key, "name": w[f"row_{key}"]} for key in ("agreed", "reviewed")]
    by = [
        {"id": f"{role}-{part}", "name": w[f"{role}_{part}"], "input": kind, "by": role}
        for role in ("employee", "manager")
        for part, kind in (("signature", "signature"), ("date", "date"))
    ]
    todo = [("competency", {**text, "fill": "competency"}), ("measure", {**text, "fill": "action"})]
    todo += [("due", {"input": "date"}), ("support", text)]
    done = [("done", text), ("done-on", {"input": "date"}), ("effect", text)]
    said = [("own", {**text, "by": "employee"}), ("managers", {**text, "by": "manager"})]
    forms = [
        _own(w, "measures", "many", todo),
        _own(w, "record", "measures", done),
        _own(w, "evaluation", None, said),
        {"id": "signatures", "name": w["signatures"], "rows": signed, "fields": by},
    ]
    roles = [{"id": key, "name": w[key]} for key in ("employee", "manager")]
    return Plan.model_validate({"roles": roles, "forms": forms})


def _own(words: dict[str, str], key: str, rows: str | None, fields: list[tuple[str, dict[str, str]]]) -> dict[str, Any]:
    named = [{"id": one, "name": words[one.replace("-", "_")], **more} for one, more in fields]
    said = {"help": words[f"{key}_help"]} if f"{key}_help" in words else {}
    return {"id": key, "name": words[key], "rows": rows, "fields": named, **said}
