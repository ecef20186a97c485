"""What a release keeps of the changes that it makes."""

from collections.abc import Iterable
from dataclasses import replace

from levelbook.history.change import TypedChange
from levelbook.model.handbook import Handbook
from levelbook.model.history import FactTable, History, RecordedChange, ReleaseHistory


def release_history(
    version: str, changes: Iterable[TypedChange], before: FactTable, after: FactTable
) -> ReleaseHistory:
    """The changes, and every fact that is otherwise now as it was, so that turning back gives the state before."""
    differing = [address for address in {**before, **after} if before.get(address) != after.get(address)]
    return ReleaseHistory(
        version, tuple(map(_recorded, changes)), {address: before.get(address) for address in differing}
    )


def _recorded(change: TypedChange) -> RecordedChange:
    return RecordedChange(
        change.address, change.kind, change.change_class, change.rule, change.why, change.results, change.members
    )


def with_past(handbook: Handbook, past: History) -> Handbook:
    """A handbook with what it has been: pages at former addresses are published too, with anchors of their own."""
    return replace(handbook, history=replace(past, paths=handbook.history.paths, now=handbook.history.now))
