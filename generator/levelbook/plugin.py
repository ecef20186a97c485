"""The door to MkDocs: reads the handbook, and puts its pages, files and navigation into the build.

MkDocs' themes print what they are given as it is. So every text that the theme gets from here is escaped here, once,
and is Markup from then on, which no filter of the theme escapes again.
"""

import logging
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from markupsafe import Markup, escape
from mkdocs.config.base import Config
from mkdocs.config.config_options import Choice, Optional, Type
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as SitePage
from mkdocs.structure.toc import AnchorLink, TableOfContents

from levelbook import theming
from levelbook.catalogue import LANGUAGES, Catalogue
from levelbook.data_folder import is_data
from levelbook.language import language, of_system
from levelbook.load import Loaded, language_of, load
from levelbook.plan.addresses import GUIDES, SEARCH_DATA
from levelbook.plan.page import Heading, NavItem
from levelbook.problems import Severity, as_text, under
from levelbook.render import in_css, settle
from levelbook.site import Output, SearchPage, Site, SiteOptions, assets, site

LOG = logging.getLogger("mkdocs.plugins.levelbook")
LEVEL_OF = {
    Severity.ERROR: logging.ERROR,
    Severity.WARNING: logging.WARNING,
    Severity.INFORMATION: logging.INFO,
}


class LevelbookConfig(Config):  # type: ignore[no-untyped-call]
    """The plugin's settings in mkdocs.yml."""

    folder = Type(str, default="rubric_data")
    """The data folder, from the folder of mkdocs.yml."""
    language = Optional(Choice(LANGUAGES))
    """Language of the interface; otherwise the handbook's own."""
    edit_base = Type(str, default="")
    """Address before a data file's path at the code host; no edit links where empty."""


class HandbookPage(SitePage):
    """A page whose content is ready: MkDocs neither reads nor converts anything."""

    def __init__(self, output: Output, file: File, config: MkDocsConfig) -> None:
        """Stand in for the Markdown page that MkDocs would make of the file."""
        self.planned = output.page
        self.html = output.html + theming.script_tags(output.page)
        self.landing = not output.page.address
        super().__init__(escape(output.page.title), file, config)

    @property
    def is_index(self) -> bool:
        """Whether this page stands for its section of the navigation."""
        return self.landing

    def read_source(self, config: MkDocsConfig) -> None:
        """Set what the theme asks of a page's front matter."""
        self.markdown = ""
        self.meta = {
            "hide": self.planned.layout.hides,
            "description": escape(self.planned.description),
            "levelbook": True,
        }

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Set content, contents list and anchors as MkDocs' own conversion would."""
        self.content = self.html
        self.toc = TableOfContents([_link(heading, 2) for heading in self.planned.headings])
        self.present_anchor_ids = {*self.planned.anchors, *_ids(self.planned.headings)}


class ProsePage(SitePage):
    """A hand-written page; being called index.md does not make it stand for its section."""

    @property
    def is_index(self) -> bool:
        """Never, since the home page is the handbook's own."""
        return False


