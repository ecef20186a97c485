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
from mkdocs.exceptions import MkDocsException, PluginError
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as SitePage

from levelbook import unforeseen
from levelbook.build import SearchPage, Site, SiteOptions, assets, site
from levelbook.catalogue import LANGUAGES, Catalogue
from levelbook.hosts import navigation
from levelbook.hosts import theme as theming
from levelbook.hosts.mkdocs.pages import HandbookPage, ProsePage
from levelbook.language import language_of_messages
from levelbook.load import Loaded, language_of, load
from levelbook.loading.data_folder import is_data
from levelbook.problems import Severity, as_text, under
from levelbook.render import in_css, settle
from levelbook.site.urls import GUIDES, SEARCH_DATA

LOG = logging.getLogger("mkdocs.plugins.levelbook")
netted = unforeseen.under((MkDocsException, SystemExit), PluginError)
"""The last net under a hook: what nobody foresaw ends the build in one line."""
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
    path = Type(str, default="")
    """The folder of the site in which the handbook stands: `ladder/`; the root where empty."""
    edit_base = Type(str, default="")
    """Address before a data file's path at the code host; no edit links where empty."""


class LevelbookPlugin(BasePlugin[LevelbookConfig]):  # type: ignore[no-untyped-call]
    """Hooks of a few lines each; everything that is decided is decided elsewhere."""

    def __init__(self) -> None:
        """Start empty; every build fills it anew."""
        self.words = Catalogue(language_of_messages(None, None, os.environ))
        """What is said while the handbook's language is not known yet."""
        self._site: Site | None = None
        self._folder = ""
        self._prose: list[SearchPage] = []

    def _speak(self, data: Path) -> Catalogue:
        """The words of the language that is asked for, that of the handbook, or the terminal's."""
        self.words = Catalogue(language_of_messages(self.config.language, language_of(data), os.environ))
        return self.words

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Keep one plugin alive between the rebuilds of `mkdocs serve`."""

    @netted
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read the handbook; errors in it end the build with every one of them told."""
        data = Path(config.config_file_path or ".").parent / self.config.folder
        words = self._speak(data)
        self._folder = self._place(config)
        if not is_data(data):
            raise PluginError(words("build.no-handbook", folder=self.config.folder))
        loaded = load(data)
        self._report(loaded, words)
        if loaded.handbook is None:
            raise PluginError(words("build.stopped", folder=self.config.folder))
        if not loaded.handbook.scales:
            LOG.info(words("build.no-scale"))
        options = SiteOptions(
            site_url=_with_slash(config.site_url) + self._folder if config.site_url else "",
            edit_base=self.config.edit_base,
            templates=_theme_folders(config),
            guides=frozenset(guide for guide in GUIDES if (Path(config.docs_dir) / self._folder / guide).is_dir()),
            above="../" * self._folder.count("/"),
        )
        self._site = site(loaded.handbook, words, options)
        self._prose = []
        _dress(config, self._site, words, self._folder)
        if str(data) not in config.watch:
            config.watch.append(str(data))
        return config

    def _place(self, config: MkDocsConfig) -> str:
        """The folder of the site for the handbook; the build ends where it can have no place."""
        folder = navigation.place(self.config.path)
        if folder is None:
            raise PluginError(self.words("build.path", path=self.config.path))
        if not theming.fits(config.theme.dirs):
            raise PluginError(self.words("build.theme", theme=config.theme.name or ""))
        return folder

    @event_priority(-110)
    @netted
    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the handbook's pages and files beside the hand-written ones, after other plugins have written theirs."""
        assert self._site is not None
        own = [file for file in files if file.src_uri and file.inclusion.is_included()]  # type: ignore[no-untyped-call]
        ours = list(self._files(self._site, config))
        clash = sorted(navigation.clashes(((f.src_uri, f.dest_uri) for f in own), (f.dest_uri for f in ours)))
        if clash:
            named = [*clash[:3], *(["…"] if len(clash) > 3 else [])]
            raise PluginError(self.words("build.clash", files=self.words("join.series").join(named)))
        for file in ours:
            files.append(file)
        pages = {file.src_uri: file for file in files.documentation_pages()}
        self._name_prose(pages, config)
        there = [path.removeprefix(self._folder).removesuffix("index.md") for path in pages]
        config.extra["levelbook"]["links"] = list(theming.links(config.extra["levelbook"]["words"], there))
        config.nav = self._navigation(config.nav, pages)
        return files

    def _files(self, built: Site, config: MkDocsConfig) -> Iterator[File]:
        for output in built.pages:
            file = File.generated(config, f"{self._folder}{output.page.address}index.md", content="")
            file.page = HandbookPage(output, file, config)
            yield file
        for raw in (*built.files(), *assets()):
            path = self._folder + raw.path
            yield File.generated(config, path, content=raw.text, inclusion=InclusionLevel.NOT_IN_NAV)

    def _name_prose(self, pages: dict[str, File], config: MkDocsConfig) -> None:
        """Give hand-written pages that the handbook's navigation knows the titles they have there."""
        assert self._site is not None
        for path, title in navigation.titles(self._site.navigation):
            file = pages.get(self._folder + path)
            if file is not None and file.page is None:
                file.page = ProsePage(escape(title), file, config)

    def _navigation(self, theirs: Any, pages: dict[str, File]) -> Any:
        """The company's navigation, or its pages, joined with the handbook's."""
        assert self._site is not None
        items = [item for item in self._site.navigation if navigation.exists(item, self._folder, pages)]
        entries = [navigation.entry(item, self._folder, pages) for item in items]
        known = {self._folder + path for path, _ in navigation.titles(self._site.navigation)}
        left = [
            path
            for path, file in pages.items()
            if path not in known and not isinstance(file.page, HandbookPage) and file.inclusion.is_in_nav()  # type: ignore[no-untyped-call]
        ]
        return navigation.joined(theirs, left, navigation.Section(escape(self._site.name), entries), self._folder)

    @netted
    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Let section pages stand for their sections, and give pages outside the navigation their place."""
        assert self._site is not None
        landings = set(navigation.landings(self._site.navigation))
        ours = {page.planned.address: page for page in nav.pages if isinstance(page, HandbookPage)}
        places = {address: page.parent for address, page in ours.items()}
        for address in landings & ours.keys():
            ours[address].landing = True
        for file in files.documentation_pages():
            page = file.page
            if isinstance(page, HandbookPage) and page.parent is None and page.planned.parent:
                page.parent = places.get(page.planned.parent)
        return nav

    @netted
    def on_page_content(self, html: str, *, page: SitePage, config: MkDocsConfig, files: Files) -> str:
        """Remember hand-written pages for the search."""
        if not isinstance(page, HandbookPage):
            _know_markup(page)
            above = "../" * self._folder.count("/")
            self._prose.append(SearchPage(_plain(page.title), above + page.url, html))
        return html

    @netted
    def on_env(self, env: Any, *, config: MkDocsConfig, files: Files) -> Any:
        """Make the theme's templates safe, whoever wrote them; from now on nobody reads the settings as plain text."""
        settle(env, theming.below_ours(config.theme.dirs))
        for name in ("site_name", "site_description", "site_author"):
            if config[name]:
                config[name] = escape(config[name])
        return env

    @netted
    def on_post_page(self, output: str, *, page: SitePage, config: MkDocsConfig) -> str:
        """Give what the theme says in another language than the page its `lang`."""
        assert self._site is not None
        return self._site.spoken(output)

    @netted
    def on_post_template(self, output_content: str, *, template_name: str, config: MkDocsConfig) -> str:
        """The same for the page that stands in for missing ones."""
        assert self._site is not None
        return self._site.spoken(output_content) if template_name.endswith(".html") else output_content

    @netted
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write the search data, now that every page is known."""
        assert self._site is not None
        target = Path(config.site_dir) / self._folder / SEARCH_DATA
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
        "path": folder,
        "foot": in_css(f"{config.site_name} {built.release}".strip()),
    }
    config.extra_css = [*config.extra_css, *(folder + path for path in theming.styles())]
    config.extra_javascript = [*config.extra_javascript, *(folder + path for path in theming.scripts())]


def _with_slash(address: str) -> str:
    return address if address.endswith("/") else address + "/"


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
