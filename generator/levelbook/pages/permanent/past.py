"""What an indicator said in each release: the rows of its history, and the page of each wording.

A wording has one page, at the release in which it began (`id/CODE/RELEASE/`), and that page stays as it is but for the
sentence that says whether it still holds. It is small and without scripts, for it may be opened years from now.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from levelbook.components.links import Link, sequence_link
from levelbook.components.releases.coming import release_link
from levelbook.components.releases.quoting import Origin, origin_of, quotation
from levelbook.history.wordings import ReleasedWording
from levelbook.localized.releases import class_of, class_word, day, marked_wording, timeline, why_of, wording_runs
from levelbook.model.handbook import Sequence
from levelbook.queries.codes import competency_code
from levelbook.queries.remembered import remembered
from levelbook.site import urls
from levelbook.site.context import Context
from levelbook.site.page import StandalonePage
from levelbook.text.inline import Marked, plain
from levelbook.text.wording import JoinedWord

NEW, KEPT, REWORDED, RETIRED = "new", "kept", "reworded", "retired"
MARKS = {NEW: "new", KEPT: "same", REWORDED: "edit", RETIRED: "gone"}


@dataclass(frozen=True)
class PastRow:
    """What a release did to an indicator."""

    release: Link
    day: str
    """From when on it holds."""
    mark: str
    seal: str
    word: str
    means: str
    """What it means to whoever has to meet it, and why; nothing where nobody has said."""
    text: str
    """What it said from then on; nothing where that stands in `runs`, or where it ended."""
    runs: tuple[JoinedWord, ...]
    """The text before and after in one."""
    pinned: Link | None
    """The page of the wording."""


@dataclass(frozen=True)
class PinnedView:
    """A wording of an indicator, as it was from one release on."""

    code: str
    heading: str
    """Its code with the release."""
    path: tuple[Link, ...]
    """Sequence, level, competency, as they are called now."""
    text: str
    status: str
    """From when to when it held."""
    newest: str
    """The page of the indicator."""
    now: tuple[JoinedWord, ...]
    """This text and today's in one, where today's is another."""
    now_note: str
    """Since when today's stands, and what that meant."""
    ended: bool
    """Whether nothing holds any more."""
    onward: str
    """What leads to the page of the indicator; nothing where that says the same."""
    quote: str


@remembered(lambda code: code)
def past_rows(ctx: Context, code: str) -> tuple[PastRow, ...]:
    """What releases did to an indicator, newest first; none where no release is kept."""
    wordings = timeline(ctx).wordings.get(code, ())
    rows = list[PastRow]()
    for at, wording in enumerate(wordings):
        before = wordings[at + 1] if at + 1 < len(wordings) else None
        if wording.until and not wording.replaced:
            rows.append(_row(ctx, code, wording.until, RETIRED))
        follows = before is not None and before.until == wording.release
        rows.append(_began(ctx, code, wording, before if follows else None))
    return tuple(rows)


def _began(ctx: Context, code: str, wording: ReleasedWording, before: ReleasedWording | None) -> PastRow:
    label = ctx.words("past.this") + ctx.words("past.this_of", version=wording.release)
    pinned = Link(label, urls.pinned(code, wording.release))
    if before is None:
        kind = KEPT if wording.kept_from else NEW
        return _row(ctx, code, wording.release, kind, text=marked_wording(ctx, wording), pinned=pinned)
    return _row(ctx, code, wording.release, REWORDED, runs=wording_runs(ctx, before, wording), pinned=pinned)


def _row(
    ctx: Context,
    code: str,
    version: str,
    kind: str,
    text: str = "",
    runs: tuple[JoinedWord, ...] = (),
    pinned: Link | None = None,
) -> PastRow:
    return PastRow(
        release=release_link(ctx, version, code),
        day=ctx.words("past.by" if kind == KEPT else "past.since", day=day(ctx, timeline(ctx).day(version))),
        mark=MARKS[kind],
        seal=ctx.words(f"seal.{kind}"),
        word=ctx.words(f"change.{kind}"),
        means=_means(ctx, version, code),
        text=text,
        runs=runs,
        pinned=pinned,
    )


def _means(ctx: Context, version: str, code: str) -> str:
    """What a release means for an indicator, and the reason that a person gave."""
    kind = class_of(ctx, version, code)
    releases = (release for release in ctx.handbook.history.releases if release.version == version)
    changes = (change for release in releases for change in release.changes)
    whys = [why_of(ctx, version, change) for change in changes if change.address == code and change.why]
    said = [class_word(ctx, kind) if kind else "", *(ctx.words("releases.said", why=Marked(why)) for why in whys[:1])]
    return ctx.clauses(said)


