"""Key measures on pages of positions: the calculator as people use it."""

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page

from tests.browser.conftest import faultless
from tests.browser.lasting import Lasting, go_where_it_keeps, watch

SUPERVISOR = "sequences/sales-positions/position/sales-supervisor/index.html"
LOST = "sequences/promotion-supervisor/position/promotion-supervisor/index.html"
BLANK = "sequences/telecom-commercial-account-manager-position/position/commercial-account-manager/index.html"
KEY = "levelbook.kpi.SPO.sales-supervisor"


def calculator(page: Page, name: str) -> Locator:
    return page.locator(f'lb-kpi[data-name="{name}"]')


def fill(one: Locator, **figures: str) -> None:
    for name, figure in figures.items():
        one.locator(f"input[name={name}]").fill(figure)


def said(one: Locator) -> list[str]:
    return [" ".join(line.split()) for line in one.locator("output > span").all_inner_texts()]


def test_a_measure_is_worked_out_while_one_types(page: Page, opened: str) -> None:
    page.goto(opened + SUPERVISOR)
    one = calculator(page, "销售任务完成率")
    assert said(one) == []
    fill(one, numerator="912")
    assert said(one) == ["还需填写：计划完成销售量"]
    fill(one, denominator="1,000")
    assert said(one) == ["结果 91.2%", "还需填写：目标值"]
    fill(one, target="95", step="1")
    assert said(one) == ["结果 91.2%", "距目标 3.8个百分点", "还需填写：每次扣分"]
    fill(one, points="2", full="30")
    assert said(one) == ["结果 91.2%", "距目标 3.8个百分点", "扣分 6分（扣3次）", "剩余 24分"]
    fill(one, numerator="960")
    assert said(one)[1:] == ["目标 已达到", "扣分 0分（扣0次）", "剩余 30分"]


def test_what_is_no_figure_is_told_and_marked(page: Page, opened: str) -> None:
    page.goto(opened + SUPERVISOR)
    one = calculator(page, "销售任务完成率")
    fill(one, numerator="约900", denominator="0")
    assert said(one) == ["实际完成销售量不是数字，请写成 95 或 95.5 的形式"]
    assert one.locator("[aria-invalid=true]").get_attribute("name") == "numerator"
    fill(one, numerator="900")
    assert said(one) == ["计划完成销售量不能是0"]
    assert one.locator("[aria-invalid=true]").get_attribute("name") == "denominator"


def test_figures_stay_until_they_are_erased(page: Page, opened: str) -> None:
    page.goto(opened + SUPERVISOR)
    fill(calculator(page, "销售任务完成率"), numerator="1", denominator="2")
    fill(calculator(page, "销售增长率"), numerator="110", denominator="100", target="20")
    page.goto(opened + LOST)
    page.goto(opened + SUPERVISOR)
    assert said(calculator(page, "销售任务完成率"))[0] == "结果 50%"
    assert said(calculator(page, "销售增长率"))[:2] == ["结果 10%", "距目标 10个百分点"]
    button = page.get_by_role("button", name="清除填写的数值")
    page.once("dialog", lambda dialog: dialog.dismiss())
    button.click()
    assert page.evaluate("key => localStorage.getItem(key)", KEY)
    page.once("dialog", lambda dialog: dialog.accept())
    button.click()
    assert page.evaluate("() => Object.keys(localStorage).filter((key) => key.startsWith('levelbook.kpi'))") == []
    assert said(calculator(page, "销售任务完成率")) == []
    assert calculator(page, "销售增长率").locator("input[name=target]").input_value() == ""
    assert not button.is_visible()


def test_two_tabs_do_not_overwrite_each_other(page: Page, served: str) -> None:
    page.goto(served + SUPERVISOR)
    other = page.context.new_page()
    other.goto(served + SUPERVISOR)
    fill(calculator(page, "销售任务完成率"), numerator="1", denominator="2")
    other.wait_for_function("() => document.querySelector('lb-kpi output').textContent.includes('50%')")
    fill(calculator(other, "销售回款率"), numerator="3", denominator="4")
    page.wait_for_function("() => document.querySelectorAll('lb-kpi')[1].textContent.includes('75%')")
    kept = page.evaluate("key => JSON.parse(localStorage.getItem(key)).figures", KEY)
    assert kept == {
        "销售任务完成率": {"numerator": "1", "denominator": "2"},
        "销售回款率": {"numerator": "3", "denominator": "4"},
    }


