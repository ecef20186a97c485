"""Which release holds on a day: what was published may hold only later, and pages show what holds.

Releases are one line: what a later one changed rests on what the earlier one left. So none holds before those that it
rests on: a correction that is published while greater demands are still to come waits for their day.
"""

from dataclasses import replace
from datetime import date

from levelbook.history.as_of import as_of
from levelbook.model.handbook import Handbook, Release


def day_of(text: str) -> date:
    """The day that is written somewhere, today where nothing is; raises ValueError."""
    return date.fromisoformat(text) if text else date.today()


def in_force(handbook: Handbook, on: date) -> Release | None:
    """The newest release that holds on a day; none before the first one does."""
    waiting = coming(handbook, on)
    holding = handbook.releases[len(waiting) :]
    return holding[0] if holding else None


def coming(handbook: Handbook, on: date) -> tuple[Release, ...]:
    """The releases that are out and do not hold yet, newest first."""
    day = on.isoformat()
    ahead = [place for place, release in enumerate(handbook.releases, 1) if release.starts > day]
    return handbook.releases[: max(ahead, default=0)]


def as_in_force(handbook: Handbook, on: date) -> Handbook:
    """The handbook as it holds on a day, which knows what is still to come.

    Where nothing is to come it is the folder as it stands, with what has not been released yet: that is what a preview
    is for. Before the first release holds there is nothing else to show either.
    """
    release = in_force(handbook, on)
    if release is None or not coming(handbook, on) or not handbook.history.published:
        return handbook
    return replace(as_of(handbook, release.version), in_force=release.version)
