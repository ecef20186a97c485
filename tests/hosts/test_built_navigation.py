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
    assert [title for title in ("给员工", "给主管", "给人力资源", "给培训师", "问题代码") if title not in listed] == []


def test_every_competency_is_listed_where_one_is_read(built: Path) -> None:
    listed = _side(built / "sequences/tencent-market/competency/needs/index.html")
    assert "产品/运营/市场知识" in listed
    assert "项目/活动组织实施" in listed
    assert listed.count("市场族") == 1


def test_a_comparison_knows_its_place(built: Path) -> None:
    text = (built / "sequences/tencent-market/compare/m1/m3/index.html").read_text(encoding="utf-8")
    path = text.split('class="md-path"', 1)[1].split("</nav>", 1)[0]
    assert "市场族" in path
