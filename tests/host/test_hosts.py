"""The same site under MkDocs, under ProperDocs and as plain files; the same bytes twice; nothing from elsewhere."""

import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from levelbook.catalogue import Catalogue
from levelbook.export import MANIFEST, ForeignFolder, export
from levelbook.model.handbook import Handbook
from levelbook.site import site
from tests.plan.small import small
from tests.site_build import build


def _files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_building_twice_gives_the_same_bytes(built: Path, tmp_path: Path) -> None:
    again = tmp_path / "again"
    assert build(again).returncode == 0
    first, second = _files(built), _files(again)
    assert first.keys() == second.keys()
    assert [path for path in first if first[path] != second[path] and path != "sitemap.xml.gz"] == []


def test_properdocs_builds_the_same_pages(built: Path, tmp_path: Path) -> None:
    run = build(tmp_path / "site", host="properdocs")
    assert run.returncode == 0, run.stderr
    ours, theirs = _files(built), _files(tmp_path / "site")
    assert {path for path in ours if path.endswith(".html")} == {path for path in theirs if path.endswith(".html")}
    same = [path for path in ours if path.startswith(("id/", "assets/levelbook/"))]
    assert same
    assert all(ours[path] == theirs[path] for path in same)
    body = re.compile(rb"<article.*</article>", re.DOTALL)
    for path in ("index.html", "sequences/telecom-account-manager/level/junior/index.html"):
        assert body.findall(ours[path]) == body.findall(theirs[path])


def test_nothing_is_asked_of_another_host(built: Path) -> None:
    attribute = re.compile(r"""<(?:script|link|img|iframe|source)\b[^>]*\b(?:src|href)=["']?(?:https?:)?//[^"' >]+""")
    found = {path: attribute.findall(data.decode()) for path, data in _files(built).items() if path.endswith(".html")}
    assert {path: links for path, links in found.items() if links} == {}


def test_every_link_between_pages_leads_somewhere(built: Path) -> None:
    pages = {
        path.resolve(): path.read_text(encoding="utf-8") for path in built.rglob("*.html") if path.name != "404.html"
    }
    ids = {path: set(re.findall(r'\bid="([^"]+)"', text)) for path, text in pages.items()}
    broken = []
    for path, text in pages.items():
        for link in re.findall(r'<a\b[^>]*\bhref="([^"#?:]*)(?:\?[^"#]*)?(#[^"]*)?"', text):
            target = (path.parent / link[0]).resolve() if link[0] else path
            if target not in ids and not target.is_file():
                broken.append(f"{path.relative_to(built)} → {link[0]}")
            elif link[1] and target in ids and link[1][1:] not in ids[target] | {"", "__skip"}:
                broken.append(f"{path.relative_to(built)} → {''.join(link)}")
    assert broken == []


def test_export_writes_what_another_generator_can_take(handbook: Handbook, tmp_path: Path) -> None:
    target = tmp_path / "export"
    count = export(site(handbook, Catalogue("zh")), target)
    files = _files(target)
    assert count == len(files) - 1
    page = files["sequences/tencent-market/level/m3/index.md"].decode()
    front, body = page.split("---\n\n", 1)
    assert 'title: "骨干"' in front
    assert body.startswith("<div>\n")
    assert "\n\n" not in body
    assert json.loads(files["nav.json"])[0]["path"] == "index.md"
    assert "id/TXM-CHA-01/index.html" in files
    assert "scripts:" not in front
    asks = files["check/index.md"].decode().split("---\n\n", 1)[0]
    assert 'scripts: ["assess"]' in asks and "assets/levelbook/bundles/assess.js" in files


def test_export_takes_back_only_its_own_files(tmp_path: Path) -> None:
    target, handbook = tmp_path / "export", small()
    export(site(handbook, Catalogue("zh")), target)
    (target / "mine.txt").write_text("mine")
    with (target / MANIFEST).open("a", encoding="utf-8") as manifest:
        manifest.write("old.md\n../outside.txt\n")
    (target / "old.md").write_text("old")
    (tmp_path / "outside.txt").write_text("outside")
    export(site(handbook, Catalogue("zh")), target)
    assert (target / "mine.txt").exists()
    assert not (target / "old.md").exists()
    assert (tmp_path / "outside.txt").exists()


def test_export_leaves_a_foreign_folder_alone(tmp_path: Path) -> None:
    (tmp_path / "thesis.md").write_text("years of work")
    with pytest.raises(ForeignFolder):
        export(site(small(), Catalogue("zh")), tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.md"]


def test_the_english_site_builds_strictly(english: Path) -> None:
    page = (english / "sequences/telecom-account-manager/matrix/index.html").read_text(encoding="utf-8")
    assert '<html lang="en"' in page
    assert "Matrix" in page or "matrix" in page
    pages = sorted(path for path in english.rglob("*.html"))
    assert {str(path): unmarked(path) for path in [*pages[::30], english / "404.html"] if unmarked(path)} == {}


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
