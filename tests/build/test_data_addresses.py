"""Addresses of data carry a mark of their content: another one where anything changes, the same where nothing does."""

import json
import re
import shutil
from pathlib import Path

import pytest

from levelbook.build import Site, SiteOptions
from levelbook.catalogue import Catalogue
from levelbook.hosts.mkdocs.configuration import mark_of_prose
from levelbook.site.assets import content_mark
from levelbook.site.urls import HOME, LEVELS, SEARCH_DATA, TRANSFER
from tests.pages.data_files import held
from tests.pages.small import FOLDER, read


def _site(folder: Path, prose: str = "") -> Site:
    return Site(read(folder), Catalogue("en"), SiteOptions(prose=prose))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A handbook that may be changed."""
    shutil.copytree(FOLDER, tmp_path / "rubric_data")
    return tmp_path / "rubric_data"


def _change_a_name(folder: Path) -> None:
    [file, *_] = sorted(folder.rglob("competencies/*.yml"))
    text = file.read_text(encoding="utf-8")
    file.write_text(re.sub("(?m)^(name(?:_en)?): .*$", r"\1: Patience", text), encoding="utf-8")


def _transfer_source(site: Site) -> str:
    [page] = [output for output in site.pages if output.page.address == TRANSFER]
    found = re.search(r'<lb-move [^>]*data-src="([^"]+)"', page.html)
    assert found
    return found[1]


def test_the_data_of_the_search(folder: Path) -> None:
    address = _site(folder).search_field["search_data"]
    assert re.fullmatch(re.escape(SEARCH_DATA) + r"\?[0-9a-f]{8}", address)
    assert _site(folder).search_field["search_data"] == address
    assert _site(folder, prose="a guide").search_field["search_data"] != address
    _change_a_name(folder)
    assert _site(folder).search_field["search_data"] != address


def test_what_a_move_compares(folder: Path) -> None:
    site = _site(folder)
    source = _transfer_source(site)
    texts = {file.path: file.text for file in site.files()}
    path, _, mark = source.removeprefix("../").partition("?")
    assert mark == content_mark(texts[path])
    _change_a_name(folder)
    assert _transfer_source(_site(folder)) != source


def _levels_sources(site: Site) -> dict[str, str]:
    [page] = [output for output in site.pages if output.page.address == HOME]
    found = re.search(r'<script type="application/json">(.*?)</script>', page.html)
    assert found
    files: dict[str, str] = json.loads(found[1])["files"]
    return files


def test_what_home_says_of_marked_levels(folder: Path) -> None:
    site = _site(folder)
    sources = _levels_sources(site)
    texts = {file.path: file.text for file in site.files()}
    assert list(sources) == ["key-account", "shared"]
    for key, source in sources.items():
        path = f"{LEVELS}{key}.js"
        assert source == f"{path}?{content_mark(texts[path])}"
    levels = held(texts[f"{LEVELS}key-account.js"])["levels"]
    assert list(levels) == ["key-account/junior", "key-account/middle", "key-account/senior"]
    assert levels["key-account/middle"]["below"] == "key-account/junior"
    assert set(levels["key-account/middle"]["steps"]) == {"key-account/junior", "key-account/senior"}
    [file] = folder.rglob("key-account/sequence.yml")
    file.write_text(file.read_text(encoding="utf-8").replace("name_en: Junior", "name_en: Beginner"), encoding="utf-8")
    assert _levels_sources(_site(folder)) != sources


def test_what_people_wrote_by_hand(tmp_path: Path) -> None:
    (tmp_path / "faq").mkdir()
    page = tmp_path / "faq" / "index.md"
    page.write_text("One", encoding="utf-8")
    (tmp_path / "gone.md").symlink_to(tmp_path / "nowhere.md")
    mark = mark_of_prose(tmp_path)
    assert mark and mark == mark_of_prose(tmp_path)
    page.write_text("Two", encoding="utf-8")
    assert mark_of_prose(tmp_path) != mark
