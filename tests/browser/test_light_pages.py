"""The handbook's own pages have none of Material's script; what it did for readers is there all the same."""

import re

import pytest
from playwright.sync_api import Page, expect

LEVEL = "sequences/telecom-account-manager/level/senior/index.html"
CHECKLIST = "sequences/telecom-account-manager/check/advanced/index.html"
HAND_WRITTEN = "guide/hr/index.html"


def _scripts_and_styles(page: Page) -> list[str]:
    loaded = page.evaluate("performance.getEntriesByType('resource').map(one => one.name)")
    return [name for name in loaded if re.search(r"\.(js|css)\b", name)]


@pytest.mark.parametrize(("path", "most"), [(LEVEL, 4), ("index.html", 4), ("glossary/index.html", 2)])
def test_a_page_loads_what_all_have_and_what_its_kind_has(page: Page, served: str, path: str, most: int) -> None:
    page.goto(served + path)
    loaded = _scripts_and_styles(page)
    assert len(loaded) <= most
    assert all(re.search(r"/assets/levelbook/(js|css)/\w+\.(js|css)\?[0-9a-f]{8}$", name) for name in loaded), loaded


def test_a_hand_written_page_keeps_materials_script(page: Page, served: str) -> None:
    page.goto(served + HAND_WRITTEN)
    assert any("/assets/javascripts/bundle." in name for name in _scripts_and_styles(page))


def test_colours_are_chosen_once_for_both_kinds_of_pages(page: Page, served: str) -> None:
    page.emulate_media(color_scheme="light")
    page.goto(served + LEVEL)
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "default")
    label = page.locator("[data-md-component=palette] label:visible")
    expect(label).to_have_count(1)
    label.click()
    label.click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    for path in (HAND_WRITTEN, "index.html", "id/TAM-ACH-13/index.html"):
        page.goto(served + path)
        expect(page.locator("[data-md-color-scheme]").first).to_have_attribute("data-md-color-scheme", "slate")


def test_colours_follow_the_device_while_it_changes(page: Page, served: str) -> None:
    page.emulate_media(color_scheme="dark")
    page.goto(served + LEVEL)
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    page.emulate_media(color_scheme="light")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "default")


def test_the_colours_are_switched_by_keyboard(page: Page, served: str) -> None:
    page.emulate_media(color_scheme="light")
    page.goto(served + LEVEL)
    page.locator("[data-md-component=palette] input").first.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")


def test_the_contents_follow_what_is_read(page: Page, served: str) -> None:
    page.goto(served + LEVEL)
    contents = page.locator(".md-sidebar--secondary")
    target = contents.locator("a.md-nav__link").nth(4)
    target.click()
    expect(target).to_have_class(re.compile("md-nav__link--active"))
    expect(contents.locator(".md-nav__link--active")).to_have_count(1)
    page.keyboard.press("End")
    expect(contents.locator("a.md-nav__link").last).to_have_class(re.compile("md-nav__link--active"))
    expect(target).to_have_class(re.compile("md-nav__link--passed"))


def test_the_sides_stay_in_sight_and_end_with_the_page(page: Page, served: str) -> None:
    page.goto(served + LEVEL)
    for y in (0, 1500):
        page.evaluate("y => scrollTo(0, y)", y)
        box = page.locator(".md-sidebar--primary .md-sidebar__scrollwrap").bounding_box()
        assert box and box["y"] >= 48 and box["y"] + box["height"] <= 900
    page.keyboard.press("End")
    page.wait_for_function(
        """() => document.querySelector('.md-sidebar--primary .md-sidebar__scrollwrap').getBoundingClientRect().bottom
        <= document.querySelector('footer.md-footer').getBoundingClientRect().top + 1"""
    )


