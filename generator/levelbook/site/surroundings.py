"""What stands around a page, whatever the host: its full title, the way to it, the side of its sequence, what is read next."""

from dataclasses import dataclass

from levelbook.site.context import Context
from levelbook.site.side_navigation import SideNavigation, entry_of, side_navigation
from levelbook.site.sitemap import SitePage
from levelbook.site.trail import TrailStep, trail


@dataclass(frozen=True)
class Surroundings:
    """What a theme shows around a page."""

    address: str
    """Where it stands itself."""
    trail: tuple[TrailStep, ...]
    """The way to it from the home page."""
    side: SideNavigation | None
    """What stands at the side of the pages of its sequence."""
    side_entry: str
    """The address of the entry under which it stands there."""
    before: str | None
    """The page that is read before it; none where it stands in no order."""
    after: str | None
    """The page that is read after it."""


def surroundings(ctx: Context, page: SitePage) -> Surroundings:
    """What stands around a page."""
    sequence = ctx.handbook.sequences.get(page.sequence)
    before, after = ctx.sitemap.beside(page)
    return Surroundings(
        address=page.address,
        trail=trail(ctx, page),
        side=side_navigation(ctx, sequence) if sequence else None,
        side_entry=entry_of(ctx, page) if sequence else "",
        before=before.address if before else None,
        after=after.address if after else None,
    )
