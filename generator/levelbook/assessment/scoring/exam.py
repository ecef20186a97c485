"""From marks to points: weighted mean, rounded as the scale says, looked up in the bands."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from levelbook.assessment.scoring.answers import Answer
from levelbook.assessment.scoring.checklist import ExamRule, ScoredScale, ScoredSubject
from levelbook.assessment.scoring.rational import plain, rational
from levelbook.assessment.scoring.reasons import Why, why
from levelbook.model.decimals import half_up, shown


@dataclass(frozen=True)
class ExamOutcome:
    """What an exam came to."""

    points: Fraction | None
    """The points, if they can be worked out."""
    why: Why
    """How they were worked out, or why they were not."""
    open: bool = False
    """Whether marks are still to be filled in."""


def exam_outcome(scale: ScoredScale, subjects: Sequence[ScoredSubject], answer: Answer) -> ExamOutcome:
    """The points of an exam; a composite mark goes straight to the bands."""
    rule = scale.exam
    if rule is None:
        return ExamOutcome(None, why("exam_no_bands"))
    if answer.mark is not None:
        problem = _problem(rule, "", answer.mark)
        return ExamOutcome(None, problem) if problem else _look_up(rule, _exact(answer.mark), "exam_mark", answer.mark)
    marks = {subject.name: answer.marks[subject.name] for subject in subjects if subject.name in answer.marks}
    if not marks:
        return ExamOutcome(None, why("exam_open"), open=True)
    for subject, mark in marks.items():
        if problem := _problem(rule, subject, mark):
            return ExamOutcome(None, problem)
    return _weigh(rule, subjects, {subject: _exact(mark) for subject, mark in marks.items()})


def _weigh(rule: ExamRule, subjects: Sequence[ScoredSubject], marks: dict[str, Fraction]) -> ExamOutcome:
    """The weighted mean of all subjects; a single subject needs no weight."""
    weights = [subject.weight for subject in subjects] if len(subjects) > 1 else [Fraction(1)]
    unweighed = tuple(subject.name for subject, weight in zip(subjects, weights, strict=True) if weight is None)
    if unweighed:
        return ExamOutcome(None, why("exam_weights_missing", names=unweighed, n=len(unweighed)))
    missing = tuple(subject.name for subject in subjects if subject.name not in marks)
    if missing:
        return ExamOutcome(None, why("exam_marks_missing", names=missing, n=len(missing)), open=True)
    shares = [weight for weight in weights if weight is not None]
    whole = sum(shares, Fraction(0))
    if whole <= 0 or min(shares) < 0:
        return ExamOutcome(None, why("exam_weights_zero"))
    weighted = (marks[subject.name] * share for subject, share in zip(subjects, shares, strict=True))
    return _look_up(rule, sum(weighted, Fraction(0)) / whole, "exam_mean")


def _look_up(rule: ExamRule, mean: Fraction, key: str, typed: str = "") -> ExamOutcome:
    """The points of a composite mark, which is told as it was typed, or else with two digits."""
    rounded = Fraction(half_up(mean)) if rule.half_up else mean
    points = next((points for lowest, points in rule.bands if lowest <= rounded), None)
    facts = {"mean": typed[:20] or shown(mean), "rounded": plain(rounded) if rule.half_up else shown(rounded)}
    if points is None:
        return ExamOutcome(None, why("exam_no_band", **facts))
    sentence = key if rounded == mean else f"{key}_rounded"
    return ExamOutcome(points, why(sentence, points=plain(points), **facts))


def _problem(rule: ExamRule, subject: str, mark: str) -> Why | None:
    """What is wrong with the mark of a subject, or without a subject with the composite mark."""
    value, key = rational(mark), "exam" if subject else "exam_mark"
    facts: dict[str, str] = {"name": subject} if subject else {}
    facts["mark"] = mark[:20]
    if value is None:
        return why(f"{key}_unreadable", **facts)
    if not 0 <= value <= rule.out_of:
        return why(f"{key}_outside", **facts, most=plain(rule.out_of))
    return None


def _exact(mark: str) -> Fraction:
    return rational(mark) or Fraction(0)
