"""Indicators as they are read: a sentence, or a lead with its items; which way round they count stays with the text."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic

from levelbook.localized.handbook import LocalizedHandbook
from levelbook.model.competency import Indicator
from levelbook.model.statement import STOPS
from levelbook.text.inline import Marked, plain
from levelbook.text.wording import WordT, cut


@dataclass(frozen=True)
class ListedItem:
    """An item of a statement."""

    letter: str
    text: Marked
    retired: bool = False
    """Whether it ended, and is there for old links alone."""


@dataclass(frozen=True)
class ListedStatement:
    """A statement whose items are told apart."""

    lead: Marked
    """What leads them in; nothing where they stand alone."""
    items: tuple[ListedItem, ...]


ListedWords = tuple[str, list[tuple[str, str]]]
"""In plain words what leads items in, and each of them with its letter."""
Statement = Marked | ListedStatement
"""What an indicator says, for templates: a sentence, or a list."""


def sign(book: LocalizedHandbook, indicator: Indicator) -> str:
    """What stands behind a sentence that counts the other way round; nothing behind any other."""
    return book.words("indicator.sign") if indicator.negative else ""


def statement(book: LocalizedHandbook, indicator: Indicator, behind: str = "", *, ended: bool = False) -> Statement:
    """What an indicator says; `behind` is written behind its sentence, or behind what leads its items in."""
    if not indicator.items:
        return Marked(book.marked(indicator, "text") + behind)
    lead = indicator.lead(book.language)
    each = "" if lead else behind
    items = indicator.every_item if ended else indicator.items
    return ListedStatement(
        Marked(lead and lead + behind),
        tuple(
            ListedItem(item.letter, Marked(book.marked(item, "text") + each), item.retired is not None)
            for item in items
        ),
    )


def signed(book: LocalizedHandbook, indicator: Indicator) -> Statement:
    """What an indicator says with its marks, and with its sign."""
    return statement(book, indicator, sign(book, indicator))


def signed_words(book: LocalizedHandbook, indicator: Indicator) -> str:
    """The words of the sentence, with its sign."""
    return f"{book.text(indicator, 'text')}{sign(book, indicator)}"


def lines_of_statement(said: Statement) -> tuple[str, ...]:
    """The lines in which a statement is printed, each in plain words."""
    if isinstance(said, str):
        return (plain(said),)
    items = (f"{item.letter} {plain(item.text)}" for item in said.items)
    return (*((plain(said.lead),) if said.lead else ()), *items)


def listed_words(book: LocalizedHandbook, indicator: Indicator) -> ListedWords | None:
    """An indicator with items as scripts show it, with its sign; none where it is one sentence."""
    said = signed(book, indicator)
    if isinstance(said, str):
        return None
    return plain(said.lead), [(item.letter, plain(item.text)) for item in said.items]


@dataclass(frozen=True)
class WordedItem(Generic[WordT]):
    """An item of a statement whose words are marked."""

    letter: str
    words: tuple[WordT, ...]


def by_items(indicator: Indicator, words: Sequence[WordT]) -> tuple[WordedItem[WordT], ...]:
    """The marked words of a statement as those of what leads in, which has no letter, and of each item; nothing where
    it has no items, or no words are marked.
    """
    spans: tuple[tuple[int, int], ...] = _spans(indicator)
    if not words or not spans:
        return ()
    lead = (0, len(plain(indicator.lead(""))))
    parts = cut(words, [lead, *spans])
    letters = ("", *(item.letter for item in indicator.items))
    return tuple(WordedItem(letter, part) for letter, part in zip(letters, parts, strict=True) if part)


def _spans(indicator: Indicator) -> tuple[tuple[int, int], ...]:
    """Where each item stands in the words of its indicator; nothing where one cannot be found there."""
    spans: list[tuple[int, int]] = []
    at = 0
    for item in indicator.items:
        said = plain(item.text).rstrip(STOPS)
        start = indicator.words.find(said, at)
        if start < 0:
            return ()
        at = start + len(said)
        spans.append((start, at))
    return (*spans[:-1], (spans[-1][0], len(indicator.words))) if spans else ()
