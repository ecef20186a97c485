"""Competencies found out by an exam, as level and grade pages list them."""

from dataclasses import dataclass

from levelbook.model.handbook import Sequence
from levelbook.plan import addresses, exams
from levelbook.plan.desk import Desk, Member
from levelbook.plan.prose import Subject, shares
from levelbook.plan.shared import Link, Nothing, competency_link, nothing, subjects


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
    shares: tuple[Subject, ...]
    """The subjects with their shares."""
    nothing: Nothing | None
    """Why shares are missing."""


def sentence(desk: Desk, sequence: Sequence, n: int) -> str:
    """How so many competencies found out by an exam are judged."""
    known = exams.bands(desk, sequence)
    return desk.words("exam.group", n=desk.amount(n), sentence=known.sentence if known else desk.words("exam.by_exam"))


def row(desk: Desk, reader: Sequence, member: Member) -> ExamRow:
    """A competency found out by an exam."""
    owner, competency = member
    code = addresses.competency_code(owner, competency)
    parts = shares(desk, owner, competency.covers)
    return ExamRow(
        anchor=addresses.competency_anchor(reader, owner, competency),
        link=competency_link(desk, member),
        code_address=addresses.permanent(code) if code else "",
        subjects=subjects(desk, competency),
        shares=tuple(one for one in parts if one.weights),
        nothing=nothing(desk, competency) or next((one.nothing for one in parts if one.nothing), None),
    )
