"""Feeds (Atom 1.0) of releases: one of all, and one of each sequence with those that touched it.

A feed reader keeps entries by their ids, so these are made of the handbook's name and the version, and stay when the
site moves. A feed is read outside the site, where links have to be whole: without the site's address there are none.
"""

from collections.abc import Iterator
from uuid import NAMESPACE_URL, uuid5
from xml.sax.saxutils import escape, quoteattr

from levelbook.localized.releases import timeline
from levelbook.model.handbook import Release, Sequence
from levelbook.pages.releases.page import ReleaseEntry, recorded_changes, release_entry
from levelbook.pages.releases.whom import touched
from levelbook.site import urls
from levelbook.site.context import Context

_HANDBOOKS = uuid5(NAMESPACE_URL, "levelbook:releases")
_ILLEGAL = dict.fromkeys([*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF])
"""Characters that XML has no way to write."""


def feed_files(ctx: Context, site_url: str) -> Iterator[tuple[str, str]]:
    """Each feed's address and text; none where nobody knows where the site stands, or nothing was released."""
    if not site_url or not ctx.handbook.releases:
        return
    releases = ctx.handbook.releases
    title = ctx.words("releases.feed_title", name=ctx.name_of_handbook())
    yield urls.FEED, _feed(ctx, site_url, urls.FEED, title, releases)
    if timeline(ctx).has_past:
        for sequence in ctx.handbook.sequences.values():
            touching = tuple(release for release in releases if _touches(ctx, release, sequence))
            name = ctx.words("title.of", title=title, whole=ctx.sequence_name(sequence))
            yield urls.sequence_feed(sequence), _feed(ctx, site_url, urls.sequence_feed(sequence), name, touching)


def _touches(ctx: Context, release: Release, sequence: Sequence) -> bool:
    return any(one.key == sequence.code for one, _ in touched(ctx, recorded_changes(ctx, release.version)))


def _feed(ctx: Context, site_url: str, address: str, title: str, releases: tuple[Release, ...]) -> str:
    """`updated` is the day of the newest release in it; of a feed without entries that of the handbook's first."""
    newest = releases[0] if releases else ctx.handbook.releases[-1]
    author = ctx.text(ctx.handbook.head, "organisation") or ctx.name_of_handbook()
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang={_quoted(ctx.language)}>',
        f"<title>{_text(title)}</title>",
        f"<id>{_id(ctx, address)}</id>",
        f'<link rel="self" type="application/atom+xml" href={_quoted(site_url + address)}/>',
        f'<link rel="alternate" type="text/html" href={_quoted(site_url + urls.RELEASES)}/>',
        f"<updated>{_moment(newest)}</updated>",
        f"<author><name>{_text(author)}</name></author>",
        *(_entry(ctx, site_url, release) for release in releases),
        "</feed>",
    ]
    return "\n".join(lines) + "\n"


def _entry(ctx: Context, site_url: str, release: Release) -> str:
    entry = release_entry(ctx, release)
    page = entry.link.address if entry.link else f"{urls.RELEASES}#{entry.anchor}"
    version = ctx.words("releases.version", version=release.version)
    title = ctx.words("releases.pair", name=version, steps=entry.headline) if entry.headline else version
    lines = [
        "<entry>",
        f"<title>{_text(title)}</title>",
        f"<id>{_id(ctx, release.version)}</id>",
        f'<link rel="alternate" type="text/html" href={_quoted(site_url + page)}/>',
        f"<published>{_moment(release)}</published>",
        f"<updated>{_moment(release)}</updated>",
        f'<content type="html">{_text(_content(ctx, entry))}</content>',
        "</entry>",
    ]
    return "\n".join(lines)


def _content(ctx: Context, entry: ReleaseEntry) -> str:
    """The summary in people's words, from when it holds, how much it changes, and for whom; as HTML."""
    counted = ctx.series(count.name for count in entry.counts)
    whom = ctx.words("releases.pair", name=ctx.words("releases.for"), steps=ctx.words("join.news").join(entry.whom))
    parts = (entry.summary, entry.starts, counted, whom if entry.whom else "")
    return "".join(f"<p>{escape(part)}</p>" for part in parts if part)


def _moment(release: Release) -> str:
    return f"{release.date}T00:00:00Z"


def _id(ctx: Context, thing: str) -> str:
    return uuid5(_HANDBOOKS, f"{ctx.handbook.head.name}\n{thing}").urn


def _text(text: str) -> str:
    return escape(text.translate(_ILLEGAL))


def _quoted(text: str) -> str:
    return quoteattr(text.translate(_ILLEGAL))
