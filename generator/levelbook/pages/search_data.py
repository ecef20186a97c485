"""What the search looks through, in the shape its script reads."""

import json
from collections.abc import Iterable

from levelbook.assessment import checklists
from levelbook.components import more_pages, weight_table
from levelbook.components.basics import level_name, subjects
from levelbook.model.handbook import Sequence
from levelbook.pages import matrix, positions
from levelbook.pages.concept import page as concepts
from levelbook.pages.indicator_index import homes, place_of
from levelbook.pages.transfer import page as move
from levelbook.site import urls
from levelbook.site.context import Context
from levelbook.site.urls import file_address

PageRow = tuple[str, str, str, str]
"""Title, address, word for its kind, more text."""


def script(ctx: Context, more: Iterable[PageRow] = ()) -> str:
    """The search data as a script, since pages opened from disk cannot fetch."""
    places: dict[tuple[str, ...], int] = {}
    indicators = [row for sequence in ctx.handbook.sequences.values() for row in _indicators(ctx, sequence, places)]
    data = {"pages": [*_pages(ctx), *more], "places": list(places), "indicators": indicators}
    return f"window.levelbookSearch = {json.dumps(data, ensure_ascii=False, separators=(',', ':'))};\n"


def _indicators(ctx: Context, sequence: Sequence, places: dict[tuple[str, ...], int]) -> list[tuple[str, str, int]]:
    rows = []
    for member, level, one in homes(sequence):
        if not one.code:
            continue
        name = level_name(ctx, sequence, level) if level else ""
        anchor = file_address(place_of(ctx, member, level, one).address.partition("#")[0])
        anchor += "#" + urls.competency_anchor(sequence, sequence, member[1]) if level else ""
        place = (ctx.name(member[1]), ctx.sequence_name(sequence), name, anchor)
        rows.append((one.code, ctx.text(one, "text"), places.setdefault(place, len(places))))
    return rows


def _pages(ctx: Context) -> list[PageRow]:
    rows: list[PageRow] = []
    for sequence in ctx.handbook.sequences.values():
        rows += _of_sequence(ctx, sequence)
    for concept, _ in concepts.live(ctx):
        names = " ".join(ctx.name(alias) for alias in concept.aliases)
        rows.append(_row(ctx, ctx.name(concept), urls.concept(concept.id), "concept", names))
    if checklists.exists(ctx):
        rows.append(_row(ctx, ctx.words("check.title"), urls.CHECK, "page", ctx.words("check.over.lead")))
        rows.append(_row(ctx, ctx.words("check.team.title"), urls.TEAM, "page", ctx.words("check.team.lead")))
    if move.exists(ctx):
        rows.append(_row(ctx, ctx.words("move.title"), urls.MOVE, "page", ctx.words("move.lead")))
    rows.append(_row(ctx, ctx.words("index.title"), urls.INDICATORS, "page", ""))
    rows.append(_row(ctx, ctx.words("notes.title"), urls.NOTES, "page", ""))
    return rows


def _of_sequence(ctx: Context, sequence: Sequence) -> list[PageRow]:
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
    for made in checklists.checklists(ctx, sequence):
        if not made.why:
            page = urls.checklist(sequence, made.goal.key)
            rows.append(_row(ctx, ctx.words("check.of", name=made.goal.name), page, "page", name))
    rows += [(title, file_address(page), word, more) for title, page, word, more in more_pages.found(ctx, sequence)]
    if weight_table.weight_table(ctx, sequence):
        rows.append(_row(ctx, ctx.words("points.title"), urls.weights(sequence), "page", name))
    if matrix.exists(ctx, sequence):
        rows.append(_row(ctx, ctx.words("matrix.title"), urls.matrix(sequence), "page", name))
    for one in sequence.competencies.values():
        others = [ctx.name(alias) for alias in one.aliases]
        about = [name, urls.competency_code(sequence, one), *others, subjects(ctx, one)]
        text = " ".join(part for part in (*about, ctx.text(one, "definition")) if part)
        rows.append(_row(ctx, ctx.name(one), urls.competency(sequence, one.id), "competency", text))
    return rows


def _positions(ctx: Context, sequence: Sequence) -> list[PageRow]:
    name, table = ctx.sequence_name(sequence), positions.table(ctx, sequence)
    rows = [_row(ctx, table.text, table.address, "page", name)] if table else []
    for key, one in sequence.positions.items():
        about = " ".join([name, *(ctx.name(alias) for alias in one.aliases)])
        rows.append(_row(ctx, ctx.name(one), urls.position(sequence, key), "position", about))
    return rows


def _row(ctx: Context, title: str, address: str, kind: str, more: str) -> PageRow:
    return (title, file_address(address), ctx.words(f"word.{kind}"), more)
