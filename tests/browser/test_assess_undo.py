"""What was done to an assessment is said in a line, and taken back from it as long as nothing else was changed."""

from playwright.sync_api import Page, expect

from tests.browser.assessed import TELECOM
from tests.browser.conftest import axe
from tests.browser.test_assess import rate, start, stored

DO = """seat => { const host = document.querySelector('lb-assess'), back = host.keeper.hold();
host.update(draft => { draft.handed = { n: 1, at: '2026-11-21T08:00:00.000Z' }; draft.name = '改过'; });
if (seat) host.sit(seat);
host.offerUndo('自评交出去了。', back); }"""


def test_what_was_done_is_taken_back_with_who_sat_there(page: Page, served: str) -> None:
    start(page, served + TELECOM)
    rate(page, "TAM-ACH", 4)
    (before,) = stored(page)
    page.evaluate(DO, "manager")
    line = page.locator(".lb-undo")
    expect(line).to_contain_text("自评交出去了。")
    expect(page.locator(".lb-who")).to_contain_text("你是主管")
    page.evaluate("scrollTo(0, 0)")  # what lies half under the bar is no target
    assert axe(page) == []
    line.get_by_role("button", name="撤销").click()
    expect(line).to_be_hidden()
    expect(page.locator(".lb-who")).to_be_hidden()
    (after,) = stored(page)
    for noted in ("changed", "tabs"):
        before.pop(noted), after.pop(noted)
    assert after == before
    page.reload()
    expect(page.locator("input[name='r-TAM-ACH'][value='4']")).to_be_checked()


def test_the_line_goes_with_the_next_change(page: Page, served: str) -> None:
    start(page, served + TELECOM)
    rate(page, "TAM-ACH", 4)
    page.evaluate(DO, "manager")
    expect(page.locator(".lb-undo")).to_be_visible()
    rate(page, "TAM-RES", 2)
    expect(page.locator(".lb-undo")).to_be_hidden()