def pages(ctx: Context) -> Iterator[StandalonePage]:
    """The page of every wording, and those of codes that are still to come."""
    yield from _pinned_pages(ctx)
    yield from _coming_pages(ctx)


def _pinned_pages(ctx: Context) -> Iterator[StandalonePage]:
    """A page for each wording that a release ever had."""
    for code, wordings in timeline(ctx).wordings.items():
        for wording in wordings:
            view = _pinned(ctx, code, wording)
            title = f"{view.heading} {plain(view.text)}"
            yield StandalonePage(urls.pinned(code, wording.release), title, "pinned", view)


def _coming_pages(ctx: Context) -> Iterator[StandalonePage]:
    """The pages of codes that are given and do not hold yet, so that their links lead somewhere."""
    times = timeline(ctx)
    for code, wordings in times.wordings.items():
        if times.coming.issuperset(wording.release for wording in wordings):
            view = _pinned(ctx, code, wordings[-1])
            yield StandalonePage(urls.permanent(code), f"{code} {plain(view.text)}", "pinned", view)


def _pinned(ctx: Context, code: str, wording: ReleasedWording) -> PinnedView:
    now = timeline(ctx).in_force(code)
    path, origin = _place(ctx, code, wording)
    text = marked_wording(ctx, wording)
    is_other = now is not None and now.release != wording.release
    ended = now is None and wording.release not in timeline(ctx).coming
    return PinnedView(
        code=code,
        heading=ctx.words("pinned.title", code=code, version=wording.release),
        path=path,
        text=text,
        status=_status(ctx, wording),
        newest=urls.permanent(code),
        now=wording_runs(ctx, wording, now) if now and is_other else (),
        now_note=_now_note(ctx, code, now) if now and is_other else "",
        ended=ended,
        onward=ctx.words("pinned.see_why") if ended else ctx.words("pinned.see_now") if now else "",
        quote=quotation(ctx, text, origin).plain,
    )


def _now_note(ctx: Context, code: str, now: ReleasedWording) -> str:
    kind = class_of(ctx, now.release, code)
    since = ctx.words("releases.line_since", release=now.release)
    return ctx.clauses([since, class_word(ctx, kind) if kind else ""])


def _status(ctx: Context, wording: ReleasedWording) -> str:
    times = timeline(ctx)
    first, last = (day(ctx, one) for one in times.days(wording))
    if wording.release in times.coming:
        return ctx.words("pinned.soon", **{"from": first})
    key = "still" if not wording.until or wording.until in times.coming else "was"
    if wording.kept_from:
        return ctx.words(f"pinned.{key}_kept", version=wording.release, until=last)
    return ctx.words(f"pinned.{key}", **{"from": first, "until": last})


def _place(ctx: Context, code: str, wording: ReleasedWording) -> tuple[tuple[Link, ...], Origin]:
    """Where a wording stood, by today's names; what is gone is left out, or called by its code."""
    fact = wording.fact
    sequence = _sequences(ctx).get(str(fact.get("seq", "")))
    if sequence is None:
        return (), Origin("", "", "", code, wording.release, reworded=False)
    steps = [sequence_link(ctx, sequence)]
    level = sequence.level(_level_id(ctx, sequence, str(fact.get("level", ""))))
    if level:
        steps.append(Link(ctx.name(level), urls.level(sequence, level.id)))
    owned = {competency_code(sequence, one): one for one in sequence.competencies.values()}
    competency = owned.get(str(fact.get("in", "")))
    if competency:
        steps.append(Link(ctx.name(competency), urls.competency(sequence, competency.id)))
    name, level_name = ctx.name(competency) if competency else "", ctx.name(level) if level else ""
    return tuple(steps), origin_of(ctx, sequence, name, level_name, code, wording.release)


def _level_id(ctx: Context, sequence: Sequence, level: str) -> str:
    """What a level is called by now."""
    return ctx.handbook.history.now.get(f"{sequence.code}.{level}", f".{level}").rpartition(".")[2]


@remembered(lambda: ())
def _sequences(ctx: Context) -> dict[str, Sequence]:
    return {sequence.code: sequence for sequence in ctx.handbook.sequences.values()}
