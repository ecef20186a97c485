"""The files that the search looks through.

`frontend/src/search/` reads them and ranks the hits; of those that match equally well the order here decides. A page
that is listed twice would be found twice, which tests/pages/test_search_data.py forbids.

Where all of it would be a long wait, it comes in several files, what most people look for first: pages, then indicators
of competencies that many sequences share, then the rest, retired standards last. Each file names the one after it. What
is known of characters and words comes with the first, as every query is read by it.
"""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import get_args

from levelbook.components.indicators import indicator_place
from levelbook.localized.names import level_name
from levelbook.localized.sentences import signed_words
from levelbook.model.competency import Competency
from levelbook.model.handbook import Sequence
from levelbook.pages.search.answers import answers, names_of_level
from levelbook.pages.search.contract import (
    AnswerEntry,
    HitKind,
    IndicatorEntry,
    PageEntry,
    PlaceEntry,
    SearchData,
    Signs,
)
from levelbook.pages.search.names import further_names, lines, names_of_sequence, synonyms
from levelbook.pages.search.things import things
from levelbook.queries.index import Member
from levelbook.queries.indicators import written_at
from levelbook.queries.reference import is_for_reference
from levelbook.queries.remembered import remembered
from levelbook.site import urls
from levelbook.site.assets import marked
from levelbook.site.context import Context
from levelbook.site.urls import file_address
from levelbook.text.reading import characters, other_sounds, simplified_pairs, sounds, vocabulary

WHOLE = 1_000_000
"""From more bytes on the data come in several files."""
PART = 500_000
"""Bytes after which a file is full."""
PlacedIndicator = tuple[str, str, PlaceEntry, bool]
"""Code, text and place of an indicator, and whether the place's page has a line of its own for it."""


class _Part:
    """What stands in a file; it grows."""

    def __init__(self) -> None:
        self.kinds: dict[HitKind, str] = {}
        self.answers: list[AnswerEntry] = []
        self.signs: Signs | None = None
        self.pages: list[PageEntry] = []
        self.indicators: list[IndicatorEntry] = []
        self._places: dict[PlaceEntry, int] = {}
        self.size = 0
        """In bytes, as good as."""

    def begin(self, kinds: dict[HitKind, str], levels: list[AnswerEntry], signs: Signs) -> None:
        """Be the first file, with what is needed whatever is sought."""
        self.kinds, self.answers, self.signs = kinds, levels, signs
        self.size += len(_json([levels, signs]).encode())

    def add_page(self, page: PageEntry) -> None:
        self.pages.append(page)
        self.size += len(_json(page).encode())

    def add_indicator(self, code: str, text: str, place: PlaceEntry, has_line: bool) -> None:
        if place not in self._places:
            self._places[place] = len(self._places)
            self.size += len(_json(place).encode())
        row = (code, text, self._places[place], has_line)
        self.indicators.append(row)
        self.size += len(_json(row).encode())

    def script(self, following: str) -> str:
        """As a script, since pages opened from disk cannot fetch."""
        data: SearchData = {
            "kinds": self.kinds,
            "answers": self.answers,
            "signs": self.signs,
            "pages": self.pages,
            "places": list(self._places),
            "indicators": self.indicators,
            "next": following,
        }
        return f"window.levelbookSearch = {_json(data)};\n"


@dataclass(frozen=True)
class _OwnRows:
    """What the handbook itself brings, whatever people have written beside it."""

    pages: tuple[PageEntry, ...]
    indicators: tuple[tuple[Member, PlacedIndicator], ...]
    levels: tuple[AnswerEntry, ...]
    texts: frozenset[str]
    """All that can be read in them."""
    words: frozenset[str]
    """The Chinese words of these."""


@remembered(lambda: ())
def _own_rows(ctx: Context) -> _OwnRows:
    """A build asks twice: for the address of the data, and for the data when all hand-written pages are known."""
    sequences = ctx.handbook.sequences.values()
    pages = tuple(things(ctx))
    indicators = tuple(row for sequence in sequences for row in _indicators(ctx, sequence))
    levels = tuple(answer for sequence in sequences for answer in answers(ctx, sequence))
    texts = {*_texts_of_pages(pages), *_texts_of_indicators(row for _, row in indicators)}
    return _OwnRows(pages, indicators, levels, frozenset(texts), frozenset(vocabulary(texts)))


