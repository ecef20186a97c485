"""Points as pages say them: figures, or why there is none; sums, and what is missing from them."""

from collections.abc import Iterator
from decimal import Decimal
from functools import cached_property

from levelbook.components.basics import Nothing, chip, figure, kind_of_nothing
from levelbook.components.weight_cells import WeightCell, WeightColumn
from levelbook.model import weight_sums as arithmetic
from levelbook.model.base import Kind
from levelbook.model.handbook import Sequence
from levelbook.model.position import Weights
from levelbook.model.sequence import Group
from levelbook.model.values import Gap
from levelbook.model.weight_sums import PLAIN, Figure, Verdict, WeightAccount, WeightFigures
from levelbook.site import urls
from levelbook.site.context import Context, Member


class WeightTable:
    """The points of a sequence in one reading."""

    def __init__(
        self, ctx: Context, sequence: Sequence, weights: Weights, figures: WeightFigures | None = None
    ) -> None:
        """Read the points; `figures` where another reading is meant."""
        self._ctx = ctx
        self.sequence = sequence
        self.weights = weights
        self.figures = figures or arithmetic.weight_figures(weights, _known(sequence))
        self.columns = tuple(sorted(self.figures.columns, key=[*_known(sequence), PLAIN].index))
        """The columns in the order of the sequence."""
        self._inferred = {about for note in weights.notes if note.kind is Kind.INFERRED for about in note.about}

    @cached_property
    def rows(self) -> frozenset[str]:
        """Groups and competencies with figures in any reading."""
        found = {*self.weights.points, *self.weights.unassigned}
        for reading in self.weights.readings:
            found |= {*reading.points, *reading.unassigned}
        return frozenset(found)

    @property
    def word(self) -> str:
        """What the columns are: level, grade or position."""
        steps = {step.id for step in self.sequence.levels}, {step.id for step in self.sequence.grades}
        found = next((word for word, ids in zip(("level", "grade"), steps, strict=True) if self.columns[0] in ids), "")
        return self._ctx.word(self.sequence, found or "position")

    @property
    def unit(self) -> str:
        """The unit of the points."""
        return self._ctx.text(self.weights, "unit") or self._ctx.words("points.unit")

    def with_unit(self, amount: WeightCell) -> str:
        """An amount with its unit."""
        return self._ctx.words("points.of_unit", n=amount.text, unit=self.unit)

    def row(self, key: str, column: str) -> WeightCell | None:
        """The points of a row; none where the row is left out."""
        found = self.figures.figure(key, column)
        return None if found is None else self.amount(found, key, column)

    def amount(self, found: Figure, key: str = "", column: str = "") -> WeightCell:
        """A figure, or the word in its place."""
        if isinstance(found, Gap):
            kind = kind_of_nothing(self._ctx, found.value)
            return WeightCell(kind.text, "", kind, gap=found.value)
        shown = figure(found)
        return WeightCell(shown, shown, inferred=bool({key, f"{key}@{column}"} & self._inferred))

    def loose(self, key: str, column: str) -> WeightCell | None:
        """The figures of a group that are tied to none of its members."""
        found = self.figures.loose(key, column)
        if not found:
            return None
        value = figure(sum(found, Decimal(0)))
        return WeightCell(self._ctx.words("points.plus").join(figure(one) for one in found), value)

    def of_member(self, member: Member | None, column: str) -> WeightCell | None:
        """The points of a competency."""
        return self.row(self.key(member), column) if member else None

    def key(self, member: Member) -> str:
        """How the data names the row of a competency."""
        owner, competency = member
        return competency.id if owner.id == self.sequence.id else f"{owner.id}/{competency.id}"

    def group(self, group: Group, column: str) -> WeightCell | None:
        """The points of a group, held against its parts; their sum where it has none of its own."""
        account = arithmetic.of_group(group, self.figures, column)
        whole, parts = account.whole, account.parts
        if isinstance(whole, Decimal):
            own = self.amount(whole, group.id, column)
            small, wrong = self._compared(account)
            return WeightCell(own.text, own.value, inferred=own.inferred, small=small, wrong=wrong)
        if whole is None:
            return self._sum(group, parts, column) if parts.count or parts.lost else None
        return self._at_least(self.least_of(group, column)) if whole is Gap.LOST else self.amount(whole)

    def _compared(self, account: WeightAccount) -> tuple[str, bool]:
        verdict, parts = account.verdict, account.parts
        if verdict is Verdict.UNSHARED:
            return ("" if parts.lost else self._ctx.words("points.unshared")), False
        if verdict is Verdict.INCOMPLETE:
            return self._ctx.words("points.parts_known", n=figure(parts.known)), False
        if verdict is None:
            return "", False
        return self._ctx.words("points.parts_wrong", n=figure(parts.known)), True

    def _sum(self, group: Group, parts: arithmetic.WeightSum, column: str) -> WeightCell:
        if parts.lost:
            return self._at_least(self.least_of(group, column))
        return WeightCell(figure(parts.known), figure(parts.known))

    def _at_least(self, known: Decimal) -> WeightCell:
        if not known:
            return self.amount(Gap.LOST)
        text = self._ctx.words("points.at_least", n=figure(known))
        return WeightCell(text, "", Nothing("lost", text))

    def total(self, column: str) -> WeightCell:
        """What a column has in all, with what is said where that is not the declared total."""
        account = self.account(column)
        declared, parts = account.whole, account.parts
        if account.verdict in (Verdict.EXCEED, Verdict.SHORT) and isinstance(declared, Decimal):
            small = self._ctx.words("points.declared", n=figure(declared))
            return WeightCell(figure(parts.known), figure(parts.known), small=small, wrong=True)
        if parts.lost and parts.known != declared:
            return self._at_least(self.least(column))
        if account.verdict is Verdict.UNSHARED and isinstance(declared, Decimal):
            return WeightCell(figure(declared), figure(declared), small=self._ctx.words("points.unshared"))
        return WeightCell(figure(parts.known), figure(parts.known))

    def account(self, column: str) -> WeightAccount:
        """The declared total held against the outermost groups."""
        head = self.sequence.head
        return arithmetic.of_total(head.groups, self.figures, column, self.weights.total, bool(head.incomplete))

    def least(self, column: str) -> Decimal:
        """What a column has at the least: of groups whose figure is lost, their known members count."""
        return sum((self.least_of(group, column) for group in self.sequence.head.groups), Decimal(0))

    def least_of(self, group: Group, column: str) -> Decimal:
        """What a group has at the least."""
        if group.retired:
            return Decimal(0)
        own = self.figures.figure(group.id, column)
        if isinstance(own, Decimal):
            return own
        below = sum((self.least_of(inner, column) for inner in group.groups), Decimal(0))
        figures = [self.figures.figure(address, column) for address in group.competencies]
        loose = self.figures.loose(group.id, column)
        return below + sum((one for one in (*figures, *loose) if isinstance(one, Decimal)), Decimal(0))

    def made(self) -> tuple[WeightColumn, ...]:
        """The columns with their totals and how complete they are."""
        return tuple(self._column(key) for key in self.columns)

    def _column(self, key: str) -> WeightColumn:
        name, address = self.name_of(key)
        state, whole = self._state(key)
        return WeightColumn(key, name, address, chip(self._ctx, self.sequence, key), self.total(key), state, whole)

    def name_of(self, key: str) -> tuple[str, str]:
        """The name of a column, and its page."""
        for step in self.sequence.levels:
            if step.id == key:
                return self._ctx.name(step), urls.level(self.sequence, key)
        for grade in self.sequence.grades:
            if grade.id == key:
                return self._ctx.name(grade), urls.grade(self.sequence, key)
        position = self.sequence.positions.get(key)
        found = self._ctx.places.find(self.sequence, key) if position else None
        return (found.name, found.address) if found else (self._ctx.words("points.title"), "")

    def _state(self, column: str) -> tuple[str, bool]:
        """How complete a column is: wrong, complete, or how much of it is lost."""
        if self.account(column).verdict in (Verdict.EXCEED, Verdict.SHORT):
            return self._ctx.words("points.state_wrong"), False
        groups = {group.id for _, group in self.sequence.groups()}
        found = {key: self.figures.figure(key, column) for key in self.figures.points}
        lost = [key for key, one in found.items() if one is Gap.LOST]
        if not lost:
            short = isinstance(self.account(column).verdict, Verdict)
            return self._ctx.words("points.state_short" if short else "points.state_whole"), not short
        left = sum(isinstance(one, Decimal) for one in found.values())
        if left <= len(lost) // 8:
            return self._ctx.words("points.state_left", count=self._ctx.count("figure", left)), False
        n = sum(key in groups for key in lost)
        parts = [self._ctx.count("lost_group", n)] if n else []
        parts += [self._ctx.count("lost_item", len(lost) - n)] if len(lost) > n else []
        return self._ctx.clauses(parts), False


def weight_table(ctx: Context, sequence: Sequence) -> WeightTable | None:
    """The points of a sequence as first read; none where it has no weights."""
    weights = sequence.weights
    return WeightTable(ctx, sequence, weights) if weights and weights.points else None


def readings(ctx: Context, first: WeightTable) -> Iterator[WeightTable]:
    """The other possible readings, in order."""
    for reading in first.weights.readings:
        figures = arithmetic.read_otherwise(first.figures, reading)
        yield WeightTable(ctx, first.sequence, first.weights, figures)


def _known(sequence: Sequence) -> list[str]:
    steps = [*sequence.levels, *sequence.grades]
    return [*(step.id for step in steps), *sequence.positions]
