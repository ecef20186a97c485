"""What the home page says of a level that the reader has marked as own: which one that is, only the browser knows.

`frontend/src/handbook/mine/card.tsx` shows it. Every sentence with a figure is made here, where the catalogue counts.
"""

from collections import Counter
from collections.abc import Iterator
from typing import NotRequired, TypedDict

from levelbook.components.checklist_links import checklist_link
from levelbook.components.level_chips import Chip, chips
from levelbook.components.own_level import mark
from levelbook.model.handbook import Sequence
from levelbook.queries.codes import short_code
from levelbook.queries.level_contents import count_indicators
from levelbook.queries.level_diff import ChangeKind
from levelbook.site import urls
from levelbook.site.context import Context
from levelbook.site.sitemap import PageKind
from levelbook.site.urls import file_address

COUNTED = (ChangeKind.RAISED, ChangeKind.NEW, ChangeKind.REWORDED, ChangeKind.DROPPED)
"""The kinds of change that are told, in their order."""


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
    transfer: str
    """The page that compares it with other roles; nothing where there is none."""


class MarkedLevels(TypedDict):
    """Everything the home page knows of levels that can be marked."""

    words: dict[str, str]
    """What is said of them."""
    levels: dict[str, MarkedLevelData]
    """By their place: `sequence/level`."""


def marked_levels(ctx: Context) -> MarkedLevels:
    """All levels that can be marked."""
    return {"words": ctx.words.section("mine"), "levels": dict(_levels(ctx))}


def _levels(ctx: Context) -> Iterator[tuple[str, MarkedLevelData]]:
    for sequence in ctx.handbook.sequences.values():
        every = chips(ctx, sequence)
        for chip in every:
            if place := mark(ctx, sequence, chip.key):
                yield place, _level(ctx, sequence, every, chip)


def _level(ctx: Context, sequence: Sequence, every: tuple[Chip, ...], chip: Chip) -> MarkedLevelData:
    level: MarkedLevelData = {
        "name": chip.name,
        "sequence": ctx.sequence_name(sequence),
        "grades": chip.note,
        "href": file_address(chip.address),
        "overview": file_address(urls.sequence(sequence)),
        "rank": chip.rank,
        "of": chip.of,
        "asks": count_indicators(ctx, sequence, chip.key),
        "steps": dict(_steps(ctx, sequence, every, chip)),
        "checklist": file_address(address) if (address := checklist_link(ctx, sequence, chip.key)[0]) else "",
        "targets": [short_code(sequence, key) for key in (chip.key, *_same_grades(sequence, chip.key))],
        "matrix": file_address(address) if (address := ctx.sitemap.address(PageKind.MATRIX, sequence)) else "",
        "transfer": file_address(urls.transfer_from(sequence, chip.key)) if ctx.sitemap.has(PageKind.TRANSFER) else "",
    }
    if chip.rank > 1 and (below := mark(ctx, sequence, every[chip.rank - 2].key)):
        level["below"] = below
    return level


def _same_grades(sequence: Sequence, level: str) -> list[str]:
    return [grade.id for grade in sequence.grades if grade.level == level and not grade.required]


def _steps(
    ctx: Context, sequence: Sequence, every: tuple[Chip, ...], chip: Chip
) -> Iterator[tuple[str, LevelStepData]]:
    """From the lower to the higher of the level and each other; none where levels cannot be compared."""
    at = every.index(chip)
    for number, other in enumerate(every):
        low, high = (other.key, chip.key) if number < at else (chip.key, other.key)
        place = mark(ctx, sequence, other.key)
        if place and other is not chip and ctx.sitemap.has(PageKind.COMPARISON, sequence, f"{low}/{high}"):
            step = LevelStepData(
                says=_changes(ctx, sequence, low, high), href=file_address(urls.comparison(sequence, low, high))
            )
            yield place, step


def _changes(ctx: Context, sequence: Sequence, low: str, high: str) -> str:
    """How much changes, in figures."""
    members = (member for member in ctx.all_members(sequence) if member[1].levels)
    counts = Counter(change.kind for member in members for change in ctx.changes(sequence, member, low, high))
    parts = [ctx.words(f"mine.{kind.value}", n=counts[kind]) for kind in COUNTED if counts[kind]]
    return ctx.clauses(parts) or ctx.words("mine.same")
