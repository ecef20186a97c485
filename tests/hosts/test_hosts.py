"""The same site under MkDocs, under ProperDocs and as plain files; the same bytes twice; nothing from elsewhere."""

import json
import posixpath
import re
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from shutil import copytree

import pytest

from levelbook.build import Site
from levelbook.catalogue import Catalogue
from levelbook.hosts.plain_files import MANIFEST, ForeignFolder, export
from tests.pages.small import FOLDER, small
from tests.site_build import ROOT, build


def _files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_building_twice_gives_the_same_bytes(built: Path, tmp_path: Path) -> None:
    again = tmp_path / "again"
    assert build(again).returncode == 0
    first, second = _files(built), _files(again)
    assert first.keys() == second.keys()
    assert [path for path in first if first[path] != second[path] and path != "sitemap.xml.gz"] == []


def test_properdocs_builds_the_same_pages(tmp_path: Path) -> None:
    """The small handbook, which has pages of every kind, in the repository's own configuration."""
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "page.md").write_text("# 自己的一页\n\n[首页](index.md)\n", encoding="utf-8")
    config = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    for old, new in (("folder: rubric_data", f"folder: {FOLDER}"), ("custom_dir: ", f"custom_dir: {ROOT}/")):
        assert config.count(old) == 1
        config = config.replace(old, new)
    (tmp_path / "mkdocs.yml").write_text(config, encoding="utf-8")
    for host in ("mkdocs", "properdocs"):
        run = build(tmp_path / host, host=host, config=tmp_path / "mkdocs.yml")
        assert run.returncode == 0, run.stderr
    ours, theirs = _files(tmp_path / "mkdocs"), _files(tmp_path / "properdocs")
    pages = {path for path in ours if path.endswith(".html")}
    assert pages == {path for path in theirs if path.endswith(".html")}
    same = [path for path in ours if path.startswith(("id/", "assets/levelbook/"))]
    assert same
    assert all(ours[path] == theirs[path] for path in same)
    body = re.compile(rb"<article.*</article>", re.DOTALL)
    bodies = {path: body.findall(ours[path]) for path in pages}
    assert bodies["index.html"] and bodies["sequences/key-account/level/junior/index.html"]
    assert [path for path in pages if bodies[path] != body.findall(theirs[path])] == []


def test_nothing_is_asked_of_another_host(built: Path) -> None:
    attribute = re.compile(r"""<(?:script|link|img|iframe|source)\b[^>]*\b(?:src|href)=["']?(?:https?:)?//[^"' >]+""")
    found = {path: attribute.findall(data.decode()) for path, data in _files(built).items() if path.endswith(".html")}
    assert {path: links for path, links in found.items() if links} == {}


def test_every_link_between_pages_leads_somewhere(built: Path) -> None:
    files = {path.relative_to(built).as_posix() for path in built.rglob("*") if path.is_file()}
    pages = {
        path: (built / path).read_text(encoding="utf-8")
        for path in files
        if path.endswith(".html") and path != "404.html"
    }
    ids = {path: set(re.findall(r'\bid="([^"]+)"', text)) for path, text in pages.items()}
    broken = []
    for path, text in pages.items():
        # most links of a page stand in its navigation too
        for link, anchor in set(re.findall(r'<a\b[^>]*\bhref="([^"#?:]*)(?:\?[^"#]*)?(#[^"]*)?"', text)):
            target = posixpath.normpath(posixpath.join(posixpath.dirname(path), link)) if link else path
            if target not in files:
                broken.append(f"{path} → {link}")
            elif anchor.startswith("#q="):
                assert target.removeprefix("en/") == "indicators/index.html", (
                    "what somebody looks for is read by the list of indicators"
                )
            elif anchor and target in ids and anchor[1:] not in ids[target] | {"", "__skip"}:
                broken.append(f"{path} → {link}{anchor}")
    assert broken == []


@cache
def _small_site() -> Site:
    return Site(small(), Catalogue("zh"))


def test_export_writes_what_another_generator_can_take(tmp_path: Path) -> None:
    target = tmp_path / "export"
    count = export(_small_site(), target, small(), tmp_path)
    files = _files(target)
    assert count == len(files) - 1
    pages = {path: data.decode() for path, data in files.items() if path.endswith(".md")}
    for path, page in pages.items():
        front, body = page.split("---\n\n", 1)
        assert front.startswith("---\ntitle: "), path
        assert body.startswith("<div>\n"), path
        assert "\n\n" not in body, path
    front, _ = pages["sequences/key-account/level/middle/index.md"].split("---\n\n", 1)
    assert 'title: "中级 · 大客户经理"' in front
    assert 'styles: ["level"]' in front
    assert json.loads(files["nav.json"])[0]["path"] == "index.md"
    assert "id/KEY-LIS-01/index.html" in files
    asks, _ = pages["check/index.md"].split("---\n\n", 1)
    assert 'scripts: ["assessments"]' in asks and "assets/levelbook/js/assessments.js" in files
    # the search field names what it loads, as there is none in a header
    loaded = re.findall(r'data-(?:script|words)="([^"?]+)', pages["index.md"])
    assert len(loaded) == 2 and {*loaded} <= files.keys()
    assert "没有找到" in files[loaded[1]].decode()


