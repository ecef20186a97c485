"""What the search looks through, in the shape its script reads.

It is loaded before anything is found, so it is written small: rows and not objects, and what many indicators share
(competency, sequence, level, address) once, as a place that they name by its number. `frontend/src/search/` reads it
and ranks the hits; of those that match equally well and are equally long, the order here decides. A page that is
listed twice would be found twice, which tests/pages/test_search_data.py forbids.

Where all of it would be a long wait, it comes in several files, what most people look for first: pages, then indicators
of competencies that many sequences share, then the rest, retired standards last. Each file names the one after it.
"""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TypedDict

from levelbook.components.actions_for import text_of, type_of
from levelbook.components.indicators import indicator_place
from levelbook.components.more_pages import more_pages
from levelbook.localized.extent import subjects
from levelbook.localized.names import level_name
from levelbook.model.handbook import Sequence
from levelbook.queries.action_targets import live
from levelbook.queries.codes import competency_code, short_code
from levelbook.queries.concepts import live_concepts
from levelbook.queries.grades import grades_that_are, own_grades
from levelbook.queries.index import Member
from levelbook.queries.indicators import written_at
from levelbook.site import urls
from levelbook.site.assets import marked
from levelbook.site.context import Context
from levelbook.site.links import growth_targets
from levelbook.site.sitemap import PageKind
from levelbook.site.urls import file_address

LEAD_KEYS = {
    PageKind.ASSESSMENTS: "check.over.lead",
    PageKind.TEAM: "check.team.lead",
    PageKind.TRANSFER: "transfer.lead",
    PageKind.INDICATORS: "",
    PageKind.NOTES: "",
    PageKind.GLOSSARY: "glossary.description",
}
"""Pages about the whole handbook, and the key of the words that they are found by besides their titles."""
PageEntry = tuple[str, str, str, str]
"""Title, address, word for its kind, more text."""
IndicatorEntry = tuple[str, str, int]
"""Code, text, and the number of its place."""
PlaceEntry = tuple[str, str, str, str]
"""Competency, sequence, level and address of what several indicators share."""
WHOLE = 1_000_000
"""From more bytes on the data come in several files."""
PART = 500_000
"""Bytes after which a file is full."""
PlacedIndicator = tuple[str, str, PlaceEntry]
"""Code, text and place of an indicator."""


class SearchData(TypedDict):
    """What a file brings of that which the search looks through."""

    pages: list[PageEntry]
    places: list[PlaceEntry]
    """Those of its indicators."""
    indicators: list[IndicatorEntry]
    next: str
    """The file with what is sought less often; nothing where there is no more."""


class _Part:
    """What stands in a file; it grows."""

    def __init__(self) -> None:
        self.pages: list[PageEntry] = []
        self.indicators: list[IndicatorEntry] = []
        self._places: dict[PlaceEntry, int] = {}
        self.size = 0
        """In bytes, as good as."""

    def add_page(self, page: PageEntry) -> None:
        self.pages.append(page)
        self.size += len(_json(page).encode())

    def add_indicator(self, code: str, text: str, place: PlaceEntry) -> None:
        if place not in self._places:
            self._places[place] = len(self._places)
            self.size += len(_json(place).encode())
        row = (code, text, self._places[place])
        self.indicators.append(row)
        self.size += len(_json(row).encode())

    def script(self, following: str) -> str:
        """As a script, since pages opened from disk cannot fetch."""
        data: SearchData = {
            "pages": self.pages,
            "places": list(self._places),
            "indicators": self.indicators,
            "next": following,
        }
        return f"window.levelbookSearch = {_json(data)};\n"


def data_files(ctx: Context, more: Iterable[PageEntry] = ()) -> list[tuple[str, str]]:
    """Each file's address and text, the first one first."""
    pages = [*_pages(ctx), *more]
    indicators = [row for sequence in ctx.handbook.sequences.values() for row in _indicators(ctx, sequence)]
    parts = _filled(pages, [row for _, row in indicators], full=WHOLE)
    if len(parts) > 1:
        parts = _filled(pages, _most_shared_first(ctx, indicators), full=PART)
    files: list[tuple[str, str]] = []
    following = ""
    for number, part in reversed(list(enumerate(parts))):
        address = f"{urls.SEARCH_PARTS}{number}.js" if number else urls.SEARCH_DATA
        text = part.script(following)
        files.insert(0, (address, text))
        following = marked(address, text)
    return files


