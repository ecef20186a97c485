"""Writes keys into a text by position, so that nothing else in it changes."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from levelbook.loading.nodes import Mapping, Text

_LINE = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True)
class Insertion:
    """Some characters, and where they go."""

    index: int
    """In characters from the start of the text."""
    words: str
    """What is put there."""


def insert(text: str, insertions: Iterable[Insertion]) -> str:
    """The text with everything put in."""
    pieces, at = [], 0
    for one in sorted(insertions, key=lambda one: one.index):
        pieces += [text[at : one.index], one.words]
        at = one.index
    return "".join([*pieces, text[at:]])


def first_key(text: str, node: Mapping, key: str, value: str) -> Insertion:
    """Makes `key: value` the first pair of a mapping."""
    start = node.spot.start
    if node.flow:
        return Insertion(start + 1, f"{key}: {value}, " if node else f"{key}: {value}")
    return Insertion(start, f"{key}: {value}{newline(text)}{_indent(text, start)}")


def beside(text: str, node: Text, pair: str, own: str, flow: bool) -> Iterator[Insertion]:
    """Makes an item that is a plain text a mapping: `key: value`, then the text behind its own key."""
    spot = node.spot
    if flow:
        yield Insertion(spot.start, f"{{{pair}, {own}: ")
        yield Insertion(spot.end, "}")
        return
    yield Insertion(spot.start, f"{pair}{newline(text)}{_indent(text, spot.start)}{own}: ")
    for line in _LINE.finditer(text, spot.start, spot.end):
        if line.end() < spot.end and text[line.end()] not in "\r\n":
            yield Insertion(line.end(), "  ")


def newline(text: str) -> str:
    """The line ending of the file."""
    found = _LINE.search(text)
    return found[0] if found else "\n"


def _indent(text: str, start: int) -> str:
    """Blanks up to the column of a spot."""
    line = max(text.rfind("\n", 0, start), text.rfind("\r", 0, start)) + 1
    return " " * (start - line)
