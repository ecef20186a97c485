"""What became of an indicator since a trainer made slides of it: release by release, from the handbook's history."""

from collections.abc import Iterator
from dataclasses import dataclass

from levelbook.localized.releases import class_word, from_day, timeline, why_of, word_runs
from levelbook.model.history import Fact, FactTable, RecordedChange, ReleaseHistory
from levelbook.queries.remembered import remembered
from levelbook.site.context import Context
from levelbook.text.inline import Marked
from levelbook.text.wording import JoinedWord


@dataclass(frozen=True)
class RowChange:
    """What a release did to an indicator."""

    release: str
    meaning: str
    """Whether it asks more, less, or the same, in words."""
    day: str
    """From when it holds, where that day is still to come."""
    why: str
    """What a person gave as the reason."""
    runs: tuple[JoinedWord, ...]
    """The old sentence and the new one in one; nothing where the sentence is the same."""


@dataclass(frozen=True)
class ReleaseChoice:
    """A release that slides may have been made from."""

    version: str
    text: str
    coming: bool
    """Whether it does not hold yet."""


def release_choices(ctx: Context) -> tuple[ReleaseChoice, ...]:
    """The releases since which changes are known, newest first; none where no change is."""
    times = timeline(ctx)
    if not times.has_changes:
        return ()
    known = {release.version for release in ctx.handbook.history.releases}
    releases = ctx.handbook.releases
    oldest = max((at for at, release in enumerate(releases) if release.version in known), default=-1)
    return tuple(
        ReleaseChoice(
            release.version,
            ctx.words("course.release", version=release.version, date=release.date),
            release.version in times.coming,
        )
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
            meaning=class_word(ctx, change.change_class),
            day=from_day(ctx, release.version) if release.version in timeline(ctx).coming else "",
            why=Marked(why_of(ctx, release.version, change)),
            # a release may have done several things to it: its sentence is told once
            runs=_runs(ctx, release, code) if release.version != shown else (),
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


def _runs(ctx: Context, release: ReleaseHistory, code: str) -> tuple[JoinedWord, ...]:
    before, after = release.before.get(code), _facts(ctx, release.version).get(code)
    if not before or not after or before.get("text") == after.get("text"):
        return ()
    key = f"text_{ctx.language}"
    translated = before.get(key) and after.get(key) and before[key] != after[key]
    old, new = (_text(fact, key if translated else "text") for fact in (before, after))
    return word_runs(old, new)


def _text(fact: Fact, key: str) -> Marked:
    return Marked(str(fact.get(key, "")))


@remembered(lambda version: version)
def _facts(ctx: Context, version: str) -> FactTable:
    return ctx.handbook.history.facts_at(version)
