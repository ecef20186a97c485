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
- `on_env` makes the theme's templates escape what they print; what a theme gets from here is escaped here, once.
- `on_post_page` gives every page a skip link; it and `on_post_template` give words in another language than the page
  their `lang`, and every page its policy (`site.content_policy`): after other plugins, as it names inline scripts by
  their hash. `mkdocs serve` has an overlay of its own (`preview`), so what it shows has none.

What breaks this: a `Page` made for one of our files before `on_files` has ended; a text that reaches the theme without
`escape`; the private `_title_from_render` of MkDocs' pages, which alone tells a title that is HTML from one that is
not; and state that is not set anew in `on_config`, as `mkdocs serve` keeps one plugin for all its builds.
"""

import logging
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException, PluginError
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as SitePage
from mkdocs.utils import get_relative_url

from levelbook import memory, unforeseen
from levelbook.build import ReadyFile, SearchPage, Site
from levelbook.catalogue import Catalogue
from levelbook.hosts import navigation, theme
from levelbook.hosts.mkdocs.configuration import chosen_day, configure_theme, site_options, uses_search
from levelbook.hosts.mkdocs.editions import Faces
from levelbook.hosts.mkdocs.joining import list_pages, name_hand_written_pages, place_pages, refuse_clashes
from levelbook.hosts.mkdocs.pages import HandbookPage, in_its_language, mark_title_as_html, plain_title
from levelbook.hosts.mkdocs.plugin_settings import LevelbookConfig
from levelbook.hosts.mkdocs.preview import Preview
from levelbook.hosts.mkdocs.published import PublishedSite
from levelbook.hosts.mkdocs.quick import LastBuild
from levelbook.hosts.mkdocs.source import SiteSource, WrongData
from levelbook.language import language_of_messages
from levelbook.load import language_of
from levelbook.loading.data_folder import is_data
from levelbook.problems import Problem, Severity, as_text, under
from levelbook.render import settle
from levelbook.site.content_policy import Trust, with_policy
from levelbook.site.editions import SiteEdition

LOG = logging.getLogger("mkdocs.plugins.levelbook")
one_line_errors = unforeseen.under((MkDocsException, SystemExit), PluginError)
"""Makes a hook end the build in one line where something happens that nobody foresaw."""
LOG_LEVELS = {
    Severity.ERROR: logging.ERROR,
    Severity.WARNING: logging.WARNING,
    Severity.INFORMATION: logging.INFO,
}


class LevelbookPlugin(BasePlugin[LevelbookConfig]):  # type: ignore[no-untyped-call]
    """Hooks of a few lines each, which put values of the package into MkDocs."""

    def __init__(self) -> None:
        """Start empty; every build fills it anew."""
        self.words = Catalogue(language_of_messages(None, None, os.environ))
        """What is said until `on_config` knows the handbook's language."""
        self._site: Site | None = None
        self._preview: Preview | None = None
        """What shows changes as they are made, in `mkdocs serve`."""
        self._published: PublishedSite | None = None
        self._writes_beside = True
        self._source = SiteSource()
        self._told: set[str] = set()
        """What is only for information, and told already."""
        self._written: dict[str, ReadyFile] = {}
        self._faces = Faces()
        self._folder = ""
        self._hand_written: list[SearchPage] = []

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Keep one plugin alive between the rebuilds of `mkdocs serve`."""
        memory.collect_seldom()
        self._writes_beside = command != "serve" and not dirty
        if command == "serve":
            self._preview = Preview(self, self.words)
            self._source = self._preview.source

    @one_line_errors
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read the handbook; errors in it end the build with every one of them told."""
        data = self._data(config)
        self.words = Catalogue(language_of_messages(self.config.language, language_of(data), os.environ))
        self._folder = self._site_folder(config)
        if str(data) not in config.watch:
            config.watch.append(str(data))
        try:
            self._site = self.new_site(config)
        except WrongData as wrong:
            self._without_site(wrong, config)
            return config
        if self._preview:
            self._preview.begins(self._site, config, self._folder)
        self._hand_written, self._written = [], {}
        self._faces = configure_theme(config, self._site, self.words, self._folder)
        return config

    def _data(self, config: MkDocsConfig) -> Path:
        return Path(os.path.abspath(config.config_file_path or ".")).parent / self.config.folder

    def new_site(self, config: MkDocsConfig) -> Site:
        """The site of the data as they are now, with everything told that is wrong with them; raises WrongData."""
        data = self._data(config)
        if self._preview:
            self._preview.data = data
        if not is_data(data):
            raise PluginError(self.words("build.no-handbook", folder=self.config.folder))
        day = chosen_day(self.config.day, self.words)
        is_preview = self._preview is not None
        options = site_options(config, self.config.edit_base, self._folder, self._above, is_preview=is_preview)
        site = self._source.site(data, day, self.words, options)
        self.tell(self._source.problems)
        if not self._source.has_scales:
            LOG.info(self.words("build.no-scale"))
        return site

    def _without_site(self, wrong: WrongData, config: MkDocsConfig) -> None:
        """End the build; at the start of a preview go on without pages, which the browser is told."""
        if self._preview:
            self._preview.wrong = wrong
            if self._preview.is_waiting:
                self._site, config.nav = None, None
                return
        else:
            self.tell(wrong.problems)
        raise PluginError(self.words("build.stopped", folder=self.config.folder))

    def _site_folder(self, config: MkDocsConfig) -> str:
        """The folder of the site for the handbook; the build ends where it can have none."""
        folder = navigation.site_folder(self.config.path)
        if folder is None:
            raise PluginError(self.words("build.path", path=self.config.path))
        if not theme.builds_on_material(config.theme.dirs):
            raise PluginError(self.words("build.theme", theme=config.theme.name or ""))
        return folder

    def tell(self, problems: Sequence[Problem]) -> None:
        """Say what is wrong, the gravest first; what is only for information once."""
        for problem in sorted(problems, key=lambda problem: problem.severity):
            text = as_text(under(self.config.folder, problem), self.words)
            if problem.severity is not Severity.INFORMATION or text not in self._told:
                LOG.log(LOG_LEVELS[problem.severity], text)
            self._told.add(text)

    @property
    def _above(self) -> str:
        """The way from the handbook's folder to the root of the site."""
        return "../" * self._folder.count("/")

    @event_priority(-110)
    @one_line_errors
    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Write beside the site that people read; a preview has its own folder, a dirty build works in the old one."""
        if self._writes_beside:
            self._published = PublishedSite(config)

    @event_priority(-110)
    @one_line_errors
    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the handbook's pages and files beside the hand-written ones, after other plugins have written theirs."""
        if self._site is None:
            return Files([])
        if not uses_search(config):
            for file in [file for file in files if theme.is_unused(file.src_uri)]:
                files.remove(file)
        own = list(self._site.every_file())
        self._written = {ready.path: ready for ready in own} if self._preview else {}
        handbook_files = list(self._faces.files(self._site, own, config))
        refuse_clashes(files, handbook_files, self.words)
        for file in handbook_files:
            files.append(file)
        pages = {file.src_uri: file for file in files.documentation_pages()}
        name_hand_written_pages(self._site, pages, self._folder, config)
        config.nav = list_pages(self._site, self._faces, pages, config.nav)
        return files

    @one_line_errors
    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Let section pages stand for their sections, and give pages outside the navigation their place."""
        if self._site is None:
            return nav
        self._faces.lay_out(nav, files, config)
        place_pages(self._site, self._faces, files)
        if self._preview:
            self._preview.laid_out(LastBuild(self._site, config, self._folder, files, nav))
        return nav

    @one_line_errors
    def on_page_content(self, html: str, *, page: SitePage, config: MkDocsConfig, files: Files) -> str:
        """Remember hand-written pages for the search."""
        if not isinstance(page, HandbookPage):
            edition = self._faces.edition_of(page) if self._site else SiteEdition(self.words.language)
            html = in_its_language(page, html, theme.lang_of(page.url.removeprefix(self._folder), edition.language))
            mark_title_as_html(page)
            address = edition.seen_from_here(self._above + page.url)
            self._hand_written.append(SearchPage(plain_title(page.title), address, html, edition.language))
        return html

    @one_line_errors
    def on_env(self, env: Any, *, config: MkDocsConfig, files: Files) -> Any:
        """Make the theme's templates safe, whoever wrote them; from now on nobody reads the settings as plain text."""
        if self._site is None:
            return env
        settle(env, theme.folders_below_ours(config.theme.dirs))
        for name in ("site_name", "site_description", "site_author"):
            if config[name]:
                config[name] = escape(config[name])
        self._faces.every[0].site_name = config["site_name"]
        if self._preview:
            self._preview.has_templates(env)
        return env

    @event_priority(100)
    @one_line_errors
    def on_page_context(self, context: Any, *, page: SitePage, config: MkDocsConfig, nav: Navigation) -> Any:
        """Have the theme speak the language of the page's edition, and show its navigation."""
        return self._faces.around(page, context, config) if self._site else context

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
        edition = self._site.in_language(self._faces.edition_of(page).language)
        return self._with_policy(edition.with_languages(output), trust)

    @event_priority(-110)
    @one_line_errors
    def on_post_template(self, output_content: str, *, template_name: str, config: MkDocsConfig) -> str:
        """The same for the page that stands in for missing ones."""
        if self._site is None or not template_name.endswith(".html"):
            return output_content
        return self._with_policy(self._site.with_languages(output_content), Trust.COMPANY)

    def _with_policy(self, html: str, trust: Trust) -> str:
        return html if self._preview else with_policy(html, trust)

    @one_line_errors
    def _write_search_data(self, *, config: MkDocsConfig) -> None:
        """Now that every page is known."""
        if self._site is None:
            return
        for file in self._site.every_search(sorted(self._hand_written)):
            target = Path(config.site_dir) / self._folder / file.path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(file.text, encoding="utf-8")
            self._written[file.path] = file
        if self._preview:
            self._preview.ended(self._written, tuple(self._hand_written))

    @event_priority(-1000)
    @one_line_errors
    def _publish(self, *, config: MkDocsConfig) -> None:
        if self._published and self._site:
            self._published.finish(self._site.handbook, self.words)

    on_post_build = CombinedEvent(_write_search_data, _publish)

    def on_build_error(self, *, error: Exception) -> None:
        """Leave the old site as it is, and say in one line what the system could not do."""
        if self._published:
            self._published.abandon()
        if isinstance(error, OSError) and not unforeseen.wanted():
            raise Abort(self.words("build.not-written", reason=unforeseen.sentence(error, self.words))) from None

    @one_line_errors
    def on_serve(self, server: Any, *, config: MkDocsConfig, builder: Any) -> Any:
        """Show changes as they are made, and what is wrong over the pages that are there."""
        if not self._preview:
            return server
        if self._preview.wrong:
            self.tell(self._preview.wrong.problems)
        return self._preview.attach(server, builder)
