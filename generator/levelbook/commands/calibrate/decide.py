"""From complete ratings to levels, and what to think about before they are written."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from itertools import chain

from levelbook.commands.calibrate.finding import Finding, warning
from levelbook.commands.calibrate.ratings import Ratings
from levelbook.commands.calibrate.scope import AskedCompetency, Scope
from levelbook.model.calibration_mean import calibration_mean
from levelbook.model.growth import Calibration
from levelbook.model.handbook import Handbook
from levelbook.model.sequence import Grade
from levelbook.problems import Severity
from levelbook.queries.requirements import required


@dataclass(frozen=True)
class Decided:
    """A competency with the level it gets."""

    asked: AskedCompetency
    """The competency, with the level asked before."""
    counts: dict[str, int]
    """How many raters chose which level."""
    mean: Fraction
    """The mean of the levels' values."""
    after: str
    """The level asked from then on."""


def decide(scope: Scope, said: Ratings) -> tuple[Decided, ...]:
    """What the ratings make of every competency."""
    found = []
    for one in scope.asked:
        counts = said.counts[one.address]
        result = calibration_mean(scope.values, counts)
        found.append(Decided(one, counts, result.mean, result.level))
    return tuple(found)


def falls(handbook: Handbook, scope: Scope, found: tuple[Decided, ...]) -> Iterator[Finding]:
    """Where a higher grade would ask less than a lower one, a line for each pair of grades."""
    pairs: dict[tuple[str, str], list[str]] = {}
    for one in found:
        for higher, lower in _falls(handbook, scope, one):
            pairs.setdefault((higher.name, lower.name), []).append(one.asked.name)
    for (high, low), names in pairs.items():
        yield warning("falls", higher=high, lower=low, n=len(names), list=tuple(names))


def _falls(handbook: Handbook, scope: Scope, one: Decided) -> Iterator[tuple[Grade, Grade]]:
    """The higher and the lower grade: the nearest on either side that asks any level of the competency."""
    grades, own = scope.sequence.grades, scope.sequence.ranks[one.after]
    at = grades.index(scope.grade)
    for others, lower in ((reversed(grades[:at]), True), (grades[at + 1 :], False)):
        ranked = ((grade, _rank(handbook, scope, grade, one.asked)) for grade in others)
        other, rank = next((pair for pair in ranked if pair[1]), (scope.grade, own))
        if lower and rank > own:
            yield scope.grade, other
        elif not lower and rank < own:
            yield other, scope.grade


def _rank(handbook: Handbook, scope: Scope, grade: Grade, asked: AskedCompetency) -> int:
    member = handbook.competency(scope.sequence, asked.address)
    level = required(scope.sequence, grade, member).level if member else None
    return scope.sequence.ranks.get(level or "", 0)


def timing(handbook: Handbook, scope: Scope, now: str, today: str) -> Iterator[Finding]:
    """What is to be said about the day, and about the time since the grade's last calibration."""
    if now > today[: len(now)]:
        yield warning("date_ahead", "--date", now=now)
    every = scope.sequence.calibrations.calibrations if scope.sequence.calibrations else ()
    last = next((one for one in reversed(every) if one.grade == scope.grade.id and not one.example), None)
    if last is None:
        return
    day = held(handbook, scope, last)
    if not day:
        yield Finding("date_unknown", {"last": last.name}, severity=Severity.INFORMATION)
    elif now[: len(day)] < day[: len(now)]:
        yield Finding("date_before", {"last": last.name, "day": day, "now": now}, about="--date")
    elif under_a_year(day, now):
        yield warning("too_soon", "--date", last=last.name, day=day, now=now)


def held(handbook: Handbook, scope: Scope, one: Calibration) -> str:
    """The day or month of a calibration: its own, or that of the release it came out with; nothing where unknown."""
    version = handbook.ledger.get(f"{scope.sequence.code}.{one.id}")
    released = (release.date for release in handbook.releases if release.version == version)
    return next(chain([one.date] if one.date else [], released), "")


def under_a_year(before: str, now: str) -> bool:
    """Whether less than a business year, twelve months, lies between; where a day is missing, months are counted."""
    (year, month, day), (year_now, month_now, day_now) = (_figures(text) for text in (before, now))
    months = (year_now - year) * 12 + month_now - month
    return months < 12 or (months == 12 and 0 < day_now < day)


def _figures(text: str) -> tuple[int, int, int]:
    year, month, day = (*(int(part) for part in text.split("-")), 0, 0)[:3]
    return year, month, day


def is_day(text: str) -> bool:
    """Whether a text is a day or a month that there is."""
    try:
        return date.fromisoformat(text if len(text) != 7 else f"{text}-01").isoformat()[: len(text)] == text
    except ValueError:
        return False
