"""Answers are kept in the handbook they are of, by whatever the key tells apart."""

from collections.abc import Hashable
from typing import Any

from levelbook.queries.remembered import remembered


class Book:
    """Something that counts how often it is asked."""

    def __init__(self) -> None:
        self.memory: dict[Hashable, Any] = {}
        self.asked = 0

    @remembered(lambda word: word.lower())
    def length(self, word: str) -> int:
        """How long a word is."""
        self.asked += 1
        return len(word)

    @remembered(lambda word: word.lower())
    def first(self, word: str) -> str:
        """With what a word begins."""
        return word[0]


def test_a_question_is_answered_once() -> None:
    book = Book()
    assert (book.length("four"), book.length("FOUR"), book.length("seven")) == (4, 4, 5)
    assert book.asked == 2


def test_two_functions_may_have_equal_keys() -> None:
    book = Book()
    assert (book.length("four"), book.first("four")) == (4, "f")


def test_another_handbook_is_asked_anew() -> None:
    books = Book(), Book()
    assert [book.length("four") for book in books] == [4, 4]
    assert [book.asked for book in books] == [1, 1]


def test_what_is_remembered_keeps_its_name() -> None:
    assert (Book.length.__name__, Book.length.__doc__) == ("length", "How long a word is.")
