"""Several languages in one site: the same sitemap in each, nothing twice that is no text, one document for all."""

import json
import posixpath
import re
from collections.abc import Iterator
from dataclasses import replace

import pytest

from levelbook.assessment.checklists import checklists
from levelbook.build import RenderedPage, Site
from levelbook.catalogue import Catalogue
from levelbook.model.handbook import Handbook
from levelbook.pages.assessment.contract import checklist_data
from levelbook.site.assets import ASSETS
from levelbook.site.context import Context
from levelbook.site.editions import SiteEdition, editions
from levelbook.site_builder import SiteBuilder
from levelbook.site_context import SiteOptions
from tests.pages.small import own, small

OPTIONS = SiteOptions(site_url="https://handbook.example/", written=frozenset({"guide/hr/", "en/guide/hr/"}))
MARKS = ("hash", "basis", "partBasis")


def in_both(handbook: Handbook) -> Handbook:
    return replace(handbook, head=handbook.head.model_copy(update={"languages": ("zh", "en")}))


@pytest.fixture(scope="module")
def site() -> Site:
    return Site(in_both(small()), Catalogue("zh"), OPTIONS)


def test_the_first_edition_stands_where_the_site_stood(site: Site) -> None:
    alone = Site(replace(small(), head=small().head.model_copy(update={"languages": ()})), Catalogue("zh"), OPTIONS)
    assert [page.html for page in site.pages] == [page.html for page in alone.pages]
    assert site.addresses() == alone.addresses()
    assert [edition.edition for edition in site.editions] == [SiteEdition("zh"), SiteEdition("en", "en/")]


def test_each_edition_has_the_pages_of_a_site_in_its_language(site: Site) -> None:
    """But for what all share: addresses to share, and files that are no texts."""
    alone, english = Site(small(), Catalogue("en"), OPTIONS), site.editions[1]

    def told(page: RenderedPage) -> str:
        html = re.sub(r"(?:\.\./)+(?:\.\./)?assets/", "assets/", page.html)
        return html.replace("https://handbook.example/en/", "https://handbook.example/")

    assert {page.page.address: told(page) for page in english.pages} == {
        page.page.address: told(page) for page in alone.pages
    }
    assert {page.page.place.title for page in english.pages} != {page.page.place.title for page in site.pages}


def test_a_site_in_another_language_than_the_first_has_this_alone() -> None:
    head = in_both(small()).head
    assert editions(head, "zh") == (SiteEdition("zh"), SiteEdition("en", "en/"))
    assert editions(head, "en") == (SiteEdition("en"),)
    assert SiteEdition("en", "en/").seen_from_here("en/guide/hr/") == "guide/hr/"
    assert SiteEdition("en", "en/").seen_from_here("guide/hr/") == "../guide/hr/"


def test_nothing_is_there_twice_that_is_no_text(site: Site) -> None:
    files = {file.path for file in site.every_file()}
    assert {path for path in files if path.endswith("qr.svg") and path.startswith("en/")} == set()
    assert {path for path in files if path.endswith("qr.svg")}
    assert {file.path for file in site.editions[1].files()} <= {file.path for file in site.files()}
    names = {file.path for file in site.every_search()}
    assert names == {f"{ASSETS}search-data.js", f"en/{ASSETS}search-data.js"}


def test_an_indicator_has_one_address_to_share_and_a_page_in_each_language(site: Site) -> None:
    files = {file.path: file.text for file in site.every_file()}
    for folder, other in (("", "en/"), ("en/", "")):
        page = files[f"{folder}id/KEY-LIS-01/index.html"]
        assert 'data-copy="https://handbook.example/id/KEY-LIS-01/"' in page
        assert f'<link rel="canonical" href="https://handbook.example/{folder}id/KEY-LIS-01/">' in page
        link = re.search(r'<a class="lb-language" href="([^"]*)"', page)
        assert link
        here = posixpath.dirname(f"{folder}id/KEY-LIS-01/index.html")
        assert posixpath.normpath(posixpath.join(here, link[1])) == f"{other}id/KEY-LIS-01/index.html"
        assert re.findall(r'<link rel="alternate" hreflang="([\w-]+)"', page) == ["zh-Hans", "en"]


def _checklists(handbook: Handbook, language: str) -> Iterator[tuple[str, object]]:
    """What decides whether an answer still stands, by checklist."""
    ctx = Context(handbook, Catalogue(language))
    for sequence in handbook.sequences.values():
        for checklist in checklists(ctx, sequence):
            if not checklist.refusal:
                data = checklist_data(ctx, sequence, checklist)
                items = [[item["code"], *(item[mark] for mark in MARKS)] for item in data["items"]]  # type: ignore[literal-required]
                parts = [[part["code"], part["hash"]] for item in data["items"] for part in item["parts"]]
                scales = [(key, scale["hash"]) for key, scale in data["scales"].items()]
                yield data["target"], [data["handbook"], items, parts, scales]


def test_a_document_means_the_same_in_every_language(handbook: Handbook) -> None:
    first, second = (json.dumps(dict(_checklists(handbook, language))) for language in ("zh", "en"))
    assert first == second
    assert len(first) > 10_000


def test_the_own_handbook_is_published_in_both() -> None:
    assert own().head.editions == ("zh", "en")
    assert own().head.name != own().head.localized("name", "en")


def test_a_preview_makes_the_same() -> None:
    handbook = in_both(small())
    builder = SiteBuilder(Catalogue("zh"), OPTIONS)
    alone, both = builder.build(replace(small(), head=small().head.model_copy(update={"languages": ()}))), None
    assert len(alone.editions) == 1
    address = "en/sequences/key-account/level/junior/"
    made: list[object] = []
    both = builder.build(handbook)
    builder.build(handbook, lambda page_of: made.append(page_of(address)))
    fresh = Site(handbook, Catalogue("zh"), OPTIONS)
    assert [[page.html for page in site.pages] for site in both.editions] == [
        [page.html for page in site.pages] for site in fresh.editions
    ]
    assert [file.text for file in both.every_file()] == [file.text for file in fresh.every_file()]
    [found] = made
    assert isinstance(found, tuple)
    assert found[0].html == next(
        page.html for page in fresh.editions[1].pages if page.page.address == address.removeprefix("en/")
    )
