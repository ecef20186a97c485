"""What became of an indicator since a trainer made slides of it: release by release, from the handbook's history."""

from collections.abc import Iterator
from dataclasses import dataclass

from levelbook.model.history import Fact, FactTable, RecordedChange, ReleaseHistory
from levelbook.queries.remembered import remembered
from levelbook.site.context import Context
from levelbook.text.wording import JoinedWord, difference, joined


@dataclass(frozen=True)
class RowChange:
    """What a release did to an indicator."""

    release: str
    meaning: str
    """Whether it asks more, less, or the same, in words."""
    day: str
    """The day from which it holds, where the release says it."""
    why: str
    """What a person gave as the reason."""
    words: tuple[JoinedWord, ...]
    """The old sentence and the new one in one; nothing where the sentence is the same."""


@dataclass(frozen=True)
class ReleaseChoice:
    """A release that slides may have been made from."""

    version: str
    text: str


def release_choices(ctx: Context) -> tuple[ReleaseChoice, ...]:
    """The releases since which changes are known, newest first; none where no change is."""
    history = ctx.handbook.history.releases
    if not history:
        return ()
    known = {release.version for release in history}
    releases = ctx.handbook.releases
    oldest = max((at for at, release in enumerate(releases) if release.version in known), default=-1)
    return tuple(
        ReleaseChoice(release.version, ctx.words("course.release", version=release.version, date=release.date))
        for release in releases[: oldest + 2]
    )


def changes_of(ctx: Context, code: str) -> tuple[RowChange, ...]:
    """What each release did to an indicator, newest first."""
    return tuple(_changes(ctx, code))


def _changes(ctx: Context, code: str) -> Iterator[RowChange]:
    shown = ""
    for release, change in _by_address(ctx).get(code, ()):
        yield RowChange(
            release=release.version,
            meaning=ctx.words(f"course.meaning.{change.change_class.value}"),
            day=_day(ctx, release.version),
            why=change.why,
            # a release may have done several things to it: its sentence is told once
            words=_words(ctx, release, code) if release.version != shown else (),
        )
        shown = release.version


@remembered(lambda: "")
def _by_address(ctx: Context) -> dict[str, list[tuple[ReleaseHistory, RecordedChange]]]:
    """All changes that were recorded, newest release first."""
    found: dict[str, list[tuple[ReleaseHistory, RecordedChange]]] = {}
    for release in ctx.handbook.history.releases:
        for change in release.changes:
            found.setdefault(change.address, []).append((release, change))
    return found


def _words(ctx: Context, release: ReleaseHistory, code: str) -> tuple[JoinedWord, ...]:
    before = release.before.get(code)
    after = _facts(ctx, release.version).get(code)
    old, new = _text(ctx, before), _text(ctx, after)
    if not old or not new or old == new:
        return ()
    told = difference(old, new)
    return joined(told.before, told.after)


def _text(ctx: Context, fact: Fact | None) -> str:
    """What a fact says in the page's language, as far as it is translated."""
    known = fact or {}
    return str(known.get(f"text_{ctx.language}") or known.get("text", ""))


@remembered(lambda version: version)
def _facts(ctx: Context, version: str) -> FactTable:
    return ctx.handbook.history.facts_at(version)


def _day(ctx: Context, version: str) -> str:
    release = next((release for release in ctx.handbook.releases if release.version == version), None)
    return str(release.effective) if release and release.effective else ""
