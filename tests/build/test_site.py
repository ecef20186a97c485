"""The site as a whole: every link leads somewhere, ids are unique, headings in order, the same bytes twice."""

import re
from dataclasses import dataclass
from html import unescape
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import PurePosixPath
from urllib.parse import unquote, urldefrag, urljoin

import pytest

from levelbook.build import SearchPage, Site, outputs
from levelbook.catalogue import LANGUAGES, Catalogue
from levelbook.model.handbook import Handbook
from levelbook.pages.search.prose import words_of_html
from levelbook.site.urls import file_address
from tests.pages.data_files import held
from tests.pages.small import small

BASE = "https://site.example/"


_UNREAD = re.compile(r"(<(script|style)\b[^>]*>).*?</\2>|<!--.*?-->", re.DOTALL)
_START = re.compile(r'<([a-z][\w-]*)((?:[^">]|"[^"]*")*)>')
_ATTRIBUTE = re.compile(r'([\w:-]+)(?:="([^"]*)")?')
_READ_TAGS = frozenset("a form link table caption th h1 h2 h3 h4 h5 h6".split())


class PageFacts:
    """Ids, links, headings and table parts of a page."""

    def __init__(self) -> None:
        self.ids: list[str] = []
        self.links: list[str] = []
        self.headings: list[int] = []
        self.unscoped: list[dict[str, str]] = []
        self.tables: list[bool] = []

    def add(self, tag: str, attributes: dict[str, str]) -> None:
        """Notes what a start tag says."""
        if "id" in attributes:
            self.ids.append(attributes["id"])
        if tag in ("a", "form", "link") and ("href" in attributes or "action" in attributes):
            self.links.append(attributes.get("href") or attributes.get("action", ""))
        if re.fullmatch(r"h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if tag == "th" and "scope" not in attributes:
            self.unscoped.append(attributes)
        if tag == "table":
            self.tables.append(False)
        if tag == "caption":
            self.tables[-1] = True


def facts_of(text: str) -> PageFacts:
    """A page as our templates write it; in 1,300 pages of a handbook a parser would take six times as long."""
    facts = PageFacts()
    for tag, attributes in _START.findall(_UNREAD.sub(r"\1", text)):
        if tag in _READ_TAGS or " id=" in attributes:
            facts.add(tag, {name: unescape(value) for name, value in _ATTRIBUTE.findall(attributes)})
    return facts


class Parser(HTMLParser):
    """Reads a page as HTML says, however it is written."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.facts = PageFacts()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.facts.add(tag, {name: value or "" for name, value in attrs})


@dataclass(frozen=True)
class ReadSite:
    """A site and what stands on its pages."""

    handbook: Handbook
    site: Site
    texts: dict[str, str]
    pages: dict[str, PageFacts]
    tables: frozenset[str]
    """Files that pages offer besides."""


@pytest.fixture(scope="module", params=["small-zh", "small-en", "own-zh", "own-en"])
def read_site(request: pytest.FixtureRequest, handbook: Handbook) -> ReadSite:
    """The small handbook and the repository's own, in both languages."""
    name, language = request.param.split("-")
    chosen = small() if name == "small" else handbook
    site = Site(chosen, Catalogue(language))
    texts = {file_address(rendered.page.address): rendered.html for rendered in site.pages}
    files = {file.path: file.text for file in site.files()}
    texts |= {path: text for path, text in files.items() if path.endswith(".html")}
    tables = frozenset(path for path in files if path.endswith(".csv"))
    return ReadSite(chosen, site, texts, {path: facts_of(text) for path, text in texts.items()}, tables)


@pytest.fixture
def pages(read_site: ReadSite) -> dict[str, PageFacts]:
    """All pages of a site."""
    return read_site.pages


def test_pages_are_written_as_they_are_read_here(read_site: ReadSite) -> None:
    """A parser finds the same on every page of the small handbook, and on every twentieth of the large one."""
    for path in list(read_site.texts)[:: 1 if read_site.handbook is small() else 20]:
        assert vars(Parser(read_site.texts[path]).facts) == vars(read_site.pages[path]), path


def _in_its_edition(site: Site, file: str) -> str:
    """A file as seen from the folder of the edition that it stands in: all editions have the same pages."""
    folders = (edition.folder for edition in site.every_edition if edition.folder)
    return next((file.removeprefix(folder) for folder in folders if file.startswith(folder)), file)


def test_every_link_leads_to_a_page_and_its_anchor(read_site: ReadSite) -> None:
    pages = read_site.pages
    for path, page in pages.items():
        for link in page.links:
            target, anchor = urldefrag(urljoin(BASE + path, link))
            if not target.startswith(BASE) or "/assets/" in target:
                continue
            file = _in_its_edition(read_site.site, unquote(target.removeprefix(BASE).partition("?")[0]))
            assert file in pages or file in read_site.tables, f"{path}: {link}"
            if file == "collection/index.html" and anchor:
                codes = [f"id/{code}/index.html" for code in anchor.split(",")]
                assert pages.keys() >= set(codes), f"{path}: {link}"
            elif anchor.startswith("q="):
                assert file == "indicators/index.html", "what somebody looks for is read by the list of indicators"
            else:
                assert not anchor or unquote(anchor) in pages[file].ids, f"{path}: {link}"


def test_all_links_are_relative(pages: dict[str, PageFacts]) -> None:
    for path, page in pages.items():
        assert not [link for link in page.links if link.startswith("/")], path


def test_ids_are_unique(pages: dict[str, PageFacts]) -> None:
    for path, page in pages.items():
        assert len(page.ids) == len(set(page.ids)), path


def test_headings_are_in_order(pages: dict[str, PageFacts]) -> None:
    for path, page in pages.items():
        levels = page.headings
        if PurePosixPath(path).match("id/*/card/index.html"):
            assert not levels, f"{path}: a card is a part of a page with headings of its own"
            continue
        assert levels[:1] == [1], path
        assert levels.count(1) == 1, path
        assert all(after <= before + 1 for before, after in pairwise(levels)), path


def test_tables_have_captions_and_scopes(pages: dict[str, PageFacts]) -> None:
    for path, page in pages.items():
        assert all(page.tables), path
        assert not page.unscoped, path


def test_promised_anchors_are_there(read_site: ReadSite) -> None:
    for page in (rendered.page for rendered in read_site.site.pages):
        ids = set(read_site.pages[file_address(page.address)].ids)
        headings = {part.id for heading in page.headings for part in (heading, *heading.children)}
        assert headings | page.anchors <= ids, page.address


def test_search_data_lead_to_pages(read_site: ReadSite) -> None:
    [file] = read_site.site.search([SearchPage("指南", "guide/index.html", "<p>正文&amp;</p>")])
    data = held(file.text)
    prose = data["pages"].pop()
    assert prose == ["指南", "guide/index.html", "page", [], "", "", "正文&", False]
    for address in [row[1] for row in data["pages"]] + [row[3] for row in data["places"]]:
        file, anchor = urldefrag(address)
        assert file in read_site.pages, address
        assert not anchor or anchor in read_site.pages[file].ids, address
    for answer in data["answers"]:
        links = [answer[key] for key in ("href", "checklist", "matrix", "pocket")]
        links += (answer["comparison"] or [])[1:]
        assert {link.partition("?")[0] for link in links if link} <= read_site.pages.keys()
    for code, text, at, _ in data["indicators"]:
        assert f"id/{code}/index.html" in read_site.pages
        assert text
        assert 0 <= at < len(data["places"])


def test_every_indicator_in_force_is_found_once(read_site: ReadSite) -> None:
    [file] = read_site.site.search()
    data = held(file.text)
    codes = [row[0] for row in data["indicators"]]
    competencies = [
        competency
        for sequence in read_site.handbook.sequences.values()
        for competency in sequence.competencies.values()
    ]
    live = [indicator.code for competency in competencies for indicator in competency.every_live()]
    assert sorted(codes) == sorted(live)
    assert len(codes) == len(set(codes))


def test_same_bytes_twice() -> None:
    handbook = small()
    assert list(outputs(handbook, Catalogue("zh"))) == list(outputs(handbook, Catalogue("zh")))


def test_both_languages_hold_the_same_keys() -> None:
    first, second = (Catalogue(language).keys() for language in LANGUAGES)
    assert first == second


def test_plain_leaves_the_words() -> None:
    assert words_of_html("<h1>甲&amp;乙</h1><script>x</script> <p>丙</p>") == "甲&乙 丙"
