"""What a file holds before its shape is known: texts, lists and mappings that know where they stand."""

from bisect import bisect_left, bisect_right
from collections.abc import Set
from dataclasses import dataclass
from typing import Any, NamedTuple


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a text."""

    line: int
    """Counted from 1."""
    column: int
    """Counted from 1, in characters."""
    start: int
    """In characters from the start of the file."""
    end: int


NOWHERE = Span(0, 0, 0, 0)
"""The span of what does not stand in any file."""


class Seam(NamedTuple):
    """Where a part of a text stands that is not written in one go: after a line break, a quote, an escape."""

    start: int
    """Where the part begins in the text."""
    lines: int
    """How many lines below the start of the text it is written."""
    column: int
    """Its column, counted from 0; on the first line, from the start of the text."""


class Text(str):
    """A text that knows where it stands."""

    __slots__ = ("seams", "span")
    span: Span
    seams: tuple[Seam, ...]

    def __new__(cls, value: str, span: Span = NOWHERE, seams: tuple[Seam, ...] = ()) -> "Text":
        """A text at a span."""
        text = super().__new__(cls, value)
        text.span, text.seams = span, seams
        return text

    def at(self, offset: int) -> Span:
        """Where one of its characters stands."""
        seam_number = bisect_right(self.seams, offset, key=lambda seam: seam.start)
        start, lines, column = self.seams[seam_number - 1] if seam_number else Seam(0, 0, 0)
        first = 1 if lines else self.span.column
        return Span(self.span.line + lines, first + column + offset - start, 0, 0)

    def without(self, gone: Set[int]) -> "Text":
        """The same without the characters at some places; the others still know where they stand."""
        if not gone:
            return self
        left = "".join(sign for at, sign in enumerate(self) if at not in gone)
        lost = sorted(gone)
        starts = sorted({0, *(seam.start for seam in self.seams), *(at + 1 for at in lost)})
        return Text(left, self.span, tuple(self._seam(start, start - bisect_left(lost, start)) for start in starts))

    def _seam(self, offset: int, start: int) -> Seam:
        """Where one of its characters stands, for a text in which it stands at `start`."""
        place = self.at(offset)
        lines = place.line - self.span.line
        return Seam(start, lines, place.column - (1 if lines else self.span.column))

    @property
    def line(self) -> int:
        """Its line, counted from 1."""
        return self.span.line


class Listing(list[Any]):
    """A list that knows where it stands."""

    __slots__ = ("flow", "span")

    def __init__(self, span: Span = NOWHERE, flow: bool = False) -> None:
        """An empty list at a span; `flow` where it is written in brackets."""
        super().__init__()
        self.span = span
        self.flow = flow


class Mapping(dict[Text, Any]):
    """A mapping that knows where it stands; so do its keys."""

    __slots__ = ("flow", "span")

    def __init__(self, span: Span = NOWHERE, flow: bool = False) -> None:
        """An empty mapping at a span; `flow` where it is written in braces."""
        super().__init__()
        self.span = span
        self.flow = flow

    @property
    def line(self) -> int:
        """Its line, counted from 1."""
        return self.span.line

    def key(self, name: str) -> Text | None:
        """The key as written, with its span."""
        return next((key for key in self if key == name), None)

    def at(self, name: str) -> Any:
        """The value of a key; none where it has none."""
        return self.get(name)  # type: ignore[call-overload]


@dataclass(frozen=True, slots=True)
class Trouble:
    """Where YAML could not be read on."""

    line: int
    """Counted from 0."""
    begun: int
    """The line of what was being read, counted from 0."""


Node = Text | Listing | Mapping
"""Anything in a file."""
