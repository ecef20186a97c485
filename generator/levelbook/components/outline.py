"""Every thing in the data with the words that name its place, and the page that shows it."""

from collections.abc import Iterator
from dataclasses import dataclass

from levelbook.components.weight_table import weight_table
from levelbook.model.base import Entry, Named, Shape
from levelbook.model.competency import Competency, Indicator
from levelbook.model.growth import Action, Calibration, Chapter, Form, Phase
from levelbook.model.handbook import Sequence
from levelbook.model.sequence import Grade, Group, Level, SequenceHead, Source
from levelbook.pages import process, syllabus
from levelbook.pages.actions import page as actions
from levelbook.pages.calibration import page as calibration
from levelbook.site import urls
from levelbook.site.context import Context
from levelbook.site.links import parts


@dataclass(frozen=True)
class Location:
    """How to name a place in the data, and which page shows it."""

    name: str
    """The names on the way to it."""
    address: str
    """The page."""

    def under(self, name: str, address: str = "") -> "Location":
        """A place in this one, on the same page unless it has its own."""
        joined = " › ".join(part for part in (self.name, name) if part)
        return Location(joined, address or self.address)


@dataclass(frozen=True)
class Located:
    """A thing in the data."""

    shape: Shape
    """The thing."""
    file: str
    """The file it stands in."""
    spot: Location
    """Its place."""


def of_sequence(ctx: Context, sequence: Sequence) -> Iterator[Located]:
    """Everything in a sequence, in the order of its files."""
    home = urls.sequence(sequence)
    yield from _walk(ctx, sequence, sequence.head, sequence.head.file, Location("", home))
    for competency in sequence.competencies.values():
        spot = Location(ctx.name(competency), urls.competency(sequence, competency.id))
        yield from _walk(ctx, sequence, competency, competency.file, spot)
    for position in sequence.positions.values():
        spot = Location(ctx.name(position), urls.position(sequence, position.id))
        yield from _walk(ctx, sequence, position, position.file, spot)
    for key, page in _documents(ctx, sequence).items():
        document = getattr(sequence, key)
        if document:
            yield from _walk(ctx, sequence, document, document.file, Location(ctx.words(f"key.{key}"), page or home))


def _documents(ctx: Context, sequence: Sequence) -> dict[str, str]:
    """The files beside the head, each with its page where it has one."""
    return {
        "weights": urls.weights(sequence) if weight_table(ctx, sequence) else "",
        "actions": urls.actions(sequence) if actions.exists(sequence) else "",
        "plan": urls.process(sequence) if process.exists(ctx, sequence) else "",
        "syllabus": urls.syllabus(sequence) if syllabus.exists(sequence) else "",
        "calibrations": urls.calibration(sequence) if calibration.exists(sequence) else "",
    }


def of_handbook(ctx: Context) -> Iterator[Located]:
    """Everything outside the sequences: the handbook's head, its scales, concepts and process."""
    book = ctx.handbook
    yield from _walk(ctx, None, book.head, book.head.file or "handbook.yml", Location("", ""))
    for file, things in (("scales.yml", book.scales), ("concepts.yml", book.concepts)):
        for thing in things.values():
            yield from _walk(ctx, None, thing, file, Location(ctx.name(thing), ""))
    if book.plan:
        yield from _walk(ctx, None, book.plan, book.plan.file, Location(ctx.words("key.plan"), ""))


def _walk(ctx: Context, sequence: Sequence | None, shape: Shape, file: str, spot: Location) -> Iterator[Located]:
    """A shape and everything in it."""
    yield Located(shape, file, spot)
    for key in type(shape).model_fields:
        if key == "notes":
            continue
        for name, part in _parts(getattr(shape, key)):
            yield from _walk(ctx, sequence, part, file, _enter(ctx, sequence, shape, part, name, spot))


def _parts(value: object) -> Iterator[tuple[str, Shape]]:
    """The shapes in a value, each with its key where it has one."""
    if isinstance(value, Shape):
        yield "", value
    elif isinstance(value, tuple):
        yield from (("", one) for one in value if isinstance(one, Shape))
    elif isinstance(value, dict):
        yield from ((str(key), one) for key, one in value.items() if isinstance(one, Shape))


def _enter(ctx: Context, sequence: Sequence | None, above: Shape, part: Shape, key: str, spot: Location) -> Location:
    """The spot of a part of a shape."""
    if isinstance(part, Indicator):
        return spot.under(part.code, urls.permanent(part.code) if part.code else "")
    if key:
        return spot.under(*_keyed(ctx, sequence, above, key, spot))
    if isinstance(part, Source):
        return spot.under(ctx.words("key.source"), urls.provenance(sequence) if sequence else "")
    if isinstance(part, Action):
        return spot.under(part.id or "", urls.permanent(part.id) if part.id else "")
    if isinstance(part, Entry) and isinstance(above, SequenceHead) and sequence:
        return spot.under(ctx.text(part, "name"), f"{sections_home(sequence)}#sections")
    name = ctx.name(part) if isinstance(part, Named) else ctx.text(part, "name") if hasattr(part, "name") else ""
    return spot.under(name, _page_of(sequence, part))


def _keyed(ctx: Context, sequence: Sequence | None, above: Shape, key: str, spot: Location) -> tuple[str, str]:
    """Name and page of what stands under an id: a cell, or a row named by an address."""
    level = sequence.level(key) if sequence else None
    if level:
        inside = isinstance(above, Competency)
        return ctx.name(level), f"{spot.address}#{urls.level_anchor(key)}" if inside else ""
    target = ctx.places.find(sequence, key)
    return (target.name if target else key), ""


def _page_of(sequence: Sequence | None, part: Shape) -> str:
    if sequence is None:
        return ""
    if isinstance(part, Level) and not part.retired:
        return urls.level(sequence, part.id)
    if isinstance(part, Grade) and not part.retired:
        return urls.grade(sequence, part.id)
    if isinstance(part, Group) and not part.retired:
        return urls.group(sequence, part.id)
    if isinstance(part, Phase | Form | Chapter | Calibration):
        return next((address for key, _, address in parts(sequence, "") if key == part.id), "")
    return ""


def sections_home(sequence: Sequence) -> str:
    """The page that shows the source's other prose: the sequence's own where there is little else on it."""
    return urls.provenance(sequence) if sequence.head.groups else urls.sequence(sequence)
