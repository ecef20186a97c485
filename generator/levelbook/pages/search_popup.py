"""What the list under the search field says, and where else it leads: a file that the first search of a visit loads.

No page brings these words along: there are more of them than most pages have of their own, and few people search.
"""

import json
from collections.abc import Set as AbstractSet
from typing import Final, TypedDict

from levelbook.site import urls
from levelbook.site.context import Context
from levelbook.site.urls import file_address

EMPLOYEE_GUIDE: Final = urls.GUIDES[0]
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


def popup_file(ctx: Context, guides: AbstractSet[str]) -> tuple[str, str]:
    """Its address and its text, as a script, since pages opened from disk cannot fetch."""
    data: SearchPopupData = {
        "words": ctx.words.section("search.say"),
        "elsewhere": [_entry(ctx, *entry) for entry in _elsewhere(ctx, guides)],
        "indicators": file_address(urls.INDICATORS),
    }
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return urls.SEARCH_POPUP, f"window.levelbookSearchPopupData = {text};\n"


def _entry(ctx: Context, key: str, address: str, say: str) -> ElsewhereEntry:
    return (ctx.words(f"search.{key}"), file_address(address), say)


def _elsewhere(ctx: Context, guides: AbstractSet[str]) -> list[tuple[str, str, str]]:
    sequences = [sequence for sequence in ctx.handbook.sequences.values() if not sequence.head.retired]
    competencies = (competency for sequence in sequences for competency in sequence.competencies.values())
    indicators = sum(len(competency.every_live()) for competency in competencies)
    counted = {"sequence": len(sequences), "indicator": indicators}
    places = [("sequences", f"{urls.HOME}#sequences", "sequence"), ("indicators", urls.INDICATORS, "indicator")]
    found = [
        (key, address, ctx.words(f"search.{key}_say", count=ctx.count(unit, counted[unit])))
        for key, address, unit in places
    ]
    if EMPLOYEE_GUIDE in guides:
        found.append(("guide", EMPLOYEE_GUIDE, ctx.words("search.guide_say")))
    return found
