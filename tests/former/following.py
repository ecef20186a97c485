"""Follows addresses of long ago through a site, as a browser without scripts does, and says which of them are lost."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from posixpath import normpath

from levelbook.build import Site
from levelbook.site.anchors import anchors_of

_REFRESH = re.compile(r'<meta http-equiv="refresh" content="0; url=([^"]*)"')
_FORMER = re.compile(r'<section class="lb-former">.*?</section>', re.DOTALL)
_HREF = re.compile(r'href="([^"]*)"')

Addresses = Mapping[str, Iterable[str]]


@dataclass(frozen=True)
class Followed:
    """What came of following addresses."""

    followed: int
    lost: tuple[str, ...]
    """Addresses that lead nowhere."""


class Follower:
    """A site that is walked through."""

    def __init__(self, site: Site) -> None:
        self._html = {output.page.address: output.html for output in site.pages}
        for file in site.files():
            if file.path.endswith("index.html"):
                self._html[file.path.removesuffix("index.html")] = file.text
        self._anchors = {address: frozenset(anchors_of(html)) for address, html in self._html.items()}

    def follow(self, old: Addresses) -> Followed:
        """Every page, and every anchor of it."""
        ways = [way for page, anchors in old.items() for way in (page, *(f"{page}#{anchor}" for anchor in anchors))]
        return Followed(len(ways), tuple(way for way in ways if not self.answers(way)))

    def answers(self, way: str) -> bool:
        """Whether an address has its page, and its anchor a place there or on the page to which it leads on."""
        page, _, anchor = way.partition("#")
        html = self._html.get(page)
        if html is None:
            return False
        target = _REFRESH.search(html)
        if target is None:
            return not anchor or anchor in self._anchors[page]
        on, _, place = resolved(page, unescape(target[1])).partition("#")
        return self.answers(f"{on}#{place or anchor}")

    def dead_links(self) -> Iterator[str]:
        """Links of the lists of former things that lead nowhere."""
        for page, html in self._html.items():
            for section in _FORMER.findall(html):
                for link in _HREF.findall(section):
                    way = resolved(page, unescape(link))
                    if ":" not in way and not self.answers(way):
                        yield f"{page}: {way}"

    def text(self, page: str) -> str:
        """What stands at an address."""
        return self._html[page]


def resolved(page: str, link: str) -> str:
    """The address to which a link of a page leads, below the root of the site."""
    path, _, anchor = link.partition("#")
    address = normpath(f"{page}{path}").removeprefix("./") if path else page
    address = re.sub(r"(^|/)index\.html$", r"\1", address)
    return f"{address}#{anchor}" if anchor else address