def data_files(ctx: Context, more: Iterable[PageEntry] = ()) -> list[tuple[str, str]]:
    """Each file's address and text, the first one first."""
    first, own, more = _Part(), _own_rows(ctx), tuple(more)
    pages, levels = (*own.pages, *more), list(own.levels)
    kinds: dict[HitKind, str] = {kind: ctx.words(f"hit.kind.{kind}") for kind in get_args(HitKind)}
    signs = _signs(own, more)
    first.begin(kinds, levels, signs)
    start = first.size
    parts = _filled(first, pages, [row for _, row in own.indicators], full=WHOLE)
    if len(parts) > 1:
        again = _Part()
        again.begin(kinds, levels, signs)
        again.size = min(start, PART // 2)
        parts = _filled(again, pages, _most_shared_first(ctx, own.indicators), full=PART)
    files: list[tuple[str, str]] = []
    following = ""
    for number, part in reversed(list(enumerate(parts))):
        address = f"{urls.SEARCH_PARTS}{number}.js" if number else urls.SEARCH_DATA
        text = part.script(following)
        files.insert(0, (address, text))
        following = marked(address, text)
    return files


def _filled(first: _Part, pages: Iterable[PageEntry], indicators: Iterable[PlacedIndicator], full: int) -> list[_Part]:
    parts = [first]
    for page in pages:
        if parts[-1].size > full:
            parts.append(_Part())
        parts[-1].add_page(page)
    for indicator in indicators:
        if parts[-1].size > full:
            parts.append(_Part())
        parts[-1].add_indicator(*indicator)
    return parts


def _texts_of_pages(pages: Iterable[PageEntry]) -> Iterator[str]:
    for title, _, _, parts, names, _, more, _ in pages:
        yield from (title, *parts, names, more)


def _texts_of_indicators(indicators: Iterable[PlacedIndicator]) -> Iterator[str]:
    for _, text, place, _ in indicators:
        yield text
        yield from (part for part in place if isinstance(part, str))


def _signs(own: _OwnRows, more: Iterable[PageEntry]) -> Signs:
    """What is known of the characters and words of everything."""
    further = {*_texts_of_pages(more)} - own.texts
    occurring = characters({*own.texts, *further})
    alone, words = sounds(occurring), sorted({*own.words, *vocabulary(further)})
    return {
        "simplified": simplified_pairs(occurring),
        "sounds": alone,
        "other_sounds": other_sounds(words, alone),
        "words": " ".join(words),
    }


def _most_shared_first(ctx: Context, indicators: Iterable[tuple[Member, PlacedIndicator]]) -> list[PlacedIndicator]:
    """Those of competencies that many standards in force ask for first; of equal ones in the handbook's order."""
    sequences = [sequence for sequence in ctx.handbook.sequences.values() if not sequence.head.retired]
    asked = Counter(
        (owner.id, competency.id) for sequence in sequences for owner, competency in ctx.all_members(sequence)
    )
    ordered = sorted(indicators, key=lambda row: -asked[row[0][0].id, row[0][1].id])
    return [placed for _, placed in ordered]


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _indicators(ctx: Context, sequence: Sequence) -> Iterator[tuple[Member, PlacedIndicator]]:
    for member, level, indicator in written_at(sequence):
        if indicator.code:
            _, competency = member
            page, _, line = indicator_place(ctx, member, level, indicator).address.partition("#")
            place = _place(ctx, sequence, competency, level, file_address(page))
            yield member, (indicator.code, signed_words(ctx, indicator), place, line == indicator.code)


@remembered(lambda sequence, competency, level, page: (sequence.id, competency.id, level, page))
def _place(ctx: Context, sequence: Sequence, competency: Competency, level: str, page: str) -> PlaceEntry:
    """What the indicators of a cell share; those without a level stand on the page of their competency."""
    step = sequence.level(level)
    anchor = "#" + urls.competency_anchor(sequence, sequence, competency) if level else ""
    shown = ctx.name(competency), ctx.sequence_name(sequence), level_name(ctx, sequence, level) if level else ""
    return (
        *shown,
        page + anchor,
        further_names(ctx, competency, synonyms(ctx, competency)),
        lines(names_of_sequence(sequence), shown[1]),
        lines(names_of_level(sequence, step), shown[2]) if step else "",
        is_for_reference(ctx, sequence),
    )
