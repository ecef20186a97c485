"""Builds one site again and again, for a process that lives on while people edit."""

from levelbook.build import Site, SiteOptions
from levelbook.catalogue import Catalogue
from levelbook.model.handbook import Handbook


class SiteBuilder:
    """Builds one site again and again, in memory only."""

    def __init__(self, words: Catalogue, options: SiteOptions) -> None:
        """Take what stays the same from build to build."""
        self._words, self._options = words, options

    def build(self, handbook: Handbook) -> Site:
        """The same pages and files as `Site(handbook, words, options)`; what is unchanged is the identical object."""
        return Site(handbook, self._words, self._options)
