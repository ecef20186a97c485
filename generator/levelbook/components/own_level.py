"""Levels that a reader can mark as own or as aim, in the browser only."""

from levelbook.model.handbook import Sequence
from levelbook.queries.reference import levels_offered
from levelbook.site.context import Context


def mark(ctx: Context, sequence: Sequence, level: str) -> str:
    """What the browser calls a level; nothing where nobody can stand at it."""
    is_offered = any(offered.id == level for offered in levels_offered(ctx, sequence))
    return f"{sequence.id}/{level}" if is_offered else ""
