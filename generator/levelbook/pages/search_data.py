"""What the search looks through, in the shape its script reads.

The whole of it is loaded before anything is found, so it is written small: rows and not objects, and what many
indicators share (competency, sequence, level, address) once, as a place that they name by its number. `js/search.js`
reads it and ranks the hits; of those that match equally well and are equally long, the order here decides. A page that
is listed twice would be found twice, which tests/pages/test_search_data.py forbids.
"""

import json
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
from levelbook.queries.indicators import written_at
from levelbook.site import urls
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
Places = dict[PlaceEntry, int]
"""Places, each with its number."""


class SearchData(TypedDict):
    """What the search looks through."""

    pages: list[PageEntry]
    places: list[PlaceEntry]
    indicators: list[IndicatorEntry]


def script(ctx: Context, more: Iterable[PageEntry] = ()) -> str:
    """The search data as a script, since pages opened from disk cannot fetch."""
    places: Places = {}
    indicators = [row for sequence in ctx.handbook.sequences.values() for row in _indicators(ctx, sequence, places)]
    data: SearchData = {"pages": [*_pages(ctx), *more], "places": list(places), "indicators": indicators}
    return f"window.levelbookSearch = {json.dumps(data, ensure_ascii=False, separators=(',', ':'))};\n"


def _indicators(ctx: Context, sequence: Sequence, places: Places) -> Iterator[IndicatorEntry]:
    for member, level, indicator in written_at(sequence):
        if indicator.code:
            _, competency = member
            page, _, _ = indicator_place(ctx, member, level, indicator).address.partition("#")
            anchor = "#" + urls.competency_anchor(sequence, sequence, competency) if level else ""
            name = level_name(ctx, sequence, level) if level else ""
            place = (ctx.name(competency), ctx.sequence_name(sequence), name, file_address(page) + anchor)
            yield indicator.code, ctx.text(indicator, "text"), places.setdefault(place, len(places))


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
        rows.append(_row(ctx, ctx.name(level), urls.level(sequence, level.id), "level", name))
    for grade in sequence.grades:
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
