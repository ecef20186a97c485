"""Indicators as they are read outside of the lists that mark them: which way round they count stays with the text."""

from levelbook.localized.handbook import LocalizedHandbook
from levelbook.model.competency import Indicator
from levelbook.text.inline import Marked


def sign(book: LocalizedHandbook, indicator: Indicator) -> str:
    """What stands behind a sentence that counts the other way round; nothing behind any other."""
    return book.words("indicator.sign") if indicator.negative else ""


def signed(book: LocalizedHandbook, indicator: Indicator) -> Marked:
    """The sentence with its marks, and with its sign."""
    return Marked(book.marked(indicator, "text") + sign(book, indicator))


def signed_words(book: LocalizedHandbook, indicator: Indicator) -> str:
    """The words of the sentence, with its sign."""
    return f"{book.text(indicator, 'text')}{sign(book, indicator)}"
