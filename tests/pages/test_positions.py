"""Positions: required levels, conditions, key behaviours, measures; and what steps and groups say besides."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from levelbook.catalogue import Catalogue
from levelbook.pages import registry
from levelbook.pages.position.key_measures import FormulaPiece, KeyMeasureView
from levelbook.pages.sequences import page as sequences
from levelbook.site.context import Context
from levelbook.site.navigation import navigation
from levelbook.site.page import NavItem, Page, StandalonePage
from tests import long_names
from tests.pages.data_files import search_text
from tests.pages.small import read, views_of

FOLDER = Path(__file__).parent / "positions_data"
SALES = "sequences/sales/"
TALKING = "sequences/shared/competency/talking/"


@pytest.fixture(scope="module")
def ctx() -> Context:
    return Context(read(FOLDER), Catalogue("zh"))


@pytest.fixture(scope="module")
def pages(ctx: Context) -> dict[str, Page | StandalonePage]:
    every: tuple[Page | StandalonePage, ...] = (*registry.theme_pages(ctx), *registry.standalone_pages(ctx))
    return {page.address: page for page in every}


@pytest.fixture(scope="module")
def views(pages: dict[str, Page | StandalonePage]) -> dict[str, Any]:
    return {address: page.view for address, page in pages.items()}


@pytest.fixture(scope="module")
def lead(views: dict[str, Any]) -> Any:
    return views[f"{SALES}position/lead/"]


def said(facts: Any) -> dict[str, str]:
    return {one.name: "、".join(target.name for target in one.targets) or one.chip.name for one in facts}


def sentence(pieces: tuple[FormulaPiece, ...]) -> str:
    return "".join(one.text if one.kind == "text" else f"<{one.kind}>" for one in pieces)


def test_place_of_a_position(lead: Any, views: dict[str, Any]) -> None:
    assert said(lead.facts) == {
        "上级岗位": "销售经理",
        "下一个岗位": "大区经理",
        "原文序号": "3",
        "别名": "主管",
        "原文位置": "表5-2",
    }
    head = views[f"{SALES}position/head/"]
    assert said(head.facts) == {"一般要求的级别": "三级", "下级岗位": "销售主管"}
    assert head.facts[1].targets[0].address == f"{SALES}position/lead/"


def test_required_levels_lead_to_their_wording(lead: Any) -> None:
    rows = {row.link.text: row for group in lead.profile.groups for row in group.rows}
    chips = {name: (row.chip.name, row.chip.address) for name, row in rows.items() if row.chip}
    assert chips == {
        "成交": ("二级", f"{SALES}competency/selling/#l-two"),
        "说话": ("二级", f"{TALKING}#l-two"),
        "督导": ("三级", ""),
        "写作": ("一级", "sequences/shared/competency/writing/#l-one"),
    }
    assert (rows["说话"].summary, rows["说话"].wording.text) == ("说得动听。", "2 条行为指标")
    assert rows["督导"].no_wording.kind == "empty"
    assert [(name, row.absence.kind) for name, row in rows.items() if row.absence] == [
        ("年限", "na"),
        ("礼貌", "unlisted"),
    ]
    assert lead.profile.summary == "4 项有要求，另 1 项不作要求，另 1 项没有列出"


def test_required_levels_outside_the_tree_stand_under_their_sequence(lead: Any) -> None:
    assert [(group.title, group.figures) for group in lead.profile.groups] == [
        ("技能", "3/3 项"),
        ("条件", "0/1 项"),
        ("大类 › 小类", "0/1 项"),
        ("词典", "1/1 项"),
    ]


def test_chart_holds_the_figures_of_the_table_highest_first(lead: Any) -> None:
    assert [(bar.name, bar.rank) for bar in lead.profile.bars] == [("督导", 3), ("成交", 2), ("说话", 2), ("写作", 1)]
    assert lead.profile.levels == ("一级", "二级", "三级")


def test_level_of_a_position_holds_for_all_but_what_it_names(views: dict[str, Any]) -> None:
    profile = views[f"{SALES}position/head/"].profile
    rows = {row.link.text: row for group in profile.groups for row in group.rows}
    assert {name: (row.chip.name if row.chip else "", row.exception) for name, row in rows.items()} == {
        "成交": ("二级", True),
        "说话": ("", True),
        "督导": ("三级", False),
        "年限": ("", False),
        "礼貌": ("", False),
    }
    assert (rows["说话"].absence.kind, rows["礼貌"].unlevelled) == ("na", True)
    assert profile.summary == "2 项有要求，另 2 项不分级，另 1 项不作要求"


def test_conditions_say_depth_declared_number_and_what_is_related(lead: Any) -> None:
    school, known = lead.conditions
    assert (school.margin.number, school.entry.name, school.entry.text) == ("1", "学历", "大专以上")
    assert known.tags == ("要求熟悉",)
    assert known.margin.extent == "来源列出 3 项，这里有 2 项"
    assert [one.address for one in known.margin.see] == [f"{SALES}competency/selling/"]


def test_what_is_related_is_linked_both_ways(views: dict[str, Any]) -> None:
    assert [one.name for one in views[f"{SALES}competency/selling/"].see] == ["销售主管"]
    assert said(views[f"{SALES}level/two/"].step.facts) == {"参见": "一级"}
    rules = views[SALES].tree[1].head
    assert said(rules.facts) == {"参见": "技能"}


def test_formula_target_and_deduction(lead: Any) -> None:
    growth, visits, speed, spirit = lead.behaviours[0].measures
    assert growth.formula.in_a_line == "增长率 = (本期 ÷ 上期 − 1) × 100%"
    assert sentence(growth.target) == "<blank>%"
    assert sentence(growth.deduction) == "每降低<blank>%，扣2分"
    assert [one.about for one in growth.margin.remarks] == ["计算公式"]
    assert visits.formula.in_a_line == "拜访 = 次数 ÷ 天数 次"
    assert sentence(visits.target) == "2.5次"
    assert speed.no_formula.kind == "lost"
    assert sentence(speed.deduction) == "每降低1%，扣<lost>分"
    assert (spirit.in_words, growth.in_words) == (True, False)
    assert [one.in_words for one in lead.measures] == [True]


def test_what_is_missing_of_a_position_is_said(lead: Any, views: dict[str, Any]) -> None:
    assert lead.position.incomplete == "图5-2缺失"
    assert [(one.entry.name, one.nothing.kind if one.nothing else "") for one in lead.sections] == [
        ("工作目的", ""),
        ("岗位工资", "empty"),
    ]
    ghost = views[f"{SALES}position/ghost/"]
    assert (ghost.absence.kind, ghost.absence.why, ghost.profile) == ("lost", "只剩一句话", None)


def test_sequence_lists_its_positions(views: dict[str, Any]) -> None:
    rows = views[SALES].positions
    assert [(row.link.text, row.figures) for row in rows] == [
        ("销售主管", "4 项要求的级别，2 条任职条件，1 项关键行为，5 项考核指标，2 栏说明"),
        ("销售经理", "4 项要求的级别"),
        ("渠道主管", ""),
    ]
    assert rows[0].reports_to.address == f"{SALES}position/head/"
    assert [row.nothing.kind if row.nothing else "" for row in rows] == ["lost", "", "lost"]


def _asked(one: Any) -> str:
    return str(one.chip.name if one.chip else one.absence.kind if one.absence else "不分级")


def test_table_of_positions(views: dict[str, Any]) -> None:
    view = views[f"{SALES}positions/"]
    assert [(head.link.text, head.figures) for head in view.heads] == [
        ("销售主管", "4 项有要求"),
        ("销售经理", "4 项有要求"),
        ("渠道主管", ""),
    ]
    rows = {row.link.text: row.cells for group in view.groups for row in group.rows}
    cells = {name: [_asked(one) for one in asked] for name, asked in rows.items()}
    assert cells == {
        "成交": ["二级", "二级", "lost"],
        "说话": ["二级", "na", "lost"],
        "督导": ["三级", "三级", "lost"],
        "年限": ["na", "不分级", "lost"],
        "礼貌": ["unlisted", "不分级", "lost"],
        "写作": ["一级", "unlisted", "lost"],
    }
    assert rows["写作"][1].absence.text == "没有列出"
    assert (view.competencies, view.positions, view.most) == ("6 项能力", "岗位 3 个", 0)


def test_of_many_positions_five_are_shown_first() -> None:
    with TemporaryDirectory() as folder:
        long_names.write(Path(folder))
        view: Any = views_of(Context(read(Path(folder)), Catalogue("en")))["sequences/engineering/positions/"]
    assert view.most == 5
    assert [head.chosen for head in view.heads] == [True] * 5 + [False] * 19
    assert [group.figures for group in view.groups] == ["4 competencies", "3 competencies", "3 competencies"]


def test_a_position_leads_to_itself_among_the_others(lead: Any) -> None:
    assert lead.comparison == f"{SALES}positions/#p-lead"


def test_who_needs_a_competency_of_another_sequence(views: dict[str, Any]) -> None:
    needs = views[TALKING].needs
    assert [(one.name, one.sequence, one.chip.name if one.chip else one.nothing.kind) for one in needs] == [
        ("起步", "销售", "一级"),
        ("独立", "销售", "lost"),
        ("销售主管", "销售", "二级"),
        ("销售经理", "销售", "na"),
    ]
    writing = views["sequences/shared/competency/writing/"].needs
    assert [(one.name, one.address) for one in writing] == [("销售主管", f"{SALES}position/lead/")]


def test_permanent_codes(views: dict[str, Any]) -> None:
    assert views["id/SAL.lead/"].target.address == f"{SALES}position/lead/"
    assert views["id/SAL.general/"].retired.replaced_by[0].name == "销售主管"


def test_found_by_search_navigation_and_the_table_of_sequences(ctx: Context) -> None:
    assert f'["销售主管","{SALES}position/lead/index.html","position",["销售"],"Sales lead\\n主管"' in search_text(ctx)
    [place] = [one for one in _every(navigation(ctx)) if one.title == "岗位"]
    assert [one.title for one in place.children] == ["岗位对照表", "销售主管", "销售经理", "渠道主管"]
    [page] = sequences.pages(ctx)
    assert isinstance(page.view, sequences.SequencesView)
    row = page.view.families[0].rows[0]
    assert "岗位 3 个" in row.contents
    assert f"{SALES}positions/" in [door.address for door in row.doors]


def _every(items: tuple[NavItem, ...]) -> list[NavItem]:
    return [one for item in items for one in (item, *_every(item.children))]


def test_level_says_all_that_is_known_of_it(views: dict[str, Any]) -> None:
    level = views[f"{SALES}level/one/"]
    assert level.step.step.number == "第1级"
    assert said(level.step.facts) == {"别名": "入门", "原文位置": "表1", "参见": "二级"}
    skills, rules, manners = level.step.groups
    assert (skills.title, skills.figures) == ("一　技能", "3 项能力，3 条行为指标")
    assert skills.new_figures == "3 项能力，写明 3 条行为指标"
    assert skills.extent == "来源列出 4 项，这里有 3 项；来源的列举以“等”结尾，并未列全"
    assert (rules.new_figures, rules.judged) == (
        "1 项条件，1 条行为指标，各级都适用",
        "任职条件：只分满足与不满足，不分高低。",
    )
    assert rules.articles[0].indicators[0].tags == ("要求熟悉",)
    assert manners.articles[0].unlevelled


def test_cell_says_its_own_name_number_place_and_gaps(views: dict[str, Any]) -> None:
    one, two = (views[f"{SALES}level/{key}/"].step.groups[0].articles[0] for key in ("one", "two"))
    assert (one.margin.number, one.margin.where, one.margin.extent) == ("1.1", "片段a", "来源列出 3 条，这里有 2 条")
    assert [(line.margin.number, line.code) for line in one.indicators] == [("2", "SAL-SEL-01"), ("", "")]
    assert [remark.note.text for remark in one.indicators[0].margin.remarks] == ["像是抄错的"]
    assert (two.cell.name, two.margin.where, {line.margin.where for line in two.indicators}) == ("谈成", "片段b", {""})
    assert two.indicators[1].tags == ("反向指标：越符合，得分越低",)


def test_competency_shows_the_same(views: dict[str, Any]) -> None:
    one, two, three = views[f"{SALES}competency/selling/"].levels
    assert (one.margin.extent, one.margin.where) == ("来源列出 3 条，这里有 2 条", "片段a")
    assert (two.cell.name, three.absence.kind) == ("谈成", "lost")
    years = views[f"{SALES}competency/years/"]
    assert years.judged.startswith("任职条件")
    assert ("隐私", "涉及个人隐私，表单上默认不列出") in years.facts


def test_stage_that_is_a_level_is_told_of_on_its_page_and_one_whose_level_is_lost_on_its_own(
    views: dict[str, Any],
) -> None:
    level, unknown = views[f"{SALES}level/one/"], views[f"{SALES}grade/unknown/"]
    assert level.grades == "起步"
    [start] = level.grade_heads
    assert start.step.number == "第一阶段"
    assert "阶段与级别的对应是推断的" in [one.note.text for one in level.remarks]
    assert start.expectations[0].margin.where == "第3页"
    assert [(grade.note, grade.address) for grade in unknown.grades] == [
        ("第一阶段", f"{SALES}level/one/"),
        ("", f"{SALES}grade/unknown/"),
    ]
    assert unknown.required_in_short == "原文缺失，另 2 项不分级"
    [row, *_] = unknown.required_levels[0].rows
    assert row.absence.kind == "lost"


def test_groups_above_groups_are_not_passed_over(views: dict[str, Any]) -> None:
    small = views[SALES].tree[2]
    [whole] = small.above
    assert (whole.title, whole.group.definition, whole.remarks[0].note.text) == ("大类", "两个小类", "名称是推断的")
    assert small.head.title == "大类 › 小类"


def test_english() -> None:
    ctx = Context(read(FOLDER), Catalogue("en"))
    found = {page.address: page for page in registry.theme_pages(ctx)}
    view: Any = found[f"{SALES}position/lead/"].view
    growth: KeyMeasureView = view.behaviours[0].measures[0]
    assert (found[f"{SALES}position/lead/"].title, view.sequence.text) == ("Sales lead", "Sales")
    assert sentence(growth.deduction) == "below target, per <blank>%: minus 2 points"
    assert (
        view.profile.summary == "4 competencies required, plus 1 competency not required, plus 1 competency not listed"
    )


def test_sequences_without_positions_have_no_pages_of_them(pages: dict[str, Page | StandalonePage]) -> None:
    assert not [address for address in pages if address.startswith("sequences/shared/position")]
