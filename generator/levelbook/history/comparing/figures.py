"""What becomes of weights, scales, forms, courses and practices that stand in both tables."""

from collections.abc import Iterator
from typing import Any, Final

from levelbook.history.change import TypedChange
from levelbook.history.comparing.comparison import Pair
from levelbook.history.comparing.rules import CompareContext, Rules, prose, simple, up_or_down, without_twins
from levelbook.model.history import ChangeClass


def _standard(_ctx: CompareContext, pair: Pair, key: str) -> Iterator[TypedChange]:
    yield pair.told("scale-standard", up_or_down(pair.old(key), pair.new(key)), key, results=True)


def _ratings(_ctx: CompareContext, pair: Pair, key: str) -> Iterator[TypedChange]:
    old, new = ([rating.get("points") for rating in pair_of or ()] for pair_of in (pair.old(key), pair.new(key)))
    if old != new:
        yield pair.told("scale-ratings", ChangeClass.ASK, key, results=True)
    else:
        yield pair.told("scale-rating-names", ChangeClass.CLARIFIES, key, results=True)


def _exam(_ctx: CompareContext, pair: Pair, key: str) -> Iterator[TypedChange]:
    old, new = pair.old(key) or {}, pair.new(key) or {}
    bands_old, bands_new = _bands(old), _bands(new)
    if bands_old.keys() != bands_new.keys() or any(old.get(one) != new.get(one) for one in ("out_of", "round")):
        yield pair.told("exam", ChangeClass.ASK, key, results=True)
        return
    for points, lowest in bands_new.items():
        if lowest != bands_old[points]:
            change_class = up_or_down(bands_old[points], lowest)
            yield pair.told("exam-band", change_class, f"{key}.{points}", results=True)


def _bands(exam: dict[str, Any]) -> dict[str, str]:
    return {str(band["points"]): str(band["from"]) for band in exam.get("bands", ())}


def _fields(_ctx: CompareContext, pair: Pair, key: str) -> Iterator[TypedChange]:
    old, new = dict(_flat(pair.old(key), "")), dict(_flat(pair.new(key), ""))
    for path in dict.fromkeys((*new, *old)):
        if path not in old or path not in new:
            kind = "form-field-added" if path not in old else "form-field-removed"
            yield pair.told(kind, ChangeClass.CLARIFIES, f"{key}.{path}")
        elif without_twins(old[path]) != without_twins(new[path]):
            yield pair.told("form-field-changed", ChangeClass.CLARIFIES, f"{key}.{path}")
    if [path for path in old if path in new] != [path for path in new if path in old]:
        yield pair.told("form-field-moved", ChangeClass.CLARIFIES, key)


def _flat(fields: Any, above: str) -> Iterator[tuple[str, Any]]:
    """All fields by the ids that lead to them, each without those in it."""
    for field in fields or ():
        path = f"{above}{field['id']}"
        yield path, {key: value for key, value in field.items() if key != "fields"}
        yield from _flat(field.get("fields"), f"{path}/")


WEIGHT: Final[Rules] = {
    "of": simple("weight", results=True),
    "points": simple("weight", results=True),
    "total": simple("weight-total", results=True),
    "unit": simple("weight-unit"),
    "unassigned": simple("weight-unassigned", results=True),
    "name": simple("weight-reading"),
}
SCALE: Final[Rules] = {
    "name": simple("scale-renamed"),
    "standard": _standard,
    "ratings": _ratings,
    "exam": _exam,
}
FORM: Final[Rules] = {
    "name": simple("form-renamed"),
    "help": prose("form-help"),
    "rows": simple("form-rows"),
    "fields": _fields,
}
TYPE: Final[Rules] = {"name": simple("type-renamed"), "choice": simple("type-renamed")}
ACTION: Final[Rules] = {
    "type": simple("action-type"),
    "name": prose("action-reworded"),
    "text": prose("action-reworded"),
    "link": simple("action-link"),
    "for": simple("action-target"),
    "target_from": simple("action-target-from"),
}
