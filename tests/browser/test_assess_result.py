"""The result of an assessment and the manager's view of it, as people use them; figures are those of the arithmetic."""

import csv
import io
import json
import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect

from levelbook.assessment.scoring.answers import read_answers
from levelbook.assessment.scoring.checklist import Mode
from levelbook.assessment.scoring.result import Result
from levelbook.assessment.scoring.review import differences
from levelbook.assessment.scoring.totals import assess
from levelbook.catalogue import Catalogue
from tests.browser.assessed import (
    CONDITIONS,
    LEVELS,
    TELECOM,
    TENCENT,
    WEIGHTS,
    Doc,
    answer,
    as_file,
    data_of,
    document,
    have_rated,
    open_result,
    rated,
    sign,
    together,
    whose,
)
from tests.browser.conftest import WIDTHS, fits, laid_out
from tests.browser.lasting import watch
from tests.browser.paper import printed, sheets
from tests.reference.contract import scored_checklist

PAGES = {"telecom": TELECOM, "tencent": TENCENT, "weights": WEIGHTS, "levels": LEVELS, "conditions": CONDITIONS}


FIGURES = """all => all.map((cell) => {
    const own = cell.cloneNode(true);
    own.querySelectorAll('.lb-part').forEach((part) => part.remove());
    return own.textContent;
})"""
"""The figures alone of cells, without what says that they rest on a part."""


def scored(data: dict[str, Any], doc: Doc) -> Result:
    """What the arithmetic of the command line says."""
    return assess(scored_checklist(data), read_answers(doc["answers"]), Mode(doc["mode"]))


def read(text: str) -> str:
    """A figure of the page as a plain decimal."""
    return text.replace("−", "-").replace("+", "").strip()


def same(shown: str, exact: str | None) -> bool:
    """Whether the page shows this figure."""
    return read(shown) in ("—", "") if exact is None else float(read(shown)) == float(exact)


def cells(row: Locator) -> list[str]:
    """What stands in the cells of a row."""
    texts: list[str] = row.locator("td.is-num").evaluate_all(FIGURES)
    return [text.strip() for text in texts]


def test_nothing_rated_says_so_and_leads_back(page: Page, served: str) -> None:
    open_result(page, served + TELECOM)
    expect(page.locator(".lb-result__empty")).to_contain_text("尚未评分")
    page.get_by_role("link", name="去评分").click()
    expect(page.locator("form.lb-check__items")).to_be_visible()


@pytest.mark.parametrize("name", list(PAGES))
def test_figures_are_those_of_the_arithmetic(page: Page, served: str, built: Path, name: str) -> None:
    data = data_of(built, PAGES[name])
    doc = document(data, answers=rated(data, 1, skip=5))
    result = scored(data, doc)
    open_result(page, served + PAGES[name], doc)
    figures = page.locator(".lb-sumline b").all_inner_texts()
    assert same(figures[0], result.mean)
    assert figures[1:] == [str(result.reached), str(result.below), str(result.of - result.counted)]
    assert shown_gaps(page) == {item.code: float(item.gap) for item in result.items if item.gap is not None}
    means = {row.locator("th").inner_text(): cells(row)[:2] for row in page.locator(".lb-grpsc tbody tr").all()}
    for group in result.groups:
        if group.of:
            own = next(texts for title, texts in means.items() if title.endswith(group.name))
            assert same(own[0], group.mean), group.name
            assert same(own[1], group.gap), group.name


def shown_gaps(page: Page) -> dict[str, float]:
    """The last figure of every row with a score."""
    rows = page.locator(".lb-gap tbody tr[data-code]:not(.is-out)").all()
    return {str(row.get_attribute("data-code")): float(read(cells(row)[-1])) for row in rows}


def test_gaps_come_sorted_and_the_rest_says_why(page: Page, served: str, built: Path) -> None:
    data = data_of(built, TELECOM)
    given = rated(data, 1)
    given["TAM-REL"] = answer(next(item for item in data["items"] if item["code"] == "TAM-REL"), na="本期没有分配客户")
    del given["TAM-ACH"]
    open_result(page, served + TELECOM, document(data, answers=given))
    gaps = list(shown_gaps(page).values())
    assert gaps == sorted(gaps)
    out = {str(row.get_attribute("data-code")): row.inner_text() for row in page.locator(".lb-gap tr.is-out").all()}
    assert "没有权重" in out["TAM-PRO"]
    assert "本期没有分配客户" in out["TAM-REL"]
    assert "去评分" in out["TAM-ACH"]
    page.locator(".lb-gap tr[data-code=TAM-ACH]").get_by_role("link", name="去评分").click()
    expect(page.locator("#q-TAM-ACH")).to_be_in_viewport()
    expect(page.locator("input[name=r-TAM-ACH]").first).to_be_focused()


