"""A computer that several use: whose the unfinished one is, is asked before any of it is shown; one takes it along."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.assessed import TELECOM, answer, data_of, document, keep, rated
from tests.browser.conftest import axe, fits, laid_out
from tests.browser.lasting import go_where_it_keeps, watch
from tests.browser.test_assess import rate, start, stored


@pytest.fixture
def shared(context: BrowserContext, served: str, built: Path) -> Iterator[Page]:
    """A tab of a new session where somebody has left something unfinished."""
    data = data_of(built, TELECOM)
    page = context.new_page()
    troubles = watch(page)
    go_where_it_keeps(page, served)
    result = {"done": 12, "of": 18}
    keep(page, document(data, 0x7F3A << 48, answers=rated(data, 1, 3), period="2026年下半年", result=result))
    page.evaluate("sessionStorage.clear()")
    yield page
    assert troubles == []


def test_it_is_asked_once_in_a_session_whether_it_is_the_own(
    shared: Page, served: str, context: BrowserContext
) -> None:
    shared.goto(served + TELECOM)
    laid_out(shared)
    gate = shared.locator(".lb-gate")
    expect(gate).to_contain_text("没有写称呼 7F3A")
    expect(gate).to_contain_text("2026年下半年，自评 12 / 18")
    expect(shared.locator("input[name^=r-]:checked")).to_have_count(0)
    expect(shared.locator("section[data-view]:visible")).to_have_count(0)
    fits(shared)
    gate.get_by_role("button", name="没有写称呼").click()
    expect(gate).to_be_hidden()
    expect(shared.locator("input[name^=r-]:checked").first).to_be_visible()
    shared.reload()
    expect(shared.locator("input[name^=r-]:checked").first).to_be_visible()
    expect(gate).to_be_hidden()
    shared.goto("about:blank")
    start(shared, served + TELECOM)
    expect(gate).to_be_hidden()
    other = context.new_page()
    other.goto(served + TELECOM)
    expect(other.locator(".lb-gate")).to_be_visible()
    other.locator("input[name=alone]").check()
    other.locator(".lb-gate").get_by_role("button", name="没有写称呼").click()
    third = context.new_page()
    start(third, served + TELECOM)
    expect(third.locator("input[name^=r-]:checked").first).to_be_visible()
    expect(third.locator(".lb-gate")).to_be_hidden()


def test_somebody_else_begins_a_new_one_by_name(shared: Page, served: str) -> None:
    shared.goto(served + TELECOM)
    (before,) = stored(shared)
    shared.locator(".lb-gate").get_by_role("button", name="不是我，开一份新的").click()
    field = shared.get_by_role("dialog").get_by_label("称呼")
    expect(field).to_be_focused()
    assert axe(shared) == []
    shared.keyboard.press("Enter")
    expect(field).to_be_visible()
    field.fill("乙")
    shared.keyboard.press("Enter")
    expect(shared.locator(".lb-gate")).to_be_hidden()
    expect(shared.locator("input[name^=r-]:checked")).to_have_count(0)
    rate(shared, "TAM-ACH", 3)
    both = {doc.get("person", ""): doc for doc in stored(shared)}
    assert both[""] == before
    assert {code: one["points"] for code, one in both["乙"]["answers"].items()} == {"TAM-ACH": "3"}


def test_what_one_rates_for_others_is_never_opened_by_the_address(
    context: BrowserContext, served: str, built: Path
) -> None:
    data = data_of(built, TELECOM)
    page = context.new_page()
    go_where_it_keeps(page, served)
    keep(page, document(data, answers=rated(data, 1)), "manager")
    page.evaluate("sessionStorage.clear()")
    start(page, served + TELECOM)
    expect(page.locator(".lb-gate")).to_be_hidden()
    expect(page.locator("input[name^=r-]:checked")).to_have_count(0)


def test_one_takes_it_along(page: Page, served: str) -> None:
    start(page, served + TELECOM)
    rate(page, "TAM-ACH", 4)
    (before,) = stored(page)
    take = page.locator(".lb-panel").get_by_role("button", name="带走")
    for name in ("没有看到，先不删", "看到了，从这台电脑删掉"):
        with page.expect_download() as download:
            take.click()
        expect(page.get_by_role("dialog")).to_contain_text(download.value.suggested_filename)
        assert stored(page) == [before]
        page.get_by_role("dialog").get_by_role("button", name=name).click()
    expect(page.locator(".lb-undo")).to_contain_text("已带走")
    assert stored(page) == []
    assert page.evaluate("Object.keys(localStorage).filter(key => key.startsWith('levelbook.seat.'))") == []
    page.locator(".lb-undo").get_by_role("button", name="撤销").click()
    expect(page.locator("input[name='r-TAM-ACH'][value='4']")).to_be_checked()
    (after,) = stored(page)
    assert after["answers"] == before["answers"]


def test_of_one_with_both_ratings_nothing_is_shown_before_it_is_said_whose_it_is(
    page: Page, served: str, built: Path
) -> None:
    data = data_of(built, TELECOM)
    some = {"TAM-ACH": answer(data["items"][0], points="1")}
    go_where_it_keeps(page, served)
    keep(page, document(data, answers=rated(data, 1), manager={"name": "", "answers": some}), "")
    page.goto(served + TELECOM)
    gate = page.locator(".lb-gate")
    expect(gate).to_contain_text("没有记下你是哪一位")
    expect(page.locator("section[data-view]:visible")).to_have_count(0)
    assert axe(page) == []
    gate.get_by_role("button", name="我来评这位员工").click()
    expect(page.locator("input[name='r-TAM-ACH'][value='1']")).to_be_checked()
    expect(page.locator(".lb-who")).to_contain_text("你是主管")
