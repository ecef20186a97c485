"""What the tests themselves rely on: axe is asked anew wherever a page paints a text as none did before."""

from playwright.sync_api import Page

from tests.browser.conftest import axe

CLEAN = "<!doctype html><html lang=en><title>t</title><main><h1>Title</h1><p>{}</p></main></html>"


def test_a_pale_text_is_found_after_a_clean_page_of_the_kind(page: Page) -> None:
    page.set_content(CLEAN.format("<b>dark</b>"))
    assert axe(page) == []
    assert axe(page) == []
    for pale in (
        "<b style='color: #ccc'>pale</b>",
        "<b style='opacity: .2'>pale</b>",
        "<i style='color: #ccc'>pale</i>",
    ):
        page.set_content(CLEAN.format(pale))
        assert [line.split(":")[0] for line in axe(page)] == ["color-contrast"], pale
    page.set_content(CLEAN.format("<b>dark</b>").replace("<main>", "<main style='background: #333'>"))
    assert {line.split(":")[0] for line in axe(page)} == {"color-contrast"}
    page.emulate_media(color_scheme="dark")
    assert {line.split(":")[0] for line in axe(page)} == {"color-contrast"}
