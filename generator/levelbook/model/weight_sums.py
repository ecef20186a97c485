"""The arithmetic of weights: one reading of the points as a table, and whether parts make up their whole.

A source prints points for groups and competencies in one table, often with blanks, and adds up to its totals by its own
logic: a group may have a row, or only its members have; some points belong to a group but to none of its members; a
figure may be missing because the copy lost it. So a sum is never compared alone. `WeightSum` keeps beside the figures
whether any part was lost, and `verdict` blames the source only where nothing is: fewer points than the whole are a
mistake when every part is known, and merely incomplete when one is not; more points are a mistake in any case.

A group counts with its own row and otherwise with its parts (`_add`), so that nested groups are neither counted twice
nor forgotten; retired groups count nothing. `Gap.BLANK` is an empty place, which is no loss; `Gap.LOST` is. Everything
is `Decimal`: a binary float would report sums that are off by nothing. Checks and pages use this module alike, and
differ at once if either adds up by itself.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from levelbook.model.position import Reading, Weights
from levelbook.model.sequence import Group
from levelbook.model.values import Gap

Figure = Decimal | Gap
Row = Decimal | Gap | dict[str, Decimal | Gap]

PLAIN = ""
"""The column of weights that are plain figures, the same for everybody."""


class Verdict(StrEnum):
    """How the parts of a whole stand to it."""

    UNSHARED = "weights-unshared"
    """No part has a figure of its own."""
    EXCEED = "weights-exceed"
    """The parts have more than the whole: something is wrong."""
    SHORT = "weights-short"
    """The parts have less, and nothing is lost: something is wrong."""
    INCOMPLETE = "weights-incomplete"
    """The parts have less, and something is lost."""


@dataclass(frozen=True)
class WeightFigures:
    """One reading of the weights: rows, and figures that belong to no member."""

    points: dict[str, Row]
    """Rows by group or competency."""
    unassigned: dict[str, dict[str, tuple[Decimal, ...]]]
    """Figures of a group that are tied to none of its members."""
    columns: tuple[str, ...]
    """The columns that have a name, in the order they are first written."""

    def figure(self, row: str, column: str) -> Figure | None:
        """What a row has in a column; a column it leaves out counts as lost, and is told elsewhere."""
        value = self.points.get(row)
        return value.get(column, Gap.LOST) if isinstance(value, dict) else value

    def loose(self, row: str, column: str) -> tuple[Decimal, ...]:
        """The figures of a group that are tied to none of its members."""
        return self.unassigned.get(row, {}).get(column, ())


@dataclass
class WeightSum:
    """What the parts of a whole have together."""

    known: Decimal = Decimal(0)
    """The figures that are there, added up."""
    count: int = 0
    """How many figures there are."""
    lost: bool = False
    """Whether a part is lost."""

    def add(self, figure: Figure | None) -> None:
        """Counts one part."""
        if isinstance(figure, Decimal):
            self.known += figure
            self.count += 1
        elif figure is Gap.LOST:
            self.lost = True


@dataclass(frozen=True)
class WeightAccount:
    """A whole held against its parts in one column."""

    whole: Figure | None
    """None where nothing is written for it."""
    parts: WeightSum = field(compare=False)

    @property
    def verdict(self) -> Verdict | None:
        """What is to be said of the two; nothing where they agree or there is no figure to hold against."""
        return verdict(self.whole, self.parts) if isinstance(self.whole, Decimal) else None


def weight_figures(weights: Weights, known: Iterable[str]) -> WeightFigures:
    """The figures as first read, in the columns whose names are known."""
    columns: dict[str, None] = {}
    for row in (*weights.points.values(), *weights.unassigned.values()):
        if isinstance(row, dict):
            columns |= dict.fromkeys(row)
    names = set(known)
    named = tuple(column for column in columns if column in names)
    return WeightFigures(dict(weights.points), dict(weights.unassigned), named if columns else (PLAIN,))


def read_otherwise(first: WeightFigures, reading: Reading) -> WeightFigures:
    """The table with what differs in another reading."""
    points = dict(first.points)
    for key, row in reading.points.items():
        old = points.get(key)
        points[key] = {**old, **row} if isinstance(old, dict) and isinstance(row, dict) else row
    unassigned = {**first.unassigned}
    for key, figures in reading.unassigned.items():
        unassigned[key] = {**unassigned.get(key, {}), **figures}
    return WeightFigures(points, unassigned, first.columns)


def of_group(group: Group, figures: WeightFigures, column: str) -> WeightAccount:
    """A group held against its parts: its members, and what is tied to none of them."""
    parts = _parts(group, figures, column)
    parts.lost |= bool(group.incomplete or group.lost or group.open_ended or _short_of(group))
    return WeightAccount(figures.figure(group.id, column), parts)


def of_total(
    groups: Iterable[Group], figures: WeightFigures, column: str, total: Decimal | None, cut: bool
) -> WeightAccount:
    """The total held against the outermost groups; `cut` where the sequence itself is incomplete."""
    parts = WeightSum()
    for group in groups:
        _add(group, figures, column, parts)
    parts.lost |= cut
    return WeightAccount(total, parts)


def verdict(whole: Decimal, parts: WeightSum) -> Verdict | None:
    """How the parts of a whole stand to it; nothing where they make it up."""
    if parts.count == 0:
        return Verdict.UNSHARED if whole else None
    if parts.known > whole:
        return Verdict.EXCEED
    if parts.known < whole:
        return Verdict.INCOMPLETE if parts.lost else Verdict.SHORT
    return None


def _short_of(group: Group) -> bool:
    return bool(group.declared and group.declared > len(group.groups) + len(group.competencies))


def _parts(group: Group, figures: WeightFigures, column: str) -> WeightSum:
    parts = WeightSum()
    for inner in group.groups:
        _add(inner, figures, column, parts)
    for address in group.competencies:
        parts.add(figures.figure(address, column))
    for loose in figures.loose(group.id, column):
        parts.add(loose)
    return parts


def _add(group: Group, figures: WeightFigures, column: str, parts: WeightSum) -> None:
    """A group counts with its own row; where it has none, with its parts."""
    if group.retired:
        return
    if group.id in figures.points:
        parts.add(figures.figure(group.id, column))
        return
    below = _parts(group, figures, column)
    parts.known += below.known
    parts.count += below.count
    parts.lost |= below.lost
