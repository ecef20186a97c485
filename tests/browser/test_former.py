"""Old addresses in a browser: who comes by one arrives, with scripts and without, by http and from the file system."""

import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import faultless
from tests.browser.lasting import Lasting
from tests.former.tale import changed_files
from tests.site_build import build

CONFIG = "site_name: 地址手册\ntheme: {name: material}\nuse_directory_urls: false\nplugins: [levelbook]\n"
ENDED = {
    "a competency": "sequences/sales/competency/pricing/",
    "a level": "sequences/service/level/high/",
    "a comparison": "sequences/service/compare/low/high/",
    "an action": "id/SAL-ACT-01/",
    "a split indicator": "id/SAL-CLO-02/",
    "nothing to show": "sequences/sales/actions/",
    "a list at the end": "sequences/sales/",
}


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of a handbook in which everything has been changed once."""
    folder = tmp_path_factory.mktemp("former")
    for path, data in changed_files().items():
        file = folder / "rubric_data" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    (folder / "docs").mkdir()
    (folder / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
    run = build(folder / "site", config=folder / "mkdocs.yml")
    assert run.returncode == 0, run.stderr
    return folder / "site"


class _WithMissing(SimpleHTTPRequestHandler):
    """A server that shows the site's own page for what is missing."""

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = Path(self.directory) / "site" / "404.html"
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(page.read_bytes())


@pytest.fixture(scope="module")
def online(told: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_WithMissing, directory=str(told.parent)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/site/"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.mark.parametrize("place", ENDED.values(), ids=ENDED.keys())
def test_axe_finds_nothing(place: str, desk: Lasting, online: str) -> None:
    faultless(desk, f"{online}{place}index.html")


def test_what_moved_takes_the_anchor_along(page: Page, told: Path) -> None:
    page.goto(f"{told.as_uri()}/sequences/sales/level/mid/index.html#SAL-CLO-02")
    page.wait_for_url("**/sequences/sales/level/skilled/index.html#SAL-CLO-02")
    line = page.locator("li[id='SAL-CLO-02']")
    expect(line).to_contain_text("会谈价。")
    expect(line).to_be_in_viewport()


def test_without_scripts_the_line_is_there_too(browser: Browser, told: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    tab = context.new_page()
    tab.goto(f"{told.as_uri()}/sequences/sales/level/high/index.html#SAL-LIS-04")
    expect(tab.locator("li[id='SAL-LIS-04']")).to_be_in_viewport()
    tab.goto(f"{told.as_uri()}/sequences/service/level/low/index.html")
    tab.wait_for_url("**/sequences/care-desk/level/low/index.html")
    context.close()


@pytest.mark.parametrize(
    ("typed", "arrived"),
    [
        ("id/SAL-LIS-01/0.7.0/", "id/SAL-LIS-01/index.html"),
        ("id/sal-lis-1/", "id/SAL-LIS-01/index.html"),
        ("id/SAL.LOW/", "sequences/sales/level/low/index.html"),
    ],
)
def test_a_code_that_was_typed_otherwise_is_led_on(typed: str, arrived: str, browser: Browser, online: str) -> None:
    context = browser.new_context()
    tab = context.new_page()
    tab.goto(online + typed)
    tab.wait_for_url(online + arrived)
    context.close()


def test_a_code_that_was_never_given_stays_missing(browser: Browser, online: str) -> None:
    context = browser.new_context()
    tab = context.new_page()
    tab.goto(online + "id/SAL-LIS-99/")
    expect(tab.get_by_role("heading", level=1)).to_be_visible()
    assert tab.url == online + "id/SAL-LIS-99/"
    context.close()
