"""Page texts as people read them, and that no text becomes markup."""

import json
import re
from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
import yaml

from levelbook.build import ReadyFile, RenderedPage, SiteOptions, outputs
from levelbook.catalogue import Catalogue
from levelbook.pages.search.prose import words_of_html
from levelbook.problems import Place
from levelbook.render import Renderer, root_of
from levelbook.site.page import Page
from levelbook.site.sitemap import PageKind, SitePage
from levelbook.site.stair import stair
from levelbook.text.inline import Marked
from tests.pages.small import FOLDER, golden, read, small

HERE = Path(__file__).parent
HOSTILE = (
    "<script>alert(1)</script><img src=x onerror=alert(1)> \"q\" 'a' &amp; {{ 7*7 }} [x](javascript:alert(1)) </title>"
    " </style> } <!-- \\"
)
KEYS = set(
    "name text definition summary short title organisation lost blank not_required incomplete why ask printed"
    " number".split()
)
"""Keys that hold texts."""
LISTS = {"expectations", "covers"}
"""Lists that hold plain texts."""


KNOWN = SiteOptions(
    site_url="https://hb.example.com/x",
    edit_base="https://code.example.com/edit/",
    written=frozenset({"guide/manager/"}),
)
"""A host that knows where the site will stand, where its files are edited, and that has a guide."""


@cache
def _texts(options: SiteOptions | None = None) -> dict[str, str]:
    made = outputs(small(), Catalogue("zh"), options)
    return {one.page.address if isinstance(one, RenderedPage) else one.path: _text(one) for one in made}


def _text(one: RenderedPage | ReadyFile) -> str:
    return one.html if isinstance(one, RenderedPage) else one.text


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("home", ""),
        ("sequence", "sequences/key-account/"),
        ("level", "sequences/key-account/level/middle/"),
        ("grade", "sequences/key-account/grade/grade-1/"),
        ("competency", "sequences/key-account/competency/listening/"),
        ("exam", "sequences/key-account/competency/industry/"),
        ("matrix", "sequences/key-account/matrix/"),
        ("pairs", "sequences/key-account/compare/"),
        ("compare", "sequences/key-account/compare/junior/middle/"),
        ("indicators", "indicators/"),
        ("notes", "notes/"),
        ("indicator", "id/KEY-LIS-04/index.html"),
        ("tombstone", "id/KEY-LIS-03/index.html"),
        ("forward", "id/KEY.junior/index.html"),
        ("checklist", "sequences/key-account/check/grade-1/"),
        ("assessments", "check/"),
        ("team", "check/team/"),
    ],
)
def test_what_a_page_says(name: str, address: str) -> None:
    html = _texts()[address]
    lines = [words_of_html(part) for part in html.split("\n")]
    golden(HERE / f"{name}.txt", "\n".join(line for line in lines if line) + "\n")


def test_wherever_a_reversed_indicator_is_listed_it_says_so() -> None:
    own = "id/KEY-LIS-05/index.html"
    places = {}
    for address, text in _texts().items():
        if address == own or not address.endswith((".js", "/", ".html", "")):
            continue  # its own page tags the sentence, and quotes it as it stands
        words = re.sub(r"<[^>]+>", " ", text)
        places[address] = [words[found.end() :][:60] for found in re.finditer("打断别人", words)]
    listed = {address for address, behind in places.items() if behind}
    assert len(listed) > 8
    assert [address for address in sorted(listed) if not all("反向" in behind for behind in places[address])] == []


def test_no_text_becomes_markup() -> None:
    for one in _poisoned("zh"):
        text = _text(one)
        if isinstance(one, ReadyFile) and one.path.endswith((".js", ".csv")):
            continue
        assert "<script>alert" not in text
        assert "<img" not in text
        assert 'href="javascript:' not in text
        assert "{{ 7*7 }}" in text or "alert" not in text


def test_what_scripts_read_is_whole_whatever_the_texts_say() -> None:
    held = 0
    for one in _poisoned("zh"):
        if isinstance(one, RenderedPage):
            page = _Elements()
            page.feed(one.html)
            assert set(page.types) <= {"application/json"}, one.page.address
            held += sum(
                "<script>alert(1)</script>" in text for data in page.scripts for text in _texts_in(json.loads(data))
            )
            assert not any("<" in style for style in page.styles)
    assert held


def _texts_in(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        value = [*value, *value.values()]
    if isinstance(value, list):
        for one in value:
            yield from _texts_in(one)
    elif isinstance(value, str):
        yield value


class _Elements(HTMLParser):
    """What the scripts and styles of a page hold, as a browser divides it."""

    def __init__(self) -> None:
        super().__init__()
        self.types: list[str] = []
        self.scripts: list[str] = []
        self.styles: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "script":
            self.types += [dict(attrs).get("type") or ""] if "src" not in dict(attrs) else []

    def handle_data(self, data: str) -> None:
        found = {"script": self.scripts, "style": self.styles}.get(self.cdata_elem or "")
        if found is not None:
            found.append(data)


@cache
def _poisoned(language: str) -> tuple[RenderedPage | ReadyFile, ...]:
    """What the small handbook brings to its site with every text replaced."""
    with TemporaryDirectory() as folder:
        for source in FOLDER.rglob("*.yml"):
            target = Path(folder) / source.relative_to(FOLDER)
            target.parent.mkdir(parents=True, exist_ok=True)
            data = _poison(yaml.load(source.read_text(encoding="utf-8"), yaml.BaseLoader))
            target.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), encoding="utf-8")
        return tuple(outputs(read(Path(folder)), Catalogue(language)))


def _poison(value: Any, key: str = "") -> Any:
    if isinstance(value, dict):
        return {name: _poison(one, name) for name, one in value.items()}
    if isinstance(value, list):
        return [_poison(one, "text" if key in LISTS else "") for one in value]
    return HOSTILE if key in KEYS else value


