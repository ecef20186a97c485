"""The development plan as people use it: from three chosen points to measures, records, evaluation and signatures."""

import csv
import io
import json
import re
import zipfile
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Download, Page, expect

from tests.browser.assessed import TELECOM, TENCENT, answer, data_of, document, keep, look_ahead
from tests.browser.conftest import WIDTHS, fits, laid_out, painted
from tests.browser.lasting import go_where_it_keeps
from tests.browser.paper import sheets

CHOSEN = ["客户公关", "商务谈判", "报告能力"]


def rate(page: Page, chosen: list[str]) -> None:
    """Rate every item in turn as a reader does, and tick the most important ones."""
    for box in page.locator("fieldset[data-item]").all():
        name = box.locator("legend").inner_text()
        box.locator(".lb-rate:not(.lb-rate--part) label").nth(1).click()
        if any(point in name for point in chosen):
            box.locator("input[name^=pick-]").check()


def to_plan(page: Page) -> None:
    page.locator("a[data-view=plan]").click()
    page.locator("lb-plan h2").first.wait_for()


def doc(page: Page) -> dict[str, Any]:
    """What is kept, after all that waits to be saved."""
    page.evaluate("document.querySelector('lb-assess').flush()")
    kept: dict[str, Any] = page.evaluate("document.querySelector('lb-assess').doc")
    return kept


def form(page: Page, key: str) -> Any:
    return page.locator(f"#plan-{key}")


def row(page: Page, key: str, number: int) -> Any:
    return form(page, key).locator("tr[data-line]").nth(number - 1)


def saved(page: Page, button: str) -> Path:
    with page.expect_download() as waiting:
        page.get_by_role("button", name=button).click()
    download: Download = waiting.value
    return Path(download.path())


def open_plan(page: Page, site: str, doc: dict[str, Any]) -> None:
    """The plan of the tencent checklist with a document in it."""
    go_where_it_keeps(page, site)
    keep(page, doc)
    page.goto(f"{site}{TENCENT}#plan")
    page.locator("lb-plan h2").first.wait_for()


@pytest.fixture
def planned(page: Page, opened: str, built: Path) -> Page:
    """The tencent checklist with three points chosen, its plan open."""
    data = data_of(built, TENCENT)
    points = {item["code"]: data["scales"][item["scale"]]["ratings"][1]["points"] for item in data["items"]}
    answers = {
        item["code"]: answer(item, points=points[item["code"]], pick=item["name"] in CHOSEN) for item in data["items"]
    }
    open_plan(page, opened, document(data, answers=answers))
    return page


def test_the_plan_starts_with_a_measure_for_every_chosen_point(page: Page, opened: str) -> None:
    page.goto(opened + TENCENT)
    laid_out(page)
    rate(page, CHOSEN)
    to_plan(page)
    heads = form(page, "measures").locator("tr[data-line] th select")
    assert [head.evaluate("e => e.selectedOptions[0].textContent") for head in heads.all()] == CHOSEN
    assert "共 3 行" in form(page, "measures").inner_text()
    assert page.locator(".lb-plan__sum dd").first.inner_text() == "3 / 3 项"
    assert form(page, "ability").locator("input:checked").count() == 3
    assert form(page, "ability").locator("tr[data-line]").count() == 16


