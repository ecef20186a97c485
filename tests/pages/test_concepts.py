"""Shared concepts: the list, their pages, and what leads to them."""

from typing import Any

import pytest

from levelbook.site.context import Context
from levelbook.site.navigation import navigation
from levelbook.site.page import NavItem
from tests.pages.concepts import concepts, concepts_views
from tests.pages.data_files import search_text


@pytest.fixture(scope="module")
def ctx() -> Context:
    return concepts()


@pytest.fixture(scope="module")
def views() -> dict[str, Any]:
    return concepts_views()


def test_the_list_counts_sequences_borrowers_included(views: dict[str, Any]) -> None:
    view = views["concepts/"]
    assert [(row.link.text, row.sequence_count, len(row.competencies)) for row in view.rows] == [
        ("沟通", 3, 2),
        ("计划", 1, 1),
    ]
    assert [(one.text, one.note) for one in view.rows[0].competencies] == [("倾听", "客服"), ("口才", "只有名称的标准")]


def test_a_concept_nobody_uses_is_told_but_has_no_page(views: dict[str, Any]) -> None:
    assert views["concepts/"].unused == "还没有能力项归入：书面。"
    assert "concepts/writing/" not in views


def test_a_retired_concept_leaves_a_page_behind(views: dict[str, Any]) -> None:
    retired = views["concepts/manners/"].retired
    assert (retired.why, retired.since) == ("并入沟通", "1.1.0 版起停用")


def test_every_sequence_keeps_its_own_ladder(views: dict[str, Any]) -> None:
    care, names = views["concepts/talking/"].columns
    assert (care.ladder, names.ladder) == ("本序列自己的 2 个级别，从低到高，逐级累加", "不分级")
    assert "不能横向比较高低" in views["concepts/talking/"].note


def test_a_competency_shows_levels_folded_indicators_and_who_asks(views: dict[str, Any]) -> None:
    [one] = views["concepts/talking/"].columns[0].competencies
    assert [(level.chip.name, level.cell.summary, level.indicator_count) for level in one.levels] == [
        ("初级", "愿意听。", "2 条指标"),
        ("高级", None, "2 条指标"),
    ]
    assert [(need.name, need.sequence, need.chip.name) for need in one.required_by] == [("客服主管", "带队", "主管")]
    assert [link.text for link in one.borrowers] == ["带队"]


def test_a_competency_without_levels_is_shown_as_what_it_is(views: dict[str, Any]) -> None:
    [speech] = views["concepts/talking/"].columns[1].competencies
    assert (speech.levels, speech.facets) == ((), "讲、听")
    assert [(weight.column, weight.text) for weight in speech.weights] == [("", "6 分")]


def test_kinds_of_nothing_keep_their_reason(views: dict[str, Any]) -> None:
    [plans] = views["concepts/planning/"].columns[0].competencies
    assert (plans.levels[0].absence.kind, plans.levels[0].absence.why) == ("lost", "表格缺了一行")
    assert views["concepts/planning/"].note == "目前只有一个序列有这项通用能力。"


def test_the_competency_leads_to_its_concept_and_to_those_of_other_sequences(views: dict[str, Any]) -> None:
    view = views["sequences/care/competency/talking/"]
    assert [concept.address for concept in view.concepts] == ["concepts/talking/"]
    (shared,) = view.same_concepts
    assert shared.concept.text == "沟通"
    assert [(one.link.text, one.sequence.text, one.figures) for one in shared.competencies] == [
        ("口才", "只有名称的标准", "2 个方面")
    ]


def test_concepts_and_the_transfer_page_are_found_by_search_and_navigation(ctx: Context) -> None:
    items = {item.title: item for item in navigation(ctx)}
    assert [child.address for child in items["通用能力"].children] == ["concepts/talking/", "concepts/planning/"]
    assert items["转岗对比"] == NavItem("转岗对比", "move/")
    data = search_text(ctx)
    assert '["沟通","concepts/talking/index.html","concept",' in data
    assert "move/index.html" in data
