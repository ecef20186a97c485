"""Pages that stand in no navigation are built all the same, with what is read before and after them."""

import re
from pathlib import Path

import pytest

from tests.pages.tiny import write
from tests.site_build import build

DROPS = """
def on_nav(nav, config, files):
    dropped = [page for page in nav.pages if page.url == "sequences/sales/level/low/index.html"]
    assert dropped
    nav.pages = [page for page in nav.pages if page not in dropped]
    return nav

on_nav.mkdocs_priority = 100
"""
FILES = {
    "mkdocs.yml": """
        site_name: x
        theme: {name: material}
        use_directory_urls: false
        plugins: [levelbook]
        hooks: [drops.py]
        """,
    "drops.py": DROPS,
    "docs/more.md": "# 另一页\n",
    "rubric_data/handbook.yml": """
        name: 手册
        language: zh
        families: [{id: all, name: 全部, sequences: [sales]}]
        """,
    "rubric_data/releases.yml": "releases: [{version: 1.0.0, date: 2026-01-01}]\n",
}
SEQUENCE = """
    code: {code}
    name: {name}
    levels: [{{id: low, name: 低级}}, {{id: high, name: 高级}}]
    groups: [{{id: all, name: 全部, kind: skill, competencies: [doing]}}]
    {more}
    """
COMPETENCY = """
    code: DOI
    name: 做事
    levels:
      low: {{indicators: [{{id: {code}-DOI-01, text: 会做}}]}}
      high: {{indicators: [{{id: {code}-DOI-02, text: 会教}}]}}
    """


def _site(folder: Path) -> Path:
    write(folder, FILES)
    for key, code, more in (("sales", "SA", ""), ("old", "OL", "retired: {since: 1.0.0, why: 不再用}")):
        name = {"sales": "销售", "old": "旧标准"}[key]
        write(
            folder / "rubric_data" / "sequences" / key,
            {
                "sequence.yml": SEQUENCE.format(code=code, name=name, more=more),
                "competencies/doing.yml": COMPETENCY.format(code=code),
            },
        )
    return folder / "mkdocs.yml"


def _neighbours(page: Path) -> dict[str, str]:
    return dict(re.findall(r'<link rel="(prev|next)" href="([^"]*)"', page.read_text(encoding="utf-8")))


@pytest.fixture(scope="module")
def levels(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sequences of a site whose families do not list one of them, and whose navigation leaves out a page."""
    folder = tmp_path_factory.mktemp("unlisted")
    run = build(folder / "site", config=_site(folder))
    assert run.returncode == 0, run.stderr
    return folder / "site/sequences"


def test_a_retired_sequence_that_no_family_lists(levels: Path) -> None:
    assert _neighbours(levels / "old/level/low/index.html") == {"next": "../high/index.html"}
    assert _neighbours(levels / "old/level/high/index.html") == {"prev": "../low/index.html"}


def test_a_site_whose_navigation_leaves_a_page_out(levels: Path) -> None:
    assert _neighbours(levels / "sales/level/high/index.html") == {"prev": "../low/index.html"}
