"""The shape of what home reads of levels that can be marked, as its scripts know it (frontend/src/generated/)."""

from typing import NotRequired, TypedDict


class LevelStepData(TypedDict):
    """From one level to another of its sequence."""

    says: str
    """What changes from the lower to the higher, in figures."""
    href: str
    """The page that compares both word by word."""


class MarkedLevelData(TypedDict):
    """A level that can be marked."""

    name: str
    sequence: str
    """The name of its sequence."""
    grades: str
    """The grades that ask for it."""
    href: str
    overview: str
    """The page of its sequence."""
    rank: int
    """How many steps of the stair are filled; 0 where the order ranks nothing."""
    of: int
    """How many steps the stair has."""
    asks: int
    """How many expectations its page counts."""
    below: NotRequired[str]
    """The level below it, where there is one."""
    steps: dict[str, LevelStepData]
    """The other levels of the sequence, by their place."""
    checklist: str
    """The page of its checklist; nothing where there is none."""
    targets: list[str]
    """What saved assessments of it are about: its own code, and those of grades that ask the same."""
    matrix: str
    """The table of the whole sequence; nothing where there is none."""
    news: NotRequired[dict[str, str]]
    """How much is new since each release, in a sentence, where anything is."""
    transfer: str
    """The page that compares it with other roles; nothing where there is none."""


class SequenceLevels(TypedDict):
    """What a file brings: the levels of a sequence."""

    levels: dict[str, MarkedLevelData]
    """By their place: `sequence/level`."""


class MarkedLevels(TypedDict):
    """What the home page brings for those who have marked a level: words, and where the levels are told of."""

    words: dict[str, str]
    """What is said of them."""
    files: dict[str, str]
    """The file with the levels of a sequence, by its id."""
    newest: NotRequired[str]
    """The newest release, where one is kept: up to which whoever looks now knows the handbook."""
