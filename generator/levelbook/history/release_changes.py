"""What a release changed, as typed changes: the record of the release beside the facts before and after it."""

from levelbook.history.change import Touches, TypedChange
from levelbook.model.handbook import Handbook
from levelbook.model.history import Fact
from levelbook.text.inline import plain
from levelbook.text.wording import difference, joined


def changes_of(handbook: Handbook, version: str) -> tuple[TypedChange, ...]:
    """The changes of a release, in the order in which they are told; none where no record is kept of it."""
    history = handbook.history
    release = next((release for release in history.releases if release.version == version), None)
    if release is None:
        return ()
    after = history.facts_at(version)
    return tuple(
        TypedChange(
            kind=change.kind,
            address=change.address,
            change_class=change.change_class,
            rule=change.rule,
            before=release.before.get(change.address),
            after=after.get(change.address),
            key="text" if change.kind == "indicator-reworded" else "",
            words=_words(release.before.get(change.address), after.get(change.address)),
            members=change.members,
            results=change.results,
            why=change.why,
            touches=_touches(after.get(change.address) or release.before.get(change.address)),
        )
        for change in release.changes
    )


def _words(before: Fact | None, after: Fact | None):  # type: ignore[no-untyped-def]
    if before is None or after is None or before.get("text") == after.get("text"):
        return ()
    found = difference(plain(str(before.get("text", ""))), plain(str(after.get("text", ""))))
    return joined(found.before, found.after)


def _touches(fact: Fact | None) -> Touches:
    return Touches(levels=(f"{fact['seq']}.{fact['level']}",) if fact and fact.get("level") else ())
