"""The list 曾在此页: what old addresses of a page meant that it no longer shows, each at the anchor that it had.

It stands at the end of a page, so that a link of long ago finds its place without a script: what it was about, under
the name it has now, and where that is; or why it ended, and what is asked instead.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from levelbook.components.indicators import indicator_place
from levelbook.components.links import Link
from levelbook.components.releases.coming import release_link
from levelbook.components.retired import Retirement, retirement, thing_name
from levelbook.localized.releases import from_day
from levelbook.model.competency import Indicator
from levelbook.model.sequence import SequenceHead
from levelbook.queries.coded import CodedThing
from levelbook.site import urls
from levelbook.site.anchors import FORMERLY
from levelbook.site.context import Context
from levelbook.site.former.anchors import FormerAnchor, former_anchor
from levelbook.site.former.coming import ComingThing


@dataclass(frozen=True)
class FormerLine:
    """Something that a page showed."""

    id: str
    """The anchor that led to it."""
    name: str
    """What it is called, or says; nothing where it was a part of the page."""
    code: str
    place: Link | None
    """Where it is now."""
    retired: Retirement | None
    """Why it ended."""
    day: str = ""
    """From when on, where it is still to come."""
    lost: bool = False
    """Whether nobody knows what became of it."""


@dataclass(frozen=True)
class FormerList:
    """What a page showed."""

    anchor: str
    lines: tuple[FormerLine, ...]
    """Things."""
    coming: tuple[FormerLine, ...]
    """Things that the page will show."""
    parts: tuple[FormerLine, ...]
    """Parts of the page that nobody gave a name."""


def former_list(ctx: Context, old: Iterable[tuple[str, str]], present: Collection[str]) -> FormerList | None:
    """The lines for anchors of long ago, each with the page on which it was; nothing where the page has all of them."""
    missing = {anchor: page for page, anchor in old if anchor not in present}
    if not missing:
        return None
    anchors = [former_anchor(ctx, page, anchor, present) for anchor, page in sorted(missing.items())]
    lines = [_line(ctx, anchor) for anchor in anchors]
    things = tuple(line for line in lines if line.name and not line.day)
    ahead = tuple(line for line in lines if line.day)
    return FormerList(FORMERLY, things, ahead, tuple(line for line in lines if not line.name))


def _line(ctx: Context, anchor: FormerAnchor) -> FormerLine:
    thing, ahead = anchor.thing, anchor.coming
    if ahead:
        day = from_day(ctx, ahead.version)
        return FormerLine(anchor.id, ahead.name, ahead.code, coming_link(ctx, ahead), None, day)
    if thing is None:
        return FormerLine(anchor.id, "", anchor.lost, None, None, lost=bool(anchor.lost))
    name = ctx.marked(thing.model, "text") if isinstance(thing.model, Indicator) else thing_name(ctx, thing)
    ended = retirement(ctx, thing.sequence, thing.retired) if thing.retired else None
    return FormerLine(anchor.id, name, thing.code, _place(ctx, anchor, thing), ended)


def _place(ctx: Context, anchor: FormerAnchor, thing: CodedThing) -> Link | None:
    """Where a thing is now: on the same page, at its own place, or at its code where it has ended."""
    if thing.retired:
        return Link(thing.code, urls.permanent(thing.code)) if thing.code else None
    if anchor.now:
        return Link(_whose(ctx, thing), f"#{anchor.now}")
    if isinstance(thing.model, Indicator) and thing.competency:
        return indicator_place(ctx, (thing.sequence, thing.competency), thing.level, thing.model)
    target = ctx.links.of_code(thing.code)
    return Link(_whose(ctx, thing), target.address) if target and target.address else None


def coming_link(ctx: Context, thing: ComingThing) -> Link:
    """What is known of a thing before its day: the page of an indicator, else that of the release which brings it."""
    return Link(thing.code, urls.permanent(thing.code)) if thing.worded else release_link(ctx, thing.version)


def _whose(ctx: Context, thing: CodedThing) -> str:
    """What a thing is called, with its sequence."""
    name, whole = thing_name(ctx, thing), ctx.sequence_name(thing.sequence)
    return whole if isinstance(thing.model, SequenceHead) else ctx.words("title.of", title=name, whole=whole)
