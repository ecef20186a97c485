"""Related things: what the data point to with `see`, linked both ways.

Pointers are written at one end only. The other end is found by walking all shapes of a handbook once, and is kept by
target. What has no place of its own (a cell, a passage) points in the name of the nearest thing around it that has
one. Both ends are compared as `LinkTarget`, so two things of one name at one address would be taken for the same.
"""

from collections import defaultdict
from collections.abc import Iterator

from levelbook.model.base import Noted, Shape
from levelbook.model.growth import Chapter, Section
from levelbook.model.handbook import Sequence
from levelbook.model.inner_shapes import keys_with_shapes
from levelbook.queries.codes import short_code
from levelbook.queries.remembered import asked_once, remembered
from levelbook.site.context import Context
from levelbook.site.links import LinkTarget


def related(
    ctx: Context, sequence: Sequence | None, shape: Noted, here: LinkTarget | None = None
) -> tuple[LinkTarget, ...]:
    """What a thing points to, and what points to it where it can be pointed to."""
    forward = [ctx.links.find(sequence, address) for address in shape.see]
    back = _pointing_to(ctx, here) if here else ()
    return tuple(dict.fromkeys(target for target in (*forward, *back) if target and target != here))


@asked_once(lambda target: target)
def _pointing_to(ctx: Context, target: LinkTarget) -> tuple[LinkTarget, ...]:
    return _pointing(ctx).get(target, ())


@remembered(lambda: "")
def _pointing(ctx: Context) -> dict[LinkTarget, tuple[LinkTarget, ...]]:
    """Everything that is pointed to, with what points to it."""
    pointing: dict[LinkTarget, list[LinkTarget]] = defaultdict(list)
    for sequence in ctx.handbook.sequences.values():
        for target, source in _pointing_from(ctx, sequence):
            pointing[target].append(source)
    return {target: tuple(dict.fromkeys(sources)) for target, sources in pointing.items()}


@asked_once(lambda sequence: sequence.id)
def _pointing_from(ctx: Context, sequence: Sequence) -> tuple[tuple[LinkTarget, LinkTarget], ...]:
    """What is pointed to from a sequence, each time with what points to it."""
    pointers = (
        (ctx.links.find(sequence, address), source)
        for shape, place in _places(ctx, sequence)
        for source, address in _pointers(ctx, sequence, shape, place)
    )
    return tuple((target, source) for target, source in pointers if target)


def _places(ctx: Context, sequence: Sequence) -> Iterator[tuple[Shape, LinkTarget | None]]:
    """What has a page or place of its own, with everything in it that has none."""
    yield sequence.head, ctx.links.of_code(sequence.code)
    for key in (*sequence.competencies, *sequence.positions):
        thing = sequence.competencies.get(key) or sequence.positions[key]
        yield thing, ctx.links.find(sequence, key)
    for document in (sequence.weights, sequence.actions, sequence.plan, sequence.syllabus, sequence.calibrations):
        if document:
            yield document, ctx.links.of_code(sequence.code)


def _pointers(
    ctx: Context, sequence: Sequence, shape: Shape, place: LinkTarget | None
) -> Iterator[tuple[LinkTarget, str]]:
    """All pointers in a shape, each with the nearest thing around it that can be linked."""
    if isinstance(shape, Noted) and place:
        taught = shape.targets if isinstance(shape, Chapter | Section) else ()
        yield from ((place, address) for address in (*shape.see, *taught))
    for key in keys_with_shapes(type(shape)):
        value = getattr(shape, key)
        inner = value.values() if isinstance(value, dict) else value if isinstance(value, tuple) else (value,)
        for part in inner:
            if isinstance(part, Shape) and not getattr(part, "retired", None):
                yield from _pointers(ctx, sequence, part, _place_of(ctx, sequence, part) or place)


def _place_of(ctx: Context, sequence: Sequence, part: Shape) -> LinkTarget | None:
    """The place of a step, group or indicator; other parts are found with what they stand in."""
    key = getattr(part, "id", None)
    if not isinstance(key, str):
        return None
    return ctx.links.of_code(key) or ctx.links.of_code(short_code(sequence, key))
