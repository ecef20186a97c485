"""What stands at an address that a release had and that no page of today has.

An old address is read by its form, which is that of `site.urls`: which kind of page, of what. What it was about is then
found by the names that things had (`queries.coded`), and the address made anew from the names they have now. Five
things can come of it (`Fate`): it leads on; what it was about has ended; there is nothing any more that such a page
could show (the last course of a sequence has ended, a level is left alone, so that nothing can be compared); what it
is about comes with a release whose day is ahead; or nobody knows what became of it, which no site may be published
with.

To be minded by whoever adds a kind of page: an address of a form that is not read here is answered by the page above
it, which says little. tests/former has every kind of page.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from levelbook.model.growth import Action
from levelbook.model.handbook import Sequence
from levelbook.queries.action_targets import aims
from levelbook.queries.coded import CodedThing, coded_things
from levelbook.queries.level_contents import asks_anything
from levelbook.site import urls
from levelbook.site.context import Context
from levelbook.site.former.coming import ComingThing, coming_thing
from levelbook.site.sitemap import PageKind, SitePage


class Fate(StrEnum):
    """What has become of an address."""

    MOVED = "moved"
    """It leads on to a page of today."""
    ENDED = "ended"
    """What it was about has ended."""
    EMPTY = "empty"
    """What it was about is there, and such a page would show nothing."""
    COMING = "coming"
    """What it is about holds only from a day ahead."""
    LOST = "lost"
    """Nobody knows."""


@dataclass(frozen=True)
class FormerPage:
    """What stands at an address of long ago."""

    address: str
    fate: Fate
    target: str = ""
    """The page of today to which it leads, or would lead if there were one."""
    things: tuple[CodedThing, ...] = ()
    """What it was about, as far as that decides: what has ended, or whose page it was."""
    code: str = ""
    """What was looked for in vain: a code, or a path below the folder of sequences."""
    coming: ComingThing | None = None
    """What it is about, where that is still to come."""
    anchor: str = ""
    """Where on the page to which it leads, for a code whose thing has a place on one."""


def former_page(ctx: Context, address: str) -> FormerPage:
    """What stands at an address of long ago, whether or not a page of today stands there too."""
    found = _read(ctx, address, [part for part in address.split("/") if part])
    ahead = coming_thing(ctx, found.code) if found.fate is Fate.LOST else None
    if ahead:
        return FormerPage(address, Fate.COMING, coming=ahead)
    if found.fate is not Fate.MOVED:
        return found
    stands = ctx.sitemap.at(found.target) or _stands_outside(ctx, found)
    return found if stands and found.target != address else replace(found, fate=Fate.EMPTY, anchor="")


def page_above(ctx: Context, former: FormerPage) -> SitePage:
    """The nearest page of today above an old address, or above that of what it was about."""
    ways = [former.address]
    if former.things:
        ways.append(urls.sequence(former.things[0].sequence))
    for way in (former.target or ways[-1], *ways):
        for above in _ways_up(way):
            page = ctx.sitemap.at(above)
            if page and above and above != former.address:
                return page
    home = ctx.sitemap.at(urls.HOME)
    assert home is not None
    return home


def _ways_up(address: str) -> Iterable[str]:
    """An address and those of the folders above it."""
    parts = address.rstrip("/").split("/")
    return ("/".join(parts[:n]) + "/" for n in range(len(parts), 0, -1))


def _stands_outside(ctx: Context, found: FormerPage) -> bool:
    """Whether a page stands at the target of which the sitemap knows nothing."""
    if found.target.startswith(urls.PERMANENT):
        return True
    thing = found.things[0] if found.things else None
    if thing and isinstance(thing.model, Action) and found.target == urls.course_sheet(thing.sequence, thing.code):
        return any(aim.indicator for aim in aims(ctx, thing.sequence, thing.model))
    if thing and found.target == urls.pocket_card(thing.sequence, thing.key):
        return asks_anything(ctx, thing.sequence, thing.key)
    return False


def _read(ctx: Context, address: str, parts: list[str]) -> FormerPage:
    things = coded_things(ctx)
    match parts:
        case ["sequences", folder, *rest]:
            sequence = things.sequence(folder)
            if sequence is None:
                return FormerPage(address, Fate.LOST, code=folder)
            return _of_sequence(ctx, address, sequence, folder, rest)
        case ["concepts", key]:
            known = key in ctx.handbook.concepts
            return FormerPage(address, Fate.EMPTY if known else Fate.LOST, code=key)
        case ["id", code, *rest]:
            return _of_code(ctx, address, code, rest)
    named = tuple(thing for part in reversed(parts) if (thing := things.of_code(part)))[:1]
    return FormerPage(address, Fate.ENDED if named and named[0].retired else Fate.EMPTY, things=named)


def _of_code(ctx: Context, address: str, code: str, rest: list[str]) -> FormerPage:
    thing = coded_things(ctx).of_code(code)
    if thing is None:
        return FormerPage(address, Fate.LOST, code=code)
    if rest and thing.code == code:
        return FormerPage(address, Fate.MOVED, urls.permanent(code), (thing,))
    if thing.retired:
        return FormerPage(address, Fate.ENDED, things=(thing,))
    target = ctx.links.of_code(thing.code)
    page, _, anchor = target.address.partition("#") if target else ("", "", "")
    return FormerPage(address, Fate.MOVED if page else Fate.EMPTY, page, (thing,), anchor=anchor)


def _of_sequence(ctx: Context, address: str, sequence: Sequence, folder: str, rest: list[str]) -> FormerPage:
    """A page below that of a sequence, which may have another folder now."""
    things = coded_things(ctx)
    match rest:
        case [("level" | "grade" | "position" | "check") as kind, key, *further]:
            return _about(address, things.of_id(sequence, key), f"{sequence.code}.{key}", (kind, *further))
        case ["competency", key]:
            return _about(address, things.competency(folder, key), f"{folder}/{key}", ("competency",))
        case ["actions", code, *further]:
            return _course(ctx, address, code, further)
        case ["compare", low, high]:
            return _comparison(ctx, address, sequence, (low, high))
    head = things.of_code(sequence.code)
    assert head is not None
    return FormerPage(address, Fate.MOVED, urls.sequence(sequence) + "".join(f"{part}/" for part in rest), (head,))


def _about(address: str, thing: CodedThing | None, code: str, kind: tuple[str, ...]) -> FormerPage:
    """A page about one thing."""
    if thing is None:
        return FormerPage(address, Fate.LOST, code=code)
    if thing.retired:
        return FormerPage(address, Fate.ENDED, things=(thing,))
    makers = {
        ("level",): urls.level,
        ("level", "pocket"): urls.pocket_card,
        ("grade",): urls.grade,
        ("position",): urls.position,
        ("competency",): urls.competency,
        ("check",): urls.checklist,
    }
    maker = makers.get(kind)
    if maker is None:
        return FormerPage(address, Fate.EMPTY, things=(thing,))
    return FormerPage(address, Fate.MOVED, maker(thing.sequence, thing.key), (thing,))


def _course(ctx: Context, address: str, code: str, rest: list[str]) -> FormerPage:
    """The page of a course or its sheet; what is a course no more stands in the list of all that is done."""
    thing = coded_things(ctx).of_code(code)
    if thing is None:
        return FormerPage(address, Fate.LOST, code=code)
    if thing.retired:
        return FormerPage(address, Fate.ENDED, things=(thing,))
    if ctx.sitemap.has(PageKind.COURSE, thing.sequence, thing.code):
        maker = urls.course_sheet if rest else urls.course
        return FormerPage(address, Fate.MOVED, maker(thing.sequence, thing.code), (thing,))
    return _of_code(ctx, address, code, [])


def _comparison(ctx: Context, address: str, sequence: Sequence, keys: tuple[str, str]) -> FormerPage:
    """The page of two levels; their order may be another one today."""
    things = [coded_things(ctx).of_id(sequence, key) for key in keys]
    for thing, key in zip(things, keys, strict=True):
        if thing is None:
            return FormerPage(address, Fate.LOST, code=f"{sequence.code}.{key}")
    levels = tuple(thing for thing in things if thing)
    ended = tuple(level for level in levels if level.retired)
    if ended:
        return FormerPage(address, Fate.ENDED, things=ended)
    low, high = (level.key for level in levels)
    owner = levels[0].sequence
    ways = (urls.comparison(owner, low, high), urls.comparison(owner, high, low))
    return FormerPage(address, Fate.MOVED, next((way for way in ways if ctx.sitemap.at(way)), ways[0]), levels)
