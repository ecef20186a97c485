"""What the page's scripts read of a checklist: one mapping of plain values, written into the page as JSON.

This is the contract between Python and JavaScript, and the only way by which the scripts of assessments learn of the
handbook. `page_data` says key by key what it is.

`hash` is the mark of a wording; `basis` and `partBasis` are the marks of what figures rest on (`assessment.wording`,
`assessment.basis`). Saved assessments hold all three, so a change in how they are made reaches files that people have
kept for years. A key may be added freely; one that is renamed, dropped or given another meaning needs the scripts
changed with it, and a new `FORMAT`. What `levelbook score` works out without a page has to say the same:
tests/assessment/test_published holds `assessment.published` to this module.
"""

from collections.abc import Iterable, Iterator, Set
from typing import Final

from levelbook.assessment import basis
from levelbook.assessment.checklists import Checklist, ChecklistGroup
from levelbook.assessment.item import ChecklistItem, RatedIndicator
from levelbook.assessment.published import names_in_other_languages, title, why_unrated
from levelbook.assessment.scoring.checklist import ItemKind
from levelbook.assessment.settings import RatingScale
from levelbook.components.forms import rows as form_rows
from levelbook.components.forms.rows import FormSubject
from levelbook.localized.names import weight_unit
from levelbook.model.growth import Shows
from levelbook.model.handbook import Sequence
from levelbook.pages.assessment.actions import actions
from levelbook.pages.assessment.borrowed import borrowed
from levelbook.pages.assessment.page_data import (
    BareOutline,
    ChecklistData,
    ChecklistPageData,
    ChecklistScale,
    GroupData,
    HandbookFacts,
    ItemData,
    OutlineData,
    OutlinedItem,
    PartData,
    PartOutline,
    ScoringData,
)
from levelbook.pages.assessment.plan import plan
from levelbook.pages.assessment.plan_data import FieldData, PlanForms
from levelbook.pages.assessment.retired import retired_entries, wholes
from levelbook.site import urls
from levelbook.site.context import Context
from levelbook.site.sitemap import PageKind

FORMAT: Final = 1
"""The shape of these data."""


def checklist_data(ctx: Context, sequence: Sequence, checklist: Checklist) -> ChecklistData:
    """Everything about a checklist that can be filled in."""
    settings, target = checklist.settings, checklist.target
    here = urls.checklist(sequence, target.key)
    plan_data = plan(ctx, sequence)
    own_actions = actions(ctx, sequence, checklist)
    shows = tuple(dict.fromkeys(_shows(field for form in plan_data["forms"] for field in form["fields"])))
    return {
        **handbook_facts(ctx),
        "target": target.code(sequence),
        "kind": target.kind,
        "sequence": {
            "code": sequence.code,
            "name": ctx.sequence_name(sequence),
            "href": urls.relative(here, urls.sequence(sequence)),
        },
        "step": target.name,
        **_scoring(ctx, sequence, checklist),
        "pick": settings.pick,
        "against": settings.against,
        "items": [_item(ctx, sequence, checklist, item, here, shows) for item in checklist.items],
        "sensitive": len(checklist.left_out("sensitive")),
        "notRequired": list(checklist.left_out("not_required")),
        "unlisted": list(checklist.left_out("unlisted")),
        "gone": retired_entries(ctx, sequence, target),
        "actions": own_actions,
        "borrowed": borrowed(ctx, sequence, checklist, own_actions),
        "plan": {**plan_data, "href": _process(ctx, sequence, here, plan_data)},
    }


def on_page(data: ChecklistData, lines: Set[str]) -> tuple[ChecklistPageData, dict[str, ItemData]]:
    """The same as it stands on the page: as a whole, and of each item that has a field in the form, by its code.

    The form says the same sentences: what lines say of parts, by their codes, is read there, and what parts say of
    wholes is worked out (`frontend/src/assessment/form/lines.ts`).
    """
    fields: dict[str, ItemData] = {
        item["code"]: {**item, "parts": [part for part in item["parts"] if part["code"] not in lines]}
        for item in data["items"]
        if item["kind"] is not ItemKind.NONE
    }
    told_apart = wholes(data["items"])
    whole: ChecklistPageData = {
        **data,
        "gone": {code: entry for code, entry in data["gone"].items() if entry != told_apart.get(code)},
        "items": [item["code"] if item["code"] in fields else item for item in data["items"]],
    }
    return whole, fields


def handbook_facts(ctx: Context) -> HandbookFacts:
    """What scripts need to know of the handbook."""
    name, shown = ctx.handbook.head.name, ctx.name_of_handbook()
    facts: HandbookFacts = {"format": FORMAT, "handbook": name, "release": ctx.version(), "language": ctx.language}
    others = names_in_other_languages(ctx.handbook.head)
    if others:
        facts["alsoCalled"] = list(others)
    if shown != name:
        facts["shownAs"] = shown
    return facts


def bare_outline(ctx: Context, sequence: Sequence, checklist: Checklist) -> BareOutline:
    """As much of a checklist as is needed to lay filled-in ones side by side: no wording, no plan."""
    items = (_item(ctx, sequence, checklist, item, "", ()) for item in checklist.items)
    return {**_scoring(ctx, sequence, checklist), "items": [_outlined(item) for item in items]}


