"""A checklist from the data of its page, as scripts read them: what `levelbook score` works out without a page."""

from levelbook.assessment.scoring.form import (
    ExamRule,
    ItemKind,
    PublishedChecklist,
    Raw,
    ScoredChecklist,
    ScoredGroup,
    ScoredIndicator,
    ScoredItem,
    ScoredScale,
    ScoredSubject,
)
from levelbook.assessment.scoring.rational import exact, rational


def published(data: Raw) -> PublishedChecklist:
    """Everything that a saved assessment is held against."""
    marks = {part["code"]: part["hash"] for item in data["items"] for part in (item, *item["parts"])}
    facts = (data["title"], data["handbook"], data["release"], int(data.get("pick") or 0))
    return PublishedChecklist(sheet(data), *facts, marks)


def sheet(data: Raw) -> ScoredChecklist:
    """A checklist from the data of its page."""
    return ScoredChecklist(
        target=data["target"],
        scale=data["scale"],
        part_scale=data.get("partScale") or data["scale"],
        scales={id: _scale(id, one) for id, one in data["scales"].items()},
        groups=tuple(ScoredGroup(one["id"], one["name"], one.get("parent") or "") for one in data["groups"]),
        items=tuple(_item(one) for one in data["items"]),
        total=rational(data.get("total")),
    )


def _scale(id: str, one: Raw) -> ScoredScale:
    exam = one.get("exam")
    ratings = tuple((exact(rating["points"]), rating["name"]) for rating in one["ratings"])
    return ScoredScale(id, ratings, rational(one.get("standard")), _exam(exam) if exam else None)


def _exam(one: Raw) -> ExamRule:
    bands = tuple((exact(band["from"]), exact(band["points"])) for band in one["bands"])
    return ExamRule(exact(one["outOf"]), one["round"] == "half-up", bands)


def _item(one: Raw) -> ScoredItem:
    none = one.get("none")
    return ScoredItem(
        code=one["code"],
        name=one["name"],
        group=one["group"],
        kind=ItemKind(one["kind"]),
        scale=one["scale"],
        standard=rational(one.get("standard")),
        weight=rational(one.get("weight")),
        parts=tuple(ScoredIndicator(part["code"], bool(part["negative"])) for part in one["parts"]),
        subjects=tuple(ScoredSubject(subject["name"], rational(subject["weight"])) for subject in one["subjects"]),
        none=none["text"] if none else "",
        basis=one.get("basis") or "",
        part_basis=one.get("partBasis") or "",
    )
