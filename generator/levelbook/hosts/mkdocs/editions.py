"""Editions in MkDocs, which knows one language, one navigation and one name of a site.

Each page is rendered with those of its own edition: right before its template runs, what the configuration says of them
is set, so that templates of anybody's read what they always read. Pages are rendered one after the other, so nothing is
set back; pages that stand in no edition, such as that for missing ones, are rendered before any of these.

What breaks this: a plugin that renders pages in an order of its own without asking for their context.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation, get_navigation
from mkdocs.structure.pages import Page as SitePage

from levelbook.build import ReadyFile, Site, assets
from levelbook.hosts.material_styles import HANDBOOK_STYLE
from levelbook.hosts.mkdocs.pages import HandbookPage
from levelbook.site.editions import SiteEdition
from levelbook.site.hand_written import HAND_WRITTEN, twin_of
from levelbook.site.urls import file_address


@dataclass
class Face:
    """What the theme is told on the pages of one edition."""

    edition: SiteEdition
    site_name: str
    palette: Any
    settings: dict[str, Any]
    """What our templates ask for below `config.extra.levelbook`."""
    style: str
    """The style sheet of the handbook's pages."""
    listed: Any = None
    """The navigation as mkdocs.yml would write it."""
    navigation: Navigation | None = None
    """The same, laid out; that of the first edition is MkDocs' own."""


@dataclass
class Faces:
    """The editions of a site, as MkDocs shows them."""

    every: tuple[Face, ...] = ()
    folder: str = ""
    """The folder of the site in which the handbook stands."""
    paths: frozenset[str] = field(default_factory=frozenset)
    """All pages of the site, by the paths of their sources."""

    def files(self, site: Site, own: Iterable[ReadyFile], config: MkDocsConfig) -> Iterator[File]:
        """The pages and files of all editions, as MkDocs knows them; `own` are files that are no pages of the theme."""
        for edition in site.editions:
            for output in edition.pages:
                path = f"{self.folder}{edition.edition.folder}{output.page.address}index.md"
                file = File.generated(config, path, content="")
                file.page = HandbookPage(output, edition.around(output.page), edition.edition, file, config)
                yield file
        styles = (ReadyFile(face.edition.folder + HANDBOOK_STYLE, face.style) for face in self.every)
        for ready in (*own, *assets(), *styles):
            yield File.generated(
                config, self.folder + ready.path, content=ready.data, inclusion=InclusionLevel.NOT_IN_NAV
            )

    def edition_of(self, page: SitePage) -> SiteEdition:
        """The edition that a page stands in: its own, that of its language, or the one in whose folder it is."""
        if isinstance(page, HandbookPage):
            return page.edition
        address = page.url.removeprefix(self.folder).removesuffix("index.html")
        language = HAND_WRITTEN.get(address)
        editions = [face.edition for face in self.every]
        spoken = (edition for edition in editions if edition.language == language)
        around = (edition for edition in reversed(editions) if address.startswith(edition.folder))
        return next(spoken, None) or next(around, editions[0])

    def face_of(self, edition: SiteEdition) -> Face:
        """What the theme is told on the pages of an edition."""
        return next(face for face in self.every if face.edition == edition)

    def show(self, edition: SiteEdition, config: MkDocsConfig) -> Face:
        """Have the configuration speak of an edition."""
        face = self.face_of(edition)
        config.theme["language"] = edition.language
        config.theme["palette"] = face.palette
        config["site_name"] = face.site_name
        config.extra["levelbook"] = face.settings
        return face

    def around(self, page: SitePage, context: Any, config: MkDocsConfig) -> Any:
        """The context of a page's template, with the navigation of its edition and the same page in others."""
        face = self.show(self.edition_of(page), config)
        context["nav"] = face.navigation or context["nav"]
        context["alternates"] = list(self.alternates(page, face.edition)) if len(self.every) > 1 else []
        return context

    def alternates(self, page: SitePage, here: SiteEdition) -> Iterator[Mapping[str, object]]:
        """The same page in every edition, by its address below the root of the site; else its home page."""
        for face in self.every:
            twin = self._twin(page, here, face.edition)
            yield {
                "tag": face.edition.tag,
                "name": escape(face.edition.name),
                "address": self.folder + file_address(face.edition.folder if twin is None else twin),
                "is_here": face.edition == here,
                "is_same": twin is not None,
            }

    def _twin(self, page: SitePage, here: SiteEdition, other: SiteEdition) -> str | None:
        """Where the same page stands in another edition, below the handbook's folder; none where there is none."""
        if isinstance(page, HandbookPage):
            return other.folder + page.planned.address
        address = page.url.removeprefix(self.folder).removesuffix("index.html")
        within = address.removeprefix(here.folder)
        twin = address if other == here else twin_of(address, other.language) or other.folder + within
        source = f"{self.folder}{twin}index.md" if twin.endswith("/") or not twin else None
        return twin if source in self.paths or other == here else None

    def lay_out(self, nav: Navigation, files: Files, config: MkDocsConfig) -> None:
        """Make the navigations of all editions; what a page of another edition has around it stays as it is."""
        first, *further = self.every
        first.navigation, company = nav, config.nav
        for face in further:
            pages = [file.page for file in files.documentation_pages() if file.page is not None]
            foreign = [page for page in pages if self.edition_of(page) != face.edition]
            before = [(page, page.parent, page.previous_page, page.next_page) for page in foreign]
            config.nav = face.listed
            face.navigation = get_navigation(files, config)
            for page, parent, previous_page, next_page in before:
                page.parent, page.previous_page, page.next_page = parent, previous_page, next_page
        config.nav = company
