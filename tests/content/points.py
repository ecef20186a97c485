"""The points of a sequence, said as the golden files say them."""

from collections.abc import Callable
from decimal import Decimal
from functools import partial

from levelbook.model.handbook import Sequence
from levelbook.model.sequence import Group
from levelbook.model.values import Gap


class Points:
    """The points of a sequence, by row and column."""

    def __init__(self, sequence: Sequence) -> None:
        assert sequence.weights is not None
        self.weights = sequence.weights
        self.total = sequence.weights.total
        points = sequence.weights.points
        self.groups = [group for _, group in sequence.groups() if group.competencies and group.id in points]
        steps = {level.id: level.name for level in sequence.levels}
        steps |= {key: position.name for key, position in sequence.positions.items()}
        used = {column for row in points.values() if isinstance(row, dict) for column in row}
        self.columns = {key: name for key, name in steps.items() if key in used}
        self.names = {group.id: group.name for group in self.groups}
        self.names |= {key: one.name for key, one in sequence.competencies.items()}

    def rows(self) -> dict[str, str]:
        """Every row that is written."""
        return {self.names[key]: self._row(partial(self._at, key)) for key in self.weights.points}

    def unassigned(self) -> dict[str, dict[str, list[int]]]:
        """Figures of groups that are tied to no member."""
        return {
            self.names[group]: {self.columns[column]: [int(one) for one in figures] for column, figures in row.items()}
            for group, row in self.weights.unassigned.items()
        }

    def parts(self) -> dict[str, str]:
        """What the members of each group have together."""
        return {group.name: self._row(partial(self._parts, group)) for group in self.groups}

    def known(self) -> str:
        """What is known of each column's total."""
        return self._row(self._known)

    def readings(self) -> list[dict[str, object]]:
        """Other readings of the first column: points of groups and the figures in them, ordered."""
        first = next(iter(self.columns))
        found: list[dict[str, object]] = []
        for reading in self.weights.readings:
            points = {group.id: self._at(group.id, first) for group in self.groups}
            for key, row in reading.points.items():
                points[key] = row[first] if isinstance(row, dict) else row
            figures = {key: row.get(first, ()) for key, row in self.weights.unassigned.items()}
            figures |= {key: row.get(first, ()) for key, row in reading.unassigned.items()}
            numbers = sorted(int(one) for one in points.values() if isinstance(one, Decimal))
            found.append(
                {
                    "points": numbers,
                    "figures": sorted(sorted(int(one) for one in row) for row in figures.values() if row),
                    "sum": sum(numbers),
                }
            )
        return found

    def _row(self, cell: Callable[[str], object]) -> str:
        return " ".join(str(cell(column)) for column in self.columns)

    def _at(self, key: str, column: str) -> Decimal | Gap:
        row = self.weights.points[key]
        return row[column] if isinstance(row, dict) else row

    def _parts(self, group: Group, column: str) -> int:
        members = [self._at(key, column) for key in group.competencies if key in self.weights.points]
        loose = self.weights.unassigned.get(group.id, {}).get(column, ())
        return int(sum(one for one in (*members, *loose) if isinstance(one, Decimal)))

    def _known(self, column: str) -> int:
        figures = [(group, self._at(group.id, column)) for group in self.groups]
        return sum(int(one) if isinstance(one, Decimal) else self._parts(group, column) for group, one in figures)
