"""What releases changed of the lines of a level's page, as far as the page itself knows.

Each line says since which release it stands (`data-since`). What is new since a visit or since a release is found in
the browser, which alone knows when that was; here stands what it needs for it, and nothing where no release is kept.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from levelbook.components.indicators import indicator_row
from levelbook.components.links import Link
from levelbook.components.releases.coming import coming_in, release_link
from levelbook.components.releases.ended import ended_lines
from levelbook.localized.releases import day, timeline
from levelbook.model.handbook import Sequence
from levelbook.queries.codes import competency_code, short_code
from levelbook.queries.index import Member
from levelbook.queries.remembered import remembered
from levelbook.site import urls
from levelbook.site.context import Context


@dataclass(frozen=True)
class LevelNews:
    """What is new on the page of a level."""

    newest: str
    """The newest release that is published."""
    versions: str
    """All releases, newest first, with blanks between; nothing where no line has changed."""
    base: str
    """The release before the newest in force that touched the page; where only one to come did, the one before that."""
    changed: int
    """How many lines are new, changed, ended or to come since then."""
    day: str
    """The first day from which something to come holds; nothing where nothing comes."""
    sequence: str
    """The id of the sequence, by which the file's data are found."""
    data: str
    """The file with the old words."""
    links: tuple[Link, ...]
    """The releases that touched the page, for whom has no scripts."""


def level_news(ctx: Context, sequence: Sequence, level: str) -> LevelNews | None:
    """What is new on the page of a level; none where no release was ever kept."""
    times = timeline(ctx)
    if not times.has_past:
        return None
    newest = next(iter(times.releases), "")
    lines = versions_at(ctx, sequence, level)
    touching = _touching(ctx, lines)
    if not touching:
        return LevelNews(newest, "", "", 0, "", "", "", ())
    last = times.place(next((version for version in touching if version not in times.coming), touching[0]))
    days = sorted(times.day(version) for version in touching if version in times.coming)
    anchor = short_code(sequence, level)
    return LevelNews(
        newest=newest,
        versions=" ".join(times.releases),
        base="".join(list(times.releases)[last + 1 : last + 2]),
        changed=sum(times.place(version) <= last for version in lines if version),
        day=day(ctx, days[0]) if days else "",
        sequence=sequence.id,
        data=urls.changed_lines(sequence),
        links=tuple(release_link(ctx, version, anchor) for version in touching),
    )


def news_since(ctx: Context, sequence: Sequence, level: str) -> dict[str, str]:
    """How much is new at a level since each release, in a sentence; those since which nothing is are left out."""
    times, lines = timeline(ctx), [version for version in versions_at(ctx, sequence, level) if version]
    said: dict[str, str] = {}
    for release in times.releases:
        newer = [version for version in lines if times.place(version) < times.place(release)]
        coming = sum(version in times.coming for version in newer)
        changed = len(newer) - coming
        parts = [
            ctx.words("mine.news", release=release, count=ctx.count("change", changed)) if changed else "",
            ctx.words("mine.news_coming", count=ctx.count("change", coming)) if coming else "",
        ]
        if newer:
            said[release] = ctx.words("join.news").join(part for part in parts if part)
    return said


def _touching(ctx: Context, lines: tuple[str, ...]) -> list[str]:
    """The releases since the first that touched the page, newest first."""
    recorded = {release.version for release in ctx.handbook.history.releases}
    return sorted(recorded.intersection(lines), key=timeline(ctx).place)


@remembered(lambda sequence, level: (sequence.id, level))
def versions_at(ctx: Context, sequence: Sequence, level: str) -> tuple[str, ...]:
    """The release of each line that the page of a level shows, folded ones too; nothing for what none has had."""
    members = (member for member in ctx.all_members(sequence) if not ctx.by_exam(member))
    return tuple(version for member in members for version in _versions(ctx, sequence, member, level))


def _versions(ctx: Context, sequence: Sequence, member: Member, level: str) -> Iterator[str]:
    expectation, (owner, competency) = ctx.expectation(sequence, member, level), member
    for indicator in (*expectation.applies, *expectation.unsaid):
        row = indicator_row(ctx, member, indicator)
        yield row.coming.version if row.coming else row.since
    place = "" if competency.indicators else level
    yield from (line.version for line in coming_in(ctx, competency_code(owner, competency), place))
    yield from (line.since for line in ended_lines(ctx, member, expectation.cell or competency))
