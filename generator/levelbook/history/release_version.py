"""Which number a release must have at least, by what its changes ask of people."""

from collections.abc import Iterable
from typing import Final

from levelbook.model.history import ChangeClass
from levelbook.model.ledger import figures_of

_FIGURE: Final = {ChangeClass.RAISES: 0, ChangeClass.LOWERS: 1, ChangeClass.CLARIFIES: 1, ChangeClass.TYPO: 2}
"""Which figure of a version goes up: more is asked, less or clearer, nothing."""


def class_of(classes: Iterable[ChangeClass]) -> ChangeClass:
    """What a release means as a whole: what the gravest of its changes means; nothing but slips where there is none."""
    return min(classes, key=list(ChangeClass).index, default=ChangeClass.TYPO)


def lowest_version(before: str, change_class: ChangeClass) -> str:
    """The lowest number that a release of a class can have after another; before 1.0.0 it is one place lower."""
    figures = list(figures_of(before))
    at = min(_FIGURE[change_class] + (figures[0] == 0), 2)
    return ".".join(str(figure) for figure in (*figures[:at], figures[at] + 1, *[0] * (2 - at)))


def is_enough(version: str, before: str, change_class: ChangeClass) -> bool:
    """Whether a number is high enough; a person may go higher."""
    return figures_of(version) >= figures_of(lowest_version(before, change_class))
