"""Windows of a real Chromium, the site over http in a sub-folder and over file://, and a watch on every request."""

import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.lasting import Lasting, lasting

AXE = (Path(__file__).parent / "vendor" / "axe.min.js").read_text(encoding="utf-8")
WIDTHS = (1280, 390)
"""Windows to look at accessibility in."""
SCHEMES: dict[Literal["light", "dark"], str] = {"light": "default", "dark": "slate"}
"""What a device prefers, and what pages call it."""
SHOWN = "(document.querySelector('[data-md-color-scheme]') || {dataset: {}}).dataset.mdColorScheme"
"""Which colours a page shows."""
PAPER = None
"""What a page shows that is a sheet of paper on the screen too: the same colours always."""
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
COLOURS = ["color-contrast", "link-in-text-block"]
"""All that can differ between a page in light and the same page in dark, which takes half the time."""
NEWLY = """clean => {
  const known = new Set(clean), found = new Map(), grounds = new Map();
  const ground = (el) => {
    if (!el) return '';
    if (!grounds.has(el)) {
      const { backgroundColor, backgroundImage, opacity } = getComputedStyle(el);
      const own = `${backgroundColor} ${backgroundImage} ${opacity}`;
      const above = ground(el.parentElement);
      grounds.set(el, own === 'rgba(0, 0, 0, 0) none 1' ? above : `${above} | ${own}`);
    }
    return grounds.get(el);
  };
  const note = (el) => {
    if (!el || !el.checkVisibility()) return;
    const { color, fontSize, fontWeight, textShadow, textDecorationLine } = getComputedStyle(el);
    const around = el.parentElement ? getComputedStyle(el.parentElement).color : '';
    const link = el.closest('a, [role=link]') ? 'link' : '';
    const way = [color, fontSize, fontWeight, textShadow, textDecorationLine, around, link, ground(el)].join('; ');
    if (!known.has(way)) found.set(el, way);
  };
  const texts = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) if (texts.currentNode.data.trim()) note(texts.currentNode.parentElement);
  document.querySelectorAll('input, select, textarea').forEach(note);
  window.newlyPainted = [...found.keys()];
  return [...new Set(found.values())];
}"""
"""In which ways a page paints texts as none did before: all that their contrast depends on. Keeps those elements."""
AXE_RUN = """([rules, colours, dark]) => {
  const run = (within, options) =>
    axe.run(within, { ...options, resultTypes: ['violations'] }).then(found => found.violations);
  const off = Object.fromEntries(colours.map(rule => [rule, { enabled: false }]));
  const all = () => dark ? [] : run(document, { runOnly: rules, rules: off });
  const inColour = () => window.newlyPainted.length
    ? run({ include: window.newlyPainted }, { runOnly: { type: 'rule', values: colours } }) : [];
  return Promise.resolve(all()).then(found => Promise.resolve(inColour()).then(more => [...found, ...more]));
}"""
LAID_OUT = "() => !document.querySelector('.lb-in-pieces :is(.lb-comp, .lb-item):not(.is-laid-out)')"
SETTLED = """() => document.getAnimations()
  .filter(one => one.effect.getComputedTiming().endTime < Infinity).forEach(one => one.finish())"""
"""Colours that are on their way from light to dark are in no style sheet."""
_CLEAN: set[str] = set()
"""Ways in which axe has found nothing wrong; it need not look at them again on other pages, which takes longest."""

expect.set_options(timeout=30_000)  # a busy machine is no mistake


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing; a failed request shows in the page."""


@contextmanager
def serving(site: Path) -> Iterator[str]:
    """The address of a site in a sub-folder of an http server on this machine."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(site.parent)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/{site.name}/"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture(scope="session")
def served(built: Path) -> Iterator[str]:
    """Address of the site in a sub-folder of an http server on this machine."""
    with serving(built) as address:
        yield address


@pytest.fixture(scope="session")
def opened(built: Path) -> str:
    """Address of the site from the file system."""
    return built.as_uri() + "/"


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A browser profile of its own, on a laptop's screen, for what cannot be taken back in a tab that goes on."""
    fresh = browser.new_context(viewport={"width": 1280, "height": 900}, locale="zh-CN")
    yield fresh
    fresh.close()


@pytest.fixture(scope="module")
def desk(browser: Browser) -> Iterator[Lasting]:
    """A tab for all tests of a module."""
    with lasting(browser) as made:
        yield made


@pytest.fixture
def page(desk: Lasting) -> Iterator[Page]:
    """It, as new: every script error and every request elsewhere is a failure."""
    with desk.as_new() as tab:
        yield tab


def laid_out(tab: Page) -> Page:
    """The tab, once its page is laid out to its end: what is out of sight waits until somebody does something."""
    tab.evaluate("dispatchEvent(new Event('touchmove'))")
    tab.wait_for_function(LAID_OUT, polling=50)  # what is asked in each frame is never asked in a tab behind others
    return tab


def painted(tab: Page) -> None:
    """Wait until all that the page has begun is done and seen: typefaces, frames, and changes that take a while.

    What stands in folded parts, or is not laid out as it is out of sight, never ends to change, as nobody sees it.
    """
    laid_out(tab)
    tab.evaluate(
        """() => document.fonts.ready.then(() => new Promise(done =>
        requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)))))
        .then(() => Promise.allSettled(document.getAnimations()
        .filter(one => one.effect.target.checkVisibility({ contentVisibilityAuto: true }))
        .map(one => one.finished))).then(() => null)"""
    )


def axe(tab: Page) -> list[str]:
    """What axe-core finds, one line each; the empty list is the aim. In dark only colours: light shows the rest."""
    laid_out(tab).evaluate(SETTLED)
    dark = tab.evaluate("matchMedia('(prefers-color-scheme: dark)').matches")
    ways = tab.evaluate(NEWLY, list(_CLEAN))
    if dark and not ways:
        return []
    if not tab.evaluate("'axe' in window"):
        tab.evaluate(AXE)
    violations = tab.evaluate(AXE_RUN, [RULES, COLOURS, dark])
    found = [f"{one['id']}: {node['html'][:160]} {node['target']}" for one in violations for node in one["nodes"]]
    if not found:
        _CLEAN.update(ways)
    return found


def faultless(desk: Lasting, address: str) -> None:
    """Hold that a page is accessible and fits its window, wide and narrow, light and dark."""
    schemes = list(SCHEMES)
    for width in WIDTHS:
        with desk.as_new() as tab:
            tab.set_viewport_size({"width": width, "height": 900})
            tab.emulate_media(color_scheme=schemes[0])
            tab.goto(address)
            fits(tab, schemes)
        schemes.reverse()  # the narrow page is opened in the dark, and so each page is switched once


def fits(tab: Page, schemes: Iterable[Literal["light", "dark"]] = ("dark", "light")) -> None:
    """Hold that what a tab shows is accessible in light and in dark, and no wider than its window."""
    sideways = tab.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert sideways <= 0, f"{tab.url} scrolls sideways by {sideways}"
    for scheme in schemes:
        colour(tab, scheme)
        assert axe(tab) == [], f"{tab.url} at {tab.viewport_size} in {scheme}"


def colour(tab: Page, scheme: Literal["light", "dark"]) -> None:
    """Switch the device to light or dark; a page that asks only when it is opened is opened again."""
    tab.emulate_media(color_scheme=scheme)
    painted(tab)
    if tab.evaluate(SHOWN) not in (SCHEMES[scheme], PAPER):
        tab.reload()
        painted(tab)
        assert tab.evaluate(SHOWN) == SCHEMES[scheme]
