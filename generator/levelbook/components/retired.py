"""What is left of things that have been retired: since when, why, and what is asked instead."""

from dataclasses import dataclass

from levelbook.components.links import Link, sequence_link
from levelbook.model.base import Mortal, Retired
from levelbook.model.handbook import Concept, Sequence
from levelbook.site import urls
from levelbook.site.context import Context
from levelbook.site.links import LinkTarget
from levelbook.site.page import StandalonePage


@dataclass(frozen=True)
class Retirement:
    """What is left of a retired thing."""

    since: str
    """Since which release it is no longer in force, in a sentence."""
    why: str
    """The reason."""
    replaced_by: tuple[LinkTarget, ...]
    """What is asked instead."""


@dataclass(frozen=True)
class RetiredView:
    """The page of a retired thing."""

    code: str
    name: str
    parent: Link
    """What it belonged to: a sequence, or the list of concepts."""
    retired: Retirement


def of_code(ctx: Context, sequence: Sequence, code: str, thing: Mortal, retired: Retired) -> StandalonePage:
    """What is left at the code of a thing of a sequence."""
    view = RetiredView(code, ctx.name(thing), sequence_link(ctx, sequence), retirement(ctx, sequence, retired))
    return StandalonePage(urls.permanent(code), f"{code} {view.name}", "retired", view)


def retired_concept(ctx: Context, concept: Concept, retired: Retired, parent: Link, address: str) -> StandalonePage:
    """What is left of a concept, which stood in no sequence; others, in force or not, may have its name."""
    view = RetiredView("", ctx.name(concept), parent, retirement(ctx, None, retired))
    name = ctx.words("title.told_apart", title=view.name, by=concept.id)
    title = ctx.words("title.of", title=name, whole=parent.text)
    return StandalonePage(address, title, "retired", view)


def retirement(ctx: Context, sequence: Sequence | None, retired: Retired) -> Retirement:
    """What is left of a retired thing."""
    targets = (ctx.links.find(sequence, address) for address in retired.replaced_by)
    since = ctx.words("retirement.since", version=retired.since) if retired.since else ctx.words("retirement.soon")
    return Retirement(since, ctx.marked(retired, "why"), tuple(target for target in targets if target))
