"""How much of a sequence is there: cells, definitions, level descriptions, exam shares.

What a source never set out to say is not counted: it can neither be there nor be missing.
"""

from dataclasses import dataclass

from levelbook.localized.absence import Absence, absence
from levelbook.model.base import Topic
from levelbook.model.competency import Measure
from levelbook.model.handbook import Sequence
from levelbook.model.sequence import Group, Layer
from levelbook.model.values import Gap
from levelbook.queries.completeness import Tally, tally, tally_of_group
from levelbook.queries.remembered import remembered
from levelbook.queries.weights import weight_table
from levelbook.site.context import Context


@dataclass(frozen=True)
class Meter:
    """A bar of completeness."""

    full: str
    """Width of what is there, in per cent."""
    rest: str
    """Width of what is not; empty where nothing is missing."""
    figures: str
    """The figures, and what is missing."""


@dataclass(frozen=True)
class GroupMeter:
    """How much of a group there is, for editors."""

    have: int
    of: int
    """How many cells there would be if nothing were missing."""
    full: str
    """Width of what is there, in per cent."""


@dataclass(frozen=True)
class CompletenessRow:
    """One kind of content."""

    name: str
    """What is counted."""
    have: int
    of: int
    """How many there would be if nothing were missing."""
    nothing: Absence | None
    """What is missing; none where all is there."""
    all_there: str
    """Said where all is there."""


def meter(ctx: Context, sequence: Sequence) -> Meter | None:
    """The bar of completeness: of the cells, or of the points where those are all there is; none without either."""
    cells, points = tally(ctx, sequence), _points(ctx, sequence)
    have = cells.full + cells.partial
    if points.of and not have:
        return _meter(ctx, "points_of", points.have, points.of, [points.nothing.text] if points.nothing else [])
    beyond = [ctx.words_of(sequence)("complete.scope", n=cells.scope)] if cells.scope else []
    return _meter(ctx, "cells_of", have, cells.all, [*_missing(ctx, cells), *beyond]) if cells.all else None


@remembered(lambda sequence, group: (sequence.id, group.id))
def group_meter(ctx: Context, sequence: Sequence, group: Group) -> GroupMeter | None:
    """The bar of what stands in a group itself; none where nothing is counted there."""
    cells = tally_of_group(ctx, sequence, group)
    have = cells.full + cells.partial
    return GroupMeter(have, cells.all, f"{100 * have / cells.all:.1f}") if cells.all else None


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
    counted = (count(ctx, sequence) for count in (_cells, _definitions, _expectations, _shares, _points))
    return tuple(row for row in counted if row.of)


def _cells(ctx: Context, sequence: Sequence) -> CompletenessRow:
    cells = tally(ctx, sequence)
    kind = "lost" if cells.lost or cells.partial else "empty"
    missing = ctx.clauses(_missing(ctx, cells))
    return _row(ctx, "cells", cells.full + cells.partial, cells.all, Absence(kind, missing) if missing else None)


def _without(sequence: Sequence, layer: Layer) -> bool:
    """Whether the source never set out to say something."""
    return bool(sequence.head.source and layer in sequence.head.source.without)


def _definitions(ctx: Context, sequence: Sequence) -> CompletenessRow:
    without = _without(sequence, Layer.DEFINITIONS)
    competencies = sequence.competencies.values()
    counted = [thing for thing in competencies if thing.definition or not (without or thing.out_of_scope)]
    have = sum(bool(competency.definition) for competency in counted)
    short = sum(bool(competency.short) and not competency.definition for competency in counted)
    parts = [ctx.words("complete.short", n=short)] if short else []
    parts += [ctx.words("complete.without", n=len(counted) - have - short)] if len(counted) > have + short else []
    return _row(ctx, "definitions", have, len(counted), Absence("empty", ctx.clauses(parts)) if parts else None)


def _expectations(ctx: Context, sequence: Sequence) -> CompletenessRow:
    have = sum(bool(level.expectations or level.role) for level in sequence.levels)
    of = have if _without(sequence, Layer.EXPECTATIONS) else len(sequence.levels)
    missing = Absence("empty", ctx.words("complete.undescribed", n=of - have)) if have < of else None
    return _row(ctx, "expectations", have, of, missing)


def _shares(ctx: Context, sequence: Sequence) -> CompletenessRow:
    competencies = sequence.competencies.values()
    exams = (competency for competency in competencies if sequence.measure(competency) is Measure.EXAM)
    topics = [topic for exam in exams for topic in exam.covers if topic.weight is not None]
    have = sum(_has_share(topic) for topic in topics)
    lost = any(topic.weight == "lost" for topic in topics)
    missing = absence(ctx, sequence, "lost" if lost else "blank") if have < len(topics) else None
    return _row(ctx, "shares", have, len(topics), missing)


def _points(ctx: Context, sequence: Sequence) -> CompletenessRow:
    """Figures of groups and competencies; a place the source leaves blank is not counted as one."""
    table = weight_table(sequence)
    figures = table.figures if table else None
    every = [figures.figure(key, column) for key in figures.points for column in figures.columns] if figures else []
    counted = [figure for figure in every if figure is not Gap.BLANK]
    lost = sum(figure is Gap.LOST for figure in counted)
    missing = Absence("lost", ctx.words("points.lost_figures", n=lost)) if lost else None
    return _row(ctx, "points", len(counted) - lost, len(counted), missing)


def _has_share(topic: Topic) -> bool:
    weight = topic.weight
    if isinstance(weight, dict):
        return any(not isinstance(share, str) for share in weight.values())
    return weight is not None and not isinstance(weight, str)


def _row(ctx: Context, key: str, have: int, of: int, missing: Absence | None) -> CompletenessRow:
    all_there = "" if missing else ctx.words("complete.all_there")
    return CompletenessRow(ctx.words(f"complete.row.{key}"), have, of, missing, all_there)
