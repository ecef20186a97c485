"""One tab for many tests, which each of them finds as new: a tab of its own for each takes longer than most of them.

What puts scripts into whatever a tab opens, or sets its clock, can not be taken back: such tests need a tab of their
own, by the fixture `context`.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Frame, Page

LEAVE = """() => {
  addEventListener('beforeunload', asks => asks.stopImmediatePropagation(), true);
  Storage.prototype.setItem = () => undefined;
  if (/^(http|file):$/.test(location.protocol)) sessionStorage.clear();
}"""
"""Nothing of a session stays, nobody is asked before the page is left, and it writes nothing more.

Pages save when they are left, in a process of their own: what they wrote could reach the next test's storage.
"""

ASKED = "try { sessionStorage.setItem('levelbook.asked', '1'); } catch { /* nothing is kept in it */ }"
"""It was asked already whether what lies here unfinished is one's own, which is asked once in every tab."""


class Lasting:
    """A tab on a laptop's screen, in a browser profile of its own."""

    def __init__(self, browser: Browser) -> None:
        """Open it."""
        self.context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="zh-CN")
        self.context.add_init_script(ASKED)
        self.origins: set[str] = set()
        self.context.on("page", lambda tab: tab.on("framenavigated", self._note))
        self._open()

    def _open(self) -> None:
        self.tab = self.context.new_page()
        self.watches = {self.tab: watch(self.tab)}
        self.wire = self.context.new_cdp_session(self.tab)

    @contextmanager
    def as_new(self) -> Iterator[Page]:
        """The tab, as if it had just been opened; every script error and every request elsewhere is a failure."""
        self.renew()
        yield self.tab
        assert self.troubles == []

    @property
    def troubles(self) -> list[str]:
        """The script errors and requests elsewhere since then."""
        return [one for found in self.watches.values() for one in found]

    def beside(self) -> Page:
        """Another tab of the same profile, which is closed when the first is renewed."""
        other = self.context.new_page()
        self.watches[other] = watch(other)
        return other

    def _note(self, frame: Frame) -> None:
        place = urlsplit(frame.url)
        if place.scheme in ("http", "file"):
            self.origins.add(f"{place.scheme}://{place.netloc}")

    def renew(self) -> None:
        """Leave nothing of what was there."""
        if self.tab.is_closed():
            self._open()
        for tab in self.context.pages:
            tab.evaluate(LEAVE)
            if tab is not self.tab:
                tab.close()
        self.tab.goto("about:blank")
        for origin in self.origins:
            self.wire.send("Storage.clearDataForOrigin", {"origin": origin, "storageTypes": "local_storage"})
        self.origins.clear()
        for home in (self.tab, self.context):
            home.unroute_all()
        self.tab.set_viewport_size({"width": 1280, "height": 900})
        self.tab.emulate_media(media="null", color_scheme="null")
        self.watches = {self.tab: self.watches[self.tab]}
        self.forgive()

    def forgive(self) -> None:
        """Forget the troubles so far."""
        for found in self.watches.values():
            found.clear()


@contextmanager
def lasting(browser: Browser) -> Iterator[Lasting]:
    """Such a tab, for as long as a module's tests go on."""
    made = Lasting(browser)
    yield made
    made.context.close()


def go_where_it_keeps(tab: Page, site: str) -> None:
    """Open an empty page in the place of a site's first: it can put down what the site's pages find."""
    address = site + "index.html"
    empty = '<!doctype html><link rel="icon" href="data:,"><title>.</title>'
    tab.route(address, lambda route: route.fulfill(content_type="text/html", body=empty))
    tab.goto(address)
    tab.unroute(address)


def watch(tab: Page) -> list[str]:
    """Notes script errors and requests that leave the site; the list grows as the tab is used."""
    troubles: list[str] = []
    tab.on("pageerror", lambda error: troubles.append(f"script error: {error}"))
    tab.on("console", lambda line: troubles.append(f"console: {line.text}") if line.type == "error" else None)
    tab.on("request", lambda request: None if _at_home(request.url) else troubles.append(f"request to {request.url}"))
    return troubles


def _at_home(url: str) -> bool:
    return url.startswith(("http://127.0.0.1:", "file:", "data:", "blob:", "about:"))
