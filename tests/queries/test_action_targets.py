"""What an action reaches: a group, a competency, a level or grade of it, one indicator; and whom it serves."""

from pathlib import Path

import pytest

from levelbook.model.handbook import Sequence
from levelbook.queries import action_targets
from levelbook.queries.requirements import level_of_step
from levelbook.site.context import Context
from tests.pages.tiny import tiny

HEAD = """
code: FST
name: 第一
levels: [{id: low, name: 初级}, {id: mid, name: 中级}, {id: high, name: 高级}]
grades: [{id: g1, name: 一档, level: low}, {id: g2, name: 二档, level: mid}]
groups:
  - id: all
    name: 全部能力
    kind: ability
    groups:
      - {id: people, name: 与人相处, competencies: [talk]}
      - {id: order, name: 做事, competencies: [tidy, other/count]}
      - {id: old, name: 旧的, retired: {why: 不再要求}}
"""
TALK = """
code: TLK
name: 交谈
levels:
  low: {indicators: [{id: FST-TLK-01, text: 说}, {id: FST-TLK-02, text: 听}]}
  mid: {indicators: [{id: FST-TLK-03, text: 谈}]}
  high: {blank: 没有写}
"""
ACTIONS = """
types: [{id: course, name: 培训}]
actions:
  - {id: FST-ACT-01, type: course, text: 一条, for: [FST-TLK-03]}
  - {id: FST-ACT-02, type: course, text: 一级, for: [talk@low]}
  - {id: FST-ACT-03, type: course, text: 一档, for: [talk@g2]}
  - {id: FST-ACT-04, type: course, text: 一项, for: [talk]}
  - {id: FST-ACT-05, type: course, text: 全部, for: [all]}
  - {id: FST-ACT-06, type: course, text: 从中级起, for: [talk, tidy], target_from: mid}
  - {id: FST-ACT-07, type: course, text: 无级, for: [tidy@low]}
  - {id: FST-ACT-08, type: course, text: 别处, for: [other/count, OTH-CNT-01]}
  - {id: FST-ACT-09, type: course, text: 停用, for: [talk], retired: {why: 不再开}}
"""
FILES = {
    "sequence.yml": HEAD,
    "competencies/talk.yml": TALK,
    "competencies/tidy.yml": "code: TID\nname: 整洁\nindicators: [{id: FST-TID-01, text: 收}]\n",
    "actions.yml": ACTIONS,
    "sequences/other/sequence.yml": """
        code: OTH
        name: 第二
        groups: [{id: all, name: 全部能力, kind: ability, competencies: [count]}]
        """,
    "sequences/other/competencies/count.yml": ("code: CNT\nname: 计数\nindicators: [{id: OTH-CNT-01, text: 数}]\n"),
}


@pytest.fixture
def ctx(tmp_path: Path) -> Context:
    return tiny(tmp_path, FILES, "other")[0]


@pytest.fixture
def first(ctx: Context) -> Sequence:
    return ctx.handbook.sequences["first"]


def _number(code: str) -> int:
    return int(code[-2:])


@pytest.mark.parametrize(
    ("action", "covers"),
    [(1, {3}), (2, {1, 2}), (3, {3}), (4, {1, 2, 3}), (5, {1, 2, 3}), (6, {1, 2, 3})],
)
def test_what_an_action_covers(ctx: Context, first: Sequence, action: int, covers: set[int]) -> None:
    member = (first, first.competencies["talk"])
    found = {_number(one.action.id or ""): one for one in action_targets.reaching(ctx, member)}
    assert sorted(found) == [1, 2, 3, 4, 5, 6]
    assert {_number(code) for code in action_targets.covered((found[action],), member)} == covers


@pytest.mark.parametrize(
    ("action", "levels"),
    [
        (1, ["mid"]),
        (2, ["low"]),
        (3, ["mid"]),
        (4, ["low", "mid", "high", "elsewhere"]),
        (5, ["low", "mid", "high", "elsewhere"]),
        (6, ["mid", "high", "elsewhere"]),
    ],
)
def test_whom_an_action_serves(ctx: Context, first: Sequence, action: int, levels: list[str]) -> None:
    found = {
        _number(one.action.id or ""): one for one in action_targets.reaching(ctx, (first, first.competencies["talk"]))
    }
    assert [
        level for level in ("low", "mid", "high", "elsewhere") if action_targets.serves(found[action], level)
    ] == levels


def test_indicators_that_stand_at_no_level_are_for_every_level(ctx: Context, first: Sequence) -> None:
    tidy = (first, first.competencies["tidy"])
    assert [_number(one.action.id or "") for one in action_targets.reaching(ctx, tidy)] == [5, 6, 7]
    assert action_targets.covered(action_targets.reaching(ctx, tidy)[2:], tidy) == {"FST-TID-01"}


def test_an_action_for_a_competency_of_another_sequence_reaches_it_there(ctx: Context) -> None:
    other = ctx.handbook.sequences["other"]
    found = action_targets.reaching(ctx, (other, other.competencies["count"]))
    aims = {_number(one.action.id or ""): [aim.address for aim in one.aims] for one in found}
    assert aims == {5: ["all"], 8: ["other/count", "OTH-CNT-01"]}
    whole = [(aim.key, aim.whole) for aim in found[1].aims]
    assert whole == [("other/count", True), ("other/count", False)]


@pytest.mark.parametrize(("step", "level"), [("mid", "mid"), ("g2", "mid"), ("nothing", "")])
def test_the_level_that_a_step_stands_for(first: Sequence, step: str, level: str) -> None:
    assert level_of_step(first, step) == level
