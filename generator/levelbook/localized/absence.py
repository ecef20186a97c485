"""Why something is not there, which is said and looks different for every reason."""

from collections import Counter
from dataclasses import dataclass

from levelbook.localized.handbook import LocalizedHandbook
from levelbook.model.base import Reasoned
from levelbook.model.handbook import Sequence

KINDS = {
    "not_required": "na",
    "unlisted": "unlisted",
    "out_of_scope": "scope",
    "blank": "empty",
    "lost": "lost",
    "incomplete": "lost",
}
"""Keys of the data, and how they look; `unlisted` is what nobody has to write."""


@dataclass(frozen=True)
class Absence:
    """Why something is not there."""

    kind: str
    """na, unlisted, scope, same, empty or lost."""
    text: str
    """What it says."""
    why: str = ""
    """The reason in the data."""
    address: str = ""
    """Where it is said instead."""


def absence(book: LocalizedHandbook, key: str, why: str = "") -> Absence:
    """A kind of absence by its key: not_required, unlisted, out_of_scope, blank, lost or incomplete."""
    return Absence(KINDS[key], book.words(f"nothing.{key}"), why)


def absence_of(book: LocalizedHandbook, shape: Reasoned) -> Absence | None:
    """Why a thing has no content; none where it has."""
    if shape.reason is None:
        return None
    key, _ = shape.reason
    return absence(book, key, book.marked(shape, key))


def shared_absence(book: LocalizedHandbook, sequence: Sequence) -> Absence | None:
    """The commonest reason why competencies are beyond what their source says; none where no two share one."""
    lacking = (competency for _, competency in book.all_members(sequence) if competency.out_of_scope)
    reasons = Counter(reason for competency in lacking if (reason := absence_of(book, competency)))
    reason, count = next(iter(reasons.most_common(1)), (None, 0))
    return reason if count > 1 else None
