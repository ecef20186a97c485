"""What pages are called where their place is not seen beside them: in tabs, history, search, the scrolled header.

A page of a sequence says whose it is: 高级 · 政企客户经理. No two pages of a site have one title: where the names in
the data are the same, the kind of thing is named too, and where that is the same as well, the address tells them apart.
"""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace

from levelbook.localized.handbook import LocalizedHandbook
from levelbook.model.handbook import Sequence
from levelbook.site.sitemap import PageKind, SitePage

_KIND_WORDS = {
    PageKind.SEQUENCE: "title.kind.sequence",
    PageKind.LEVEL: "title.kind.level",
    PageKind.GRADE: "title.kind.grade",
    PageKind.POSITION: "title.kind.position",
    PageKind.COMPETENCY: "title.kind.competency",
    PageKind.CONCEPT: "title.kind.concept",
    PageKind.COURSE: "title.kind.course",
}


def with_full_titles(book: LocalizedHandbook, pages: Iterable[SitePage]) -> tuple[SitePage, ...]:
    """The pages, each with a title that no other has."""
    owners = _owners(book)
    every = tuple(replace(page, full_title=_full_title(book, owners, page)) for page in pages)
    every = _told_apart(every, lambda page: _full_title(book, owners, page, _by_kind(book, page)))
    return _told_apart(every, lambda page: _noted(book, page.full_title, page.address.rstrip("/")))


def _told_apart(pages: tuple[SitePage, ...], rename: Callable[[SitePage], str]) -> tuple[SitePage, ...]:
    """The pages, with other titles for those that share one."""
    times = Counter(page.full_title for page in pages)
    return tuple(replace(page, full_title=rename(page)) if times[page.full_title] > 1 else page for page in pages)


def _full_title(book: LocalizedHandbook, owners: dict[str, str], page: SitePage, title: str = "") -> str:
    """A page's name, or another title that stands for it, with whose it is."""
    title = title or page.title
    if page.kind is PageKind.SEQUENCE:
        return owners[page.sequence] if title == page.title else title
    whole = book.words("concept.title") if page.kind is PageKind.CONCEPT else owners.get(page.sequence, "")
    return book.words("title.of", title=title, whole=whole) if whole else title


def _owners(book: LocalizedHandbook) -> dict[str, str]:
    """What the sequences are called beside the names of their parts: those of one name have their codes with it."""
    sequences = book.handbook.sequences
    times = Counter(book.sequence_name(sequence) for sequence in sequences.values())
    return {key: _owner(book, sequence, times) for key, sequence in sequences.items()}


def _owner(book: LocalizedHandbook, sequence: Sequence, times: Counter[str]) -> str:
    name = book.sequence_name(sequence)
    return _noted(book, name, sequence.code) if times[name] > 1 else name


def _by_kind(book: LocalizedHandbook, page: SitePage) -> str:
    """A page's name with the word for its kind, where there is one."""
    word = _KIND_WORDS.get(page.kind)
    return _noted(book, page.title, book.words(word)) if word else page.title


def _noted(book: LocalizedHandbook, title: str, by: str) -> str:
    return book.words("title.told_apart", title=title, by=by)
