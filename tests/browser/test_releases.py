"""Releases in Chromium: what is new since a visit, what changed since a release, filters, quotations, paper."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.conftest import faultless, painted, serving
from tests.browser.lasting import Lasting
from tests.once import made_once
from tests.pages.released import HANDBOOK
from tests.site_build import ROOT

CONFIG = """
site_name: 能力标准手册
site_url: https://handbook.example.com/
use_directory_urls: false
theme: {name: material, language: zh}
plugins:
  - levelbook: {folder: rubric_data, language: LANGUAGE, day: 2026-12-01}
"""
JUNIOR = "sequences/key-account/level/junior/index.html"
SHOWN = ".lb-levelpage .lb-ind:visible"
SEEN = "localStorage.getItem('levelbook.seen')"


def _build(factory: pytest.TempPathFactory, language: str) -> Path:
    def make(target: Path) -> None:
        home = factory.mktemp(f"released-{language}")
        (home / "docs").mkdir()
        (home / "rubric_data").mkdir()
        (home / "rubric_data" / "handbook.yml").write_text(HANDBOOK, encoding="utf-8")
        (home / "mkdocs.yml").write_text(CONFIG.replace("LANGUAGE", language), encoding="utf-8")
        command = [sys.executable, "-m", "tests.browser.released_site", "build", "--strict", "--site-dir", str(target)]
        paths = os.pathsep.join((str(ROOT / "generator"), str(ROOT)))
        environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": paths}
        run = subprocess.run(command, cwd=home, env=environment, capture_output=True, text=True, check=False)
        assert run.returncode == 0, run.stdout + run.stderr

    return made_once(factory, f"released-{language}", make)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of the site in Chinese."""
    return _build(tmp_path_factory, "zh").as_uri() + "/"


