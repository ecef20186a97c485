"""What the views say: figures, exceptions, kinds of nothing, what raises what."""

from typing import Any

import pytest

from levelbook.catalogue import Catalogue
from levelbook.components import completeness
from levelbook.components.prose import shares
from levelbook.model.base import Topic
from levelbook.pages import registry
from levelbook.pages.home import page as home
from levelbook.pages.notes import page as notes
from levelbook.site.context import Context
from tests.pages.small import small, views_of

KEY = "sequences/key-account/"


@pytest.fixture(scope="module")
def ctx() -> Context:
    return Context(small(), Catalogue("zh"))


@pytest.fixture(scope="module")
def views(ctx: Context) -> dict[str, Any]:
    return views_of(ctx)


def test_level_counts_what_is_new_and_what_applies(views: dict[str, Any]) -> None:
    levels = [views[f"{KEY}level/{key}/"] for key in ("junior", "middle", "senior")]
    figures = [(level.switch.new, level.switch.all) for level in levels]
    assert figures == [(2, 2), (2, 3), (1, 4)]


def test_inherited_names_where_it_comes_from(views: dict[str, Any]) -> None:
    article = views[f"{KEY}level/middle/"].step.groups[0].articles[0]
    assert [line.code for line in article.indicators] == ["KEY-LIS-04", "KEY-LIS-05"]
    [held] = article.inherited
    assert (held.link.text, held.link.address) == ("沿用初级", f"{KEY}level/junior/#LIS")
    assert [line.code for line in held.indicators] == ["KEY-LIS-01"]
    assert held.figures == "", "that it holds on is said by where it stands"


def test_same_as_is_said_even_where_only_new_is_shown(views: dict[str, Any]) -> None:
    article = views[f"{KEY}level/senior/"].step.groups[0].articles[0]
    assert article.inherited[0].always
    assert article.inherited[0].link.text == "沿用中级"


def test_kinds_of_nothing(views: dict[str, Any]) -> None:
    def negotiation(level: str) -> Any:
        return views[f"{KEY}level/{level}/"].step.groups[0].articles[1].nothing

    assert (negotiation("junior").kind, negotiation("junior").why) == ("na", "由上级去谈")
    assert negotiation("middle").kind == "empty"
    assert negotiation("senior") is None
    assert views[f"{KEY}level/junior/"].step.groups[1].nothing.kind == "lost"


def test_raised_indicator_names_what_it_came_from(views: dict[str, Any]) -> None:
    [lower] = views[f"{KEY}level/middle/"].step.groups[0].articles[0].indicators[0].raised
    assert (lower.level, lower.code, lower.short) == ("初级", "KEY-LIS-02", "02")


def test_exam_is_judged_by_the_band_of_the_standard(views: dict[str, Any]) -> None:
    view = views[f"{KEY}competency/industry/"]
    assert [row.marks for row in view.bands.rows] == ["91–100", "81–90", "0–80"]
    assert [row.standard for row in view.bands.rows] == [False, True, False]
    assert view.bands.sentence == "考试综合成绩 81–90 分为达标，各级相同"
    subjects = [(one.topic.name, one.nothing.kind, [part.topic.name for part in one.children]) for one in view.subjects]
    assert subjects == [("行业概况", "empty", []), ("法规", "empty", ["民法"])]
    assert "并未列全" in view.subjects[1].margin.extent


@pytest.mark.parametrize(
    ("weight", "said", "kind"),
    [
        ("12.50", ["12.5%"], ""),
        ({"junior": "60.0", "middle": "lost"}, ["初级 60%"], ""),
        ({"junior": "lost", "middle": "lost"}, [], "lost"),
        ({"junior": "blank"}, [], "empty"),
    ],
)
def test_shares_of_an_exam_carry_no_idle_zeros_and_say_why_there_are_none(
    ctx: Context, weight: object, said: list[str], kind: str
) -> None:
    topic = Topic.model_validate({"name": "法规", "weight": weight})
    [subject] = shares(ctx, ctx.handbook.sequences["key-account"], [topic])
    assert (list(subject.weights), subject.nothing.kind if subject.nothing else "") == (said, kind)


def test_grade_marks_its_exceptions(views: dict[str, Any]) -> None:
    view = views[f"{KEY}grade/grade-1/"]
    rows = [row for group in view.required_levels for row in group.rows]
    assert [(row.link.text, row.chip.name, row.exception) for row in rows] == [
        ("倾听", "中级", True),
        ("谈判", "高级", False),
        ("行业常识", "高级", False),
    ]
    [only] = views[KEY].grades
    assert only.exceptions == ("倾听：中级",)
    [below] = view.switch.beside
    assert (below.key, {kind.word: kind.n for kind in below.counts}) == ("grade-2", {"提高": 1, "新增": 2, "不变": 1})


def test_comparison_counts_kinds_in_their_order(views: dict[str, Any]) -> None:
    view = views[f"{KEY}compare/junior/middle/"]
    assert [(one.kind, one.n, one.shown) for one in view.filters] == [
        ("raised", 1, True),
        ("new", 1, True),
        ("same", 1, False),
    ]
    [raised, *_] = view.groups[0].competencies[0].rows
    assert "".join(word.text for word in raised.after.words) == "每月查两次资料，并更新过期的内容。"
    assert any(word.changed for word in raised.after.words)


