"""Editor's notes, collected from wherever they stand in the data."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from levelbook.components.editor_notes import Remark, remark
from levelbook.components.links import Link
from levelbook.components.outline import location
from levelbook.model.base import Noted
from levelbook.model.handbook import Sequence
from levelbook.problems import Place
from levelbook.queries.everything import Located, in_handbook, in_sequence
from levelbook.site.context import Context

BOOK = "handbook"
"""Stands for the handbook itself among the sequences."""


@dataclass(frozen=True)
class CollectedNote:
    """A note and the thing it stands in."""

    remark: Remark
    """The note."""
    sequence: str
    """The sequence's id; nothing for notes of the handbook itself."""
    link: Link
    """The thing, and its page where it has one."""
    source: Place
    """Where the note is edited."""


def note_figures(ctx: Context, notes: Collection[CollectedNote]) -> str:
    """How many notes, and how many questions."""
    if not notes:
        return ""
    asks = sum(bool(one.remark.ask) for one in notes)
    said = [ctx.count("note", len(notes))] + ([ctx.count("question", asks)] if asks else [])
    return ctx.clauses(said)


def notes_of_sequence(ctx: Context, sequence: Sequence) -> Iterator[CollectedNote]:
    """All notes of a sequence, in the order of its files."""
    return _notes(ctx, sequence, in_sequence(sequence))


def notes_of_handbook(ctx: Context) -> Iterator[CollectedNote]:
    """Notes that stand outside the sequences: in the handbook's head, its scales, concepts and process."""
    return _notes(ctx, None, in_handbook(ctx.handbook))


def _notes(ctx: Context, sequence: Sequence | None, things: Iterable[Located]) -> Iterator[CollectedNote]:
    for thing in things:
        if isinstance(thing.shape, Noted) and thing.shape.notes:
            place = location(ctx, sequence, thing)
            link = Link(place.name or ctx.words("notes.whole"), place.address)
            owner = sequence.id if sequence else BOOK
            for note in thing.shape.notes:
                yield CollectedNote(remark(ctx, sequence, note), owner, link, Place(thing.file, note.line))