@pytest.fixture(scope="session")
def served_releases(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the site in Chinese over http, where axe may read style sheets."""
    with serving(_build(tmp_path_factory, "zh")) as address:
        yield address


@pytest.fixture(scope="session")
def served_in_english(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The same in English."""
    with serving(_build(tmp_path_factory, "en")) as address:
        yield address


def codes(tab: Page) -> list[str]:
    """The lines that are seen, by their codes."""
    return [code.removesuffix("复制") for code in tab.locator(f"{SHOWN} > .lb-ind__tools .lb-code").all_inner_texts()]


def visit(tab: Page, site: str, seen: str = "", address: str = JUNIOR) -> None:
    """Opens a page as somebody who was here at a release, or never."""
    tab.goto(site + "releases/index.html")
    if seen:
        tab.evaluate(f"localStorage.setItem('levelbook.seen', '{seen}')")
    tab.goto(site + address)
    painted(tab)


def test_a_first_visit_is_noted_and_told_nothing(page: Page, site: str) -> None:
    visit(page, site)
    expect(page.locator("lb-news")).to_be_hidden()
    assert page.evaluate(SEEN) == "3.0.0"
    assert page.locator(".lb-since").count() == 0


def test_who_comes_back_is_told_what_changed_and_says_that_it_is_known(page: Page, site: str) -> None:
    visit(page, site, "1.1.0")
    news = page.locator("lb-news")
    expect(news).to_contain_text("自 1.1.0 版以来，这一级改了 4 处；有 2 处从2027年1月1日起改")
    line = page.locator("#KEY-LIS-01")
    expect(line.locator(".lb-since")).to_have_text("改改述自 2.0.0 版要求更多")
    expect(line.locator(".lb-was p")).to_be_hidden()
    line.locator("summary").click()
    expect(line.locator(".lb-was p")).to_have_text("听完客户的话，记下当场写出要点。")
    assert line.locator(".lb-was del").inner_text() == "记下"
    expect(page.locator("#KEY-LIS-06 .lb-since")).to_have_text("新新增自 2.0.0 版")
    assert page.evaluate(SEEN).startswith("1.1.0 20"), "from now on the days are counted"
    news.get_by_role("button", name="知道了").click()
    expect(news).to_be_hidden()
    assert page.evaluate(SEEN) == "3.0.0"
    assert page.locator(".lb-since").count() == 0
    assert page.evaluate("document.activeElement.tagName") == "H1"


def test_news_that_were_shown_for_two_weeks_are_known(page: Page, site: str) -> None:
    visit(page, site, "1.1.0 2020-01-01")
    expect(page.locator("lb-news")).to_be_hidden()
    assert page.evaluate(SEEN) == "3.0.0"


@pytest.mark.parametrize("kept", ["9.9.9", "<b>", "1.1.0x", "0.0.1 9999-99-99"])
def test_what_stands_in_storage_by_another_hand_does_no_harm(page: Page, site: str, kept: str) -> None:
    visit(page, site, kept)
    expect(page.locator("lb-news")).to_be_hidden()


def test_the_switch_shows_what_changed_since_a_release(page: Page, site: str) -> None:
    visit(page, site)
    everything = codes(page)
    page.locator('input[value="changed"]').check(force=True)
    expect(page.locator("lb-news select")).to_have_value("1.1.0")
    assert codes(page) == ["KEY-LIS-01", "KEY-LIS-02", "KEY-LIS-06", "KEY-LIS-07", "KEY-LIS-03", "KEY-TAL-01"]
    expect(page.locator('input[value="changed"] + span .lb-num')).to_have_text("6")
    page.locator("lb-news select").select_option("2.0.0")
    assert codes(page) == ["KEY-LIS-02", "KEY-TAL-01"]
    expect(page.locator('input[value="changed"] + span .lb-num')).to_have_text("2")
    assert page.url.endswith("?view=changed")
    page.reload()
    expect(page.locator("lb-news select")).to_have_value("1.1.0")
    page.locator('input[name="view"][value="all"]').check(force=True)
    assert codes(page) == everything
    expect(page.locator("lb-news")).to_be_hidden()


def test_the_figure_of_the_switch_is_that_of_its_lines(page: Page, site: str) -> None:
    for level in ("junior", "senior"):
        visit(page, site, address=f"sequences/key-account/level/{level}/index.html?view=changed")
        expect(page.locator("lb-news select")).to_be_visible()
        said = page.locator('input[value="changed"] + span .lb-num').inner_text()
        assert page.locator(SHOWN).count() == int(said)


def test_without_scripts_links_lead_to_the_releases_and_what_comes_is_dated(browser: Browser, site: str) -> None:
    bare = browser.new_context(java_script_enabled=False)
    tab = bare.new_page()
    tab.goto(site + JUNIOR)
    expect(tab.get_by_role("link", name="2.0.0 版").first).to_be_visible()
    expect(tab.locator("#KEY-LIS-02 .lb-coming")).to_contain_text("2027年1月1日起")
    expect(tab.locator("#KEY-LIS-03")).to_be_hidden()
    tab.goto(f"{site}releases/2.0.0/index.html")
    expect(tab.locator(".lb-chg > li")).to_have_count(4)
    expect(tab.locator("form.lb-bar")).to_be_hidden()
    bare.close()


def test_a_link_to_an_ended_line_opens_its_list(page: Page, site: str) -> None:
    page.goto(f"{site}{JUNIOR}#KEY-LIS-03")
    expect(page.locator("#KEY-LIS-03")).to_be_visible()


def test_home_tells_of_the_marked_level_alone(context: BrowserContext, site: str) -> None:
    tab = context.new_page()
    tab.goto(site + JUNIOR)
    tab.evaluate("localStorage.setItem('levelbook.seen', '1.0.0')")
    tab.goto(site + "index.html")
    expect(tab.locator(".lb-mine__rows")).to_have_count(0)
    tab.evaluate("""localStorage.setItem('levelbook.marks.1', '{"own":"key-account/junior"}')""")
    tab.reload()
    row = tab.locator(".lb-mine__rows > div", has_text="改动")
    expect(row).to_contain_text("自 1.0.0 版以来，你的级别有 4 处变化；2 处即将施行")
    expect(row.get_by_role("link", name="看改动")).to_have_attribute("href", f"./{JUNIOR}?view=changed")
    row.get_by_role("button", name="知道了").click()
    expect(row).to_have_count(0)
    tab.evaluate("localStorage.setItem('levelbook.seen', '1.0.0')")
    tab.reload()
    tab.get_by_role("button", name="清除").first.click()
    assert tab.evaluate(SEEN) is None, "it is erased with the rest"


def test_filters_of_a_release(page: Page, site: str) -> None:
    page.goto(f"{site}releases/2.0.0/index.html")
    rows, status = page.locator(".lb-chg > li:visible"), page.locator("lb-release [role=status]")
    expect(status).to_have_text("显示 4 处")
    page.locator('input[value="lowers"]').uncheck(force=True)
    page.locator("select[name=seq]").select_option("KEY")
    expect(rows).to_have_count(2)
    expect(page.locator("#KEY .lb-sec__n")).to_have_text("显示 2 处，共 3 处")
    page.locator("select[name=seq]").select_option("SUP")
    expect(rows).to_have_count(1)
    expect(page.locator("#KEY")).to_be_hidden()
    page.locator('input[value="clarifies"]').uncheck(force=True)
    expect(status).to_have_text("所选的没有改动，请另选。")


def test_a_link_to_a_change_shows_it_whatever_the_filter(page: Page, site: str) -> None:
    page.goto(f"{site}releases/2.0.0/index.html")
    page.locator('input[value="raises"]').uncheck(force=True)
    expect(page.locator("#KEY-LIS-01")).to_be_hidden()
    page.evaluate("location.hash = '#KEY-LIS-01'")
    expect(page.locator("#KEY-LIS-01")).to_be_visible()


def test_quotations_are_copied_as_they_stand(context: BrowserContext, site: str) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    tab = context.new_page()
    tab.goto(f"{site}id/KEY-LIS-02/index.html")
    tab.get_by_text("引文格式").click()
    link = "https://handbook.example.com/id/KEY-LIS-02/1.1.0/"
    for name, text in (
        ("复制 定格链接", link),
        ("复制 引文", "“复述客户的要求，请客户确认。”（客户经理，倾听，初级，KEY-LIS-02，1.1.0 版）"),
        (
            "复制 Markdown",
            f"> 复述客户的要求，请客户确认。\n>\n> — [客户经理，倾听，初级，KEY-LIS-02，1.1.0 版]({link})",
        ),
    ):
        tab.get_by_role("button", name=name).click()
        expect(tab.locator(".lb-toast")).to_be_visible()
        assert tab.evaluate("navigator.clipboard.readText()") == text


def test_the_code_to_scan_is_seen(page: Page, site: str) -> None:
    page.goto(f"{site}id/KEY-LIS-02/index.html")
    picture = page.locator(".lb-kit__qr img")
    picture.scroll_into_view_if_needed()
    expect(picture).to_have_js_property("complete", value=True)
    assert picture.evaluate("image => image.naturalWidth") > 0


def test_a_release_prints_a_sheet_a_sequence(page: Page, site: str, tmp_path: Path) -> None:
    page.goto(f"{site}releases/2.0.0/index.html")
    painted(page)
    page.pdf(path=tmp_path / "release.pdf", format="A4")
    sheets = [sheet.get_textpage().get_text_range() for sheet in pypdfium2.PdfDocument(tmp_path / "release.pdf")]
    assert len(sheets) == 3
    assert "对谁" in sheets[0]
    assert "KEY-LIS-01" in sheets[1]
    assert "SUP.two" in sheets[2]
    assert "打印通知" not in sheets[0]


ADDRESSES = (
    "releases/index.html",
    "releases/2.0.0/index.html",
    f"{JUNIOR}?view=changed",
    "id/KEY-LIS-02/index.html",
    "id/KEY-LIS-01/1.0.0/index.html",
)


@pytest.mark.parametrize("address", ADDRESSES)
def test_pages_of_releases_are_without_fault(desk: Lasting, served_releases: str, address: str) -> None:
    faultless(desk, served_releases + address)


@pytest.mark.parametrize("address", ADDRESSES)
def test_and_so_are_they_in_english(desk: Lasting, served_in_english: str, address: str) -> None:
    faultless(desk, served_in_english + address)