@pytest.mark.parametrize("damaged", ["{", "[]", '{"format": 1, "figures": 3}', '"x"'])
def test_damaged_figures_are_put_aside(page: Page, opened: str, damaged: str) -> None:
    go_where_it_keeps(page, opened)
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEY, damaged])
    page.goto(opened + SUPERVISOR)
    assert "损坏" in page.locator("lb-kpi-keep [role=status]").inner_text()
    fill(calculator(page, "销售任务完成率"), numerator="1", denominator="2")
    assert said(calculator(page, "销售任务完成率"))[0] == "结果 50%"
    assert page.evaluate("key => localStorage.getItem(key)", f"{KEY}.damaged") == damaged


def test_hostile_figures_are_text(page: Page, opened: str) -> None:
    go_where_it_keeps(page, opened)
    measure_kept = '{"numerator": "<img src=x>", "denominator": 5, "x": {}}'
    text = f'{{"format": 1, "figures": {{"销售任务完成率": {measure_kept}}}, "new": 1}}'
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEY, text])
    page.goto(opened + SUPERVISOR)
    one = calculator(page, "销售任务完成率")
    assert one.locator("input[name=numerator]").input_value() == "<img src=x>"
    assert one.locator("img").count() == 0
    fill(one, numerator="1", denominator="4")
    kept = page.evaluate("key => JSON.parse(localStorage.getItem(key))", KEY)
    assert kept["new"] == 1 and kept["figures"]["销售任务完成率"]["x"] == {}


def test_where_nothing_can_be_kept_it_still_computes_and_says_so(context: BrowserContext, opened: str) -> None:
    page = context.new_page()
    troubles = watch(page)
    page.add_init_script("Storage.prototype.setItem = () => { throw new DOMException('no', 'QuotaExceededError'); }")
    page.goto(opened + SUPERVISOR)
    fill(calculator(page, "销售任务完成率"), numerator="1", denominator="2")
    assert said(calculator(page, "销售任务完成率"))[0] == "结果 50%"
    assert "不允许保存" in page.locator("lb-kpi-keep [role=status]").inner_text()
    assert troubles == []


def test_without_a_formula_nothing_is_computed_and_the_page_says_why(page: Page, opened: str) -> None:
    page.goto(opened + LOST)
    assert page.locator("lb-kpi, lb-kpi-keep").count() == 0
    assert page.get_by_text("公式缺失，无法计算。").count() == 2
    assert page.get_by_text("来源没有公式，无法计算。").count() == 1
    page.goto(opened + BLANK)
    assert page.locator("lb-kpi, input[name=target]").count() == 0


def test_by_keyboard_alone(page: Page, opened: str) -> None:
    page.goto(opened + SUPERVISOR)
    one = calculator(page, "销售任务完成率")
    one.locator("input").first.focus()
    for text in ("95", "1", "2", "900", "1000", "10"):
        page.keyboard.type(text)
        page.keyboard.press("Tab")
    assert said(one)[2:] == ["扣分 10分（扣5次）", "剩余 0分"]


def test_without_scripts_there_are_blanks_to_write_on(browser: Browser, opened: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(opened + SUPERVISOR)
    assert page.locator("lb-kpi input:visible").count() == 0
    assert page.locator("lb-kpi .lb-fill:visible").count() == 8
    assert not page.locator("lb-kpi-keep").is_visible()
    context.close()


@pytest.mark.parametrize("address", [SUPERVISOR, LOST])
def test_pages_are_accessible_and_do_not_scroll_sideways(desk: Lasting, served: str, address: str) -> None:
    faultless(desk, served + address)
