"""What every page has at hand: the handbook in one language, which pages there are, and where things are.

There are three of these, each with what the one before it lacks: `HandbookIndex` answers with values of the model,
`LocalizedHandbook` adds words, `Context` adds addresses. A function asks for the smallest that will do, so its
signature says what it can know; everything that is remembered lives in the one object and goes with it.
"""

from levelbook.localized.handbook import LocalizedHandbook
from levelbook.site.links import LinkIndex
from levelbook.site.sitemap import Sitemap, SitePage, site_pages
from levelbook.site.titles import with_full_titles
from levelbook.tracing import lazily


class Context(LocalizedHandbook):
    """The handbook in one language, with its site."""

    @lazily
    def links(self) -> LinkIndex:
        """Where the addresses and codes of the data lead."""
        return LinkIndex(self)

    @lazily
    def sitemap(self) -> Sitemap:
        """Which pages there are."""
        return Sitemap(self._site_pages)

    @lazily
    def _site_pages(self) -> tuple[SitePage, ...]:
        return with_full_titles(self, self._pages_by_title)

    @lazily
    def _pages_by_title(self) -> tuple[SitePage, ...]:
        return tuple(site_pages(self))