def test_weighted_points_say_what_is_counted(page: Page, served: str, built: Path) -> None:
    data = data_of(built, WEIGHTS)
    doc = document(data, answers=rated(data, 1, skip=5))
    points = scored(data, doc).points
    assert points is not None
    open_result(page, served + WEIGHTS, doc)
    box = page.locator(".lb-result__weighted")
    assert same(box.locator("b").first.inner_text(), points.earned)
    for figure in (points.of, points.total, points.open, points.uncounted):
        assert str(figure) in box.inner_text()
    box.locator("summary").click()
    earned = {row.locator("th").inner_text(): cells(row) for row in box.locator("tbody tr").all()}
    for item in scored(data, doc).items:
        if item.weight is not None:
            own = next(texts for title, texts in earned.items() if title.endswith(item.name))
            assert same(own[0], item.weight)
            assert same(own[2], item.earned)


def test_conditions_are_met_or_not(page: Page, served: str, built: Path) -> None:
    data = data_of(built, CONDITIONS)
    doc = document(data, answers=rated(data, 1))
    met = scored(data, doc).conditions
    open_result(page, served + CONDITIONS, doc)
    box = page.locator(".lb-result__conditions")
    assert box.locator(".is-met").count() == met.met
    assert box.locator("li").count() == met.of


def test_levels_are_said_by_name(page: Page, served: str, built: Path) -> None:
    data = data_of(built, LEVELS)
    open_result(page, served + LEVELS, document(data, answers=rated(data, 2)))
    names = {rating["name"] for rating in data["scales"]["levels"]["ratings"]}
    rows = page.locator(".lb-gap tbody tr[data-code]:not(.is-out)").all()
    assert rows
    assert all(cells(row)[0] in names for row in rows)
    expect(page.locator(".lb-sumline div").first).to_contain_text("各项要求的级别不同" if varied(data) else "要求平均")
    for card in page.locator(".lb-top3 > li").all():
        asked = card.locator("h3 .lb-num").inner_text().split("→")[-1].strip()
        assert card.locator(".lb-top3__q").inner_text().startswith(asked)


def varied(data: dict[str, Any]) -> bool:
    """Whether the items that can be rated ask different levels."""
    return len({item["standard"] for item in data["items"] if item["kind"] == "rating"}) > 1


def test_full_mode_shows_the_means_of_indicators(page: Page, served: str, built: Path) -> None:
    data = data_of(built, TENCENT)
    scale = data["scales"][data["partScale"]]["ratings"]
    given = {}
    for item in data["items"][:5]:
        for at, part in enumerate(item["parts"]):
            given[part["code"]] = answer({**part, "name": ""}, points=scale[at % len(scale)]["points"])
    doc = document(data, answers=given, mode="full")
    open_result(page, served + TENCENT, doc)
    result = scored(data, doc)
    assert result.counted
    assert shown_gaps(page) == {item.code: float(item.gap) for item in result.items if item.gap is not None}


def test_the_items_that_move_most_are_taken_and_changed(page: Page, served: str, built: Path) -> None:
    data = data_of(built, TENCENT)
    doc = document(data, answers=rated(data, 1))
    most = scored(data, doc).most
    open_result(page, served + TENCENT, doc)
    cards = page.locator(".lb-top3 > li")
    assert [card.get_attribute("data-code") for card in cards.all()] == list(most[:3])
    page.get_by_role("button", name="选定这 3 项").press("Enter")
    expect(page.locator(".lb-gap .lb-mark")).to_have_count(3)
    expect(page.locator(".lb-result__top h2")).to_be_focused()
    page.locator(".lb-choose summary").click()
    other = page.locator(f"input[name=choose-{most[3]}]")
    expect(other).to_be_disabled()
    page.locator(f"input[name=choose-{most[0]}]").press("Space")
    expect(page.locator(f"input[name=choose-{most[0]}]")).to_be_focused()
    expect(other).to_be_enabled()
    other.check()
    kept = stored(page)["answers"]
    assert {code for code, given in kept.items() if given["pick"]} == {most[1], most[2], most[3]}
    card = page.locator(f'.lb-top3 > li[data-code="{most[1]}"]')
    code = next(item for item in data["items"] if item["code"] == most[1])["parts"][0]["code"]
    assert str(card.locator(".lb-code").first.get_attribute("href")).endswith(f"id/{code}/index.html")


def stored(page: Page) -> Doc:
    """The open document as the browser keeps it."""
    doc: Doc = page.evaluate(
        "JSON.parse(localStorage.getItem(`levelbook.assess.${document.querySelector('lb-assess').doc.id}`))"
    )
    return doc


