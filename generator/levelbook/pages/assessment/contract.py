"""What scripts and the command line read of a checklist: one mapping of plain values, figures as texts."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from levelbook.assessment import basis
from levelbook.assessment.checklists import Checklist, ChecklistGroup
from levelbook.assessment.item import NONE, RATING, ChecklistItem, RatedIndicator
from levelbook.assessment.published import title, why_unrated
from levelbook.assessment.settings import RatingScale
from levelbook.components.forms import rows as form_rows
from levelbook.components.forms.rows import FormSubject
from levelbook.localized.names import weight_unit
from levelbook.model.growth import Shows
from levelbook.model.handbook import Sequence
from levelbook.pages.assessment.actions import actions
from levelbook.pages.assessment.plan import plan
from levelbook.pages.assessment.retired import gone
from levelbook.site import urls
from levelbook.site.context import Context
from levelbook.site.sitemap import PageKind

FORMAT = 1
"""The shape of these data."""


def words_script(ctx: Context) -> str:
    """What scripts say, as a script of its own, since it is the same on all these pages."""
    said = json.dumps(ctx.words.section("assess"), ensure_ascii=False, separators=(",", ":"))
    return f"window.levelbookWords = {said};\n"


def data(ctx: Context, sequence: Sequence, made: Checklist) -> dict[str, Any]:
    """Everything about a checklist that can be filled in."""
    how, goal = made.settings, made.target
    here = urls.checklist(sequence, goal.key)
    plan_data = plan(ctx, sequence)
    shown = tuple(dict.fromkeys(_shown(field for form in plan_data["forms"] for field in form["fields"])))
    return {
        "format": FORMAT,
        "handbook": ctx.name_of_handbook(),
        "release": ctx.version(),
        "language": ctx.language,
        "target": goal.code(sequence),
        "kind": goal.kind,
        "sequence": {
            "code": sequence.code,
            "name": ctx.sequence_name(sequence),
            "href": urls.relative(here, urls.sequence(sequence)),
        },
        "step": goal.name,
        **_scored(ctx, sequence, made),
        "pick": how.pick,
        "against": how.against,
        "items": [_item(ctx, sequence, made, one, here, shown) for one in made.items],
        "sensitive": len(made.left_out("sensitive")),
        "notRequired": list(made.left_out("not_required")),
        "unlisted": list(made.left_out("unlisted")),
        "gone": gone(ctx, sequence, goal),
        "actions": actions(ctx, sequence, made),
        "plan": {**plan_data, "href": _process(ctx, sequence, here, plan_data)},
    }


def outline(ctx: Context, sequence: Sequence, made: Checklist, here: str) -> dict[str, Any]:
    """As much of a checklist as is needed to lay filled-in ones side by side: no wording, no plan."""
    return {
        **_scored(ctx, sequence, made),
        "href": urls.relative(here, urls.checklist(sequence, made.target.key)),
        "items": [_short(_item(ctx, sequence, made, one, here, ())) for one in made.items],
    }


def _scored(ctx: Context, sequence: Sequence, made: Checklist) -> dict[str, Any]:
    """By which name, unit, scales and groups a checklist is scored."""
    how = made.settings
    return {
        "title": title(ctx, sequence, made),
        "unit": how.by.value,
        "modes": list(made.modes),
        "scale": how.ruler.id if how.ruler else "",
        "partScale": how.parts.id if how.parts else "",
        "scales": {one.id: _scale(one) for one in (how.ruler, how.parts) if one},
        "groups": [_group(one) for one in made.groups],
        "total": made.total or None,
        "weightUnit": weight_unit(ctx, made.weights) if made.weights else "",
    }


def _scale(one: RatingScale) -> dict[str, Any]:
    return {**one.data, "hash": basis.of_scale(one)}


def _short(item: dict[str, Any]) -> dict[str, Any]:
    parts = [{"code": one["code"], "negative": one["negative"]} for one in item["parts"]]
    return {key: value for key, value in item.items() if key not in ("text", "hash", "href", "parts")} | {
        "parts": parts
    }


def _group(one: ChecklistGroup) -> dict[str, Any]:
    return {"id": one.id, "name": one.name, "parent": one.parent, "weight": one.weight or None}


def _item(
    ctx: Context, sequence: Sequence, made: Checklist, one: ChecklistItem, here: str, shown: Iterable[Shows]
) -> dict[str, Any]:
    subject = FormSubject(one.name, member=one.member)
    said = {key.value: str(form_rows.content(ctx, sequence, key, subject, made.target.key)[0]) for key in shown}
    return {
        "code": one.code,
        "number": one.number,
        "name": one.name,
        "group": one.group,
        "kind": one.kind,
        "scale": made.settings.ruler.id if made.settings.ruler else "",
        "standard": one.standard or None,
        "text": one.text,
        "hash": one.mark if one.kind != NONE else "",
        "basis": basis.of_item(made.settings, one),
        "partBasis": basis.of_parts(made.settings, one),
        "weight": one.weight or None,
        "href": urls.relative(here, urls.competency(one.member[0], one.member[1].id)),
        "parts": [_part(part) for part in one.parts] if one.kind == RATING else [],
        "subjects": [{"name": paper.name, "weight": paper.weight or None} for paper in one.papers],
        "none": {"kind": one.none.kind, "text": why_unrated(ctx, one)} if one.none else None,
        **({"shows": said} if said else {}),
    }


def _part(part: RatedIndicator) -> dict[str, Any]:
    return {"code": part.code, "text": part.text, "hash": part.mark, "negative": part.negative}


def _process(ctx: Context, sequence: Sequence, here: str, plan_data: dict[str, Any]) -> str:
    """Where the process of the plan is told, with its forms for paper."""
    if plan_data["ours"] or not ctx.sitemap.has(PageKind.PROCESS, sequence):
        return ""
    return urls.relative(here, urls.process(sequence))


def _shown(fields: Iterable[dict[str, Any]]) -> Iterator[Shows]:
    """What fields of the plan show of a competency."""
    for field in fields:
        if field["shows"]:
            yield Shows(field["shows"])
        yield from _shown(field["fields"])
