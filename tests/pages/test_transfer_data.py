"""What a grade or position asks in a move: a level, a level of what has none, a gap, or nothing."""

from pathlib import Path

import pytest

from tests.pages.data_files import transfer
from tests.pages.tiny import tiny

HEAD = """
code: FST
name: 第一
levels: [{id: low, name: 初级}, {id: high, name: 高级}]
grades:
  - {id: usual, name: 平常的, level: low}
  - {id: named, name: 点名的, level: low, required: {talk: high, rules: high}}
  - {id: lost, name: 读不清的, level: lost}
groups: [{id: all, name: 全部能力, kind: ability, competencies: [talk, rules]}]
positions: [lead, helper]
"""
TALK = "code: TLK\nname: 交谈\nlevels: {low: {not_required: 由上级做}, high: {indicators: [谈]}}\n"
FILES = {
    "sequence.yml": HEAD,
    "competencies/talk.yml": TALK,
    "competencies/rules.yml": "code: RUL\nname: 规矩\nindicators: [守规矩]\n",
    "positions/lead.yml": "name: 主管\nrequired: {talk: low, rules: not_required}\n",
    "positions/helper.yml": "name: 助理\nlevel: high\nrequired: {talk: not_required}\n",
}
WHOLE = ""


def _stops(folder: Path) -> dict[str, tuple[list[str | None], list[int]]]:
    ctx, _ = tiny(folder, FILES)
    [sequence] = transfer(ctx)["sequences"]
    return {stop["id"]: (stop["asks"], stop["waives"]) for stop in sequence["stops"]}


@pytest.mark.parametrize(
    ("stop", "asks", "waives"),
    [
        ("low", [None, WHOLE], [0]),
        ("high", ["high", WHOLE], []),
        ("named", ["high", "high"], []),
        ("lost", ["lost", "lost"], []),
        ("lead", [None, None], [0, 1]),
        ("helper", [None, WHOLE], [0]),
    ],
)
def test_what_is_asked(stop: str, asks: list[str | None], waives: list[int], tmp_path: Path) -> None:
    assert _stops(tmp_path)[stop] == (asks, waives)