def test_export_takes_back_only_its_own_files(tmp_path: Path) -> None:
    target = tmp_path / "export"
    export(_small_site(), target, small(), tmp_path)
    (target / "mine.txt").write_text("mine")
    with (target / MANIFEST).open("a", encoding="utf-8") as manifest:
        manifest.write("old.md\n../outside.txt\n")
    (target / "old.md").write_text("old")
    (tmp_path / "outside.txt").write_text("outside")
    export(_small_site(), target, small(), tmp_path)
    assert (target / "mine.txt").exists()
    assert not (target / "old.md").exists()
    assert (tmp_path / "outside.txt").exists()


def test_export_leaves_a_foreign_folder_alone(tmp_path: Path) -> None:
    (tmp_path / "thesis.md").write_text("years of work")
    with pytest.raises(ForeignFolder):
        export(_small_site(), tmp_path, small(), tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.md"]


def test_the_english_site_builds_strictly(english: Path) -> None:
    page = (english / "sequences/telecom-account-manager/matrix/index.html").read_text(encoding="utf-8")
    assert '<html lang="en"' in page
    assert "Matrix" in page or "matrix" in page
    pages = sorted(path for path in english.rglob("*.html"))
    assert {str(path): unmarked(path) for path in pages[::30] if unmarked(path)} == {}


@pytest.fixture(scope="module")
def spoken(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A Chinese handbook as a site in English alone, with guides in both languages."""
    folder = tmp_path_factory.mktemp("spoken")
    copytree(FOLDER, folder / "rubric_data")
    for guide, text in (
        ("guide/hr", "# 编辑指南\n\n## 译文\n\n文字。\n"),
        ("en/guide/hr", "# Editing\n\n## Texts\n\nWords.\n"),
    ):
        (folder / "docs" / guide).mkdir(parents=True)
        (folder / "docs" / guide / "index.md").write_text(text, encoding="utf-8")
    config = (
        "site_name: x\ntheme: {name: material}\nuse_directory_urls: false\nplugins: [{levelbook: {language: en}}]\n"
    )
    (folder / "mkdocs.yml").write_text(config, encoding="utf-8")
    run = build(folder / "site", config=folder / "mkdocs.yml")
    assert run.returncode == 0, run.stderr
    return folder / "site"


def test_a_site_in_another_language_than_its_texts_marks_them(spoken: Path) -> None:
    pages = [*sorted(spoken.rglob("*.html"))[::10], spoken / "404.html"]
    assert {str(path): unmarked(path) for path in pages if unmarked(path)} == {}


def test_a_guide_in_another_language_than_the_site_says_so(spoken: Path) -> None:
    page = (spoken / "guide/hr/index.html").read_text(encoding="utf-8")
    assert re.search(r'<div lang="zh-Hans">\s*<h1 id="[\w-]+">', page)
    listed = re.findall(r'<a href="#[\w-]+" class="md-nav__link">\s*<span class="md-ellipsis">\s*(<.+>|\w.*)', page)
    assert listed
    assert [entry for entry in listed if not re.fullmatch(r'<span lang="zh-Hans">.+</span>', entry)] == []
    assert '<div lang="en">' not in (spoken / "en/guide/hr/index.html").read_text(encoding="utf-8")


class Unmarked(HTMLParser):
    """Collects the Chinese of a page that no `lang` says to be Chinese."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[tuple[str, str]] = []
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in {"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}:
            language = dict(attrs).get("lang") or (self.open[-1][1] if self.open else "")
            self.open.append((tag, language))

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        tag, language = self.open[-1] if self.open else ("", "")
        if tag not in {"script", "style"} and not language.startswith("zh") and re.search("[\u3400-\u9fff]", data):
            self.found.append(data)


def unmarked(path: Path) -> list[str]:
    parser = Unmarked()
    parser.feed(path.read_text(encoding="utf-8"))
    return parser.found


def test_pages_say_which_chinese_they_are_in(built: Path) -> None:
    for path in ("index.html", "404.html", "id/TXM-CHA-01/index.html", "sequences/tencent-market/level/m3/index.html"):
        assert '<html lang="zh-Hans"' in (built / path).read_text(encoding="utf-8"), path


def test_errors_stop_the_build_and_are_all_told(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "rubric_data").mkdir()
    (tmp_path / "rubric_data" / "handbook.yml").write_text("name: 手册\nlanguages: zh\ncolour: red\n", encoding="utf-8")
    (tmp_path / "mkdocs.yml").write_text(
        "site_name: x\ntheme: {name: material}\nplugins: [levelbook]\n", encoding="utf-8"
    )
    run = build(tmp_path / "site", config=tmp_path / "mkdocs.yml")
    assert run.returncode != 0
    assert "handbook.yml:2:1" in run.stderr
    assert "handbook.yml:3:1" in run.stderr
    assert not (tmp_path / "site" / "index.html").exists()
