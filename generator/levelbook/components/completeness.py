"""How much of a sequence is there: cells, definitions, level descriptions, exam shares.

What a source never set out to say is not counted: it can neither be there nor be missing.
"""

from dataclasses import astuple, dataclass

from levelbook.components.basics import Nothing, kind_of_nothing
from levelbook.components.weight_table import weight_table
from levelbook.model.base import Reasoned, Topic
from levelbook.model.competency import Competency, Measure
from levelbook.model.handbook import Sequence
from levelbook.model.sequence import Group, Layer
from levelbook.model.values import Gap
from levelbook.site.context import Context


@dataclass(frozen=True)
class Tally:
    """How many cells there are, and why the others are not."""

    full: int = 0
    """With content, or expressly not required."""
    partial: int = 0
    """With content of which some is missing."""
    blank: int = 0
    """Empty in the source."""
    lost: int = 0
    """Lost in our copy."""
    scope: int = 0
    """What the source never set out to say, which is counted apart."""

    @property
    def all(self) -> int:
        """How many there should be."""
        return self.full + self.partial + self.blank + self.lost

    def __add__(self, other: "Tally") -> "Tally":
        """Both together."""
        both = zip(astuple(self), astuple(other), strict=True)
        return Tally(*(mine + theirs for mine, theirs in both))


@dataclass(frozen=True)
class Meter:
    """A bar of completeness."""

    full: str
    """Width of what is there, in per cent."""
    rest: str
    """Width of what is not; empty where nothing is missing."""
    say: str
    """The figures, and what is missing."""


@dataclass(frozen=True)
class CompletenessRow:
    """One kind of content."""

    name: str
    """What is counted."""
    have: int
    """How many there are."""
    of: int
    """How many there should be."""
    nothing: Nothing | None
    """What is missing; none where all is there."""
    say: str
    """Said where all is there."""


def tally(ctx: Context, sequence: Sequence) -> Tally:
    """The cells of a sequence; a competency without levels counts as one, one found out by an exam as one a level."""
    total = Tally()
    for _, group in sequence.groups():
        if group.reason:
            total += _empty_group(group)
        for _, competency in ctx.members(sequence, group):
            total += _competency(sequence, competency)
    return total


def _empty_group(group: Group) -> Tally:
    n = group.declared or 1
    if group.out_of_scope:
        return Tally(scope=n)
    return Tally(lost=n) if group.lost else Tally(blank=n) if group.blank else Tally(full=n)


def _competency(sequence: Sequence, competency: Competency) -> Tally:
    if competency.levels:
        cells = (competency.cell(level.id) for level in sequence.levels)
        return sum((_one(cell) for cell in cells if cell), Tally())
    levels = len(sequence.levels) if sequence.measure(competency) is Measure.EXAM else 1
    one = _one(competency)
    return sum((one for _ in range(max(levels, 1))), Tally())


def _one(shape: Reasoned) -> Tally:
    if shape.out_of_scope:
        return Tally(scope=1)
    if shape.lost:
        return Tally(lost=1)
    if shape.blank:
        return Tally(blank=1)
    return Tally(partial=1) if shape.incomplete else Tally(full=1)


def meter(ctx: Context, sequence: Sequence) -> Meter | None:
    """The bar of completeness: of the cells, or of the points where those are all there is; none without either."""
    cells, points = tally(ctx, sequence), _points(ctx, sequence)
    have = cells.full + cells.partial
    if points.of and not have:
        return _meter(ctx, "points_of", points.have, points.of, [points.nothing.text] if points.nothing else [])
    beyond = [ctx.words("complete.scope", n=cells.scope)] if cells.scope else []
    return _meter(ctx, "cells_of", have, cells.all, [*_missing(ctx, cells), *beyond]) if cells.all else None


