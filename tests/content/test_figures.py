"""The handbook holds every figure of its sources; the golden files say them, one a standard."""

import unicodedata
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
import yaml

from levelbook.model.base import Entry
from levelbook.model.handbook import Handbook, Sequence
from levelbook.model.note_kinds import Kind
from tests.content import growth, standard
from tests.content.points import Points

HERE = Path(__file__).parent
FILES = sorted((HERE / "golden").glob("*.yml"))
ABOUT = [(file.stem, key) for file in FILES for key in yaml.safe_load(file.read_text(encoding="utf-8"))]

FIGURES: Mapping[str, Callable[[Handbook, Sequence], object]] = {
    "source": lambda _, one: one.head.source.model_dump() if one.head.source else {},
    "levels": lambda _, one: [level.name for level in one.levels],
    "roles_of_levels": lambda _, one: [level.role for level in one.levels],
    "complexity": lambda _, one: {level.name: _words(level.sections) for level in one.levels},
    "expectations": lambda _, one: standard.expectations(one),
    "grades": lambda _, one: {grade.name: _level(one, grade.level) for grade in one.grades},
    "required": lambda _, one: standard.required(one),
    "tree": standard.tree,
    "declared": lambda _, one: {group.name: group.declared for _, group in one.groups() if group.declared},
    "numbers": lambda _, one: [competency.number for competency in one.competencies.values() if competency.number],
    "rules_of_exams": lambda _, one: standard.rules_of_exams(one),
    "names_by_level": lambda _, one: standard.names_by_level(one),
    "labels": lambda _, one: [indicator.name for indicator in standard.written(one) if indicator.name],
    "depths": lambda _, one: [indicator.depth for indicator in standard.written(one) if indicator.depth],
    "open_ended": lambda _, one: [competency.name for competency in one.competencies.values() if competency.open_ended],
    "superseded": lambda _, one: dict.fromkeys(standard.outdated(one), ""),
    "indicators": lambda _, one: standard.indicators(one),
    "positions": standard.positions,
    "outline": lambda _, one: standard.outline(one),
    "parts": lambda _, one: standard.parts(one),
    "activities": lambda _, one: standard.activities(one),
    "usage_notes": lambda _, one: one.actions and len(one.actions.sections[0].items),
    "courses": lambda _, one: growth.courses(one),
    "practices": lambda _, one: growth.practices(one),
    "action_totals": lambda _, one: growth.action_totals(one),
    "roles": lambda _, one: [role.name for role in one.plan.roles] if one.plan else [],
    "phases": lambda _, one: growth.phases(one),
    "sign_off": lambda _, one: growth.sign_off(one),
    "conflicts": lambda _, one: growth.conflicts(one),
    "forms": lambda _, one: growth.forms(one),
    "choices": lambda _, one: growth.choices(one),
    "sensitive": lambda _, one: growth.sensitive(one),
    "assessment": lambda _, one: one.head.assessment.model_dump() if one.head.assessment else {},
    "calibration": lambda _, one: growth.calibration(one),
    "changed": lambda _, one: growth.changed(one),
    "syllabus": lambda _, one: growth.syllabus(one),
    "syllabus_items": lambda _, one: growth.syllabus_items(one),
    "totals": lambda _, one: standard.totals(one),
}
"""What each key of a golden file is compared with."""

PARTLY = {"assessment", "outline", "source", "superseded", "totals"}
"""Keys of which a golden file names only what the source tells."""


def test_every_sequence_has_its_golden_file(handbook: Handbook) -> None:
    assert sorted(handbook.sequences) == [file.stem for file in FILES]


@pytest.mark.parametrize("sequence, key", [one for one in ABOUT if one[1] != "weights"])
def test_figures(handbook: Handbook, sequence: str, key: str) -> None:
    golden = _golden(sequence)[key]
    found = _plain(FIGURES[key](handbook, handbook.sequences[sequence]))
    if key in PARTLY:
        assert isinstance(golden, dict) and isinstance(found, dict)
        found = {name: found.get(name) for name in golden}
    assert found == golden


@pytest.mark.parametrize("sequence", [name for name, key in ABOUT if key == "weights"])
def test_points(handbook: Handbook, sequence: str) -> None:
    golden = _golden(sequence)["weights"]
    assert isinstance(golden, dict)
    points = Points(handbook.sequences[sequence])
    rows = points.rows()
    found = {
        "columns": list(points.columns.values()),
        "total": points.total,
        "rows": {name: rows.get(name) for name in golden["rows"]},
        "unassigned": points.unassigned(),
        "parts": points.parts(),
        "known": points.known(),
        "readings": points.readings(),
    }
    assert _plain({key: one for key, one in found.items() if one}) == golden
    without = [name for name, row in rows.items() if name not in golden["rows"] and any(map(str.isdigit, row))]
    assert without == []


def test_families_scales_and_sums(handbook: Handbook) -> None:
    sequences = handbook.sequences.values()
    exam = handbook.scales["score-0-6"].exam
    found = {
        "families": {family.name: list(family.sequences) for family in handbook.head.families},
        "texts_left_out": sum(note.kind is Kind.OMITTED for note in handbook.head.notes),
        "scales": {
            scale.name: {"standard": scale.standard, "ratings": {one.points: one.name for one in scale.ratings}}
            for scale in handbook.scales.values()
        },
        "exam_bands": {band.lowest: band.points for band in exam.bands} if exam else {},
        "totals": {
            "sequences": len(handbook.sequences),
            "competencies": sum(len(one.competencies) for one in sequences),
            "indicators": sum(len(list(standard.written(one))) for one in sequences),
            "positions": sum(len(one.positions) for one in sequences),
        },
    }
    assert _plain(found) == _plain(yaml.safe_load((HERE / "handbook.yml").read_text(encoding="utf-8")))


def _golden(sequence: str) -> dict[str, object]:
    read = yaml.safe_load((HERE / "golden" / f"{sequence}.yml").read_text(encoding="utf-8"))
    if "superseded" in read:
        read["superseded"] = dict.fromkeys(read["superseded"], "")
    return {str(key): _plain(value) for key, value in read.items()}


def _plain(value: object) -> object:
    """Lists and mappings of texts, full-width signs as half-width ones, so that both sides compare."""
    if isinstance(value, Mapping):
        return {_plain(key): _plain(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    return unicodedata.normalize("NFKC", str(value))


def _level(sequence: Sequence, level: object) -> str:
    return next((one.name for one in sequence.levels if one.id == level), "")


def _words(sections: tuple[Entry, ...]) -> str:
    return " ".join(standard.says(item) for entry in sections for item in (entry.items or [entry]))