def test_english_pages_hold_no_chinese_word_of_ours() -> None:
    for one in _poisoned("en"):
        text = _text(one)
        han = sorted({sign for sign in text if "\u4e00" <= sign <= "\u9fff"})
        assert not han, (one, han)


def test_edit_links_lead_to_the_very_line() -> None:
    line = small().sequences["key-account"].competencies["listening"].every_live()[0].line
    html = _texts(KNOWN)["sequences/key-account/level/junior/"]
    wanted = f"https://code.example.com/edit/sequences/key-account/competencies/listening.yml#L{line}"
    assert f'<a class="lb-ib lb-layer" href="{wanted}"' in html
    assert line > 0


def test_without_a_code_host_nothing_is_to_be_edited() -> None:
    assert all("lb-i--edit" not in text for text in _texts().values())


def test_permanent_links_are_whole_where_the_address_is_known() -> None:
    known, unknown = _texts(KNOWN), _texts()
    page = "id/KEY-LIS-04/index.html"
    assert 'data-copy="https://hb.example.com/x/id/KEY-LIS-04/"' in known[page]
    assert '<link rel="canonical" href="https://hb.example.com/x/id/KEY-LIS-04/">' in known[page]
    assert 'data-copy-id="KEY-LIS-04"' in unknown[page]
    assert "canonical" not in unknown[page]


def test_a_folder_replaces_a_template(tmp_path: Path) -> None:
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages/home.html.jinja").write_text("<h1>{{ v.release.version }}</h1>", encoding="utf-8")
    made = outputs(small(), Catalogue("zh"), SiteOptions(templates=(str(tmp_path),)))
    first = next(iter(made))
    assert isinstance(first, RenderedPage)
    assert first.html == "<h1>1.2.0</h1>"


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("平常的字", "平常的字"),
        ("**粗**的字", "<strong>粗</strong>的字"),
        ("`代码`", "<code>代码</code>"),
        ("[甲](https://example.org)", '<a href="https://example.org">甲</a>'),
        ("[甲](shared/b)", '<a href="../../here/index.html">甲</a>'),
        ("[甲](gone)", "甲"),
        ("甲\n乙", "甲<br>乙"),
        ("**[甲](shared/b)乙**", '<strong><a href="../../here/index.html">甲</a>乙</strong>'),
        ("**重点：**见", "<strong>重点：</strong>见"),
        ("甲**“重点”**乙", "甲<strong>“重点”</strong>乙"),
        ("5*3*2 __乙__", "5*3*2 __乙__"),
        ("[甲](javascript:alert)", "[甲](javascript:alert)"),
        ("[甲](java\tscript:alert)", "[甲](java\tscript:alert)"),
        ("[甲](//evil.example)", "[甲](//evil.example)"),
        ("[甲](data:text/html,x)", "[甲](data:text/html,x)"),
        ("<b>甲</b>", "&lt;b&gt;甲&lt;/b&gt;"),
        ("<b>**甲**</b>", "&lt;b&gt;<strong>甲</strong>&lt;/b&gt;"),
        ("![图](https://e.org/x.png)", '!<a href="https://e.org/x.png">图</a>'),
    ],
)
def test_inline(text: str, html: str) -> None:
    pages = {"shared/b": "here/"}
    renderer = Renderer(Catalogue("zh"), find=lambda target: pages.get(target, ""))
    renderer._root = "../../"
    assert str(renderer._engine.filters["inline"](Marked(text))) == html


def test_stair() -> None:
    assert str(stair(2, 4)).count('class="on"') == 2
    assert str(stair(2, 4)).count("<rect") == 4
    assert str(stair(0, 0)) == ""
    assert 'height="13.50"' in str(stair(1, 1))


def test_root() -> None:
    assert [root_of(address) for address in ("", "notes/", "sequences/a/level/b/")] == ["", "../", "../../../../"]


def test_edit_address_of_a_whole_file() -> None:
    edit = Renderer(Catalogue("zh"), "https://c/")._engine.filters["edit"]
    assert edit(Place("a.yml")) == "https://c/a.yml"
    assert edit(None) == ""


def test_pages_lead_to_the_guides_that_the_host_has() -> None:
    assert "guide/" not in _texts()["check/"]
    assert re.findall(r'href="(\.\./guide/[^"]*)"', _texts(KNOWN)["check/"]) == ["../guide/manager/index.html"]


def test_indentation_of_a_template_is_not_on_the_page(tmp_path: Path) -> None:
    (tmp_path / "pages").mkdir()
    text = "<ul>\n  {% for n in (1, 2) %}\n    <li>\n      {{- n }}</li>\n  {% endfor %}\n</ul>"
    (tmp_path / "pages/notes.html.jinja").write_text(text, encoding="utf-8")
    renderer = Renderer(Catalogue("zh"), folders=(str(tmp_path),))
    page = Page(SitePage(PageKind.NOTES, "notes/", ""), template="notes", view=None)
    assert renderer.body(page, "") == "<ul>\n<li>1</li>\n<li>2</li>\n</ul>"


def test_an_address_that_stands_in_a_template_is_linked_from_each_page_anew(tmp_path: Path) -> None:
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages/notes.html.jinja").write_text(
        '{{ "indicators/" | url }} {{ "TAM" | permalink }}', encoding="utf-8"
    )
    renderer = Renderer(Catalogue("zh"), folders=(str(tmp_path),))
    page = Page(SitePage(PageKind.NOTES, "notes/", ""), template="notes", view=None)
    found = [renderer.body(page, root) for root in ("", "../", "../../")]
    assert found == [f"{root}indicators/index.html {root}id/TAM/index.html" for root in ("", "../", "../../")]
