"""Editor's notes, collected from wherever they stand in the data."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from levelbook.components.editor_notes import Remark, remark
from levelbook.components.links import Link
from levelbook.components.outline import location
from levelbook.model.base import Note, Noted
from levelbook.model.handbook import Sequence
from levelbook.model.ledger import mark_of
from levelbook.problems import Place
from levelbook.queries.everything import Located, in_handbook, in_sequence
from levelbook.site.context import Context

BOOK = "handbook"
"""Stands in anchors for the handbook itself, where others have the id of a sequence."""


@dataclass(frozen=True)
class CollectedNote:
    """A note and the thing it stands in."""

    remark: Remark
    link: Link
    """The thing, and its page where it has one."""
    source: Place
    """Where the note is edited."""
    question: str
    """By what answers name its question, in every language: one for all places that ask the same. Nothing: none."""


def note_figures(ctx: Context, notes: Collection[CollectedNote]) -> str:
    """How many notes, and how many questions."""
    if not notes:
        return ""
    questions = sum(bool(note.remark.note.ask) for note in notes)
    figures = [ctx.count("note", len(notes)), ctx.count("question", questions) if questions else ""]
    return ctx.clauses(figures)


def notes_of_sequence(ctx: Context, sequence: Sequence) -> Iterator[CollectedNote]:
    """All notes of a sequence, in the order of its files."""
    return _notes(ctx, sequence, in_sequence(sequence))


def notes_of_handbook(ctx: Context) -> Iterator[CollectedNote]:
    """Notes that stand outside the sequences: in the handbook's head, its scales, concepts and process."""
    return _notes(ctx, None, in_handbook(ctx.handbook))


def _notes(ctx: Context, sequence: Sequence | None, things: Iterable[Located]) -> Iterator[CollectedNote]:
    for thing in things:
        if isinstance(thing.shape, Noted) and thing.shape.notes:
            home = location(ctx, sequence, thing)
            link = Link(home.name or ctx.words("notes.whole"), home.address)
            for note in thing.shape.notes:
                whole = sequence.id if sequence else BOOK
                place = Place(thing.file, note.line)
                yield CollectedNote(remark(ctx, sequence, note), link, place, _question(whole, note))


def _question(whole: str, note: Note) -> str:
    return f"q-{mark_of(chr(10).join((whole, note.ask, note.text)))}" if note.ask else ""
