"""A checklist from the data of its page, as scripts read them: what `levelbook score` works out without a page."""

from levelbook.assessment.scoring.answers import Raw
from levelbook.assessment.scoring.checklist import (
    ExamRule,
    ItemKind,
    PublishedChecklist,
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
    return PublishedChecklist(scored_checklist(data), *facts, marks, tuple(data.get("alsoCalled", ())))


def scored_checklist(data: Raw) -> ScoredChecklist:
    """A checklist from the data of its page."""
    return ScoredChecklist(
        target=data["target"],
        scale=data["scale"],
        part_scale=data.get("partScale") or data["scale"],
        scales={id: _scale(id, scale) for id, scale in data["scales"].items()},
        groups=tuple(ScoredGroup(group["id"], group["name"], group.get("parent") or "") for group in data["groups"]),
        items=tuple(_item(item) for item in data["items"]),
        total=rational(data.get("total")),
    )


def _scale(id: str, scale: Raw) -> ScoredScale:
    exam = scale.get("exam")
    ratings = tuple((exact(rating["points"]), rating["name"]) for rating in scale["ratings"])
    return ScoredScale(id, ratings, rational(scale.get("standard")), _exam(exam) if exam else None)


def _exam(exam: Raw) -> ExamRule:
    bands = tuple((exact(band["from"]), exact(band["points"])) for band in exam["bands"])
    return ExamRule(exact(exam["outOf"]), exam["round"] == "half-up", bands)


def wording(item: Raw) -> str:
    """The whole wording of an item: a page does not say the sentences of its parts twice."""
    lines = (line for part in item["parts"] for line in (part.get("lead"), part["text"]) if line)
    sentences = [*lines] if item.get("goesOn") else []
    return "\n".join([*filter(None, [item["text"]]), *sentences])


def _item(item: Raw) -> ScoredItem:
    none = item.get("none")
    return ScoredItem(
        code=item["code"],
        name=item["name"],
        group=item["group"],
        kind=ItemKind(item["kind"]),
        scale=item["scale"],
        standard=rational(item.get("standard")),
        weight=rational(item.get("weight")),
        parts=tuple(ScoredIndicator(part["code"], part.get("negative", False)) for part in item["parts"]),
        subjects=tuple(ScoredSubject(subject["name"], rational(subject["weight"])) for subject in item["subjects"]),
        none=none["text"] if none else "",
        basis=item.get("basis") or "",
        part_basis=item.get("partBasis") or "",
    )