def test_the_whole_cycle_is_kept_and_comes_back(planned: Page) -> None:
    page = planned
    look_ahead(page)
    page.get_by_label("姓名").fill("甲")
    page.get_by_label("向上级别发展").check()
    row(page, "performance", 1).locator("textarea").fill("回款慢")
    first = row(page, "measures", 1)
    first.locator("summary").click()
    first.get_by_role("button", name="填入：商务公关与危机处理").click()
    assert first.locator("textarea").first.input_value() == "商务公关与危机处理"
    assert first.locator("td select").input_value() == "培训"
    first.locator("input[type=date]").fill("2027-01-15")
    first.locator("td textarea").last.fill("市场部派讲师")
    page.get_by_role("button", name="为“绩效差距 1”添加一行").click()
    page.keyboard.type("每周对账一次")
    record = row(page, "execution", 1)
    assert "客户公关" in record.locator("th").inner_text() and "危机处理" in record.locator("th").inner_text()
    record.locator("textarea").first.fill("听了两天课")
    record.locator("input[type=date]").fill("2027-01-20")
    page.get_by_label("员工自评").fill("学到很多\n还要多练")
    for theirs in ("主管评价", "主管签名，职业发展规划"):
        expect(page.get_by_label(theirs)).to_be_disabled()
    page.get_by_label("员工签名，职业发展规划").fill("甲")
    page.get_by_label("员工签名，年中 / 底评估").fill("甲")
    kept = doc(page)["plan"]
    page.reload()
    to_plan(page)
    assert doc(page)["plan"] == kept
    expect(page.get_by_label("员工自评")).to_be_visible()
    assert page.get_by_label("员工自评").input_value() == "学到很多\n还要多练"
    assert page.get_by_label("向上级别发展").is_checked()
    assert row(page, "measures", 1).locator("input[type=date]").input_value() == "2027-01-15"
    assert form(page, "measures").locator("tr[data-line]").count() == 4
    last = row(page, "measures", 4)
    assert last.locator("th select").evaluate("e => e.selectedOptions[0].textContent") == "绩效差距 1：回款慢"
    assert last.locator("td textarea").first.input_value() == "每周对账一次"
    assert [line["@id"] for line in kept["signoff"]] == ["planned", "evaluated"]


def test_what_is_missing_before_signing_is_said_until_nothing_is(planned: Page) -> None:
    page = planned
    box = page.locator("[data-place=ready-plan-signoff]")
    assert "“绩效差距”还差 3 项，共 3 项" in box.inner_text()
    assert "“具体措施”未写：客户公关、商务谈判、报告能力" in box.inner_text()
    for number in (1, 2, 3):
        row(page, "performance", number).locator("textarea").fill(f"差距{number}")
    for number in (1, 2, 3):
        row(page, "measures", number).locator("td textarea").first.fill("做")
        row(page, "measures", number).locator("input[type=date]").fill("2027-01-01")
        row(page, "measures", number).locator("td textarea").last.fill("主管")
    page.keyboard.press("Tab")
    doc(page)
    assert box.locator("li").all_inner_texts() == ["尚无措施：绩效差距 1、绩效差距 2、绩效差距 3"]
    for number in (1, 2, 3):
        page.get_by_role("button", name=f"为“绩效差距 {number}”添加一行").click()
        page.keyboard.type("做")
        row(page, "measures", 3 + number).locator("input[type=date]").fill("2027-02-01")
        row(page, "measures", 3 + number).locator("td textarea").last.fill("主管")
    doc(page)
    page.get_by_label("姓名").focus()
    page.wait_for_function(
        "() => document.querySelector('[data-place=ready-plan-signoff]').innerText.includes('可以打印签名')"
    )
    look_ahead(page)
    assert "未写" in page.locator("[data-place='ready-plan-signoff-2']").inner_text()


def test_a_removed_row_comes_back_with_its_record(planned: Page) -> None:
    page = planned
    row(page, "measures", 2).locator("td textarea").first.fill("谈一次")
    row(page, "execution", 2).locator("textarea").first.fill("谈了")
    before = doc(page)["plan"]
    page.get_by_role("button", name="删除第2行").click()
    assert form(page, "measures").locator("tr[data-line]").count() == 2
    assert "原来的行已删除" in form(page, "execution").inner_text()
    assert form(page, "execution").locator("textarea").last.input_value() == "" or "谈了" in str(doc(page)["plan"])
    page.get_by_role("button", name="撤销：恢复第2行").click()
    assert doc(page)["plan"] == before
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == "第2行针对"


