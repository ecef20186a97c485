"""From complete ratings to the level that a grade asks of each competency, and where grades then disagree."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from levelbook.commands.calibrate.problem import CalibrationProblem, warning
from levelbook.commands.calibrate.ratings import Ratings
from levelbook.commands.calibrate.scope import AskedCompetency, Scope
from levelbook.model.calibration_mean import calibration_mean
from levelbook.model.handbook import Handbook
from levelbook.model.sequence import Grade
from levelbook.problems import Place
from levelbook.queries.requirements import required


@dataclass(frozen=True)
class Decision:
    """A competency with the level that the grade asks from now on."""

    competency: AskedCompetency
    counts: dict[str, int]
    """How many raters chose which level."""
    mean: Fraction
    """The mean of the levels' values."""
    after: str
    """The level asked from now on."""


def decide(scope: Scope, ratings: Ratings) -> tuple[Decision, ...]:
    """What the ratings make of every competency."""
    return tuple(_decision(scope, competency, ratings.counts[competency.address]) for competency in scope.competencies)


def _decision(scope: Scope, competency: AskedCompetency, counts: dict[str, int]) -> Decision:
    result = calibration_mean(scope.values, counts)
    return Decision(competency, counts, result.mean, result.level)


def falls(
    handbook: Handbook, scope: Scope, decisions: tuple[Decision, ...], table: Place
) -> Iterator[CalibrationProblem]:
    """Where a higher grade would ask less than a lower one, a line for each pair of grades."""
    pairs: dict[tuple[str, str], list[str]] = {}
    for decision in decisions:
        for higher, lower in _falling_pairs(handbook, scope, decision):
            pairs.setdefault((higher.name, lower.name), []).append(decision.competency.name)
    for (high, low), names in pairs.items():
        yield warning("falls", table, higher=high, lower=low, n=len(names), list=tuple(names))


def _falling_pairs(handbook: Handbook, scope: Scope, decision: Decision) -> Iterator[tuple[Grade, Grade]]:
    """The higher and the lower grade: the nearest on either side that asks any level of the competency."""
    grades, decided_rank = scope.sequence.grades, scope.sequence.ranks[decision.after]
    index = grades.index(scope.grade)
    for others, are_lower in ((reversed(grades[:index]), True), (grades[index + 1 :], False)):
        ranked = ((grade, _rank(handbook, scope, grade, decision.competency)) for grade in others)
        other, rank = next((pair for pair in ranked if pair[1]), (scope.grade, decided_rank))
        if are_lower and rank > decided_rank:
            yield scope.grade, other
        elif not are_lower and rank < decided_rank:
            yield other, scope.grade


def _rank(handbook: Handbook, scope: Scope, grade: Grade, competency: AskedCompetency) -> int:
    """The rank of the level that a grade asks of a competency; 0 where it asks none."""
    member = handbook.competency(scope.sequence, competency.address)
    level = required(scope.sequence, grade, member).level if member else None
    return scope.sequence.ranks.get(level or "", 0)
