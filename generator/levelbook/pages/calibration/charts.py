"""Charts of required levels as ready figures: where every dot and line stands.

A profile is drawn in the units of its own `viewBox`, which the browser scales; nothing measures text, so names of
levels get the room that their characters take at most. A dumbbell stands in a cell of a table, whose width nobody
knows, so that its figures are shares.
"""

from dataclasses import dataclass

COMPETENCY_STEP = 26
"""Between two competencies."""
LEVEL_STEP = 30
"""Between two levels."""
NAME_GAP = 16
"""Between the names of the levels and the lines."""
HAN_WIDTH, OTHER_WIDTH = 19, 11
"""Room for a Han character and for any other, large enough for phones."""
FIRST_HAN = 0x2E80
"""From this character on they are as wide as Han characters."""
AXIS_ROOM = 240
"""Room for names above the line of a table."""
TOP_MARGIN = 16
"""Room above the highest level."""
BOTTOM_MARGIN = 34
"""Room below the lowest level, for the numbers of the competencies."""


@dataclass(frozen=True)
class Dot:
    """A competency in a chart."""

    x: int
    """From the left."""
    y: int
    """From above."""
    number: int
    """Which it is, as the table numbers it."""


@dataclass(frozen=True)
class GridLine:
    """A level in a chart."""

    y: int
    """From above."""
    name: str


@dataclass(frozen=True)
class ProfileChart:
    """A profile: a level for each competency."""

    title: str
    """What it shows."""
    width: int
    height: int
    left: int
    """Where its lines begin."""
    grid: tuple[GridLine, ...]
    """The levels, highest first."""
    dots: tuple[Dot, ...]
    """The competencies."""
    path: str
    """The line through them, broken where a competency has no level."""


@dataclass(frozen=True)
class Dumbbell:
    """Two levels on one line, in per cent of its width."""

    before: str
    """Where the first stands."""
    after: str
    """Where the second stands."""
    start: str
    """Where the line between them begins."""
    length: str
    """How long it is."""
    ticks: tuple[str, ...]
    """Where the levels stand."""


def profile_chart(title: str, levels: tuple[str, ...], ranks: tuple[int, ...]) -> ProfileChart:
    """The profile of these levels, as ranks counted from 1; 0 leaves a gap."""
    base = TOP_MARGIN + LEVEL_STEP * (len(levels) - 1)
    left = NAME_GAP + max((_width(name) for name in levels), default=0)
    middle = left + COMPETENCY_STEP // 2
    dots = tuple(
        Dot(middle + COMPETENCY_STEP * at, base - LEVEL_STEP * (rank - 1), at + 1)
        for at, rank in enumerate(ranks)
        if rank
    )
    return ProfileChart(
        title=title,
        width=left + COMPETENCY_STEP * len(ranks),
        height=base + BOTTOM_MARGIN,
        left=left,
        grid=tuple(GridLine(base - LEVEL_STEP * at, name) for at, name in reversed(list(enumerate(levels)))),
        dots=dots,
        path=_path(dots),
    )


def _path(dots: tuple[Dot, ...]) -> str:
    numbers = {dot.number for dot in dots}
    return " ".join(f"{'L' if dot.number - 1 in numbers else 'M'}{dot.x} {dot.y}" for dot in dots)


def _width(name: str) -> int:
    return sum(HAN_WIDTH if ord(character) >= FIRST_HAN else OTHER_WIDTH for character in name)


def axis_names(names: list[str]) -> tuple[str, ...]:
    """Names above a line; only the first and the last where all of them would touch."""
    fits = sum(_width(name) for name in names) <= AXIS_ROOM
    return tuple(name if fits or at in (0, len(names) - 1) else "" for at, name in enumerate(names))


def dumbbell(before: int, after: int, of: int) -> Dumbbell:
    """Two ranks of so many on one line."""
    low, high = sorted((_share(before, of), _share(after, of)))
    return Dumbbell(
        before=f"{_share(before, of):.1f}",
        after=f"{_share(after, of):.1f}",
        start=f"{low:.1f}",
        length=f"{high - low:.1f}",
        ticks=tuple(f"{_share(rank, of):.1f}" for rank in range(1, of + 1)),
    )


def _share(rank: int, of: int) -> float:
    return 50.0 if of == 1 else 100 * (rank - 1) / (of - 1)