def test_actions_stand_beside_what_they_develop(page: Page, served: str, built: Path) -> None:
    data = data_of(built, TENCENT)
    open_result(page, served + TENCENT, document(data, answers=rated(data, 1)))
    for card in page.locator(".lb-top3 > li").all():
        code = str(card.get_attribute("data-code"))
        fitting = [action["text"] for action in data["actions"] if code in action["for"]]
        assert card.locator(".lb-top3__acts li").count() == len(fitting)
        if not fitting:
            expect(card).to_contain_text("手册里还没有对应的发展方式")


def test_few_items_make_bars_and_many_make_groups(page: Page, served: str, built: Path) -> None:
    data = data_of(built, TELECOM)
    two = {item["code"]: answer(item, points="4") for item in data["items"][:2]}
    open_result(page, served + TELECOM, document(data, answers=two))
    expect(page.locator("svg.lb-radar")).to_have_count(0)
    expect(page.locator(".lb-axes li")).to_have_count(2)
    data = data_of(built, WEIGHTS)
    open_result(page, served + WEIGHTS, document(data, 2, answers=rated(data, 1)))
    groups = page.locator("svg.lb-radar .r-mep").count()
    assert 3 <= groups < 24
    numbers = [str(n) for n in range(1, groups + 1)]
    assert page.locator(".lb-grpsc .lb-no").all_inner_texts() == numbers
    assert page.locator("svg.lb-radar .r-no").all_text_contents() == numbers, "on a phone they stand for the names"


def test_groups_of_a_radar_have_the_managers_mean_in_the_table(page: Page, served: str, built: Path) -> None:
    data = data_of(built, WEIGHTS)
    doc = document(data, answers=rated(data, 1), manager={"name": "", "answers": rated(data, 2)})
    open_result(page, served + WEIGHTS, doc)
    assert page.locator("svg.lb-radar .r-mgrp").count() >= 3
    theirs = assess(scored_checklist(data), read_answers(doc["manager"]["answers"]), Mode.QUICK)
    rows = {row.locator("th").inner_text(): cells(row) for row in page.locator(".lb-grpsc tbody tr").all()}
    for group in theirs.groups:
        if group.mean is not None:
            own = next(texts for title, texts in rows.items() if title.endswith(group.name))
            assert same(own[1], group.mean), group.name


def test_an_old_finished_one_says_what_it_was_rated_on(page: Page, served: str, built: Path) -> None:
    data = data_of(built, TELECOM)
    old = {"finished": "2026-06-20T02:00:00.000Z", "release": "0.0.1", "result": {"mean": "2.75"}}
    given = rated(data, 1, skip=5)
    open_result(page, served + TELECOM, document(data, answers=given, **old))
    page.evaluate(f"location.hash = '#open={1:016x}'")
    page.evaluate("location.hash = '#result'")
    expect(page.locator(".lb-result__older")).to_contain_text("0.0.1")
    expect(page.locator(".lb-result__older")).to_contain_text("2.75")
    expect(page.locator("lb-result a[href^='#q-']")).to_have_count(0)
    open_result(page, served + TELECOM, document(data, 2, answers=given))
    page.evaluate(f"location.hash = '#open={2:016x}'")
    page.evaluate("location.hash = '#result'")
    expect(page.locator("lb-result a[href^='#q-']").first).to_be_attached()
    expect(page.locator(".lb-result__older")).to_have_count(0)


def serve(page: Page, address: str, data: dict[str, Any]) -> None:
    """The page with other data in it, as another company might have them."""

    def answer_with(route: Route) -> None:
        pattern = r'(?<=id="lb-assess-data">).*?(?=</script>)'
        text = re.sub(pattern, lambda _: json.dumps(data), route.fetch().text(), flags=re.DOTALL)
        route.fulfill(body=text, content_type="text/html; charset=utf-8")

    page.route(lambda url: url.split("#")[0] == address, answer_with)


def test_without_standards_nothing_is_reached_or_missed(page: Page, served: str, built: Path) -> None:
    data = data_of(built, TELECOM)
    data["items"] = [item | {"standard": None} for item in data["items"]]
    serve(page, served + TELECOM, data)
    open_result(page, served + TELECOM, document(data, answers=rated(data, 1)))
    texts = page.locator(".lb-sumline div").all_inner_texts()
    assert all("未写明标准" in text and "—" in text for text in texts[1:3])
    assert "标准" not in texts[0]


