"""The pages at old addresses: one that leads on, what is left of what ended, or a word on why nothing is here now.

They stand outside the theme, as those behind permanent codes: nothing lists them, and thousands of them may come
together over the years. Only what has moved leads on by itself. What has ended stays where it was, with the list of
what the page showed below it, so that a link to an anchor of it arrives without a script.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from levelbook.assessment.checklists import checklists
from levelbook.components.former.forwarding import ForwardView
from levelbook.components.former.lines import coming_link
from levelbook.components.links import Link
from levelbook.components.retired import retired_thing, thing_name
from levelbook.localized.releases import from_day
from levelbook.queries.remembered import asked_once
from levelbook.site import urls
from levelbook.site.context import Context
from levelbook.site.former.coming import ComingThing
from levelbook.site.former.pages import Fate, FormerPage, former_page, page_above
from levelbook.site.links import LinkTarget
from levelbook.site.page import StandalonePage

_WORDS = {
    "matrix": "matrix.title",
    "compare": "compare.title",
    "weights": "points.title",
    "form": "form.title",
    "actions": "actions.title",
    "process": "process.title",
    "syllabus": "syllabus.title",
    "calibration": "calibration.title",
    "source": "provenance.title",
    "positions": "word.position",
    "check": "check.title",
    "concepts": "concept.title",
    "move": "transfer.title",
    "pocket": "former.pocket",
    "sheet": "course.sheet",
    "card": "former.card",
}
"""What pages are called, by the part of their address that says their kind."""


@dataclass(frozen=True)
class VacantView:
    """An address at which there is nothing to show at present."""

    title: str
    """What the page was called."""
    reasons: tuple[str, ...]
    see: Link
    """The nearest page that there is."""


def pages(ctx: Context, present: Collection[str]) -> Iterator[StandalonePage]:
    """The pages at every address that a release had; `present` are those at which another page stands."""
    for address in ctx.handbook.history.addresses:
        if address not in present:
            page = _page(ctx, former_page(ctx, address))
            if page:
                yield page


@asked_once(lambda former: former.address)
def _page(ctx: Context, former: FormerPage) -> StandalonePage | None:
    if former.fate is Fate.MOVED:
        return _forward(ctx, former)
    if former.coming:
        return _coming(ctx, former, former.coming)
    if former.fate is Fate.EMPTY:
        return _vacant(ctx, former)
    thing = next((thing for thing in former.things if thing.retired), None)
    if thing is None or thing.retired is None:
        return None
    own = former.address.startswith(urls.PERMANENT) or len(former.address.split("/")) == 5
    what = "" if own and "/check/" not in former.address else _what(ctx, former)
    was = ctx.words("former.was", what=what) if what else ""
    return retired_thing(ctx, thing, thing.retired, former.address, was)


def _forward(ctx: Context, former: FormerPage) -> StandalonePage:
    page = ctx.sitemap.at(former.target)
    thing = former.things[0]
    name = page.title if page and not former.anchor else thing_name(ctx, thing)
    old = former.address.removeprefix(urls.PERMANENT).split("/")[0] if former.address.startswith(urls.PERMANENT) else ""
    renamed = old and old != thing.code
    reason = ctx.words("former.moved_code", code=old, now=thing.code) if renamed else ctx.words("former.moved")
    title = ctx.words("title.told_apart", title=name, by=former.address.rstrip("/"))
    target = LinkTarget(name, f"{former.target}#{former.anchor}" if former.anchor else former.target)
    return StandalonePage(former.address, title, "forward", ForwardView(target, reason))


def _vacant(ctx: Context, former: FormerPage) -> StandalonePage:
    what, above = _what(ctx, former), page_above(ctx, former)
    why = ctx.words("former.empty", what=what) if what else ctx.words("former.empty_unnamed")
    refusal = _refusal(ctx, former)
    reasons = (why, ctx.words("former.refusal", why=refusal)) if refusal else (why,)
    name = what or above.title
    title = ctx.words("title.told_apart", title=name, by=former.address.rstrip("/"))
    return StandalonePage(former.address, title, "vacant", VacantView(name, reasons, Link(above.title, above.address)))


def _coming(ctx: Context, former: FormerPage, thing: ComingThing) -> StandalonePage:
    """That what the address is about comes with a release, and from when on."""
    code = thing.code if thing.code != thing.name else ""
    reason = ctx.words("former.coming", what=thing.name, **{"from": from_day(ctx, thing.version)})
    name = " ".join(part for part in (code, thing.name) if part)
    title = ctx.words("title.told_apart", title=name, by=former.address.rstrip("/"))
    return StandalonePage(former.address, title, "vacant", VacantView(name, (reason,), coming_link(ctx, thing)))


def _what(ctx: Context, former: FormerPage) -> str:
    """What stood at the address, in words: its kind, and of what it was."""
    parts = former.address.rstrip("/").split("/")
    word = next((_WORDS[part] for part in reversed(parts) if part in _WORDS), "")
    names = [thing_name(ctx, thing) for thing in former.things]
    concept = ctx.handbook.concepts.get(parts[-1]) if parts[0] == "concepts" else None
    names += [ctx.name(concept)] if concept else []
    kind = ctx.words(word) if word else ""
    if not kind or not names:
        return kind or ctx.series(names)
    return ctx.words("title.of", title=kind, whole=ctx.series(names))


def _refusal(ctx: Context, former: FormerPage) -> str:
    """Why nobody can rate themselves against what a checklist was of."""
    thing = former.things[0] if former.things else None
    if thing is None or "/check/" not in former.address:
        return ""
    every = checklists(ctx, thing.sequence)
    return next((checklist.refusal for checklist in every if checklist.target.key == thing.key), "")
