"""Levels of which nothing is left: one page that says so, and no mark of one's own."""

from pathlib import Path

from levelbook.catalogue import Catalogue
from levelbook.components.own_level import mark
from levelbook.model.handbook import Handbook
from levelbook.pages import empty_level, level
from levelbook.pages.home import page as home
from levelbook.pages.home.page import HomeView
from levelbook.queries.completeness import levels_left
from levelbook.queries.reference import is_for_reference
from levelbook.render import Renderer
from levelbook.site.context import Context
from tests.pages.data_files import marked_levels
from tests.pages.tiny import tiny


def test_a_level_of_which_nothing_is_left_says_so_once(handbook: Handbook) -> None:
    ctx = Context(handbook, Catalogue("zh"))
    empty = {
        one.place.address: one.view
        for key in handbook.sequences
        for one in empty_level.pages(ctx, handbook.sequences[key])
    }
    view = empty["sequences/marketing-qualification-standard/level/l4/"]
    assert isinstance(view, empty_level.EmptyLevelView)
    assert (view.standing, view.absence and view.absence.text) == ("五级中的第四级，只供参考", "原文缺失")
    assert len(view.ways) == 3
    assert {address.split("/")[1] for address in empty} == {
        "alibaba-sales-weights",
        "marketing-qualification-standard",
        "marketing-sequence-weights",
    }


def test_such_a_level_has_no_other_page(handbook: Handbook) -> None:
    ctx = Context(handbook, Catalogue("zh"))
    assert level.pages(ctx, handbook.sequences["marketing-qualification-standard"]) == ()


def test_nobody_stands_at_what_is_for_reference(handbook: Handbook) -> None:
    ctx = Context(handbook, Catalogue("zh"))
    assert mark(ctx, handbook.sequences["marketing-management-grades"], "ga") == ""
    assert mark(ctx, handbook.sequences["telecom-account-manager"], "advanced") == "telecom-account-manager/advanced"


LADDER = {
    "sequence.yml": """
        code: LAD
        name: 阶梯
        cumulative: no
        levels:
          - id: low
            name: 低级
            incomplete: 后半页缺
            notes: [{kind: caution, text: 两稿说法不同}]
          - {id: middle, name: 中级}
          - {id: high, name: 高级}
        grades:
          - {id: two, name: 二档, level: middle, role: 带一名新人的人}
          - {id: one, name: 一档, level: high}
        groups: [{id: all, name: 全部, kind: skill, competencies: [doing]}]
        """,
    "competencies/doing.yml": """
        code: DOI
        name: 做事
        levels:
          low: {lost: 缺页}
          middle: {lost: 缺页}
          high: {indicators: [{id: LAD-DOI-01, text: 会教}]}
        """,
}


def test_words_of_a_grade_that_is_a_level_are_something_left(tmp_path: Path) -> None:
    ctx, sequence = tiny(tmp_path, LADDER)
    assert [level.id for level in levels_left(ctx, sequence)] == ["middle", "high"]
    shown = {page.place.key: page.view for page in level.pages(ctx, sequence)}
    view = shown["middle"]
    assert isinstance(view, level.LevelView)
    assert view.grade_heads[0].step.role == "带一名新人的人"


def test_an_empty_level_of_a_sequence_in_use(tmp_path: Path) -> None:
    """It says what is missing and what changes the meaning; nobody stands there, and it is not for reference."""
    ctx, sequence = tiny(tmp_path, LADDER)
    [page] = empty_level.pages(ctx, sequence)
    view = page.view
    assert isinstance(view, empty_level.EmptyLevelView)
    assert view.standing == "三级中的第一级"
    html = Renderer(ctx.words).body(page, "../../../../")
    assert "后半页缺" in html
    assert "两稿说法不同" in html
    assert not is_for_reference(ctx, sequence)
    assert mark(ctx, sequence, "low") == ""
    front = home.pages(ctx)[0].view
    assert isinstance(front, HomeView)
    [picked] = front.picker.families[0].sequences
    assert [chip.key for chip in picked.chips] == ["middle", "high"]
    marked = marked_levels(ctx)
    assert [*marked] == ["first/middle", "first/high"]
    assert "below" not in marked["first/middle"]
    assert {place for data in marked.values() for place in data["steps"]} == {"first/middle", "first/high"}
