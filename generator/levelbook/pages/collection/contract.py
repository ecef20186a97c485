"""The shape of what the page of a collection reads, as its scripts know it (frontend/src/generated/)."""

from typing import TypedDict

CollectedIndicator = tuple[str, int, list[str] | None]
"""Text, the number of its place, and what replaces it; none where it is in force."""
CollectedPlace = tuple[str, str, str]
"""Sequence, level and competency; nothing for the level of what all levels ask."""


class CollectedCodes(TypedDict):
    """The indicators whose codes begin alike."""

    places: list[CollectedPlace]
    indicators: dict[str, CollectedIndicator]
    """By code."""


class CollectionData(TypedDict):
    """What the page brings: its words, and where the indicators stand."""

    words: dict[str, str]
    files: dict[str, str]
    """The file with the indicators whose codes begin so: `TAM`."""
    index: str
    """The page on which indicators are chosen."""
