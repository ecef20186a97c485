"""The company's own pages in a site: beside the handbook's in the navigation, and never at their addresses."""

from collections.abc import Iterable
from typing import Any

from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from levelbook.build import Site
from levelbook.hosts import navigation
from levelbook.hosts.mkdocs.pages import HandbookPage, ProsePage
from levelbook.site.page import NavItem
from levelbook.site.urls import HAND_WRITTEN

_MOST_NAMED = 3


def clashing(files: Files, handbook_files: Iterable[File]) -> list[str]:
    """The company's files at addresses of the handbook, as many as can be read in a sentence."""
    company = [file for file in files if file.src_uri and file.inclusion.is_included()]  # type: ignore[no-untyped-call]
    addresses = ((file.src_uri, file.dest_uri) for file in company)
    clashes = sorted(navigation.clashing_files(addresses, (file.dest_uri for file in handbook_files)))
    return [*clashes[:_MOST_NAMED], *(["…"] if len(clashes) > _MOST_NAMED else [])]


def name_pages(items: tuple[NavItem, ...], folder: str, pages: dict[str, File], config: MkDocsConfig) -> None:
    """Gives hand-written pages that the handbook's navigation knows the titles they have there."""
    for path, title in navigation.page_titles(items):
        file = pages.get(folder + path)
        if file is not None and file.page is None:
            file.page = ProsePage(escape(title), file, config)


def joined_navigation(company: Any, site: Site, folder: str, pages: dict[str, File]) -> Any:
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
