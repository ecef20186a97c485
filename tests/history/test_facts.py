"""The table of facts: every key of the data is in it or left out for a reason; it reads back from its file."""

import json
from pathlib import Path

import pytest

from levelbook.history.fact_fields import BESIDE, BESIDE_ALL, BESIDE_WHOLE, FACTS, RENAMED
from levelbook.history.facts import facts_of
from levelbook.load import load
from levelbook.model import ledger
from levelbook.model.base import Note, Shape
from levelbook.model.handbook import ConceptsFile, Handbook, ReleasesFile
from levelbook.model.history_lines import text_of_table
from levelbook.model.scale import ScalesFile
from tests.model.test_shapes import every

RUBRIC = Path(__file__).parents[2] / "rubric_data"
NO_THINGS = {ScalesFile, ConceptsFile, ReleasesFile, Note}
"""Files that only hold things, the ledger, and notes, of which BESIDE_ALL says why they are no facts."""
SHAPES = [
    shape
    for shape in dict.fromkeys(every(Shape))
    if shape.__module__.startswith("levelbook.")
    and shape.__module__ != ledger.__name__
    and shape not in NO_THINGS
    and (shape in FACTS or not every(shape))
]


@pytest.fixture(scope="module")
def handbook() -> Handbook:
    loaded = load(RUBRIC).handbook
    assert loaded is not None
    return loaded


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.__name__)
def test_every_key_is_a_fact_or_left_out_for_a_reason(shape: type[Shape]) -> None:
    general = {key for kind, keys in BESIDE_ALL.items() if issubclass(shape, kind) for key in keys}
    left_out = BESIDE.get(shape, {}).keys() | general
    facts = FACTS.get(shape, ())
    if shape in BESIDE_WHOLE:
        assert facts == ()
        return
    assert set(facts) | left_out == set(shape.model_fields)
    assert set(facts) & left_out == set()
    assert len(set(facts)) == len(facts)


def test_every_shape_that_is_named_exists() -> None:
    assert {*FACTS, *BESIDE, *BESIDE_WHOLE} - {*every(Shape)} == set()


def test_no_key_of_a_thing_takes_the_name_of_another_one() -> None:
    for shape, names in FACTS.items():
        called = [RENAMED.get(shape.model_fields[name].alias or name, name) for name in names]
        assert len(set(called)) == len(called)
        assert not {"seq", "in", "n"} & set(called)


def test_everything_has_a_line(handbook: Handbook) -> None:
    table = facts_of(handbook)
    kinds = {fact["kind"] for fact in table.values()}
    assert kinds == {
        *("handbook", "family", "scale", "concept", "form", "sequence", "level", "grade", "group", "competency"),
        *("cell", "indicator", "position", "weight", "type", "action"),
    }
    competencies = [one for sequence in handbook.sequences.values() for one in sequence.all_competencies.values()]
    indicators = [one for each in competencies for one in each.every_indicator]
    indicators += [one for each in competencies for cell in each.levels.values() for one in cell.every_indicator]
    assert sum(fact["kind"] == "competency" for fact in table.values()) == len(competencies)
    assert sum(fact["kind"] == "indicator" for fact in table.values()) == len(indicators)


def test_a_line_reads_as_in_the_specification(handbook: Handbook) -> None:
    lines = text_of_table(facts_of(handbook)).splitlines()
    assert (
        '"TXM-CHA-14": {"in": "TXM-CHA", "kind": "indicator", "level": "m5", "n": 1, "raises": ["TXM-CHA-11"], '
        '"seq": "TXM", "text": "制定各项渠道政策。", "text_en": "Draws up channel policies."}'
    ) in lines
    assert (
        '"TXM-CHA-15": {"in": "TXM-CHA", "items": ['
        '{"id": "a", "text": "具备区域或行业整体渠道的管理和规划能力。", '
        '"text_en": "Has the ability to manage and plan the channels of a region or industry as a whole."}, '
        '{"id": "b", "text": "按渠道规划拓展新的渠道资源。", '
        '"text_en": "Develops new channel resources in line with the channel plan."}], '
        '"kind": "indicator", "level": "m5", "n": 2, "raises": ["TXM-CHA-12"], "seq": "TXM", '
        '"text": "具备区域或行业整体渠道的管理和规划能力；按渠道规划拓展新的渠道资源。", '
        '"text_en": "Has the ability to manage and plan the channels of a region or industry as a whole. '
        'Develops new channel resources in line with the channel plan."}'
    ) in lines
    assert lines == sorted(lines, key=lambda line: line.split('"')[1])


def test_the_file_reads_back(handbook: Handbook) -> None:
    table = facts_of(handbook)
    lines = text_of_table(table).splitlines()
    assert {address: fact for line in lines for address, fact in json.loads("{" + line + "}").items()} == table
