"""A text with bold, code and links as a value: its runs."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

OUTSIDE = re.compile(r"(?:https?://|mailto:)[^\s<>\"\\\x00-\x1f]+", re.IGNORECASE)
"""An address outside the site."""


@dataclass(frozen=True, slots=True)
class InlineText:
    """A run of plain words."""

    text: str


@dataclass(frozen=True, slots=True)
class InlineCode:
    """A run that is shown as typed, in the letters of code."""

    text: str
    start: int
    """Where it begins in the text, with its marks."""
    end: int


@dataclass(frozen=True, slots=True)
class Bold:
    """A run in bold."""

    parts: "tuple[InlinePart, ...]"


@dataclass(frozen=True, slots=True)
class InlineLink:
    """Words that lead somewhere."""

    parts: "tuple[InlinePart, ...]"
    target: str
    """An address of the data, or one outside the site."""
    start: int
    """Where the target begins in the text."""

    @property
    def outside(self) -> bool:
        """Whether it leads out of the site, to the web or a mailbox."""
        return bool(OUTSIDE.fullmatch(self.target))


InlinePart = InlineText | InlineCode | Bold | InlineLink
"""A run of a text."""


@dataclass(frozen=True, slots=True)
class Inline:
    """A text in its runs, and what in it looks like a mark and is none."""

    parts: tuple[InlinePart, ...]
    """Its runs, which make up all of it."""
    strays: "tuple[Stray, ...]" = ()
    """Marks that mark nothing, in order."""

    def links(self) -> Iterator[InlineLink]:
        """All links, in order."""
        yield from (part for part in _inner(self.parts) if isinstance(part, InlineLink))

    def codes(self) -> Iterator[InlineCode]:
        """All code, in order."""
        yield from (part for part in _inner(self.parts) if isinstance(part, InlineCode))


@dataclass(frozen=True, slots=True)
class Stray:
    """A mark that marks nothing and is shown as typed, though hardly meant to be seen."""

    start: int
    sort: str
    """`bold`: asterisks without their like; `link`: behind the words stands what cannot be linked."""
    words: str
    """The asterisks, or what stands behind the words."""


def _inner(parts: tuple[InlinePart, ...]) -> Iterator[InlinePart]:
    """All runs, with those in them."""
    for part in parts:
        yield part
        if isinstance(part, Bold | InlineLink):
            yield from _inner(part.parts)
