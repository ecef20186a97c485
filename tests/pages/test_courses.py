"""The page of a course, its sheet and its table; what covers an indicator, and what nobody trains."""

import csv
import io
from pathlib import Path
from typing import Any

import pytest

from levelbook.build import ReadyFile, Site, SiteOptions
from levelbook.catalogue import Catalogue
from levelbook.pages.course.sheet import SheetCard, sheets
from levelbook.queries.courses import courses as courses_of
from levelbook.site.context import Context
from levelbook.site.sitemap import PageKind
from tests.pages.courses import ACTIONS, courses, historical, with_history
from tests.pages.small import views_of

ACTIONS_PAGE = "sequences/first/actions/"
COURSE = f"{ACTIONS_PAGE}ONE-ACT-01/"


@pytest.fixture(scope="module")
def ctx(tmp_path_factory: pytest.TempPathFactory) -> Context:
    return with_history(courses(tmp_path_factory.mktemp("courses")))


@pytest.fixture(scope="module")
def views(ctx: Context) -> dict[str, Any]:
    return views_of(ctx)


def test_a_course_is_what_its_kind_says_else_what_has_a_name(ctx: Context) -> None:
    sequence = ctx.handbook.sequences["first"]
    assert [action.id for action in courses_of(sequence)] == ["ONE-ACT-01", "ONE-ACT-02", "ONE-ACT-05"]
    pages = ctx.sitemap.of(PageKind.COURSE, sequence)
    assert [(page.full_title, page.parent) for page in pages] == [
        ("销售渠道建设与管理 · 渠道销售", ACTIONS_PAGE),
        ("细心（课程） · 渠道销售", ACTIONS_PAGE),
        ("每周答疑。 · 渠道销售", ACTIONS_PAGE),
    ]


def test_what_a_course_names_is_covered_and_what_it_only_reaches_is_touched(views: dict[str, Any]) -> None:
    view = views[COURSE]
    assert [(one.link.text, one.figures, [(row.level, row.code) for row in one.rows]) for one in view.covered] == [
        ("渠道管理", "4 条行为指标中的 2 条", [("初级", "ONE-CHA-01"), ("高级", "ONE-CHA-03")]),
        ("谈判", "2 条行为指标中的 1 条", [("初级", "ONE-TAL-01")]),
    ]
    assert [(one.link.text, one.link.address, one.figures) for one in view.touched] == [
        ("细心 初级", "sequences/first/competency/care/#l-low", "这一级，2 条行为指标")
    ]
    assert view.lead == "讲到 3 条行为指标，面向渠道销售的初级、高级。"
    assert view.facts == ("适合目标级别为高级及以上的人", "90 分钟")
    assert view.codes == ("ONE-CHA-01", "ONE-CHA-03", "ONE-TAL-01")
    assert view.collection == "collection/#ONE-CHA-01,ONE-CHA-03,ONE-TAL-01"


def test_what_practices_cover_is_covered_by_no_course(views: dict[str, Any]) -> None:
    channels, talks = views[COURSE].covered
    assert [row.code for row in channels.others] == ["ONE-CHA-02", "ONE-CHA-04"]
    assert [row.code for row in talks.others] == ["ONE-TAL-02"]


def test_a_course_that_only_touches_has_no_sheet_and_says_so(views: dict[str, Any]) -> None:
    view = views[f"{ACTIONS_PAGE}ONE-ACT-02/"]
    assert (view.sheet, view.table, view.releases, view.covered) == ("", "", (), ())
    assert view.lead == "写明了涉及哪些能力，还没有写明讲到哪几条行为指标。"
    assert [(one.link.text, one.figures) for one in view.touched] == [
        ("细心", "整项能力，4 条行为指标"),
        ("全部", "整个类别，4 项能力，12 条行为指标"),
    ]
    assert f"{ACTIONS_PAGE}ONE-ACT-02/sheet/" not in views
    assert views[f"{ACTIONS_PAGE}ONE-ACT-05/"].lead == "还没有写明对应哪些能力。"


def test_changes_are_told_release_by_release_with_the_words(views: dict[str, Any]) -> None:
    view = views[COURSE]
    assert [(one.version, one.text, one.coming) for one in view.releases] == [
        ("1.1.0", "1.1.0（2026-12-20）", True),
        ("1.0.0", "1.0.0（2026-11-28）", False),
        ("0.2.0", "0.2.0（2026-10-01）", False),
    ]
    rows = {row.code: row for block in view.covered for row in block.rows}
    assert rows["ONE-CHA-03"].changes == ()
    [change] = rows["ONE-CHA-01"].changes
    assert (change.release, change.meaning, change.day, change.why) == ("1.0.0", "要求更多", "", "要求独立")
    assert [(run.fate, run.text) for run in change.runs if run.fate != "stays"] == [("gone", "在指导下")]
    assert [(one.release, one.day) for one in rows["ONE-TAL-01"].changes] == [("1.1.0", "2027年3月1日起")]


def test_without_a_history_nothing_is_said_of_changes(tmp_path: Path) -> None:
    view = views_of(courses(tmp_path))[COURSE]
    assert view.releases == ()
    assert [row.changes for block in view.covered for row in block.rows] == [(), (), ()]


