"""The door to MkDocs: reads the handbook, and puts its pages, files and navigation into the build."""

import logging
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from mkdocs.config.base import Config
from mkdocs.config.config_options import Choice, Optional, Type
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as SitePage
from mkdocs.structure.toc import AnchorLink, TableOfContents

from levelbook import bundles
from levelbook.catalogue import LANGUAGES, Catalogue
from levelbook.data_folder import is_data
from levelbook.language import language, of_system
from levelbook.load import Loaded, language_of, load
from levelbook.plan.addresses import GUIDES, SEARCH_DATA
from levelbook.plan.page import Heading, NavItem
from levelbook.problems import Severity, as_text, under
from levelbook.site import ASSETS, Output, SearchPage, Site, SiteOptions, assets, site

LOG = logging.getLogger("mkdocs.plugins.levelbook")
EARLY = ASSETS + "js/init.js"
"""The script that the theme runs before the page is painted; overrides/main.html brings it."""
SOME = ASSETS + bundles.FOLDER
"""Scripts that only some pages ask for; overrides/main.html brings them there."""
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
        self.html = output.html
        self.landing = not output.page.address
        super().__init__(output.page.title, file, config)

    @property
    def is_index(self) -> bool:
        """Whether this page stands for its section of the navigation."""
        return self.landing

    def read_source(self, config: MkDocsConfig) -> None:
        """Set what the theme asks of a page's front matter."""
        self.markdown = ""
        self.meta = {
            "hide": self.planned.layout.hides,
            "description": self.planned.description,
            "levelbook": True,
            "scripts": list(self.planned.scripts),
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
        _dress(config, self._site, str(folder))
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
                pages[path].page = ProsePage(title, pages[path], config)
        written = set(pages)
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
            self._prose.append(SearchPage(str(page.title), page.url, html))
        return html

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


def _dress(config: MkDocsConfig, built: Site, folder: str) -> None:
    """Tell the theme the handbook's language, words, release, styles and scripts."""
    config.theme["language"] = built.language
    ours = [raw.path for raw in assets()]
    config.extra["levelbook"] = {"words": built.words, "release": built.release}
    scripts: list[Any] = [path for path in ours if path.endswith(".js") and path != EARLY and not path.startswith(SOME)]
    config.extra_css = [*config.extra_css, *(path for path in ours if path.endswith(".css"))]
    config.extra_javascript = [*config.extra_javascript, *scripts]
    if folder not in config.watch:
        config.watch.append(folder)


def _theme_folders(config: MkDocsConfig) -> tuple[str, ...]:
    custom = config.theme.custom_dir
    return (str(Path(custom) / "levelbook"),) if custom else ()


def _link(heading: Heading, level: int) -> AnchorLink:
    link = AnchorLink(heading.title, heading.id, level)
    link.children = [_link(child, level + 1) for child in heading.children]
    return link


def _ids(headings: tuple[Heading, ...]) -> Iterator[str]:
    for heading in headings:
        yield heading.id
        yield from _ids(heading.children)


def _entry(item: NavItem, written: set[str]) -> Any:
    """MkDocs' way of writing a navigation entry: a page alone, or a section led by its own page."""
    path = None if item.address is None else item.address + "index.md"
    if not item.children:
        return {item.title: path}
    children = [_entry(child, written) for child in item.children if _exists(child, written)]
    return {item.title: [path, *children] if path else children}


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
