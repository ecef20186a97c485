"""Actions, process, syllabus, calibrations and source of a handbook of two sequences, as their pages say it."""

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from levelbook.build import outputs
from levelbook.catalogue import Catalogue
from levelbook.components import calendar
from levelbook.pages import registry, search_data
from levelbook.pages.calibration.charts import profile_chart
from levelbook.pages.syllabus import merged_order
from levelbook.queries import action_targets
from levelbook.site.context import Context
from levelbook.site.page import Page, StandalonePage
from tests.pages.small import read
from tests.pages.tiny import tiny

FOLDER = Path(__file__).parent / "growth_data"
SAL = "sequences/sales/"


@pytest.fixture(scope="module")
def ctx() -> Context:
    return Context(read(FOLDER), Catalogue("zh"))


@pytest.fixture(scope="module")
def views(ctx: Context) -> dict[str, Any]:
    pages: list[Page | StandalonePage] = [*registry.theme_pages(ctx), *registry.standalone_pages(ctx)]
    return {page.address: page.view for page in pages}


def test_actions_stand_under_what_they_are_for_in_the_order_of_the_tree(views: dict[str, Any]) -> None:
    blocks = views[f"{SAL}actions/"].blocks
    assert [(one.title, [deed.code for deed in one.deeds]) for one in blocks] == [
        ("与人相处", ["SAL-ACT-03", "SAL-ACT-01"]),
        ("倾听", ["SAL-ACT-03"]),
        ("谈判", ["SAL-ACT-02"]),
        ("不限能力", ["SAL-ACT-04"]),
    ]
    assert [one.text for one in blocks[0].members] == ["倾听", "谈判"]
    assert blocks[0].figures == "2 种方式，2 项能力，5 条行为指标"


def test_an_action_in_two_blocks_has_one_anchor_and_names_the_other(views: dict[str, Any]) -> None:
    first, second, *_ = views[f"{SAL}actions/"].blocks
    assert (first.deeds[0].anchor, second.deeds[0].anchor) == ("SAL-ACT-03", "")
    assert [one.text for one in first.deeds[0].also] == ["倾听"]
    assert [(one.text, one.address) for one in second.deeds[0].parts] == [
        ("高", f"{SAL}competency/listening/#l-high"),
        ("SAL-LIS-01", "id/SAL-LIS-01/"),
    ]


def test_a_target_level_is_told_plainly(views: dict[str, Any]) -> None:
    [deed] = views[f"{SAL}actions/"].blocks[2].deeds
    assert (deed.who, deed.rank, deed.link) == ("适合目标级别为高（H2）及以上的人", 2, "https://example.org/c")


def test_coverage_says_which_competencies_have_none(views: dict[str, Any]) -> None:
    cover = views[f"{SAL}actions/"].coverage
    assert cover.say == "3 项能力中有 1 项还没有课程或实践："
    assert [one.text for one in cover.gaps] == ["书写"]
    people, order = cover.groups
    assert [[figure.n for figure in row.figures] for row in (*people.rows, *order.rows)] == [[2, 2], [2, 3], [0, 0]]
    assert [row.indicators for row in (*people.rows, *order.rows)] == ["3/3", "2/2", "0/1"]


def test_a_competency_lists_every_action_that_reaches_it(views: dict[str, Any]) -> None:
    listening = views[f"{SAL}competency/listening/"].ways
    assert [(one.code, one.via, [part.text for part in one.targets]) for one in listening] == [
        ("SAL-ACT-01", "为“与人相处”整类而设", []),
        ("SAL-ACT-03", "为“与人相处”整类而设", ["高", "SAL-LIS-01"]),
    ]
    borrowed = views["sequences/shared/competency/bargaining/"].ways
    assert [(one.code, one.place.text) for one in borrowed] == [
        ("SAL-ACT-01", "销售"),
        ("SAL-ACT-02", "销售"),
        ("SAL-ACT-03", "销售"),
    ]


def test_codes_lead_to_their_place(views: dict[str, Any]) -> None:
    places = {code: views[f"id/{code}/"].target.address for code in ("SAL-ACT-02", "SAL.make", "SAL.goals")}
    assert places == {
        "SAL-ACT-02": f"{SAL}actions/#SAL-ACT-02",
        "SAL.make": f"{SAL}process/#part-make",
        "SAL.goals": f"{SAL}process/#form-goals",
    }
    assert views["id/SAL.keep/"].target.address == f"{SAL}syllabus/#part-keep"
    assert views["id/SAL.year-1/"].target.address == f"{SAL}calibration/#part-year-1"
    assert (views["id/SAL-ACT-05/"].name, views["id/SAL-ACT-05/"].ended.why) == ("旧课", "不再开")


