"""A calibration as the data folder holds it: new texts of two files, in which nothing else has changed."""

import copy
import re
from dataclasses import dataclass
from typing import Any

from levelbook.catalogue import LANGUAGES, Catalogue
from levelbook.commands.calibrate.decide import Decided
from levelbook.commands.calibrate.scope import Scope
from levelbook.loading.edit.insertion import newline
from levelbook.loading.edit.rewrite import append, change, flow, scalar, set_pairs
from levelbook.loading.folder import Folder
from levelbook.loading.nodes import Listing, Mapping
from levelbook.loading.parser import compose
from levelbook.model.handbook import Handbook
from levelbook.model.sequence import Grade

_SCHEMA = re.compile(r"(# yaml-language-server: \S+/)sequence\.json(\r?\n)")


@dataclass(frozen=True)
class CalibrationHead:
    """What a calibration is called, and when it was."""

    id: str
    """Its id."""
    names: dict[str, str]
    """Its name, by key: `name`, `name_en`."""
    date: str
    """The day or month."""


def head(handbook: Handbook, grade: Grade, date: str, id: str, name: str) -> CalibrationHead:
    """The head of a calibration, with what nobody named made from grade and date."""
    languages = [handbook.head.language, *handbook.head.translations]
    names = {"name": name} if name else {}
    for language in () if name else dict.fromkeys(languages):
        main = language == handbook.head.language
        if language in LANGUAGES and (main or ("name", language) in grade.twins):
            key = "name" if main else f"name_{language}"
            year, month = int(date[:4]), int(date[5:7])
            words = Catalogue(language)
            names[key] = words("calibrate.name", grade=grade.localized("name", language), year=year, month=month)
    return CalibrationHead(id or f"{grade.id}-{date[:7]}", names or {"name": grade.name}, date)


def record(scope: Scope, head: CalibrationHead, found: tuple[Decided, ...]) -> dict[str, Any]:
    """A calibration as the file holds it."""
    rows = {
        one.asked.address: {
            "before": one.asked.before,
            "ratings": {level: str(n) for level, n in one.counts.items()},
            "after": one.after,
        }
        for one in found
    }
    return {"id": head.id, **head.names, "grade": scope.grade.id, "date": head.date, "competencies": rows}


def new_calibration(text: str, root: Mapping, value: dict[str, Any]) -> str | None:
    """calibration.yml with one more calibration; none where it would not read back as meant."""
    meant = _plain(root)
    meant.setdefault("calibrations", []).append(value)
    changed = change(text, [append(text, root, "calibrations", _lines(value), value)])
    return changed if _plain(compose("", changed).root) == meant else None


def first_calibration(sequence: str, value: dict[str, Any]) -> str:
    """calibration.yml where there was none, with the first lines of its neighbour for the editor."""
    found = _SCHEMA.match(sequence)
    start = f"{found[1]}calibration.json{found[2]}" if found else ""
    first, *rest = _lines(value)
    return start + newline(sequence).join(["calibrations:", f"  - {first}", *(f"    {line}" for line in rest), ""])


def _lines(value: dict[str, Any]) -> list[str]:
    """A calibration with a line for each competency."""
    lines = [f"{key}: {scalar(one)}" for key, one in value.items() if isinstance(one, str)]
    return [*lines, "competencies:", *(f"  {scalar(key)}: {flow(row)}" for key, row in value["competencies"].items())]


def new_sequence(text: str, folder: Folder, scope: Scope, found: tuple[Decided, ...]) -> str | None:
    """sequence.yml with the grade's exceptions; none where it would not read back as meant."""
    sheet = folder.branches[scope.sequence.id].head
    assert sheet
    wanted = _exceptions(scope, found)
    kept: dict[str, str | None] = {key: value or _after(key, found) for key, value in wanted.items()}
    for pairs in (wanted, kept):
        try:
            changed = change(text, list(set_pairs(text, _grade_node(sheet.root, scope), "required", "level", pairs)))
        except ValueError:
            continue
        if _plain(compose("", changed).root) == _meant(sheet.root, scope, pairs):
            return changed
    return None


def _exceptions(scope: Scope, found: tuple[Decided, ...]) -> dict[str, str | None]:
    """What the grade's exceptions become: none lets one go, as all that is asked otherwise is the same."""
    pairs: dict[str, str | None] = {}
    for one in found:
        own = next((key for key in one.asked.keys if key in scope.grade.required), None)
        if one.after != one.asked.otherwise:
            pairs[own or one.asked.address] = one.after
        elif own:
            pairs[own] = None
    return pairs


def _after(key: str, found: tuple[Decided, ...]) -> str:
    return next(one.after for one in found if key in one.asked.keys)


def _grade_node(root: Mapping, scope: Scope) -> Mapping:
    return next(one for one in _mappings(root.at("grades")) if one.at("id") == scope.grade.id)


def _mappings(node: Any) -> list[Mapping]:
    return [one for one in node if isinstance(one, Mapping)]


def _meant(root: Mapping, scope: Scope, pairs: dict[str, str | None]) -> Any:
    """The whole tree as it should be afterwards."""
    meant = copy.deepcopy(_plain(root))
    grade = next(one for one in meant["grades"] if one["id"] == scope.grade.id)
    required = {**grade.pop("required", {}), **pairs}
    left = {key: value for key, value in required.items() if value is not None}
    if left:
        grade["required"] = left
    return meant


def _plain(node: Any) -> Any:
    """A tree without its spots, to compare."""
    if isinstance(node, Mapping):
        return {str(key): _plain(value) for key, value in node.items()}
    return [_plain(one) for one in node] if isinstance(node, Listing) else str(node)
