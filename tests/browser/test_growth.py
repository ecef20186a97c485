"""Courses and practices filtered by kind and target level, and the pages beside them, as people use them."""

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import faultless
from tests.browser.lasting import Lasting

ACTIONS = "sequences/tencent-market/actions/index.html"
PAGES = {
    "actions": ACTIONS,
    "process": "sequences/tencent-market/process/index.html",
    "syllabus": "sequences/account-manager-skill-certification/syllabus/index.html",
    "calibration": "sequences/telecom-account-manager/calibration/index.html",
    "source": "sequences/lenovo-key-account/source/index.html",
}


def codes(page: Page) -> list[str]:
    """The codes of the actions in sight."""
    rows = page.locator("tr[data-type]:visible")
    return [str(row.get_attribute("data-code")) for row in rows.all()]


def test_without_a_choice_all_are_shown(page: Page, opened: str) -> None:
    page.goto(opened + ACTIONS)
    assert len(set(codes(page))) == 45
    assert page.get_by_role("status").first.inner_text() == "45 项发展方式"


def test_who_aims_low_does_not_see_what_is_for_high_levels(page: Page, opened: str) -> None:
    page.goto(opened + ACTIONS)
    page.get_by_label("我的目标级别").select_option(label="有经验者")
    assert len(set(codes(page))) == 45 - 8
    assert "TXM-ACT-02" not in codes(page)
    page.get_by_label("我的目标级别").select_option(label="骨干")
    assert "TXM-ACT-02" in codes(page)


def test_a_kind_leaves_only_blocks_that_have_it(page: Page, opened: str) -> None:
    page.goto(opened + ACTIONS)
    page.locator("select[name=type]").select_option("committee")
    assert codes(page) == ["TXM-ACT-38", "TXM-ACT-43"]
    assert page.locator("section[data-block]:visible").count() == 2
    assert page.get_by_role("status").first.inner_text() == "2 项发展方式"


def test_a_permanent_address_leads_to_the_row(page: Page, opened: str) -> None:
    page.goto(opened + "id/TXM-ACT-38/index.html")
    page.wait_for_url("**/actions/**#TXM-ACT-38")
    assert page.locator("tr:target").get_attribute("data-code") == "TXM-ACT-38"


def test_without_scripts_everything_is_there(browser: Browser, opened: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(opened + ACTIONS)
    assert len(set(codes(page))) == 45
    assert not page.locator("select[name=type]").is_visible()
    context.close()


@pytest.mark.parametrize("kind", list(PAGES))
def test_pages_are_accessible_and_do_not_scroll_sideways(desk: Lasting, served: str, kind: str) -> None:
    faultless(desk, served + PAGES[kind])