class LevelbookPlugin(BasePlugin[LevelbookConfig]):  # type: ignore[no-untyped-call]
    """Hooks of a few lines each; everything that is decided is decided elsewhere."""

    def __init__(self) -> None:
        """Start empty; every build fills it anew."""
        self._site: Site | None = None
        self._prose: list[SearchPage] = []

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Keep one plugin alive between the rebuilds of `mkdocs serve`."""

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read the handbook; errors in it end the build with every one of them told."""
        folder = Path(config.config_file_path or ".").parent / self.config.folder
        words = Catalogue(language(self.config.language, language_of(folder), of_system(os.environ)))
        if not is_data(folder):
            raise PluginError(words("build.no-handbook", folder=self.config.folder))
        loaded = load(folder)
        self._report(loaded, words)
        if loaded.handbook is None:
            raise PluginError(words("build.stopped", folder=self.config.folder))
        options = SiteOptions(
            site_url=config.site_url or "",
            edit_base=self.config.edit_base,
            templates=_theme_folders(config),
            guides=frozenset(one for one in GUIDES if (Path(config.docs_dir) / one / "index.md").is_file()),
        )
        self._site = site(loaded.handbook, words, options)
        self._prose = []
        _dress(config, self._site, words, str(folder))
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the handbook's pages and files beside the hand-written ones."""
        assert self._site is not None
        for output in self._site.pages:
            file = File.generated(config, output.page.address + "index.md", content="")
            file.page = HandbookPage(output, file, config)
            files.append(file)
        for raw in (*self._site.files(), *assets()):
            files.append(File.generated(config, raw.path, content=raw.text, inclusion=InclusionLevel.NOT_IN_NAV))
        pages = {file.src_uri: file for file in files.documentation_pages()}
        for path, title in _titles(self._site.navigation):
            if path in pages and pages[path].page is None:
                pages[path].page = ProsePage(escape(title), pages[path], config)
        written = set(pages)
        there = (path.removesuffix("index.md") for path in written)
        config.extra["levelbook"]["links"] = list(theming.links(config.extra["levelbook"]["words"], there))
        config.nav = [_entry(item, written) for item in self._site.navigation if _exists(item, written)]
        return files

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Let section pages stand for their sections, and give pages outside the navigation their place."""
        assert self._site is not None
        landings = set(_landings(self._site.navigation))
        ours = {page.planned.address: page for page in nav.pages if isinstance(page, HandbookPage)}
        places = {address: page.parent for address, page in ours.items()}
        for address in landings & ours.keys():
            ours[address].landing = True
        for file in files.documentation_pages():
            page = file.page
            if isinstance(page, HandbookPage) and page.parent is None and page.planned.parent:
                page.parent = places.get(page.planned.parent)
        return nav

    def on_page_content(self, html: str, *, page: SitePage, config: MkDocsConfig, files: Files) -> str:
        """Remember hand-written pages for the search."""
        if not isinstance(page, HandbookPage):
            _know_markup(page)
            self._prose.append(SearchPage(_plain(page.title), page.url, html))
        return html

    def on_env(self, env: Any, *, config: MkDocsConfig, files: Files) -> Any:
        """Make the theme's templates safe, whoever wrote them; from now on nobody reads the settings as plain text."""
        settle(env, theming.below_ours(config.theme.dirs))
        for name in ("site_name", "site_description", "site_author"):
            if config[name]:
                config[name] = escape(config[name])
        return env

    def on_post_page(self, output: str, *, page: SitePage, config: MkDocsConfig) -> str:
        """Give what the theme says in another language than the page its `lang`."""
        assert self._site is not None
        return self._site.spoken(output)

    def on_post_template(self, output_content: str, *, template_name: str, config: MkDocsConfig) -> str:
        """The same for the page that stands in for missing ones."""
        assert self._site is not None
        return self._site.spoken(output_content) if template_name.endswith(".html") else output_content

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write the search data, now that every page is known."""
        assert self._site is not None
        target = Path(config.site_dir) / SEARCH_DATA
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(self._site.search(sorted(self._prose)), encoding="utf-8")

    def _report(self, loaded: Loaded, words: Catalogue) -> None:
        for problem in sorted(loaded.problems, key=lambda problem: problem.severity):
            LOG.log(LEVEL_OF[problem.severity], as_text(under(self.config.folder, problem), words))


def _dress(config: MkDocsConfig, built: Site, words: Catalogue, folder: str) -> None:
    """Give the theme our templates, styles and scripts, the handbook's language, words and release."""
    config.theme.dirs = theming.folders(config.theme.dirs)
    if theming.below_ours(config.theme.dirs):
        for name, value in theming.settings(_chosen(config), words).items():
            config.theme[name] = value
    config.theme["language"] = built.language
    config.extra["levelbook"] = {
        "words": {key: escape(text) for key, text in built.words.items()},
        "release": escape(built.release),
        "foot": in_css(f"{config.site_name} {built.release}".strip()),
    }
    config.extra_css = [*config.extra_css, *theming.styles()]
    config.extra_javascript = [*config.extra_javascript, *theming.scripts()]
    if folder not in config.watch:
        config.watch.append(folder)


def _chosen(config: MkDocsConfig) -> dict[str, Any]:
    """The settings of the theme that the company made, as far as they differ from the theme's own."""
    theme = config.theme
    stock = type(theme)(name=theme.name)
    return {name: theme[name] for name in theme if name not in stock or theme[name] != stock[name]}


def _know_markup(page: SitePage) -> None:
    """Say of a title that MkDocs has taken from a heading that it is HTML already."""
    if page.title and page.title == getattr(page, "_title_from_render", None):
        page.title = Markup(page.title)


def _plain(title: str | None) -> str:
    return title.unescape() if isinstance(title, Markup) else str(title)


def _theme_folders(config: MkDocsConfig) -> tuple[str, ...]:
    custom = config.theme.custom_dir
    return (str(Path(custom) / "levelbook"),) if custom else ()


def _link(heading: Heading, level: int) -> AnchorLink:
    link = AnchorLink(escape(heading.title), heading.id, level)
    link.children = [_link(child, level + 1) for child in heading.children]
    return link


def _ids(headings: tuple[Heading, ...]) -> Iterator[str]:
    for heading in headings:
        yield heading.id
        yield from _ids(heading.children)


def _entry(item: NavItem, written: set[str]) -> Any:
    """MkDocs' way of writing a navigation entry: a page alone, or a section led by its own page."""
    path = None if item.address is None else item.address + "index.md"
    title = escape(item.title)
    if not item.children:
        return {title: path}
    children = [_entry(child, written) for child in item.children if _exists(child, written)]
    return {title: [path, *children] if path else children}


def _exists(item: NavItem, written: set[str]) -> bool:
    """Whether a page or any page under it is there; hand-written ones are the company's choice."""
    here = item.address is not None and item.address + "index.md" in written
    return here or any(_exists(child, written) for child in item.children)


def _titles(items: tuple[NavItem, ...]) -> Iterator[tuple[str, str]]:
    """Source paths of the pages in the navigation, with their titles."""
    for item in items:
        if item.address is not None:
            yield item.address + "index.md", item.title
        yield from _titles(item.children)


def _landings(items: tuple[NavItem, ...]) -> Iterator[str]:
    """Addresses of the pages that stand for a section."""
    for item in items:
        if item.address is not None and item.children:
            yield item.address
        yield from _landings(item.children)
