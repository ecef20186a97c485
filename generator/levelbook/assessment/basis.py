"""What the figure of an answer rests on besides the wording, as marks: page, command and file compare them.

An answer of 5 means what it meant only as long as the scale, its standard and, for an exam, the bands and weights are
what they were. All that is put into one short mark, which the page notes with every answer; where the mark of today
differs, `scoring.basis` keeps the answer out of every sum until somebody has looked at it.

So marks must change whenever a figure could, and must not change without need, for every change asks all users to
look again. Whatever goes into one is therefore chosen value by value, and order and spelling are part of it: another
key, a figure written `5.0` instead of `5`, or a translated word would invalidate every saved assessment. Like the
marks of wordings they are taken from the words of the source's language. The mark of a basis holds what moves a
figure; that of a scale also what its ratings are called.
"""

import json
from typing import Any

from levelbook.assessment.item import ChecklistItem
from levelbook.assessment.scoring.checklist import ItemKind
from levelbook.assessment.settings import RatingScale, Settings
from levelbook.text.wording import fingerprint


def of_scale(scale: RatingScale) -> str:
    """The mark of a scale with all that is said in it."""
    data = scale.data
    return _mark(scale.id, scale.source_name, data["standard"], _points(scale), scale.source_ratings, data["exam"])


def of_item(settings: Settings, item: ChecklistItem) -> str:
    """The mark of what the figure of an item rests on; nothing where there is none."""
    if item.kind is ItemKind.CONDITION:
        return _mark(ItemKind.CONDITION)
    if item.kind is ItemKind.NONE or settings.scale is None:
        return ""
    values = (item.kind, item.standard, _points(settings.scale))
    if item.kind is not ItemKind.EXAM:
        return _mark(*values)
    return _mark(*values, settings.scale.data["exam"], [paper.weight for paper in item.papers])


def of_parts(settings: Settings, item: ChecklistItem) -> str:
    """The mark of what the figures of an item's indicators rest on; negative ones say so themselves."""
    if not item.indicators or settings.scale is None or settings.indicator_scale is None:
        return ""
    scale, indicator_scale = settings.scale, settings.indicator_scale
    return _mark(item.standard, _points(scale), indicator_scale.standard, _points(indicator_scale))


def _points(scale: RatingScale) -> list[str]:
    return [rating.points for rating in scale.ratings]


def _mark(*values: Any) -> str:
    return fingerprint(json.dumps(values, ensure_ascii=False))
