"""Whether a standard is still in force, in a word."""

from dataclasses import dataclass

from levelbook.localized.handbook import LocalizedHandbook
from levelbook.model.base import Note
from levelbook.model.handbook import Sequence
from levelbook.model.note_kinds import Kind


@dataclass(frozen=True)
class StatusBadge:
    """What has to be known before relying on a standard."""

    word: str
    """In a word: it is retired, or may be out of date."""
    reason: str
    retired: bool


def status_badge(book: LocalizedHandbook, sequence: Sequence) -> StatusBadge | None:
    """Whether a standard is retired, or is said to be out of date; that its date is not known says neither."""
    head = sequence.head
    if head.retired:
        return StatusBadge(book.words("status.retired"), book.text(head.retired, "why"), retired=True)
    notes: tuple[Note, ...] = (*head.notes, *(head.source.notes if head.source else ()))
    outdated = next((note for note in notes if note.kind is Kind.OUTDATED and note.about != ("date",)), None)
    return StatusBadge(book.words("status.outdated"), book.text(outdated, "text"), retired=False) if outdated else None