@pytest.mark.parametrize(
    ("span", "months_in_it"),
    [("2", (2,)), ("3-8", (3, 4, 5, 6, 7, 8)), ("9-2", (9, 10, 11, 12, 1, 2)), ("12-1", (12, 1))],
)
def test_spans_wrap_the_year(span: str, months_in_it: tuple[int, ...]) -> None:
    assert calendar.within(*calendar.ends(span)) == months_in_it


def test_the_year_shows_both_calendars_and_says_that_they_contradict(views: dict[str, Any]) -> None:
    year = views[f"{SAL}process/"].year
    assert (year.say, year.cycles) == ("一年两期", ("第一期", "第二期"))
    assert [(one.title, [strip.say for strip in one.strips]) for one in year.almanacs] == [
        ("流程里写的月份", ["2月、8月", "3月至8月、9月至次年2月"]),
        ("“签名”表上印的月份", ["3月、8月"]),
    ]
    carry = year.almanacs[0].strips[1]
    assert [[turn.number for turn in one.turns] for one in carry.months] == [[2]] * 2 + [[1]] * 6 + [[2]] * 4
    assert [(turn.starts, turn.ends) for turn in (carry.months[1].turns[0], carry.months[8].turns[0])] == [
        (False, True),
        (True, False),
    ]
    assert [(one.word, one.ask) for one in year.remarks] == [("矛盾", "应为二月吗？")]


def test_phases_name_steps_and_forms(views: dict[str, Any]) -> None:
    view = views[f"{SAL}process/"]
    assert (view.title, view.roles, view.figures) == ("半年流程", ("员工", "主管"), "2 个阶段，3 步，2 张表")
    assert [[step.text for step in one.steps] for one in view.phases] == [["面谈", "签名"], ["记录"]]
    assert [(one.text, one.address) for one in view.phases[0].forms] == [
        ("目标", "#form-goals"),
        ("签名", "#form-signatures"),
    ]
    assert [one.anchor for one in view.sheets] == ["form-goals", "form-signatures"]


def test_a_sequence_without_its_own_process_has_that_of_the_handbook(views: dict[str, Any]) -> None:
    view = views["sequences/shared/process/"]
    assert (view.title, view.shared) == ("通用流程", True)
    [strip] = view.year.almanacs[0].strips
    assert strip.say == "12月至次年1月"


def test_editions_stand_side_by_side_by_number(views: dict[str, Any]) -> None:
    start, keep = views[f"{SAL}syllabus/"].chapters
    assert (start.title, start.editions, start.new) == ("第一章　开头", ("新版",), True)
    assert start.rows[0].lessons[0].passage.extent == "来源的列举以“等”结尾，并未列全"
    assert keep.editions == ("旧版", "新版")
    shown = [(row.number, [one.passage.title if one else None for one in row.lessons]) for row in keep.rows]
    assert shown == [("第一节", ["关系", "关系"]), ("第二节", [None, "满意"]), ("第三节", ["营销", None])]
    assert keep.rows[2].lessons[0].passage.nothing.kind == "lost"
    assert [one.name for one in keep.targets] == ["倾听"]
    assert [one.text for one in views[f"{SAL}syllabus/"].new] == ["第一章　开头", "工具"]


@pytest.mark.parametrize(
    ("orders", "merged"),
    [
        ([["b", "d"], ["a", "b", "c"]], ("a", "b", "d", "c")),
        ([["1", "2"], ["1", "3"]], ("1", "2", "3")),
        ([["2", "4"], ["1", "2", "3", "4", "5"]], ("1", "2", "3", "4", "5")),
        ([[], ["a"]], ("a",)),
    ],
)
def test_orders_are_merged(orders: list[list[str]], merged: tuple[str, ...]) -> None:
    assert merged_order(orders) == merged


def test_calibrations_say_what_they_changed_and_whether_they_hold(views: dict[str, Any]) -> None:
    shown, first = views[f"{SAL}calibration/"].calibrations
    assert (first.status, first.figures) == (
        "最近一次调整，现在的要求以它为准。",
        "2 项能力，上调 1 项，下调 1 项",
    )
    assert [(row.ratings, row.mean, row.mark) for row in first.rows] == [
        ("低 1 人、高 3 人", "1.75", "75.0"),
        ("低 3 人", "1.00", "0.0"),
    ]
    assert first.raters == ""
    assert (shown.example, shown.ratings.kind) == (True, "empty")
    assert [row.way for row in shown.rows] == ["same", "up"]


def test_both_profiles_are_drawn(views: dict[str, Any]) -> None:
    before, after = views[f"{SAL}calibration/"].calibrations[1].charts
    assert [len(one.dots) for one in (before, after)] == [2, 2]
    assert [dot.y for dot in before.dots] == [dot.y for dot in reversed(after.dots)]
    bell = views[f"{SAL}calibration/"].calibrations[1].rows[0].dumbbell
    assert (bell.before, bell.after, bell.length) == ("0.0", "100.0", "100.0")


