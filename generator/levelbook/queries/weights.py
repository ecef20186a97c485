"""The points of a sequence in one reading: figures, rows, columns, and what a column or group has at the least."""

from collections.abc import Iterator
from decimal import Decimal

from levelbook.model import weight_sums
from levelbook.model.handbook import Sequence
from levelbook.model.note_kinds import Kind
from levelbook.model.position import Weights
from levelbook.model.sequence import Group
from levelbook.model.weight_sums import PLAIN, WeightAccount, WeightFigures
from levelbook.queries.index import Member
from levelbook.tracing import lazily


class WeightTable:
    """The points of a sequence in one reading."""

    def __init__(self, sequence: Sequence, weights: Weights, figures: WeightFigures | None = None) -> None:
        """Read the points; `figures` where another reading is meant."""
        self.sequence = sequence
        self.weights = weights
        self.figures = figures or weight_sums.weight_figures(weights, _steps(sequence))
        self.columns = tuple(sorted(self.figures.columns, key=[*_steps(sequence), PLAIN].index))
        """Ids of levels, grades or positions, in the order of the sequence."""
        self._inferred = {about for note in weights.notes if note.kind is Kind.INFERRED for about in note.about}

    @lazily
    def rows(self) -> frozenset[str]:
        """Groups and competencies with figures in any reading."""
        keys = {*self.weights.points, *self.weights.unassigned}
        for reading in self.weights.readings:
            keys |= {*reading.points, *reading.unassigned}
        return frozenset(keys)

    @property
    def step_kind(self) -> str:
        """What the columns are: level, grade or position."""
        levels, grades = ({step.id for step in steps} for steps in (self.sequence.levels, self.sequence.grades))
        first = self.columns[0]
        return "level" if first in levels else "grade" if first in grades else "position"

    def inferred(self, key: str, column: str) -> bool:
        """Whether the editors worked a figure out, and the source does not have it."""
        return bool({key, f"{key}@{column}"} & self._inferred)

    def key(self, member: Member) -> str:
        """How the data name the row of a competency."""
        owner, competency = member
        return competency.id if owner.id == self.sequence.id else f"{owner.id}/{competency.id}"

    def account(self, column: str) -> WeightAccount:
        """The declared total held against the outermost groups."""
        head = self.sequence.head
        return weight_sums.of_total(head.groups, self.figures, column, self.weights.total, bool(head.incomplete))

    def least(self, column: str) -> Decimal:
        """What a column has at the least: of groups whose figure is lost, their known members count."""
        return sum((self.least_of(group, column) for group in self.sequence.head.groups), Decimal(0))

    def least_of(self, group: Group, column: str) -> Decimal:
        """What a group has at the least."""
        if group.retired:
            return Decimal(0)
        points = self.figures.figure(group.id, column)
        if isinstance(points, Decimal):
            return points
        below = sum((self.least_of(inner, column) for inner in group.groups), Decimal(0))
        figures = [self.figures.figure(address, column) for address in group.competencies]
        loose = self.figures.loose(group.id, column)
        return below + sum((figure for figure in (*figures, *loose) if isinstance(figure, Decimal)), Decimal(0))


def weight_table(sequence: Sequence) -> WeightTable | None:
    """The points of a sequence as first read; none where it has no weights."""
    weights = sequence.weights
    return WeightTable(sequence, weights) if weights and weights.points else None


def readings(first: WeightTable) -> Iterator[WeightTable]:
    """The other possible readings, in order."""
    for reading in first.weights.readings:
        figures = weight_sums.read_otherwise(first.figures, reading)
        yield WeightTable(first.sequence, first.weights, figures)


def _steps(sequence: Sequence) -> list[str]:
    steps = [*sequence.levels, *sequence.grades]
    return [*(step.id for step in steps), *sequence.positions]
