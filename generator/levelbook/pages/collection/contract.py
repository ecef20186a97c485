"""The shape of what the page of a collection reads, as its scripts know it (frontend/src/generated/)."""

from typing import TypedDict


class CollectionData(TypedDict):
    """What the page brings: its words, and where the indicators stand."""

    words: dict[str, str]
    files: dict[str, str]
    """The file with the indicators whose codes begin so: `TAM`."""
    index: str
    """The page on which indicators are chosen."""
