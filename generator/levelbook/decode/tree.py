"""What a file holds before its shape is known: texts, lists and mappings that know where they stand."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Spot:
    """A stretch of a text."""

    line: int
    """Counted from 1."""
    column: int
    """Counted from 1, in characters."""
    start: int
    """Where it begins, in characters from the start of the file."""
    end: int
    """Where it ends."""


NOWHERE = Spot(0, 0, 0, 0)
"""The spot of what does not stand in any file."""


class Text(str):
    """A text that knows where it stands."""

    __slots__ = ("spot",)
    spot: Spot

    def __new__(cls, value: str, spot: Spot = NOWHERE) -> "Text":
        """A text at a spot."""
        made = super().__new__(cls, value)
        made.spot = spot
        return made

    @property
    def line(self) -> int:
        """Its line, counted from 1."""
        return self.spot.line


class Listing(list[Any]):
    """A list that knows where it stands."""

    __slots__ = ("flow", "spot")

    def __init__(self, spot: Spot = NOWHERE, flow: bool = False) -> None:
        """An empty list at a spot; `flow` where it is written in brackets."""
        super().__init__()
        self.spot = spot
        self.flow = flow


class Mapping(dict[Text, Any]):
    """A mapping that knows where it stands; so do its keys."""

    __slots__ = ("flow", "spot")

    def __init__(self, spot: Spot = NOWHERE, flow: bool = False) -> None:
        """An empty mapping at a spot; `flow` where it is written in braces."""
        super().__init__()
        self.spot = spot
        self.flow = flow

    @property
    def line(self) -> int:
        """Its line, counted from 1."""
        return self.spot.line

    def key(self, name: str) -> Text | None:
        """The key as written, with its spot."""
        return next((key for key in self if key == name), None)

    def at(self, name: str) -> Any:
        """The value of a key; none where it has none."""
        return self.get(name)  # type: ignore[call-overload]


Node = Text | Listing | Mapping
"""Anything in a file."""
