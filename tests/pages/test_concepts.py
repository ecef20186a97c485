"""Shared concepts, moves, what home says of each standard; tests/plan/kin has three small standards and an old one."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from levelbook.catalogue import Catalogue
from levelbook.pages import level, notes, registry, search_data
from levelbook.pages.home import contents as home_contents
from levelbook.pages.home import page as home
from levelbook.pages.transfer import data as transfer_data
from levelbook.pages.transfer import page as move
from levelbook.site.context import Context
from levelbook.site.navigation import navigation
from levelbook.site.page import NavItem, Page, StandalonePage
from levelbook.site.sitemap import PageKind
from tests.pages.small import golden, read
from tests.pages.tiny import tiny

HERE = Path(__file__).parent


@pytest.fixture(scope="module", params=["zh", "en"])
def either(request: pytest.FixtureRequest) -> Context:
    return Context(read(HERE / "kin"), Catalogue(request.param))


@pytest.fixture(scope="module")
def ctx() -> Context:
    return Context(read(HERE / "kin"), Catalogue("zh"))


@pytest.fixture(scope="module")
def views(ctx: Context) -> dict[str, Any]:
    pages: list[Page | StandalonePage] = [*registry.theme_pages(ctx), *registry.standalone_pages(ctx)]
    return {page.address: page.view for page in pages}


def test_the_list_counts_sequences_borrowers_included(views: dict[str, Any]) -> None:
    view = views["concepts/"]
    assert [(row.link.text, row.sequences, row.competencies) for row in view.rows] == [("沟通", 3, 2), ("计划", 1, 1)]
    assert [(one.text, one.note) for one in view.rows[0].where] == [("倾听", "客服"), ("口才", "只有名称的标准")]


def test_a_concept_nobody_uses_is_told_but_has_no_page(views: dict[str, Any]) -> None:
    assert views["concepts/"].unused == "还没有能力项归入：书面。"
    assert "concepts/writing/" not in views


def test_an_ended_concept_leaves_a_page_behind(views: dict[str, Any]) -> None:
    ended = views["concepts/manners/"].ended
    assert (ended.why, ended.since) == ("并入沟通", "1.1.0 版起停用")


def test_every_sequence_keeps_its_own_ladder(views: dict[str, Any]) -> None:
    care, names = views["concepts/talking/"].columns
    assert (care.ladder, names.ladder) == ("本序列自己的 2 个级别，从低到高，逐级累加", "不分级")
    assert "不能横着比高低" in views["concepts/talking/"].note


def test_a_competency_shows_levels_folded_indicators_and_who_asks(views: dict[str, Any]) -> None:
    [one] = views["concepts/talking/"].columns[0].kin
    assert [(rung.chip.name, rung.summary, rung.fold) for rung in one.rungs] == [
        ("初级", "愿意听。", "2 条指标"),
        ("高级", "", "2 条指标"),
    ]
    assert [(need.name, need.sequence, need.chip.name) for need in one.needs] == [("客服主管", "带队", "主管")]
    assert [link.text for link in one.borrowers] == ["带队"]


def test_a_competency_without_levels_is_shown_as_what_it_is(views: dict[str, Any]) -> None:
    [speech] = views["concepts/talking/"].columns[1].kin
    assert (speech.rungs, speech.facets) == ((), "讲、听")
    assert [(points.where, points.text) for points in speech.points] == [("", "6 分")]


def test_kinds_of_nothing_keep_their_reason(views: dict[str, Any]) -> None:
    [plans] = views["concepts/planning/"].columns[0].kin
    assert (plans.rungs[0].nothing.kind, plans.rungs[0].nothing.why) == ("lost", "表格缺了一行")
    assert views["concepts/planning/"].note == "目前只有一个序列有这个概念。"


def test_the_competency_leads_to_its_concept_and_its_kin(views: dict[str, Any]) -> None:
    view = views["sequences/care/competency/talking/"]
    assert view.concept.address == "concepts/talking/"
    assert [(one.link.text, one.sequence.text, one.figures) for one in view.elsewhere] == [
        ("口才", "只有名称的标准", "2 个方面")
    ]


def test_concepts_and_the_move_are_found_by_search_and_navigation(ctx: Context) -> None:
    items = {item.title: item for item in navigation(ctx)}
    assert [child.address for child in items["通用概念"].children] == ["concepts/talking/", "concepts/planning/"]
    assert items["换序列"] == NavItem("换序列", "move/")
    data = search_data.script(ctx)
    assert '["沟通","concepts/talking/index.html","通用概念",""]' in data
    assert "move/index.html" in data


def test_move_data(ctx: Context) -> None:
    data = json.loads(json.dumps(transfer_data.data(ctx)))
    golden(HERE / "transfer.txt", "".join(f"{line.rstrip()}\n" for line in _printed(data)))


def _printed(data: dict[str, Any]) -> Iterator[str]:
    """The data of a move as a list that HR could read; indicators by code."""
    code = [code for code, _ in data["indicators"]]
    for sequence in data["sequences"]:
        yield f"{sequence['id']}  {sequence['name']}  {sequence['href']}"
        for stop in sequence["stops"]:
            asks = zip(sequence["competencies"], stop["asks"], strict=True)
            said = [f"{one['id']}={'-' if level is None else level or 'whole'}" for one, level in asks]
            yield f"  {stop['kind']} {stop['id']}  {stop['name']}  asks {' '.join(said)}"
        for one in sequence["competencies"]:
            yield f"  {one['id']}  {one['name']}  [{one['concept']}]  {one['definition']}"
            for key, cell in one["cells"].items():
                says = [cell["summary"], *cell["nothing"], *(code[n] for n in cell["holds"])]
                yield f"    {key or 'whole'}: {' '.join(part for part in says if part)}"
            for pair, changes in one["changes"].items():
                for kind, before, after in changes:
                    later = "" if after is None else code[after]
                    yield f"    {pair}: {kind} {','.join(code[n] for n in before)} -> {later}"


def test_an_ended_standard_is_no_place_to_move_to(ctx: Context) -> None:
    ids = [one["id"] for one in json.loads(json.dumps(transfer_data.data(ctx)))["sequences"]]
    assert ids == ["care", "lead", "names"]


def test_move_words_are_there_in_both_languages(either: Context) -> None:
    words = transfer_data.data(either)["words"]
    assert isinstance(words, dict)
    assert {"keep", "more", "linked", "fresh", "gone", "unknown", "place"} <= words.keys()


def test_a_level_leads_to_a_move_from_it(views: dict[str, Any]) -> None:
    assert views["sequences/care/level/low/"].move == "move/?from=care/low"


def test_nobody_moves_from_an_ended_standard(tmp_path: Path) -> None:
    head = """
        code: ONE
        name: 甲
        levels: [{id: low, name: 低}, {id: high, name: 高}]
        groups: [{id: all, name: 全部, competencies: [care]}]
        """
    care = "{name: 细心, kind: skill, levels: {low: {indicators: [查一遍。]}, high: {indicators: [查两遍。]}}}"
    ended = head.replace("name: 甲", "name: 旧\n        retired: {why: 不再使用}").replace("ONE", "OLD")
    files = {"sequence.yml": head, "competencies/care.yml": care}
    old = {f"sequences/old/{key}": ended if key == "sequence.yml" else text for key, text in files.items()}
    ctx, first = tiny(tmp_path / "two", {**files, **old})
    assert level.transfer_address(ctx, first, "low") == "move/?from=first/low"
    assert level.transfer_address(ctx, ctx.handbook.sequences["old"], "low") == ""
    alone = {
        key: text.replace("{id: low, name: 低}, ", "").replace("low: {indicators: [查一遍。]}, ", "")
        for key, text in files.items()
    }
    ctx, first = tiny(tmp_path / "one", {**alone, **old})
    assert (ctx.sitemap.has(PageKind.TRANSFER), move.pages(ctx)) == (False, ())


def test_home_marks_what_has_ended_and_what_may_be_old(ctx: Context) -> None:
    [page] = home.pages(ctx)
    view: Any = page.view
    care, _, names = view.families[0].entries
    assert (care.small, care.mark) == ("甲公司，2010年", None)
    assert (names.mark.word, names.mark.why, names.mark.ended) == ("可能过时", "来源没有日期", False)
    [past] = view.ended.entries
    assert (past.link.text, past.mark.word, past.mark.why) == ("旧标准", "已停用", "由客服标准代替")
    assert view.sequences_title == "三个序列"


def test_the_page_of_an_ended_standard_says_so(views: dict[str, Any]) -> None:
    view = views["sequences/past/"]
    assert (view.ended, [one.address for one in view.instead]) == ("原因：由客服标准代替", ["sequences/care/"])


def test_home_leads_from_figures_to_what_they_count(ctx: Context) -> None:
    sequences = ctx.handbook.sequences
    assert [(one.text, one.address) for one in home_contents.sequence_contents(ctx, sequences["lead"])] == [
        ("能力 1 项", "sequences/lead/#tree"),
        ("1 条行为指标", "indicators/?seq=lead"),
        ("岗位 2 个", "sequences/lead/positions/"),
    ]


def test_a_standard_without_levels_offers_what_it_has_instead(ctx: Context) -> None:
    found = home_contents.instead_of_levels(ctx, ctx.handbook.sequences["names"])
    assert [(one.text, one.address) for one in found] == [
        ("能力 2 项", "sequences/names/#tree"),
        ("分值", "sequences/names/weights/"),
    ]


def test_open_questions_stand_first() -> None:
    ctx = Context(read(HERE / "rubric_data"), Catalogue("zh"))
    [page] = notes.pages(ctx)
    view: Any = page.view
    assert [one.link.text for group in view.groups for one in group.asks] == ["总则"]
    assert [heading.id for heading in page.headings] == ["asks", "all"]
    assert view.asks == "1 条"