def test_nothing_that_was_written_is_overwritten(planned: Page) -> None:
    page = planned
    area = row(page, "measures", 1).locator("td textarea").first
    area.fill("自己的话")
    row(page, "measures", 1).locator("summary").click()
    button = row(page, "measures", 1).get_by_role("button", name="填入：销售沟通与商务谈判技巧")
    button.click()
    row(page, "measures", 1).locator("summary").click()
    button.click()
    assert area.input_value() == "自己的话\n销售沟通与商务谈判技巧"
    for _ in range(3):
        page.get_by_role("button", name="删除第1行").click()
    page.locator("a[data-view=check]").click()
    to_plan(page)
    assert doc(page)["plan"]["measures"] == []


def test_typing_is_not_disturbed_by_what_it_changes(planned: Page) -> None:
    page = planned
    area = row(page, "performance", 1).locator("textarea")
    area.click()
    options = row(page, "measures", 1).locator("th option")
    typed = ""
    for sign in "回款慢一些":
        page.keyboard.type(sign)
        typed += sign
        expect(options.get_by_text(f"绩效差距 1：{typed}", exact=True)).to_have_count(1)
        assert area.evaluate("e => e === document.activeElement && e.selectionStart") == len(typed)


def test_what_is_pressed_does_not_move_before_it_is_let_go(planned: Page) -> None:
    page = planned
    page.set_viewport_size({"width": 1280, "height": 1700})
    button = page.get_by_role("button", name="添加一行", exact=True)
    button.scroll_into_view_if_needed()
    box = button.bounding_box()
    assert box
    page.mouse.move(box["x"] + 5, box["y"] + 5)
    page.mouse.down()
    row(page, "performance", 1).locator("textarea").evaluate(
        """area => { area.value = '回款慢'; area.dispatchEvent(new Event('input', { bubbles: true }));
        document.querySelector('lb-assess').flush(); }"""
    )  # what was typed makes room for a button before the one that is pressed
    assert doc(page)["plan"]["performance"][0]["gap"] == "回款慢"
    painted(page)
    assert button.bounding_box() == box
    page.mouse.up()
    expect(form(page, "measures").locator("tr[data-line]")).to_have_count(4)
    expect(page.get_by_role("button", name="为“绩效差距 1”添加一行")).to_be_visible()


def test_the_keyboard_alone_goes_through_it(planned: Page) -> None:
    page = planned
    row(page, "performance", 1).locator("textarea").focus()
    for said in ("一", "二", "三"):
        page.keyboard.type(said)
        page.keyboard.press("Tab")
    focused = "document.activeElement.getAttribute('aria-label')"
    assert page.evaluate("document.activeElement.textContent") == "从标准里选句子"
    page.keyboard.press("Tab")
    assert page.evaluate(focused) == "要做到什么，第1行"
    page.keyboard.press("Tab")
    assert page.evaluate(focused) == "第1行针对"
    page.keyboard.press("Tab")
    assert page.evaluate(focused) == "删除第1行"
    page.keyboard.press("Enter")
    assert page.evaluate(focused + " || document.activeElement.textContent") == "撤销：恢复第1行"
    page.keyboard.press("Enter")
    assert form(page, "measures").locator("tr[data-line]").count() == 3
    assert [line["gap"] for line in doc(page)["plan"]["performance"]] == ["一", "二", "三"]


def test_before_anything_is_chosen_the_way_back_is_shown(page: Page, opened: str) -> None:
    page.goto(opened + TENCENT)
    laid_out(page)
    to_plan(page)
    empty = page.locator("lb-plan .lb-empty").first
    assert empty.inner_text().startswith("尚未评分")
    assert empty.locator("a").get_attribute("href") == "#check"
    assert "plan" not in doc(page) or doc(page)["plan"] == {}
    assert "最需提升的还要再选 3 项，共 3 项" in page.locator("[data-place=ready-plan-signoff]").inner_text()


def test_a_sequence_without_a_plan_of_its_own_has_a_simple_one(page: Page, opened: str) -> None:
    page.goto(opened + TELECOM)
    laid_out(page)
    page.locator(".lb-item:has(> .lb-item__do > .lb-rate:not(.lb-rate--met)) .lb-rate:not(.lb-rate--part) label").nth(
        1
    ).click()
    page.locator("input[name^=pick-]").first.check()
    to_plan(page)
    line = row(page, "measures", 1)
    name = page.locator(".lb-plan__points a").first.inner_text()
    assert line.locator("select[data-names]").input_value() == name
    line.locator("select[data-names]").select_option(index=2)
    assert doc(page)["plan"]["measures"][0]["competency"] != name
    assert page.locator(".lb-plan__ready").count() == 2
    assert page.locator(".lb-plan__sum div:has(a[href='#plan-measures']) b").inner_text() == "0"


