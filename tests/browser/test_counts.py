"""Every switch and filter of the site: its number is the number of rows one sees after pressing it."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

SCRIPT = (Path(__file__).parent / "counts.js").read_text(encoding="utf-8")
PAGES = {
    "level": "sequences/*/level/*/index.html",
    "compare": "sequences/*/compare/*/*/index.html",
    "matrix": "sequences/*/matrix/index.html",
    "weights": "sequences/*/weights/index.html",
    "actions": "sequences/*/actions/index.html",
    "indicators": "indicators/index.html",
    "notes": "notes/index.html",
}
FEWEST = {"level": 37, "compare": 30, "matrix": 5, "weights": 3, "actions": 1, "indicators": 1, "notes": 1}
"""So many pages of each kind at least, so that none is missed."""
PUT = """text => {
  document.body.replaceWith(document.adoptNode(new DOMParser().parseFromString(text, 'text/html').body));
}"""
"""Show a page in the place of another that has the same scripts and styles, which takes a third of the time."""
WHOLE = "document.documentElement.classList.remove('lb-in-pieces')"
"""Lay out at once what waits out of sight."""


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """One window for all pages, without their policy, which lets nobody put markup into a page."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, bypass_csp=True)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("kind", PAGES)
def test_numbers_are_what_is_shown(kind: str, built: Path, page: Page) -> None:
    paths = sorted(built.glob(PAGES[kind]))
    assert len(paths) >= FEWEST[kind]
    wrong, compared = [], 0
    there: list[Path] = []
    for path in paths:
        if there == (there := _loaded(path)):
            page.evaluate("localStorage.clear()")
            page.evaluate(PUT, path.read_text(encoding="utf-8"))
        else:
            page.goto(path.as_uri(), wait_until="load")
            page.evaluate("localStorage.clear()")
        page.evaluate(WHOLE)
        found = page.evaluate(SCRIPT, kind)
        compared += len(found)
        name = path.relative_to(built)
        wrong += [f"{name} {what}: says {says}, shows {sees}" for what, says, sees in found if says != sees]
    assert not wrong, "\n".join(wrong)
    assert compared >= len(paths) / 2


def _loaded(path: Path) -> list[Path]:
    """The scripts and styles of a page."""
    found = re.findall(r'<(?:script|link rel="stylesheet")[^>]* (?:src|href)="(.*?)"', path.read_text(encoding="utf-8"))
    assert found
    return [(path.parent / one).resolve() for one in found]
