"""What is known about competencies found out by an exam: scale, bands, mark that meets the standard."""

from dataclasses import dataclass

from levelbook.components.links import Link, competency_link
from levelbook.components.prose import ExamSubject, shares
from levelbook.localized.absence import Absence, absence_of
from levelbook.localized.extent import subjects
from levelbook.model.decimals import figure
from levelbook.model.handbook import Sequence
from levelbook.model.scale import Band, Exam, Rounding, Scale
from levelbook.queries.codes import competency_code
from levelbook.queries.exams import scale_of
from levelbook.queries.index import Member
from levelbook.site import urls
from levelbook.site.context import Context


@dataclass(frozen=True)
class BandRow:
    """Marks that give some points."""

    marks: str
    """From – to."""
    points: str
    """What they count, with the unit."""
    name: str
    """What the rating is called."""
    standard: bool
    """Whether they just meet the requirement."""


@dataclass(frozen=True)
class Bands:
    """How marks become a rating."""

    sentence: str
    """Which marks meet the requirement."""
    rows: tuple[BandRow, ...]
    """Highest first."""
    out_of: str
    """The highest mark, with the unit."""


def bands(ctx: Context, sequence: Sequence) -> Bands | None:
    """How marks become a rating in a sequence, where its scale says so."""
    scale = scale_of(ctx.handbook, sequence)
    if scale is None or scale.exam is None:
        return None
    rows = tuple(_row(ctx, scale, scale.exam, at) for at in range(len(scale.exam.bands)))
    standard = next((row for row in rows if row.standard), None)
    sentence = ctx.words("exam.standard", marks=standard.marks) if standard else ctx.words("exam.by_exam")
    return Bands(sentence, rows, ctx.words("exam.marks", n=figure(scale.exam.out_of)))


def _row(ctx: Context, scale: Scale, exam: Exam, at: int) -> BandRow:
    band = exam.bands[at]
    rating = next((rating for rating in scale.ratings if rating.points == band.points), None)
    return BandRow(
        marks=_marks(ctx, exam, at, band),
        points=ctx.words("exam.points", n=figure(band.points)),
        name=ctx.name(rating) if rating else "",
        standard=band.points == scale.standard,
    )


def _marks(ctx: Context, exam: Exam, at: int, band: Band) -> str:
    """From – to; without rounding the upper end is said as `below`."""
    low = figure(band.lowest)
    if at == 0:
        return f"{low}–{figure(exam.out_of)}"
    above = exam.bands[at - 1].lowest
    if exam.round is Rounding.HALF_UP:
        return f"{low}–{figure(above - 1)}"
    return ctx.words("exam.below", low=low, high=figure(above))


@dataclass(frozen=True)
class ExamRow:
    """A competency found out by an exam."""

    anchor: str
    link: Link
    code: str
    """Its whole code."""
    subjects: str
    """All in a row."""
    shares: tuple[ExamSubject, ...]
    """The subjects with their shares."""
    nothing: Absence | None
    """Why shares are missing."""


def exam_sentence(ctx: Context, sequence: Sequence, n: int) -> str:
    """How so many competencies found out by an exam are judged."""
    scale = bands(ctx, sequence)
    return ctx.words("exam.group", n=ctx.amount(n), sentence=scale.sentence if scale else ctx.words("exam.by_exam"))


def exam_row(ctx: Context, reader: Sequence, member: Member) -> ExamRow:
    """A competency found out by an exam."""
    owner, competency = member
    exam_subjects = shares(ctx, owner, competency.covers)
    return ExamRow(
        anchor=urls.competency_anchor(reader, owner, competency),
        link=competency_link(ctx, member),
        code=competency_code(owner, competency),
        subjects=subjects(ctx, competency),
        shares=tuple(subject for subject in exam_subjects if subject.weights),
        nothing=absence_of(ctx, member[0], competency)
        or next((subject.nothing for subject in exam_subjects if subject.nothing), None),
    )
