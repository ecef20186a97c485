"""The first ten minutes of a self-assessment: what it says, one item a screen, and examples that nothing keeps."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.assessed import CONDITIONS, LEVELS, TELECOM, TENCENT, as_file, data_of, document, keep, rated
from tests.browser.conftest import WIDTHS, fits
from tests.browser.lasting import Lasting
from tests.browser.paper import printed
from tests.browser.test_assess import answers, here, item, rate, saved, settings, start, stored

TEAM = "check/team/index.html"
NEGATIVE = "sequences/sales-dictionary/check/g1/index.html"
FIRST = ".lb-first"
NEXT = ".lb-walk__foot .lb-btn:last-child"


def begin(page: Page, address: str) -> None:
    """Open a checklist that is new here, and take the quick start."""
    start(page, address)
    page.locator(f"{FIRST} [data-first=walk]").click()
    expect(page.locator(".lb-walk__top")).to_be_visible()


def at(page: Page, figure: str) -> None:
    """Wait until the walk has come to an item: 8 / 18."""
    expect(page.locator(".lb-walk__top .lb-num")).to_have_text(figure)


def everything(page: Page) -> str:
    """All that the browser keeps for the site."""
    return str(page.evaluate("JSON.stringify([Object.entries(localStorage).sort(), Object.entries(sessionStorage)])"))


def test_whoever_is_new_reads_what_it_is_until_it_is_begun(page: Page, opened: str) -> None:
    start(page, opened + TELECOM)
    box = page.locator(FIRST)
    expect(box).to_be_visible()
    expect(box.locator("h2")).to_have_text("对照，不是考核")
    expect(box.locator("li b")).to_have_text(["一次看一项", "只在这里", "没有对错"])
    expect(box).to_contain_text("18 项大约十分钟")
    expect(page.locator(".lb-privacy.lb-js")).to_be_hidden()
    page.locator("nav a[data-view=result]").click()
    expect(box).to_be_hidden()
    page.locator("nav a[data-view=check]").click()
    expect(box).to_be_visible()
    box.get_by_role("button", name="看整张清单").click()
    expect(box).to_be_hidden()
    assert here(page) == "TAM-ACH"
    assert stored(page) == []
    page.reload()
    expect(box).to_be_visible()
    rate(page, "TAM-ACH", 4)
    expect(box).to_be_hidden()
    expect(page.locator(".lb-privacy.lb-js")).to_be_visible()
    page.reload()
    expect(page.locator(".lb-panel__big")).to_contain_text("1 / 18")
    expect(box).to_be_hidden()


def test_without_scripts_there_is_the_paper_form_alone(opened: str, built: Path) -> None:
    page = (built / TELECOM).read_text(encoding="utf-8")
    assert '<section class="lb-first lb-noprint"' in page
    assert " hidden" in page[page.index('<section class="lb-first') :].split(">", 1)[0]


def test_one_item_a_screen_by_keyboard(page: Page, opened: str) -> None:
    begin(page, opened + TELECOM)
    at(page, "1 / 18")
    shown = page.locator(".lb-item:visible")
    for number in range(18):
        expect(shown).to_have_count(1)
        at(page, f"{number + 1} / 18")
        code = here(page)
        expect(shown).to_have_attribute("data-item", code)
        exam = page.evaluate("document.activeElement.name[0]") == "m"
        page.keyboard.type("85" if exam else "4")
        expect(page.locator(NEXT)).to_have_text("下一项")
        if number == 2:
            page.keyboard.press("e")
            page.keyboard.type("一件事")
            page.keyboard.press("Control+Enter")
        else:
            page.keyboard.press("Enter")
    expect(page.locator(".lb-walk__end h2")).to_be_focused()
    expect(page.locator(".lb-walk__end")).to_contain_text("每一项都有答案了。")
    expect(page.get_by_role("button", name="看没有评的")).to_be_hidden()
    given = answers(page)
    assert len(given) == 18
    assert [one["evidence"] for one in given.values() if one["evidence"]] == ["一件事"]
    page.get_by_role("link", name="看结果", exact=True).click()
    expect(page.locator("lb-result .lb-result")).to_be_visible()
    expect(page.locator(".lb-views")).to_be_visible()
    page.go_back()
    expect(page.locator(".lb-walk__end h2")).to_be_visible()


def test_choices_stand_from_the_highest_down_and_arrows_follow_the_eye(page: Page, opened: str) -> None:
    begin(page, opened + TELECOM)
    choices = item(page, "TAM-ACH").locator(".lb-item__do > .lb-rate label")
    assert [text.split()[0] for text in choices.all_inner_texts()] == list("6543210")
    tops = choices.evaluate_all("all => all.map(one => one.getBoundingClientRect().top)")
    assert tops == sorted(tops)
    page.keyboard.press("5")
    page.keyboard.press("ArrowDown")
    assert answers(page)["TAM-ACH"]["points"] == "4"
    page.get_by_role("button", name="看整张清单").click()
    assert [text.split()[0] for text in choices.all_inner_texts()] == list("0123456")
    page.keyboard.press("ArrowRight")
    assert answers(page)["TAM-ACH"]["points"] == "5"


@pytest.mark.parametrize(("address", "keys"), [(TENCENT, "4321"), (LEVELS, "4321"), (NEGATIVE, "4321")])
def test_a_key_chooses_what_bears_it_in_the_column_too(page: Page, opened: str, address: str, keys: str) -> None:
    begin(page, opened + address)
    choices = page.locator(".lb-item:visible .lb-item__do > .lb-rate label")
    assert choices.locator("kbd").all_text_contents() == list(keys)
    page.keyboard.press("2")
    expect(choices.nth(2).locator("input")).to_be_checked()
    expect(choices.nth(2).locator("input")).to_be_focused()


def test_what_is_skipped_is_named_at_the_end_and_found_again(page: Page, opened: str) -> None:
    begin(page, opened + CONDITIONS)
    of = page.locator(".lb-panel__list li").count()
    for number in range(of):
        at(page, f"{number + 1} / {of}")
        if number == 1:
            page.locator(NEXT).click()
            continue
        page.keyboard.press("2")
        expect(page.locator(NEXT)).to_have_class("lb-btn lb-btn--main")
        page.locator(NEXT).click()
    expect(page.locator(".lb-walk__end")).to_contain_text("还有 1 项没有评")
    page.get_by_role("button", name="看没有评的").click()
    at(page, f"2 / {of}")
    expect(page.locator(NEXT)).to_have_text("先跳过")


def test_by_touch_on_a_phone_back_and_forth_to_the_whole_list(browser: Any, opened: str) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    page = context.new_page()
    start(page, opened + TELECOM)
    page.locator(f"{FIRST} [data-first=walk]").tap()
    at(page, "1 / 18")
    expect(page.get_by_role("button", name="上一项")).to_be_hidden()
    for number in (1, 2):
        at(page, f"{number} / 18")
        page.locator(".lb-item:visible .lb-item__do > .lb-rate label").nth(number).tap()
        expect(page.locator(NEXT)).to_have_text("下一项")
        button = page.locator(NEXT).bounding_box()
        assert button is not None and button["y"] + button["height"] <= 844 and button["height"] >= 40
        page.locator(NEXT).tap()
    at(page, "3 / 18")
    sizes = page.locator(".lb-item:visible .lb-item__do > .lb-rate label").evaluate_all(
        "all => all.map(one => [one.getBoundingClientRect().height, one.getBoundingClientRect().width])"
    )
    assert all(height >= 40 and width >= 340 for height, width in sizes)
    page.get_by_role("button", name="看整张清单").tap()
    expect(page.locator(".lb-item:visible")).to_have_count(18)
    assert here(page) == "TAM-COM"
    rate(page, "TAM-COM", 3)
    page.locator(".lb-set__walk [data-first=walk]").tap()
    at(page, "3 / 18")
    page.get_by_role("button", name="上一项").tap()
    at(page, "2 / 18")
    page.reload()
    at(page, "2 / 18")
    assert {code: one["points"] for code, one in answers(page).items()} == {
        "TAM-ACH": "5",
        "TAM-RES": "4",
        "TAM-COM": "3",
    }
    context.close()


def test_blind_hides_the_standard_from_the_first_screen_on(page: Page, opened: str) -> None:
    start(page, opened + TELECOM)
    page.locator(FIRST).get_by_label("先不看标准").check()
    assert stored(page) == []
    page.locator(f"{FIRST} [data-first=walk]").click()
    at(page, "1 / 18")
    assert stored(page)[0]["blind"] is True
    standard = item(page, "TAM-ACH").locator(".lb-item__do > .lb-rate > .is-std")
    assert standard.evaluate("one => getComputedStyle(one, '::after').display") == "none"
    expect(item(page, "TAM-ACH").locator(".lb-peek")).to_be_hidden()
    page.get_by_role("button", name="看整张清单").click()
    expect(settings(page).get_by_label("先不看标准")).to_be_checked()
    settings(page).get_by_label("先不看标准").uncheck()
    page.locator(".lb-set__walk [data-first=walk]").click()
    at(page, "1 / 18")
    assert "标准" in standard.evaluate("one => getComputedStyle(one, '::after').content")


def test_indicators_one_by_one_and_notes_are_walked_through_as_well(page: Page, opened: str) -> None:
    start(page, opened + TELECOM)
    note = {
        "id": "n1",
        "at": "2026-09-01",
        "text": "记过的事",
        "codes": ["TAM-ACH"],
        "written": "2026-09-01T00:00:00.000Z",
    }
    page.evaluate("note => localStorage.setItem('levelbook.notes', JSON.stringify({ format: 1, notes: [note] }))", note)
    page.reload()
    page.locator(f"{FIRST} [data-first=whole]").click()
    settings(page).get_by_label("逐条评").check()
    page.locator(".lb-set__walk [data-first=walk]").click()
    at(page, "1 / 18")
    parts = item(page, "TAM-ACH").locator("[data-part]")
    for _ in range(parts.count()):
        page.keyboard.press("3")
        page.keyboard.press("Enter")
    at(page, "2 / 18")
    page.get_by_role("button", name="上一项").click()
    expect(page.locator(NEXT)).to_have_text("下一项")
    assert sum(one["points"] is not None for one in answers(page).values()) == parts.count()


def test_paper_shows_the_whole_list_with_rulers_the_usual_way(page: Page, opened: str) -> None:
    begin(page, opened + TELECOM)
    text = printed(page)
    assert "成就导向" in text and "客户关系能力" in text
    assert "上一项" not in text and "先跳过" not in text
    choices = item(page, "TAM-ACH").locator(".lb-item__do > .lb-rate b")
    assert choices.all_text_contents() == list("6543210")


def test_whoever_cannot_fill_in_is_not_led(page: Page, opened: str, built: Path) -> None:
    data = data_of(built, TELECOM)
    start(page, opened + TELECOM)
    keep(page, document(data, answers=rated(data, 1), finished="2026-11-20T03:00:00.000Z"))
    page.goto("about:blank")
    page.goto(f"{opened}{TELECOM}#open={1:016x}")
    expect(page.locator(".lb-done")).to_be_visible()
    expect(page.locator(FIRST)).to_be_hidden()
    expect(page.locator(".lb-set__walk")).to_be_hidden()


@pytest.mark.parametrize("address", [TELECOM, TENCENT, LEVELS, CONDITIONS, NEGATIVE])
def test_an_example_leaves_storage_as_it_was(page: Page, opened: str, address: str) -> None:
    start(page, opened + address)
    before = everything(page)
    page.locator(f"{FIRST} [data-first=example]").click()
    banner = page.locator(".lb-example")
    expect(banner).to_contain_text("例子：人和评分都是编的。")
    expect(page.locator(FIRST)).to_be_hidden()
    expect(
        page.locator(".lb-panel__files, .lb-panel__save, .lb-set__walk, [data-note]").locator("visible=true")
    ).to_have_count(0)
    expect(page.locator(".lb-item textarea").first).to_be_disabled()
    assert page.locator(".lb-item textarea").first.input_value().startswith("例子：")
    page.locator("nav a[data-view=result]").click()
    expect(page.locator("lb-result .lb-result")).to_contain_text("例子")
    expect(page.locator(".lb-compare, lb-result [data-code]").first).to_be_attached()
    expect(page.locator("lb-result").get_by_role("button", name="存为文件")).to_have_count(0)
    assert "例子" in printed(page)
    page.locator("nav a[data-view=plan]").click()
    assert everything(page) == before
    page.get_by_role("button", name="扔掉例子").click()
    expect(banner).to_have_count(0)
    expect(page.locator(FIRST)).to_be_visible()
    expect(page.locator(".lb-panel__big")).to_contain_text("0 / ")
    assert everything(page) == before


def test_what_is_written_in_the_plan_of_an_example_is_not_kept(page: Page, opened: str) -> None:
    start(page, opened + TENCENT)
    page.locator(f"{FIRST} [data-first=example]").click()
    page.locator("nav a[data-view=plan]").click()
    before = everything(page)
    field = page.locator("lb-plan input[type=text]:visible").first
    field.fill("试着写")
    field.blur()
    page.locator("nav a[data-view=check]").click()
    expect(page.locator(".lb-example")).to_be_visible()
    assert everything(page) == before
    page.reload()
    expect(page.locator(FIRST)).to_be_visible()
    expect(page.locator(".lb-example")).to_have_count(0)


def test_after_an_example_ones_own_is_there_again(page: Page, opened: str) -> None:
    start(page, opened + TELECOM)
    rate(page, "TAM-ACH", 2)
    saved(page, '"points":"2"')
    before = everything(page)
    page.evaluate("document.querySelector('.lb-first [data-first=example]').click()")
    expect(page.locator(".lb-example")).to_be_visible()
    expect(page.locator("input[name='r-TAM-ACH']:checked")).to_have_value("5")
    assert everything(page) == before
    page.get_by_role("button", name="扔掉例子").click()
    expect(page.locator("input[name='r-TAM-ACH']:checked")).to_have_value("2")
    rate(page, "TAM-ACH", 3)
    saved(page, '"points":"3"')
    assert len(stored(page)) == 1


def test_a_team_of_five_comes_and_goes(page: Page, served: str, built: Path) -> None:
    page.goto(served + TEAM)
    before = everything(page)
    page.get_by_role("button", name="看一个例子").click()
    expect(page.locator(".lb-spread")).to_be_visible()
    expect(page.locator(".lb-example")).to_be_visible()
    expect(page.locator(".lb-teamfiles b")).to_have_text([f"例子：{one}" for one in "甲乙丙丁戊"])
    expect(page.get_by_role("button", name="看一个例子")).to_be_hidden()
    expect(page.get_by_role("button", name="存为 CSV")).to_be_hidden()
    assert "例子" in printed(page)
    page.get_by_role("button", name="扔掉例子").click()
    expect(page.locator(".lb-spread, .lb-example")).to_have_count(0)
    page.get_by_role("button", name="看一个例子").click()
    expect(page.locator(".lb-spread")).to_be_visible()
    data = data_of(built, TELECOM)
    page.locator("lb-team input[type=file]").set_input_files(
        as_file(document(data, answers=rated(data, 1)), "real.json")
    )
    expect(page.locator(".lb-teamfiles b")).to_have_text(["real.json"])
    expect(page.locator(".lb-example")).to_have_count(0)
    assert everything(page) == before


def test_what_does_not_come_is_said_and_asked_for_again(page: Page, served: str) -> None:
    start(page, served + TELECOM)
    page.route("**/first_steps.js*", lambda route: route.fulfill(status=200, content_type="text/javascript", body=""))
    page.locator(f"{FIRST} [data-first=walk]").click()
    expect(page.locator(".lb-toast")).to_contain_text("没有打开")
    expect(page.locator(FIRST)).to_be_visible()
    page.unroute_all()
    page.locator(f"{FIRST} [data-first=walk]").click()
    at(page, "1 / 18")


def test_accessible_at_every_step(desk: Lasting, served: str) -> None:
    for width in WIDTHS:
        with desk.as_new() as page:
            page.set_viewport_size({"width": width, "height": 900})
            start(page, served + TELECOM)
            fits(page)
            page.locator(f"{FIRST} [data-first=walk]").click()
            at(page, "1 / 18")
            page.keyboard.press("5")
            page.keyboard.press("e")
            page.keyboard.type("一件事")
            saved(page, "一件事")
            fits(page)
            page.evaluate("history.replaceState({ ...history.state, walk: 'end' }, '')")
            page.reload()
            expect(page.locator(".lb-walk__end")).to_be_visible()
            fits(page, ["light"])
        with desk.as_new() as page:
            page.set_viewport_size({"width": width, "height": 900})
            start(page, served + TELECOM)
            page.emulate_media(color_scheme="dark")
            page.locator(f"{FIRST} [data-first=example]").click()
            expect(page.locator(".lb-example")).to_be_visible()
            fits(page, ["dark"])
