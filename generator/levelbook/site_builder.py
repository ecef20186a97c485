"""Builds one site again and again, for a process that lives on while people edit."""

from collections.abc import Iterable, Iterator

from levelbook.build import SearchPage, Site
from levelbook.catalogue import Catalogue
from levelbook.mirror import Mirror
from levelbook.model.handbook import Handbook
from levelbook.queries.remembered import asked_once
from levelbook.site.page import Page
from levelbook.site.surroundings import Surroundings, surroundings
from levelbook.site_parts import ReadyFile, SiteContext, SiteOptions
from levelbook.tracing import traced


class SiteBuilder:
    """Builds one site again and again, in memory only."""

    def __init__(self, words: Catalogue, options: SiteOptions) -> None:
        """Take what stays the same from build to build."""
        self._words, self._options = words, options
        self._mirror = Mirror()
        self._ctx: SiteContext | None = None

    def build(self, handbook: Handbook) -> Site:
        """The same pages and files as `Site(handbook, words, options)`; what is unchanged is the identical object."""
        with traced():
            mirrored = self._mirror.follow(handbook)
            if self._ctx is None:
                self._ctx = SiteContext(mirrored, self._words, self._options)
            return _LivingSite(self._ctx)


class _LivingSite(Site):
    """A site whose parts are kept for the next one; its search data and surroundings are those of the newest one."""

    def __init__(self, ctx: SiteContext) -> None:
        self._render(ctx)
        self._files = tuple(super().files())

    def files(self) -> Iterator[ReadyFile]:
        return iter(self._files)

    def around(self, page: Page) -> Surroundings:
        with traced():
            return _around(self._ctx, page)

    def search(self, prose: Iterable[SearchPage] = ()) -> list[ReadyFile]:
        with traced():
            return super().search(prose)


@asked_once(lambda page: page.address)
def _around(ctx: SiteContext, page: Page) -> Surroundings:
    return surroundings(ctx, page.place)
