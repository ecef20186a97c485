"""The whole site as values: which page or file stands at which address; the same for every host.

`Site` is what a host asks. It makes the navigation and renders all pages at once, because hosts read them several
times and in an order of their own. Files behind permanent codes, of which there are ten times as many, are made batch
by batch as the host writes them, and the search data last, when the host knows its hand-written pages. Everything a
page is made of comes from the handbook, the catalogue and the options: the same three give the same bytes, and
nothing here reads the clock or the data folder.

A host that adds HTML of its own passes it through `with_languages`, as all pages have been.
"""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from functools import lru_cache

from levelbook import site_parts
from levelbook.catalogue import Catalogue
from levelbook.components.codes import data as codes_data
from levelbook.components.guidance.data import guidance_files
from levelbook.components.releases.changed_lines import changed_files
from levelbook.former_parts import problems_of
from levelbook.model.handbook import Handbook
from levelbook.pages.assessment.scripts import script_files
from levelbook.pages.course import codes as course_codes
from levelbook.pages.home import data as home_data
from levelbook.pages.notes import question_table
from levelbook.pages.releases.feed import feed_files
from levelbook.pages.search import data as search_data
from levelbook.pages.search.prose import sections
from levelbook.site.anchors import anchors_of
from levelbook.site.assets import ASSETS, static_texts
from levelbook.site.editions import SiteEdition
from levelbook.site.former.beginnings import code_beginnings
from levelbook.site.page import Page
from levelbook.site.surroundings import Surroundings, surroundings
from levelbook.site_context import SiteContext, SiteOptions, contexts
from levelbook.site_parts import ReadyFile, RenderedPage

__all__ = ["ReadyFile", "RenderedPage", "SearchPage", "Site", "SiteOptions", "assets", "outputs", "published_addresses"]

SCHEMAS = (ASSETS + "assessment-2.schema.json", ASSETS + "backup-1.schema.json")
"""What a saved assessment looks like, and a backup; their descriptions are named by their words."""
_WORD_KEY = re.compile(r'"((?:assessment|backup)_file\.\w+)"')


@dataclass(frozen=True, order=True)
class SearchPage:
    """A hand-written page, for the search."""

    title: str
    address: str
    """Its file, as seen from the folder of its edition."""
    html: str = field(compare=False)
    language: str = field(default="", compare=False)
    """That of its edition; of none in particular where the site has but one."""


