"""Collections: indicators are chosen on any page, their address shows just these, they are ticked off and printed."""

import re
from urllib.parse import unquote

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import WIDTHS, fits
from tests.browser.lasting import Lasting
from tests.browser.paper import printed

LEVEL = "sequences/telecom-account-manager/level/advanced/index.html"
INDEX = "indicators/index.html"
COLLECTION = "collection/index.html"
CODES = ["TAM-ACH-12", "TAM-COM-04", "TXM-NEG-01"]
SHARED = f"{COLLECTION}#{','.join(CODES)}&name=%E8%B0%88%E5%88%A4"


def listed(page: Page) -> list[str]:
    """The codes in the list, in order."""
    return page.locator(".lb-coll__row a.lb-code").all_inner_texts()


def test_indicators_are_chosen_on_many_pages_and_opened_together(page: Page, served: str) -> None:
    page.goto(served + LEVEL)
    bar = page.locator("lb-collect")
    expect(bar).to_be_hidden()
    add = page.get_by_role("button", name="把 TAM-ACH-12 加入合集").first
    add.click()
    expect(add).to_have_attribute("aria-pressed", "true")
    expect(bar.get_by_role("status")).to_have_text("合集里有 1 条")
    page.goto(served + "id/TXM-NEG-01/index.html")
    expect(bar.get_by_role("status")).to_have_text("合集里有 1 条")
    page.locator("button[data-collect=TXM-NEG-01]").press("Enter")
    expect(bar.get_by_role("status")).to_have_text("合集里有 2 条")
    bar.get_by_role("link", name="打开合集").click()
    page.wait_for_url(f"**/{COLLECTION}#TAM-ACH-12,TXM-NEG-01")
    assert listed(page) == ["TAM-ACH-12", "TXM-NEG-01"]
    expect(page.locator(".lb-coll__said")).to_have_text("2 条指标，2 个岗位序列")


def test_lines_of_a_compared_view_can_be_chosen_too(page: Page, opened: str) -> None:
    page.goto(opened + LEVEL)
    page.locator(".lb-view label", has_text="与中级比").click()
    page.locator(".lb-compared button[data-collect]").first.click()
    expect(page.locator("lb-collect").get_by_role("status")).to_have_text("合集里有 1 条")
    page.locator(".lb-view label", has_text="全部").click()
    expect(page.locator("[data-collect][aria-pressed=true]")).to_have_count(1)


def test_the_choice_is_emptied_in_one_click_and_other_tabs_follow(desk: Lasting, page: Page, served: str) -> None:
    page.goto(served + LEVEL)
    other = desk.beside()
    other.goto(served + INDEX)
    page.locator("[data-collect=TAM-ACH-12]").first.click()
    expect(other.locator("lb-collect").get_by_role("status")).to_have_text("合集里有 1 条")
    other.locator("lb-collect").get_by_role("button", name="清空").click()
    expect(other.locator("lb-collect")).to_be_hidden()
    expect(other.get_by_role("heading", level=1)).to_be_focused()
    expect(page.locator("lb-collect")).to_be_hidden()
    expect(page.locator("[data-collect][aria-pressed=true]")).to_have_count(0)
    assert page.evaluate("Object.keys(localStorage).filter(key => key.includes('collection'))") == []


@pytest.mark.parametrize("way", ["served", "opened"])
def test_an_address_shows_just_what_it_names(
    page: Page, texts: dict[str, str], way: str, request: pytest.FixtureRequest
) -> None:
    site = request.getfixturevalue(way)
    asked: list[str] = []
    page.on("request", lambda asking: asked.append(asking.url))
    page.goto(site + SHARED)
    expect(page.locator(".lb-coll__said")).to_have_text("谈判，3 条指标，2 个岗位序列")
    assert listed(page) == CODES
    for code, row in zip(CODES, page.locator(".lb-coll__row").all(), strict=True):
        expect(row).to_contain_text(re.sub(r"\*+", "", texts[code]).partition("；")[0][:12])
    page.locator(".lb-coll__row a.lb-code").first.click()
    page.wait_for_url("**/id/TAM-ACH-12/index.html")
    sent = [address.split("#")[0] for address in asked if "/id/" not in address]
    assert [address for address in sent if any(code in address for code in CODES)] == [], "what is chosen is not sent"


def test_what_is_ticked_off_leaves_the_address_but_can_be_ticked_again(page: Page, opened: str) -> None:
    page.goto(opened + SHARED)
    box = page.get_by_role("checkbox", name="TAM-COM-04 在合集里")
    box.uncheck()
    page.wait_for_url(lambda url: unquote(url) == f"{opened}{COLLECTION}#TAM-ACH-12,TXM-NEG-01&name=谈判")
    expect(page.locator(".lb-coll__said")).to_contain_text("2 条指标")
    box.check()
    page.wait_for_url(lambda url: unquote(url) == f"{opened}{COLLECTION}#{','.join(CODES)}&name=谈判")
    box.uncheck()
    page.get_by_label("名称").fill("季度 & 面谈")
    page.wait_for_url(lambda url: unquote(url).endswith("#TAM-ACH-12,TXM-NEG-01&name=季度 & 面谈"))
    page.reload()
    expect(page.locator(".lb-coll__said")).to_have_text("季度 & 面谈，2 条指标，2 个岗位序列")
    assert listed(page) == ["TAM-ACH-12", "TXM-NEG-01"]


def test_the_link_that_is_copied_is_the_address(page: Page, served: str) -> None:
    page.goto(served + SHARED)
    page.evaluate("navigator.clipboard.writeText = text => { window.copied = text; return Promise.resolve(); }")
    page.locator(".lb-kit").get_by_role("button", name="复制").click()
    expect(page.locator(".lb-toast")).to_contain_text("已复制")
    assert page.evaluate("window.copied") == page.url


