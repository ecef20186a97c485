"""The page of a permanent code whose thing has a page, or a place on one: it leads on to it."""

from dataclasses import dataclass

from levelbook.site import urls
from levelbook.site.context import Context
from levelbook.site.links import LinkTarget
from levelbook.site.page import StandalonePage


@dataclass(frozen=True)
class ForwardView:
    """A page that leads on."""

    target: LinkTarget
    reason: str
    """Why one is led on."""


def forwarding_page(ctx: Context, code: str) -> StandalonePage:
    """The page of a code that leads on to the page of its thing."""
    target = ctx.links.of_code(code)
    assert target is not None
    view = ForwardView(target, ctx.words("forward.say", code=code))
    return StandalonePage(urls.permanent(code), f"{code} {target.name}", "forward", view)
