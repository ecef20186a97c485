"""What readers see of releases: the words of pages, as text that HR could read; feeds; nothing without a past."""

import re
from dataclasses import replace
from functools import cache
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st

from levelbook.build import RenderedPage, SiteOptions, outputs
from levelbook.catalogue import Catalogue
from levelbook.components.releases.quoting import LINK, Origin, quotation
from levelbook.components.views.news import news_since, versions_at
from levelbook.model.handbook import Handbook, ReleaseWord
from levelbook.model.history import History
from levelbook.pages.releases.feed import feed_files
from levelbook.pages.releases.page import recorded_changes
from levelbook.site.context import Context
from levelbook.site.qr import qr_code
from levelbook.site.qr_file import qr_svg
from tests.pages.released import newest, released, released_context
from tests.pages.small import golden

HERE = Path(__file__).parent / "released_pages"
SITE = "https://handbook.example.com/"
ATOM = "{http://www.w3.org/2005/Atom}"
LARGEST_PINNED = 3000
UUID5 = re.compile("urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
JUNIOR = "sequences/key-account/level/junior/"
PAGES = {
    "list": "releases/",
    "release": "releases/2.0.0/",
    "coming": "releases/3.0.0/",
    "level": JUNIOR,
    "indicator": "id/KEY-LIS-02/",
    "pinned": "id/KEY-LIS-01/1.0.0/",
    "pinned-ended": "id/KEY-LIS-03/1.0.0/",
    "pinned-coming": "id/KEY-LIS-08/",
}


@cache
def made(language: str = "zh", site_url: str = SITE) -> dict[str, str]:
    """Everything the handbook brings, by its path."""
    return _made(released(), language, site_url)


def _made(handbook: Handbook, language: str = "zh", site_url: str = SITE) -> dict[str, str]:
    files = {}
    for output in outputs(handbook, Catalogue(language), SiteOptions(site_url=site_url)):
        if isinstance(output, RenderedPage):
            files[f"{output.page.address}index.html"] = output.html
        else:
            files[output.path] = output.text
    return files


def page(address: str, language: str = "zh") -> str:
    return made(language)[f"{address}index.html"]


def words(html: str) -> str:
    """What a page says, a line each, with signs around what is gone and what is added."""
    main = re.search(r"<main.*?</main>", html, re.DOTALL)
    text = main[0] if main else html
    text = re.sub(r"<(style|script|template|svg)\b.*?</\1>", "", text, flags=re.DOTALL)
    text = re.sub(r"<del\b[^>]*>(.*?)</del>", r"[-\1-]", text, flags=re.DOTALL)
    text = re.sub(r"<ins\b[^>]*>(.*?)</ins>", r"[+\1+]", text, flags=re.DOTALL)
    text = re.sub(r"</?(a|b|span|small|code|i|input|button|label|select|option)\b[^>]*>", "", text)
    lines = (" ".join(line.split()) for line in re.sub(r"<[^>]*>", "\n", text).split("\n"))
    return "".join(f"{unescape(line)}\n" for line in lines if line)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("name", PAGES)
def test_pages_say(name: str, language: str) -> None:
    golden(HERE / f"{name}-{language}.txt", words(page(PAGES[name], language)))


def test_a_pinned_page_is_small_and_without_scripts() -> None:
    pinned = {path: text for path, text in made().items() if re.fullmatch(r"id/[^/]+/\d+\.\d+\.\d+/index\.html", path)}
    assert len(pinned) == 18
    for path, text in pinned.items():
        assert len(text.encode()) <= LARGEST_PINNED, path
        assert "<script" not in text
        assert '<meta name="robots" content="noindex">' in text
        code = path.split("/")[1]
        assert f'<link rel="canonical" href="{SITE}id/{code}/">' in text


def test_a_pinned_page_exists_for_each_wording_and_for_no_other_release() -> None:
    addresses = {path.removesuffix("index.html") for path in made() if path.startswith("id/KEY-LIS-02/")}
    releases = {address.split("/")[2] for address in addresses} - {"", "card", "qr.svg"}
    assert releases == {"1.0.0", "1.1.0", "3.0.0"}


def test_the_code_of_what_is_still_to_come_leads_somewhere() -> None:
    assert "2027年1月1日起施行" in words(page("id/KEY-LIS-08/"))


def test_every_line_of_a_level_says_since_when_it_stands() -> None:
    lines = re.findall(r'<li class="lb-ind"[^>]*id="([^"]+)"[^>]*data-since="([^"]+)"', page(JUNIOR))
    assert dict(lines) == {
        "KEY-LIS-01": "2.0.0",
        "KEY-LIS-02": "1.1.0",
        "KEY-LIS-06": "2.0.0",
        "KEY-LIS-07": "2.0.0",
        "KEY-TAL-01": "1.0.0",
    }


def test_what_has_ended_keeps_its_anchor() -> None:
    assert re.search(
        r'<details class="lb-ended">.*<li class="lb-ind is-ended" id="KEY-LIS-03"', page(JUNIOR), re.DOTALL
    )


def test_figures_of_news_are_those_of_the_lines() -> None:
    ctx = released_context()
    sequence = ctx.handbook.sequences["key-account"]
    assert versions_at(ctx, sequence, "junior") == ("2.0.0", "3.0.0", "2.0.0", "2.0.0", "2.0.0", "3.0.0")
    assert news_since(ctx, sequence, "junior") == {
        "2.0.0": "2 处即将施行",
        "1.1.0": "自 1.1.0 版以来，你的级别有 4 处变化；2 处即将施行",
        "1.0.0": "自 1.0.0 版以来，你的级别有 4 处变化；2 处即将施行",
    }


@pytest.mark.parametrize("past", [History(), replace(newest().history, releases=())])
def test_without_changes_behind_it_a_handbook_says_nothing_of_them(past: History) -> None:
    handbook = replace(newest(), history=past, releases=newest().releases[-1:])
    files = _made(handbook)
    level = files[f"{JUNIOR}index.html"]
    assert "data-since" not in level
    assert 'value="changed"' not in level
    assert "data-versions" not in level
    assert not any(path.startswith("assets/levelbook/changed/") for path in files)
    assert 'id="history"' not in files["id/KEY-LIS-01/index.html"]
    assert ("<lb-news" in level) == bool(past.published), "the first visit is noted once a release is kept"
    assert ("id/KEY-LIS-01/1.0.0/index.html" in files) == bool(past.published)


def test_hostile_texts_reach_pages_as_text_alone() -> None:
    for path, text in made().items():
        if path.endswith(".html"):
            assert "<b>每次" not in text, path
    assert "&lt;b&gt;每次&lt;/b&gt; &amp; 复盘" in page("releases/3.0.0/")


def test_no_two_parts_of_a_page_have_one_anchor() -> None:
    for path in made():
        if path.startswith(("releases/", "sequences/key-account/level/")) and path.endswith(".html"):
            anchors = re.findall(r'\bid="([^"]+)"', made()[path])
            assert len(anchors) == len(set(anchors)), path


@pytest.mark.parametrize("path", ["releases/feed.xml", "releases/KEY.xml", "releases/SUP.xml"])
def test_a_feed_has_what_atom_asks(path: str) -> None:
    feed = ElementTree.fromstring(made()[path])
    assert feed.tag == f"{ATOM}feed"
    _has(feed, "id", "title", "updated", "author")
    assert feed.findtext(f"{ATOM}author/{ATOM}name") == "示例公司"
    links = {link.get("rel"): link.get("href") for link in feed.findall(f"{ATOM}link")}
    assert links == {"self": SITE + path, "alternate": f"{SITE}releases/"}
    entries = feed.findall(f"{ATOM}entry")
    for entry in entries:
        _has(entry, "id", "title", "updated", "content")
        assert [link.get("rel") for link in entry.findall(f"{ATOM}link")] == ["alternate"]
        assert "<script" not in (entry.findtext(f"{ATOM}content") or "")
    ids = [entry.findtext(f"{ATOM}id") for entry in (feed, *entries)]
    assert len(ids) == len(set(ids))
    assert all(UUID5.fullmatch(one or "") for one in ids)


def _has(element: ElementTree.Element, *names: str) -> None:
    for name in names:
        assert len(element.findall(f"{ATOM}{name}")) == 1, name
    updated = element.findtext(f"{ATOM}updated") or ""
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", updated)


def test_a_feed_of_a_sequence_has_the_releases_that_touched_it() -> None:
    feed = ElementTree.fromstring(made()["releases/SUP.xml"])
    assert [title.text for title in feed.findall(f"{ATOM}entry/{ATOM}title")] == [
        "2.0.0 版：倾听要当场写出要点",
        "1.1.0 版：复述写得更清楚",
    ]


def test_entries_keep_their_ids_when_the_site_moves() -> None:
    here, there = (dict(feed_files(released_context(), site))["releases/feed.xml"] for site in (SITE, "http://b/"))
    assert re.findall("<id>(.*?)</id>", here) == re.findall("<id>(.*?)</id>", there)


def test_without_the_address_of_the_site_there_are_no_feeds_and_no_codes_to_scan() -> None:
    files = made(site_url="")
    assert not [path for path in files if path.endswith((".xml", ".svg")) and "assets" not in path]
    assert "没有订阅地址" in files["releases/index.html"]
    assert "没有二维码" in files["id/KEY-LIS-02/index.html"]


def test_the_picture_of_a_code_has_the_modules_of_the_standard_and_its_blank_edge() -> None:
    svg = qr_svg(f"{SITE}id/KEY-LIS-02/")
    assert ElementTree.fromstring(svg).get("viewBox") == "0 0 {0} {0}".format(qr_code(f"{SITE}id/KEY-LIS-02/").modules)
    dark = _modules(svg)
    assert {(4 + at, 4) for at in range(7)} <= dark, "the upper edge of the first corner"
    assert not {(column, row) for column, row in dark if min(column, row) < 4}
    assert made()["id/KEY-LIS-02/qr.svg"] == svg


def _modules(svg: str) -> set[tuple[int, int]]:
    """The dark modules that the strokes paint."""
    path = re.search(r'stroke="#000" d="M(\d+) (\d+)\.5([^"]*)"', svg)
    assert path
    column, row, dark = int(path[1]), int(path[2]), set()
    for move, stroke in re.findall(r"m(-?\d+ \d+)|h(\d+)", path[3]):
        if stroke:
            dark |= {(column + at, row) for at in range(int(stroke))}
            column += int(stroke)
        else:
            right, down = map(int, move.split())
            column, row = column + right, row + down
    return dark


class _Text(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.text = ""
        self.tags: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.text += data


ORIGIN = Origin("客户经理", "倾听", "初级", "KEY-LIS-01", "1.0.0", reworded=False)


@given(st.text(st.sampled_from(list("甲<>&\"'{}[]()*`_\\#|~ link")), min_size=1, max_size=30))
def test_a_quotation_in_html_says_the_text_and_nothing_else(text: str) -> None:
    made = quotation(released_context(), text, ORIGIN).html
    parser = _Text()
    parser.feed(made)
    parser.close()
    assert parser.tags == ["blockquote", "p", "footer", "a"]
    assert parser.text == f"{text}— 客户经理，倾听，初级，KEY-LIS-01，1.0.0 版"
    assert made.count(LINK) == 2


@given(st.text(st.sampled_from(list("甲a1<>&{}[]()*`_\\#|~=$.-+!:; \n")), min_size=1, max_size=30))
def test_a_quotation_in_markdown_reads_as_the_text(text: str) -> None:
    quoted = quotation(released_context(), text, ORIGIN).markdown
    head, _, foot = quoted.rpartition("\n>\n")
    assert not re.search(r"[{}]|(?<!\\)[*`_\[\]]", re.sub(r"\\\\", "", head))
    assert foot.endswith(f"]({LINK})")
    for extensions in ([], ["extra"]):
        shown = markdown.markdown(head, extensions=extensions)
        assert set(re.findall(r"<[^>]*>", shown)) <= {"<blockquote>", "</blockquote>", "<p>", "</p>"}
        assert unescape(re.sub(r"<[^>]*>", "", shown)).split() == text.split()


def test_the_reason_for_a_change_is_told_in_the_language_of_the_page() -> None:
    said = "从事后记下变成当场写出"
    word = {"is": "raises", "why": said, "why_en": "On the spot, no longer afterwards"}
    for why, english in ((said, word["why_en"]), ("后来改过", said)):
        words = {"KEY-LIS-01": ReleaseWord.model_validate({**word, "why": why})}
        releases = [
            one.model_copy(update={"words": words}) if one.version == "2.0.0" else one for one in released().releases
        ]
        book = replace(released(), releases=tuple(releases))
        for language, told in (("zh", said), ("en", english)):
            ctx = Context(book, Catalogue(language))
            assert {change.why for change in recorded_changes(ctx, "2.0.0") if change.why} == {told}


def test_a_context_in_english_says_dates_as_english_does() -> None:
    assert "From 1 January 2027" in words(page(JUNIOR, "en"))
    assert Context(released(), Catalogue("en")).words("releases.day", day=1, month="May", year=2027) == "1 May 2027"
