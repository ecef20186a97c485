"""The package alone: five lines of mkdocs.yml give the whole site, and what a company has chosen or written stays."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from levelbook.build import Site
from levelbook.catalogue import Catalogue
from levelbook.hosts import theme
from levelbook.hosts.material_styles import HANDBOOK_STYLE
from levelbook.hosts.plain_files import export
from levelbook.load import load
from levelbook.site import assets
from tests.site_build import ROOT

COMPANY = ROOT / "tests" / "browser" / "journey" / "rubric_data"
RECIPE = """site_name: Reed & Sons "Ladder" <2>
use_directory_urls: false
theme: {name: material, language: zh, font: false, features: [navigation.prune]}
plugins: [levelbook]
"""
FAQ = """# Is `a < b` & "so" on?

## R&D <10

[Back](index.md)
"""
STOCK = theme.MATERIAL / "partials"
LEVEL = "sequences/accounts/level/junior/index.html"


def _build(place: Path, *, config: str = RECIPE) -> Path:
    """A strict build of a small company's handbook in a folder, with what stands there already."""
    (place / "docs").mkdir(exist_ok=True)
    shutil.copytree(COMPANY, place / "rubric_data")
    (place / "mkdocs.yml").write_text(config, encoding="utf-8")
    source = os.pathsep.join([str(ROOT / "generator"), os.environ.get("PYTHONPATH", "")])
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": source}
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--config-file", "mkdocs.yml"]
    run = subprocess.run(command, cwd=place, env=environment, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    return place / "site"


def _text(site: Path, path: str) -> str:
    return (site / path).read_text(encoding="utf-8")


def _brought(text: str) -> list[str]:
    """What of ours a page loads, in its order, as it stands below the site root; each with the mark of its content."""
    found = re.findall(r'(?:src|href)="(?:\.\./)*(assets/levelbook/[^"]+\.(?:js|css))\?[0-9a-f]{8}"', text)
    assert len(found) == len(re.findall(r'(?:src|href)="(?:\.\./)*assets/levelbook/[^"]+\.(?:js|css)', text))
    return found


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the recipe, with a page of the company's own."""
    place = tmp_path_factory.mktemp("recipe")
    (place / "docs").mkdir()
    (place / "docs" / "faq.md").write_text(FAQ, encoding="utf-8")
    return _build(place)


@pytest.mark.parametrize(
    ("path", "brought"),
    [
        ("index.html", ["css/handbook.css", "css/home.css", "js/common.js", "js/home.js"]),
        (LEVEL, ["css/handbook.css", "css/level.css", "js/common.js", "js/level.js"]),
        ("check/team/index.html", ["css/handbook.css", "css/team.css", "js/common.js", "js/team.js", "words/team.js"]),
        ("notes/index.html", ["css/handbook.css", "css/notes.css", "js/common.js", "js/notes.js"]),
        ("faq.html", ["css/beside_material.css", "js/common.js"]),
    ],
)
def test_a_page_brings_what_all_have_and_what_its_kind_has(plain: Path, path: str, brought: list[str]) -> None:
    text = _text(plain, path)
    assert _brought(text) == [assets.ASSETS + name for name in brought]
    assert assets.COMMON_SCRIPT in text.split("</head>")[0]
    assert all((plain / assets.ASSETS / name).is_file() for name in brought)


def test_only_hand_written_pages_have_materials_script(plain: Path) -> None:
    for path in plain.rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        assert ("assets/javascripts/bundle" in text) == (path.name == "faq.html"), path
        inline = re.findall(r"<script(?![^>]*(?:src=|application/json))[^>]*>", text)
        assert not inline or path.name in ("faq.html", "404.html"), path


def test_what_nothing_loads_is_not_in_the_site(plain: Path) -> None:
    files = [path.relative_to(plain).as_posix() for path in plain.rglob("*") if path.is_file()]
    assert [path for path in files if re.search(r"lunr|workers/|\.map$", path)] == []
    assert any(path.startswith("assets/javascripts/bundle") for path in files)


def test_licences_of_what_is_bundled_are_in_the_site(plain: Path) -> None:
    text = _text(plain, "assets/levelbook/licences.txt")
    assert (ROOT / "LICENSE").read_text(encoding="utf-8").strip() in text
    bundled = json.loads((ROOT / "frontend" / "package.json").read_text(encoding="utf-8"))["dependencies"]
    assert [
        name for name in (*bundled, "material for mkdocs", "material design icons") if name not in text.lower()
    ] == []


def test_the_sheet_of_the_handbooks_pages_has_what_they_use_of_materials(plain: Path) -> None:
    sheet = _text(plain, "assets/levelbook/css/handbook.css")
    assert ".md-sidebar" in sheet and ".md-tabs" in sheet and ".lb-" in sheet and "@bottom-left" in sheet
    assert ".md-search__" not in sheet and ".admonition" not in sheet and ".highlight" not in sheet
    assert len(sheet) < 110_000


def test_the_header_has_tabs_search_and_colours(plain: Path) -> None:
    text = _text(plain, LEVEL)
    header = text.split("<header", 1)[1].split("</header>", 1)[0]
    assert "md-tabs__link" in header and "<lb-find" in header and 'name="__palette"' in header
    assert text.count("md-tabs__list") == 1
    assert 'data-md-color-primary="custom"' in text
    assert "fonts.googleapis" not in text


def test_nothing_leads_to_pages_that_are_not_there(plain: Path) -> None:
    for path in plain.rglob("*.html"):
        for link in re.findall(r'<a\b[^>]*\bhref="([^"#?:]*)', path.read_text(encoding="utf-8")):
            if link and path.name != "404.html":
                assert (path.parent / link).is_file(), f"{path.relative_to(plain)} → {link}"


def test_whatever_a_page_loads_bears_the_mark_of_its_content(plain: Path) -> None:
    texts = "".join(file.read_text(encoding="utf-8") for file in sorted(plain.rglob("*.html")))
    addresses = set(re.findall(r"assets/levelbook/[\w/-]+\.(?:js|css)[^\"\s]*", texts))
    assert {address for address in addresses if not re.search(r"\?[0-9a-f]{8}$", address)} == set()
    assert {"search-data.js", "move-data.js"} <= {address.partition("?")[0].rpartition("/")[2] for address in addresses}


def test_the_name_of_the_site_reads_right_everywhere(plain: Path) -> None:
    text = _text(plain, "faq.html")
    name = "Reed &amp; Sons &#34;Ladder&#34; &lt;2&gt;"
    assert f"- {name}</title>" in text
    assert f'title="{name}"' in text and f'aria-label="{name}"' in text
    assert "&amp;amp;" not in text and "<2>" not in text
    assert f"- {name}</title>" in _text(plain, "404.html")


def test_titles_of_hand_written_pages_read_right(plain: Path) -> None:
    text = _text(plain, "faq.html")
    assert "<title>Is a &lt; b &amp; &#34;so&#34; on? - " in text
    assert "&amp;lt;" not in text and "&amp;amp;" not in text
    assert "R&amp;D &lt;10" in text
    found = json.loads(_text(plain, "assets/levelbook/search-data.js").split(" = ", 1)[1].rstrip(";\n"))
    assert 'Is a < b & "so" on?' in [row[0] for row in found["pages"]]


def test_a_companys_own_templates_take_nothing_away(tmp_path: Path) -> None:
    own = tmp_path / "own"
    (own / "partials").mkdir(parents=True)
    (own / "main.html").write_text(
        '{% extends "base.html" %}{% block announce %}Open day{% endblock %}', encoding="utf-8"
    )
    for name in ("header.html", "nav-item.html", "toc-item.html", "footer.html", "path.html", "copyright.html"):
        shutil.copy(STOCK / name, own / "partials" / name)
    built = _build(tmp_path, config=RECIPE.replace("{name: material", "{name: material, custom_dir: own"))
    text = _text(built, "check/index.html")
    assert "Open day" in text and "lb-toast" in text
    assert "@page" in _text(built, HANDBOOK_STYLE)
    assert assets.COMMON_SCRIPT in text and "js/assessments.js" in text
    assert "md-header--lifted" not in text and "lb-find-link" not in text


def test_a_companys_own_base_still_loads_our_styles_and_scripts(tmp_path: Path) -> None:
    (tmp_path / "own").mkdir()
    for name in ("base.html", "main.html"):
        shutil.copy(theme.MATERIAL / name, tmp_path / "own" / name)
    built = _build(tmp_path, config=RECIPE.replace("{name: material", "{name: material, custom_dir: own"))
    head = _text(built, "check/index.html").partition("</head>")[0]
    ours = [
        assets.BESIDE_MATERIAL,
        "assets/levelbook/css/assessments.css",
        assets.COMMON_SCRIPT,
        "assets/levelbook/js/assessments.js",
    ]
    assert [f'"../{assets.marked_asset(path)}"' in head for path in ours] == [True] * 4
    assert "__md_get" in head


@pytest.mark.parametrize("language", ["zh", "en"])
def test_settings_nobody_made_are_made(language: str) -> None:
    words = Catalogue(language)
    made = theme.theme_settings({}, words)
    assert made["font"] is False and made["features"] == list(theme.DEFAULT_FEATURES)
    assert [one["toggle"]["name"] for one in made["palette"]] == [
        words(f"theme.palette_{name}") for name in ("auto", "light", "dark")
    ]


@pytest.mark.parametrize(
    ("chosen", "kept"),
    [
        ({"font": {"text": "Inter"}}, {"font": {"text": "Inter"}}),
        ({"palette": {"scheme": "slate"}}, {"palette": {"scheme": "slate", "primary": "custom", "accent": "custom"}}),
        ({"palette": {"primary": "red", "accent": "red"}}, {"palette": {"primary": "red", "accent": "red"}}),
        (
            {"palette": [{"primary": "red"}, {"scheme": "slate"}]},
            {"palette": [{"primary": "red", "accent": "custom"}, {"scheme": "slate", **theme.COLOURS}]},
        ),
        ({"features": ["toc.integrate"]}, {"features": ["toc.integrate", *theme.REQUIRED_FEATURES]}),
        ({"features": list(reversed(theme.REQUIRED_FEATURES))}, {"features": list(reversed(theme.REQUIRED_FEATURES))}),
    ],
)
def test_settings_that_a_company_made_stay(chosen: dict[str, Any], kept: dict[str, Any]) -> None:
    made = theme.theme_settings(chosen, Catalogue("zh"))
    assert {key: made[key] for key in kept} == kept


def test_our_templates_stand_before_materials_and_after_the_companys() -> None:
    theirs = ["/own", str(theme.MATERIAL), "/mkdocs"]
    ours = theme.template_folders(theirs)
    assert ours == ["/own", str(theme.TEMPLATES), str(theme.MATERIAL), "/mkdocs"]
    assert theme.template_folders(ours) == ours
    assert theme.folders_below_ours(ours) == theirs[1:]
    assert theme.template_folders(["/own", "/mkdocs"]) == ["/own", "/mkdocs"] and not theme.folders_below_ours(["/own"])


def test_an_export_names_all_that_a_theme_has_to_bring(tmp_path: Path) -> None:
    handbook = load(COMPANY).handbook
    assert handbook
    export(Site(handbook, Catalogue("zh")), tmp_path / "out", handbook, tmp_path)
    named = json.loads((tmp_path / "out" / "assets.json").read_text(encoding="utf-8"))
    every = [*named["styles"], *named["scripts"], *named["some_styles"].values(), *named["some_scripts"].values()]
    paths = {address.partition("?")[0] for address in every}
    assert [path for path in paths if not (tmp_path / "out" / path).is_file()] == []
    left = {path for path in assets.static_texts() if path.endswith((".css", ".js"))} - paths
    assert left == {assets.COMMON_STYLE, assets.LIGHT_STYLE, assets.CARD_STYLE, assets.WITHOUT_MATERIAL}


@pytest.mark.parametrize(
    ("features", "extra", "uses_search", "needed"),
    [
        (theme.DEFAULT_FEATURES, {}, False, False),
        ([*theme.DEFAULT_FEATURES, "navigation.instant"], {}, False, True),
        (theme.DEFAULT_FEATURES, {"analytics": {"provider": "google"}}, False, True),
        (theme.DEFAULT_FEATURES, {"generator": False}, False, False),
        (theme.DEFAULT_FEATURES, {}, True, True),
    ],
)
def test_what_needs_materials_script_keeps_it(
    features: list[str], extra: dict[str, Any], *, uses_search: bool, needed: bool
) -> None:
    assert theme.needs_material_script(features, extra, uses_search=uses_search) is needed


@pytest.mark.parametrize(
    ("path", "scope", "place"),
    [
        ("", None, None),
        ("ladder/", None, "../"),
        ("", "/handbooks/", "/handbooks/"),
        ("ladder/", '/a"><script>/', "/a&#34;&gt;&lt;script&gt;/"),
    ],
)
def test_a_base_of_the_companys_own_is_told_where_the_site_begins(
    path: str, scope: str | None, place: str | None
) -> None:
    settings = {"root": path, "edition": "", "scope": scope, "common_style": "c.css", "common_script": "c.js"}
    html = theme.with_assets("<head></head>", settings, {}, "..")
    assert re.findall(r'data-base="([^"]*)"', html) == ([place] if place else [])
