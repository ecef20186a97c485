"""Related things: what the data point to with `see`, linked both ways."""

from collections import defaultdict
from collections.abc import Iterator

from levelbook.model.base import Noted, Shape
from levelbook.model.growth import Chapter, Section
from levelbook.model.handbook import Sequence
from levelbook.plan import addresses
from levelbook.plan.desk import Desk
from levelbook.plan.places import Target


def related(desk: Desk, sequence: Sequence | None, shape: Noted, here: Target | None = None) -> tuple[Target, ...]:
    """What a thing points to, and what points to it where it can be pointed to."""
    forward = [desk.places.find(sequence, address) for address in shape.see]
    back = _pointing(desk).get(here, ()) if here else ()
    return tuple(dict.fromkeys(one for one in (*forward, *back) if one and one != here))


def _pointing(desk: Desk) -> dict[Target, tuple[Target, ...]]:
    """Everything that is pointed to, with what points to it; looked up once."""
    if desk.pointing is None:
        found: dict[Target, list[Target]] = defaultdict(list)
        for sequence in desk.handbook.sequences.values():
            for shape, home in _homes(desk, sequence):
                for source, address in _see(desk, sequence, shape, home):
                    target = desk.places.find(sequence, address)
                    if target:
                        found[target].append(source)
        desk.pointing = {key: tuple(dict.fromkeys(values)) for key, values in found.items()}
    return desk.pointing


def _homes(desk: Desk, sequence: Sequence) -> Iterator[tuple[Shape, Target | None]]:
    """What has a page or place of its own, with everything in it that has none."""
    yield sequence.head, desk.places.of_code(sequence.code)
    for key in (*sequence.competencies, *sequence.positions):
        thing = sequence.competencies.get(key) or sequence.positions[key]
        yield thing, desk.places.find(sequence, key)
    for document in (sequence.weights, sequence.actions, sequence.plan, sequence.syllabus, sequence.calibrations):
        if document:
            yield document, desk.places.of_code(sequence.code)


def _see(desk: Desk, sequence: Sequence, shape: Shape, home: Target | None) -> Iterator[tuple[Target, str]]:
    """All pointers in a shape, each with the nearest thing around it that can be linked."""
    if isinstance(shape, Noted) and home:
        taught = shape.targets if isinstance(shape, Chapter | Section) else ()
        yield from ((home, address) for address in (*shape.see, *taught))
    for key in type(shape).model_fields:
        value = getattr(shape, key)
        inner = value.values() if isinstance(value, dict) else value if isinstance(value, tuple) else (value,)
        for part in inner:
            if isinstance(part, Shape) and not getattr(part, "retired", None):
                yield from _see(desk, sequence, part, _own(desk, sequence, part) or home)


def _own(desk: Desk, sequence: Sequence, part: Shape) -> Target | None:
    """The place of a step, group or indicator; other parts are found with what they stand in."""
    key = getattr(part, "id", None)
    if not isinstance(key, str):
        return None
    return desk.places.of_code(key) or desk.places.of_code(addresses.short_code(sequence, key))
