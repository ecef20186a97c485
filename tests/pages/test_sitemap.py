"""Which pages a handbook has: a tree that HR could read, and pages that are made exactly where it says."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from levelbook.catalogue import Catalogue
from levelbook.model.handbook import Handbook
from levelbook.pages import registry
from levelbook.site.context import Context
from levelbook.site.sitemap import PageKind, Sitemap, SitePage
from tests.pages.small import golden, small

HERE = Path(__file__).parent


def tree(sitemap: Sitemap, parent: str | None = None, depth: int = 0) -> Iterator[tuple[int, SitePage]]:
    """Every page below the one above it, with its depth."""
    for page in sitemap.pages:
        if page.parent == parent:
            yield depth, page
            yield from tree(sitemap, page.address, depth + 1)


def _line(depth: int, page: SitePage) -> str:
    whole = f"  = {page.full_title}" if page.full_title != page.title else ""
    return f"{'  ' * depth}{page.title}  [{page.kind}]  {page.address}{whole}\n"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_tree(language: str) -> None:
    sitemap = Context(small(), Catalogue(language)).sitemap
    lines = (_line(depth, page) for depth, page in tree(sitemap))
    golden(HERE / f"sitemap-{language}.txt", "".join(lines))


def test_every_page_stands_in_the_tree() -> None:
    sitemap = Context(small(), Catalogue("zh")).sitemap
    assert sorted(page.address for _, page in tree(sitemap)) == sorted(page.address for page in sitemap.pages)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_pages_that_are_made_are_those_of_the_sitemap(handbook: Handbook, language: str) -> None:
    for book in (handbook, small()):
        ctx = Context(book, Catalogue(language))
        made = {page.address: page.title for page in registry.theme_pages(ctx)}
        assert made == {page.address: page.title for page in ctx.sitemap.pages}
        assert len(made) == len(ctx.sitemap.pages)


def test_a_page_that_is_not_there_has_no_address() -> None:
    ctx = Context(small(), Catalogue("zh"))
    without = [one for one in ctx.handbook.sequences.values() if not ctx.sitemap.has(PageKind.SYLLABUS, one)]
    assert without
    assert ctx.sitemap.address(PageKind.SYLLABUS, without[0]) == ""
    with pytest.raises(KeyError):
        ctx.sitemap.existing(PageKind.SYLLABUS, without[0])


def test_links_lead_to_pages_that_there_are(handbook: Handbook) -> None:
    ctx = Context(handbook, Catalogue("zh"))
    pages = {page.address for page in registry.pages(handbook, Catalogue("zh"))}
    targets = [target for code in handbook.ledger if (target := ctx.links.of_code(code))]
    assert len(targets) > 800
    assert {target.address.partition("#")[0] for target in targets} - pages == set()
