"""What the handbook adds of its own: folded, brought when it is opened, gone where standards are compared."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.conftest import WIDTHS, fits, laid_out
from tests.browser.lasting import Lasting

LEVEL = "sequences/telecom-account-manager/level/advanced/index.html"
CHECKLIST = "sequences/telecom-account-manager/check/advanced/index.html"
COMPETENCY = "sequences/telecom-account-manager/competency/needs-analysis/index.html"
FOLD = '.lb-ours[data-of="TAM-NEE"]'


def opened_fold(tab: Page, address: str) -> Page:
    tab.goto(address)
    laid_out(tab).locator(f"{FOLD} summary").click()
    expect(tab.locator(f"{FOLD} dl")).to_be_visible()
    return tab


@pytest.fixture
def printing(page: Page) -> Iterator[Page]:
    yield page
    page.emulate_media(media="screen")


def test_a_fold_says_what_is_in_it_and_brings_it_also_from_a_disk(page: Page, opened: str) -> None:
    tab = opened_fold(page, opened + LEVEL)
    said = tab.locator(f"{FOLD} summary small").inner_text().split("、")
    assert said == tab.locator(f"{FOLD} dt").all_inner_texts()
    assert tab.locator(f"{FOLD} dd").count() >= len(said)
    expect(tab.locator(f"{FOLD} dl + p")).to_contain_text("不属于标准，不参与评分")
    expect(tab.locator("details[data-of]:not(:has(dl))")).to_have_count(0)


def test_it_is_in_no_comparison_and_on_no_paper(printing: Page, opened: str) -> None:
    tab = opened_fold(printing, opened + LEVEL)
    tab.locator(".lb-view input[value=senior]").check()
    expect(tab.locator(f"{FOLD} dl")).to_be_hidden()
    expect(tab.locator(".lb-compared .lb-ours")).to_have_count(0)
    tab.locator(".lb-view input[value=all]").check()
    expect(tab.locator(f"{FOLD} dl")).to_be_visible()
    tab.emulate_media(media="print")
    expect(tab.locator(FOLD)).to_be_hidden()


def test_what_does_not_come_is_said_and_tried_again(context: BrowserContext, served: str) -> None:
    page = context.new_page()
    page.route("**/guidance/**", lambda route: route.abort())
    page.goto(served + LEVEL)
    fold = laid_out(page).locator(FOLD)
    fold.locator("summary").click()
    expect(fold.get_by_role("alert")).to_be_visible()
    page.unroute("**/guidance/**")
    fold.locator("summary").click()
    fold.locator("summary").click()
    expect(fold.locator("dl")).to_be_visible()
    expect(page.locator("lb-ours")).to_be_hidden()


def test_beside_a_rating_evidence_comes_first(page: Page, opened: str) -> None:
    tab = opened_fold(page, opened + CHECKLIST)
    words = tab.locator(f"{FOLD} dt").all_inner_texts()
    assert words[0] == "带什么来谈"
    assert "怎样提高" not in words
    assert tab.locator(f"fieldset[data-item=TAM-NEE] .lb-item__do {FOLD}").count() == 1


@pytest.mark.parametrize("address", [LEVEL, CHECKLIST])
@pytest.mark.parametrize("width", WIDTHS)
def test_unfolded_it_is_accessible_and_fits(desk: Lasting, served: str, address: str, width: int) -> None:
    with desk.as_new() as tab:
        tab.set_viewport_size({"width": width, "height": 900})
        fits(opened_fold(tab, served + address), ["light"])
        tab.emulate_media(color_scheme="dark")
        fits(opened_fold(tab, served + address), ["dark"])


def test_the_page_of_a_competency_holds_it_without_scripts(browser: Browser, opened: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    tab = context.new_page()
    tab.goto(opened + COMPETENCY)
    tab.locator(".lb-side .lb-ours summary").first.click()
    expect(tab.locator(".lb-side .lb-ours dl").first).to_be_visible()
    expect(tab.locator("#guidance + .lb-ours__rows dd").first).to_be_visible()
    tab.goto(opened + LEVEL)
    expect(tab.locator(".lb-ours").first).to_be_hidden()
    context.close()
