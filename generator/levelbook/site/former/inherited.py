"""Which anchors of long ago each page has to answer for: its own, and those of pages that lead on to it."""

from collections.abc import Mapping

from levelbook.site import urls
from levelbook.site.context import Context
from levelbook.site.former.pages import Fate, FormerPage, former_page

OldAnchor = tuple[str, str]
"""A page of long ago, and an anchor on it."""


def old_anchors(ctx: Context) -> Mapping[str, tuple[OldAnchor, ...]]:
    """By the page that answers for them. A page that leads on is left at once and takes the anchor along."""
    anchors: dict[str, list[OldAnchor]] = {}
    for address, ids in ctx.handbook.history.addresses.items():
        if ids:
            answering = anchors.setdefault(_answering(ctx, address), [])
            answering += [(address, anchor) for anchor in ids]
    return {address: tuple(ids) for address, ids in anchors.items()}


def _answering(ctx: Context, address: str) -> str:
    if ctx.sitemap.at(address) or address.startswith(urls.PERMANENT):
        return address
    former = former_page(ctx, address)
    return former.target if former.fate is Fate.MOVED else address


def lost_pages(ctx: Context) -> tuple[FormerPage, ...]:
    """The addresses of releases of which nobody knows what became."""
    old = (address for address in ctx.handbook.history.addresses if not ctx.sitemap.at(address))
    return tuple(former for address in old if (former := former_page(ctx, address)).fate is Fate.LOST)