ENDING = """
    code: ONE
    name: 甲
    levels:
      - {id: low, name: 低}
      - {id: mid, name: 中, retired: {why: 并入高级, replaced_by: [fine]}}
      - {id: fine, name: 优, retired: {why: 改名, replaced_by: [high]}}
      - {id: high, name: 高}
    grades: [{id: second, name: 二档, level: low}, {id: first, name: 一档, level: high, retired: {why: 不再设}}]
    groups: [{id: all, name: 全部, competencies: [care]}]
    """
CARE = """
    code: CAR
    name: 细心
    kind: skill
    levels:
      low: {indicators: [{id: ONE-CAR-01, text: 查一遍。}]}
      high: {indicators: [{id: ONE-CAR-02, text: 查两遍。}]}
    """
ENDED = """
    calibrations:
      - id: once
        name: 首次
        grade: first
        competencies:
          tact: {before: mid, ratings: {low: 1, mid: 3}, after: low}
          care: {before: low, ratings: {high: 2}, after: high}
      - {id: again, name: 再次, grade: second, competencies: {tact: {before: low, ratings: {high: 2}, after: high}}}
    """


@pytest.fixture(scope="module")
def ended(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """The views of a standard of which much has ended, some of what took its place too."""
    gone = "retired: {why: 换了, replaced_by: [%s]}\n"
    tact = CARE.replace("CAR", "TAC").replace("细心", "分寸").replace("遍。", "回。") + gone % "poise"
    poise = CARE.replace("CAR", "POI").replace("细心", "从容").replace("遍。", "次。") + gone % "care"
    files = {"care": CARE, "tact": tact, "poise": poise}
    ctx, _ = tiny(
        tmp_path_factory.mktemp("ended"),
        {
            "sequence.yml": ENDING,
            "calibration.yml": ENDED,
            **{f"competencies/{key}.yml": text for key, text in files.items()},
        },
    )
    pages: list[Page | StandalonePage] = [*registry.theme_pages(ctx), *registry.standalone_pages(ctx)]
    return {page.address: page.view for page in pages}


def test_a_calibration_keeps_what_has_ended_since(ended: dict[str, Any]) -> None:
    _, once = ended["sequences/first/calibration/"].calibrations
    assert (once.grade.text, once.grade.address) == ("一档", "id/ONE.first/")
    tact, care = once.rows
    assert (tact.link.text, tact.link.address) == ("分寸", "id/ONE-TAC/")
    assert (tact.before.name, tact.before.address, tact.way, tact.dumbbell) == ("中", "", "down", None)
    assert (tact.ratings, tact.mean, tact.mark) == ("低 1 人、中 3 人", "", "")
    assert (care.way, care.mean) == ("up", "2.00")
    assert [dot.number for dot in once.charts[0].dots] == [2]


def test_what_took_the_place_of_something_may_have_ended_itself(ended: dict[str, Any]) -> None:
    assert [(one.name, one.address) for one in ended["id/ONE-TAC/"].ended.replaced_by] == [("从容", "id/ONE-POI/")]
    assert [(one.name, one.address) for one in ended["id/ONE.mid/"].ended.replaced_by] == [("优", "id/ONE.fine/")]
    assert {"id/ONE-POI/", "id/ONE.fine/"} <= ended.keys()


def test_the_source_says_what_it_does_not_say(views: dict[str, Any]) -> None:
    view = views[f"{SAL}source/"]
    assert [(one.name, one.text) for one in view.facts if one.text] == [("来源", "销售标准"), ("发布者", "示例公司")]
    assert [one.name for one in view.facts if one.nothing] == ["原文日期", "原文版本", "原文生效", "解释"]
    assert view.handbook.text == "1 条编者按"
    assert [(kind.word, [one.link.text for one in kind.notes]) for kind in view.kinds] == [
        ("矛盾", ["发展流程 › 签名"]),
        ("过时", ["来源"]),
    ]


def test_what_is_missing_is_listed_with_its_reason(views: dict[str, Any]) -> None:
    missing = [
        (one.nothing.kind, one.why, [thing.text for thing in one.things]) for one in views[f"{SAL}source/"].missing
    ]
    assert missing == [
        ("lost", "表格缺失。", ["第四类"]),
        ("lost", "缺图。", ["结构图"]),
        ("lost", "文本中断。", ["教学大纲 › 旧版 › 留住客户 › 营销"]),
        ("lost", "来源说有 2 项，这里有 0 项", ["第四类"]),
        ("empty", "来源未填。", ["书写 › 低"]),
        ("empty", "", ["评分 2 处"]),
    ]


def test_the_page_of_the_sequence_leads_to_all_of_them(views: dict[str, Any]) -> None:
    view = views[SAL]
    assert [(one.link.text, one.say) for one in view.extras] == [
        ("课程与实践", "4 种方式，2 类"),
        ("半年流程", "2 个阶段，3 步，2 张表"),
        ("教学大纲", "2 个版次，2 章"),
        ("级别调整", "2 次"),
        ("来源与疑点", "销售标准，2 条编者按"),
    ]
    assert (view.sections, [one.text for one in view.elsewhere]) == ((), ["总则", "结构图"])


def test_search_finds_actions_by_name_and_code(ctx: Context) -> None:
    script = search_data.script(ctx)
    assert '["谈判课","sequences/sales/actions/index.html#SAL-ACT-02","发展方式","SAL-ACT-02 培训 销售"]' in script


@pytest.mark.parametrize("language", ["zh", "en"])
def test_pages_are_written_in_both_languages(language: str) -> None:
    made = {one.page.address: one.html for one in outputs(read(FOLDER), Catalogue(language)) if hasattr(one, "html")}
    for page in ("actions", "process", "syllabus", "calibration", "source"):
        assert "<h1" in made[f"{SAL}{page}/"]


def test_search_names_every_page_once(ctx: Context) -> None:
    made = search_data.script(Context(read(FOLDER.parent / "weights_data"), Catalogue("zh")))
    for script in (made, search_data.script(ctx)):
        rows = json.loads(script.partition("=")[2].strip().rstrip(";"))["pages"]
        places = [(title, address) for title, address, *_ in rows]
        assert [one for one in places if places.count(one) > 1] == []


def test_what_a_section_points_to_is_not_what_it_teaches(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    shutil.copytree(FOLDER, folder)
    file = folder / "sequences" / "sales" / "syllabus.yml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("for: [writing]", "for: [writing], see: [listening], where: 第9页"), "utf-8")
    ctx = Context(read(folder), Catalogue("zh"))
    view: Any = next(page.view for page in registry.theme_pages(ctx) if page.address == f"{SAL}syllabus/")
    lesson = view.chapters[1].rows[1].lessons[1]
    assert [one.name for one in lesson.targets] == ["书写"]
    assert ([one.name for one in lesson.passage.see], lesson.passage.where) == (["倾听"], "第9页")


def test_a_step_belongs_to_the_sequence_of_what_is_developed(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    shutil.copytree(FOLDER, folder)
    head = folder / "sequences" / "shared" / "sequence.yml"
    grades = "grades: [{id: first, name: 甲, level: high}, {id: second, name: 乙, level: low}]\n"
    head.write_text(head.read_text(encoding="utf-8") + grades, encoding="utf-8")
    file = folder / "sequences" / "sales" / "actions.yml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("[shared/bargaining], target_from: high", "[shared/bargaining@first]"), "utf-8")
    ctx = Context(read(folder), Catalogue("zh"))
    shared = ctx.handbook.sequences["shared"]
    found = [
        one
        for one in action_targets.reaching(ctx, (shared, shared.competencies["bargaining"]))
        if one.action.id == "SAL-ACT-02"
    ]
    assert [action_targets.serves(found[0], level) for level in ("low", "high")] == [False, True]
    assert action_targets.covered(tuple(found), (shared, shared.competencies["bargaining"])) == {"SHA-BAR-02"}


def test_ladders_of_two_sequences_are_not_compared(ctx: Context) -> None:
    shared = ctx.handbook.sequences["shared"]
    [course] = [
        one
        for one in action_targets.reaching(ctx, (shared, shared.competencies["bargaining"]))
        if one.action.id == "SAL-ACT-02"
    ]
    assert [action_targets.serves(course, level) for level in ("low", "high", "of-another-ladder")] == [
        False,
        True,
        True,
    ]


def test_a_profile_has_no_line_where_it_has_no_level() -> None:
    made = profile_chart("图", ("低", "高"), (1, 2, 0, 1, 1))
    assert [dot.number for dot in made.dots] == [1, 2, 4, 5]
    assert [part[0] for part in re.findall(r"[ML]\d+ \d+", made.path)] == ["M", "L", "M", "L"]


def test_a_link_that_would_run_is_no_link(tmp_path: Path) -> None:
    shutil.copytree(FOLDER, tmp_path / "data")
    file = tmp_path / "data" / "sequences" / "sales" / "actions.yml"
    file.write_text(file.read_text(encoding="utf-8").replace("https://example.org/c", "javascript:alert(1)"), "utf-8")
    made = outputs(read(tmp_path / "data"), Catalogue("zh"))
    assert not [one for one in made if "javascript:" in getattr(one, "html", "")]
