"""The way from the home page to a page: each step leads to what it names."""

from dataclasses import dataclass

from levelbook.site import urls
from levelbook.site.context import Context
from levelbook.site.sitemap import PageKind, SitePage


@dataclass(frozen=True)
class TrailStep:
    """A page above another, or a family on the page of all sequences."""

    title: str
    address: str


def trail(ctx: Context, page: SitePage) -> tuple[TrailStep, ...]:
    """The steps to a page, from the home page on."""
    steps: list[TrailStep] = []
    for above in (*ctx.sitemap.above(page), page):
        if above.kind is PageKind.SEQUENCE:
            steps += _family(ctx, above.sequence)
        if above is not page:
            steps.append(TrailStep(above.title, above.address))
    return tuple(steps)


def _family(ctx: Context, sequence: str) -> list[TrailStep]:
    families = (family for family in ctx.handbook.head.families if sequence in family.sequences)
    return [TrailStep(ctx.name(family), urls.family(family.id)) for family in families][:1]
