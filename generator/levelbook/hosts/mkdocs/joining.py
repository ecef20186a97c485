"""The handbook's pages and navigation joined with those that the company has, in MkDocs' own terms."""

from collections.abc import Sequence
from typing import Any

from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as SitePage

from levelbook.build import Site
from levelbook.catalogue import Catalogue
from levelbook.hosts import navigation, theme
from levelbook.hosts.mkdocs.editions import Faces
from levelbook.hosts.mkdocs.pages import HandbookPage, ProsePage, set_neighbours
from levelbook.site.hand_written import HAND_WRITTEN


def refuse_clashes(files: Files, handbook_files: list[File], words: Catalogue) -> None:
    """End the build where the company has files of its own at addresses of the handbook."""
    company = [file for file in files if file.src_uri and file.inclusion.is_included()]  # type: ignore[no-untyped-call]
    addresses = ((file.src_uri, file.dest_uri) for file in company)
    clashes = sorted(navigation.clashing_files(addresses, (file.dest_uri for file in handbook_files)))
    if clashes:
        named = [*clashes[:3], *(["…"] if len(clashes) > 3 else [])]
        raise PluginError(words("build.clash", files=words("join.series").join(named)))


def name_hand_written_pages(site: Site, pages: dict[str, File], folder: str, config: MkDocsConfig) -> None:
    """Give hand-written pages that the navigation of an edition knows the titles they have there."""
    for edition in site.editions:
        for path, title in navigation.page_titles(edition.navigation, folder + edition.edition.folder):
            file = pages.get(path)
            if file is not None and file.page is None:
                file.page = ProsePage(escape(title), file, config)


def joined_navigation(site: Site, company: Any, pages: dict[str, File], folder: str) -> Any:
    """The company's navigation, or its pages, joined with the handbook's in one edition."""
    own = folder + site.edition.folder
    items = [item for item in site.navigation if navigation.is_written(item, own, pages)]
    entries = [navigation.nav_entry(item, own, pages) for item in items]
    known = {path for path, _ in navigation.page_titles(site.navigation, own)}
    known |= {f"{folder}{address}index.md" for address in HAND_WRITTEN}  # those in other languages have their twin
    others = [
        path
        for path, file in pages.items()
        if path not in known and not isinstance(file.page, HandbookPage) and file.inclusion.is_in_nav()  # type: ignore[no-untyped-call]
    ]
    section = navigation.NavSection(escape(site.name), entries)
    return navigation.join_navigation(company, others, section, folder)


def list_pages(site: Site, faces: Faces, pages: dict[str, File], company: Any) -> Any:
    """Say to each edition which pages there are: in its navigation and its foot; the result is the first one's."""
    faces.paths = frozenset(pages)
    addresses = [path.removeprefix(faces.folder).removesuffix("index.md") for path in pages]
    for edition, face in zip(site.editions, faces.every, strict=True):
        face.settings["links"] = list(theme.footer_links(face.settings["words"], addresses, face.edition))
        face.listed = joined_navigation(edition, company, pages, faces.folder)
    return faces.every[0].listed


def place_pages(site: Site, faces: Faces, files: Files) -> None:
    """Lets section pages stand for their sections, and gives pages outside the navigation their place."""
    pages = [file.page for file in files.documentation_pages() if file.page is not None]
    for edition in site.editions:
        nav = faces.face_of(edition.edition).navigation
        own = {id(page): page for page in pages if faces.edition_of(page) == edition.edition}
        _place(edition, [page for page in (nav.pages if nav else ()) if id(page) in own], tuple(own.values()))


def _place(site: Site, listed: Sequence[SitePage], pages: Sequence[SitePage]) -> None:
    """The same in one edition, of whose pages some are listed."""
    shown = {page.planned.address: page for page in listed if isinstance(page, HandbookPage)}
    parents = {address: page.parent for address, page in shown.items()}
    for address in shown.keys() & set(navigation.section_pages(site.navigation)):
        shown[address].stands_for_section = True
    by_address = {page.planned.address: page for page in pages if isinstance(page, HandbookPage)}
    for page in pages:
        if isinstance(page, HandbookPage) and page.parent is None and page.planned.parent:
            page.parent = parents.get(page.planned.parent)
        set_neighbours(page, by_address)
