"""The shape of what the page that compares two roles reads, as its scripts know it (frontend/src/generated/)."""

from typing import Literal, NotRequired, TypedDict

from levelbook.components.codes.contract import ListedItems
from levelbook.model.sequence import Cumulative
from levelbook.queries.level_diff import ChangeKind

RoleKind = Literal["level", "grade", "position", "whole"]
"""What a role is."""
IndicatorText = tuple[str, str]
"""Code and text of an indicator."""
ConceptLink = tuple[str, str]
"""Name and address of a concept."""
ChangeData = tuple[ChangeKind, list[int], int | None]
"""What became of a demand: the indicators before, and the one after."""


class CellData(TypedDict):
    """What a competency asks at a level."""

    summary: str
    nothing: list[str]
    """The kind of nothing, and what is said of it; empty where there is something."""
    holds: list[int]
    """The indicators that hold, by number."""
    open: list[int]
    """Those of which the source does not say whether they hold."""


class CompetencyData(TypedDict):
    """A competency as a sequence sees it."""

    id: str
    name: str
    href: str
    concepts: list[str]
    """The ids of its concepts."""
    definition: str
    cells: dict[str, CellData]
    """What it asks, by level."""
    changes: dict[str, list[ChangeData]]
    """What changes, by the lower and the higher level: `junior>senior`."""


class StopData(TypedDict):
    """Where somebody stands or wants to go."""

    id: str
    kind: RoleKind
    name: str
    href: str
    asks: tuple[str | None, ...]
    """What it asks of each competency, in their order."""
    waives: tuple[int, ...]
    """Which competencies are not required, by their place."""


class TransferSequence(TypedDict):
    """A sequence with its roles and competencies."""

    id: str
    name: str
    href: str
    ranked: bool
    """Whether its levels stand in an order."""
    cumulative: Cumulative
    """Whether what lower levels ask holds above too."""
    levels: dict[str, str]
    """The names of its levels, by id."""
    stops: list[StopData]
    competencies: list[CompetencyData]


class TransferData(TypedDict):
    """What a file brings: a sequence, and what it names by keys."""

    sequences: list[TransferSequence]
    """It; several once a script has joined their data."""
    concepts: dict[str, ConceptLink]
    indicators: dict[str, IndicatorText]
    """By number."""
    listed: NotRequired[dict[str, ListedItems]]
    """Those that have items, once more as lists, by number."""


class StopChoice(TypedDict):
    """A role to choose."""

    id: str
    kind: RoleKind
    name: str


class SequenceChoice(TypedDict):
    """A sequence to choose."""

    id: str
    src: str
    """The file with its data."""
    stops: list[StopChoice]
    moved: NotRequired[dict[str, str]]
    """Ids of grades that are levels, with the ids of those: addresses that people kept name them."""


class TransferIndex(TypedDict):
    """What the page reads before anything is chosen."""

    words: dict[str, str]
    sequences: list[SequenceChoice]
