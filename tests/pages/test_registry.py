"""All pages of a handbook, and how navigation lists them: printed trees that HR could read."""

from pathlib import Path

import pytest

from levelbook.build import outputs
from levelbook.catalogue import Catalogue
from levelbook.pages import registry
from levelbook.site.context import Context
from levelbook.site.navigation import navigation
from levelbook.site.page import NavItem, Page, StandalonePage
from tests.pages.growth import FOLDER, SALES
from tests.pages.small import golden, read, small

HERE = Path(__file__).parent


def _line(page: Page | StandalonePage) -> str:
    kind = f"{page.template}, {page.layout.value}" if isinstance(page, Page) else f"{page.template}, light"
    above = f", under {page.parent}" if isinstance(page, Page) and page.parent else ""
    return f"{page.address or '(home)'}  {page.title}  [{kind}{above}]"


def _tree(items: tuple[NavItem, ...], depth: int = 0) -> list[str]:
    lines = []
    for item in items:
        leads = f"  -> {item.address or '(home)'}" if item.address is not None else ""
        lines.append("  " * depth + item.title + leads)
        lines += _tree(item.children, depth + 1)
    return lines


@pytest.mark.parametrize("language", ["zh", "en"])
def test_pages(language: str) -> None:
    pages = registry.pages(small(), Catalogue(language))
    golden(HERE / f"pages-{language}.txt", "\n".join(map(_line, pages)) + "\n")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_navigation(language: str) -> None:
    items = navigation(Context(small(), Catalogue(language)))
    golden(HERE / f"navigation-{language}.txt", "\n".join(_tree(items)) + "\n")


def test_addresses_are_unique() -> None:
    addresses = [page.address for page in registry.pages(small(), Catalogue("zh"))]
    assert len(addresses) == len(set(addresses))


def test_making_pages_twice_gives_the_same() -> None:
    assert registry.pages(small(), Catalogue("zh")) == registry.pages(small(), Catalogue("zh"))


@pytest.mark.parametrize("language", ["zh", "en"])
def test_pages_are_written_in_both_languages(language: str) -> None:
    html = {one.page.address: one.html for one in outputs(read(FOLDER), Catalogue(language)) if hasattr(one, "html")}
    for page in ("actions", "process", "syllabus", "calibration", "source"):
        assert "<h1" in html[f"{SALES}{page}/"]
