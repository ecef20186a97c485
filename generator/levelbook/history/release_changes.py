"""What releases changed: told again from what they left, and written down for the one that is being made."""

from collections.abc import Iterable
from dataclasses import replace

from levelbook.history.change import TypedChange
from levelbook.history.comparing.changes import typed_changes
from levelbook.history.touched import TouchedBy
from levelbook.model.handbook import Handbook
from levelbook.model.history import FactTable, History, RecordedChange, ReleaseHistory


def facts_before(history: History, version: str) -> FactTable:
    """The facts that a release found; its own where it changed nothing, or is not known."""
    release = next((one for one in history.releases if one.version == version), ReleaseHistory(version))
    return release.turned_back(history.facts_at(version))


def changes_of(handbook: Handbook, version: str) -> tuple[TypedChange, ...]:
    """What a release changed, in the order in which it told it, with the words that were given then."""
    history = handbook.history
    release = next((one for one in history.releases if one.version == version), None)
    if release is None:
        return ()
    before, after = facts_before(history, version), history.facts_at(version)
    waiting = list(typed_changes(before, after, now=history.now))
    told = [_as_recorded(record, waiting, before, after) for record in release.changes]
    return TouchedBy(before, after, history.addresses).every(told)


def recorded(version: str, changes: Iterable[TypedChange], before: FactTable, after: FactTable) -> ReleaseHistory:
    """What a release leaves of itself: its changes, and all facts that it changed as they were before."""
    return ReleaseHistory(
        version=version,
        changes=tuple(_record(change) for change in changes),
        before={
            address: before.get(address)
            for address in sorted({*before, *after})
            if before.get(address) != after.get(address)
        },
    )


def _record(change: TypedChange) -> RecordedChange:
    return RecordedChange(
        address=change.address,
        kind=change.kind,
        change_class=change.change_class,
        rule=change.rule,
        why=change.why,
        results=change.results,
        members=change.members,
    )


def _as_recorded(
    record: RecordedChange, waiting: list[TypedChange], before: FactTable, after: FactTable
) -> TypedChange:
    """The change that was written down; rules of today may find another one, what was said then holds."""
    found = next((one for one in waiting if (one.address, one.kind) == (record.address, record.kind)), None)
    if found is None:
        address = record.address
        found = TypedChange(
            record.kind, address, record.change_class, before=before.get(address), after=after.get(address)
        )
    else:
        waiting.remove(found)
    return replace(
        found,
        change_class=record.change_class,
        rule=record.rule,
        why=record.why,
        results=record.results,
        members=record.members,
    )