def test_codes_that_the_handbook_lacks_are_named(page: Page, opened: str) -> None:
    page.goto(opened + COLLECTION + "#TAM-ACH-12,TAM-ACH-999,ABC-DEF-01")
    expect(page.locator(".lb-coll__unknown")).to_have_text("手册里没有这 2 个编号：TAM-ACH-999、ABC-DEF-01")
    assert listed(page) == ["TAM-ACH-12"]
    page.goto("about:blank")
    page.goto(opened + COLLECTION + "#XYZ-ABC-01")
    expect(page.locator(".lb-coll__unknown")).to_contain_text("XYZ-ABC-01")
    expect(page.get_by_role("link", name="选择指标")).to_be_visible()


@pytest.mark.parametrize(
    "address", ["#%E6%8", "#<img src=x onerror=alert(1)>", "#__proto__-A", "#TAM-constructor-1", "#&name="]
)
def test_an_address_that_is_none_shows_an_empty_collection(page: Page, opened: str, address: str) -> None:
    page.goto(opened + COLLECTION + address)
    expect(page.get_by_role("link", name="选择指标")).to_be_visible()
    assert page.locator(".lb-collection img").count() == 0


def test_without_an_address_it_is_what_this_browser_has_chosen(page: Page, served: str) -> None:
    page.goto(served + LEVEL)
    page.locator("[data-collect=TAM-ACH-12]").first.click()
    page.goto(served + COLLECTION)
    page.wait_for_url(f"**/{COLLECTION}#TAM-ACH-12")
    page.get_by_role("button", name="全部移出").click()
    expect(page.locator(".lb-coll__said")).to_contain_text("0 条指标")
    expect(page).to_have_url(served + COLLECTION)


def test_more_is_added_to_a_collection_that_was_shared(page: Page, served: str) -> None:
    page.goto(served + SHARED)
    page.get_by_role("checkbox", name="TAM-COM-04 在合集里").uncheck()
    page.get_by_role("link", name="加入更多指标").click()
    page.wait_for_url(f"**/{INDEX}")
    expect(page.locator("lb-collect").get_by_role("status")).to_have_text("合集里有 2 条")


def test_rows_of_the_index_can_be_chosen_once_their_group_is_opened(page: Page, served: str) -> None:
    page.goto(served + INDEX)
    assert page.locator("details:not([open]) [data-collect]").count() == 0, "they may be twelve thousand"
    group = page.locator("lb-index details[data-seq]").first
    group.locator("summary").click()
    expect(group.locator("[data-collect]")).to_have_count(group.locator("[data-code] a.lb-code").count())
    group.locator("[data-collect]").first.click()
    expect(page.locator("lb-collect").get_by_role("status")).to_have_text("合集里有 1 条")


def test_the_skip_link_leaves_a_collection_as_it_is(page: Page, served: str) -> None:
    page.goto(served + LEVEL)
    page.locator("[data-collect=TAM-ACH-12]").first.click()
    page.goto(served + SHARED)
    expect(page.locator(".lb-coll__row")).to_have_count(3)
    page.locator("a[href='#top']").first.press("Enter")
    page.wait_for_url(lambda url: unquote(url) == f"{served}{COLLECTION}#{','.join(CODES)}&name=谈判")
    assert listed(page) == CODES


def test_what_is_shared_joins_what_was_chosen_here(page: Page, served: str) -> None:
    page.goto(served + LEVEL)
    chosen = page.locator("[data-collect]").last
    own = chosen.get_attribute("data-collect")
    chosen.click()
    page.goto(f"{served}{SHARED.replace('&', ',ABC-DEF-01&')}")
    page.get_by_role("checkbox", name="TAM-COM-04 在合集里").uncheck()
    page.get_by_role("link", name="加入更多指标").click()
    page.wait_for_url(f"**/{INDEX}")
    kept = "Object.entries(localStorage).find(([key]) => key.startsWith('levelbook-collection'))[1]"
    assert page.evaluate(kept) == f"{own},TAM-ACH-12,TXM-NEG-01"


def test_print_gives_text_place_and_code_of_what_is_ticked(page: Page, served: str, texts: dict[str, str]) -> None:
    page.goto(served + SHARED)
    page.get_by_role("checkbox", name="TAM-COM-04 在合集里").uncheck()
    words = printed(page)
    assert "TAM-ACH-12" in words and "TXM-NEG-01" in words and "政企客户经理·高级·成就导向" in words
    assert "为自己设定有挑战性的目标" in words
    assert "TAM-COM-04" not in words
    assert [word for word in ("加入更多指标", "全部移出", "名称（可不填）", "复制") if word in words] == []


def test_without_scripts_it_is_said_what_is_needed(browser: Browser, served: str) -> None:
    page = browser.new_page(java_script_enabled=False)
    page.goto(served + SHARED)
    expect(page.locator("main")).to_contain_text("合集需要浏览器运行脚本")
    page.goto(served + LEVEL)
    expect(page.locator("lb-collect")).to_be_hidden()
    assert page.locator("[data-collect]:visible").count() == 0
    page.close()


@pytest.mark.parametrize("width", WIDTHS)
def test_a_collection_is_accessible_and_fits(page: Page, served: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    for hash_ in (SHARED, f"{COLLECTION}#ABC-DEF-01"):
        page.goto("about:blank")
        page.goto(served + hash_)
        expect(page.locator(".lb-collection")).not_to_contain_text("正在加载")
        fits(page)