def test_an_indicator_tells_what_covers_it_from_what_touches_it(views: dict[str, Any]) -> None:
    def shown(code: str) -> tuple[list[str], list[str]]:
        view = views[f"id/{code}/"]
        return [one.address for one in view.covered_by], [one.address for one in view.touched_by]

    care = [f"{ACTIONS_PAGE}ONE-ACT-02/"]
    assert shown("ONE-CHA-01") == ([COURSE], care)
    assert shown("ONE-CHA-02") == ([f"{ACTIONS_PAGE}#ONE-ACT-03"], care)
    assert shown("ONE-CAR-01") == ([], [COURSE, *care])
    assert shown("ONE-OPE-01") == ([], care)


def test_what_nobody_trains_stands_first_and_touched_is_no_more_than_touched(tmp_path: Path) -> None:
    text = ACTIONS.replace("for: [care, all]", "for: [care]")
    view = views_of(courses(tmp_path, actions=text))[ACTIONS_PAGE].untrained
    assert [(row.link.text, row.note, [code.text for code in row.codes]) for row in view.rows] == [
        ("开放", "没有课程", []),
        ("细心", "有课程涉及，没有写明讲到哪几条", []),
        ("渠道管理", "还有 2 条没有课程讲到", ["ONE-CHA-02", "ONE-CHA-04"]),
        ("谈判", "还有 1 条没有课程讲到", ["ONE-TAL-02"]),
    ]
    assert view.summary == "4 项能力：2 项有课程讲到，1 项只有课程涉及，1 项没有课程。"


def test_codes_and_list_lead_to_the_page(views: dict[str, Any]) -> None:
    assert views["id/ONE-ACT-01/"].target.address == COURSE
    assert views["id/ONE-ACT-03/"].target.address == f"{ACTIONS_PAGE}#ONE-ACT-03"
    assert views["id/ONE-ACT-06/"].retired.why == "不再开"
    rows = {row.code: row.page for block in views[ACTIONS_PAGE].blocks for row in block.actions}
    assert (rows["ONE-ACT-01"], rows["ONE-ACT-03"], rows["ONE-ACT-04"]) == (COURSE, "", "")


def _files(ctx: Context, site_url: str) -> dict[str, str]:
    site = Site(historical(ctx.handbook), Catalogue("zh"), SiteOptions(site_url=site_url))
    return {file.path: file.text for file in site.files() if isinstance(file, ReadyFile)}


def test_a_sheet_has_a_code_for_each_card_and_says_why_it_has_none(ctx: Context) -> None:
    path = f"{COURSE}sheet/index.html"
    with_address, without = _files(ctx, "https://handbook.example.com")[path], _files(ctx, "")[path]
    assert with_address.count('class="lb-qr"') == 3
    assert "https://handbook.example.com/<wbr>id/ONE-CHA-01/" in with_address
    assert "site_url" not in with_address
    assert 'class="lb-qr"' not in without
    assert "请在 mkdocs.yml 里写上 site_url" in without
    assert "id/ONE-CHA-01/" in without


def test_the_table_opens_in_spreadsheets_and_runs_nothing(tmp_path: Path) -> None:
    hostile = courses(tmp_path, **{"competencies/talks": _talks("'=HYPERLINK(\"http://evil\")'")})
    text = _files(hostile, "https://handbook.example.com/")[f"{COURSE}ONE-ACT-01.csv"]
    assert text.startswith("\ufeff编号,序列,能力项,级别,行为指标,链接\r\n")
    rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")))
    assert rows[1] == [
        *("ONE-CHA-01", "渠道销售", "渠道管理", "初级", "讲清各项渠道政策和流程。"),
        "https://handbook.example.com/id/ONE-CHA-01/",
    ]
    assert rows[3][4] == '\'=HYPERLINK("http://evil")'
    assert _files(hostile, "")[f"{COURSE}ONE-ACT-01.csv"].count("id/ONE-CHA-01/index.html") == 1


def _talks(text: str) -> str:
    return f"""
    code: TAL
    name: 谈判
    kind: skill
    levels:
      low: {{indicators: [{{id: ONE-TAL-01, text: {text}}}]}}
      high: {{indicators: [{{id: ONE-TAL-02, text: 带领谈判小组。}}]}}
    """


def _card(n: int, text: str = "讲清。") -> SheetCard:
    return SheetCard(f"ONE-CHA-{n:02}", "", text, "渠道销售　渠道管理　初级", f"id/ONE-CHA-{n:02}/")


def test_eight_cards_stand_on_a_sheet_and_fewer_long_ones() -> None:
    short = tuple(_card(n) for n in range(1, 18))
    assert [len(sheet) for sheet in sheets(short)] == [8, 8, 1]
    long = tuple(_card(n, "Explains every channel policy and process to agents. " * 8) for n in range(1, 9))
    made = list(sheets(long))
    assert [card.code for sheet in made for card in sheet] == [card.code for card in long]
    assert max(len(sheet) for sheet in made) < 8
    assert [len(sheet) for sheet in sheets((_card(1, "很长的一句话。" * 400), _card(2)))] == [2]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_pages_of_courses_are_written_in_both_languages(ctx: Context, language: str) -> None:
    site = Site(historical(ctx.handbook), Catalogue(language), SiteOptions(site_url="https://handbook.example.com/"))
    html = {page.page.address: page.html for page in site.pages}
    name = {"zh": "销售渠道建设与管理", "en": "Building and managing sales channels"}[language]
    assert f">{name}</h1>" in html[COURSE]
    assert html[COURSE].count("<del") == 2