def test_gaps_of_several_scales_are_not_added_up(page: Page, served: str, built: Path) -> None:
    data = data_of(built, TELECOM)
    data["scales"]["other"] = data["scales"][data["scale"]] | {"name": "另一种"}
    data["items"][1]["scale"] = "other"
    serve(page, served + TELECOM, data)
    open_result(page, served + TELECOM, document(data, answers=rated(data, 1)))
    expect(page.locator(".lb-sumline div").nth(2)).to_contain_text("不能相加")


def test_what_is_said_is_seen(page: Page, served: str, built: Path) -> None:
    data = data_of(built, TELECOM)
    open_result(page, served + TELECOM, document(data, answers=rated(data, 1)))
    page.locator("lb-result [data-act=lay]").scroll_into_view_if_needed()
    expect(page.locator(".lb-result__title")).not_to_be_in_viewport()
    page.locator("input[data-lay]").set_input_files(as_file("[1, 2]"))
    expect(page.locator(".lb-undo")).to_contain_text("没有改动")
    expect(page.locator(".lb-undo")).to_be_in_viewport()


def test_names_round_a_radar_do_not_lie_on_each_other(page: Page, served: str, built: Path) -> None:
    data = data_of(built, TELECOM)
    first = data["items"][0] | {"parts": [], "none": None}
    names = [f"一个相当长的能力项的名称{n:02}" for n in range(24)]
    data["items"] = [first | {"code": f"X-{n}", "name": name} for n, name in enumerate(names)]
    serve(page, served + TELECOM, data)
    given = {item["code"]: answer(item, points="4") for item in data["items"]}
    open_result(page, served + TELECOM, document(data, answers=dict(list(given.items())[:2])))
    for count, item in enumerate(data["items"][2:], start=3):
        page.evaluate(RATE, [item["code"], given[item["code"]]])
        expect(page.locator("svg.lb-radar .r-name")).to_have_count(count)
        assert page.evaluate(OVERLAPS) == [], count


RATE = "([code, answer]) => document.querySelector('lb-assess').update((doc) => { doc.answers[code] = answer; })"
OVERLAPS = """() => {
    const boxes = [...document.querySelectorAll('svg.lb-radar .r-name')].map((name) => name.getBBox());
    const apart = 3, overlaps = [];
    boxes.forEach((box, n) => boxes.slice(n + 1).forEach((other, m) => {
        const beside = box.x + box.width <= other.x + apart || other.x + other.width <= box.x + apart;
        const under = box.y + box.height <= other.y + apart || other.y + other.height <= box.y + apart;
        if (!beside && !under) overlaps.push([n, n + 1 + m]);
    }));
    return overlaps;
}"""
"""Which names of the radar lie on each other, in its own units."""


def test_other_files_are_refused_and_nothing_changes(page: Page, served: str, built: Path) -> None:
    data = data_of(built, TELECOM)
    open_result(page, served + TELECOM, document(data, answers=rated(data, 1)))
    before = stored(page)
    for file, said in (
        ('{"levelbook": "assess', "没有改动"),
        ("[1, 2]", "没有改动"),
    ):
        page.locator("input[data-lay]").set_input_files(as_file(file))
        expect(page.locator(".lb-undo")).to_contain_text(said)
        assert stored(page) == before


def test_a_file_of_another_assessment_is_opened_beside(page: Page, served: str, built: Path) -> None:
    data = data_of(built, TELECOM)
    open_result(page, served + TELECOM, document(data, answers=rated(data, 1)))
    before = stored(page)
    page.locator("input[data-lay]").set_input_files(as_file(document(data, 9, answers=rated(data, 2), name="李四")))
    expect(page.get_by_role("dialog")).to_contain_text("不是正在看的那一份")
    whose(page, "我自己的")
    expect(page.locator(".lb-undo")).to_contain_text("已打开")
    assert stored(page)["id"] == f"{9:016x}"
    assert page.evaluate(f"JSON.parse(localStorage.getItem('levelbook.assess.{before['id']}'))") == before


def saved(page: Page, button: Locator) -> Doc:
    """What is in the file that a button hands over."""
    with page.expect_download() as download:
        button.click()
    doc: Doc = json.loads(Path(str(download.value.path())).read_text(encoding="utf-8"))
    return doc


