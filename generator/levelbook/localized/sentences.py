"""Indicators as they are read: a sentence, or a lead with its items; which way round they count stays with the text."""

from dataclasses import dataclass

from levelbook.localized.handbook import LocalizedHandbook
from levelbook.model.competency import Indicator
from levelbook.text.inline import Marked, plain


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
