"""What one site is made of, each part worked out once: its pages, its files, and what they share.

All are functions of one context, so that a process that lives on while people edit keeps every part that still holds
(`tracing`). HTML leaves this module only through `with_languages`, which gives a `lang` to what is not in the page's
language.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial

from levelbook.components.guidance.data import guidance_files
from levelbook.components.releases.changed_lines import changed_files
from levelbook.former_parts import FormerPart, former_part
from levelbook.lang_attributes import mark
from levelbook.pages import registry
from levelbook.pages.assessment.first_steps import FIRST_WORDS
from levelbook.pages.assessment.own_notes import NOTE_WORDS
from levelbook.pages.assessment.scripts import script_files
from levelbook.pages.permanent.indicator import IndicatorView
from levelbook.pages.search import data as search_data
from levelbook.pages.search.popup import popup_file
from levelbook.pages.transfer import data as transfer_data
from levelbook.queries.remembered import asked_once, remembered
from levelbook.render import Renderer, root_of
from levelbook.site import urls
from levelbook.site.assets import SEARCH_SCRIPT, marked, marked_asset
from levelbook.site.context import Context
from levelbook.site.hand_written import GUIDE_NAMES, name_of_guide
from levelbook.site.navigation import navigation
from levelbook.site.page import NavItem, Page, StandalonePage
from levelbook.site.qr_file import qr_svg
from levelbook.site.sitemap import PageKind
from levelbook.site_context import SiteContext

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


def with_languages(ctx: Context, html: str) -> str:
    """HTML with a `lang` for what is not in the language of its page."""
    return mark(html, ctx.language, ctx.handbook.head.language)


def pages(ctx: SiteContext) -> tuple[tuple[RenderedPage, FormerPart], ...]:
    """All pages for the host's theme, each with what it showed once."""
    batches = (_rendered(ctx, *batch) for batch in registry.theme_batches(ctx))
    return tuple(page for batch in batches for page in batch)


@asked_once(registry.of_batch)
def _rendered(ctx: SiteContext, make: registry.Make[Page], *of: object) -> tuple[tuple[RenderedPage, FormerPart], ...]:
    return tuple(rendered_page(ctx, page) for page in registry.made(ctx, make, *of))


@asked_once(lambda page: page.address)
def rendered_page(ctx: SiteContext, page: Page) -> tuple[RenderedPage, FormerPart]:
    """A page for the host's theme, with what it showed once."""
    html = renderer(ctx).body(page, root_of(page.address))
    former = former_part(ctx, renderer(ctx), page.address, html)
    if former.html:
        html = f'{html}\n<div class="lb-page">\n{former.html}</div>\n'
        page = replace(page, anchors=page.anchors | former.ids)
    return RenderedPage(page, with_languages(ctx, html)), former


def standalone_files(ctx: SiteContext) -> Iterator[tuple[StandalonePage, tuple[ReadyFile, ...]]]:
    """The pages behind permanent codes and others outside the theme, each with the files that it comes to."""
    present = {page.address for page in ctx.sitemap.pages}
    for batch in registry.standalone_batches(ctx):
        for page, files in _documents(ctx, *batch):
            present.add(page.address)
            yield page, files
    yield from _documents(ctx, *registry.former_batch(frozenset(present)))


@asked_once(registry.of_batch)
def _documents(
    ctx: SiteContext, make: registry.Make[StandalonePage], *of: object
) -> tuple[tuple[StandalonePage, tuple[ReadyFile, ...]], ...]:
    return tuple((page, _document_files(ctx, page)) for page in registry.made(ctx, make, *of))


@asked_once(lambda page: page.address)
def _document_files(ctx: SiteContext, page: StandalonePage) -> tuple[ReadyFile, ...]:
    """A page outside the theme as a whole document, and its picture where it has one."""
    document = ReadyFile(urls.file_address(page.address), _document(ctx, page))
    if ctx.site_url and isinstance(page.view, IndicatorView) and not page.view.retired:
        picture = ReadyFile(page.view.qr, qr_svg(ctx.site_url + page.address))
        return (document,) if ctx.edition.folder else (document, picture)
    return (document,)


def _document(ctx: SiteContext, page: StandalonePage) -> str:
    html = renderer(ctx).document(page)
    former = former_part(ctx, renderer(ctx), page.address, html).html if page.template != "forward" else ""
    return with_languages(ctx, html.replace(_MAIN_END, f"{former}{_MAIN_END}", 1) if former else html)


