"""Writes keys into a text by position, so that nothing else in it changes.

`levelbook ids` gives codes to things that have none. It only ever adds, and what it adds are whole lines or the inside
of braces, so that an insertion is a place and some characters, and a file keeps every byte that people typed. An item
in its short form, a plain text, becomes a mapping: the new pair stands before it, and the text moves behind a key of
its own, with every further line of it two blanks to the right (`beside`).

Places count in characters of the text that was read, never of the text as it grows: `insert` puts all of them in at
once. It breaks where a place comes from another text than the one that is changed (one with a byte order mark, say), or
where a block begins with tabs; whoever writes the result reads it again first and compares.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from levelbook.loading.nodes import Mapping, Text

_LINE_BREAK = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True)
class Insertion:
    """Some characters, and where they go."""

    index: int
    """In characters from the start of the text."""
    words: str


def insert(text: str, insertions: Iterable[Insertion]) -> str:
    """The text with everything put in."""
    pieces, at = [], 0
    for insertion in sorted(insertions, key=lambda insertion: insertion.index):
        pieces += [text[at : insertion.index], insertion.words]
        at = insertion.index
    return "".join([*pieces, text[at:]])


def first_key(text: str, node: Mapping, key: str, value: str) -> Insertion:
    """Makes `key: value` the first pair of a mapping."""
    start = node.span.start
    if node.flow:
        return Insertion(start + 1, f"{key}: {value}, " if node else f"{key}: {value}")
    return Insertion(start, f"{key}: {value}{newline(text)}{_indent(text, start)}")


def short_form_to_mapping(text: str, node: Text, first_pair: str, text_key: str, flow: bool) -> Iterator[Insertion]:
    """Makes an item that is a plain text a mapping: `key: value`, then the text behind its own key."""
    span = node.span
    if flow:
        yield Insertion(span.start, f"{{{first_pair}, {text_key}: ")
        yield Insertion(span.end, "}")
        return
    yield Insertion(span.start, f"{first_pair}{newline(text)}{_indent(text, span.start)}{text_key}: ")
    for line in _LINE_BREAK.finditer(text, span.start, span.end):
        if line.end() < span.end and text[line.end()] not in "\r\n":
            yield Insertion(line.end(), "  ")


def newline(text: str) -> str:
    """The line ending of the file."""
    line_break = _LINE_BREAK.search(text)
    return line_break[0] if line_break else "\n"


def _indent(text: str, start: int) -> str:
    """Blanks up to the column of a span."""
    line = max(text.rfind("\n", 0, start), text.rfind("\r", 0, start)) + 1
    return " " * (start - line)
