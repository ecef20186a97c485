"""The page of a source: what it says, what it does not say, and what of it is missing."""

from typing import Any

import pytest

from levelbook.catalogue import Catalogue
from levelbook.pages.source import page as source_page
from levelbook.site.context import Context
from tests.pages.growth import SALES, growth_views
from tests.pages.small import own


@pytest.fixture(scope="module")
def views() -> dict[str, Any]:
    return growth_views()


def test_the_source_says_what_it_does_not_say(views: dict[str, Any]) -> None:
    view = views[f"{SALES}source/"]
    assert [(one.name, one.text) for one in view.facts if one.text] == [("来源", "销售标准"), ("发布者", "示例公司")]
    assert [one.name for one in view.facts if one.absence] == ["原文日期", "原文版本", "原文生效日期", "解释权"]
    assert view.handbook_notes.text == "1 条编者注"
    assert [(kind.word, [one.link.text for one in kind.notes]) for kind in view.kinds] == [
        ("矛盾", ["发展流程 › 签名"]),
        ("过时", ["来源"]),
    ]


def test_what_is_missing_is_listed_with_its_reason(views: dict[str, Any]) -> None:
    missing = [
        (one.absence.kind, one.reason, [thing.text for thing in one.things]) for one in views[f"{SALES}source/"].missing
    ]
    assert missing == [
        ("lost", "表格缺失。", ["第四类"]),
        ("lost", "缺图。", ["结构图"]),
        ("lost", "文本中断。", ["教学大纲 › 旧版 › 留住客户 › 营销"]),
        ("lost", "来源说有 2 项，这里有 0 项", ["第四类"]),
        ("empty", "来源未填。", ["书写 › 低"]),
        ("empty", "", ["评分 2 处"]),
    ]


def test_a_standard_with_a_short_name_says_its_full_one_here() -> None:
    ctx = Context(own(), Catalogue("zh"))
    [page] = source_page.pages(ctx, ctx.handbook.sequences["account-manager-qualities"])
    first = page.view.facts[0]
    assert (first.name, first.text) == ("标准全称", "银行客户经理的素质与知识")
    [page] = source_page.pages(ctx, ctx.handbook.sequences["sales-dictionary"])
    assert "标准全称" not in [one.name for one in page.view.facts]
