"""The list of pages for search engines: every page of the site once, or no list where the site's address is unknown."""

from pathlib import Path
from xml.etree import ElementTree

from levelbook.catalogue import Catalogue
from levelbook.site.context import Context
from tests.pages.small import FOLDER, small
from tests.site_build import ROOT, build

SITE = "https://hr.example/ladder/"


def _built(place: Path, site_url: str) -> Path:
    (place / "docs" / "guide").mkdir(parents=True)
    (place / "docs" / "guide" / "own.md").write_text("# 自己的一页\n", encoding="utf-8")
    config = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    settings = (("folder: rubric_data", f"folder: {FOLDER}"), ("custom_dir: ", f"custom_dir: {ROOT}/"))
    for old, new in (*settings, ("site_url: ''", f"site_url: '{site_url}'")):
        assert config.count(old) == 1
        config = config.replace(old, new)
    (place / "mkdocs.yml").write_text(config, encoding="utf-8")
    run = build(place / "site", config=place / "mkdocs.yml")
    assert run.returncode == 0, run.stderr
    return place / "site"


def test_every_page_is_listed_once(tmp_path: Path) -> None:
    text = (_built(tmp_path, SITE) / "sitemap.xml").read_text(encoding="utf-8")
    listed = [element.text for element in ElementTree.fromstring(text).iter() if element.tag.endswith("loc")]
    pages = [page.address for page in Context(small(), Catalogue("zh")).sitemap.pages]
    expected = [f"{SITE}{address}index.html" for address in pages]
    assert sorted(map(str, listed)) == sorted([*expected, f"{SITE}guide/own.html"])
    assert "lastmod" not in text


def test_there_is_no_list_where_the_address_is_unknown(tmp_path: Path) -> None:
    assert [*_built(tmp_path, "").glob("sitemap*")] == []
