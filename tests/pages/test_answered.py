"""Cells that nobody wrote out: what holds up to a level, the levels' own wording, what a sequence says of open cells.

Each is held against the same handbook with every cell written by hand.
"""

from pathlib import Path

import pytest

from levelbook.assessment.checklists import checklist_of
from levelbook.build import outputs
from levelbook.history.facts import facts_of
from levelbook.model.handbook import Sequence
from levelbook.site.context import Context
from tests.pages.tiny import tiny

LEVELS = """
        levels:
          - {id: low, name: 初级, expectations: [在指导下完成。]}
          - {id: mid, name: 中级, expectations: [独立完成。]}
          - {id: top, name: 高级, expectations: [{name: 带人, text: 指导别人完成。}]}
        """
HEAD = f"""
        code: FST
        name: 第一
        groups: [{{id: basic, name: 基本, kind: ability, competencies: [learning]}}]
        {LEVELS}
"""
CELLS = {
    "{blank: 来源没有写。}": ("{blank: 来源没有写。}", "{blank: 来源没有写。}"),
    "{not_required: 不单列。}": ("{not_required: 不单列。}", "{not_required: 不单列。}"),
    "{same_as: below}": ("{same_as: low}", "{same_as: mid}"),
    "{as_level: yes}": ("{as_level: yes}", "{as_level: yes}"),
}


def _book(folder: Path, competency: str, head: str = "", **more: object) -> tuple[Context, Sequence]:
    return tiny(folder, {"sequence.yml": HEAD + head, "competencies/learning.yml": competency}, **more)


def _pages(ctx: Context) -> dict[str, str]:
    return {made.page.address: made.html for made in outputs(ctx.handbook, ctx.words) if hasattr(made, "html")}


WRITTEN = """
        code: LEA
        name: 学习
        levels:
          low: {indicators: [{id: FST-LEA-01, text: 把学到的用起来。}]}
"""


@pytest.mark.parametrize("said", CELLS)
def test_open_cells_are_what_they_would_be_if_each_was_written(said: str, tmp_path: Path) -> None:
    mid, top = CELLS[said]
    written = f"{WRITTEN}          mid: {mid}\n          top: {top}\n"
    by_hand, _ = _book(tmp_path / "hand", written)
    once, _ = _book(tmp_path / "once", WRITTEN, f"        open_cells: {said}\n")
    assert facts_of(once.handbook) == facts_of(by_hand.handbook)
    assert _pages(once).keys() == _pages(by_hand).keys()
    for page in ("matrix/", "level/mid/", "compare/low/top/", "competency/learning/"):
        assert _pages(once)[f"sequences/first/{page}"] == _pages(by_hand)[f"sequences/first/{page}"], page


def test_what_holds_up_to_a_level_is_shown_there_as_carried_over(tmp_path: Path) -> None:
    held = WRITTEN.replace("用起来。}", "用起来。, holds: mid}")
    ctx, sequence = _book(tmp_path, held + "          top: {blank: 来源没有写。}\n")
    pages = _pages(ctx)
    assert "沿用初级" in pages["sequences/first/level/mid/"]
    assert "把学到的用起来。" in pages["sequences/first/level/mid/"]
    assert "沿用初级 1 条" in pages["sequences/first/matrix/"]
    assert "沿用初级 1 条" in pages["sequences/first/competency/learning/"]
    assert "沿用" not in pages["sequences/first/level/top/"]
    for level, asked in (("low", 1), ("mid", 1)):
        checklist = checklist_of(ctx, sequence, level)
        assert checklist
        assert [len(item.indicators) for item in checklist.items] == [asked]
    assert facts_of(ctx.handbook)["FST-LEA-01"]["holds"] == "mid"


def test_levels_worded_once_for_all_competencies_have_a_checklist(tmp_path: Path) -> None:
    competency = "code: LEA\nname: 学习\ndefinition: 学会新东西。\nas_level: yes\n"
    ctx, sequence = _book(tmp_path, competency, assessment={"by": "competency", "scale": "levels"})
    checklist = checklist_of(ctx, sequence, "mid")
    assert checklist
    assert not checklist.refusal
    [item] = checklist.items
    assert item.absence is None
    assert item.text.splitlines() == ["初级：在指导下完成。", "中级：独立完成。", "高级：带人：指导别人完成。"]
    assert [(one.level, one.texts) for one in item.neighbours] == [
        ("low", ("在指导下完成。",)),
        ("mid", ("独立完成。",)),
        ("top", ("带人：指导别人完成。",)),
    ]
    pages = _pages(ctx)
    assert "独立完成。" in pages["sequences/first/check/mid/"]
    assert "按本级的总要求" in pages["sequences/first/level/mid/"]
    assert "独立完成。" in pages["sequences/first/competency/learning/"]


def test_by_points_too_the_wording_of_the_level_is_rated(tmp_path: Path) -> None:
    ctx, sequence = _book(tmp_path, "code: LEA\nname: 学习\ndefinition: 学会新东西。\nas_level: yes\n")
    checklist = checklist_of(ctx, sequence, "top")
    assert checklist
    assert [(item.text, item.summary, item.standard) for item in checklist.items] == [
        ("带人：指导别人完成。", ("带人：指导别人完成。",), "5")
    ]
