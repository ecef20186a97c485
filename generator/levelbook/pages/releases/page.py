"""The list of releases, coming ones first, and the page of each: for whom first, then what, by sequence and competency.

A release of before the history was kept has its words in the list and no page: what it changed, nobody has recorded.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from unicodedata import east_asian_width

from levelbook.components.links import Link, competency_link
from levelbook.history.change import TypedChange
from levelbook.history.release_changes import changes_of, facts_before
from levelbook.localized.changes import ChangeSentences
from levelbook.localized.releases import day, timeline, why_of
from levelbook.model.handbook import Release
from levelbook.pages.releases.row import ReleaseChangeRow, change_row
from levelbook.pages.releases.whom import ClassCount, TouchedSequence, counts, touched
from levelbook.queries.remembered import asked_once, remembered
from levelbook.site import urls
from levelbook.site.context import Context
from levelbook.site.page import Heading, Layout, Page
from levelbook.site.sitemap import PageKind

_SENTENCE = re.compile(r".*?(?:[。！？]|[.!?](?=\s)|$)", re.DOTALL)


@dataclass(frozen=True)
class ReleaseEntry:
    """A release in the list."""

    anchor: str
    version: str
    link: Link | None
    """Its page; none where nothing is recorded of it."""
    coming: bool
    state: str
    """That it is in force or coming; nothing for former ones."""
    starts: str
    """From when on it holds."""
    published: str
    headline: str
    """The first sentence of its summary."""
    rest: str
    summary: str
    """All of it, ended as a sentence."""
    counts: tuple[ClassCount, ...]
    """How many changes of each class that it has."""
    whom: tuple[str, ...]
    """Whom it concerns, a sequence each."""


@dataclass(frozen=True)
class ReleasesView:
    """Everything on the page with all releases."""

    figures: str
    releases: tuple[ReleaseEntry, ...]
    feeds: tuple[Link, ...]
    """What one can subscribe to: all, and one a sequence."""


@dataclass(frozen=True)
class CompetencyChanges:
    """What a release changed of a competency, or of a sequence besides its competencies."""

    link: Link | None
    code: str
    rows: tuple[ReleaseChangeRow, ...]


@dataclass(frozen=True)
class SequenceChanges:
    """What a release changed of a sequence."""

    touched: TouchedSequence
    competencies: tuple[CompetencyChanges, ...]


@dataclass(frozen=True)
class ReleaseView:
    """Everything on the page of a release."""

    entry: ReleaseEntry
    figures: str
    """How many sequences, levels and positions it concerns."""
    sequences: tuple[SequenceChanges, ...]
    counts: tuple[ClassCount, ...]
    """How many changes there are of each class, for the filter."""
    also: tuple[str, ...]
    """What else it touches, in sentences."""


def pages(ctx: Context) -> tuple[Page, ...]:
    """The list, and a page for each release of which it is recorded what it changed."""
    if not ctx.sitemap.has(PageKind.RELEASES):
        return ()
    places = (ctx.sitemap.page(PageKind.RELEASE, key=release.version) for release in ctx.handbook.releases)
    return (_list(ctx), *(_page(ctx, ctx.handbook.releases[at]) for at, place in enumerate(places) if place))


def _list(ctx: Context) -> Page:
    entries = tuple(release_entry(ctx, release) for release in ctx.handbook.releases)
    coming = sum(entry.coming for entry in entries)
    figures = [ctx.count("release", len(entries))]
    figures.append(ctx.words("releases.coming_count", count=ctx.count("release", coming)) if coming else "")
    view = ReleasesView(ctx.clauses(figures), entries, tuple(_feeds(ctx)))
    return Page(
        place=ctx.sitemap.existing(PageKind.RELEASES),
        template="releases",
        view=view,
        anchors=frozenset(entry.anchor for entry in entries),
        layout=Layout.FULL,
        description=ctx.words("releases.description"),
        has_script=False,
    )


def _feeds(ctx: Context) -> Iterable[Link]:
    yield Link(ctx.words("releases.feed_all"), urls.FEED)
    if timeline(ctx).has_past:
        for sequence in ctx.handbook.sequences.values():
            name = ctx.sequence_name(sequence)
            yield Link(ctx.words("releases.feed_of", sequence=name), urls.sequence_feed(sequence))


@remembered(lambda version: version)
def recorded_changes(ctx: Context, version: str) -> tuple[TypedChange, ...]:
    """What a release changed, as far as it is recorded."""
    changes = changes_of(ctx.handbook, version)
    return tuple(replace(change, why=why_of(ctx, version, change)) for change in changes)


@remembered(lambda release: release.version)
def release_entry(ctx: Context, release: Release) -> ReleaseEntry:
    """A release as the list and feeds tell it."""
    changes = recorded_changes(ctx, release.version)
    coming = release.version in timeline(ctx).coming
    in_force = release.version == ctx.version() and len(ctx.handbook.releases) > 1
    summary = ctx.text(release, "summary")
    headline = (_SENTENCE.match(summary) or [summary])[0]
    place = ctx.sitemap.page(PageKind.RELEASE, key=release.version)
    return ReleaseEntry(
        anchor=urls.release_anchor(release.version),
        version=release.version,
        link=Link(place.title, place.address) if place else None,
        coming=coming,
        state=ctx.words("releases.coming") if coming else ctx.words("releases.in_force") if in_force else "",
        starts=ctx.words("releases.starts", day=day(ctx, release.effective)) if release.effective else "",
        published=ctx.words("releases.published", date=release.date),
        headline=headline.strip().rstrip("。."),
        rest=summary[len(headline) :].strip(),
        summary=_ended(summary),
        counts=tuple(one for one in counts(ctx, changes, in_full=True) if one.n),
        whom=tuple(_whom_line(ctx, one) for one, _ in touched(ctx, changes)),
    )


def _ended(summary: str) -> str:
    """A summary with its full stop: that of its own script, whatever the language of the page."""
    if not summary or summary[-1] in "。.！!？?…":
        return summary
    return summary + ("。" if east_asian_width(summary[-1]) in "WF" else ".")


def _whom_line(ctx: Context, one: TouchedSequence) -> str:
    name, steps = one.line
    return ctx.words("releases.pair", name=name, steps=ctx.series(steps)) if steps else name


@asked_once(lambda release: release.version)
def _page(ctx: Context, release: Release) -> Page:
    changes = recorded_changes(ctx, release.version)
    groups = touched(ctx, changes)
    entry = release_entry(ctx, release)
    taken = {anchor for one, _ in groups for anchor in (one.anchor, *(step.anchor for step in one.steps))}
    sentences = _sentences(ctx, release.version)
    sequences = tuple(
        SequenceChanges(one, tuple(_by_competency(ctx, sentences, those, taken))) for one, those in groups
    )
    view = ReleaseView(
        entry=entry,
        figures=_figures(ctx, groups),
        sequences=sequences,
        counts=tuple(one for one in counts(ctx, changes) if one.n),
        also=tuple(_also(ctx, changes)),
    )
    return Page(
        place=ctx.sitemap.existing(PageKind.RELEASE, key=release.version),
        template="release",
        view=view,
        headings=tuple(_headings(ctx, view)),
        anchors=frozenset(_anchors(view)),
        layout=Layout.WIDE,
        description=ctx.words(
            "releases.one_description", version=release.version, summary=ctx.text(release, "summary")
        ),
        has_script=len(changes) > 1,
    )


def _headings(ctx: Context, view: ReleaseView) -> Iterable[Heading]:
    if view.sequences:
        yield Heading("whom", ctx.words("releases.whom"))
    for one in view.sequences:
        yield Heading(one.touched.anchor, one.touched.link.text)


def _anchors(view: ReleaseView) -> Iterable[str]:
    for sequence in view.sequences:
        yield from (step.anchor for step in sequence.touched.steps if step.anchor)
        yield from (row.anchor for each in sequence.competencies for row in each.rows if row.anchor)


def _figures(ctx: Context, groups: tuple[tuple[TouchedSequence, list[TypedChange]], ...]) -> str:
    changes = [change for _, those in groups for change in those]
    levels, positions = set[str](), set[str]()
    for change in changes:
        levels |= {*change.touches.levels, *change.touches.grades}
        positions |= {*change.touches.positions}
    sequences = sum(bool(one.link.address) for one, _ in groups)
    parts = [ctx.count("sequence", sequences) if sequences else ""]
    parts.append(ctx.count("level", len(levels)) if levels else "")
    parts.append(ctx.count("position", len(positions)) if positions else "")
    return ctx.clauses(parts)


def _also(ctx: Context, changes: tuple[TypedChange, ...]) -> Iterable[str]:
    answers = sum(change.touches.answers for change in changes)
    courses = {course for change in changes for course in change.touches.courses}
    addresses = sum(change.touches.addresses for change in changes)
    facts = {"answers": answers, "courses": len(courses), "addresses": addresses}
    return (ctx.words(f"releases.and_{name}", n=n) for name, n in facts.items() if n)


def _sentences(ctx: Context, version: str) -> ChangeSentences:
    history = ctx.handbook.history
    return ChangeSentences(ctx.words, facts_before(history, version), history.facts_at(version))


def _by_competency(
    ctx: Context, sentences: ChangeSentences, changes: list[TypedChange], taken: set[str]
) -> Iterable[CompetencyChanges]:
    """The changes of each competency, in the order of the first of each; what stands in none comes first.

    An anchor that another part of the page has is not given again.
    """
    rows: dict[str, list[ReleaseChangeRow]] = {"": []}
    for change in changes:
        anchor = "" if change.address in taken else change.address
        taken.add(change.address)
        rows.setdefault(_competency(change), []).append(change_row(ctx, sentences, change, anchor))
    for code, found in rows.items():
        if found:
            yield CompetencyChanges(_link(ctx, code), code, tuple(found))


def _link(ctx: Context, code: str) -> Link | None:
    """A competency; by its code where it is not in force."""
    owner, key = ctx.home(None, code)
    competency = owner.competencies.get(key) if owner else None
    return competency_link(ctx, (owner, competency)) if owner and competency else Link(code, "") if code else None


def _competency(change: TypedChange) -> str:
    """The code of the competency that a change stands in; nothing for what stands in none."""
    fact = change.after or change.before or {}
    if fact.get("kind") in ("indicator", "cell"):
        return str(fact.get("in", ""))
    return change.address if fact.get("kind") == "competency" else ""
