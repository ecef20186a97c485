"""The MkDocs plugin: reads the handbook, and puts its pages, files and navigation into the build.

The hooks, in the order in which MkDocs calls them:

- `on_config` loads the data folder and makes the whole `Site`, so that errors end the build before anything is written,
  and gives the theme our templates, styles and words.
- `on_files` adds the pages and files, and writes `config.nav`, which MkDocs reads right afterwards. It runs after other
  plugins' (priority -110), as the navigation has to list the pages that they write. A handbook's page is HTML already;
  `HandbookPage` is set as `File.page` here, so that MkDocs makes no Markdown page of the file.
- `on_nav` says which pages stand for their sections, hangs the pages that no navigation lists below their parents, and
  says what is read before and after a page.
- `on_page_content` keeps hand-written pages for the search, whose data `on_post_build` writes when all are known.
- `on_env` makes the theme's templates escape what they print. MkDocs' themes print what they are given as it is, so
  every text that a theme gets from here is escaped here, once, and is Markup from then on, which nothing escapes again.
- `on_post_page` gives every page a skip link; it and `on_post_template` give words in another language than the page
  their `lang`, and every page its policy (`site.content_policy`): after other plugins, as it names inline scripts by
  their hash. `mkdocs serve` puts a script of its own into pages later, so what it shows has none.

What breaks this: a `Page` made for one of our files before `on_files` has ended; a text that reaches the theme without
`escape`; the private `_title_from_render` of MkDocs' pages, which alone tells a title that is HTML from one that is
not; and state that is not set anew in `on_config`, as `mkdocs serve` keeps one plugin for all its builds.
"""

import logging
import os
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from markupsafe import escape
from mkdocs.config.base import Config
from mkdocs.config.config_options import Choice, Optional, Type
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException, PluginError
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as SitePage
from mkdocs.utils import get_relative_url

from levelbook import unforeseen
from levelbook.build import ReadyFile, SearchPage, Site, SiteOptions, assets
from levelbook.catalogue import LANGUAGES, Catalogue
from levelbook.history.in_force import as_in_force
from levelbook.hosts import navigation, theme
from levelbook.hosts.material_styles import HANDBOOK_STYLE
from levelbook.hosts.mkdocs.company_pages import clashing, joined_navigation, name_pages
from levelbook.hosts.mkdocs.configuration import chosen_day, configure_theme, mark_of_prose, uses_search
from levelbook.hosts.mkdocs.pages import HandbookPage, mark_title_as_html, plain_title, set_neighbours
from levelbook.hosts.mkdocs.published import PublishedSite
from levelbook.language import language_of_messages
from levelbook.load import language_of, load
from levelbook.loading.data_folder import is_data
from levelbook.model.handbook import Handbook
from levelbook.problems import Problem, Severity, as_text, under
from levelbook.render import settle
from levelbook.site.content_policy import Trust, with_policy
from levelbook.site.urls import HAND_WRITTEN

