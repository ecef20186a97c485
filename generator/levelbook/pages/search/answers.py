"""What answers somebody who types a sequence with a level: the level's page, and what people want of it."""

from collections.abc import Iterator

from levelbook.model.handbook import Sequence
from levelbook.model.sequence import Grade, Level
from levelbook.pages.search.contract import AnswerEntry, NamedLink
from levelbook.pages.search.names import every_name, lines, names_of_sequence
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


def grade_of_level(sequence: Sequence, level: Level) -> Grade | None:
    """The grade that a level is, where every grade of the sequence is a level."""
    asked = [grade.level for grade in sequence.grades]
    are_levels = len({*asked}) == len(asked) and not any(grade.required for grade in sequence.grades)
    return next((grade for grade in sequence.grades if are_levels and grade.level == level.id), None)


def names_of_level(sequence: Sequence, level: Level) -> tuple[str, ...]:
    """All that a level is called, and the grade that it is."""
    grade = grade_of_level(sequence, level)
    return (*every_name(level), *(every_name(grade) if grade else ()))


def is_level(sequence: Sequence, grade: Grade) -> bool:
    """Whether a grade is a level."""
    return any(grade_of_level(sequence, level) is grade for level in sequence.levels)


def _answer(ctx: Context, sequence: Sequence, level: Level, before: Level | None) -> AnswerEntry:
    grade = grade_of_level(sequence, level)
    return {
        "sequence": ctx.sequence_name(sequence),
        "sequence_names": lines(names_of_sequence(sequence)),
        "title": ctx.name(level),
        "grade": ctx.name(grade) if grade else "",
        "names": lines(names_of_level(sequence, level)),
        "href": file_address(urls.level(sequence, level.id)),
        "step": 0 if sequence.head.unranked else sequence.ranks[level.id],
        "steps": len(sequence.levels),
        "count": _requirements(ctx, sequence, level),
        "comparison": _comparison(ctx, sequence, level, before) if before else None,
        "checklist": _checklist(ctx, sequence, level, grade),
        "matrix": _file(ctx.sitemap.address(PageKind.MATRIX, sequence)),
        "pocket": "",
        "reference": is_for_reference(ctx, sequence),
    }


def _requirements(ctx: Context, sequence: Sequence, level: Level) -> int:
    """How many indicators apply, those of competencies without levels too."""
    members = ctx.all_members(sequence)
    unlevelled = sum(len(competency.indicators) for _, competency in members)
    return unlevelled + sum(len(ctx.expectation(sequence, member, level.id).applies) for member in members)


def _comparison(ctx: Context, sequence: Sequence, level: Level, before: Level) -> NamedLink | None:
    """The level's page with the differences from the one before in place, where the two can be compared."""
    if not ctx.sitemap.has(PageKind.COMPARISON, sequence, f"{before.id}/{level.id}"):
        return None
    grade = grade_of_level(sequence, before)
    name = ctx.name(grade) if grade else ctx.name(before)
    return name, f"{file_address(urls.level(sequence, level.id))}?view={before.id}"


def _checklist(ctx: Context, sequence: Sequence, level: Level, grade: Grade | None) -> str:
    """That of the level, or of the grade that it is."""
    keys = (level.id, grade.id) if grade else (level.id,)
    addresses = (ctx.sitemap.address(PageKind.CHECKLIST, sequence, key) for key in keys)
    return _file(next(filter(None, addresses), ""))


def _file(address: str) -> str:
    return file_address(address) if address else ""
