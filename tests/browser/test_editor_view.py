"""The editors' view: one remembered switch that lays notes, questions and ways into the data over every page."""

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import WIDTHS, fits
from tests.browser.lasting import Lasting, go_where_it_keeps
from tests.browser.paper import printed

LEVEL = "sequences/telecom-account-manager/level/advanced/index.html"
INDICATOR = "id/TAM-ACH-12/index.html"
HAND_WRITTEN = "guide/hr/index.html"
NOTES = "notes/index.html"
SHOWN_LAYER = ".lb-layer:visible"
SHOWN_LINES = """() => [...document.querySelectorAll('main h2[id], main h3[id], main [data-code]')]
  .filter(line => line.getClientRects().length).map(line => line.id || line.dataset.code)"""


def switch(page: Page) -> None:
    """Press the switch at the foot of the page."""
    page.get_by_role("switch", name="编者视图").click()


def test_readers_see_only_notes_that_change_the_meaning_and_these_folded(page: Page, opened: str) -> None:
    page.goto(opened + LEVEL)
    assert page.locator(SHOWN_LAYER).count() == 0
    assert page.locator(".lb-edbar").count() == 0
    notes = page.locator("main details.lb-remark")
    assert notes.count() > 0
    assert page.locator("main details.lb-remark[open]").count() == 0
    first = notes.first
    first.locator("summary").click()
    expect(first.locator("p").first).to_be_visible()
    first.locator("summary").press("Enter")
    expect(first.locator("p").first).to_be_hidden()


@pytest.mark.parametrize("way", ["served", "opened"])
def test_the_switch_is_remembered_over_pages_of_every_kind(
    page: Page, way: str, request: pytest.FixtureRequest
) -> None:
    site = request.getfixturevalue(way)
    page.goto(site + LEVEL)
    read = page.evaluate(SHOWN_LINES)
    switch(page)
    bar = page.get_by_role("region", name="编者视图")
    expect(bar).to_contain_text("编者注")
    assert page.locator(SHOWN_LAYER).count() > 0
    assert page.locator("main details.lb-remark:not([open])").count() == 0
    assert [line for line in page.evaluate(SHOWN_LINES) if line in read] == read, "the order is the reader's"
    for address in (INDICATOR, HAND_WRITTEN, NOTES, "index.html", LEVEL):
        page.goto(site + address)
        expect(page.get_by_role("switch", name="编者视图")).to_be_checked()
        expect(bar).to_be_visible()
    page.reload()
    expect(bar).to_be_visible()


def test_the_bar_counts_what_it_lays_over_the_page_and_ends_it(page: Page, served: str) -> None:
    page.goto(served + LEVEL)
    switch(page)
    bar = page.get_by_role("region", name="编者视图")
    notes = page.locator(".lb-remark > p, .lb-aside-note.lb-layer").filter(visible=True).count()
    expect(bar).to_contain_text(f"编者注 {notes} 条")
    bar.get_by_role("button", name="退出编者视图").press("Enter")
    expect(bar).to_have_count(0)
    expect(page.locator("h1")).to_be_focused()
    expect(page.get_by_role("switch", name="编者视图")).not_to_be_checked()
    assert page.locator(SHOWN_LAYER).count() == 0
    assert page.evaluate("localStorage.getItem('levelbook.editor')") is None
    page.goto(served + INDICATOR)
    expect(page.locator(".lb-edbar")).to_have_count(0)


def test_the_bar_leads_to_all_open_questions(page: Page, opened: str) -> None:
    for address in (LEVEL, INDICATOR):
        page.goto(opened + LEVEL)
        page.evaluate("localStorage.setItem('levelbook.editor', '1')")
        page.goto(opened + address)
        page.locator(".lb-edbar").get_by_role("link", name="待确认的问题").click()
        page.wait_for_url("**/notes/index.html#asks")
        expect(page.locator("#asks")).to_be_attached()


def test_another_tab_follows(desk: Lasting, page: Page, served: str) -> None:
    page.goto(served + LEVEL)
    other = desk.beside()
    other.goto(served + INDICATOR)
    switch(page)
    expect(other.locator(".lb-edbar")).to_be_visible()
    switch(other)
    expect(page.locator(".lb-edbar")).to_have_count(0)


def test_a_page_that_one_goes_back_to_follows(page: Page, served: str) -> None:
    page.goto(served + LEVEL)
    page.evaluate("localStorage.setItem('levelbook.editor', '1')")  # as another page has meanwhile
    expect(page.locator(".lb-edbar")).to_have_count(0)
    page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")
    expect(page.locator(".lb-edbar")).to_be_visible()


def test_a_view_that_is_compared_keeps_the_layer_away_from_its_lines(page: Page, served: str) -> None:
    page.goto(served + LEVEL)
    switch(page)
    page.locator(".lb-view label", has_text="与中级比").click()
    assert page.locator(".lb-compared .lb-layer, .lb-compared .lb-remark").count() == 0


def test_what_somebody_else_kept_there_means_no(page: Page, opened: str) -> None:
    go_where_it_keeps(page, opened)
    page.evaluate("localStorage.setItem('levelbook.editor', 'yes')")
    page.goto(opened + LEVEL)
    assert page.locator(SHOWN_LAYER).count() == 0


def test_paper_has_neither_bar_nor_switch(page: Page, served: str) -> None:
    page.goto(served + LEVEL)
    switch(page)
    words = printed(page)
    assert "编者视图" not in words and "待确认的问题" not in words


def test_without_scripts_pages_are_the_readers(browser: Browser, served: str) -> None:
    page = browser.new_page(java_script_enabled=False)
    page.goto(served + LEVEL)
    assert page.locator(SHOWN_LAYER).count() == 0
    expect(page.locator("lb-editor")).to_be_hidden()
    note = page.locator("main details.lb-remark").first
    note.locator("summary").click()
    expect(note.locator("p").first).to_be_visible()
    page.close()


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("address", [LEVEL, INDICATOR, HAND_WRITTEN])
def test_the_view_is_accessible_and_fits(page: Page, served: str, address: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    go_where_it_keeps(page, served)
    page.evaluate("localStorage.setItem('levelbook.editor', '1')")
    page.goto(served + address)
    expect(page.locator(".lb-edbar")).to_be_visible()
    fits(page)