def test_matrix_folds_what_the_summary_stands_for(views: dict[str, Any]) -> None:
    listening, negotiation = views[f"{KEY}matrix/"].groups[0].rows
    assert [cell.summary for cell in listening.cells] == ["愿意听。", "听得出顾虑。", ""]
    assert [each.text for each in listening.cells[0].folded] == ["让客户把话说完。", "每月查一次资料。"]
    assert [each.code for each in listening.cells[0].folded] == ["KEY-LIS-01", "KEY-LIS-02"]
    assert listening.cells[2].carried[0].address == f"{KEY}competency/listening/#l-middle"
    assert [cell.absence and cell.absence.kind for cell in negotiation.cells] == ["na", "empty", None]


def test_a_matrix_cell_with_one_indicator_has_no_fold(views: dict[str, Any]) -> None:
    cell = views[f"{KEY}matrix/"].groups[0].rows[1].cells[2]
    assert cell.first.text.startswith("谈判前")
    assert (cell.summary, cell.fold, cell.folded) == ("", "", ())


def test_borrowed_competency_leads_to_its_own_sequence(views: dict[str, Any]) -> None:
    article = views[f"{KEY}level/senior/"].step.groups[0].articles[1]
    assert article.link.address == "sequences/shared/competency/negotiation/"
    assert article.anchor == "SHA-NEG"


def test_actions_name_whom_and_what_they_are_for(views: dict[str, Any]) -> None:
    [way] = views[f"{KEY}competency/listening/"].actions
    assert (way.type, way.text, way.who) == ("培训", "倾听技巧", "目标为中级及以上")
    assert [one.text for one in way.targets] == ["KEY-LIS-01"]


def test_tombstone_says_why_and_what_instead(views: dict[str, Any]) -> None:
    retired = views["id/KEY-LIS-03/"].retired
    assert (retired.since, retired.why) == ("1.1.0 版起分成两条", "与执行能力重复")
    assert [one.address for one in retired.replaced_by] == ["id/KEY-LIS-04/", "id/KEY-LIS-05/"]


def test_permanent_page_of_an_indicator(views: dict[str, Any]) -> None:
    view = views["id/KEY-LIS-04/"]
    assert view.quote.plain == "“每月查两次资料，并更新过期的内容。”（大客户经理，倾听，中级，KEY-LIS-04，1.2.0 版）"
    steps = [(step.chip and step.chip.key, step.code, step.current) for step in view.rise]
    assert steps == [("junior", "KEY-LIS-02", False), ("middle", "KEY-LIS-04", True)]
    assert [step.code for step in views["id/KEY-LIS-02/"].rise] == ["KEY-LIS-02", "KEY-LIS-04"]
    assert views["id/KEY-LIS-05/"].rise == ()
    assert view.place.address == f"{KEY}level/middle/#KEY-LIS-04"


def test_completeness(ctx: Context) -> None:
    rows = completeness.rows(ctx, small().sequences["key-account"])
    assert [(row.name, row.have, row.of) for row in rows] == [
        ("各级要求", 8, 11),
        ("能力项定义", 1, 2),
        ("级别说明", 1, 3),
        ("科目权重", 0, 2),
    ]
    meter = completeness.meter(ctx, small().sequences["key-account"])
    assert meter is not None
    assert meter.figures == "8/11，1 处空白，2 处缺失"


def test_notes_are_collected_with_their_place(ctx: Context) -> None:
    [page] = notes.pages(ctx)
    view = page.view
    assert isinstance(view, notes.NotesView)
    found = [
        (one.link.text, one.link.address, one.source.file)
        for group in view.groups
        for one in (*group.questions, *group.notes)
    ]
    assert found == [
        ("总则", f"{KEY}source/#sections", "sequences/key-account/sequence.yml"),
        ("倾听 › 中级", f"{KEY}competency/listening/#l-middle", "sequences/key-account/competencies/listening.yml"),
        ("整体", "", "handbook.yml"),
    ]
    assert view.figures == "3 条编者注，其中 1 条待确认"


def test_open_questions_stand_first() -> None:
    ctx = Context(small(), Catalogue("zh"))
    [page] = notes.pages(ctx)
    view: Any = page.view
    assert [one.link.text for group in view.groups for one in group.questions] == ["总则"]
    assert [heading.id for heading in page.headings] == ["asks", "all"]
    assert view.question_count == "1 条"


def test_home_offers_searches_that_find_something(ctx: Context) -> None:
    [page] = home.pages(ctx)
    assert isinstance(page.view, home.HomeView)
    assert [one.text for one in page.view.examples] == ["KEY-LIS-01", "让客户把话说完"]


@pytest.mark.parametrize(
    ("n", "prose", "before_measure"),
    [(2, "二", "两"), (10, "十", "十"), (12, "十二", "十二"), (25, "二十五", "二十五")],
)
def test_numerals(ctx: Context, n: int, prose: str, before_measure: str) -> None:
    assert (ctx.numeral(n), ctx.amount(n)) == (prose, before_measure)


def test_english_takes_translations_and_its_own_words() -> None:
    ctx = Context(small(), Catalogue("en"))
    pages = {page.address: page for page in registry.theme_pages(ctx)}
    junior = pages[f"{KEY}level/junior/"]
    view: Any = junior.view
    assert junior.title == "Junior"
    assert view.sequence.text == "Key account manager"
    assert view.standing.startswith("Level one of three")
    assert view.step.groups[0].articles[0].indicators[0].text == "Lets the customer finish."