def ticked(page: Page) -> list[str]:
    """The names of the points the plan is for."""
    return page.locator(".lb-plan__points li a").all_inner_texts()


def test_the_points_are_chosen_in_the_form_that_asks_for_them(planned: Page) -> None:
    page = planned
    ability = form(page, "ability")
    fourth = ability.get_by_label("最重要 / 急需提升，渠道管理")
    fourth.click()
    assert not fourth.is_checked()
    said = page.locator(".lb-toast").inner_text()
    assert "最多选 3 项" in said and all(name in said for name in CHOSEN)
    ability.get_by_label("最重要 / 急需提升，客户公关").uncheck()
    fourth.check()
    assert ticked(page) == ["渠道管理", "商务谈判", "报告能力"]
    assert fourth.evaluate("e => e === document.activeElement")
    page.get_by_role("button", name="为“渠道管理”添加一行").click()
    assert form(page, "measures").locator("tr[data-line]").count() == 4
    page.keyboard.press("Tab")
    assert ability.locator(".lb-form__box:visible").count() == 0
    page.emulate_media(media="print")
    assert ability.locator(".lb-form__box.is-on:visible").count() == 3
    assert ability.locator("input:visible").count() == 0


def test_the_points_are_chosen_in_the_plan_where_no_form_asks_for_them(page: Page, opened: str) -> None:
    page.goto(opened + TELECOM)
    laid_out(page)
    page.locator("input[name^=pick-]").first.check()
    to_plan(page)
    first = ticked(page)
    page.locator("lb-plan summary", has_text="重新选择").click()
    page.locator(".lb-plan__choose input").nth(1).check()
    assert len(ticked(page)) == 2 and ticked(page)[0] == first[0]
    page.get_by_role("group", name="选最需提升的，最多 3 项").get_by_label(first[0]).uncheck()
    assert len(ticked(page)) == 1 and first[0] not in ticked(page)
    page.reload()
    to_plan(page)
    assert len(ticked(page)) == 1


def test_a_finished_assessment_keeps_its_points(planned: Page) -> None:
    planned.evaluate("document.querySelector('lb-assess').update((draft) => { draft.finished = draft.changed; })")
    assert form(planned, "ability").locator(".is-on:visible").count() == 3
    assert planned.locator("lb-plan input[name^=plan-pick-]").count() == 0


def test_a_name_given_later_stands_on_the_paper(planned: Page) -> None:
    planned.evaluate("document.querySelector('lb-assess').update((draft) => { draft.name = '上半年'; })")
    change = "(draft) => { draft.manager.name = '王五'; }"
    planned.evaluate(
        f"{{ const host = document.querySelector('lb-assess'); host.sit('manager'); host.update({change}); }}"
    )
    planned.emulate_media(media="print")
    said = planned.locator("lb-plan").inner_text()
    assert "上半年" in said and "主管姓名王五" in said.replace("\n", "")


@pytest.mark.parametrize("address", [TENCENT, TELECOM])
def test_signatures_are_never_alone_on_a_sheet(page: Page, opened: str, address: str) -> None:
    page.goto(opened + address)
    laid_out(page)
    for number in range(3):
        page.locator("input[name^=pick-]").nth(number).check()
    to_plan(page)
    look_ahead(page)
    last = next(sheet for sheet in reversed(sheets(page)) if "员工签名" in sheet)
    assert "主管评价" in last


NOVEMBER = "2026-11-21T08:00:00"


