"""How the handbook's pages and its navigation join those that a site has already; values only, whatever the host."""

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from markupsafe import escape

from levelbook.site.page import NavItem

_PART: Final = re.compile(r"[A-Za-z0-9_~-][A-Za-z0-9._~-]*")
Nav = list[Any]
"""Navigation as mkdocs.yml writes it: paths, `{title: path}` and `{title: [...]}`."""


@dataclass(frozen=True)
class Section:
    """The handbook's own navigation."""

    title: str
    """What it is called where it is a section of a greater site."""
    entries: Nav
    """Its entries; the first leads to its home page."""


def place(path: str) -> str | None:
    """The folder that a handbook is to stand in, with a final slash, empty for the root; none where it is no folder."""
    parts = [part for part in path.strip().strip("/").split("/") if part not in ("", ".")]
    return "".join(f"{part}/" for part in parts) if all(_PART.fullmatch(part) for part in parts) else None


def joined(theirs: Nav | None, pages: Iterable[str], ours: Section, folder: str) -> Nav:
    """The navigation of the whole site.

    What the company wrote stays as it is; without it, its pages follow in the order of their folders. At the root the
    handbook's entries come first. In a folder it is one section: where the company names the folder, or else the last.
    """
    own = listed(pages) if theirs is None else theirs
    if not folder:
        return [*ours.entries, *(entry for entry in own if _path(entry) != "index.md")]
    names = {folder, folder.rstrip("/"), f"{folder}index.md"}
    placed, times = _placed(own, names, ours.title, _section(ours))
    return placed if times else [*placed, {ours.title: _section(ours)}]


def listed(pages: Iterable[str]) -> Nav:
    """Pages as MkDocs lists them of itself: a folder is a section, its index page comes first."""
    nav: Nav = []
    folders: dict[str, list[str]] = {}
    for page in sorted(pages, key=lambda path: (path != "index.md", path)):
        head, found, rest = page.partition("/")
        if found:
            folders.setdefault(head, []).append(rest)
        else:
            nav.append(page)
    return [*nav, *({_title(name): _within(name, listed(inner))} for name, inner in folders.items())]


def _section(ours: Section) -> Nav:
    """The entries below the handbook's title: its home page stands for the section, without a title of its own."""
    return [_path(ours.entries[0]), *ours.entries[1:]]


def _path(entry: Any) -> str | None:
    """The page that an entry leads to; none for a section."""
    value = next(iter(entry.values())) if isinstance(entry, dict) and len(entry) == 1 else entry
    return value if isinstance(value, str) else None


def _placed(nav: Sequence[Any], names: set[str], name: str, section: Nav) -> tuple[Nav, int]:
    """The navigation with the handbook's section in the places that name its folder, and how many these were."""
    made: Nav = []
    times = 0
    for entry in nav:
        title, value = next(iter(entry.items())) if isinstance(entry, dict) and len(entry) == 1 else (None, entry)
        if isinstance(value, str) and value in names:
            made.append({title or name: section})
            times += 1
        elif isinstance(value, list):
            inner, found = _placed(value, names, name, section)
            made.append({title: inner} if title else inner)
            times += found
        else:
            made.append(entry)
    return made, times


def _within(folder: str, nav: Nav) -> Nav:
    """Entries with their paths below a folder."""
    return [
        f"{folder}/{entry}"
        if isinstance(entry, str)
        else {title: _within(folder, inner) for title, inner in entry.items()}
        for entry in nav
    ]


def _title(folder: str) -> str:
    """A folder's name as a title, the way MkDocs makes one."""
    title = folder.replace("-", " ").replace("_", " ")
    return title.capitalize() if title.lower() == title else title


def clashes(theirs: Iterable[tuple[str, str]], ours: Iterable[str]) -> Iterator[str]:
    """The company's files, given with the address each is written to, that stand where the handbook writes its own."""
    taken = set(ours)
    return (file for file, address in theirs if address in taken)


def entry(item: NavItem, folder: str, written: Container[str]) -> Any:
    """MkDocs' way of writing a navigation entry: a page alone, or a section led by its own page."""
    path = None if item.address is None else f"{folder}{item.address}index.md"
    title = escape(item.title)
    if not item.children:
        return {title: path}
    children = [entry(child, folder, written) for child in item.children if exists(child, folder, written)]
    return {title: [path, *children] if path else children}


def exists(item: NavItem, folder: str, written: Container[str]) -> bool:
    """Whether a page or any page under it is there; hand-written ones are the company's choice."""
    here = item.address is not None and f"{folder}{item.address}index.md" in written
    return here or any(exists(child, folder, written) for child in item.children)


def titles(items: tuple[NavItem, ...]) -> Iterator[tuple[str, str]]:
    """Source paths of the pages in the navigation, with their titles."""
    for item in items:
        if item.address is not None:
            yield item.address + "index.md", item.title
        yield from titles(item.children)


def landings(items: tuple[NavItem, ...]) -> Iterator[str]:
    """Addresses of the pages that stand for a section."""
    for item in items:
        if item.address is not None and item.children:
            yield item.address
        yield from landings(item.children)