def _meter(ctx: Context, unit: str, have: int, of: int, missing: list[str]) -> Meter:
    share = 100 * have / of
    full = f"{share:.1f}"
    say = ctx.words(f"complete.{unit}", have=f"{have:,}", of=f"{of:,}")
    return Meter(full, f"{100 - float(full):.1f}" if share < 100 else "", ctx.clauses([say, *missing]))


def _missing(ctx: Context, cells: Tally) -> list[str]:
    figures = {"blank": cells.blank, "lost": cells.lost, "partial": cells.partial}
    return [ctx.words(f"complete.{key}", n=n) for key, n in figures.items() if n]


def rows(ctx: Context, sequence: Sequence) -> tuple[CompletenessRow, ...]:
    """What is there and what is not, kind by kind; kinds that a sequence has no room for are left out."""
    made = (counter(ctx, sequence) for counter in (_cells, _definitions, _expectations, _shares, _points))
    return tuple(row for row in made if row.of)


def _cells(ctx: Context, sequence: Sequence) -> CompletenessRow:
    cells = tally(ctx, sequence)
    kind = "lost" if cells.lost or cells.partial else "empty"
    said = ctx.clauses(_missing(ctx, cells))
    return _row(ctx, "cells", cells.full + cells.partial, cells.all, Nothing(kind, said) if said else None)


def _without(sequence: Sequence, layer: Layer) -> bool:
    return bool(sequence.head.source and layer in sequence.head.source.without)


def _definitions(ctx: Context, sequence: Sequence) -> CompletenessRow:
    bare = _without(sequence, Layer.DEFINITIONS)
    own = [one for one in sequence.competencies.values() if one.definition or not (bare or one.out_of_scope)]
    have = sum(bool(one.definition) for one in own)
    short = sum(bool(one.short) and not one.definition for one in own)
    parts = [ctx.words("complete.short", n=short)] if short else []
    parts += [ctx.words("complete.without", n=len(own) - have - short)] if len(own) > have + short else []
    return _row(ctx, "definitions", have, len(own), Nothing("empty", ctx.clauses(parts)) if parts else None)


def _expectations(ctx: Context, sequence: Sequence) -> CompletenessRow:
    have = sum(bool(level.expectations or level.role) for level in sequence.levels)
    of = have if _without(sequence, Layer.EXPECTATIONS) else len(sequence.levels)
    missing = Nothing("empty", ctx.words("complete.undescribed", n=of - have)) if have < of else None
    return _row(ctx, "expectations", have, of, missing)


def _shares(ctx: Context, sequence: Sequence) -> CompletenessRow:
    exams = (one for one in sequence.competencies.values() if sequence.measure(one) is Measure.EXAM)
    topics = [topic for one in exams for topic in one.covers if topic.weight is not None]
    have = sum(_has_share(topic) for topic in topics)
    lost = any(topic.weight == "lost" for topic in topics)
    missing = kind_of_nothing(ctx, "lost" if lost else "blank") if have < len(topics) else None
    return _row(ctx, "shares", have, len(topics), missing)


def _points(ctx: Context, sequence: Sequence) -> CompletenessRow:
    """Figures of groups and competencies; a place the source leaves blank is not counted as one."""
    book = weight_table(ctx, sequence)
    found = [book.figures.figure(key, column) for key in book.figures.points for column in book.columns] if book else []
    counted = [one for one in found if one is not Gap.BLANK]
    lost = sum(one is Gap.LOST for one in counted)
    missing = Nothing("lost", ctx.words("points.lost_figures", n=lost)) if lost else None
    return _row(ctx, "points", len(counted) - lost, len(counted), missing)


def _has_share(topic: Topic) -> bool:
    weight = topic.weight
    if isinstance(weight, dict):
        return any(not isinstance(one, str) for one in weight.values())
    return weight is not None and not isinstance(weight, str)


def _row(ctx: Context, key: str, have: int, of: int, missing: Nothing | None) -> CompletenessRow:
    said = "" if missing else ctx.words("complete.all_there")
    return CompletenessRow(ctx.words(f"complete.row.{key}"), have, of, missing, said)
