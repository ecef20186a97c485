"""Editor's notes, collected from wherever they stand in the data, and completeness."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from levelbook.model.base import Noted
from levelbook.model.handbook import Sequence
from levelbook.plan import addresses, completeness, spots
from levelbook.plan.completeness import Row
from levelbook.plan.desk import Desk
from levelbook.plan.page import Heading, Page
from levelbook.plan.remarks import Remark, remark
from levelbook.plan.shared import Choice, Link, sequence_link
from levelbook.plan.spots import Sighting
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
class NotesGroup:
    """The notes of a sequence, or of the handbook itself."""

    key: str
    """The sequence's id, by which notes are filtered."""
    anchor: str
    """Its anchor."""
    link: Link
    """The sequence."""
    figures: str
    """How many notes that ask nothing; the others stand by themselves."""
    completeness: tuple[Row, ...]
    """What is there and what is not."""
    incomplete: str
    """What of the sequence is missing."""
    notes: tuple[Found, ...]
    """The notes that ask nothing."""
    asks: tuple[Found, ...]
    """The notes with an open question."""
    asks_figure: str
    """How many those are."""


@dataclass(frozen=True)
class NotesView:
    """Everything on the page."""

    figures: str
    """How many notes, and how many questions."""
    kinds: tuple[Choice, ...]
    """Kinds of note."""
    sequences: tuple[Choice, ...]
    """Sequences with notes."""
    asks: str
    """How many notes have an open question; nothing where none has."""
    plain: bool
    """Whether there are notes that ask nothing."""
    groups: tuple[NotesGroup, ...]
    """Notes by sequence."""


def pages(desk: Desk) -> tuple[Page, ...]:
    """The page of all notes."""
    own = _handbook(desk)
    groups = [_group(desk, one) for one in desk.handbook.sequences.values()] + ([own] if own else [])
    every = [found for group in groups for found in (*group.asks, *group.notes)]
    asks = sum(len(group.asks) for group in groups)
    view = NotesView(
        figures=figures(desk, every),
        kinds=_kinds(desk, every),
        sequences=tuple(Choice(group.key, group.link.text) for group in groups if group.notes or group.asks),
        asks=desk.count("plain_note", asks) if asks else "",
        plain=asks < len(every),
        groups=tuple(groups),
    )
    page = Page(
        address=addresses.NOTES,
        title=desk.words("notes.title"),
        template="notes",
        view=view,
        headings=_headings(desk, view),
        description=desk.words("notes.description"),
    )
    return (page,)


def _headings(desk: Desk, view: NotesView) -> tuple[Heading, ...]:
    asks = (Heading("asks", desk.words("notes.asks")),) if view.asks else ()
    groups = tuple(Heading(group.anchor, group.link.text) for group in view.groups)
    return (*asks, Heading("all", desk.words("notes.by_sequence"), groups))


def _kinds(desk: Desk, every: list[Found]) -> tuple[Choice, ...]:
    found = {one.remark.kind: one.remark.word for one in every}
    order = list(desk.words.section("note.kind"))
    return tuple(Choice(kind, found[kind]) for kind in order if kind in found)


def figures(desk: Desk, notes: Collection[Found]) -> str:
    """How many notes, and how many questions."""
    if not notes:
        return ""
    asks = sum(bool(one.remark.ask) for one in notes)
    said = [desk.count("note", len(notes))] + ([desk.count("question", asks)] if asks else [])
    return desk.clauses(said)


def _group(desk: Desk, sequence: Sequence) -> NotesGroup:
    notes = list(of_sequence(desk, sequence))
    plain, asks, asks_figure = _by_question(desk, notes)
    return NotesGroup(
        key=sequence.id,
        anchor=addresses.sequence_anchor(sequence.id),
        link=sequence_link(desk, sequence),
        figures=desk.count("note", len(plain)) if plain else "",
        completeness=completeness.rows(desk, sequence),
        incomplete=desk.marked(sequence.head, "incomplete"),
        notes=plain,
        asks=asks,
        asks_figure=asks_figure,
    )


def _handbook(desk: Desk) -> NotesGroup | None:
    """Notes that stand outside the sequences: in the handbook's head, its scales, concepts and process."""
    notes = [found for seen in spots.of_handbook(desk) for found in in_sighting(desk, None, seen)]
    if not notes:
        return None
    link = Link(desk.words("notes.of_handbook"), "")
    anchor = addresses.sequence_anchor(BOOK)
    plain, asks, asks_figure = _by_question(desk, notes)
    return NotesGroup(
        BOOK, anchor, link, desk.count("note", len(plain)) if plain else "", (), "", plain, asks, asks_figure
    )


def _by_question(desk: Desk, notes: list[Found]) -> tuple[tuple[Found, ...], tuple[Found, ...], str]:
    """The notes that ask nothing, those that ask, and how many these are."""
    asks = tuple(one for one in notes if one.remark.ask)
    return tuple(one for one in notes if not one.remark.ask), asks, desk.count("plain_note", len(asks)) if asks else ""


def of_sequence(desk: Desk, sequence: Sequence) -> Iterator[Found]:
    """All notes of a sequence, in the order of its files."""
    for seen in spots.of_sequence(desk, sequence):
        yield from in_sighting(desk, sequence, seen)


def in_sighting(desk: Desk, sequence: Sequence | None, seen: Sighting) -> Iterator[Found]:
    """The notes of a thing itself."""
    for note in seen.shape.notes if isinstance(seen.shape, Noted) else ():
        link = Link(seen.spot.name or desk.words("notes.whole"), seen.spot.address)
        owner = sequence.id if sequence else BOOK
        yield Found(remark(desk, sequence, note), owner, link, Place(seen.file, note.line))
