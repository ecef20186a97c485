"""Every thing in the data with the words that name its place, and the page that shows it."""

from collections.abc import Iterator
from dataclasses import dataclass

from levelbook.model.base import Entry, Named, Shape
from levelbook.model.competency import Competency, Indicator
from levelbook.model.growth import Action, Calibration, Chapter, Form, Phase
from levelbook.model.handbook import Sequence
from levelbook.model.sequence import Grade, Group, Level, SequenceHead, Source
from levelbook.plan import actions, addresses, calibration, process, syllabus
from levelbook.plan.desk import Desk
from levelbook.plan.places import parts
from levelbook.plan.points import ledger


@dataclass(frozen=True)
class Spot:
    """How to name a place in the data, and which page shows it."""

    name: str
    """The names on the way to it."""
    address: str
    """The page."""

    def under(self, name: str, address: str = "") -> "Spot":
        """A place in this one, on the same page unless it has its own."""
        joined = " › ".join(part for part in (self.name, name) if part)
        return Spot(joined, address or self.address)


@dataclass(frozen=True)
class Sighting:
    """A thing in the data."""

    shape: Shape
    """The thing."""
    file: str
    """The file it stands in."""
    spot: Spot
    """Its place."""


def of_sequence(desk: Desk, sequence: Sequence) -> Iterator[Sighting]:
    """Everything in a sequence, in the order of its files."""
    home = addresses.sequence(sequence)
    yield from _walk(desk, sequence, sequence.head, sequence.head.file, Spot("", home))
    for competency in sequence.competencies.values():
        spot = Spot(desk.name(competency), addresses.competency(sequence, competency.id))
        yield from _walk(desk, sequence, competency, competency.file, spot)
    for position in sequence.positions.values():
        spot = Spot(desk.name(position), addresses.position(sequence, position.id))
        yield from _walk(desk, sequence, position, position.file, spot)
    for key, page in _documents(desk, sequence).items():
        document = getattr(sequence, key)
        if document:
            yield from _walk(desk, sequence, document, document.file, Spot(desk.words(f"key.{key}"), page or home))


def _documents(desk: Desk, sequence: Sequence) -> dict[str, str]:
    """The files beside the head, each with its page where it has one."""
    return {
        "weights": addresses.weights(sequence) if ledger(desk, sequence) else "",
        "actions": addresses.actions(sequence) if actions.exists(sequence) else "",
        "plan": addresses.process(sequence) if process.exists(desk, sequence) else "",
        "syllabus": addresses.syllabus(sequence) if syllabus.exists(sequence) else "",
        "calibrations": addresses.calibration(sequence) if calibration.exists(sequence) else "",
    }


def of_handbook(desk: Desk) -> Iterator[Sighting]:
    """Everything outside the sequences: the handbook's head, its scales, concepts and process."""
    book = desk.handbook
    yield from _walk(desk, None, book.head, book.head.file or "handbook.yml", Spot("", ""))
    for file, things in (("scales.yml", book.scales), ("concepts.yml", book.concepts)):
        for thing in things.values():
            yield from _walk(desk, None, thing, file, Spot(desk.name(thing), ""))
    if book.plan:
        yield from _walk(desk, None, book.plan, book.plan.file, Spot(desk.words("key.plan"), ""))


def _walk(desk: Desk, sequence: Sequence | None, shape: Shape, file: str, spot: Spot) -> Iterator[Sighting]:
    """A shape and everything in it."""
    yield Sighting(shape, file, spot)
    for key in type(shape).model_fields:
        if key == "notes":
            continue
        for name, part in _parts(getattr(shape, key)):
            yield from _walk(desk, sequence, part, file, _enter(desk, sequence, shape, part, name, spot))


def _parts(value: object) -> Iterator[tuple[str, Shape]]:
    """The shapes in a value, each with its key where it has one."""
    if isinstance(value, Shape):
        yield "", value
    elif isinstance(value, tuple):
        yield from (("", one) for one in value if isinstance(one, Shape))
    elif isinstance(value, dict):
        yield from ((str(key), one) for key, one in value.items() if isinstance(one, Shape))


def _enter(desk: Desk, sequence: Sequence | None, above: Shape, part: Shape, key: str, spot: Spot) -> Spot:
    """The spot of a part of a shape."""
    if isinstance(part, Indicator):
        return spot.under(part.code, addresses.permanent(part.code) if part.code else "")
    if key:
        return spot.under(*_keyed(desk, sequence, above, key, spot))
    if isinstance(part, Source):
        return spot.under(desk.words("key.source"), addresses.provenance(sequence) if sequence else "")
    if isinstance(part, Action):
        return spot.under(part.id or "", addresses.permanent(part.id) if part.id else "")
    if isinstance(part, Entry) and isinstance(above, SequenceHead) and sequence:
        return spot.under(desk.said(part, "name"), f"{sections_home(sequence)}#sections")
    name = desk.name(part) if isinstance(part, Named) else desk.said(part, "name") if hasattr(part, "name") else ""
    return spot.under(name, _page_of(sequence, part))


def _keyed(desk: Desk, sequence: Sequence | None, above: Shape, key: str, spot: Spot) -> tuple[str, str]:
    """Name and page of what stands under an id: a cell, or a row named by an address."""
    level = sequence.level(key) if sequence else None
    if level:
        inside = isinstance(above, Competency)
        return desk.name(level), f"{spot.address}#{addresses.level_anchor(key)}" if inside else ""
    target = desk.places.find(sequence, key)
    return (target.name if target else key), ""


def _page_of(sequence: Sequence | None, part: Shape) -> str:
    if sequence is None:
        return ""
    if isinstance(part, Level) and not part.retired:
        return addresses.level(sequence, part.id)
    if isinstance(part, Grade) and not part.retired:
        return addresses.grade(sequence, part.id)
    if isinstance(part, Group) and not part.retired:
        return addresses.group(sequence, part.id)
    if isinstance(part, Phase | Form | Chapter | Calibration):
        return next((address for key, _, address in parts(sequence, "") if key == part.id), "")
    return ""


def sections_home(sequence: Sequence) -> str:
    """The page that shows the source's other prose: the sequence's own where there is little else on it."""
    return addresses.provenance(sequence) if sequence.head.groups else addresses.sequence(sequence)