def test_employee_and_manager_agree_on_one_file(browser: Browser, served: str, built: Path) -> None:
    data = data_of(built, TELECOM)
    own, desk = (browser.new_context(accept_downloads=True) for _ in range(2))
    employee, manager = own.new_page(), desk.new_page()
    troubles = watch(employee) + watch(manager)
    open_result(employee, served + TELECOM, document(data, answers=rated(data, 1)))
    file = saved(employee, employee.locator("lb-result [data-act=save]"))

    ratings = manager_rates(manager, served + TELECOM, file)
    differing = [
        rating
        for rating in differences(scored_checklist(data), read_answers(file["answers"]), ratings, Mode.QUICK)
        if rating.same is False
    ]
    rows = manager.locator(".lb-differ").first.locator("tbody tr")
    assert [row.get_attribute("data-code") for row in rows.all()] == [rating.code for rating in differing]
    assert [float(read(cells(row)[2])) for row in rows.all()] == [float(rating.difference or 0) for rating in differing]
    manager.get_by_label("主管姓名").fill("王五")
    manager.get_by_label("主管姓名").press("Tab")
    together(manager)
    manager.locator(f"select[name=agreed-{differing[0].code}]").select_option("4")
    together(manager, False)
    both = saved(manager, manager.locator("lb-result [data-act=save]"))
    assert both["agreed"] == {differing[0].code: "4"}
    assert unchanged(file, both)

    lay_over(employee, both, data)
    assert troubles == []
    own.close()
    desk.close()


def unchanged(file: Doc, later: Doc) -> bool:
    """Whether a later file holds the employee's answers as they were, noted beside them at most what they rest on."""
    noted = {"basis", "scaleHash", "weight", "negative", "papers"}
    before, after = file["answers"], later["answers"]
    kept = {code: {key: given.get(key) for key in before.get(code, {})} for code, given in after.items()}
    return bool(kept == before and all(given.keys() - before[code].keys() <= noted for code, given in after.items()))


def manager_rates(page: Page, address: str, file: Doc) -> Any:
    """A manager opens the employee's file, rates some items, looks at the result."""
    page.goto(address)
    laid_out(page)
    page.locator("input[data-open]").set_input_files(as_file(file))
    whose(page, "我来评这位员工")
    expect(page.locator(".lb-undo")).to_contain_text("你来评")
    for code, points in (("TAM-ACH", "2"), ("TAM-COO", "6"), ("TAM-EXE", file["answers"]["TAM-EXE"]["points"])):
        page.locator(f'input[name="r-{code}"][value="{points}"]').check(force=True)
    have_rated(page)
    expect(page.locator(".lb-result__differ")).to_be_visible()
    return read_answers(stored(page)["manager"]["answers"])


def lay_over(page: Page, both: Doc, data: dict[str, Any]) -> None:
    """The employee changed an answer meanwhile, is asked about it, keeps it, and sees the manager's line."""
    page.evaluate("document.querySelector('lb-assess').update((doc) => { doc.answers['TAM-ACH'].points = '0'; })")
    page.locator("input[data-lay]").set_input_files(as_file(both))
    page.locator("input[name=one-by-one]").check()
    page.get_by_role("button", name="收进来").click()
    expect(page.locator(".lb-lay fieldset")).to_have_count(1)
    expect(page.locator(".lb-lay")).to_contain_text("自评：成就导向")
    page.get_by_role("button", name="按所选合并").press("Enter")
    expect(page.locator(".lb-undo")).to_contain_text("已收进主管的评分")
    doc = stored(page)
    assert doc["answers"]["TAM-ACH"]["points"] == "0"
    assert doc["manager"]["name"] == "王五"
    assert doc["manager"]["answers"]["TAM-COO"]["points"] == "6"
    assert doc["agreed"] == both["agreed"]
    exams = [item.code for item in scored(data, doc).items if item.kind == "exam" and item.state == "scored"]
    expect(page.locator("svg.lb-radar .r-mgrp")).to_have_count(3 + len(exams))
    expect(page.locator(".lb-result__differ")).to_contain_text("主管：王五")


def test_finished_is_asked_first_and_stays(page: Page, served: str, built: Path) -> None:
    data = data_of(built, TENCENT)
    open_result(page, served + TENCENT, document(data, answers=rated(data, 1)))
    page.get_by_role("button", name="签定").click()
    page.get_by_role("dialog").get_by_role("button", name="先不签").click()
    assert stored(page)["finished"] is None
    sign(page)
    closed = stored(page)
    assert closed["finished"]
    assert closed["result"]["mean"] == scored(data, closed).mean
    assert closed["result"]["groups"], "the history shows the means of the groups as well"
    page.get_by_role("button", name="开始下一期").click()
    fresh = stored(page)
    assert fresh["id"] != closed["id"]
    assert fresh["finished"] is None
    kept = page.evaluate("id => JSON.parse(localStorage.getItem(`levelbook.assess.${id}`))", closed["id"])
    assert kept == closed


