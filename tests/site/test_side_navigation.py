"""What stands at the side of a sequence's pages leads to pages and places that there are."""

from pathlib import Path

import pytest

from levelbook.site.side_navigation import MAX_POSITIONS, entry_of, side_navigation
from levelbook.site.sitemap import PageKind
from tests.pages.tiny import tiny

SEQUENCE = """
    code: STA
    name: 岗位标准
    levels: [{{id: low, name: 低级}}]
    groups: [{{id: all, name: 全部, kind: skill, competencies: [doing]}}]
    positions: [{keys}]
    """
COMPETENCY = """
    code: DOI
    name: 做事
    levels: {low: {indicators: [{id: STA-DOI-01, text: 会做}]}}
    """


@pytest.mark.parametrize(
    ("more", "title", "address"),
    [
        ("blank: 原文空着", "岗位 13 个", "sequences/first/#positions"),
        ("required: {doing: low}", "岗位对照表", "sequences/first/positions/"),
    ],
    ids=["nothing to compare", "compared"],
)
def test_many_positions_are_one_entry(more: str, title: str, address: str, tmp_path: Path) -> None:
    keys = [f"p{number}" for number in range(MAX_POSITIONS + 1)]
    files = {f"positions/{key}.yml": f"name: 岗位{key}\n{more}\n" for key in keys}
    files |= {"sequence.yml": SEQUENCE.format(keys=", ".join(keys)), "competencies/doing.yml": COMPETENCY}
    ctx, sequence = tiny(tmp_path, files)
    [group] = [group for group in side_navigation(ctx, sequence).groups if group.title == "岗位"]
    assert [(entry.title, entry.address) for entry in group.entries] == [(title, address)]
    page = ctx.sitemap.existing(PageKind.POSITION, sequence, "p3")
    assert entry_of(ctx, page) == address
