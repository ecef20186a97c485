"""What a level can be printed as: its page with all requirements, and its pocket card."""

from levelbook.model.handbook import Sequence
from levelbook.queries.level_contents import asks_anything
from levelbook.site import urls
from levelbook.site.context import Context


def pocket_card(ctx: Context, sequence: Sequence, level: str) -> str:
    """The pocket card of a level; nothing where the level asks nothing that could stand on it."""
    return urls.pocket_card(sequence, level) if asks_anything(ctx, sequence, level) else ""
