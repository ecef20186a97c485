"""Which grades are levels under another name: rubric in, pages of their own out."""

import pytest
import yaml

from levelbook.model.handbook import Sequence
from levelbook.model.position import Weights
from levelbook.model.sequence import SequenceHead
from levelbook.queries.grades import grades_that_are, level_of_grade, own_grades, step_id

HEAD = """
code: KEY
name: 大客户经理
levels: [{id: low, name: 初级}, {id: top, name: 高级}]
groups: [{id: base, name: 基本能力, competencies: [listening, writing]}]
grades:
"""


def _sequence(grades: str, weights: Weights | None = None) -> Sequence:
    head = SequenceHead.model_validate(yaml.load(HEAD + grades, yaml.BaseLoader))
    return Sequence("sales", head, {}, {}, weights=weights)


@pytest.mark.parametrize(
    ("grade", "level"),
    [
        ("{id: g, name: 2级, level: top}", "top"),
        ("{id: g, name: 2级, level: top, required: {listening: top}}", "top"),
        ("{id: g, name: 2级, level: top, required: {listening: low}}", None),
        ("{id: g, name: 2级, level: top, required: {other/calm: top}}", None),
        ("{id: g, name: 2级, required: {listening: top, writing: top}}", None),
        ("{id: g, name: 2级, level: lost}", None),
        ("{id: g, name: 2级}", None),
    ],
)
def test_a_grade_is_a_level_where_it_asks_that_level_of_everything_and_of_nothing_else(
    grade: str, level: str | None
) -> None:
    sequence = _sequence(f"  - {grade}")
    found = level_of_grade(sequence, sequence.grades[0])
    assert (found.id if found else None) == level
    assert own_grades(sequence) == (() if level else sequence.grades)
    assert step_id(sequence, "g") == (level or "g")


def test_several_grades_may_be_one_level_and_other_ids_stay_as_they_are() -> None:
    sequence = _sequence("  - {id: g3, name: 3级, level: low}\n  - {id: g2, name: 2级, level: low}")
    assert [grade.id for grade in grades_that_are(sequence, sequence.levels[0])] == ["g3", "g2"]
    assert grades_that_are(sequence, sequence.levels[1]) == ()
    assert step_id(sequence, "top") == "top"
    assert step_id(sequence, "nobody") == "nobody"
