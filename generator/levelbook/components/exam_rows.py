"""Competencies found out by an exam, as level and grade pages list them."""

from dataclasses import dataclass

from levelbook.components import exam_bands
from levelbook.components.basics import Link, competency_link, subjects
from levelbook.components.prose import ExamSubject, shares
from levelbook.localized.absence import Absence, absence_of
from levelbook.model.handbook import Sequence
from levelbook.queries.codes import competency_code
from levelbook.queries.index import Member
from levelbook.site import urls
from levelbook.site.context import Context


@dataclass(frozen=True)
class ExamRow:
    """A competency found out by an exam."""

    anchor: str
    """Its anchor."""
    link: Link
    """Its name, page and code."""
    code_address: str
    """The permanent address of the competency."""
    subjects: str
    """Its subjects."""
    shares: tuple[ExamSubject, ...]
    """The subjects with their shares."""
    nothing: Absence | None
    """Why shares are missing."""


def sentence(ctx: Context, sequence: Sequence, n: int) -> str:
    """How so many competencies found out by an exam are judged."""
    known = exam_bands.bands(ctx, sequence)
    return ctx.words("exam.group", n=ctx.amount(n), sentence=known.sentence if known else ctx.words("exam.by_exam"))


def row(ctx: Context, reader: Sequence, member: Member) -> ExamRow:
    """A competency found out by an exam."""
    owner, competency = member
    code = competency_code(owner, competency)
    parts = shares(ctx, owner, competency.covers)
    return ExamRow(
        anchor=urls.competency_anchor(reader, owner, competency),
        link=competency_link(ctx, member),
        code_address=urls.permanent(code) if code else "",
        subjects=subjects(ctx, competency),
        shares=tuple(one for one in parts if one.weights),
        nothing=absence_of(ctx, competency) or next((one.nothing for one in parts if one.nothing), None),
    )
