"""Marks of exams are facts of both: whoever enters one enters it for both.

Two different marks are a difference like any other. The page's script `scoring/marks` says the same.
"""

from levelbook.assessment.scoring.answers import Answer, Answers
from levelbook.assessment.scoring.checklist import ItemKind, ScoredChecklist, ScoredItem


def with_marks(checklist: ScoredChecklist, answers: Answers, others: Answers) -> Answers:
    """What a side has answered, with the marks that only the other has entered."""
    entered = {item.code: others[item.code] for item in checklist.items if _is_entered_by_other(item, answers, others)}
    return {**answers, **entered}


def _is_entered_by_other(item: ScoredItem, answers: Answers, others: Answers) -> bool:
    """Whether the marks of an exam were entered by the other side alone, and hold today."""
    own, other = answers.get(item.code, Answer()), others.get(item.code, Answer())
    says_nothing = not own.has_figure and own.na is None and not own.unseen
    is_fact = other.has_figure and other.na is None and not other.unseen and not other.is_outdated(item.basis)
    return item.kind is ItemKind.EXAM and says_nothing and is_fact
