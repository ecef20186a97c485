"""The page of a process: its calendar, its phases, and whose process it is."""

from typing import Any

import pytest

from levelbook.components import calendar
from levelbook.site.sitemap import PageKind
from tests.pages.growth import SALES, growth, growth_views


@pytest.fixture(scope="module")
def views() -> dict[str, Any]:
    return growth_views()


@pytest.mark.parametrize(
    ("span", "months_in_it"),
    [("2", (2,)), ("3-8", (3, 4, 5, 6, 7, 8)), ("9-2", (9, 10, 11, 12, 1, 2)), ("12-1", (12, 1))],
)
def test_spans_wrap_the_year(span: str, months_in_it: tuple[int, ...]) -> None:
    assert calendar.within(*calendar.ends(span)) == months_in_it


def test_the_year_shows_both_calendars_and_says_that_they_contradict(views: dict[str, Any]) -> None:
    year = views[f"{SALES}process/"].year
    assert (year.frequency, year.cycles) == ("一年两期", ("第一期", "第二期"))
    assert [(one.title, [strip.in_words for strip in one.strips]) for one in year.almanacs] == [
        ("流程里写的月份", ["2月、8月", "3月至8月、9月至次年2月"]),
        ("“签名”表上印的月份", ["3月、8月"]),
    ]
    carry = year.almanacs[0].strips[1]
    assert [[turn.number for turn in one.turns] for one in carry.months] == [[2]] * 2 + [[1]] * 6 + [[2]] * 4
    assert [(turn.starts, turn.ends) for turn in (carry.months[1].turns[0], carry.months[8].turns[0])] == [
        (False, True),
        (True, False),
    ]
    assert [(one.word, one.note.ask) for one in year.remarks] == [("矛盾", "应为二月吗？")]


def test_a_page_has_the_name_of_its_process() -> None:
    ctx = growth()
    pages = {key: ctx.sitemap.existing(PageKind.PROCESS, sequence) for key, sequence in ctx.handbook.sequences.items()}
    assert {key: page.title for key, page in pages.items()} == {"sales": "半年流程", "shared": "通用流程"}


def test_phases_name_steps_and_forms(views: dict[str, Any]) -> None:
    view = views[f"{SALES}process/"]
    assert (view.roles, view.figures) == (("员工", "主管"), "2 个阶段，3 步，2 张表")
    assert [[step.entry.text for step in phase.steps] for phase in view.phases] == [["面谈", "签名"], ["记录"]]
    assert [(one.text, one.address) for one in view.phases[0].forms] == [
        ("目标", "#form-goals"),
        ("签名", "#form-signatures"),
    ]
    assert [one.anchor for one in view.sheets] == ["form-goals", "form-signatures"]


def test_a_sequence_without_its_own_process_has_that_of_the_handbook(views: dict[str, Any]) -> None:
    view = views["sequences/shared/process/"]
    assert view.shared
    [strip] = view.year.almanacs[0].strips
    assert strip.in_words == "12月至次年1月"
