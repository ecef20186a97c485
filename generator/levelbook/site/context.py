"""What every page has at hand: the handbook in one language, which pages there are, and where things are."""

from functools import cached_property

from levelbook.localized.handbook import LocalizedHandbook
from levelbook.site.links import LinkIndex
from levelbook.site.sitemap import Sitemap, sitemap


class Context(LocalizedHandbook):
    """The handbook in one language, with its site."""

    @cached_property
    def links(self) -> LinkIndex:
        """Where the addresses and codes of the data lead."""
        return LinkIndex(self)

    @cached_property
    def sitemap(self) -> Sitemap:
        """Which pages there are."""
        return sitemap(self)
