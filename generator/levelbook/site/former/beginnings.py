"""What codes begin with, so that the page for missing addresses can lead on who has typed one badly."""

from collections.abc import Mapping

from levelbook.model.ledger import number_of
from levelbook.queries.coded import coded_things
from levelbook.site.context import Context


def code_beginnings(ctx: Context) -> Mapping[str, int]:
    """The highest number behind each beginning; 0 for a code that has no number. Few signs for thousands of codes."""
    highest: dict[str, int] = {}
    for code in coded_things(ctx).codes:
        beginning, number = number_of(code)
        highest[beginning] = max(highest.get(beginning, 0), number)
    return dict(sorted(highest.items()))
