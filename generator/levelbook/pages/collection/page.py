"""The page of a collection, which scripts fill from its address: `collection/#TAM-ACH-06,TAM-COM-09`."""

from dataclasses import dataclass

from levelbook.components.codes.data import addresses
from levelbook.pages.collection.contract import CollectionData
from levelbook.site import urls
from levelbook.site.context import Context
from levelbook.site.page import Layout, Page
from levelbook.site.sitemap import PageKind


@dataclass(frozen=True)
class CollectionView:
    """Everything on the page that stands there before scripts read its address."""

    data: CollectionData
    """What scripts read."""


def pages(ctx: Context) -> tuple[Page, ...]:
    """The one page."""
    page = Page(
        place=ctx.sitemap.existing(PageKind.COLLECTION),
        template="collection",
        view=CollectionView(_data(ctx)),
        layout=Layout.FULL,
        description=ctx.words("collection.description"),
    )
    return (page,)


def _data(ctx: Context) -> CollectionData:
    return {
        "words": ctx.words.section("collection.say"),
        "files": addresses(ctx),
        "index": urls.file_address(urls.INDICATORS),
    }