def test_the_menu_of_narrow_screens_opens_and_closes(page: Page, served: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(served + LEVEL)
    page.locator(".lb-menu").click()
    expect(page.locator(".md-sidebar--primary")).to_be_in_viewport()
    page.keyboard.press("Escape")
    expect(page.locator("#__drawer")).not_to_be_checked()


def test_keys_lead_to_the_pages_before_and_after(page: Page, served: str) -> None:
    page.goto(served + LEVEL)
    before = page.locator("link[rel=prev]").evaluate("link => link.href")
    page.keyboard.press("n")  # the highest level is the last of what is read in order
    page.keyboard.press("p")
    page.wait_for_url(before)
    page.keyboard.press("n")
    page.wait_for_url("**/" + LEVEL)


def test_folded_parts_open_for_paper_and_close_again(page: Page, served: str) -> None:
    page.goto(served + "sequences/telecom-account-manager/matrix/index.html")
    folded = page.locator("main details:not([open])")
    before = folded.count()
    assert before
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(folded).to_have_count(0)
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(folded).to_have_count(before)


def test_a_link_cut_off_in_a_character_leaves_the_page_at_work(page: Page, served: str) -> None:
    page.goto(served + LEVEL + "#%E6%88")
    expect(page.locator("lb-find input[role=combobox]").first).to_be_attached()


@pytest.mark.parametrize(("path", "pieces"), [(LEVEL, ".lb-comp"), (CHECKLIST, ".lb-item")])
def test_a_page_laid_out_in_pieces_is_whole_in_the_end(page: Page, served: str, path: str, pieces: str) -> None:
    page.goto(served + path)
    expect(page.locator("html")).to_have_class(re.compile(r"\blb-in-pieces\b"))
    expect(page.locator(f"{pieces}:not(.is-laid-out)")).to_have_count(0)
    kept = page.locator(pieces).evaluate_all("them => them.map(piece => getComputedStyle(piece).contentVisibility)")
    assert {*kept} == {"visible"}


def test_a_page_opened_at_a_place_is_laid_out_whole(page: Page, served: str) -> None:
    page.goto(served + LEVEL + "#c-negotiation")
    expect(page.locator("html")).to_have_class("js")
    page.goto(served + LEVEL)
    page.reload()
    expect(page.locator("html")).to_have_class("js")


NEVER_IDLE = "window.requestIdleCallback = () => 0;"
DOINGS = {
    "a key": lambda page: page.keyboard.press("Shift"),
    "the wheel": lambda page: page.mouse.wheel(0, 1),
    "a press": lambda page: page.mouse.click(1, 200),
    "print": lambda page: page.evaluate("window.dispatchEvent(new Event('beforeprint'))"),
}


@pytest.mark.parametrize("doing", DOINGS)
def test_whoever_does_something_finds_the_page_laid_out(page: Page, served: str, doing: str) -> None:
    page.add_init_script(NEVER_IDLE)
    page.goto(served + LEVEL)
    waiting = page.locator(".lb-comp:not(.is-laid-out)")
    assert waiting.count() > 0
    DOINGS[doing](page)
    expect(waiting).to_have_count(0)


def test_of_a_long_form_what_is_in_sight_is_there_and_the_rest_when_somebody_acts(page: Page, served: str) -> None:
    page.add_init_script(NEVER_IDLE)
    page.goto(served + CHECKLIST)
    items = page.locator("lb-assess .lb-item")
    openers = items.locator("button[data-evidence]")
    expect(openers).to_have_count(3)
    assert [items.nth(at).locator(".lb-item__say").is_visible() for at in range(4)] == [True, True, True, False]
    page.keyboard.press("Shift")
    expect(openers).to_have_count(items.count())
    assert all(say.is_visible() for say in items.locator(".lb-item__say").all())


WATCH = """
  window.changed = [];
  new MutationObserver((changes) => {
    for (const { target, attributeName } of changes) {
      if ([document.documentElement, document.body].includes(target)) window.changed.push(attributeName);
    }
  }).observe(document, { attributes: true, subtree: true });
"""
"""Notes which attributes of the root and of the body change."""


def test_a_page_that_opens_is_styled_once(page: Page, served: str) -> None:
    page.emulate_media(color_scheme="light")
    page.add_init_script(WATCH)
    page.goto(served + LEVEL)
    page.wait_for_function(
        "() => document.querySelector('.md-sidebar__scrollwrap').style.getPropertyValue('--lb-side-room')"
    )
    changed = page.evaluate("window.changed")
    assert {*changed} <= {"class", "data-md-color-scheme", "data-md-color-media"}
    assert not page.evaluate("document.documentElement.hasAttribute('style') || document.body.hasAttribute('style')")
