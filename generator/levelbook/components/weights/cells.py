"""Points as pages say them: figures, or why there is none; sums, and what is missing from them.

`WeightTable` is the arithmetic of one reading, `WeightCells` the same table in words. A cell is never just a number:
a figure may be the editor's inference, a group's own figure may disagree with its parts, and what is lost leaves only
"at least so much", or nothing. So what a page may draw as a bar is a field of its own (`value`), and empty
wherever a bar would claim more than is known: whoever takes a number out of `text` brings that mistake back.

The rules by which a group's figure is held against its parts are those by which `checks` reports problems
(`model.weight_sums`): what a page marks as wrong, the check names as well. Sums stay `Decimal` until `figure` writes
them.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from levelbook.components.level_chips import Chip, chip
from levelbook.localized.absence import Absence, absence
from levelbook.localized.names import weight_unit
from levelbook.model import weight_sums
from levelbook.model.decimals import figure
from levelbook.model.handbook import Sequence
from levelbook.model.sequence import Group
from levelbook.model.values import Gap
from levelbook.model.weight_sums import Figure, Verdict, WeightAccount
from levelbook.queries.index import Member
from levelbook.queries.weights import WeightTable, readings, weight_table
from levelbook.site import urls
from levelbook.site.context import Context

MOSTLY_LOST = 8
"""Where so many figures are lost for each that is left, those left are counted, and not the lost ones."""


@dataclass(frozen=True)
class WeightCell:
    """Points of something in a column."""

    text: str
    """The figure, or the words in its place."""
    value: str
    """The figure for a bar; nothing where there is none."""
    nothing: Absence | None = None
    """Why there is no whole figure."""
    inferred: bool = False
    """Whether the editor worked it out."""
    small: str = ""
    """Small print beside it: that parts are not known, or that they come to another sum."""
    wrong: bool = False
    """Whether it does not agree with its parts."""
    gap: str = ""
    """blank or lost, where nothing at all is known."""


@dataclass(frozen=True)
class WeightColumn:
    """A level, grade or position with points."""

    key: str
    """Its id; empty where points are the same for everybody."""
    name: str
    address: str
    chip: Chip | None
    """Its level, where it is one."""
    total: WeightCell
    """What all have together."""
    state: str
    """How complete it is."""
    whole: bool
    """Whether nothing of it is missing."""


class WeightCells(WeightTable):
    """A table of weights that says its figures in the page's language."""

    def __init__(self, ctx: Context, table: WeightTable) -> None:
        """Read the same table; what is asked of it is worked out when it is asked."""
        super().__init__(table.sequence, table.weights, table.figures)
        self._ctx = ctx

    @property
    def word(self) -> str:
        """What the columns are: level, grade or position."""
        return self._ctx.word(self.sequence, self.step_kind)

    @property
    def unit(self) -> str:
        """The unit of the points."""
        return weight_unit(self._ctx, self)

    def with_unit(self, amount: WeightCell) -> str:
        """An amount with its unit."""
        return self._ctx.words("points.of_unit", n=amount.text, unit=self.unit)

    def row(self, key: str, column: str) -> WeightCell | None:
        """The points of a row; none where the row is left out."""
        points = self.figures.figure(key, column)
        return None if points is None else self.amount(points, key, column)

    def amount(self, points: Figure, key: str = "", column: str = "") -> WeightCell:
        """A figure, or the word in its place."""
        if isinstance(points, Gap):
            nothing = absence(self._ctx, self.sequence, points.value)
            return WeightCell(nothing.text, "", nothing, gap=points.value)
        return replace(_cell(points), inferred=self.inferred(key, column))

    def loose(self, key: str, column: str) -> WeightCell | None:
        """The figures of a group that are tied to none of its members."""
        loose = self.figures.loose(key, column)
        if not loose:
            return None
        text = self._ctx.words("points.plus").join(figure(points) for points in loose)
        return WeightCell(text, figure(sum(loose, Decimal(0))))

    def of_member(self, member: Member | None, column: str) -> WeightCell | None:
        """The points of a competency."""
        return self.row(self.key(member), column) if member else None

    def group(self, group: Group, column: str) -> WeightCell | None:
        """The points of a group, held against its parts; their sum where it has none of its own."""
        account = weight_sums.of_group(group, self.figures, column)
        whole, parts = account.whole, account.parts
        if isinstance(whole, Decimal):
            small, wrong = self._compared(account)
            return replace(self.amount(whole, group.id, column), small=small, wrong=wrong)
        if whole is None:
            return self._sum(group, parts, column) if parts.count or parts.lost else None
        return self._at_least(self.least_of(group, column)) if whole is Gap.LOST else self.amount(whole)

    def _compared(self, account: WeightAccount) -> tuple[str, bool]:
        """What is said beside a group's own figure about those of its parts, and whether they contradict it."""
        verdict, parts = account.verdict, account.parts
        if verdict is Verdict.UNSHARED:
            return ("" if parts.lost else self._ctx.words("points.unshared")), False
        if verdict is Verdict.INCOMPLETE:
            return self._ctx.words("points.parts_known", n=figure(parts.known)), False
        if verdict is None:
            return "", False
        return self._ctx.words("points.parts_wrong", n=figure(parts.known)), True

    def _sum(self, group: Group, parts: weight_sums.WeightSum, column: str) -> WeightCell:
        if parts.lost:
            return self._at_least(self.least_of(group, column))
        return _cell(parts.known)

    def _at_least(self, known: Decimal) -> WeightCell:
        if not known:
            return self.amount(Gap.LOST)
        text = self._ctx.words("points.at_least", n=figure(known))
        return WeightCell(text, "", Absence("lost", text))

    def total(self, column: str) -> WeightCell:
        """What a column has in all, with what is said where that is not the declared total."""
        account = self.account(column)
        declared, parts = account.whole, account.parts
        if account.verdict in (Verdict.EXCEED, Verdict.SHORT) and isinstance(declared, Decimal):
            small = self._ctx.words("points.declared", n=figure(declared))
            return replace(_cell(parts.known), small=small, wrong=True)
        if parts.lost and parts.known != declared:
            return self._at_least(self.least(column))
        if account.verdict is Verdict.UNSHARED and isinstance(declared, Decimal):
            return replace(_cell(declared), small=self._ctx.words("points.unshared"))
        return _cell(parts.known)

    def column_cells(self) -> tuple[WeightColumn, ...]:
        """The columns with their totals and how complete they are."""
        return tuple(self._column(key) for key in self.columns)

    def _column(self, key: str) -> WeightColumn:
        name, address = self.name_of(key)
        state, whole = self._state(key)
        return WeightColumn(key, name, address, chip(self._ctx, self.sequence, key), self.total(key), state, whole)

    def name_of(self, key: str) -> tuple[str, str]:
        """The name of a column, and its page."""
        for level in self.sequence.levels:
            if level.id == key:
                return self._ctx.name(level), urls.level(self.sequence, key)
        for grade in self.sequence.grades:
            if grade.id == key:
                return self._ctx.name(grade), urls.grade(self.sequence, key)
        position = self.sequence.positions.get(key)
        target = self._ctx.links.find(self.sequence, key) if position else None
        return (target.name, target.address) if target else (self._ctx.words("points.title"), "")

    def _state(self, column: str) -> tuple[str, bool]:
        """How complete a column is: wrong, complete, or how much of it is lost."""
        if self.account(column).verdict in (Verdict.EXCEED, Verdict.SHORT):
            return self._ctx.words("points.state_wrong"), False
        figures = {key: self.figures.figure(key, column) for key in self.figures.points}
        lost = [key for key, points in figures.items() if points is Gap.LOST]
        if not lost:
            short = isinstance(self.account(column).verdict, Verdict)
            return self._ctx.words("points.state_short" if short else "points.state_whole"), not short
        left = sum(isinstance(points, Decimal) for points in figures.values())
        if left * MOSTLY_LOST <= len(lost):
            return self._ctx.words("points.state_left", count=self._ctx.count("figure", left)), False
        return self._lost(lost), False

    def _lost(self, rows: list[str]) -> str:
        """How many groups and how many other rows have lost their figure."""
        group_ids = {group.id for _, group in self.sequence.groups()}
        n = sum(row in group_ids for row in rows)
        parts = [self._ctx.count("lost_group", n)] if n else []
        parts += [self._ctx.count("lost_item", len(rows) - n)] if len(rows) > n else []
        return self._ctx.clauses(parts)


def _cell(points: Decimal) -> WeightCell:
    """A figure that is all there is to say."""
    return WeightCell(figure(points), figure(points))


def weight_cells(ctx: Context, sequence: Sequence) -> WeightCells | None:
    """The points of a sequence as first read; none where it has no weights."""
    table = weight_table(sequence)
    return WeightCells(ctx, table) if table else None


def other_readings(ctx: Context, first: WeightCells) -> Iterator[WeightCells]:
    """The other possible readings, in order."""
    return (WeightCells(ctx, table) for table in readings(first))
