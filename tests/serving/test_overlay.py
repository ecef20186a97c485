"""The overlay in a real Chromium: over the last good page, on a desk and a phone, in both languages, light and dark."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import AXE, RULES
from tests.serving.previews import LEVEL, LISTENING, SAID, RunningPreview, mkdocs_serve

CARD = "id/KEY-LIS-01/index.html"


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningPreview]:
    """One that runs, in Chinese."""
    with mkdocs_serve(tmp_path_factory.mktemp("overlay")) as running:
        yield running


@pytest.fixture
def text(preview: RunningPreview) -> Iterator[str]:
    """What the file of a competency says; it says so again afterwards."""
    file = preview.data / LISTENING
    before = file.read_text(encoding="utf-8")
    yield before
    file.write_text(before, encoding="utf-8")
    preview.shows(LEVEL, SAID)
    preview.until(lambda state: state["is_good"])


@pytest.fixture
def page(browser: Browser, preview: RunningPreview) -> Iterator[Page]:
    """A tab on a desk, in which no script may fail."""
    errors: list[str] = []
    tab = browser.new_page(viewport={"width": 1280, "height": 900}, locale="zh-CN")
    tab.on("pageerror", lambda error: errors.append(str(error)))
    tab.on("console", lambda told: errors.append(told.text) if told.type == "error" else None)
    tab.goto(preview.address + LEVEL)
    yield tab
    tab.close()
    assert [error for error in errors if "ERR_" not in error and "404" not in error] == []


def violations(tab: Page) -> list[str]:
    """What axe finds wrong with the overlay."""
    tab.evaluate(AXE)
    found: list[str] = tab.evaluate(
        "rules => axe.run('.lb-over-host', {runOnly: rules}).then(all => all.violations.map(one => one.id))", RULES
    )
    return found


def test_a_new_text_comes_by_itself_and_the_reader_stays(preview: RunningPreview, page: Page, text: str) -> None:
    page.evaluate("scrollTo(0, 120)")
    place = page.evaluate("scrollY")
    preview.edit(LISTENING, SAID, "先听客户说。")
    expect(page.get_by_text("先听客户说。").first).to_be_visible()
    expect(page.locator(".lb-over-note")).to_have_text(re.compile(r"已更新 \d+\.\d 秒"))
    assert page.evaluate("scrollY") == place
    expect(page.locator(".lb-over")).to_have_count(0)


def test_a_mistake_stands_over_the_page_until_it_is_mended(preview: RunningPreview, page: Page, text: str) -> None:
    page.locator("a").first.focus()
    focused = page.evaluate("document.activeElement.outerHTML")
    preview.edit(LISTENING, f"text: {SAID}", f"text：{SAID}")
    panel = page.get_by_role("region", name="要改的地方")
    expect(panel).to_contain_text("1 处要改")
    expect(panel).to_contain_text(f"{LISTENING}:10:13")
    expect(panel).to_contain_text("全角冒号")
    expect(panel).to_contain_text("次的样子。改好就自动更新。")
    opened = panel.get_by_role("link", name="在编辑器里打开").get_attribute("href")
    assert opened == f"vscode://file/{(preview.data / LISTENING).resolve()}:10:13"
    assert page.evaluate("document.activeElement.outerHTML") == focused
    expect(page.get_by_text(SAID).first).to_be_attached()
    assert violations(page) == []
    page.keyboard.press("Escape")
    expect(panel).to_have_count(0)
    page.get_by_role("button", name="1 处要改").click()
    expect(panel).to_be_visible()
    preview.edit(LISTENING, "text：", "text: ")
    expect(panel).to_have_count(0)
    expect(page.locator(".lb-over-pill")).to_have_count(0)


@pytest.mark.parametrize("colours", ["light", "dark"])
def test_a_phone_and_a_page_with_a_strict_policy(
    preview: RunningPreview, browser: Browser, text: str, colours: str
) -> None:
    preview.edit(LISTENING, f"text: {SAID}", f"text：{SAID}")
    preview.until(lambda state: not state["is_good"])
    for path in (LEVEL, CARD):
        scheme = "dark" if colours == "dark" else "light"
        tab = browser.new_page(viewport={"width": 390, "height": 800}, color_scheme=scheme)
        tab.goto(preview.address + path)
        expect(tab.locator(".lb-over")).to_be_visible()
        assert tab.evaluate("document.documentElement.scrollWidth") <= 390
        assert violations(tab) == []
        tab.close()


def test_a_page_that_is_gone_says_so(preview: RunningPreview, page: Page, text: str) -> None:
    page.goto("about:blank")  # or what it shows would come anew while it goes elsewhere
    folder = preview.data / "sequences/key-account"
    listed = (folder / "sequence.yml").read_text(encoding="utf-8")
    (folder / "competencies/loud.yml").write_text("code: LOU\nname: 大声\nblank: 还没有写。\n", encoding="utf-8")
    preview.edit("sequences/key-account/sequence.yml", "[listening, ", "[listening, loud, ")
    address = "sequences/key-account/competency/loud/index.html"
    preview.shows(address, "大声")
    page.goto(preview.address + address)
    (folder / "competencies/loud.yml").unlink()
    (folder / "sequence.yml").write_text(listed, encoding="utf-8")
    expect(page.get_by_role("region", name="要改的地方")).to_contain_text("这一页已经没有了，这是它最后的样子。")
    expect(page.locator("h1").first).to_contain_text("大声")


def test_in_english_and_before_there_is_a_page(browser: Browser, tmp_path: Path) -> None:
    def prepare(root: Path) -> None:
        config = root / "mkdocs.yml"
        written = config.read_text(encoding="utf-8").replace(
            "{folder: data}", "{folder: data, language: en, editor: ''}"
        )
        config.write_text(written, encoding="utf-8")
        file = root / "data" / LISTENING
        file.write_text(file.read_text(encoding="utf-8").replace("text: 让", "text：让"), encoding="utf-8")

    with mkdocs_serve(tmp_path, prepare=prepare) as preview:
        tab = browser.new_page(viewport={"width": 1280, "height": 900})
        tab.goto(preview.address + LEVEL)
        panel = tab.get_by_role("region", name="To be mended")
        expect(panel).to_contain_text("1 to mend")
        expect(panel).to_contain_text("Mend what is listed below, and the handbook appears here.")
        expect(panel.get_by_role("link", name="Open in editor")).to_have_count(0)
        assert violations(tab) == []
        preview.edit(LISTENING, "text：", "text: ")
        expect(panel).to_have_count(0)
        expect(tab.get_by_text("Lets the customer finish.").or_(tab.get_by_text(SAID)).first).to_be_attached()
        tab.close()
