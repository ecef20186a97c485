"""Builds one site again and again, for a process that lives on while people edit."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence

from levelbook.build import SearchPage, Site
from levelbook.catalogue import Catalogue
from levelbook.mirror import Mirror
from levelbook.model.handbook import Handbook
from levelbook.pages import registry
from levelbook.queries.index import HandbookIndex
from levelbook.queries.remembered import asked_once
from levelbook.site.editions import editions
from levelbook.site.page import Page
from levelbook.site.surroundings import Surroundings, surroundings
from levelbook.site_context import SiteContext, SiteOptions, contexts
from levelbook.site_parts import ReadyFile, RenderedPage, rendered_page
from levelbook.tracing import traced

PageOf = Callable[[str], tuple[RenderedPage, Surroundings] | None]
"""Makes the page at an address below the handbook's folder before all others, with what a theme shows around it; none
where there was none.
"""


First = Callable[[PageOf], None]
"""What is done once the data are known, before most pages are made."""


def show_nothing_first(page_of: PageOf) -> None:
    """All pages are made in one go."""


class SiteBuilder:
    """Builds one site again and again, in memory only."""

    def __init__(self, words: Catalogue, options: SiteOptions) -> None:
        """Take what stays the same from build to build."""
        self._words, self._options = words, options
        self._mirror = Mirror()
        self._contexts: tuple[SiteContext, ...] = ()
        """The editions of the site, of the languages that the handbook had last."""
        self._of_contexts: tuple[object, ...] = ()
        """What of the handbook decided which contexts there are, and in which words."""
        self._batches: dict[str, Hashable] = {}
        """What made the page at each address of the last site."""

    def build(self, handbook: Handbook, first: First = show_nothing_first) -> Site:
        """The same pages and files as `Site(handbook, words, options)`; what is unchanged is the identical object.

        `first` may ask for pages of the new site before all others.
        """
        with traced():
            mirrored = self._mirror.follow(handbook)
            if self._of_contexts != (of_contexts := _of_contexts(handbook, self._words.language)):
                self._contexts = contexts(mirrored, self._words, self._options)
                self._of_contexts = of_contexts
            first(self._page)
            site = _LivingSite(self._contexts)
            self._batches = {
                ctx.edition.folder + page.address: registry.of_batch(*batch)
                for ctx in self._contexts
                for batch in registry.theme_batches(ctx)
                for page in registry.made(ctx, *batch)
            }
            return site

    def _page(self, address: str) -> tuple[RenderedPage, Surroundings] | None:
        made_by = self._batches.get(address)
        inside = (ctx for ctx in reversed(self._contexts) if address.startswith(ctx.edition.folder))
        ctx = next(inside)
        pages = (
            page
            for batch in registry.theme_batches(ctx)
            if registry.of_batch(*batch) == made_by
            for page in registry.made(ctx, *batch)
        )
        page = next((page for page in pages if ctx.edition.folder + page.address == address), None)
        return (rendered_page(ctx, page)[0], _around(ctx, page)) if page else None


def _of_contexts(handbook: Handbook, language: str) -> tuple[object, ...]:
    return editions(handbook.head, language), HandbookIndex(handbook).written_here(None)


class _LivingSite(Site):
    """A site whose parts are kept for the next one; its search data and surroundings are those of the newest one."""

    def __init__(self, contexts: Sequence[SiteContext]) -> None:
        self._render(contexts)

    def _render(self, contexts: Sequence[SiteContext]) -> None:
        super()._render(contexts)
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
