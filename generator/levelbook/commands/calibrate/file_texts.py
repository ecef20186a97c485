"""The texts of calibration.yml and sequence.yml with a calibration written in, in which nothing else has changed.

HR keeps comments, orders and alignments in these files, so they are not parsed and dumped: single pairs and items are
changed by position (`loading.edit.rewrite`), and every other byte stays. An edit by position can go wrong where a file
is written in a way that nobody thought of. Therefore each new text is parsed again and compared, as plain values, with
the old tree to which the same was done; where the two differ the result is None, nothing is written, and the command
shows what to enter by hand.

An exception of a grade is written only where it asks another level than the grade would ask anyway. One that has become
superfluous is taken out; where that cannot be done by position (`_variants`), it stays with its new level, which means
the same. What breaks this: a new way to write `grades` or `required` that `_expected` does not know.
"""

import copy
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from levelbook.catalogue import LANGUAGES, Catalogue
from levelbook.commands.calibrate.decide import Decision
from levelbook.commands.calibrate.scope import Scope
from levelbook.loading.edit.insertion import newline
from levelbook.loading.edit.rewrite import append, change, flow, scalar, set_pairs
from levelbook.loading.nodes import Listing, Mapping
from levelbook.loading.parser import compose
from levelbook.model.handbook import Handbook
from levelbook.model.sequence import Grade

_SCHEMA = re.compile(r"(# yaml-language-server: \S+/)sequence\.json(\r?\n)")
Exceptions = dict[str, str | None]
"""Levels that a grade asks otherwise than its own, by competency; None takes an exception out."""


@dataclass(frozen=True)
class CalibrationHead:
    """What a calibration is called, and when it was."""

    id: str
    names: dict[str, str]
    """Its name, by key: `name`, `name_en`."""
    date: str
    """The day or month."""


def calibration_head(handbook: Handbook, grade: Grade, date: str, id: str, name: str) -> CalibrationHead:
    """The head of a calibration, with what nobody named made from grade and date."""
    names = {"name": name} if name else dict(_default_names(handbook, grade, date))
    return CalibrationHead(id or f"{grade.id}-{date[:7]}", names or {"name": grade.name}, date)


def _default_names(handbook: Handbook, grade: Grade, date: str) -> Iterator[tuple[str, str]]:
    """The name in every language in which the grade has one."""
    main = handbook.head.language
    for language in dict.fromkeys([main, *handbook.head.translations]):
        if language in LANGUAGES and (language == main or ("name", language) in grade.twins):
            key = "name" if language == main else f"name_{language}"
            facts = {"grade": grade.localized("name", language), "year": int(date[:4]), "month": int(date[5:7])}
            yield key, Catalogue(language)("calibrate.name", **facts)


def calibration_entry(scope: Scope, head: CalibrationHead, decisions: tuple[Decision, ...]) -> dict[str, Any]:
    """A calibration as the file holds it."""
    rows = {
        decision.competency.address: {
            "before": decision.competency.before,
            "ratings": {level: str(n) for level, n in decision.counts.items()},
            "after": decision.after,
        }
        for decision in decisions
    }
    return {"id": head.id, **head.names, "grade": scope.grade.id, "date": head.date, "competencies": rows}


def calibration_text(text: str, root: Mapping, entry: dict[str, Any]) -> str | None:
    """calibration.yml with one more calibration; none where it would not read back as meant."""
    expected = _plain(root)
    expected.setdefault("calibrations", []).append(entry)
    changed = change(text, [append(text, root, "calibrations", _entry_lines(entry), entry)])
    return changed if _plain(compose("", changed).root) == expected else None


def first_calibration_text(sequence_text: str, entry: dict[str, Any]) -> str:
    """calibration.yml where there was none, with the first line of sequence.yml, which names the schema for editors."""
    schema = _SCHEMA.match(sequence_text)
    start = f"{schema[1]}calibration.json{schema[2]}" if schema else ""
    first, *rest = _entry_lines(entry)
    lines = ["calibrations:", f"  - {first}", *(f"    {line}" for line in rest), ""]
    return start + newline(sequence_text).join(lines)


def _entry_lines(entry: dict[str, Any]) -> list[str]:
    """A calibration with a line for each competency."""
    head = [f"{key}: {scalar(value)}" for key, value in entry.items() if isinstance(value, str)]
    rows = (f"  {scalar(address)}: {flow(row)}" for address, row in entry["competencies"].items())
    return [*head, "competencies:", *rows]


def sequence_text(text: str, root: Mapping, scope: Scope, decisions: tuple[Decision, ...]) -> str | None:
    """sequence.yml with the grade's exceptions; none where it would not read back as meant."""
    grade = next(node for node in _mappings(root.at("grades")) if node.at("id") == scope.grade.id)
    for exceptions in _variants(scope, decisions):
        try:
            changed = change(text, list(set_pairs(text, grade, "required", "level", exceptions)))
        except ValueError:
            continue
        if _plain(compose("", changed).root) == _expected(root, scope, exceptions):
            return changed
    return None


def _variants(scope: Scope, decisions: tuple[Decision, ...]) -> tuple[Exceptions, Exceptions]:
    """The grade's exceptions as they should be, and, if those cannot be written, with the superfluous ones kept."""
    wanted: Exceptions = {}
    cautious: Exceptions = {}
    for decision in decisions:
        competency = decision.competency
        present = next((key for key in competency.exception_keys if key in scope.grade.required), None)
        is_exception = decision.after != competency.default_level
        if present or is_exception:
            key = present or competency.address
            wanted[key] = decision.after if is_exception else None
            cautious[key] = decision.after
    return wanted, cautious


def _mappings(node: Any) -> list[Mapping]:
    return [item for item in node if isinstance(item, Mapping)]


def _expected(root: Mapping, scope: Scope, exceptions: Exceptions) -> Any:
    """The whole tree as it should be afterwards."""
    expected = copy.deepcopy(_plain(root))
    grade = next(grade for grade in expected["grades"] if grade["id"] == scope.grade.id)
    required = {**grade.pop("required", {}), **exceptions}
    left = {key: level for key, level in required.items() if level is not None}
    if left:
        grade["required"] = left
    return expected


def _plain(node: Any) -> Any:
    """A tree without its spots, to compare."""
    if isinstance(node, Mapping):
        return {str(key): _plain(value) for key, value in node.items()}
    return [_plain(item) for item in node] if isinstance(node, Listing) else str(node)
