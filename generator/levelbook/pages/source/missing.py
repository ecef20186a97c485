"""What of a source is lost, incomplete, blank or out of its scope, thing by thing; one reason is told once.

The data say of a thing itself why it has no content, in a key with the name of the kind of nothing, and of a single
figure that it is not there by a word in its place (`Gap`). A standard may lack the same thing in a hundred places for
one reason, and a table a hundred figures: so things are gathered by kind and reason, figures by kind and what they are
figures of. What the sequence as a whole lacks stands at the head of its page and is left out here.

It walks over everything there is in a sequence, so a new kind of thing is looked at without a change here; one whose
parts can be declared by number has to be counted in `_parts`.
"""

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

    absence: Absence
    """Which kind of nothing it is."""
    reason: str
    """As the data have it."""
    things: tuple[Link, ...]
    """What is missing."""


def missing(ctx: Context, sequence: Sequence) -> tuple[Missing, ...]:
    """Everything missing from a sequence, the gravest first; single figures by their kind."""
    things: dict[tuple[str, str], dict[Link, None]] = {}
    figures: dict[tuple[str, str], list[str]] = {}
    for thing in in_sequence(sequence):
        reasons, missing_figures = (
            tuple(_reasons(ctx, sequence, thing.shape)),
            tuple(_figures(ctx, sequence, thing.shape)),
        )
        place = location(ctx, sequence, thing) if reasons or missing_figures else Location("", "")
        for kind, why in reasons:
            things.setdefault((kind, why), {})[Link(place.name or ctx.words("notes.whole"), place.address)] = None
        for kind, what in missing_figures:
            figures.setdefault((kind, what), []).append(place.address)
    for (kind, what), addresses in figures.items():
        things.setdefault((kind, ""), {})[_figures_link(ctx, what, addresses)] = None
    gravest_first = sorted(things.items(), key=lambda item: REASONS.index(item[0][0]))
    return tuple(Missing(absence(ctx, sequence, kind), why, tuple(links)) for (kind, why), links in gravest_first)


def _figures_link(ctx: Context, what: str, addresses: list[str]) -> Link:
    """Single figures of a kind: how many, and their page where they stand on one."""
    on_one_page = len({address.partition("#")[0] for address in addresses}) == 1
    return Link(ctx.words("provenance.figures", what=what, n=len(addresses)), addresses[0] if on_one_page else "")


def _reasons(ctx: Context, sequence: Sequence, shape: Shape) -> Iterator[tuple[str, str]]:
    """Why a thing has no content, or not all of it."""
    if shape is not sequence.head:
        for key in REASONS:
            if getattr(shape, key, None):
                yield key, ctx.marked(shape, key)
    yield from _fewer_than_declared(ctx, sequence, shape)


def _figures(ctx: Context, sequence: Sequence, shape: Shape) -> Iterator[tuple[str, str]]:
    """Single figures, levels and formulas in whose place stands a word."""
    words = ctx.words_of(sequence)
    for key in type(shape).model_fields:
        value = getattr(shape, key)
        if isinstance(value, Gap):
            yield value.value, words(f"key.{key}") if f"key.{key}" in words else key


def _fewer_than_declared(ctx: Context, sequence: Sequence, shape: Shape) -> Iterator[tuple[str, str]]:
    """Fewer parts than the source announces."""
    declared = getattr(shape, "declared", None)
    parts = _parts(shape)
    if declared and parts < declared:
        yield "incomplete", ctx.words_of(sequence)("provenance.declared", declared=declared, have=parts)


def _parts(shape: Shape) -> int:
    """How many parts a thing has."""
    if isinstance(shape, Group):
        return len(shape.groups) + len(shape.competencies)
    if isinstance(shape, Entry):
        return len(shape.items)
    if isinstance(shape, Cell):
        return len(shape.indicators)
    return len(shape.covers or shape.levels or shape.indicators) if isinstance(shape, Competency) else 0
