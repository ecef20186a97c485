"""The day of a calibration: that there is such a day, and how long the last calibration of the grade is ago."""

from collections.abc import Iterator
from datetime import date
from itertools import chain

from levelbook.commands.calibrate.problem import CalibrationProblem, error, information, warning
from levelbook.commands.calibrate.scope import Scope
from levelbook.model.growth import Calibration
from levelbook.model.handbook import Handbook
from levelbook.problems import Place

_OPTION = Place("--date")


def date_problems(handbook: Handbook, scope: Scope, day: str, today: str, table: Place) -> Iterator[CalibrationProblem]:
    """What is to be said about the day, and about the time since the grade's last calibration."""
    if day > today[: len(day)]:
        yield warning("date_ahead", _OPTION, now=day)
    last = _last_calibration(scope)
    if last is None:
        return
    last_day = date_of(handbook, scope, last)
    if not last_day:
        yield information("date_unknown", table, last=last.name)
    elif day[: len(last_day)] < last_day[: len(day)]:
        yield error("date_before", _OPTION, last=last.name, day=last_day, now=day)
    elif under_a_year(last_day, day):
        yield warning("too_soon", _OPTION, last=last.name, day=last_day, now=day)


def _last_calibration(scope: Scope) -> Calibration | None:
    every = scope.sequence.calibrations.calibrations if scope.sequence.calibrations else ()
    real = (calibration for calibration in reversed(every) if not calibration.example)
    return next((calibration for calibration in real if calibration.grade == scope.grade.id), None)


def date_of(handbook: Handbook, scope: Scope, calibration: Calibration) -> str:
    """The day or month of a calibration: its own, or that of the release it came out with; nothing where unknown."""
    version = handbook.ledger.get(f"{scope.sequence.code}.{calibration.id}")
    released = (release.date for release in handbook.releases if release.version == version)
    return next(chain([calibration.date] if calibration.date else [], released), "")


def under_a_year(before: str, now: str) -> bool:
    """Whether less than a business year, twelve months, lies between; where a day is missing, months are counted."""
    (year, month, day), (year_now, month_now, day_now) = (_figures(text) for text in (before, now))
    months = (year_now - year) * 12 + month_now - month
    return months < 12 or (months == 12 and 0 < day_now < day)


def _figures(text: str) -> tuple[int, int, int]:
    year, month, day = (*(int(part) for part in text.split("-")), 0, 0)[:3]
    return year, month, day


def is_date(text: str) -> bool:
    """Whether a text is a day or a month that there is."""
    try:
        return date.fromisoformat(text if len(text) != 7 else f"{text}-01").isoformat()[: len(text)] == text
    except ValueError:
        return False
