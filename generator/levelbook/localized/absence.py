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


def absence(book: LocalizedHandbook, sequence: Sequence | None, key: str, why: str = "") -> Absence:
    """A kind of absence by its key: not_required, unlisted, out_of_scope, blank, lost or incomplete.

    Where the sequence was written here, no source is spoken of; of none it is the handbook as a whole.
    """
    return Absence(KINDS[key], book.words_of(sequence)(f"nothing.{key}"), why)


def undefined(book: LocalizedHandbook, sequence: Sequence) -> Absence:
    """That a competency has no definition."""
    return Absence("empty", book.words_of(sequence)("competency.no_definition"))


def absence_of(book: LocalizedHandbook, sequence: Sequence | None, shape: Reasoned) -> Absence | None:
    """Why a thing has no content; none where it has."""
    if shape.reason is None:
        return None
    key, _ = shape.reason
    return absence(book, sequence, key, book.marked(shape, key))


def shared_absence(book: LocalizedHandbook, sequence: Sequence) -> Absence | None:
    """The commonest reason why competencies are beyond what their source says; none where no two share one."""
    lacking = (member for member in book.all_members(sequence) if member[1].out_of_scope)
    reasons = Counter(reason for owner, competency in lacking if (reason := absence_of(book, owner, competency)))
    reason, count = next(iter(reasons.most_common(1)), (None, 0))
    return reason if count > 1 else None
