"""Which addresses a handbook publishes."""

from levelbook.build import Site, published_addresses
from levelbook.catalogue import Catalogue
from levelbook.pages.registry import pages
from tests.pages.small import small


def test_every_page_is_published_in_order_in_any_language() -> None:
    published = published_addresses(small(), Catalogue("zh"))
    assert list(published) == sorted(page.address for page in pages(small(), Catalogue("zh")))
    assert published == Site(small(), Catalogue("en")).addresses()


def test_indicators_are_anchors_of_their_level() -> None:
    published = published_addresses(small(), Catalogue("zh"))
    level = next(anchors for page, anchors in published.items() if page.endswith("/level/junior/"))
    assert any(anchor.startswith("g-") for anchor in level)
    assert list(level) == sorted(level)
