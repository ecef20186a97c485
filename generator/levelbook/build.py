"""The whole site as values: which page or file stands at which address; the same for every host.

`Site` is what a host asks. It makes the navigation and renders all pages at once, because hosts read them several
times and in an order of their own. Files behind permanent codes, of which there are ten times as many, are made one
by one as the host writes them, and the search data last, when the host knows its hand-written pages. Everything a
page is made of comes from the handbook, the catalogue and the options: the same three give the same bytes, and
nothing here reads the clock or the data folder.

HTML leaves this module only through `with_languages`, which gives a `lang` to what is not in the page's language;
a host that adds HTML of its own passes it through there as well.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from levelbook.catalogue import Catalogue
from levelbook.components.releases.changed_lines import changed_files
from levelbook.former_parts import FormerParts
from levelbook.lang_attributes import mark
from levelbook.model.handbook import Handbook
from levelbook.pages import registry
from levelbook.pages.assessment.words import word_scripts
from levelbook.pages.collection import data as collection_data
from levelbook.pages.course import codes as course_codes
from levelbook.pages.home import data as home_data
from levelbook.pages.permanent.indicator import IndicatorView
from levelbook.pages.releases.feed import feed_files
from levelbook.pages.search import data as search_data
from levelbook.pages.search.popup import popup_file
from levelbook.pages.search.prose import sections
from levelbook.pages.transfer import data as transfer_data
from levelbook.render import Renderer, root_of
from levelbook.site import urls
from levelbook.site.anchors import anchors_of
from levelbook.site.assets import ASSETS, SEARCH_SCRIPT, marked, marked_asset, static_texts
from levelbook.site.context import Context
from levelbook.site.former.beginnings import code_beginnings
from levelbook.site.navigation import navigation
from levelbook.site.page import NavItem, Page, StandalonePage
from levelbook.site.qr_file import qr_svg
from levelbook.site.sitemap import PageKind
from levelbook.site.surroundings import Surroundings, surroundings

SCHEMA = ASSETS + "assessment-1.schema.json"
"""What a saved assessment looks like; its descriptions are named by their words."""
_WORD_KEY = re.compile(r'"(assessment_file\.\w+)"')
_MAIN_END = "</main>"
"""Where the content of a page outside the theme ends."""


@dataclass(frozen=True)
class RenderedPage:
    """A page for the host's theme, rendered."""

    page: Page
    """What it is, where it stands, and how it is found."""
    html: str
    """What stands in the content area of the theme."""


@dataclass(frozen=True)
class ReadyFile:
    """A file that the host writes as it is."""

    path: str
    """Its path below the site root."""
    text: str

    @property
    def data(self) -> bytes:
        """What is written; as text Windows would end the lines of tables twice."""
        return self.text.encode("utf-8")


@dataclass(frozen=True, order=True)
class SearchPage:
    """A hand-written page, for the search."""

    title: str
    address: str
    """Its file below the site root."""
    html: str = field(compare=False)


@dataclass(frozen=True)
class SiteOptions:
    """What the host knows and the handbook does not."""

    site_url: str = ""
    """Where the site will stand, with a final slash; empty where nobody knows."""
    edit_base: str = ""
    """Address before a data file's path at the code host; empty where nothing can be edited there."""
    templates: tuple[str, ...] = ()
    """Folders whose templates replace ours."""
    above: str = ""
    """The way from the handbook's folder to the root of the site: `../`; empty where they are the same."""
    guides: frozenset[str] = frozenset()
    """The guides that the host has, by address; pages lead to these only."""
    prose: str = ""
    """Stands for what hand-written pages say, as the search looks through them: another text where they change."""
    has_marks: bool = True
    """Whether addresses of data carry the mark of its content. A preview's do not: one changed word would change every
    page of the site by the mark of the search data, and a preview tells browsers to keep nothing anyway."""