def _filled(pages: Iterable[PageEntry], indicators: Iterable[PlacedIndicator], full: int) -> list[_Part]:
    parts = [_Part()]
    for page in pages:
        if parts[-1].size > full:
            parts.append(_Part())
        parts[-1].add_page(page)
    for code, text, place in indicators:
        if parts[-1].size > full:
            parts.append(_Part())
        parts[-1].add_indicator(code, text, place)
    return parts


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
            page, _, _ = indicator_place(ctx, member, level, indicator).address.partition("#")
            anchor = "#" + urls.competency_anchor(sequence, sequence, competency) if level else ""
            name = level_name(ctx, sequence, level) if level else ""
            place = (ctx.name(competency), ctx.sequence_name(sequence), name, file_address(page) + anchor)
            yield member, (indicator.code, ctx.text(indicator, "text"), place)


def _pages(ctx: Context) -> list[PageEntry]:
    rows: list[PageEntry] = []
    for sequence in ctx.handbook.sequences.values():
        rows += _of_sequence(ctx, sequence)
    for concept, _ in live_concepts(ctx):
        names = " ".join(ctx.name(alias) for alias in concept.aliases)
        rows.append(_row(ctx, ctx.name(concept), urls.concept(concept.id), "concept", names))
    for kind, lead in LEAD_KEYS.items():
        page = ctx.sitemap.page(kind)
        if page:
            rows.append(_row(ctx, page.title, page.address, "page", ctx.words(lead) if lead else ""))
    return rows


def _of_sequence(ctx: Context, sequence: Sequence) -> list[PageEntry]:
    name = ctx.sequence_name(sequence)
    head = " ".join(part for part in (sequence.code, ctx.text(sequence.head, "definition")) if part)
    rows = [_row(ctx, name, urls.sequence(sequence), "sequence", head)]
    for level in sequence.levels:
        grades = (ctx.name(grade) for grade in grades_that_are(sequence, level))
        rows.append(_row(ctx, ctx.name(level), urls.level(sequence, level.id), "level", " ".join([name, *grades])))
    for grade in own_grades(sequence):
        rows.append(_row(ctx, ctx.name(grade), urls.grade(sequence, grade.id), "grade", name))
    for _, group in sequence.groups():
        rows.append(_row(ctx, ctx.name(group), urls.group(sequence, group.id), "group", name))
    rows += _positions(ctx, sequence)
    rows += [_row(ctx, page.title, page.address, "page", name) for page in ctx.sitemap.of(PageKind.CHECKLIST, sequence)]
    rows += _more(ctx, sequence, name)
    for kind in (PageKind.WEIGHTS, PageKind.MATRIX):
        page = ctx.sitemap.page(kind, sequence)
        rows += [_row(ctx, page.title, page.address, "page", name)] if page else []
    rows += _competencies(ctx, sequence, name)
    return rows


def _competencies(ctx: Context, sequence: Sequence, name: str) -> Iterator[PageEntry]:
    for competency in sequence.competencies.values():
        aliases = [ctx.name(alias) for alias in competency.aliases]
        about = [name, competency_code(sequence, competency), *aliases, subjects(ctx, competency)]
        text = " ".join(part for part in (*about, ctx.text(competency, "definition")) if part)
        yield _row(ctx, ctx.name(competency), urls.competency(sequence, competency.id), "competency", text)


def _more(ctx: Context, sequence: Sequence, name: str) -> Iterator[PageEntry]:
    """The further pages, each action, and each phase, form, chapter and calibration."""
    for more in more_pages(ctx, sequence):
        yield _row(ctx, more.link.text, more.link.address, "page", f"{name} {more.figures}")
    for action in live(sequence):
        address = urls.actions(sequence) + (f"#{action.id}" if action.id else "")
        text = " ".join(part for part in (action.id or "", type_of(ctx, sequence, action), name) if part)
        yield _row(ctx, text_of(ctx, action), address, "action", text)
    for key, target in dict(growth_targets(ctx, sequence)).items():
        yield _row(ctx, target.name, target.address, "page", f"{name} {short_code(sequence, key)}")


def _positions(ctx: Context, sequence: Sequence) -> list[PageEntry]:
    name, table = ctx.sequence_name(sequence), ctx.sitemap.page(PageKind.POSITIONS, sequence)
    rows = [_row(ctx, table.title, table.address, "page", name)] if table else []
    for key, position in sequence.positions.items():
        about = " ".join([name, *(ctx.name(alias) for alias in position.aliases)])
        rows.append(_row(ctx, ctx.name(position), urls.position(sequence, key), "position", about))
    return rows


def _row(ctx: Context, title: str, address: str, kind: str, more: str) -> PageEntry:
    return (title, file_address(address), ctx.words(f"word.{kind}"), more)
