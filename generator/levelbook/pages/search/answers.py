"""What answers somebody who types a sequence with a level: the level's page, and what people want of it."""

from collections.abc import Iterator

from levelbook.components.print_choice import pocket_card
from levelbook.components.views.addresses import compared
from levelbook.model.handbook import Sequence
from levelbook.model.sequence import Level
from levelbook.pages.search.contract import AnswerEntry, NamedLink
from levelbook.pages.search.names import every_name, lines, names_of_sequence
from levelbook.queries.grades import grades_that_are
from levelbook.queries.level_contents import count_indicators
from levelbook.queries.reference import is_for_reference
from levelbook.site import urls
from levelbook.site.context import Context
from levelbook.site.sitemap import PageKind
from levelbook.site.urls import file_address


def answers(ctx: Context, sequence: Sequence) -> Iterator[AnswerEntry]:
    """One for each level of a sequence."""
    before: Level | None = None
    for level in sequence.levels:
        yield _answer(ctx, sequence, level, before)
        before = level


def names_of_level(sequence: Sequence, level: Level) -> tuple[str, ...]:
    """All that a level is called, and the grades that it is."""
    grades = grades_that_are(sequence, level)
    return (*every_name(level), *(name for grade in grades for name in every_name(grade)))


def grade_names(ctx: Context, sequence: Sequence, level: Level) -> str:
    """What the grades that a level is are called; nothing where it is none."""
    return ctx.series(ctx.name(grade) for grade in grades_that_are(sequence, level))


def _answer(ctx: Context, sequence: Sequence, level: Level, before: Level | None) -> AnswerEntry:
    return {
        "sequence": ctx.sequence_name(sequence),
        "sequence_names": lines(names_of_sequence(sequence)),
        "title": ctx.name(level),
        "grade": grade_names(ctx, sequence, level),
        "names": lines(names_of_level(sequence, level)),
        "href": file_address(urls.level(sequence, level.id)),
        "step": 0 if sequence.head.unranked else sequence.ranks[level.id],
        "steps": len(sequence.levels),
        "count": count_indicators(ctx, sequence, level.id),
        "comparison": _comparison(ctx, sequence, level, before) if before else None,
        "checklist": _file(ctx.sitemap.address(PageKind.CHECKLIST, sequence, level.id)),
        "matrix": _file(ctx.sitemap.address(PageKind.MATRIX, sequence)),
        "pocket": _file(pocket_card(ctx, sequence, level.id)),
        "reference": is_for_reference(ctx, sequence),
    }


def _comparison(ctx: Context, sequence: Sequence, level: Level, before: Level) -> NamedLink | None:
    """Where it is held against the one before, where the two can be compared."""
    if not ctx.sitemap.has(PageKind.COMPARISON, sequence, f"{before.id}/{level.id}"):
        return None
    name = grade_names(ctx, sequence, before) or ctx.name(before)
    return name, file_address(compared(sequence, before.id, level.id))


def _file(address: str) -> str:
    return file_address(address) if address else ""