class Site:
    """A handbook's site: pages, files, navigation, and the words its theme needs."""

    def __init__(self, handbook: Handbook, words: Catalogue, options: SiteOptions | None = None) -> None:
        """Render the pages for the theme; files and the search data are made when they are asked for."""
        options = options or SiteOptions()
        self._ctx = Context(handbook, words)
        self._site_url = _with_slash(options.site_url)
        self._has_marks = options.has_marks
        self._text_language: str = handbook.head.language
        self.language = words.language
        """Language of the interface."""
        self.words = words.section("theme")
        """What the theme's own parts say."""
        self.release = _release(handbook, words)
        """The newest release, as the foot of every page says it."""
        self.name = self._ctx.name_of_handbook()
        """What the handbook is called."""
        self.navigation = navigation(self._ctx)
        """What tabs and side list."""
        self._popup = ReadyFile(*popup_file(self._ctx, options.guides))
        self.search_field = {
            "search_script": marked_asset(SEARCH_SCRIPT),
            "search_words": self._marked(self._popup.path, self._popup.text),
            "search_data": self._search_address(options.prose),
        }
        """What a search field loads, below the handbook's folder."""
        self._renderer = self._with_facts(options)
        self.code_beginnings = code_beginnings(self._ctx)
        """What codes begin with, for the page that stands in for missing ones."""
        self._former = FormerParts(self._ctx, self._renderer)
        self.pages = tuple(self._rendered(page) for page in registry.theme_pages(self._ctx))
        """All pages for the host's theme."""
        self.problems = self._former.problems()
        """What it must not be published with: addresses of releases that would lead nowhere."""

    def _with_facts(self, options: SiteOptions) -> Renderer:
        """The templates, with what they know of the site."""
        return Renderer(
            self._ctx.words,
            edit_base=options.edit_base,
            folders=options.templates,
            site_url=self._site_url,
            site={
                **{"name": self.name, "release": self.release, "above": options.above},
                "tabs": tuple(_tabs(self.navigation, options.guides)),
                **self.search_field,
            },
            guides=options.guides,
            find=self._address_of,
            marked=self._marked_addresses(),
        )

    def files(self) -> Iterator[ReadyFile]:
        """The pages behind permanent codes, each a whole document, and the data that scripts read."""
        for page in registry.standalone_pages(self._ctx):
            yield ReadyFile(urls.file_address(page.address), self._document(page))
            yield from self._pictures(page)
        yield ReadyFile(SCHEMA, self._schema())
        yield self._popup
        yield from (ReadyFile(*file) for file in collection_data.data_files(self._ctx))
        yield from (ReadyFile(*file) for file in home_data.data_files(self._ctx))
        yield from (ReadyFile(*file) for file in course_codes.data_files(self._ctx, self._site_url))
        yield from (ReadyFile(*file) for file in self._transfer_data())
        yield from (ReadyFile(*file) for file in changed_files(self._ctx))
        yield from (ReadyFile(*file) for file in feed_files(self._ctx, self._site_url))
        if self._ctx.sitemap.has(PageKind.ASSESSMENTS):
            yield from (ReadyFile(*file) for file in word_scripts(self._ctx))

    def _pictures(self, page: StandalonePage) -> Iterator[ReadyFile]:
        """The QR code of an indicator's page that offers one; a picture of an address needs all of it."""
        if self._site_url and isinstance(page.view, IndicatorView) and not page.view.retired:
            yield ReadyFile(page.view.qr, qr_svg(self._site_url + page.address))

    def addresses(self) -> Mapping[str, tuple[str, ...]]:
        """Every page by its address below the handbook's folder, with its anchors: sorted, made to be kept."""
        pages = {output.page.address: anchors_of(output.html) for output in self.pages}
        for page in registry.standalone_pages(self._ctx):
            pages[page.address] = anchors_of(self._document(page))
        return dict(sorted(pages.items()))

    def around(self, page: Page) -> Surroundings:
        """What a theme shows around a page."""
        return surroundings(self._ctx, page.place)

    def _schema(self) -> str:
        """The schema of a saved assessment, described in the language of the interface."""
        text = static_texts()[SCHEMA]
        return _WORD_KEY.sub(lambda key: json.dumps(self._ctx.words(key[1]), ensure_ascii=False), text)

    def with_languages(self, html: str) -> str:
        """HTML with a `lang` for what is not in the language of its page; for what a host adds, too."""
        return mark(html, self.language, self._text_language)

    def search(self, prose: Iterable[SearchPage] = ()) -> list[ReadyFile]:
        """The search data, with the hand-written pages that the host knows."""
        rows = [row for page in prose for row in sections(page.title, page.address, page.html)]
        return [ReadyFile(*file) for file in search_data.data_files(self._ctx, rows)]

    def _transfer_data(self) -> tuple[tuple[str, str], ...]:
        """What the page that compares two roles loads."""
        return transfer_data.data_files(self._ctx) if self._ctx.sitemap.has(PageKind.TRANSFER) else ()

    def _search_address(self, prose: str) -> str:
        """The first file of the search data, with a mark of all of it: hand-written pages are not rendered yet."""
        path, text = search_data.data_files(self._ctx)[0]
        return self._marked(path, text + prose)

    def _marked(self, path: str, text: str) -> str:
        return marked(path, text) if self._has_marks else path

    def _marked_addresses(self) -> dict[str, str]:
        """The addresses of files that pages bring along, with the marks of their content."""
        files = dict(self._transfer_data())
        if self._ctx.sitemap.has(PageKind.ASSESSMENTS):
            files |= dict(word_scripts(self._ctx))
        files |= dict(changed_files(self._ctx))
        return {path: self._marked(path, text) for path, text in files.items()}

    def _address_of(self, target: str) -> str:
        """Where a link in a text leads; nowhere where what it names has no page."""
        thing = self._ctx.links.find(None, target)
        return thing.address if thing else ""

    def _rendered(self, page: Page) -> RenderedPage:
        html = self._renderer.body(page, root_of(page.address))
        former, ids = self._former.of(page.address, html)
        if former:
            html = f'{html}\n<div class="lb-page">\n{former}</div>\n'
            page = replace(page, anchors=page.anchors | ids)
        return RenderedPage(page, self.with_languages(html))

    def _document(self, page: StandalonePage) -> str:
        html = self._renderer.document(page)
        former, _ = self._former.of(page.address, html) if page.template != "forward" else ("", ())
        return self.with_languages(html.replace(_MAIN_END, f"{former}{_MAIN_END}", 1) if former else html)


def assets() -> Iterator[ReadyFile]:
    """The package's own styles, scripts and pictures."""
    for path, text in static_texts().items():
        if path != SCHEMA:
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


def _release(handbook: Handbook, words: Catalogue) -> str:
    release = handbook.release
    return words("site.release", version=release.version, date=release.date) if release else ""


def _tabs(navigation: Iterable[NavItem], guides: frozenset[str]) -> Iterator[NavItem]:
    """The tabs of pages outside the theme, each with a page that is known to be there."""
    known = {*guides, urls.GLOSSARY}
    for item in navigation:
        pages = [item.address, *(child.address for child in item.children if child.address in known)]
        address = next((page for page in pages if page is not None), None)
        if address:
            yield NavItem(item.title, address)


def _with_slash(address: str) -> str:
    return address if not address or address.endswith("/") else address + "/"
