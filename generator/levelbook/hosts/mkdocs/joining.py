"""The handbook's pages and navigation joined with those that the company has, in MkDocs' own terms."""

from typing import Any

from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation

from levelbook.build import Site
from levelbook.catalogue import Catalogue
from levelbook.hosts import navigation
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
    """Give hand-written pages that the handbook's navigation knows the titles they have there."""
    for path, title in navigation.page_titles(site.navigation):
        file = pages.get(folder + path)
        if file is not None and file.page is None:
            file.page = ProsePage(escape(title), file, config)


def joined_navigation(site: Site, company: Any, pages: dict[str, File], folder: str) -> Any:
    """The company's navigation, or its pages, joined with the handbook's."""
    items = [item for item in site.navigation if navigation.is_written(item, folder, pages)]
    entries = [navigation.nav_entry(item, folder, pages) for item in items]
    known = {folder + path for path, _ in navigation.page_titles(site.navigation)}
    known |= {f"{folder}{address}index.md" for address in HAND_WRITTEN}  # those in other languages have their twin
    others = [
        path
        for path, file in pages.items()
        if path not in known and not isinstance(file.page, HandbookPage) and file.inclusion.is_in_nav()  # type: ignore[no-untyped-call]
    ]
    section = navigation.NavSection(escape(site.name), entries)
    return navigation.join_navigation(company, others, section, folder)


def place_pages(site: Site, nav: Navigation, files: Files) -> None:
    """Lets section pages stand for their sections, and gives pages outside the navigation their place."""
    listed = {page.planned.address: page for page in nav.pages if isinstance(page, HandbookPage)}
    parents = {address: page.parent for address, page in listed.items()}
    for address in listed.keys() & set(navigation.section_pages(site.navigation)):
        listed[address].stands_for_section = True
    pages = [file.page for file in files.documentation_pages() if file.page is not None]
    by_address = {page.planned.address: page for page in pages if isinstance(page, HandbookPage)}
    for page in pages:
        if isinstance(page, HandbookPage) and page.parent is None and page.planned.parent:
            page.parent = parents.get(page.planned.parent)
        set_neighbours(page, by_address)