def test_what_was_chosen_of_one_file_is_not_chosen_of_the_next(page: Page, served: str, built: Path) -> None:
    data = data_of(built, TELECOM)
    here = document(data, answers=rated(data, 1))
    open_result(page, served + TELECOM, here)
    for turn in (2, 3):
        page.locator("input[data-lay]").set_input_files(as_file(here | {"answers": rated(data, turn)}))
        page.get_by_role("button", name="合在一起").click()
        expect(page.locator(".lb-lay input[value=file]:checked")).to_have_count(0)
        page.locator(".lb-lay input[value=file]").first.check()
        page.get_by_role("button", name="不合并").click()
    assert stored(page)["answers"].keys() == here["answers"].keys()
    assert read_answers(stored(page)["answers"]) == read_answers(here["answers"])


def test_the_question_about_the_plan_names_its_place(page: Page, served: str, built: Path) -> None:
    data = data_of(built, TENCENT)
    forms = {known["id"]: known for known in data["plan"]["forms"]}
    form = next(known for known in forms.values() if known["rows"] == "many")
    field = next(column for column in form["fields"] if column["input"] == "text" and not column["fields"])
    plans = [{form["id"]: [{"@id": "a", field["id"]: text}]} for text in ("读书", "上课")]
    open_result(page, served + TENCENT, document(data, answers=rated(data, 1), plan=plans[0]))
    page.locator("input[data-lay]").set_input_files(as_file(document(data, answers=rated(data, 1), plan=plans[1])))
    page.get_by_role("button", name="收进来").click()
    asked = page.locator(".lb-lay fieldset")
    for text in (form["name"], field["name"], "读书", "上课"):
        expect(asked).to_contain_text(text)


def test_of_a_finished_one_the_plan_alone_is_joined(page: Page, served: str, built: Path) -> None:
    data = data_of(built, TENCENT)
    form = next(known for known in data["plan"]["forms"] if known["rows"] == "one" and len(known["fields"]) == 2)
    own, managers = (column["id"] for column in form["fields"])
    mine = document(
        data, answers=rated(data, 1), finished="2026-11-21T08:00:00.000Z", plan={form["id"]: [{own: "做到了"}]}
    )
    theirs = mine | {"answers": rated(data, 3), "plan": {form["id"]: [{own: "做到了", managers: "很好"}]}}
    open_result(page, served + TENCENT, mine)
    page.evaluate(f"location.hash = '#open={mine['id']}'")
    page.evaluate("location.hash = '#result'")
    expect(page.get_by_role("button", name="导入主管填写的计划")).to_be_visible()
    page.locator("input[data-lay]").set_input_files(as_file(theirs))
    page.get_by_role("button", name="收进来").click()
    expect(page.locator(".lb-undo")).to_contain_text("评分没有改动")
    now = stored(page)
    assert now["plan"][form["id"]] == [{own: "做到了", managers: "很好"}]
    assert read_answers(now["answers"]) == read_answers(mine["answers"])
    page.locator("input[data-lay]").set_input_files(as_file(theirs))
    expect(page.locator(".lb-undo")).to_contain_text("什么也没有改")
    page.locator("input[data-lay]").set_input_files(as_file(mine | {"plan": {form["id"]: [{own: "差一点"}]}}))
    page.get_by_role("button", name="收进来").click()
    expect(page.locator(".lb-lay fieldset")).to_have_count(1)


def test_who_has_rated_nothing_signs_nothing(page: Page, served: str, built: Path) -> None:
    data = data_of(built, TELECOM)
    open_result(page, served + TELECOM, document(data, answers=rated(data, 1)))
    expect(page.locator("[data-act=sign]")).to_be_visible()
    page.evaluate("document.querySelector('lb-assess').sit('manager')")
    expect(page.get_by_role("button", name="打开员工的文件")).to_be_visible()
    expect(page.locator("[data-act=sign]")).to_have_count(0)


def test_a_manager_is_not_sent_to_rate_for_the_employee(page: Page, served: str, built: Path) -> None:
    data = data_of(built, TELECOM)
    manager = {"name": "", "answers": {}, "given": "2026-11-24T08:00:00.000Z", "independent": True}
    doc = document(data, format=2, answers=rated(data, 1, skip=5), manager=manager)
    open_result(page, served + TELECOM, doc)
    expect(page.get_by_role("link", name="继续评分")).to_be_visible()
    page.evaluate("document.querySelector('lb-assess').sit('manager')")
    expect(page.locator(".lb-result__left")).to_be_visible()
    expect(page.locator("lb-result a[href^='#q-']")).to_have_count(0)


def test_what_both_settled_is_counted_with_conditions(page: Page, served: str, built: Path) -> None:
    data = data_of(built, CONDITIONS)
    given = rated(data, 1)
    met = {item["code"]: answer(item, points="1") for item in data["items"] if item["kind"] == "condition"}
    doc = document(data, answers=given | met, manager={"name": "", "answers": met})
    open_result(page, served + CONDITIONS, doc)
    can = sum(item["kind"] != "none" for item in data["items"])
    expect(page.locator(".lb-differ__sum")).to_contain_text(f"{len(met)} 项，共 {can} 项；其中 {len(met)} 项达标")


