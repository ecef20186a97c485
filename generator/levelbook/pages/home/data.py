"""What the home page says of a level that the reader has marked as own: which one that is, only the browser knows.

Few mark one, and each only one or two: so the page brings nothing but the addresses of files, one a sequence, and the
script loads that of the level that is marked (`frontend/src/handbook/mine/levels.ts`). `card.tsx` there shows it. Every
sentence with a figure is made here, where the catalogue counts.
"""

import json
from collections import Counter
from collections.abc import Iterator

from levelbook.components.checklist_links import checklist_link
from levelbook.components.level_chips import Chip, chips
from levelbook.components.own_level import mark
from levelbook.components.views.news import news_since
from levelbook.localized.releases import timeline
from levelbook.model.handbook import Sequence
from levelbook.pages.home.contract import LevelStepData, MarkedLevelData, MarkedLevels, SequenceLevels
from levelbook.queries.codes import short_code
from levelbook.queries.level_contents import count_indicators
from levelbook.queries.level_diff import ChangeKind
from levelbook.queries.remembered import asked_once, remembered
from levelbook.site import urls
from levelbook.site.assets import marked
from levelbook.site.context import Context
from levelbook.site.sitemap import PageKind
from levelbook.site.urls import file_address

COUNTED = (ChangeKind.RAISED, ChangeKind.NEW, ChangeKind.REWORDED, ChangeKind.DROPPED)
"""The kinds of change that are told, in their order."""


def marked_levels(ctx: Context) -> MarkedLevels:
    """The words, and the file of each sequence of which a level can be marked, with the mark of its content."""
    sources = {sequence.id: marked(address, text) for sequence, address, text in _files(ctx)}
    data: MarkedLevels = {"words": ctx.words.section("mine"), "files": sources}
    if timeline(ctx).has_past and ctx.handbook.releases:
        data["newest"] = ctx.handbook.releases[0].version
    return data


def data_files(ctx: Context) -> Iterator[tuple[str, str]]:
    """Each file's address and text: a script a sequence, since pages opened from disk cannot fetch."""
    return ((address, text) for _, address, text in _files(ctx))


@remembered(lambda: ())
def _files(ctx: Context) -> tuple[tuple[Sequence, str, str], ...]:
    """The page names them, and the site brings them."""
    return tuple(_made(ctx))


def _made(ctx: Context) -> Iterator[tuple[Sequence, str, str]]:
    for sequence in ctx.handbook.sequences.values():
        text = _text(ctx, sequence)
        if text:
            yield sequence, f"{urls.LEVELS}{sequence.id}.js", text


@asked_once(lambda sequence: sequence.id)
def _text(ctx: Context, sequence: Sequence) -> str:
    """What the file of a sequence says; nothing where nobody can mark a level of it."""
    levels: SequenceLevels = {"levels": dict(_levels(ctx, sequence))}
    text = json.dumps(levels, ensure_ascii=False, separators=(",", ":"))
    return f"(window.levelbookLevels ??= {{}})[{json.dumps(sequence.id)}] = {text};\n" if levels["levels"] else ""


def _levels(ctx: Context, sequence: Sequence) -> Iterator[tuple[str, MarkedLevelData]]:
    every = chips(ctx, sequence)
    for chip in every:
        if place := mark(ctx, sequence, chip.key):
            yield place, _level(ctx, sequence, every, chip)


def _level(ctx: Context, sequence: Sequence, every: tuple[Chip, ...], chip: Chip) -> MarkedLevelData:
    level: MarkedLevelData = {
        "name": chip.name,
        "sequence": ctx.sequence_name(sequence),
        "grades": chip.note,
        "href": file_address(chip.address),
        "overview": file_address(urls.sequence(sequence)),
        "rank": chip.rank,
        "of": chip.of,
        "asks": count_indicators(ctx, sequence, chip.key),
        "steps": dict(_steps(ctx, sequence, every, chip)),
        "checklist": file_address(address) if (address := checklist_link(ctx, sequence, chip.key)[0]) else "",
        "targets": [short_code(sequence, key) for key in (chip.key, *_same_grades(sequence, chip.key))],
        "matrix": file_address(address) if (address := ctx.sitemap.address(PageKind.MATRIX, sequence)) else "",
        "transfer": file_address(urls.transfer_from(sequence, chip.key)) if ctx.sitemap.has(PageKind.TRANSFER) else "",
    }
    if chip.rank > 1 and (below := mark(ctx, sequence, every[chip.rank - 2].key)):
        level["below"] = below
    if timeline(ctx).has_changes and (news := news_since(ctx, sequence, chip.key)):
        level["news"] = news
    return level


def _same_grades(sequence: Sequence, level: str) -> list[str]:
    return [grade.id for grade in sequence.grades if grade.level == level and not grade.required]


def _steps(
    ctx: Context, sequence: Sequence, every: tuple[Chip, ...], chip: Chip
) -> Iterator[tuple[str, LevelStepData]]:
    """From the lower to the higher of the level and each other; none where levels cannot be compared."""
    at = every.index(chip)
    for number, other in enumerate(every):
        low, high = (other.key, chip.key) if number < at else (chip.key, other.key)
        place = mark(ctx, sequence, other.key)
        if place and other is not chip and ctx.sitemap.has(PageKind.COMPARISON, sequence, f"{low}/{high}"):
            step = LevelStepData(
                says=_changes(ctx, sequence, low, high), href=file_address(urls.comparison(sequence, low, high))
            )
            yield place, step


def _changes(ctx: Context, sequence: Sequence, low: str, high: str) -> str:
    """How much changes, in figures."""
    members = (member for member in ctx.all_members(sequence) if member[1].levels)
    counts = Counter(change.kind for member in members for change in ctx.changes(sequence, member, low, high))
    parts = [ctx.words(f"mine.{kind.value}", n=counts[kind]) for kind in COUNTED if counts[kind]]
    return ctx.clauses(parts) or ctx.words("mine.same")
