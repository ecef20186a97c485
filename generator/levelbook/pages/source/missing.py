"""What of a source is lost, incomplete, blank or out of its scope, thing by thing; one reason is told once."""

from collections.abc import Iterator
from dataclasses import dataclass

from levelbook.components.links import Link
from levelbook.components.outline import Location, location
from levelbook.localized.absence import Absence, absence
from levelbook.model.base import Entry, Shape
from levelbook.model.competency import Cell, Competency
from levelbook.model.handbook import Sequence
from levelbook.model.sequence import Group
from levelbook.model.values import Gap
from levelbook.queries.everything import in_sequence
from levelbook.site.context import Context

REASONS = ("lost", "incomplete", "blank", "out_of_scope")
"""Keys that say why something is not there, the gravest first; what a source never set out to say comes last."""


@dataclass(frozen=True)
class Missing:
    """Things that are missing for one reason."""

    nothing: Absence
    """Which kind of nothing it is."""
    why: str
    """The reason, as the data have it."""
    things: tuple[Link, ...]
    """What is missing."""


def missing(ctx: Context, sequence: Sequence) -> tuple[Missing, ...]:
    """Everything missing from a sequence, the gravest first; single figures by their kind."""
    found: dict[tuple[str, str], dict[Link, None]] = {}
    figures: dict[tuple[str, str], list[str]] = {}
    for thing in in_sequence(sequence):
        reasons, single = tuple(_reasons(ctx, sequence, thing.shape)), tuple(_figures(ctx, thing.shape))
        place = location(ctx, sequence, thing) if reasons or single else Location("", "")
        for key, why in reasons:
            found.setdefault((key, why), {})[Link(place.name or ctx.words("notes.whole"), place.address)] = None
        for key, what in single:
            figures.setdefault((key, what), []).append(place.address)
    for (key, what), pages in figures.items():
        found.setdefault((key, ""), {})[_of_figures(ctx, what, pages)] = None
    ordered = sorted(found.items(), key=lambda pair: REASONS.index(pair[0][0]))
    return tuple(Missing(absence(ctx, key), why, tuple(things)) for (key, why), things in ordered)


def _of_figures(ctx: Context, what: str, pages: list[str]) -> Link:
    """Single figures of a kind: how many, and their page where they stand on one."""
    same = len({page.partition("#")[0] for page in pages}) == 1
    return Link(ctx.words("provenance.figures", what=what, n=len(pages)), pages[0] if same else "")


def _reasons(ctx: Context, sequence: Sequence, shape: Shape) -> Iterator[tuple[str, str]]:
    """Why a thing has no content, or not all of it."""
    if shape is not sequence.head:
        for key in REASONS:
            if getattr(shape, key, None):
                yield key, ctx.marked(shape, key)
    yield from _short(ctx, shape)


def _figures(ctx: Context, shape: Shape) -> Iterator[tuple[str, str]]:
    """Single figures, levels and formulas in whose place stands a word."""
    for key in type(shape).model_fields:
        value = getattr(shape, key)
        if isinstance(value, Gap):
            yield value.value, ctx.words(f"key.{key}") if f"key.{key}" in ctx.words else key


def _short(ctx: Context, shape: Shape) -> Iterator[tuple[str, str]]:
    """Fewer parts than the source announces."""
    declared = getattr(shape, "declared", None)
    have = _parts(shape)
    if declared and have < declared:
        yield "incomplete", ctx.words("provenance.declared", declared=declared, have=have)


def _parts(shape: Shape) -> int:
    """How many parts a thing has."""
    if isinstance(shape, Group):
        return len(shape.groups) + len(shape.competencies)
    if isinstance(shape, Entry):
        return len(shape.items)
    if isinstance(shape, Cell):
        return len(shape.indicators)
    return len(shape.covers or shape.levels or shape.indicators) if isinstance(shape, Competency) else 0
