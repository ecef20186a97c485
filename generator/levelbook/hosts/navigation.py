"""How the handbook's pages and its navigation join those that a site has already; values only, whatever the host.

Navigation is the list that mkdocs.yml writes: paths, `{title: path}` and `{title: [...]}`. The company's list, or what
MkDocs would make of its pages, stays as it is; the handbook's entries are added to it in one of two ways. At the root
of the site they come first, and only an entry for `index.md` goes, as that is the handbook's home page. In a folder
they are one section, put wherever the company's list names the folder or its index page, however deep and however
often, or else at the end.

A section's own page is the first entry below it, as a path without a title; the host has to say of that page that it
stands for its section (`section_pages`), or it is listed beside the others. What breaks this: paths in another form
than MkDocs' source paths (`folder/page.md`, with forward slashes), as entries and pages are matched by them alone; and
entries for pages that are not written, which MkDocs warns of and `--strict` refuses.
"""

import posixpath
import re
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from markupsafe import escape

from levelbook.site.page import NavItem

_FOLDER_NAME: Final = re.compile(r"[A-Za-z0-9_~-][A-Za-z0-9._~-]*")
Nav = list[Any]
"""Navigation as mkdocs.yml writes it: paths, `{title: path}` and `{title: [...]}`."""


@dataclass(frozen=True)
class NavSection:
    """The handbook's own navigation."""

    title: str
    """What it is called where it is a section of a greater site."""
    entries: Nav
    """The first leads to its home page."""


def site_folder(path: str) -> str | None:
    """The folder that a handbook is to stand in, with a final slash, empty for the root; none where it is no folder."""
    names = [name for name in path.strip().strip("/").split("/") if name not in ("", ".")]
    return "".join(f"{name}/" for name in names) if all(_FOLDER_NAME.fullmatch(name) for name in names) else None


def join_navigation(company: Nav | None, pages: Iterable[str], handbook: NavSection, folder: str) -> Nav:
    """The navigation of the whole site, from the company's list or, without one, from its pages by folder."""
    nav = list_by_folder(pages) if company is None else company
    if not folder:
        return [*handbook.entries, *(entry for entry in nav if _path(entry) != "index.md")]
    names = {folder, folder.rstrip("/"), f"{folder}index.md"}
    placed, times = _place_section(nav, names, handbook)
    return placed if times else [*placed, {handbook.title: _section_entries(handbook)}]


def list_by_folder(pages: Iterable[str]) -> Nav:
    """Pages as MkDocs lists them of itself: a folder is a section, its index page comes first."""
    nav: Nav = []
    folders: dict[str, list[str]] = {}
    for page in sorted(pages, key=lambda path: (path != "index.md", path)):
        name, slash, rest = page.partition("/")
        if slash:
            folders.setdefault(name, []).append(rest)
        else:
            nav.append(page)
    return [*nav, *({_folder_title(name): _below(name, list_by_folder(rest))} for name, rest in folders.items())]


def _section_entries(handbook: NavSection) -> Nav:
    """The entries below the handbook's title: its home page stands for the section, without a title of its own."""
    return [_path(handbook.entries[0]), *handbook.entries[1:]]


def _split(entry: Any) -> tuple[str | None, Any]:
    """The title of an entry, if it has one, and what it leads to."""
    return next(iter(entry.items())) if isinstance(entry, dict) and len(entry) == 1 else (None, entry)


def _path(entry: Any) -> str | None:
    """The page that an entry leads to; none for a section."""
    target = _split(entry)[1]
    return target if isinstance(target, str) else None


def _place_section(nav: Sequence[Any], names: set[str], handbook: NavSection) -> tuple[Nav, int]:
    """The navigation with the handbook's section in the places that name its folder, and how many these were."""
    placed: Nav = []
    times = 0
    for entry in nav:
        title, target = _split(entry)
        if isinstance(target, str) and target in names:
            placed.append({title or handbook.title: _section_entries(handbook)})
            times += 1
        elif isinstance(target, list):
            inner, inner_times = _place_section(target, names, handbook)
            placed.append({title: inner} if title else inner)
            times += inner_times
        else:
            placed.append(entry)
    return placed, times


def _below(folder: str, nav: Nav) -> Nav:
    """Entries with their paths below a folder."""
    return [
        f"{folder}/{entry}"
        if isinstance(entry, str)
        else {title: _below(folder, inner) for title, inner in entry.items()}
        for entry in nav
    ]


def _folder_title(folder: str) -> str:
    """A folder's name as a title, the way MkDocs makes one."""
    title = folder.replace("-", " ").replace("_", " ")
    return title.capitalize() if title.lower() == title else title


def clashing_files(company: Iterable[tuple[str, str]], handbook: Iterable[str]) -> Iterator[str]:
    """The company's files, given with the address each is written to, that stand where the handbook writes its own."""
    taken = set(handbook)
    return (file for file, address in company if address in taken)


def nav_entry(item: NavItem, folder: str, written: Container[str]) -> Any:
    """MkDocs' way of writing a navigation entry: a page alone, or a section led by its own page."""
    path = None if item.address is None else source_path(folder, item.address)
    title = escape(item.title)
    if not item.children:
        return {title: path}
    children = [nav_entry(child, folder, written) for child in item.children if is_written(child, folder, written)]
    return {title: [path, *children] if path else children}


def is_written(item: NavItem, folder: str, written: Container[str]) -> bool:
    """Whether a page or any page under it is there; hand-written ones are the company's choice."""
    is_there = item.address is not None and source_path(folder, item.address) in written
    return is_there or any(is_written(child, folder, written) for child in item.children)


def source_path(folder: str, address: str) -> str:
    """The source of the page at an address as seen from a folder."""
    return posixpath.normpath(f"{folder}{address}index.md")


def page_titles(items: tuple[NavItem, ...], folder: str) -> Iterator[tuple[str, str]]:
    """Source paths of the pages in the navigation of what stands in a folder, with their titles."""
    for item in items:
        if item.address is not None:
            yield source_path(folder, item.address), item.title
        yield from page_titles(item.children, folder)


def section_pages(items: tuple[NavItem, ...]) -> Iterator[str]:
    """Addresses of the pages that stand for a section."""
    for item in items:
        if item.address is not None and item.children:
            yield item.address
        yield from section_pages(item.children)
