"""How much of a sequence is there: what counts as full, as lost or as empty, and the bar that shows it."""

from pathlib import Path

import pytest

from levelbook.components import completeness
from levelbook.components.completeness import Meter
from tests.pages.tiny import tiny

HEAD = """
code: FST
name: 第一
levels: [{id: low, name: 初级, expectations: [会做]}, {id: high, name: 高级, role: 带人}]
groups: [{id: all, name: 全部能力, kind: ability, competencies: [talk]}]
"""
CELLS = "code: TLK\nname: 交谈\ndefinition: 说清楚。\nlevels: {{low: {{{low}}}, high: {{{high}}}}}\n"
SAID, LOST, BLANK = "indicators: [说清楚]", "lost: 缺一页", "blank: 没有写"
PART = f"{SAID}, incomplete: 后半缺失"


def _files(low: str, high: str) -> dict[str, str]:
    return {"sequence.yml": HEAD, "competencies/talk.yml": CELLS.format(low=low, high=high)}


@pytest.mark.parametrize(
    ("low", "high", "have", "kind", "missing"),
    [
        (SAID, SAID, 2, "", ""),
        (SAID, "not_required: 由上级做", 2, "", ""),
        (SAID, BLANK, 1, "empty", "1 处空白"),
        (SAID, LOST, 1, "lost", "1 处缺失"),
        (BLANK, LOST, 0, "lost", "1 处空白，1 处缺失"),
        (SAID, PART, 2, "lost", "1 处残缺"),
    ],
)
def test_what_is_missing_is_lost_where_it_was_there_once(
    low: str, high: str, have: int, kind: str, missing: str, tmp_path: Path
) -> None:
    cells = completeness.rows(*tiny(tmp_path, _files(low, high)))[0]
    found = (cells.nothing.kind, cells.nothing.text) if cells.nothing else ("", "")
    assert (cells.have, cells.of, *found) == (have, 2, kind, missing)
    assert bool(cells.all_there) == (cells.nothing is None)


def test_a_level_is_described_by_what_is_expected_or_by_its_role(tmp_path: Path) -> None:
    head = HEAD.replace("role: 带人}", "role: 带人}, {id: top, name: 资深}")
    talk = CELLS.format(low=SAID, high=f"{SAID}}}, top: {{{SAID}")
    row = completeness.rows(*tiny(tmp_path, {"sequence.yml": head, "competencies/talk.yml": talk}))[2]
    assert (row.have, row.of, row.nothing and row.nothing.kind) == (2, 3, "empty")


@pytest.mark.parametrize(
    ("low", "high", "meter"),
    [
        (SAID, SAID, Meter("100.0", "", "2/2")),
        (SAID, BLANK, Meter("50.0", "50.0", "1/2，1 处空白")),
        (BLANK, LOST, Meter("0.0", "100.0", "0/2，1 处空白，1 处缺失")),
        (SAID, PART, Meter("100.0", "", "2/2，1 处残缺")),
    ],
)
def test_the_bar_has_a_rest_only_where_something_is_missing(low: str, high: str, meter: Meter, tmp_path: Path) -> None:
    assert completeness.meter(*tiny(tmp_path, _files(low, high))) == meter
