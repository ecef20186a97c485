"""What the list under the search field says, and where else it leads: a file that the first search of a visit loads.

No page brings these words along: there are more of them than most pages have of their own, and few people search.
"""

import json
from collections.abc import Mapping
from typing import Final, TypedDict

from levelbook.site import urls
from levelbook.site.context import Context
from levelbook.site.urls import file_address

EMPLOYEE_GUIDE: Final = "employee"
"""The guide that somebody who searches in vain is most likely to need."""
ElsewhereEntry = tuple[str, str, str]
"""Title, address, and what is there."""


class SearchPopupData(TypedDict):
    """What the list under the search field says."""

    words: dict[str, str]
    elsewhere: list[ElsewhereEntry]
    """Where to look when nothing is found."""
    indicators: str
    """The page that lists all indicators."""


def popup_file(ctx: Context, guides: Mapping[str, str]) -> tuple[str, str]:
    """Its address and its text, as a script, since pages opened from disk cannot fetch."""
    data: SearchPopupData = {
        "words": ctx.words.section("search.say"),
        "elsewhere": _elsewhere(ctx, guides),
        "indicators": file_address(urls.INDICATORS),
    }
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return urls.SEARCH_POPUP, f"window.levelbookSearchPopupData = {text};\n"


def _elsewhere(ctx: Context, guides: Mapping[str, str]) -> list[ElsewhereEntry]:
    words = ctx.words
    sequences = [sequence for sequence in ctx.handbook.sequences.values() if not sequence.head.retired]
    competencies = (competency for sequence in sequences for competency in sequence.competencies.values())
    indicators = ctx.count("indicator", sum(len(competency.every_live()) for competency in competencies))
    about = words("search.sequences_say", count=ctx.count("sequence", len(sequences)))
    entries = [
        (words("search.sequences"), file_address(urls.SEQUENCES), about),
        (words("search.indicators"), file_address(urls.INDICATORS), words("search.indicators_say", count=indicators)),
    ]
    if EMPLOYEE_GUIDE in guides:
        entries.append((words("search.guide"), file_address(guides[EMPLOYEE_GUIDE]), words("search.guide_say")))
    return entries
