"""The page of a course and its sheet, in a browser and on paper: accessible, nothing cut, what has changed since."""

import io
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pypdfium2
import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import faultless, serving
from tests.browser.lasting import Lasting
from tests.browser.paper import sheets
from tests.pages.courses import courses, write_history
from tests.pages.long_courses import LONG, long_courses
from tests.site_build import build

ACTIONS = "sequences/first/actions/index.html"
COURSE = "sequences/first/actions/ONE-ACT-01/index.html"
SHEET = "sequences/first/actions/ONE-ACT-01/sheet/index.html"
CONFIG = """\
site_name: 能力标准手册
site_url: {url}
use_directory_urls: false
theme: {{name: material}}
plugins:
  - levelbook: {{folder: data, language: {language}, day: 2026-12-24}}
"""


def site(folder: Path, write: Callable[[Path], object], url: str, language: str = "zh") -> Path:
    """A site that is built of what is written into a folder."""
    (folder / "docs").mkdir()
    (folder / "data").mkdir()
    write(folder / "data")
    (folder / "mkdocs.yml").write_text(CONFIG.format(url=url, language=language), encoding="utf-8")
    done = build(folder / "site", config=folder / "mkdocs.yml")
    assert done.returncode == 0, done.stderr
    return folder / "site"


def with_releases(folder: Path) -> None:
    """Writes the handbook of courses as releases left it."""
    write_history(folder, courses(folder).handbook)


@pytest.fixture(scope="session")
def released_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return site(tmp_path_factory.mktemp("released"), with_releases, "https://handbook.example.com/")


@pytest.fixture(scope="session")
def released(released_site: Path) -> str:
    return released_site.as_uri() + "/"


@pytest.fixture(scope="session")
def released_served(released_site: Path) -> Iterator[str]:
    with serving(released_site) as address:
        yield address


@pytest.fixture(scope="session")
def long(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with serving(site(tmp_path_factory.mktemp("long"), long_courses, "https://handbook.example.com/", "en")) as address:
        yield address


@pytest.fixture(scope="session")
def nowhere(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A site that does not know where it will stand."""
    return site(tmp_path_factory.mktemp("nowhere"), courses, "''").as_uri() + "/"


@pytest.mark.parametrize("path", [COURSE, SHEET, ACTIONS, "id/ONE-CHA-01/index.html"])
def test_pages_are_accessible_and_fit(desk: Lasting, released_served: str, path: str) -> None:
    faultless(desk, released_served + path)


@pytest.mark.parametrize("path", [COURSE, SHEET, ACTIONS])
def test_long_english_names_fit(desk: Lasting, long: str, path: str) -> None:
    faultless(desk, long + path)


def test_a_trainer_keeps_the_release_of_the_slides_in_the_address(page: Page, released: str) -> None:
    page.goto(released + COURSE + "#since=0.2.0")
    status = page.locator("lb-course [role=status]")
    expect(status).to_have_text("0.2.0 版以后，讲到的 3 条里有 2 条改过。其中 1 条还没有施行。")
    expect(page.locator(".lb-since:visible")).to_have_count(2)
    page.get_by_role("button", name="只看这 2 条").click()
    expect(page.locator("section[data-block] tbody tr:visible")).to_have_count(2)
    expect(page.locator("section[data-block] h3 .lb-sec__n").first).to_have_text("显示 1 条，共 2 条")
    page.get_by_label("我的课件按哪一版做的").select_option("1.0.0")
    assert page.url.endswith("#since=1.0.0")
    expect(status).to_have_text("1.0.0 版以后，讲到的 3 条里有 1 条改过。其中 1 条还没有施行。")
    expect(page.locator("section[data-block] tbody tr:visible")).to_have_count(3)
    page.get_by_label("我的课件按哪一版做的").select_option("1.1.0")
    expect(status).to_have_text("1.1.0 版以后，讲到的 3 条都没有改。")
    expect(page.get_by_role("button", name="只看")).to_have_count(0)


def test_an_address_with_a_release_that_nobody_remembers_says_so(page: Page, released: str) -> None:
    page.goto(released + COURSE + "#since=0.1.0")
    expect(page.locator("lb-course [role=status]")).to_have_text(
        "手册没有 0.1.0 版的记录，下面列出记得的全部改动：3 条里有 2 条改过。其中 1 条还没有施行。"
    )


def test_the_codes_can_be_taken_along_without_a_server(page: Page, released: str, nowhere: str) -> None:
    page.goto(released + COURSE)
    with page.expect_download() as download:
        page.get_by_role("link", name="编号表 CSV").click()
    assert download.value.suggested_filename == "ONE-ACT-01.csv"
    data = Path(download.value.path()).read_bytes()
    assert data.startswith(b"\xef\xbb\xbf") and data.count(b"\r\n") == 4
    for address, expected in ((released, "https://handbook.example.com/id/ONE-CHA-01/"), (nowhere, None)):
        page.goto(address + COURSE)
        page.evaluate("navigator.clipboard.writeText = (text) => { window.copied = text; return Promise.resolve(); }")
        page.get_by_role("button", name="复制全部链接").click()
        copied = page.evaluate("window.copied").split("\n")
        assert copied[0] == (expected or f"{nowhere}id/ONE-CHA-01/index.html")
        assert len(copied) == 3


def test_sheets_print_exactly_and_nothing_is_cut(page: Page, long: str) -> None:
    page.goto(long + SHEET)
    wanted = page.locator(".lb-cs").count()
    printed = sheets(page)
    assert len(printed) == wanted, "each sheet is one of paper"
    words = re.sub(r"\s", "", LONG)
    assert "".join(printed).count(words) == 10
    codes = [
        code for sheet in printed for code in re.findall(r"https://handbook\.example\.com/id/(ONE-CHA-\d\d)/", sheet)
    ]
    assert codes == [f"ONE-CHA-{n:02}" for n in range(1, 21)]
    assert all("能力标准手册" in sheet or "小手册" in sheet for sheet in printed)
    heights = page.evaluate("[...document.querySelectorAll('.lb-cs')].map((one) => one.getBoundingClientRect().height)")
    assert max(heights) < 297 / 25.4 * 96 + 1, "nothing runs over its sheet"


def test_a_sheet_is_a4_and_its_codes_are_31_mm_wide(page: Page, released: str) -> None:
    page.goto(released + SHEET)
    with pypdfium2.PdfDocument(io.BytesIO(page.pdf(prefer_css_page_size=True))) as document:
        assert len(document) == 1
        assert [round(side / 72 * 25.4) for side in document[0].get_size()] == [210, 297]
    width = page.locator(".lb-qr").first.evaluate("(code) => code.getBoundingClientRect().width")
    assert abs(width / 96 * 25.4 - 31) < 0.1


def test_without_an_address_there_is_no_code_and_the_sheet_says_why(page: Page, nowhere: str) -> None:
    page.goto(nowhere + SHEET)
    expect(page.locator(".lb-qr")).to_have_count(0)
    expect(page.locator("header.lb-cs-bar")).to_contain_text("请在 mkdocs.yml 里写上 site_url")
    assert "没有二维码" in sheets(page)[0]
