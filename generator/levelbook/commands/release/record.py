"""What a release keeps of the changes that it makes."""

from collections.abc import Iterable

from levelbook.history.change import TypedChange
from levelbook.model.history import FactTable, RecordedChange, ReleaseHistory


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
