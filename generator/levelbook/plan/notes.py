"""Editor's notes, collected from wherever they stand in the data, and completeness."""

from collections.abc import Iterator
from dataclasses import dataclass

from levelbook.model.base import Named, Noted, Shape
from levelbook.model.competency import Competency, Indicator
from levelbook.model.handbook import Sequence
from levelbook.model.sequence import Grade, Group, Level, Source
from levelbook.plan import addresses, completeness
from levelbook.plan.completeness import Row
from levelbook.plan.desk import Desk
from levelbook.plan.page import Heading, Page
from levelbook.plan.prose import Remark, remark
from levelbook.plan.shared import Link
from levelbook.problems import Place

BOOK = "handbook"
"""Stands for the handbook itself among the sequences."""


@dataclass(frozen=True)
class Found:
    """A note and the thing it stands in."""

    remark: Remark
    """The note."""
    sequence: str
    """The sequence's id; nothing for notes of the handbook itself."""
    link: Link
    """The thing, and its page where it has one."""
    source: Place
    """Where the note is edited."""


@dataclass(frozen=True)
class Choice:
    """A choice of the filter."""

    value: str
    """What it filters by."""
    text: str
    """What it says."""


@dataclass(frozen=True)
class NotesGroup:
    """The notes of a sequence, or of the handbook itself."""

    key: str
    """The sequence's id, by which notes are filtered."""
    anchor: str
    """Its anchor."""
    link: Link
    """The sequence."""
    figures: str
    """How many notes, and how many questions."""
    completeness: tuple[Row, ...]
    """What is there and what is not."""
    incomplete: str
    """What of the sequence is missing."""
    notes: tuple[Found, ...]
    """The notes."""


@dataclass(frozen=True)
class NotesView:
    """Everything on the page."""

    figures: str
    """How many notes, and how many questions."""
    kinds: tuple[Choice, ...]
    """Kinds of note."""
    sequences: tuple[Choice, ...]
    """Sequences with notes."""
    groups: tuple[NotesGroup, ...]
    """Notes by sequence."""


def pages(desk: Desk) -> tuple[Page, ...]:
    """The page of all notes."""
    own = _handbook(desk)
    groups = [_group(desk, one) for one in desk.handbook.sequences.values()] + ([own] if own else [])
    every = [found for group in groups for found in group.notes]
    view = NotesView(
        figures=_figures(desk, every),
        kinds=_kinds(desk, every),
        sequences=tuple(Choice(group.key, group.link.text) for group in groups),
        groups=tuple(groups),
    )
    page = Page(
        address=addresses.NOTES,
        title=desk.words("notes.title"),
        template="notes",
        view=view,
        headings=tuple(Heading(group.anchor, group.link.text) for group in groups),
        description=desk.words("notes.description"),
    )
    return (page,)


def _kinds(desk: Desk, every: list[Found]) -> tuple[Choice, ...]:
    found = {one.remark.kind: one.remark.word for one in every}
    order = list(desk.words.section("note.kind"))
    return tuple(Choice(kind, found[kind]) for kind in order if kind in found)


def _figures(desk: Desk, notes: list[Found]) -> str:
    if not notes:
        return ""
    asks = sum(bool(one.remark.ask) for one in notes)
    said = [desk.count("note", len(notes))] + ([desk.count("question", asks)] if asks else [])
    return desk.clauses(said)


def _group(desk: Desk, sequence: Sequence) -> NotesGroup:
    notes = list(of_sequence(desk, sequence))
    return NotesGroup(
        key=sequence.id,
        anchor=addresses.sequence_anchor(sequence.id),
        link=Link(desk.sequence_name(sequence), addresses.sequence(sequence)),
        figures=_figures(desk, notes),
        completeness=completeness.rows(desk, sequence),
        incomplete=desk.said(sequence.head, "incomplete"),
        notes=tuple(notes),
    )


def _handbook(desk: Desk) -> NotesGroup | None:
    """Notes that stand outside the sequences: in the handbook's head, its scales and concepts."""
    book = desk.handbook
    notes = list(_walk(desk, None, book.head, book.head.file or "handbook.yml", _Spot("", "")))
    for file, things in (("scales.yml", book.scales), ("concepts.yml", book.concepts)):
        for thing in things.values():
            notes += _walk(desk, None, thing, file, _Spot(desk.name(thing), ""))
    if not notes:
        return None
    link = Link(desk.words("notes.of_handbook"), "")
    anchor = addresses.sequence_anchor(BOOK)
    return NotesGroup(BOOK, anchor, link, _figures(desk, notes), (), "", tuple(notes))


def of_sequence(desk: Desk, sequence: Sequence) -> Iterator[Found]:
    """All notes of a sequence, in the order of its files."""
    home = addresses.sequence(sequence)
    yield from _walk(desk, sequence, sequence.head, sequence.head.file, _Spot("", home))
    for competency in sequence.competencies.values():
        spot = _Spot(desk.name(competency), addresses.competency(sequence, competency.id))
        yield from _walk(desk, sequence, competency, competency.file, spot)
    for position in sequence.positions.values():
        yield from _walk(desk, sequence, position, position.file, _Spot(desk.name(position), home))
    for key in ("weights", "actions", "plan", "syllabus", "calibrations"):
        document = getattr(sequence, key)
        if document:
            yield from _walk(desk, sequence, document, document.file, _Spot(desk.words(f"key.{key}"), home))


@dataclass(frozen=True)
class _Spot:
    """How to name a place in the data, and which page shows it."""

    name: str
    address: str

    def under(self, name: str, address: str = "") -> "_Spot":
        joined = " › ".join(part for part in (self.name, name) if part)
        return _Spot(joined, address or self.address)


def _walk(desk: Desk, sequence: Sequence | None, shape: Shape, file: str, spot: _Spot) -> Iterator[Found]:
    """The notes of a shape and of everything in it."""
    if isinstance(shape, Noted):
        for note in shape.notes:
            link = Link(spot.name or desk.words("notes.whole"), spot.address)
            owner = sequence.id if sequence else BOOK
            yield Found(remark(desk, sequence, note), owner, link, Place(file, note.line))
    for key in type(shape).model_fields:
        if key == "notes":
            continue
        value = getattr(shape, key)
        for name, part in _parts(value):
            yield from _walk(desk, sequence, part, file, _enter(desk, sequence, shape, part, name, spot))


def _parts(value: object) -> Iterator[tuple[str, Shape]]:
    """The shapes in a value, each with its key where it has one."""
    if isinstance(value, Shape):
        yield "", value
    elif isinstance(value, tuple):
        yield from (("", one) for one in value if isinstance(one, Shape))
    elif isinstance(value, dict):
        yield from ((str(key), one) for key, one in value.items() if isinstance(one, Shape))


def _enter(desk: Desk, sequence: Sequence | None, above: Shape, part: Shape, key: str, spot: _Spot) -> _Spot:
    """The spot of a part of a shape."""
    if isinstance(part, Indicator):
        return spot.under(part.code, addresses.permanent(part.code) if part.code else "")
    if key:
        return spot.under(*_keyed(desk, sequence, above, key, spot))
    if isinstance(part, Source):
        return spot.under(desk.words("key.source"))
    name = desk.name(part) if isinstance(part, Named) else desk.said(part, "name") if hasattr(part, "name") else ""
    return spot.under(name, _page_of(sequence, part))


def _keyed(desk: Desk, sequence: Sequence | None, above: Shape, key: str, spot: _Spot) -> tuple[str, str]:
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
    return ""
