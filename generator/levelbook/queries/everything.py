"""A walk over every thing in the data, each with what it stands in."""

from collections.abc import Iterator
from dataclasses import dataclass

from levelbook.model.base import Noted, Shape
from levelbook.model.handbook import Handbook, Sequence
from levelbook.model.inner_shapes import keys_with_shapes

DOCUMENTS = ("weights", "actions", "plan", "syllabus", "calibrations")
"""The files beside the head of a sequence that are one thing each."""


@dataclass(frozen=True)
class Located:
    """A thing in the data."""

    shape: Shape
    file: str
    """The file it stands in."""
    key: str = ""
    """Its key where it stands in a mapping; of a document beside the head, what kind it is."""
    above: "Located | None" = None
    """What it stands in; none for a whole file."""


def in_sequence(sequence: Sequence) -> Iterator[Located]:
    """Everything in a sequence, in the order of its files."""
    yield from _walk(Located(sequence.head, sequence.head.file))
    for competency in sequence.competencies.values():
        yield from _walk(Located(competency, competency.file))
    for position in sequence.positions.values():
        yield from _walk(Located(position, position.file))
    for key in DOCUMENTS:
        document = getattr(sequence, key)
        if document:
            yield from _walk(Located(document, document.file, key))


def in_handbook(handbook: Handbook) -> Iterator[Located]:
    """Everything outside the sequences: the handbook's head, its scales, concepts and process."""
    yield from _walk(Located(handbook.head, handbook.head.file or "handbook.yml"))
    for file, shapes in (("scales.yml", handbook.scales), ("concepts.yml", handbook.concepts)):
        for shape in shapes.values():
            yield from _walk(Located(shape, file))
    if handbook.plan:
        yield from _walk(Located(handbook.plan, handbook.plan.file, "plan"))


def has_notes(sequence: Sequence) -> bool:
    """Whether an editor has noted anything of the text anywhere in a sequence."""
    things = (thing.shape for thing in in_sequence(sequence))
    return any(isinstance(shape, Noted) and any(not note.for_tools for note in shape.notes) for shape in things)


def _walk(thing: Located) -> Iterator[Located]:
    yield thing
    for field in keys_with_shapes(type(thing.shape)):
        if field == "notes":
            continue
        for key, part in _parts(getattr(thing.shape, field)):
            yield from _walk(Located(part, thing.file, key, thing))


def _parts(value: object) -> Iterator[tuple[str, Shape]]:
    """The shapes in a value, each with its key where it has one."""
    if isinstance(value, Shape):
        yield "", value
    elif isinstance(value, tuple):
        yield from (("", part) for part in value if isinstance(part, Shape))
    elif isinstance(value, dict):
        yield from ((str(key), part) for key, part in value.items() if isinstance(part, Shape))
