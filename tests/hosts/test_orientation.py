"""Where one is, on every page of the built site: a title of its own, a way that leads where it says, a skip link."""

import re
from collections import defaultdict
from html import unescape
from pathlib import Path

_TITLE = re.compile(r"<title[^>]*>(.*?)</title>", re.DOTALL)
_PATH = re.compile(r'<nav class="md-path".*?</nav>', re.DOTALL)
_LINK = re.compile(r'<a\b[^>]*href="([^"]*)"[^>]*>(.*?)</a>', re.DOTALL)
_HEADING = re.compile(r'<h1\b[^>]*id="([^"]*)"')


def _pages(site: Path) -> dict[Path, str]:
    return {path: path.read_text(encoding="utf-8") for path in sorted(site.rglob("*.html"))}


def _words(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", html)).split())


def _title(html: str) -> str:
    found = _TITLE.search(html)
    assert found
    return _words(found[1])


def test_no_two_pages_of_a_language_have_one_title(built: Path) -> None:
    pages = defaultdict(list)
    for path, html in _pages(built).items():
        place = path.relative_to(built).as_posix()
        pages[place.startswith("en/"), _title(html)].append(place)
    assert {title: paths for title, paths in pages.items() if len(paths) > 1} == {}


def test_every_step_of_the_way_leads_to_what_it_says(built: Path) -> None:
    """A page whose title begins with it; the handbook's home page; or a place on a page, which says so."""
    pages = {path.resolve(): html for path, html in _pages(built).items()}
    home = (built / "index.html").resolve()
    steps = 0
    for path, html in pages.items():
        way = _PATH.search(html)
        for href, words in _LINK.findall(way[0]) if way else ():
            file, _, anchor = unescape(href).partition("#")
            target = (path.parent / file).resolve()
            there = pages[target]
            if anchor:
                placed = re.search(rf'<(\w+)[^>]* id="{re.escape(anchor)}"[^>]*>(.*?)</\1>', there, re.DOTALL)
                assert placed and _words(placed[2]) == _words(words), f"{path}: {words} leads to {href}"
            elif target != home:
                assert _title(there).startswith(_words(words)), f"{path}: {words} leads to {_title(there)}"
            steps += 1
    assert steps > 1000


_STEPS = 4
"""The handbook, and the sequence, level and competency of a wording."""


def test_the_first_link_of_every_page_leads_to_its_heading(built: Path) -> None:
    for path, html in _pages(built).items():
        body = html[html.index("<body") :]
        if path.match("id/*/card/index.html"):
            assert not _HEADING.search(body) and "<nav" not in body, "a card in a frame has nothing that one could skip"
            continue
        if path.match("id/*/[0-9]*.[0-9]*.[0-9]*/index.html"):
            before = body[: body.index("<h1")]
            assert "<nav" not in body and before.count("<a ") <= _STEPS, "before a wording stands only where it is from"
            continue
        heading, first = _HEADING.search(body), re.search(r"<a\b[^>]*>", body)
        assert heading and first, path
        assert f'href="#{heading[1]}"' in first[0], path


def test_the_title_says_whose_page_it_is(built: Path) -> None:
    html = (built / "sequences/telecom-account-manager/level/advanced/index.html").read_text(encoding="utf-8")
    assert _title(html) == "高级 · 政企客户经理 - 能力标准手册"
    over = re.search(r'<p class="lb-head__over"><a href="([^"]*)">(.*?)</a></p>', html)
    assert over and over[1].endswith("sequences/telecom-account-manager/index.html") and over[2] == "政企客户经理"
    header = html[html.index('data-md-component="header-topic"') :]
    assert _words(header[header.index(">") + 1 : header.index("</div>")]) == "高级 · 政企客户经理"


def test_the_old_list_of_standards_leads_on(built: Path) -> None:
    html = (built / "standards/index.html").read_text(encoding="utf-8")
    assert "url=../sequences/index.html#sources" in html
    assert 'id="sources"' in (built / "sequences/index.html").read_text(encoding="utf-8")
