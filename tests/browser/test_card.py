"""The card of an indicator in a frame of another site: small, without scripts, its links open outside."""

import pytest
from playwright.sync_api import FrameLocator, Page, expect

from tests.browser.conftest import axe, painted

CARD = "id/TAM-ACH-12/card/index.html"
PAGE = "id/TAM-ACH-12/index.html"


def framed(page: Page, served: str, width: int = 640) -> FrameLocator:
    """A page of a learning system with the card in it."""
    frame = f'<iframe src="{served}{CARD}" title="TAM-ACH-12" width="{width}" height="220"></iframe>'
    body = f'<!doctype html><link rel="icon" href="data:,"><title>LMS</title><h1>LMS</h1>{frame}'
    page.route("**/lms.html", lambda route: route.fulfill(content_type="text/html", body=body))
    page.goto(served + "lms.html")
    return page.frame_locator("iframe")


def test_a_card_says_what_and_where_it_is_from(page: Page, served: str, texts: dict[str, str]) -> None:
    card = framed(page, served)
    expect(card.locator(".text")).to_contain_text("为自己设定有挑战性的目标")
    expect(card.locator(".where")).to_contain_text("政企客户经理")
    expect(card.locator("code")).to_have_text("TAM-ACH-12")
    assert page.frames[1].evaluate("[document.scripts.length, document.images.length]") == [0, 0]
    assert page.frames[1].evaluate("performance.getEntriesByType('resource').length") == 0, "one file"


def test_its_links_open_outside_the_frame(page: Page, served: str) -> None:
    card = framed(page, served)
    for link, address in ((card.get_by_role("link", name="打开"), PAGE), (card.locator(".where a"), "level/advanced/")):
        with page.context.expect_page() as opening:
            link.click()
        opening.value.wait_for_load_state()
        assert address in opening.value.url
        opening.value.close()
    assert page.url == served + "lms.html"
    expect(card.locator("code")).to_have_text("TAM-ACH-12")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 640])
def test_it_follows_the_device_and_fits_its_frame(page: Page, served: str, width: int, scheme: str) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    framed(page, served, width)
    inside = page.frames[1]
    inside.wait_for_load_state()
    assert inside.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    colour = inside.evaluate("getComputedStyle(document.body).color.match(/\\d+/g).map(Number)")
    assert (min(colour) > 150) == (scheme == "dark")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_is_legible(page: Page, opened: str, scheme: str) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.set_viewport_size({"width": 320, "height": 220})
    page.goto(opened + CARD)
    painted(page)
    found = [fault for fault in axe(page) if "color-contrast" in fault or "link-in-text-block" in fault]
    assert found == []


def test_the_page_of_an_indicator_hands_out_its_frame(page: Page, served: str) -> None:
    page.goto(served + PAGE)
    page.get_by_text("引文格式").click()
    row = page.locator(".lb-kit__rows > div", has_text="嵌入卡片")
    expect(row).to_contain_text(f'<iframe src="{served}{CARD.removesuffix("index.html")}')
    row.get_by_role("button").click()
    expect(page.locator(".lb-toast")).to_contain_text("已复制")
