"""A level's page in its views: differences in place, the place kept, the address, the keyboard, no scripts, a disk."""

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import laid_out

LEVEL = "sequences/telecom-account-manager/level/advanced/index.html"
OLD = "sequences/telecom-account-manager/grade/grade-2/index.html"
OLD_CHECKLIST = "sequences/telecom-account-manager/check/grade-2/index.html"
CODE = "const codeOf = (one) => one.dataset.code ?? one.querySelector('.lb-ind__tools > a.lb-code')?.textContent;"
"""A line of a comparison bears the code of the level in hand; any other shows it."""
FIRST_LINE = (
    "() => {"
    + CODE
    + """
    const bar = document.querySelector('.lb-bar--stick').getBoundingClientRect().bottom;
    const below = (one) => one.checkVisibility() && one.getBoundingClientRect().bottom > bar + 8;
    const line = [...document.querySelectorAll('.lb-ind')].find(below);
    return [codeOf(line), Math.round(line.getBoundingClientRect().top - bar)];
}"""
)

STANDS = (
    "code => {"
    + CODE
    + """
    const bar = document.querySelector('.lb-bar--stick').getBoundingClientRect().bottom;
    const line = [...document.querySelectorAll('.lb-ind')]
      .find(one => one.checkVisibility() && codeOf(one) === code);
    return line ? Math.round(line.getBoundingClientRect().top - bar) : null;
}"""
)


def test_it_opens_with_all_that_applies_and_compares_word_by_word(page: Page, opened: str) -> None:
    page.goto(opened + LEVEL)
    assert page.locator(".lb-comp .lb-ind:visible").count() == 89
    page.locator(".lb-view label", has_text="本级新增").click()
    assert page.locator(".lb-comp .lb-ind:visible").count() == 51
    page.locator(".lb-view label", has_text="与中级比").click()
    line = page.locator(".lb-compared [data-code=TAM-ACH-10]")
    expect(line.locator("del").first).to_have_text("力求")
    expect(line.locator(".lb-mark")).to_have_text("升")
    expect(page.locator(".lb-against p:visible")).to_contain_text("从中级到高级")
    page.get_by_label("只看变化").check()
    assert page.locator(".lb-compared > .is-same:visible").count() == 0
    page.locator(".lb-view label", has_text="全部").click()
    assert page.locator(".lb-comp .lb-ind:visible").count() == 89


@pytest.mark.parametrize("code", ["TAM-ACH-12", "TAM-COM-04", "TAM-STR-08"])
def test_who_reads_goes_on_at_the_same_line(page: Page, served: str, code: str) -> None:
    page.goto(served + LEVEL)
    laid_out(page).locator(".lb-ind", has=page.get_by_role("link", name=code, exact=True)).first.evaluate(
        "(one) => scrollTo(0, one.getBoundingClientRect().top + scrollY - 150)"
    )
    before = page.evaluate(FIRST_LINE)
    for value in ("intermediate", "senior", "all"):
        page.locator(f".lb-view input[value={value}]").check()
        now = page.evaluate(STANDS, before[0])  # a line above may reach a little under the bar now
        assert now is not None and abs(now - before[1]) <= 1, value


def test_the_address_keeps_the_view_also_from_a_disk(page: Page, opened: str) -> None:
    page.goto(opened + LEVEL)
    page.locator(".lb-view input[value=senior]").check()
    expect(page).to_have_url(opened + LEVEL + "?view=senior")
    page.reload()
    expect(page.locator(".lb-view input[value=senior]")).to_be_checked()
    expect(page.locator(".lb-against p:visible")).to_contain_text("从高级到资深")
    page.locator(".lb-view input[value=all]").check()
    expect(page).to_have_url(opened + LEVEL)


def test_choosing_views_adds_no_steps_to_the_history(page: Page, served: str) -> None:
    page.goto(served + "sequences/index.html")
    page.goto(served + LEVEL)
    for value in ("senior", "new", "intermediate"):
        page.locator(f".lb-view input[value={value}]").check()
    page.go_back()
    expect(page).to_have_url(served + "sequences/index.html")
    page.go_forward()
    expect(page).to_have_url(served + LEVEL + "?view=intermediate")
    expect(page.locator(".lb-view input[value=intermediate]")).to_be_checked()
    expect(page.locator(".lb-against p:visible")).to_contain_text("从中级到高级")


def test_an_address_that_names_no_view_shows_all(page: Page, opened: str) -> None:
    page.goto(opened + LEVEL + "?view=<b>")
    expect(page.locator("lb-show")).to_have_attribute("data-show", "all")


def test_the_list_closes_when_one_looks_elsewhere(page: Page, served: str) -> None:
    page.goto(served + LEVEL)
    page.locator(".lb-view__else summary").click()
    expect(page.locator(".lb-pop")).to_be_visible()
    page.locator("h1").click()
    expect(page.locator(".lb-pop")).to_be_hidden()


def test_paper_has_all_that_applies_whatever_view_is_shown(page: Page, served: str) -> None:
    page.goto(served + LEVEL)
    for value in ("new", "senior"):
        page.locator(f".lb-view input[value={value}]").check()
        if value == "senior":
            page.get_by_label("只看变化").check()
        page.emulate_media(media="print")
        assert page.locator(".lb-comp .lb-ind:visible").count() == 89, value
        assert page.locator(".lb-compared:visible, .lb-against:visible").count() == 0, value
        page.emulate_media(media="screen")


def test_arrows_go_through_the_views_and_through_the_list(page: Page, served: str) -> None:
    page.goto(served + LEVEL)
    page.locator(".lb-view input[value=all]").focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator("lb-show")).to_have_attribute("data-show", "new")
    page.locator(".lb-view__else summary").focus()
    page.keyboard.press("ArrowDown")
    expect(page.locator(".lb-pop a").first).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator(".lb-pop")).to_be_hidden()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator(".lb-view__else summary")).to_have_text("与初级比")
    expect(page.locator(".lb-against p:visible")).to_contain_text("从初级到高级")
    expect(page).to_have_url(served + LEVEL + "?view=junior")


def test_old_addresses_lead_to_the_level_and_take_the_view_along(page: Page, opened: str) -> None:
    page.goto(opened + OLD + "?view=senior")
    page.wait_for_url("**/level/advanced/index.html?view=senior")
    page.goto(opened + OLD_CHECKLIST + "#result")
    page.wait_for_url("**/check/advanced/index.html#result")


def test_without_scripts_all_is_shown_and_links_lead_to_the_comparisons(browser: Browser, served: str) -> None:
    page = browser.new_page(java_script_enabled=False)
    page.goto(served + OLD)
    page.wait_for_url("**/level/advanced/index.html")
    assert page.locator(".lb-comp .lb-ind:visible").count() == 89
    expect(page.locator(".lb-view")).to_be_hidden()
    page.get_by_role("link", name="与资深比").click()
    expect(page.locator("h1")).to_contain_text("高级")
    page.close()
