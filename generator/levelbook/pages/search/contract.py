"""What the files of the search bring, in the shape in which its script reads it.

It is loaded before anything is found, so it is written small: rows and not objects, and what many indicators share
(competency, sequence, level, address) once, as a place that they name by its number. What is looked through but never
shown stands in rows as text with one name a line.
"""

from typing import Literal, TypedDict

HitKind = Literal[
    "sequence",
    "level",
    "grade",
    "position",
    "comparison",
    "competency",
    "concept",
    "group",
    "indicator",
    "checklist",
    "action",
    "page",
    "guide",
    "problem",
]
"""What something is that can be found."""
PageEntry = tuple[str, str, HitKind, list[str], str, str, str, bool]
"""Title, address, kind, second line, further names, codes, more text, and whether it is for reference only."""
PlaceEntry = tuple[str, str, str, str, str, str, str, bool]
"""Competency, sequence, level and address of what several indicators share; the further names of the first three; and
whether it is for reference only.
"""
IndicatorEntry = tuple[str, str, int, bool]
"""Code, text, the number of its place, and whether the page of the place has a line of its own for it."""
NamedLink = tuple[str, str]
"""Name and address."""


class AnswerEntry(TypedDict):
    """A level of a sequence, with what people want of it."""

    sequence: str
    sequence_names: str
    """All that the sequence is called, its code too."""
    title: str
    """The level's name."""
    grade: str
    """The name of the grade that the level is; nothing where it is none."""
    names: str
    """All that the level is called, and that grade."""
    href: str
    step: int
    """Which step it is; 0 where the levels have no order."""
    steps: int
    count: int
    """Requirements on its page."""
    comparison: NamedLink | None
    """With the level before."""
    checklist: str
    """Nothing where there is none, as with the two after it."""
    matrix: str
    pocket: str
    reference: bool


class Signs(TypedDict):
    """What is known of the characters and words that occur."""

    simplified: str
    """Traditional characters, each with the simplified one behind it."""
    sounds: dict[str, str]
    """Characters by how they are read alone."""
    other_sounds: dict[str, str]
    """Words that are read otherwise, with their syllables."""
    words: str
    """The Chinese words in the texts, with blanks between them."""


class SearchData(TypedDict):
    """What a file brings of that which the search looks through."""

    kinds: dict[HitKind, str]
    """The word for each kind; in the first file, as are answers and signs."""
    answers: list[AnswerEntry]
    signs: Signs | None
    pages: list[PageEntry]
    places: list[PlaceEntry]
    """Those of its indicators."""
    indicators: list[IndicatorEntry]
    next: str
    """The file with what is sought less often; nothing where there is no more."""