def test_what_lies_ahead_is_folded_until_it_holds_something(planned: Page) -> None:
    page = planned
    page.clock.set_fixed_time(NOVEMBER)
    page.reload()
    ahead = page.locator("details.lb-plan__ahead")
    expect(ahead).to_have_count(1)
    expect(ahead).to_contain_text("2027年2月起再填")
    expect(page.get_by_label("员工自评")).not_to_be_visible()
    assert "员工自评" in "".join(sheets(page)), "on paper it stands as ever"
    expect(page.get_by_label("员工自评")).not_to_be_visible()
    look_ahead(page)
    page.get_by_label("员工自评").fill("学到很多")
    page.keyboard.press("Tab")
    doc(page)
    ahead.locator("summary").first.click()
    assert "学到很多" in "".join(sheets(page)), "what was written is printed, folded or not"
    expect(page.get_by_label("员工自评")).not_to_be_visible()
    page.reload()
    expect(page.get_by_label("员工自评")).to_be_visible()
    page.clock.set_fixed_time("2027-02-01T08:00:00")
    page.reload()
    page.locator("lb-plan h2").first.wait_for()
    expect(ahead).to_have_count(0)


def test_what_is_over_goes_into_no_calendar_unless_it_is_ticked(planned: Page) -> None:
    page = planned
    page.clock.set_fixed_time(NOVEMBER)
    page.reload()
    lines = page.locator(".lb-plan__dates tbody tr")
    lines.first.wait_for()
    ticked = {line.locator("th").inner_text().strip(): line.locator("input").is_checked() for line in lines.all()}
    past = [line.locator("th").inner_text().strip() for line in lines.filter(has_text="已过").all()]
    assert past and all(ticked[name] is (name not in past) for name in ticked)
    expect(page.locator("#plan-calendar")).to_contain_text("提前 3 天、上午 9 点提醒")
    text = saved(page, "下载日历文件（.ics）").read_bytes().decode()
    assert text.count("BEGIN:VEVENT") == text.count("BEGIN:VALARM") == len(ticked) - len(past)
    lines.filter(has_text="已过").first.locator("input").check()
    text = saved(page, "下载日历文件（.ics）").read_bytes().decode()
    assert text.count("BEGIN:VEVENT") == text.count("BEGIN:VALARM") + 1


HOSTILE = {
    "head": "not rows",
    "performance": [{"gap": "=1+1<script>alert(1)</script>"}, "x", None, {"gap": ["a", "b"]}],
    "measures": [
        {
            "action": "<img src=x onerror=alert(1)>",
            "type": "不存在的类型",
            "due": "明年春天",
            "@id": "a\"]'",
            "@for": "TXM-GONE",
        },
        {"action": "二", "@id": "a\"]'", "old-column": "旧栏目里的话"},
    ],
    "signoff": [{"employee-signature": "甲"}],
    "gone-form": [{"x": "旧表单里的话"}],
}


def test_a_strange_plan_is_shown_as_far_as_it_goes_and_kept(page: Page, opened: str, built: Path) -> None:
    open_plan(page, opened, document(data_of(built, TENCENT), plan=HOSTILE))
    first = row(page, "measures", 1)
    assert first.locator("td textarea").first.input_value() == "<img src=x onerror=alert(1)>"
    assert first.locator("td select").input_value() == "不存在的类型"
    assert first.locator("td.is-date input").input_value() == "明年春天"
    assert page.locator("lb-plan img, lb-plan script").count() == 0
    left = page.locator(".lb-plan__left").inner_text()
    assert "旧栏目里的话" in left and "旧表单里的话" in left
    assert page.locator(".lb-kept").count() == 0, "what the plan shows is not shown a second time"
    row(page, "measures", 2).locator("td textarea").first.fill("改")
    kept = doc(page)["plan"]
    assert kept["gone-form"] == HOSTILE["gone-form"]
    assert kept["measures"][1]["old-column"] == "旧栏目里的话" and kept["measures"][1]["action"] == "改"
    assert kept["measures"][0]["action"] == HOSTILE["measures"][0]["action"]  # type: ignore[index]
    page.get_by_role("button", name="删除第1行").click()
    assert len(doc(page)["plan"]["measures"]) == 1


