"""A checklist as the handbook has it now, in the shape in which saved assessments are scored against it.

The command `levelbook score` scores without a page: it takes the checklist from the handbook through this module,
while the page's script reads the JSON of `pages.assessment.contract`. Both must say the same.
tests/assessment/test_published reads every checklist both ways and compares, so a field that scoring needs has to be
added in both places.

Figures come from the data as texts and become exact fractions here; words are only names and reasons, in the language
of the report.
"""

from collections.abc import Iterator
from fractions import Fraction

from levelbook.assessment import basis
from levelbook.assessment.checklists import Checklist
from levelbook.assessment.item import ChecklistItem
from levelbook.assessment.scoring.checklist import (
    ExamRule,
    ItemKind,
    PublishedChecklist,
    ScoredChecklist,
    ScoredGroup,
    ScoredIndicator,
    ScoredItem,
    ScoredScale,
    ScoredSubject,
)
from levelbook.assessment.scoring.rational import exact, rational
from levelbook.assessment.settings import RatingScale
from levelbook.localized.handbook import LocalizedHandbook
from levelbook.model.handbook import HandbookHead, Sequence
from levelbook.model.scale import Exam, Rounding


def published(book: LocalizedHandbook, sequence: Sequence, checklist: Checklist) -> PublishedChecklist:
    """Everything that a saved assessment is held against."""
    return PublishedChecklist(
        checklist=_scored(book, sequence, checklist),
        title=title(book, sequence, checklist),
        handbook=book.handbook.head.name,
        release=book.version(),
        pick=checklist.settings.pick,
        marks=dict(_marks(checklist)),
        also_called=names_in_other_languages(book.handbook.head),
    )


def names_in_other_languages(head: HandbookHead) -> tuple[str, ...]:
    """What the handbook is called besides: a saved file has the name of the page that it was filled in on."""
    return tuple(sorted({text for (key, _), text in head.twins.items() if key == "name"} - {head.name}))


def title(book: LocalizedHandbook, sequence: Sequence, checklist: Checklist) -> str:
    """What a checklist is called outside of its sequence."""
    return book.words("join.label").join((book.sequence_name(sequence), checklist.target.name))


def why_unrated(book: LocalizedHandbook, item: ChecklistItem) -> str:
    """Why an item cannot be rated, in a sentence; nothing where it can."""
    reason = item.absence
    if reason is None or not reason.why:
        return reason.text if reason else ""
    return book.words("nothing.why", what=reason.text, why=reason.why)


def _scored(book: LocalizedHandbook, sequence: Sequence, checklist: Checklist) -> ScoredChecklist:
    settings = checklist.settings
    scale = settings.scale.id if settings.scale else ""
    return ScoredChecklist(
        target=checklist.target.code(sequence),
        scale=scale,
        part_scale=settings.indicator_scale.id if settings.indicator_scale else scale,
        scales={used.id: _scale(used) for used in (settings.scale, settings.indicator_scale) if used},
        groups=tuple(ScoredGroup(group.id, group.name, group.parent) for group in checklist.groups),
        items=tuple(_item(book, checklist, item) for item in checklist.items),
        total=rational(checklist.total),
    )


def _scale(scale: RatingScale) -> ScoredScale:
    ratings = tuple((exact(rating.points), rating.name) for rating in scale.ratings)
    return ScoredScale(scale.id, ratings, rational(scale.standard), _exam_rule(scale.exam) if scale.exam else None)


def _exam_rule(exam: Exam) -> ExamRule:
    bands = tuple((Fraction(band.lowest), Fraction(band.points)) for band in exam.bands)
    return ExamRule(Fraction(exam.out_of), exam.round is Rounding.HALF_UP, bands)


def _item(book: LocalizedHandbook, checklist: Checklist, item: ChecklistItem) -> ScoredItem:
    settings = checklist.settings
    return ScoredItem(
        code=item.code,
        name=item.name,
        group=item.group,
        kind=item.kind,
        scale=settings.scale.id if settings.scale else "",
        standard=rational(item.standard),
        weight=rational(item.weight),
        parts=tuple(ScoredIndicator(part.code, part.negative) for part in item.indicators),
        subjects=tuple(ScoredSubject(paper.key, rational(paper.weight)) for paper in item.papers),
        none=why_unrated(book, item),
        basis=basis.of_item(settings, item),
        part_basis=basis.of_parts(settings, item),
    )


def _marks(checklist: Checklist) -> Iterator[tuple[str, str]]:
    """The marks of the wordings that are rated, by code."""
    for item in checklist.items:
        yield item.code, item.mark if item.kind is not ItemKind.NONE else ""
        yield from ((part.code, part.mark) for part in item.indicators)