LOG = logging.getLogger("mkdocs.plugins.levelbook")
one_line_errors = unforeseen.under((MkDocsException, SystemExit), PluginError)
"""Makes a hook end the build in one line where something happens that nobody foresaw."""
LOG_LEVELS = {
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
    day = Optional(Type((str, date)))
    """The day whose standard is shown; otherwise that of the build. (YAML takes `on` for a truth.)"""


class LevelbookPlugin(BasePlugin[LevelbookConfig]):  # type: ignore[no-untyped-call]
    """Hooks of a few lines each, which put values of the package into MkDocs."""

    def __init__(self) -> None:
        """Start empty; every build fills it anew."""
        self.words = Catalogue(language_of_messages(None, None, os.environ))
        """What is said until `on_config` knows the handbook's language."""
        self._site: Site | None = None
        self._handbook: Handbook | None = None
        self._published: PublishedSite | None = None
        self._is_dirty = False
        self._is_preview = False
        """Whether MkDocs puts a script of its own into every page, to show changes as they are made."""
        self._handbook_style = ""
        self._folder = ""
        self._hand_written: list[SearchPage] = []

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Keep one plugin alive between the rebuilds of `mkdocs serve`."""
        self._is_preview = command == "serve"
        self._is_dirty = dirty

    @one_line_errors
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read the handbook; errors in it end the build with every one of them told."""
        data = Path(config.config_file_path or ".").parent / self.config.folder
        self.words = Catalogue(language_of_messages(self.config.language, language_of(data), os.environ))
        self._folder = self._site_folder(config)
        self._handbook = self._loaded(data)
        self._site = Site(self._handbook, self.words, self._options(config))
        if self._tell(self._site.problems):
            raise PluginError(self.words("build.stopped", folder=self.config.folder))
        self._hand_written = []
        self._handbook_style = configure_theme(config, self._site, self.words, self._folder)
        if str(data) not in config.watch:
            config.watch.append(str(data))
        return config

    def _site_folder(self, config: MkDocsConfig) -> str:
        """The folder of the site for the handbook; the build ends where it can have none."""
        folder = navigation.site_folder(self.config.path)
        if folder is None:
            raise PluginError(self.words("build.path", path=self.config.path))
        if not theme.builds_on_material(config.theme.dirs):
            raise PluginError(self.words("build.theme", theme=config.theme.name or ""))
        return folder

    def _loaded(self, data: Path) -> Handbook:
        """The handbook in the data folder; the build ends where there is none, or an error in it."""
        if not is_data(data):
            raise PluginError(self.words("build.no-handbook", folder=self.config.folder))
        loaded = load(data)
        self._tell(loaded.problems)
        if loaded.handbook is None:
            raise PluginError(self.words("build.stopped", folder=self.config.folder))
        if not loaded.handbook.scales:
            LOG.info(self.words("build.no-scale"))
        return as_in_force(loaded.handbook, chosen_day(self.config.day, self.words))

    def _tell(self, problems: Sequence[Problem]) -> Sequence[Problem]:
        for problem in sorted(problems, key=lambda problem: problem.severity):
            LOG.log(LOG_LEVELS[problem.severity], as_text(under(self.config.folder, problem), self.words))
        return problems

    def _options(self, config: MkDocsConfig) -> SiteOptions:
        written = (page for page in HAND_WRITTEN if (Path(config.docs_dir) / self._folder / page).is_dir())
        return SiteOptions(
            site_url=_with_slash(config.site_url) + self._folder if config.site_url else "",
            edit_base=self.config.edit_base,
            templates=_custom_templates(config),
            written=frozenset(written),
            prose=mark_of_prose(Path(config.docs_dir)),
            above=self._above,
        )

    @property
    def _above(self) -> str:
        """The way from the handbook's folder to the root of the site."""
        return "../" * self._folder.count("/")

    @event_priority(-110)
    @one_line_errors
    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Write beside the site that people read; a preview has its own folder, a dirty build works in the old one."""
        if not self._is_preview and not self._is_dirty:
            self._published = PublishedSite(config)

    @event_priority(-110)
    @one_line_errors
    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the handbook's pages and files beside the hand-written ones, after other plugins have written theirs."""
        assert self._site is not None
        if not uses_search(config):
            for file in [file for file in files if theme.is_unused(file.src_uri)]:
                files.remove(file)
        handbook_files = list(self._files(self._site, config))
        if clashes := clashing(files, handbook_files):
            raise PluginError(self.words("build.clash", files=self.words("join.series").join(clashes)))
        for file in handbook_files:
            files.append(file)
        pages = {file.src_uri: file for file in files.documentation_pages()}
        name_pages(self._site.navigation, self._folder, pages, config)
        addresses = [path.removeprefix(self._folder).removesuffix("index.md") for path in pages]
        settings = config.extra["levelbook"]
        settings["links"] = list(theme.footer_links(settings["words"], addresses, self.words.language))
        config.nav = joined_navigation(config.nav, self._site, self._folder, pages)
        return files

    def _files(self, built: Site, config: MkDocsConfig) -> Iterator[File]:
        for output in built.pages:
            file = File.generated(config, f"{self._folder}{output.page.address}index.md", content="")
            file.page = HandbookPage(output, built.around(output.page), file, config)
            yield file
        style = ReadyFile(HANDBOOK_STYLE, self._handbook_style)
        for ready in (*built.files(), *assets(), style):
            path = self._folder + ready.path
            yield File.generated(config, path, content=ready.data, inclusion=InclusionLevel.NOT_IN_NAV)

    @one_line_errors
    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Let section pages stand for their sections, and give pages outside the navigation their place."""
        assert self._site is not None
        listed = {page.planned.address: page for page in nav.pages if isinstance(page, HandbookPage)}
        parents = {address: page.parent for address, page in listed.items()}
        for address in listed.keys() & set(navigation.section_pages(self._site.navigation)):
            listed[address].stands_for_section = True
        pages = [file.page for file in files.documentation_pages() if file.page is not None]
        by_address = {page.planned.address: page for page in pages if isinstance(page, HandbookPage)}
        for page in pages:
            if isinstance(page, HandbookPage) and page.parent is None and page.planned.parent:
                page.parent = parents.get(page.planned.parent)
            set_neighbours(page, by_address)
        return nav

    @one_line_errors
    def on_page_content(self, html: str, *, page: SitePage, config: MkDocsConfig, files: Files) -> str:
        """Remember hand-written pages for the search."""
        if not isinstance(page, HandbookPage):
            html = theme.in_its_language(html, page.url.removeprefix(self._folder), self.words.language)
            mark_title_as_html(page)
            self._hand_written.append(SearchPage(plain_title(page.title), self._above + page.url, html))
        return html

    @one_line_errors
    def on_env(self, env: Any, *, config: MkDocsConfig, files: Files) -> Any:
        """Make the theme's templates safe, whoever wrote them; from now on nobody reads the settings as plain text."""
        settle(env, theme.folders_below_ours(config.theme.dirs))
        for name in ("site_name", "site_description", "site_author"):
            if config[name]:
                config[name] = escape(config[name])
        return env

    @event_priority(-110)
    @one_line_errors
    def on_post_page(self, output: str, *, page: SitePage, config: MkDocsConfig) -> str:
        """Give what the theme says in another language than the page its `lang`, and every page its policy."""
        assert self._site is not None
        planned = page.planned if isinstance(page, HandbookPage) else None
        settings = config.extra["levelbook"]
        if settings["other_base"]:
            output = theme.with_assets(
                output, settings, page.meta.get("levelbook", {}), get_relative_url(".", page.url)
            )
        output = theme.with_skip_link(output, settings["words"]["skip"])
        trust = theme.trust_of(planned, with_material=settings["material_script"])
        return self._with_policy(self._site.with_languages(output), trust)

    @event_priority(-110)
    @one_line_errors
    def on_post_template(self, output_content: str, *, template_name: str, config: MkDocsConfig) -> str:
        """The same for the page that stands in for missing ones."""
        assert self._site is not None
        if not template_name.endswith(".html"):
            return output_content
        return self._with_policy(self._site.with_languages(output_content), Trust.COMPANY)

    def _with_policy(self, html: str, trust: Trust) -> str:
        return html if self._is_preview else with_policy(html, trust)

    @one_line_errors
    def _write_search_data(self, *, config: MkDocsConfig) -> None:
        """Now that every page is known."""
        assert self._site is not None
        for file in self._site.search(sorted(self._hand_written)):
            target = Path(config.site_dir) / self._folder / file.path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(file.text, encoding="utf-8")

    @event_priority(-1000)
    @one_line_errors
    def _publish(self, *, config: MkDocsConfig) -> None:
        """Let the site take its place, after every other plugin."""
        published, self._published = self._published, None
        if published and self._handbook:
            published.finish(self._handbook, self.words)

    on_post_build = CombinedEvent(_write_search_data, _publish)

    def on_build_error(self, *, error: Exception) -> None:
        """Leave the old site as it is, and say in one line what the system could not do."""
        published, self._published = self._published, None
        if published:
            published.abandon()
        if isinstance(error, OSError) and not unforeseen.wanted():
            raise Abort(self.words("build.not-written", reason=unforeseen.sentence(error, self.words))) from None


def _with_slash(address: str) -> str:
    return address if address.endswith("/") else address + "/"


def _custom_templates(config: MkDocsConfig) -> tuple[str, ...]:
    custom = config.theme.custom_dir
    return (str(Path(custom) / "levelbook"),) if custom else ()
