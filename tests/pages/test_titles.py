"""What pages are called: by whose they are, and never like another."""

from pathlib import Path

import pytest

from levelbook.catalogue import Catalogue
from levelbook.model.handbook import Handbook
from levelbook.pages import registry
from levelbook.site.context import Context
from levelbook.site.page import Page
from levelbook.site.sitemap import PageKind, SitePage
from levelbook.site.titles import with_full_titles
from levelbook.site.trail import trail
from tests.pages.growth import FOLDER
from tests.pages.small import own, read, small
from tests.pages.tiny import tiny, write

ZH = Catalogue("zh")


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("book", [small(), own(), read(FOLDER)], ids=["small", "own", "growth"])
def test_no_two_pages_have_one_title(book: Handbook, language: str) -> None:
    pages = registry.pages(book, Catalogue(language))
    titles = [page.full_title if isinstance(page, Page) else page.title for page in pages]
    assert sorted(title for title in set(titles) if titles.count(title) > 1) == []


def test_pocket_cards_and_retired_concepts_of_one_name_are_told_apart(tmp_path: Path) -> None:
    sequence = """
        code: {code}
        name: 标准{code}
        short_name: 销售
        levels: [{{id: low, name: 低级}}]
        groups: [{{id: all, name: 全部, kind: skill, competencies: [doing]}}]
        """
    doing = "code: DOI\nname: 做事\nlevels: {{low: {{indicators: [{{id: {code}-DOI-01, text: 会做}}]}}}}\n"
    ended = "name: 沟通, definition: 会说, retired: {since: 1.0.0, why: 合并}"
    files = {
        "sequence.yml": sequence.format(code="FIR"),
        "competencies/doing.yml": doing.format(code="FIR"),
        "sequences/second/sequence.yml": sequence.format(code="SEC"),
        "sequences/second/competencies/doing.yml": doing.format(code="SEC"),
    }
    write(
        tmp_path,
        {
            "concepts.yml": f"concepts: [{{id: one, {ended}}}, {{id: two, {ended}}}]\n",
            "releases.yml": "releases: [{version: 1.0.0, date: 2026-01-01}]\n",
        },
    )
    book = tiny(tmp_path, files, "second")[0].handbook
    pages = registry.pages(book, ZH)
    titles = [page.full_title if isinstance(page, Page) else page.title for page in pages]
    assert sorted(title for title in set(titles) if titles.count(title) > 1) == []
    assert {"口袋卡：低级 · 销售（FIR）", "口袋卡：低级 · 销售（SEC）", "沟通（one） · 通用能力"} <= set(titles)


def _titles(*pages: SitePage) -> list[str]:
    return [page.full_title for page in with_full_titles(Context(small(), ZH), pages)]


def test_a_page_of_a_sequence_says_whose_it_is() -> None:
    pages = Context(small(), ZH).sitemap
    assert [page.full_title for page in pages.of(PageKind.COMPARISON, small().sequences["key-account"])] == [
        "初级 → 中级 · 大客户经理",
        "初级 → 高级 · 大客户经理",
        "中级 → 高级 · 大客户经理",
    ]


def test_what_has_one_name_is_told_apart_by_its_kind() -> None:
    level = SitePage(PageKind.LEVEL, "a/level/x/", "高级", "a/", "key-account", "x")
    grade = SitePage(PageKind.GRADE, "a/grade/x/", "高级", "a/", "key-account", "x")
    assert _titles(level, grade) == ["高级（级别） · 大客户经理", "高级（职级） · 大客户经理"]


def test_two_of_one_kind_and_name_are_told_apart_by_their_addresses() -> None:
    one = SitePage(PageKind.COMPETENCY, "a/one/", "沟通", "a/", "key-account", "one")
    two = SitePage(PageKind.COMPETENCY, "a/two/", "沟通", "a/", "key-account", "two")
    assert _titles(one, two) == ["沟通（能力项） · 大客户经理（a/one）", "沟通（能力项） · 大客户经理（a/two）"]


def test_levels_and_competencies_are_read_in_order() -> None:
    ctx = Context(small(), ZH)
    sequence = small().sequences["key-account"]
    levels = ctx.sitemap.of(PageKind.LEVEL, sequence)
    assert [ctx.sitemap.beside(page) for page in levels] == [
        (None, levels[1]),
        (levels[0], levels[2]),
        (levels[1], None),
    ]
    assert ctx.sitemap.beside(ctx.sitemap.existing(PageKind.MATRIX, sequence)) == (None, None)


def test_the_way_to_a_page_leads_past_its_family() -> None:
    ctx = Context(small(), ZH)
    [page, *_] = ctx.sitemap.of(PageKind.COMPARISON, small().sequences["key-account"])
    assert [(step.title, step.address) for step in trail(ctx, page)][-2:] == [
        ("大客户经理", "sequences/key-account/"),
        ("级别对比", "sequences/key-account/compare/"),
    ]
    assert trail(ctx, ctx.sitemap.existing(PageKind.HOME)) == ()