class Site:
    """A handbook's site: pages, files, navigation, and the words its theme needs."""

    def __init__(self, handbook: Handbook, words: Catalogue, options: SiteOptions | None = None) -> None:
        """Render the pages for the theme; files and the search data are made when they are asked for."""
        self._render(contexts(handbook, words, options or SiteOptions()))

    def _render(self, contexts: Sequence[SiteContext]) -> None:
        """Render the first edition, and further ones as sites of their own."""
        ctx, *further = contexts
        self._ctx = ctx
        self.edition = ctx.edition
        """Which of the editions of a site this is."""
        self.language = ctx.words.language
        """Language of the interface."""
        self.words = ctx.words.section("theme")
        """What the theme's own parts say."""
        self.release = site_parts.release(ctx)
        """The newest release, as the foot of every page says it."""
        self.name = ctx.name_of_handbook()
        """What the handbook is called."""
        self.navigation = site_parts.listed(ctx)
        """What tabs and side list."""
        self.search_field = site_parts.search_field(ctx)
        """What a search field loads, below the handbook's folder."""
        self.code_beginnings = code_beginnings(ctx)
        """What codes begin with, for the page that stands in for missing ones."""
        rendered = site_parts.pages(ctx)
        self.pages = tuple(page for page, _ in rendered)
        """All pages for the host's theme."""
        self.problems = problems_of(ctx, (former for _, former in rendered))
        """What it must not be published with: addresses of releases that would lead nowhere."""
        self.editions: tuple[Site, ...] = (self, *(self._further(other) for other in further))
        """The same site in each of its languages, itself first."""

    @classmethod
    def _further(cls, ctx: SiteContext) -> "Site":
        site = cls.__new__(cls)
        site._render([ctx])
        return site

    @property
    def every_edition(self) -> tuple[SiteEdition, ...]:
        """The editions that there are of this handbook, itself among them."""
        return self._ctx.editions

    @property
    def handbook(self) -> Handbook:
        """What it shows."""
        return self._ctx.handbook

    def files(self) -> Iterator[ReadyFile]:
        """The pages behind permanent codes, each a whole document, and the data that scripts read."""
        ctx = self._ctx
        for _, files in site_parts.standalone_files(ctx):
            yield from files
        yield from (_lasting(path, self._schema(path)) for path in SCHEMAS)
        yield site_parts.popup(ctx)
        yield from (ReadyFile(*file) for file in codes_data.data_files(ctx))
        yield from (ReadyFile(*file) for file in home_data.data_files(ctx))
        yield from (ReadyFile(*file) for file in course_codes.data_files(ctx, ctx.shared_url))
        yield from (ReadyFile(*file) for file in site_parts.transfer_files(ctx))
        yield from (ReadyFile(*file) for file in question_table.data_files(ctx))
        yield from (ReadyFile(*file) for file in changed_files(ctx))
        yield from (ReadyFile(*file) for file in guidance_files(ctx))
        yield from (ReadyFile(*file) for file in feed_files(ctx, ctx.site_url))
        yield from (_lasting(*file) for file in script_files(ctx))

    def every_address(self) -> Set[str]:
        """The addresses of the theme's pages in all editions, below the handbook's folder."""
        return {site.edition.folder + output.page.address for site in self.editions for output in site.pages}

    def every_file(self) -> Iterator[ReadyFile]:
        """The files of all editions, by their paths below the handbook's folder."""
        return self._of_editions(lambda site: site.files())

    def every_search(self, prose: Iterable[SearchPage] = ()) -> Iterator[ReadyFile]:
        """The search data of all editions, each with the hand-written pages that stand in it."""
        prose = tuple(prose)

        def own(site: Site) -> list[ReadyFile]:
            return site.search(page for page in prose if page.language in ("", site.language))

        return self._of_editions(own)

    def in_language(self, language: str) -> "Site":
        """One of the editions."""
        return next(site for site in self.editions if site.language == language)

    def _of_editions(self, files: Callable[["Site"], Iterable[ReadyFile]]) -> Iterator[ReadyFile]:
        for site in self.editions:
            folder = site.edition.folder
            yield from (_lasting(folder + file.path, file.text) if folder else file for file in files(site))

    def addresses(self) -> Mapping[str, tuple[str, ...]]:
        """Every page by its address below the handbook's folder, with its anchors: sorted, made to be kept."""
        pages = {output.page.address: anchors_of(output.html) for output in self.pages}
        for page, (document, *_) in site_parts.standalone_files(self._ctx):
            pages[page.address] = anchors_of(document.text)
        return dict(sorted(pages.items()))

    def around(self, page: Page) -> Surroundings:
        """What a theme shows around a page."""
        return surroundings(self._ctx, page.place)

    def _schema(self, path: str) -> str:
        """The schema of a file, described in the language of the interface."""
        text = static_texts()[path]
        return _WORD_KEY.sub(lambda key: json.dumps(self._ctx.words(key[1]), ensure_ascii=False), text)

    def with_languages(self, html: str) -> str:
        """HTML with a `lang` for what is not in the language of its page; for what a host adds, too."""
        return site_parts.with_languages(self._ctx, html)

    def search(self, prose: Iterable[SearchPage] = ()) -> list[ReadyFile]:
        """The search data, with the hand-written pages that the host knows."""
        rows = [row for page in prose for row in sections(page.title, page.address, page.html)]
        return [ReadyFile(*file) for file in search_data.data_files(self._ctx, rows)]


@lru_cache(maxsize=64)
def _lasting(path: str, text: str) -> ReadyFile:
    """A file that hardly any edit changes: the same as before, so that nobody asks whether it has to be written."""
    return ReadyFile(path, text)


def assets() -> Iterator[ReadyFile]:
    """The package's own styles, scripts and pictures."""
    for path, text in static_texts().items():
        if path not in SCHEMAS:
            yield ReadyFile(path, text)


def outputs(
    handbook: Handbook, words: Catalogue, options: SiteOptions | None = None
) -> Iterator[RenderedPage | ReadyFile]:
    """Everything the handbook itself brings to the site."""
    site = Site(handbook, words, options)
    yield from site.pages
    yield from site.files()
    yield from site.search()


def published_addresses(handbook: Handbook, words: Catalogue) -> Mapping[str, tuple[str, ...]]:
    """What a release of the handbook publishes: every page by its address, with its anchors."""
    return Site(handbook, words).addresses()
