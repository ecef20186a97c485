"""The home page's picker and the page of all sequences: what both say of each standard, and where they lead."""

from typing import Any

import pytest

from levelbook.pages.home import contents as home_contents
from levelbook.pages.home import page as home
from levelbook.pages.sequences import page as sequences
from levelbook.site.context import Context
from tests.pages.concepts import concepts, concepts_views


@pytest.fixture(scope="module")
def ctx() -> Context:
    return concepts()


@pytest.fixture(scope="module")
def views() -> dict[str, Any]:
    return concepts_views()


def test_home_offers_what_may_be_old_with_a_word_and_what_is_retired_not_at_all(ctx: Context) -> None:
    [page] = home.pages(ctx)
    view: Any = page.view
    [family] = view.picker.families
    assert [(one.link.text, one.note, one.outdated) for one in family.sequences] == [
        ("客服", "甲公司·两级", ""),
        ("带队", "两级", ""),
        ("只有名称的标准", "不分级", "可能过时"),
    ]
    assert view.picker.apart.address == "sequences/#reference"


def test_all_sequences_are_told_with_what_is_retired_apart(ctx: Context) -> None:
    [page] = sequences.pages(ctx)
    view: Any = page.view
    care, _, names = view.families[0].rows
    assert (care.origin, names.origin) == ("甲公司，2010年", "可能过时")
    [past] = view.reference
    assert (past.link.text, past.origin, past.why) == ("旧标准", "已停用", "原因：由客服标准代替")
    assert view.figures == "4份标准，3份列有要求，1份只供参考"


def test_the_page_of_a_retired_standard_says_so(views: dict[str, Any]) -> None:
    view = views["sequences/past/"]
    assert (view.retired, [one.address for one in view.successors]) == ("原因：由客服标准代替", ["sequences/care/"])


def test_the_table_of_sequences_says_what_each_has_and_leads_there(ctx: Context) -> None:
    [page] = sequences.pages(ctx)
    view: Any = page.view
    [lead] = [row for family in view.families for row in family.rows if row.link.text == "带队"]
    assert lead.contents == "能力 1 项，1 条行为指标，岗位 2 个"
    assert [(door.text, door.address) for door in lead.doors] == [
        ("岗位对照表", "sequences/lead/positions/"),
        ("能力矩阵", "sequences/lead/matrix/"),
        ("级别对比", "sequences/lead/compare/"),
    ]


def test_a_standard_without_levels_offers_what_it_has_instead(ctx: Context) -> None:
    links = home_contents.instead_of_levels(ctx, ctx.handbook.sequences["names"])
    assert [(one.text, one.address) for one in links] == [
        ("能力 2 项", "sequences/names/#tree"),
        ("分值", "sequences/names/weights/"),
    ]
