"""The shape of the files that say what codes stand for, as scripts know it (frontend/src/generated/)."""

from typing import NotRequired, TypedDict

CollectedIndicator = tuple[str, int, list[str] | None]
"""Text, the number of its place, and what replaces it; none where it is in force."""
CollectedPlace = tuple[str, str, str, str]
"""Sequence, level and competency, and the code of that; nothing for the level of what all levels ask."""


ListedItems = tuple[str, list[tuple[str, str]]]
"""What leads items in, and each of them with its letter."""


class CollectedCodes(TypedDict):
    """The indicators whose codes begin alike."""

    places: list[CollectedPlace]
    indicators: dict[str, CollectedIndicator]
    """By code."""
    listed: NotRequired[dict[str, ListedItems]]
    """Those that have items, once more as lists, by code."""
