"""Editor's notes, as they are shown beside the thing they are about."""

from collections.abc import Iterable
from dataclasses import dataclass

from levelbook.model.base import Kind, Note, Noted
from levelbook.model.handbook import Sequence
from levelbook.plan.desk import Desk


@dataclass(frozen=True)
class Remark:
    """An editor's note."""

    kind: str
    """Its kind, as in the data."""
    word: str
    """The word for its kind."""
    text: str
    """What it says."""
    about: str
    """What it is about, where that is less than the whole thing."""
    printed: str
    """What the source has."""
    ask: str
    """The open question."""
    where: str
    """Place in the source."""


def remarks(desk: Desk, sequence: Sequence | None, shape: Noted) -> tuple[Remark, ...]:
    """The editor's notes of a thing."""
    return tuple(remark(desk, sequence, note) for note in shape.notes)


def about(desk: Desk, sequence: Sequence, shape: Noted, key: str) -> tuple[Remark, ...]:
    """The editor's notes of a thing that are about one of its keys, for the pages that show it."""
    return tuple(remark(desk, sequence, note) for note in shape.notes if key in note.about)


def cautions(desk: Desk, sequence: Sequence, shape: Noted, codes: Iterable[str]) -> tuple[Remark, ...]:
    """The warnings of a thing that are about any of these indicators, for the pages that show those."""
    shown = set(codes)
    found = (note for note in shape.notes if note.kind is Kind.CAUTION and shown.intersection(note.about))
    return tuple(remark(desk, sequence, note) for note in found)


def remark(desk: Desk, sequence: Sequence | None, note: Note) -> Remark:
    """An editor's note."""
    return Remark(
        kind=note.kind.value,
        word=desk.words(f"note.kind.{note.kind.value}"),
        text=desk.marked(note, "text"),
        about=desk.series(_about(desk, sequence, one) for one in note.about),
        printed=desk.said(note, "printed"),
        ask=desk.marked(note, "ask"),
        where=desk.said(note, "where"),
    )


def _about(desk: Desk, sequence: Sequence | None, about: str) -> str:
    key = f"key.{about}"
    if key in desk.words:
        return desk.words(key)
    target = desk.places.find(sequence, about)
    return target.name if target else about
