"""What the figure of an answer rests on besides the wording, as marks: page, command and file compare them.

Like the marks of wordings they are taken from the words of the source's language. The mark of a basis changes with
everything that moves a figure; the mark of a scale also with what its ratings are called.
"""

import json
from typing import Any

from levelbook.assessment.item import CONDITION, EXAM, NONE, ChecklistItem
from levelbook.assessment.settings import RatingScale, Settings
from levelbook.text.wording import fingerprint


def of_scale(ruler: RatingScale) -> str:
    """The mark of a scale with all that is said in it."""
    data = ruler.data
    return _mark(ruler.id, ruler.source, data["standard"], _points(ruler), ruler.sources, data["exam"])


def of_item(how: Settings, one: ChecklistItem) -> str:
    """The mark of what the figure of an item rests on; nothing where there is none."""
    if one.kind == CONDITION:
        return _mark(CONDITION)
    if one.kind == NONE or how.ruler is None:
        return ""
    rests = (one.kind, one.standard, _points(how.ruler))
    if one.kind != EXAM:
        return _mark(*rests)
    return _mark(*rests, how.ruler.data["exam"], [paper.weight for paper in one.papers])


def of_parts(how: Settings, one: ChecklistItem) -> str:
    """The mark of what the figures of an item's indicators rest on; negative ones say so themselves."""
    if not one.parts or how.ruler is None or how.parts is None:
        return ""
    return _mark(one.standard, _points(how.ruler), how.parts.standard, _points(how.parts))


def _points(ruler: RatingScale) -> list[str]:
    return [one.points for one in ruler.notches]


def _mark(*rests: Any) -> str:
    return fingerprint(json.dumps(rests, ensure_ascii=False))