def test_the_calendar_holds_the_cycle_and_the_days_of_measures(planned: Page) -> None:
    page = planned
    first = row(page, "measures", 1)
    first.locator("td textarea").first.fill("参加；一门课，两天")
    first.locator("input[type=date]").fill("2027-01-15")
    page.keyboard.press("Tab")
    page.locator("#plan-calendar label", has_text="到期").wait_for()
    page.locator("#plan-calendar .lb-seg label").nth(1).click()
    page.locator("#plan-calendar label", has_text="执行：规划执行跟踪").click()
    text = saved(page, "下载日历文件（.ics）").read_bytes().decode().replace("\r\n ", "")
    names = re.findall(r"^SUMMARY:(.*)\r$", text, re.MULTILINE)
    assert len(names) == 5
    assert not any("执行：规划执行跟踪" in name for name in names) and "到期：客户公关　参加；一门课，两天" in names


def test_tables_hold_ratings_and_plan(planned: Page) -> None:
    page = planned
    row(page, "measures", 1).locator("td textarea").first.fill("=1+1")
    page.keyboard.press("Tab")
    book = zipfile.ZipFile(io.BytesIO(saved(page, "存为 Excel 表格").read_bytes()))
    assert "客户公关" in book.read("xl/worksheets/sheet1.xml").decode()
    rows = list(csv.reader(io.StringIO(saved(page, "存为 CSV").read_bytes().decode("utf-8-sig"), newline="")))
    assert any("'=1+1" in line for line in rows) and not any("=1+1" in line for line in rows)
    assert ["评分"] in rows and ["(一)　规划：制定职业发展规划"] in rows


def test_where_the_makers_of_tables_do_not_come_it_is_said_and_can_be_tried_again(planned: Page) -> None:
    page = planned
    host = page.locator("lb-assess")
    address = host.get_attribute("data-asked-for")
    point_to = "(host, address) => { host.dataset.askedFor = address; }"
    host.evaluate(point_to, "gone.js")
    page.get_by_role("button", name="存为 CSV").click()
    expect(page.locator(".lb-toast")).to_contain_text("文件生成失败")
    host.evaluate(point_to, address)
    assert saved(page, "存为 CSV").stat().st_size


def test_the_file_brings_the_plan_along(planned: Page) -> None:
    row(planned, "measures", 1).locator("td textarea").first.fill("谈一次")
    file = json.loads(saved(planned, "存为文件").read_text(encoding="utf-8"))
    assert file["plan"]["measures"][0]["action"] == "谈一次"


def test_paper_shows_all_that_was_written(planned: Page) -> None:
    page = planned
    long = "很长的措施。" * 60
    row(page, "measures", 1).locator("td textarea").first.fill(long)
    look_ahead(page)
    page.get_by_label("员工自评").fill("评" * 900)
    page.keyboard.press("Tab")
    page.emulate_media(media="print")
    cut = page.evaluate(
        """() => [...document.querySelectorAll('lb-plan .lb-plan__said')]
          .filter((copy) => copy.textContent.trim())
          .filter((copy) => copy.scrollHeight > copy.clientHeight + 1 || !copy.getClientRects().length).length"""
    )
    assert cut == 0
    assert page.locator("lb-plan textarea:visible, lb-plan select:visible, lb-plan button:visible").count() == 0
    assert row(page, "measures", 1).locator(".lb-plan__said", has_text=long).is_visible()
    assert len(page.pdf(prefer_css_page_size=True)) > 1000


@pytest.mark.parametrize("address", [TENCENT, TELECOM])
def test_the_plan_is_accessible_and_fits(page: Page, served: str, address: str) -> None:
    page.goto(served + address)
    laid_out(page)
    for number in range(3):
        box = page.locator("fieldset.lb-item:has(> .lb-item__do > .lb-rate:not(.lb-rate--met))").nth(number)
        box.locator(".lb-rate:not(.lb-rate--part) label").nth(1).click()
        box.locator("input[name^=pick-]").check()
    to_plan(page)
    if page.locator("lb-plan summary").count():
        page.locator("lb-plan summary").first.click()
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        fits(page)