@remembered(lambda: ())
def renderer(ctx: SiteContext) -> Renderer:
    """The templates, with what they know of the site."""
    marked_paths = _marked_paths(ctx)
    return Renderer(
        ctx.words,
        edit_base=ctx.options.edit_base,
        folders=ctx.options.templates,
        site_url=ctx.site_url,
        site=dict(_site_facts(ctx)),
        guides=_guides(ctx),
        find=partial(_address_of, ctx),
        marked=lambda address: _marked_address(ctx, address) if address in marked_paths else "",
        written_here=frozenset(one.id for one in ctx.handbook.sequences.values() if ctx.written_here(one)),
    )


@remembered(lambda: ())
def _site_facts(ctx: SiteContext) -> dict[str, object]:
    return {
        "name": ctx.name_of_handbook(),
        "release": release(ctx),
        "above": ctx.options.above and ctx.edition.up + ctx.options.above,
        "original": ctx.handbook.head.language,
        "up": ctx.edition.up,
        "shared_url": ctx.shared_url,
        "edition": ctx.edition.folder,
        "editions": ctx.listed_editions(),
        "tabs": tuple(_tabs(listed(ctx), frozenset(_guides(ctx).values()))),
        "note": _marked_address(ctx, NOTE_WORDS) if ctx.sitemap.has(PageKind.ASSESSMENTS) else "",
        "first": _marked_address(ctx, FIRST_WORDS) if ctx.sitemap.has(PageKind.ASSESSMENTS) else "",
        **search_field(ctx),
    }


@remembered(lambda: ())
def search_field(ctx: SiteContext) -> dict[str, str]:
    """What a search field loads, below the handbook's folder."""
    words = popup(ctx)
    return {
        "search_script": ctx.edition.up + marked_asset(SEARCH_SCRIPT),
        "search_words": marked(words.path, words.text),
        "search_data": _search_address(ctx),
    }


@remembered(lambda: ())
def popup(ctx: SiteContext) -> ReadyFile:
    """What the list under the search field says."""
    return ReadyFile(*popup_file(ctx, _guides(ctx)))


def _search_address(ctx: SiteContext) -> str:
    """The first file of the search data, with a mark of all of it: hand-written pages are not rendered yet."""
    if ctx.options.steady_search:
        return marked(urls.SEARCH_DATA, ctx.options.prose)
    path, text = search_data.data_files(ctx)[0]
    return marked(path, text + ctx.options.prose)


def release(ctx: SiteContext) -> str:
    """The newest release, as the foot of every page says it."""
    newest = ctx.handbook.release
    return ctx.words("site.release", version=newest.version, date=newest.date) if newest else ""


def transfer_files(ctx: SiteContext) -> tuple[tuple[str, str], ...]:
    """What the page that compares two roles loads."""
    return transfer_data.data_files(ctx) if ctx.sitemap.has(PageKind.TRANSFER) else ()


@remembered(lambda: ())
def _marked_files(ctx: SiteContext) -> dict[str, str]:
    """The addresses of files that pages bring along, with the marks of their content."""
    files = dict(transfer_files(ctx))
    files |= dict(script_files(ctx))
    files |= dict(changed_files(ctx))
    files |= dict(guidance_files(ctx))
    return {path: marked(path, text) for path, text in files.items()}


@remembered(lambda: ())
def _marked_paths(ctx: SiteContext) -> frozenset[str]:
    return frozenset(_marked_files(ctx))


@remembered(lambda path: path)
def _marked_address(ctx: SiteContext, path: str) -> str:
    return _marked_files(ctx)[path]


@remembered(lambda target: target)
def _address_of(ctx: Context, target: str) -> str:
    """Where a link in a text leads; nowhere where what it names has no page."""
    thing = ctx.links.find(None, target)
    return thing.address if thing else ""


@remembered(lambda: ())
def listed(ctx: SiteContext) -> tuple[NavItem, ...]:
    """What tabs and side list."""
    return navigation(ctx, ctx.options.written, ctx.edition)


@remembered(lambda: ())
def _guides(ctx: SiteContext) -> dict[str, str]:
    """The guides that there are, in the language of the reader where possible: addresses by name."""
    entries = (entry.address for item in listed(ctx) for entry in item.children if entry.address)
    written = {ctx.edition.seen_from_here(address) for address in ctx.options.written}
    names = ((name_of_guide(address), address) for address in entries if address in written)
    return {name: address for name, address in names if name in GUIDE_NAMES}


def _tabs(items: Iterable[NavItem], guides: frozenset[str]) -> Iterator[NavItem]:
    """The tabs of pages outside the theme, each with a page that is known to be there."""
    known = {*guides, urls.GLOSSARY}
    for item in items:
        pages = [item.address, *(child.address for child in item.children if child.address in known)]
        address = next((page for page in pages if page is not None), None)
        if address:
            yield NavItem(item.title, address)