def test_what_changes_while_a_name_is_typed_is_shown_after(page: Page, served: str, built: Path) -> None:
    data = data_of(built, TELECOM)
    doc = document(data, answers=rated(data, 1), manager={"name": "", "answers": rated(data, 2)})
    open_result(page, served + TELECOM, doc)
    page.evaluate("document.querySelector('lb-assess').sit('manager')")
    other = page.context.new_page()
    open_result(other, served + TELECOM)
    other.evaluate(f"location.hash = '#open={doc['id']}'")
    together(other)
    name = page.get_by_label("主管姓名")
    for agreed, more in (("4", "王五"), ("3", "")):
        name.focus()
        other.evaluate(
            f"document.querySelector('lb-assess').update((doc) => {{ doc.agreed['TAM-COO'] = '{agreed}'; }})"
        )
        name.press_sequentially(more)
        expect(name).to_be_focused()
        name.blur()
        expect(page.locator(".lb-differ tr[data-code=TAM-COO] .lb-agree")).to_have_text(agreed)
        expect(name).to_have_value("王五")
    assert stored(page)["manager"]["name"] == "王五"


def test_tables_for_a_spreadsheet(page: Page, served: str, built: Path) -> None:
    data = data_of(built, TELECOM)
    given = rated(data, 1)
    given["TAM-ACH"]["evidence"] = '=HYPERLINK("http://x")'
    kept = {"code": "TAM-OLD", "name": "一项", "text": "从前的要求", "answer": None, "why": "moved", "since": "0.1.0"}
    both = {"name": "王五", "answers": rated(data, 2)}
    doc = document(data, answers=given, manager=both, agreed={"TAM-COO": "4.5"}, kept=[kept])
    open_result(page, served + TELECOM, doc)
    with page.expect_download() as download:
        page.locator("lb-result [data-act=csv]").click()
    text = Path(str(download.value.path())).read_text(encoding="utf-8-sig")
    rows = list(csv.reader(io.StringIO(text, newline="")))
    head = next(row for row in rows if row[:1] == ["编号"])
    (exported,) = (dict(zip(head, row, strict=False)) for row in rows if row[:1] == ["TAM-COO"])
    assert (exported["商定评分"], float(exported["主管评分"])) == ("4.5", float(rated(data, 2)["TAM-COO"]["points"]))
    assert any("从前的要求" in row for row in rows)
    page.evaluate("location.hash = '#plan'")
    with page.expect_download() as download:
        page.locator("lb-plan [data-do=csv]").click()
    assert Path(str(download.value.path())).read_text(encoding="utf-8-sig") == text, "both views hand over the same"
    page.evaluate("location.hash = '#result'")
    assert f"平均分,{scored(data, doc).mean}" in text
    assert "TAM-COO" in text
    assert "\n=" not in text and ",=" not in text and ',"=' not in text
    with page.expect_download() as download:
        page.locator("lb-result [data-act=xlsx]").click()
    assert Path(str(download.value.path())).read_bytes().startswith(b"PK")


def test_on_paper_stands_whatever_was_agreed(page: Page, served: str, built: Path) -> None:
    data = data_of(built, TELECOM)
    given = rated(data, 1)
    some = {code: given[code] for code in ("TAM-ACH", "TAM-COO")}
    doc = document(data, answers=given, manager={"name": "", "answers": some}, agreed={"TAM-EXE": "4.5"})
    open_result(page, served + TELECOM, doc)
    text = printed(page)
    assert "只有一方评了的" in text
    assert "4.5" in text
    assert page.locator(".lb-result__differ details[open]").count() == 0, "on the screen it is folded again"


@pytest.mark.parametrize("mode", ["quick", "full"])
def test_result_and_tables_say_which_scale_was_added(page: Page, served: str, built: Path, mode: str) -> None:
    data = data_of(built, TENCENT)
    added = [data["scales"][key]["origin"] for key in (data["scale"], data["partScale"])][: 2 if mode == "full" else 1]
    assert all("由手册确定" in origin for origin in added)
    parts = [{**part, "name": item["name"]} for item in data["items"] for part in item["parts"]]
    given = {part["code"]: answer(part, points="2") for part in parts} if mode == "full" else rated(data, 1)
    open_result(page, served + TENCENT, document(data, answers=given, mode=mode))
    said = page.locator("lb-result .lb-notmean li").all_inner_texts()
    assert [line for line in said if "由手册确定" in line] == added
    with page.expect_download() as event:
        page.locator("lb-result [data-act=csv]").click()
    text = Path(event.value.path()).read_bytes().decode("utf-8-sig")
    rows = [row for row in csv.reader(io.StringIO(text, newline="")) if row[:1] == ["评分量表"]]
    assert [row[1] for row in rows] == ["\n".join(added)]


