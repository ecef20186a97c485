"""Result and plan come with a script of their own, when the page is idle or at once when one of them is opened."""

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, Route, expect

from tests.browser.assessed import TELECOM, as_file, data_of, document, keep, rated
from tests.browser.conftest import axe, painted
from tests.browser.lasting import go_where_it_keeps

SCRIPT = "**/js/checklist_views.js*"
HEADS = {"result": "自评结果", "plan": "发展计划"}


@pytest.fixture
def waiting(context: BrowserContext) -> list[Route]:
    """The requests for the script, which wait until they are let go."""
    held: list[Route] = []
    context.route(SCRIPT, lambda route: held.append(route))
    return held


def asked_for(page: Page, waiting: list[Route]) -> Route:
    """The request for the script, once the page has asked for it."""
    for _ in range(1000):
        if waiting:
            return waiting.pop()
        page.wait_for_timeout(20)
    raise AssertionError(page.url)


@pytest.mark.parametrize("view", HEADS)
def test_a_view_that_is_opened_before_it_is_there_shows_as_soon_as_it_has_come(
    context: BrowserContext, waiting: list[Route], served: str, view: str
) -> None:
    page = context.new_page()
    page.goto(served + TELECOM, wait_until="commit")
    route = asked_for(page, waiting)
    page.locator(f"nav a[data-view={view}]").click()
    expect(page.locator(f"nav a[data-view={view}]")).to_have_attribute("aria-current", "true")
    expect(page.locator(f"#{view}")).to_have_text("")
    route.continue_()
    expect(page.locator(f"#{view}").get_by_role("heading", name=HEADS[view]).first).to_be_focused()
    assert waiting == [], "it is loaded once"


@pytest.mark.parametrize("view", HEADS)
def test_the_address_can_ask_for_a_view(page: Page, opened: str, view: str) -> None:
    page.goto(f"{opened}{TELECOM}#{view}")
    expect(page.locator(f"#{view}").get_by_role("heading", name=HEADS[view]).first).to_be_visible()
    expect(page.locator("#check")).to_be_hidden()


def test_where_it_does_not_come_the_view_says_what_helps_and_opening_it_again_tries_again(
    context: BrowserContext, served: str
) -> None:
    page = context.new_page()
    page.route(SCRIPT, lambda route: route.abort())
    page.goto(served + TELECOM)
    page.locator("input[name='r-TAM-ACH'][value='4']").check(force=True)
    expect(page.get_by_text("没有加载出来")).to_have_count(0)
    for view in HEADS:
        page.locator(f"nav a[data-view={view}]").click()
        expect(page.locator(f"#{view}").get_by_role("alert")).to_have_text("这部分没有加载出来，请刷新网页。")
        expect(page.get_by_text("没有加载出来")).to_have_count(1)
    painted(page)
    assert axe(page) == []
    page.unroute(SCRIPT)
    page.locator("nav a[data-view=result]").click()
    expect(page.locator("#result").get_by_role("heading", name=HEADS["result"])).to_be_focused()
    expect(page.get_by_text("没有加载出来")).to_have_count(0)


def test_a_script_of_another_release_does_nothing(context: BrowserContext, served: str) -> None:
    page = context.new_page()

    def of_another_release(route: Route) -> None:
        text = route.fetch().text()
        body = re.sub(r"levelbookShared_[0-9a-f]{8}", "levelbookShared_00000000", text)
        assert body != text
        route.fulfill(body=body, content_type="text/javascript")

    page.route(SCRIPT, of_another_release)
    page.goto(f"{served}{TELECOM}#plan")
    expect(page.locator("#plan").get_by_role("alert")).to_contain_text("请刷新网页")
    page.locator("nav a[data-view=check]").click()
    page.locator("input[name='r-TAM-ACH'][value='4']").check(force=True)
    page.wait_for_function("() => Object.values(localStorage).some(kept => kept.includes('TAM-ACH'))")


def test_a_file_can_be_joined_before_the_result_is_there(
    context: BrowserContext, waiting: list[Route], served: str, built: Path
) -> None:
    data = data_of(built, TELECOM)
    mine = document(data, answers=rated(data, 1))
    theirs = json.loads(json.dumps(mine)) | {"manager": {"name": "李主管", "answers": rated(data, 2)}}
    page = context.new_page()
    go_where_it_keeps(page, served)
    keep(page, mine)
    page.goto(served + TELECOM, wait_until="commit")
    route = asked_for(page, waiting)
    expect(page.locator(".lb-panel__big")).to_contain_text("/ 18 项已评")
    page.locator("input[data-open]").set_input_files(as_file(theirs))
    expect(page.get_by_role("dialog")).to_have_count(0)
    route.continue_()
    page.get_by_role("dialog").get_by_role("button", name="收进来，看两边").click()
    expect(page.locator("#result")).to_contain_text("李主管")
