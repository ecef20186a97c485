"""Levels that a reader can mark as own or as aim, in the browser only."""

from levelbook.model.handbook import Sequence


def mark(sequence: Sequence, level: str) -> str:
    """What the browser calls a level; nothing where nobody can stand at it: its standard has ended or only informs."""
    head = sequence.head
    return "" if head.retired or head.reference else f"{sequence.id}/{level}"
