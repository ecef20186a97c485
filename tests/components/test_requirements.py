"""Which level a grade or position asks of a competency, and who is told to be an exception."""

from pathlib import Path
from typing import Any

import pytest

from levelbook.pages import registry
from levelbook.site.context import Context
from tests.pages.tiny import tiny

HEAD = """
code: FST
name: 第一
levels: [{id: low, name: 初级}, {id: high, name: 高级}]
grades:
  - {id: usual, name: 平常的, level: low}
  - {id: more, name: 另有要求的, level: low, required: {talk: high}}
  - {id: same, name: 照说一遍的, level: low, required: {talk: low}}
  - {id: named, name: 只点名的, required: {talk: low}}
  - {id: silent, name: 什么也没说的}
groups: [{id: all, name: 全部能力, kind: ability, competencies: [talk, tidy]}]
positions: [lead, boss]
"""
OTHER = """
code: OTH
name: 第二
levels: [{id: one, name: 一级}, {id: two, name: 二级}]
groups: [{id: all, name: 全部能力, kind: ability, competencies: [count]}]
"""
FILES = {
    "sequence.yml": HEAD,
    "competencies/talk.yml": "code: TLK\nname: 交谈\nlevels: {low: {indicators: [说]}, high: {indicators: [谈]}}\n",
    "competencies/tidy.yml": "code: TID\nname: 整洁\nlevels: {low: {indicators: [收]}, high: {indicators: [理]}}\n",
    "positions/lead.yml": "name: 主管\nrequired: {FST-TLK: high, OTH-CNT: low}\n",
    "positions/boss.yml": "name: 经理\nlevel: high\nrequired: {other/count: low}\n",
    "sequences/other/sequence.yml": OTHER,
    "sequences/other/competencies/count.yml": (
        "code: CNT\nname: 计数\nlevels: {one: {indicators: [数]}, two: {indicators: [算]}}\n"
    ),
}


@pytest.fixture
def ctx(tmp_path: Path) -> Context:
    return tiny(tmp_path, FILES, "other")[0]


def _view(ctx: Context, address: str) -> Any:
    return next(page for page in registry.theme_pages(ctx) if page.address == address).view


def _needs(ctx: Context, address: str) -> list[tuple[str, str, bool, str]]:
    """Who asks a competency for what, whether as an exception, and in which other sequence."""
    return [
        (one.name, one.chip.name if one.chip else one.nothing.kind, one.exception, one.sequence)
        for one in _view(ctx, f"sequences/{address}/").needs
    ]


def test_an_exception_is_what_differs_from_the_level_of_the_same_grade(ctx: Context) -> None:
    assert _needs(ctx, "first/competency/talk") == [
        ("平常的", "初级", False, ""),
        ("另有要求的", "高级", True, ""),
        ("照说一遍的", "初级", False, ""),
        ("只点名的", "初级", False, ""),
        ("什么也没说的", "unlisted", False, ""),
        ("主管", "高级", False, ""),
        ("经理", "高级", False, ""),
    ]


def test_only_who_asks_for_it_needs_a_competency_of_another_sequence(ctx: Context) -> None:
    assert _needs(ctx, "other/competency/count") == [
        ("主管", "初级", False, "第一"),
        ("经理", "初级", True, "第一"),
    ]


@pytest.mark.parametrize(("position", "others"), [("lead", ["计数"]), ("boss", ["计数"])])
def test_a_competency_is_found_by_its_code_and_by_its_address(ctx: Context, position: str, others: list[str]) -> None:
    profile = _view(ctx, f"sequences/first/position/{position}/").profile
    rows = {row.link.text: row for group in profile.groups for row in group.rows}
    assert list(rows) == ["交谈", "整洁", *others]
    assert rows["计数"].link.address == "sequences/other/competency/count/"