def outline(ctx: Context, sequence: Sequence, checklist: Checklist, here: str) -> OutlineData:
    """An outline for the page of the team, with where its checklist and its matrix stand, as seen from a page."""
    has_matrix = ctx.sitemap.has(PageKind.MATRIX, sequence)
    return {
        **bare_outline(ctx, sequence, checklist),
        "href": urls.relative(here, urls.checklist(sequence, checklist.target.key)),
        "matrix": urls.relative(here, urls.matrix(sequence)) if has_matrix else "",
    }


def _scoring(ctx: Context, sequence: Sequence, checklist: Checklist) -> ScoringData:
    """By which name, unit, scales and groups a checklist is scored."""
    scale, indicator_scale = checklist.settings.scale, checklist.settings.indicator_scale
    former = checklist.target.former_codes(sequence)
    data: ScoringData = {
        "title": title(ctx, sequence, checklist),
        "unit": checklist.settings.by,
        "modes": list(checklist.modes),
        "scale": scale.id if scale else "",
        "partScale": indicator_scale.id if indicator_scale else "",
        "scales": {used.id: _scale(used) for used in (scale, indicator_scale) if used},
        "groups": [_group(group) for group in checklist.groups],
        "total": checklist.total or None,
        "weightUnit": weight_unit(ctx, checklist.weights) if checklist.weights else "",
    }
    if former:
        data["formerTargets"] = list(former)
    return data


def _scale(scale: RatingScale) -> ChecklistScale:
    return {**scale.data, "hash": basis.of_scale(scale)}


def _outlined(item: ItemData) -> OutlinedItem:
    return {
        "code": item["code"],
        "number": item["number"],
        "name": item["name"],
        "group": item["group"],
        "kind": item["kind"],
        "scale": item["scale"],
        "standard": item["standard"],
        "basis": item["basis"],
        "partBasis": item["partBasis"],
        "weight": item["weight"],
        "subjects": item["subjects"],
        "none": item["none"],
        "parts": [_part_outline(part) for part in item["parts"]],
    }


def _group(group: ChecklistGroup) -> GroupData:
    return {"id": group.id, "name": group.name, "parent": group.parent, "weight": group.weight or None}


def _item(
    ctx: Context, sequence: Sequence, checklist: Checklist, item: ChecklistItem, here: str, shows: Iterable[Shows]
) -> ItemData:
    subject = FormSubject(item.name, member=item.member)
    texts = {key: str(form_rows.content(ctx, sequence, key, subject, checklist.target.key)[0]) for key in shows}
    text, goes_on = _unrepeated(item)
    data: ItemData = {
        "code": item.code,
        "number": item.number,
        "name": item.name,
        "group": item.group,
        "kind": item.kind,
        "scale": checklist.settings.scale.id if checklist.settings.scale else "",
        "standard": item.standard or None,
        "text": text,
        "hash": item.mark if item.kind is not ItemKind.NONE else "",
        "basis": basis.of_item(checklist.settings, item),
        "partBasis": basis.of_parts(checklist.settings, item),
        "weight": item.weight or None,
        "href": urls.relative(here, urls.competency(item.member[0], item.member[1].id)),
        "parts": [_part(part) for part in item.indicators],
        "subjects": [{"name": paper.key, "weight": paper.weight or None} for paper in item.papers],
        "none": {"kind": item.absence.kind, "text": why_unrated(ctx, item)} if item.absence else None,
    }
    if goes_on:
        data["goesOn"] = True
    if texts:
        data["shows"] = texts
    return data


def _unrepeated(item: ChecklistItem) -> tuple[str, bool]:
    """The wording up to the sentences of its parts, and whether they follow; else the whole."""
    sentences = [text for part in item.indicators for text in (part.lead, part.text) if text]
    lead = item.text.removesuffix("\n".join(sentences)).removesuffix("\n")
    goes_on = bool(sentences) and "\n".join([*filter(None, [lead]), *sentences]) == item.text
    return lead if goes_on else item.text, goes_on


def _part(part: RatedIndicator) -> PartData:
    data: PartData = {"code": part.code, "text": part.text, "hash": part.mark}
    if part.lead:
        data["lead"] = part.lead
    if part.negative:
        data["negative"] = True
    return data


def _part_outline(part: PartData) -> PartOutline:
    outlined: PartOutline = {"code": part["code"]}
    if part.get("negative"):
        outlined["negative"] = True
    return outlined


def _process(ctx: Context, sequence: Sequence, here: str, plan_data: PlanForms) -> str:
    """Where the process of the plan is told, with its forms for paper."""
    if plan_data["ours"] or not ctx.sitemap.has(PageKind.PROCESS, sequence):
        return ""
    return urls.relative(here, urls.process(sequence))


def _shows(fields: Iterable[FieldData]) -> Iterator[Shows]:
    """What fields of the plan show of a competency."""
    for field in fields:
        if field["shows"]:
            yield Shows(field["shows"])
        yield from _shows(field["fields"])
