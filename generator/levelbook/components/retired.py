"""What is left of things that have been retired: since when, why, and what is asked instead."""

from dataclasses import dataclass

from levelbook.components.ended.old_texts import OldPart, old_parts, old_words
from levelbook.components.links import Link, sequence_link
from levelbook.localized.sentences import Statement, signed
from levelbook.model.base import Retired
from levelbook.model.competency import Indicator
from levelbook.model.growth import Action
from levelbook.model.handbook import Concept, Sequence
from levelbook.queries.coded import CodedThing, coded_things
from levelbook.site import urls
from levelbook.site.context import Context
from levelbook.site.links import LinkTarget
from levelbook.site.page import StandalonePage


@dataclass(frozen=True)
class Heir:
    """An indicator that is asked instead of another one, with what it says."""

    code: str
    text: Statement
    """What it says; may hold a little inline Markdown."""


@dataclass(frozen=True)
class Retirement:
    """What is left of a retired thing."""

    since: str
    """Since which release it is no longer in force, in a sentence."""
    why: str
    """The reason."""
    replaced_by: tuple[LinkTarget, ...]
    """What is asked instead."""
    heirs: tuple[Heir, ...] = ()
    """The same with what they say, where all of it are indicators."""
    mark: str = "gone"
    """How its seal looks."""
    kind: str = "retired"
    """What its seal says: what is asked still in other words was reworded."""


@dataclass(frozen=True)
class RetiredView:
    """The page of a retired thing."""

    code: str
    name: str
    parent: Link
    """What it belonged to: a sequence, or the list of concepts."""
    retired: Retirement
    words: tuple[str, ...] = ()
    """What it said of itself."""
    parts: tuple[OldPart, ...] = ()
    """What it asked."""
    was: str = ""
    """What stood at this address, where that was not its own page."""


def retired_thing(
    ctx: Context, thing: CodedThing, retired: Retired, address: str = "", was: str = ""
) -> StandalonePage:
    """What is left of a thing of a sequence: at its code, or at an address where its page, or one about it, stood."""
    name = thing_name(ctx, thing)
    view = RetiredView(
        code=thing.code,
        name=name,
        parent=sequence_link(ctx, thing.sequence),
        retired=retirement(ctx, thing.sequence, retired),
        words=tuple(old_words(ctx, thing)),
        parts=tuple(old_parts(ctx, thing)),
        was=was,
    )
    title = f"{thing.code} {name}"
    title = ctx.words("title.told_apart", title=title, by=address.rstrip("/")) if address else title
    return StandalonePage(address or urls.permanent(thing.code), title, "retired", view)


def retired_concept(ctx: Context, concept: Concept, retired: Retired, parent: Link, address: str) -> StandalonePage:
    """What is left of a concept, which stood in no sequence; others, in force or not, may have its name."""
    definition = ctx.marked(concept, "definition")
    words = (definition,) if definition else ()
    view = RetiredView("", ctx.name(concept), parent, retirement(ctx, None, retired), words)
    name = ctx.words("title.told_apart", title=view.name, by=concept.id)
    title = ctx.words("title.of", title=name, whole=parent.text)
    return StandalonePage(address, title, "retired", view)


def thing_name(ctx: Context, thing: CodedThing) -> str:
    """What people call a thing; an indicator, and what has no name, by what it says."""
    model = thing.model
    if isinstance(model, Indicator):
        return ctx.text(model, "text")
    if isinstance(model, Action):
        return ctx.text(model, "name") or ctx.text(model, "text")
    return ctx.name(model)


def retirement(ctx: Context, sequence: Sequence | None, retired: Retired) -> Retirement:
    """What is left of a retired thing."""
    targets = tuple(target for address in retired.replaced_by if (target := ctx.links.find(sequence, address)))
    heirs = tuple(heir for address in retired.replaced_by if (heir := _heir(ctx, address)))
    return Retirement(
        since=_since(ctx, retired, heirs),
        why=ctx.marked(retired, "why"),
        replaced_by=targets,
        heirs=heirs if len(heirs) == len(targets) else (),
        mark="edit" if heirs else "gone",
        kind="reworded" if heirs else "retired",
    )


def _heir(ctx: Context, address: str) -> Heir | None:
    thing = coded_things(ctx).of_code(address)
    return Heir(thing.code, signed(ctx, thing.model)) if thing and isinstance(thing.model, Indicator) else None


def _since(ctx: Context, retired: Retired, heirs: tuple[Heir, ...]) -> str:
    """Since when; what was split is asked still, and so is not said to have ended."""
    key = "split" if len(heirs) > 1 else "merged" if heirs else "since"
    n = ctx.amount(len(heirs))
    if not retired.since:
        return ctx.words(f"retirement.{key}_soon" if heirs else "retirement.soon", n=n)
    release = next((release for release in ctx.handbook.releases if release.version == retired.since), None)
    date = (release.effective or release.date) if release else ""
    version = ctx.words("retirement.version_dated" if date else "retirement.version", version=retired.since, date=date)
    return ctx.words(f"retirement.{key}", version=version, n=n)