def test_on_paper_it_can_be_signed(page: Page, served: str, built: Path) -> None:
    data = data_of(built, TELECOM)
    doc = document(data, answers=rated(data, 1), name="张三", manager={"name": "王五", "answers": rated(data, 2)})
    open_result(page, served + TELECOM, doc)
    flat = printed(page)
    for word in ("自评结果", "张三", "王五", "员工签名", "主管签名", "双方的差异", "解读分数须知"):
        assert word in flat, word
    for word in ("存为CSV", "两人一起看", "导入"):
        assert word not in flat, word


@pytest.mark.parametrize("length", ["short", "long"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_signatures_stay_with_what_is_signed(page: Page, served: str, built: Path, length: str, language: str) -> None:
    data = data_of(built, TELECOM)
    if language == "en":
        data |= {"words": Catalogue("en").section("assess"), "language": "en"}
    serve(page, served + TELECOM, data)
    given = rated(data, 1)
    some = dict(list(given.items())[:1]) if length == "short" else given
    told = {code: {**one, "evidence": "一件事。" * 40} for code, one in some.items()}
    manager = {"name": "", "answers": rated(data, 2) if length == "long" else {}}
    open_result(page, served + TELECOM, document(data, answers=told, manager=manager))
    sign, notes = ("员工签名", "解读分数须知") if language == "zh" else ("Employeesignature", "Howtoreadthesescores")
    [signed] = [sheet for sheet in sheets(page) if sign in sheet]
    assert notes in signed


def test_the_most_important_say_what_is_not_met_in_words(page: Page, served: str, built: Path) -> None:
    data = data_of(built, TELECOM)
    open_result(page, served + TELECOM, document(data, answers=rated(data, 1)))
    cards = page.locator(".lb-top3 > li").all()
    texts = {item["code"]: [part["text"] for part in item["parts"]] for item in data["items"]}
    paper = printed(page)
    for card in cards:
        said = texts[str(card.get_attribute("data-code"))]
        if said:
            expect(card.locator(".lb-top3__not b")).to_have_text("标准这样写，请对照哪些还没有做到")
            expect(card.locator(".lb-says > li")).to_have_count(len(said))
        assert all(re.sub(r"\s", "", text) in paper for text in said)


def test_a_difference_leads_to_the_standard_and_shows_it_on_the_spot(page: Page, served: str, built: Path) -> None:
    data = data_of(built, TELECOM)
    doc = document(data, answers=rated(data, 1), manager={"name": "", "answers": rated(data, 2)})
    open_result(page, served + TELECOM, doc)
    line = page.locator(".lb-result__differ > table tbody tr").first
    item = next(one for one in data["items"] if one["code"] == line.get_attribute("data-code"))
    assert line.locator("th > a").get_attribute("href") == item["href"]
    line.locator("summary").click()
    for part in item["parts"]:
        expect(line.locator(".lb-says")).to_contain_text(part["text"])


def test_a_mean_of_some_items_says_so_wherever_it_stands(page: Page, served: str, built: Path) -> None:
    data = data_of(built, TELECOM)
    some = dict(list(rated(data, 1).items())[:3])
    open_result(page, served + TELECOM, document(data, answers=some))
    of = sum(item["kind"] != "condition" for item in data["items"])
    expect(page.locator(".lb-sumline .lb-part")).to_have_text(f"部分：{of} 项里 3 项的平均")
    marked = page.locator(".lb-grpsc tbody tr", has=page.locator(".lb-part"))
    expect(marked.first).to_contain_text("部分")
    assert f"部分：{of}项里3项的平均" in printed(page)
    doc = document(data, 2, answers=rated(data, 1))
    result = scored(data, doc)
    parts = [one for one in (result, *result.groups) if one.mean is not None and one.counted < one.of]
    open_result(page, served + TELECOM, doc)
    expect(page.locator("lb-result .lb-part")).to_have_count(len(parts))


@pytest.mark.parametrize("name", list(PAGES))
def test_results_are_accessible_and_do_not_scroll_sideways(page: Page, served: str, built: Path, name: str) -> None:
    data = data_of(built, PAGES[name])
    both = {"name": "王五", "answers": rated(data, 2)}
    open_result(page, served + PAGES[name], document(data, answers=rated(data, 1, skip=6), manager=both))
    for fold in page.locator("lb-result details").all():
        fold.evaluate("fold => { fold.open = true; }")
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        fits(page)
