"""From marks to points: weighted mean, rounded as the scale says, looked up in the bands."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from levelbook.assessment.scoring.form import Answer, ExamRule, ScoredScale, ScoredSubject
from levelbook.assessment.scoring.rational import plain, rational
from levelbook.assessment.scoring.reasons import Why, why
from levelbook.model.decimals import half_up, shown


@dataclass(frozen=True)
class MarkedExam:
    """What an exam came to."""

    points: Fraction | None
    """The points, if they can be worked out."""
    mean: Fraction | None
    """The composite mark."""
    rounded: Fraction | None
    """The mark that was looked up."""
    why: Why
    """How it was worked out, or why it was not."""
    open: bool = False
    """Whether marks are still to be filled in."""


def exam(scale: ScoredScale, subjects: Sequence[ScoredSubject], answer: Answer) -> MarkedExam:
    """The points of an exam; a composite mark goes straight to the bands."""
    rule = scale.exam
    if rule is None:
        return _nothing(why("exam_no_bands"))
    if answer.mark is not None:
        wrong = _outside(rule, "", answer.mark)
        return _nothing(wrong) if wrong else _looked_up(rule, _exact(answer.mark), "exam_mark", answer.mark)
    given = {subject.name: answer.marks[subject.name] for subject in subjects if subject.name in answer.marks}
    if not given:
        return _nothing(why("exam_open"), open=True)
    for name, mark in given.items():
        if wrong := _outside(rule, name, mark):
            return _nothing(wrong)
    return _composed(rule, subjects, {name: _exact(mark) for name, mark in given.items()})


def _composed(rule: ExamRule, subjects: Sequence[ScoredSubject], marks: dict[str, Fraction]) -> MarkedExam:
    """The weighted mean of all subjects; a single subject needs no weight."""
    weights = [one.weight for one in subjects] if len(subjects) > 1 else [Fraction(1)]
    unweighed = tuple(one.name for one, weight in zip(subjects, weights, strict=True) if weight is None)
    if unweighed:
        return _nothing(why("exam_weights_missing", names=unweighed, n=len(unweighed)))
    missing = tuple(one.name for one in subjects if one.name not in marks)
    if missing:
        return _nothing(why("exam_marks_missing", names=missing, n=len(missing)), open=True)
    known = [weight for weight in weights if weight is not None]
    whole = sum(known, Fraction(0))
    if whole <= 0 or min(known) < 0:
        return _nothing(why("exam_weights_zero"))
    mean = sum((marks[one.name] * weight for one, weight in zip(subjects, known, strict=True)), Fraction(0)) / whole
    return _looked_up(rule, mean, "exam_mean")


def _looked_up(rule: ExamRule, mean: Fraction, key: str, typed: str = "") -> MarkedExam:
    """The points of a composite mark, which is told as it was typed, or else with two digits."""
    rounded = Fraction(half_up(mean)) if rule.half_up else mean
    points = next((points for lowest, points in rule.bands if lowest <= rounded), None)
    facts = {"mean": typed[:20] or shown(mean), "rounded": plain(rounded) if rule.half_up else shown(rounded)}
    if points is None:
        return MarkedExam(None, mean, rounded, why("exam_no_band", **facts))
    told = key if rounded == mean else f"{key}_rounded"
    return MarkedExam(points, mean, rounded, why(told, points=plain(points), **facts))


def _outside(rule: ExamRule, name: str, mark: str) -> Why | None:
    """What is wrong with the mark of a subject, or without a name with the composite mark."""
    value, key = rational(mark), "exam" if name else "exam_mark"
    facts: dict[str, str] = {"name": name} if name else {}
    facts["mark"] = mark[:20]
    if value is None:
        return why(f"{key}_unreadable", **facts)
    if not 0 <= value <= rule.out_of:
        return why(f"{key}_outside", **facts, most=plain(rule.out_of))
    return None


def _exact(mark: str) -> Fraction:
    return rational(mark) or Fraction(0)


def _nothing(reason: Why, open: bool = False) -> MarkedExam:
    return MarkedExam(None, None, None, reason, open)
