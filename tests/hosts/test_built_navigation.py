"""What tabs and side list in the built site, hand-written pages among ours."""

import re
from pathlib import Path


def _side(page: Path) -> list[str]:
    """The entries of the navigation at the side, without tabs."""
    text = page.read_text(encoding="utf-8")
    primary = text.split('class="md-nav md-nav--primary', 1)[1].split('class="md-sidebar md-sidebar--secondary', 1)[0]
    return [
        " ".join(found.split())
        for found in re.findall(r'<span class="md-ellipsis">\s*(.*?)\s*</span>', primary, re.DOTALL)
    ]


def test_every_guide_is_listed(built: Path) -> None:
    listed = _side(built / "guide/hr/index.html")
    assert [
        title for title in ("员工指南", "主管指南", "编辑指南", "培训师指南", "问题代码") if title not in listed
    ] == []


def _part(page: Path, opening: str, end: str = "</nav>") -> str:
    """A part of a page, from the name of its class to the end of its element."""
    return page.read_text(encoding="utf-8").split(f'class="{opening}', 1)[1].split(end, 1)[0]


def _links(html: str) -> list[tuple[str, str]]:
    """Where the links of a piece of HTML lead, with their words."""
    found = re.findall(r'<a\b[^>]*href="([^"]*)"[^>]*>(.*?)</a>', html, re.DOTALL)
    return [(href, " ".join(re.sub(r"<[^>]*>", " ", words).split())) for href, words in found]


def test_beside_a_sequence_stands_that_sequence_alone(built: Path) -> None:
    page = built / "sequences/tencent-market/compare/m1/m3/index.html"
    side = _part(page, "md-nav lb-sidenav")
    words = [words for _, words in _links(side)]
    assert words[:7] == ["全部岗位序列", "市场族", "初做者", "有经验者", "骨干", "专家", "资深专家"]
    assert "政企客户经理" not in words
    [here] = re.findall(r'aria-current="(\w+)"[^>]*>([^<]*)<', side)
    assert here == ("true", "级别对比")


def test_every_entry_at_the_side_leads_to_a_place_that_there_is(built: Path) -> None:
    for page in built.glob("sequences/*/index.html"):
        for href, words in _links(_part(page, "md-nav lb-sidenav")):
            path, _, anchor = href.partition("#")
            target = (page.parent / path.partition("?")[0]).resolve() if path else page
            assert target.is_file(), f"{page}: {words} leads to {href}"
            assert not anchor or f'id="{anchor}"' in target.read_text(encoding="utf-8"), f"{page}: {words}, {href}"


def test_tabs_are_six(built: Path) -> None:
    tabs = _part(built / "index.html", "md-tabs__list", "</ul>")
    assert [words for _, words in _links(tabs)] == ["岗位序列", "转岗对比", "自评", "通用能力", "行为指标", "使用指南"]
    assert _links(tabs)[0][0] == "sequences/index.html"


def test_next_and_before_stay_in_what_is_read_in_order(built: Path) -> None:
    """Levels and competencies of one sequence; hand-written pages beside others of their section."""
    for page in built.rglob("index.html"):
        here = page.relative_to(built).as_posix().split("/")
        for href in re.findall(r'<link rel="(?:prev|next)" href="([^"]*)"', page.read_text(encoding="utf-8")):
            there = (page.parent / href).resolve().relative_to(built.resolve()).as_posix().split("/")
            assert here[:3] == there[:3] or (here[0] != "sequences" and there[0] != "sequences"), f"{here} {there}"
            assert "/".join(here) != "notes/index.html" and here[0] not in ("check", "move", "indicators", "concepts")


def test_a_comparison_knows_its_place(built: Path) -> None:
    steps = _links(_part(built / "sequences/tencent-market/compare/m1/m3/index.html", "md-path"))
    assert [words for _, words in steps] == ["首页", "岗位序列", "市场营销", "市场族", "级别对比"]
