"""My level and my aim: marked on a level's page, shown in the level bar and on the home page, in this browser only."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.assessed import data_of, document, keep
from tests.browser.conftest import WIDTHS, fits
from tests.browser.lasting import Lasting, go_where_it_keeps, watch

TELECOM = "sequences/telecom-account-manager/"
ADVANCED = TELECOM + "level/advanced/index.html"
SENIOR = TELECOM + "level/senior/index.html"
LOWEST = TELECOM + "level/junior/index.html"
CHECKLIST = TELECOM + "check/advanced/index.html"
ELSEWHERE = "sequences/tencent-market/level/m3/index.html"
HOME = "index.html"
KEPT = "Object.entries({...localStorage}).filter(([key]) => !key.endsWith('.__palette') && key !== 'levelbook.seen')"
"""What is kept besides colours, and up to which release the reader knows the handbook."""
"""All that the browser keeps of the site, but the colours."""
OFF = "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('off', 'SecurityError'); } })"


def own(page: Page) -> Any:
    """The box of my level, and that of my aim."""
    return page.get_by_role("checkbox", name="我的级别")


def aim(page: Page) -> Any:
    """The box of my aim."""
    return page.get_by_role("checkbox", name="我的目标")


def dots(page: Page) -> list[str]:
    """The marks in the level bar, each with the level at which it stands."""
    return page.locator(".lb-ladderbar li:has(.lb-own__mark)").all_inner_texts()


def marks(page: Page) -> Any:
    """What the browser keeps of them."""
    return page.evaluate("JSON.parse(localStorage.getItem('levelbook.marks.1'))")


def rows(page: Page) -> dict[str, str]:
    """The rows of the home page, by their names."""
    found = page.locator(".lb-mine__rows > div").all()
    return {row.locator("dt").inner_text(): row.locator("dd").first.inner_text() for row in found}


def mark(page: Page, site: str, **places: str) -> None:
    """Have levels marked, before any page of the site is opened."""
    go_where_it_keeps(page, site)
    page.evaluate("text => localStorage.setItem('levelbook.marks.1', text)", json.dumps(places))


def test_a_level_is_marked_and_the_mark_moves(page: Page, served: str) -> None:
    page.goto(served + ADVANCED)
    expect(own(page)).not_to_be_checked()
    own(page).check()
    assert [text.split() for text in dots(page)] == [["高级", "我的", "客户经理2级"]]
    page.goto(served + SENIOR)
    expect(own(page)).not_to_be_checked()
    aim(page).check()
    assert [text.split()[:2] for text in dots(page)] == [["高级", "我的"], ["资深", "目标"]]
    own(page).check()
    expect(aim(page)).not_to_be_checked()
    assert marks(page) == {"own": "telecom-account-manager/senior"}, "no level is both"
    page.goto(served + ELSEWHERE)
    own(page).check()
    assert marks(page) == {"own": "tencent-market/m3"}
    own(page).uncheck()
    assert page.evaluate(KEPT) == [], "nothing is kept of what is not marked"
    assert dots(page) == []


def test_home_that_one_goes_back_to_has_done_choosing(page: Page, served: str) -> None:
    mark(page, served, own="telecom-account-manager/senior")
    page.goto(served + HOME)
    page.get_by_role("button", name="更改").click()
    expect(page.locator("lb-picker")).to_be_visible()
    page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")
    expect(page.locator("lb-picker")).to_be_hidden()


def test_marks_stay_in_this_browser(page: Page, served: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(f"{request.method} {request.url}"))
    page.goto(served + ADVANCED)
    own(page).check()
    assert page.evaluate(KEPT) == [["levelbook.marks.1", '{"own":"telecom-account-manager/advanced"}']]
    assert page.context.cookies() == []
    page.goto(served + HOME)
    expect(page.get_by_role("heading", level=1)).to_have_text("高级")
    assert [one for one in asked if "advanced" in one] == [f"GET {served}{ADVANCED}"]
    assert {one.split()[0] for one in asked} == {"GET"}


def test_home_loads_what_it_says_of_levels_only_for_those_that_are_marked(page: Page, served: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.partition("?")[0].removeprefix(served)))
    page.goto(served + HOME)
    expect(page.locator("lb-picker")).to_be_visible()
    assert [address for address in asked if "/levels/" in address] == []
    mark(page, served, own="telecom-account-manager/advanced", aim="telecom-account-manager/senior")
    page.goto(served + HOME)
    expect(page.locator("h1:visible")).to_have_text("高级")
    levels = [address for address in asked if "/levels/" in address]
    assert levels == ["assets/levelbook/levels/telecom-account-manager.js"]


def test_home_is_the_picker_where_what_it_says_of_a_level_does_not_come(context: BrowserContext, served: str) -> None:
    page = context.new_page()
    page.route("**/assets/levelbook/levels/*", lambda route: route.abort())
    mark(page, served, own="telecom-account-manager/advanced")
    page.goto(served + HOME)
    expect(page.locator("lb-picker")).to_be_visible()
    expect(page.locator("h1:visible")).to_have_id("top")


def test_boxes_are_ticked_by_keyboard(page: Page, opened: str) -> None:
    page.goto(opened + ADVANCED)
    own(page).focus()
    page.keyboard.press("Space")
    expect(own(page)).to_be_checked()
    page.keyboard.press("Tab")
    expect(aim(page)).to_be_focused()


def test_another_tab_follows(desk: Lasting, page: Page, served: str) -> None:
    page.goto(served + ADVANCED)
    other = desk.beside()
    other.goto(served + HOME)
    expect(other.locator("lb-picker")).to_be_visible()
    own(page).check()
    expect(other.get_by_role("heading", level=1)).to_have_text("高级")
    other.get_by_role("button", name="清除").click()
    expect(own(page)).not_to_be_checked()
    expect(page.locator(".lb-own__mark")).to_have_count(0)


def test_a_browser_that_keeps_nothing_says_so(context: BrowserContext, served: str) -> None:
    context.add_init_script(OFF)
    page = context.new_page()
    troubles = watch(page)
    page.goto(served + ADVANCED)
    own(page).click()
    expect(page.locator(".lb-own").get_by_role("status")).to_have_text("浏览器不允许保存，没有记下。")
    expect(own(page)).not_to_be_checked()
    page.goto(served + HOME)
    expect(page.locator("lb-picker")).to_be_visible()
    assert troubles == []


@pytest.mark.parametrize(
    "kept", ["", "{", "[]", '{"own":"<b>"}', '{"own":"telecom-account-manager/gone"}', '{"aim":7}']
)
def test_marks_that_mean_nothing_leave_home_as_it_is(page: Page, opened: str, kept: str) -> None:
    go_where_it_keeps(page, opened)
    page.evaluate("text => localStorage.setItem('levelbook.marks.1', text)", kept)
    page.goto(opened + HOME)
    expect(page.locator("lb-picker")).to_be_visible()
    expect(page.locator(".lb-mine")).to_be_hidden()
    expect(page.locator("#top")).to_have_text("你这一级，该做到什么")


@pytest.mark.parametrize("way", ["served", "opened"])
def test_home_opens_with_my_level(page: Page, way: str, request: pytest.FixtureRequest) -> None:
    site = request.getfixturevalue(way)
    page.goto(site + ADVANCED)
    own(page).check()
    page.goto(site + SENIOR)
    aim(page).check()
    page.goto(site + HOME)
    expect(page.locator("h1:visible")).to_have_text("高级")
    expect(page.locator("h1:visible")).to_have_id("top")
    expect(page.locator("lb-picker")).to_be_hidden()
    said = rows(page)
    assert list(said) == ["比中级", "升到资深\n我的目标", "上次自评", "打印", "更多"]
    assert said["上次自评"] == "还没有"
    page.get_by_role("link", name="查看 89 条要求").click()
    page.wait_for_url(site + ADVANCED)
    page.go_back()
    page.get_by_role("link", name=re.compile(r"逐字对照\s*中级 → 高级")).click()
    page.wait_for_url("**/compare/intermediate/advanced/index.html")
    page.go_back()
    page.get_by_role("link", name="开始自评").click()
    page.wait_for_url("**/check/advanced/index.html")


def test_the_first_level_has_none_below_and_an_aim_may_be_elsewhere(page: Page, opened: str) -> None:
    mark(page, opened, own="telecom-account-manager/junior", aim="tencent-market/m3")
    page.goto(opened + HOME)
    said = rows(page)
    assert said["比低一级"] == "这是第一级"
    assert "市场" in said["目标\n我的目标"]
    page.locator(".lb-mine__rows").get_by_role("link", name="转岗对比").first.click()
    page.wait_for_url("**/move/index.html?from=telecom-account-manager/junior&to=tencent-market/m3")


def test_home_says_the_last_assessment_and_opens_it(page: Page, built: Path, opened: str) -> None:
    mark(page, opened, own="telecom-account-manager/advanced")
    data = data_of(built, CHECKLIST)
    keep(page, document(data, 1, changed="2026-11-12T04:00:00.000Z"))
    keep(page, document(data, 2, changed="2026-11-28T04:00:00.000Z"), seat="manager")
    page.goto(opened + HOME)
    assert rows(page)["上次自评"].startswith("2026-11-12"), "who rates another does not see that as their own"
    page.get_by_role("link", name="继续填写").click()
    page.wait_for_url(f"**/{CHECKLIST}#check")
    assert page.evaluate("history.state.assessment") == f"{1:016x}"


def test_marks_are_erased_in_one_click_and_that_is_undone(page: Page, served: str) -> None:
    mark(page, served, own="telecom-account-manager/advanced", aim="telecom-account-manager/senior")
    page.goto(served + HOME)
    page.get_by_role("button", name="清除").focus()
    page.keyboard.press("Enter")
    expect(page.locator("lb-picker")).to_be_visible()
    expect(page.locator(".lb-mine")).to_be_hidden()
    expect(page.locator("h1:visible")).to_be_focused()
    assert page.evaluate(KEPT) == []
    toast = page.locator(".lb-toast")
    expect(toast).to_contain_text("已清除我的级别和目标。")
    toast.get_by_role("button", name="撤销").click()
    expect(toast).to_be_hidden()
    expect(page.locator("h1:visible")).to_have_text("高级")
    expect(page.locator("h1:visible")).to_be_focused()
    assert marks(page) == {"own": "telecom-account-manager/advanced", "aim": "telecom-account-manager/senior"}


def test_the_offer_to_undo_goes_after_a_while_but_not_under_the_hand(context: BrowserContext, served: str) -> None:
    page = context.new_page()
    page.clock.install()
    mark(page, served, own="telecom-account-manager/advanced")
    page.goto(served + HOME)
    page.get_by_role("button", name="清除").click()
    page.get_by_role("button", name="撤销").focus()
    page.clock.run_for(30_000)
    expect(page.get_by_role("button", name="撤销")).to_be_visible()
    page.get_by_role("button", name="撤销").blur()
    page.clock.run_for(30_000)
    expect(page.locator(".lb-toast")).to_be_hidden()


def test_another_level_is_chosen_from_home(page: Page, served: str) -> None:
    mark(page, served, own="telecom-account-manager/advanced")
    page.goto(served + HOME)
    page.get_by_role("button", name="更改").click()
    expect(page.locator("lb-picker input:checked")).to_be_focused()
    page.locator("lb-picker label", has_text="政企客户经理").click()
    page.locator("lb-picker ol:visible a", has_text="资深").click()
    own(page).check()
    page.goto(served + HOME)
    expect(page.locator("h1:visible")).to_have_text("资深")


def test_without_scripts_there_are_no_boxes_and_home_is_the_picker(browser: Browser, served: str) -> None:
    page = browser.new_page(java_script_enabled=False)
    page.goto(served + ADVANCED)
    expect(page.locator(".lb-own")).to_be_hidden()
    page.goto(served + HOME)
    page.locator(".lb-pick--links a", has_text="政企客户经理").click()
    page.wait_for_url("**/telecom-account-manager/index.html")
    page.close()


@pytest.mark.parametrize("width", WIDTHS)
def test_home_with_my_level_is_accessible_and_fits(page: Page, served: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    mark(page, served, own="telecom-account-manager/advanced", aim="telecom-account-manager/senior")
    for address in (HOME, ADVANCED):
        page.goto(served + address)
        fits(page)
