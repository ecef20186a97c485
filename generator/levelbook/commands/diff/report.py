"""What a comparison found, as one value that every form of the report is made from."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from levelbook.commands.diff.sides import ComparedState
from levelbook.commands.release.version import class_of, lowest_version
from levelbook.history.change import TypedChange
from levelbook.history.comparing.changes import typed_changes
from levelbook.history.fact_fields import BESIDE, BESIDE_ALL
from levelbook.history.newest_things import newest_things
from levelbook.history.touched import TouchedBy
from levelbook.model.base import Shape
from levelbook.model.handbook import Handbook, ReleaseWord
from levelbook.model.history import ChangeClass


@dataclass(frozen=True)
class DiffReport:
    """The changes between two states."""

    before: ComparedState
    after: ComparedState
    changes: tuple[TypedChange, ...]
    """In the order in which they are told."""
    beside: int | None
    """In how many things notes, sources or prose alone differ; none where one state is known by its facts alone."""
    next_version: str = ""
    """The number that a release of the changes must have at least; nothing while a word is missing."""

    @cached_property
    def by_class(self) -> dict[ChangeClass, tuple[TypedChange, ...]]:
        """The changes of each class that has any."""
        classes = ((one, tuple(each for each in self.changes if each.change_class is one)) for one in ChangeClass)
        return {change_class: changes for change_class, changes in classes if changes}

    @cached_property
    def counts(self) -> Mapping[ChangeClass, int]:
        """How many changes there are of each class."""
        return Counter(change.change_class for change in self.changes)

    @property
    def asked(self) -> tuple[TypedChange, ...]:
        """The changes that need a word."""
        return self.by_class.get(ChangeClass.ASK, ())

    def touched(self, part: str) -> tuple[str, ...]:
        """All that the changes touch of a sort, each once."""
        return tuple(dict.fromkeys(code for change in self.changes for code in getattr(change.touches, part)))

    @property
    def answers(self) -> tuple[str, ...]:
        """The codes whose saved answers are shown again."""
        return tuple(dict.fromkeys(change.address for change in self.changes if change.touches.answers))

    @property
    def addresses(self) -> int:
        """How many published pages and anchors lead on, or say that something ended."""
        return sum(change.touches.addresses for change in self.changes)


def compare(before: ComparedState, after: ComparedState, newest: Handbook | None) -> DiffReport:
    """Compares two states; words and addresses are those of the newest handbook."""
    words: Mapping[str, ReleaseWord] = newest.draft.words if newest and newest.draft else {}
    history = newest.history if newest else None
    now = history.now if history else {}
    changes = typed_changes(before.facts, after.facts, words, now)
    addresses = history.addresses if history else {}
    told = TouchedBy(before.facts, after.facts, addresses).every(changes)
    return DiffReport(before, after, told, _beside(before, after), _next_version(told, newest))


def _next_version(changes: Iterable[TypedChange], newest: Handbook | None) -> str:
    classes = [change.change_class for change in changes]
    if not classes or newest is None or not newest.releases or {ChangeClass.ERROR, ChangeClass.ASK} & set(classes):
        return ""
    return lowest_version(newest.releases[0].version, class_of(classes))


def _beside(before: ComparedState, after: ComparedState) -> int | None:
    if before.handbook is None or after.handbook is None:
        return None
    old, new = newest_things(before.handbook), newest_things(after.handbook)
    return sum(_differs_beside(old[address], new[address]) for address in old.keys() & new.keys())


def _differs_beside(old: Shape, new: Shape) -> bool:
    kind = type(new)
    if type(old) is not kind:
        return False
    names = {name for shape, keys in BESIDE_ALL.items() if issubclass(kind, shape) for name in keys}
    names |= BESIDE.get(kind, {}).keys() - {"levels", "grades", "groups", "positions", "families", "every_indicator"}
    names -= {"points", "unassigned", "readings", "id", "code"}
    return any(getattr(old, name) != getattr(new, name) for name in names)
