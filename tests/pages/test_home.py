"""The home page: what it says of each standard, and where its figures lead."""

from typing import Any

import pytest

from levelbook.pages.home import contents as home_contents
from levelbook.pages.home import page as home
from levelbook.site.context import Context
from tests.pages.concepts import concepts, concepts_views


@pytest.fixture(scope="module")
def ctx() -> Context:
    return concepts()


@pytest.fixture(scope="module")
def views() -> dict[str, Any]:
    return concepts_views()


def test_home_marks_what_is_retired_and_what_may_be_old(ctx: Context) -> None:
    [page] = home.pages(ctx)
    view: Any = page.view
    care, _, names = view.families[0].sequences
    assert (care.origin, care.status) == ("甲公司，2010年", None)
    assert (names.status.word, names.status.reason, names.status.retired) == ("可能过时", "来源没有日期", False)
    [past] = view.retired.sequences
    assert (past.link.text, past.status.word, past.status.reason) == ("旧标准", "已停用", "由客服标准代替")
    assert view.sequences_title == "三个序列"


def test_the_page_of_a_retired_standard_says_so(views: dict[str, Any]) -> None:
    view = views["sequences/past/"]
    assert (view.retired, [one.address for one in view.successors]) == ("原因：由客服标准代替", ["sequences/care/"])


def test_home_leads_from_figures_to_what_they_count(ctx: Context) -> None:
    sequences = ctx.handbook.sequences
    assert [(one.text, one.address) for one in home_contents.sequence_contents(ctx, sequences["lead"])] == [
        ("能力 1 项", "sequences/lead/#tree"),
        ("1 条行为指标", "indicators/?seq=lead"),
        ("岗位 2 个", "sequences/lead/positions/"),
    ]


def test_a_standard_without_levels_offers_what_it_has_instead(ctx: Context) -> None:
    links = home_contents.instead_of_levels(ctx, ctx.handbook.sequences["names"])
    assert [(one.text, one.address) for one in links] == [
        ("能力 2 项", "sequences/names/#tree"),
        ("分值", "sequences/names/weights/"),
    ]
