"""记一件事: what happened is noted on pages of the handbook, listed, and put into a checklist; in this browser only."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.assessed import as_file, data_of, document, keep
from tests.browser.conftest import WIDTHS, axe, fits, painted
from tests.browser.lasting import Lasting, go_where_it_keeps
from tests.browser.paper import printed

TELECOM = "sequences/telecom-account-manager/"
LEVEL = TELECOM + "level/advanced/index.html"
CHECKLIST = TELECOM + "check/advanced/index.html"
LIST = "check/index.html"
PLACES = {
    "id/TAM-COO-07/index.html": ["TAM-COO-07", "TAM-COO"],
    LEVEL: ["TAM-COO"],
    TELECOM + "competency/coordination/index.html": ["TAM-COO"],
    CHECKLIST: ["TAM-COO"],
}
"""A page of each kind, with what a note is about that is begun there."""
HOSTILE = '<img src=x onerror="window.hit=1"><script>window.hit=1</script>{n}\n=1+1 &amp; ‮'
FULL = "() => { Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }; }"
OFF = "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('off', 'SecurityError'); } })"


def kept(page: Page) -> list[dict[str, Any]]:
    """The notes that the browser keeps."""
    notes: list[dict[str, Any]] = page.evaluate(
        "(JSON.parse(localStorage.getItem('levelbook.notes')) || {notes: []}).notes"
    )
    return notes


def note(number: int = 1, **said: Any) -> dict[str, Any]:
    """A note as it is kept."""
    blank = {"id": f"n-{number:08x}", "at": "2026-11-18", "text": f"第{number}件", "codes": ["TAM-COO"]}
    return {
        **blank,
        "written": f"2026-11-18T08:{number:02}:00.000Z",
        "state": f"{number:08x}",
        "line": [],
        "used": [],
        **said,
    }


def book(*notes: dict[str, Any]) -> str:
    """All of them as one text."""
    return json.dumps({"levelbook": "notes", "format": 1, "notes": notes})


def have(page: Page, site: str, *notes: dict[str, Any]) -> None:
    """Have notes kept before any page is opened."""
    go_where_it_keeps(page, site)
    page.evaluate("text => localStorage.setItem('levelbook.notes', text)", book(*notes))


def opener(page: Page, code: str) -> Locator:
    """The button at a competency or an indicator."""
    return page.locator(f'[data-note="{code}"]')


def field(page: Page) -> Locator:
    """Where one writes."""
    return page.get_by_role("textbox", name="发生了什么")


def begin(page: Page, code: str = "TAM-COO") -> None:
    """Press the button at a code and wait for the field."""
    opener(page, code).click()
    expect(field(page)).to_be_focused()


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (390, "dark")])
@pytest.mark.parametrize("address", PLACES)
def test_two_taps_note_something(
    page: Page, served: str, address: str, width: int, scheme: Literal["light", "dark"]
) -> None:
    codes = PLACES[address]
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=scheme)
    page.goto(served + address)
    opener(page, codes[0]).click()
    expect(field(page)).to_be_focused()
    page.keyboard.type("三部门各执一词，当天定了日期。")
    page.mouse.move(0, 0)  # what it stands over shows its tools
    painted(page)
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
    page.evaluate("scrollTo(0, 0)")  # beside what lies half under the bar at the top stand the buttons of the bar
    assert axe(page) == []
    page.get_by_role("button", name="存", exact=True).click()
    expect(field(page)).to_have_count(0)
    expect(page.locator(".lb-toast")).to_contain_text("已记下")
    expect(opener(page, codes[0])).to_be_focused()
    [own] = kept(page)
    assert own["codes"] == codes
    assert own["at"] == page.evaluate("new Date().toLocaleDateString('sv')")
    assert "三部门" not in page.evaluate("decodeURIComponent(location.href) + document.title")


def test_it_works_from_disk_and_by_keyboard(page: Page, opened: str) -> None:
    page.goto(opened + LEVEL)
    opener(page, "TAM-COO").focus()
    page.keyboard.press("Enter")
    expect(field(page)).to_be_focused()
    page.keyboard.type("a")
    page.keyboard.press("Control+Enter")
    expect(opener(page, "TAM-COO")).to_be_focused()
    assert [own["text"] for own in kept(page)] == ["a"]


def test_day_and_code_can_be_changed(page: Page, served: str) -> None:
    page.goto(served + LEVEL)
    begin(page)
    field(page).fill("谈成")
    page.get_by_label("哪一天").fill("2026-03-02")
    page.get_by_label("关于").select_option("TAM-COO-07")
    field(page).press("Control+Enter")
    expect(field(page)).to_have_count(0)
    [own] = kept(page)
    assert (own["at"], own["codes"]) == ("2026-03-02", ["TAM-COO-07", "TAM-COO"])


def test_escape_closes_and_what_was_typed_is_there_again(page: Page, served: str) -> None:
    page.goto(served + LEVEL)
    begin(page)
    field(page).fill("半句")
    page.keyboard.press("Escape")
    expect(field(page)).to_have_count(0)
    expect(opener(page, "TAM-COO")).to_be_focused()
    page.reload()
    begin(page)
    expect(field(page)).to_have_value("半句")
    assert kept(page) == []
    field(page).press("Control+Enter")
    begin(page)
    expect(field(page)).to_have_value("")


def test_what_is_missing_is_said(page: Page, served: str) -> None:
    page.goto(served + LEVEL)
    begin(page)
    page.keyboard.press("Control+Enter")
    expect(page.get_by_role("alert")).to_have_text("还没有写发生了什么。")
    field(page).fill("a")
    page.get_by_label("哪一天").fill("")
    page.get_by_role("button", name="存", exact=True).click()
    expect(page.get_by_role("alert")).to_have_text("请填写是哪一天。")
    assert kept(page) == []


def test_full_storage_is_said_and_the_text_stays(page: Page, served: str) -> None:
    page.goto(served + LEVEL)
    begin(page)
    page.evaluate(FULL)
    field(page).fill("很要紧")
    page.keyboard.press("Control+Enter")
    expect(page.get_by_role("alert")).to_contain_text("空间已满")
    page.keyboard.press("Escape")
    expect(page.get_by_role("alert")).to_contain_text("存不下")
    expect(field(page)).to_have_value("很要紧")
    asked: list[str] = []
    page.once("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    page.reload()
    assert asked == ["beforeunload"]


def test_denied_storage_is_said(browser: Browser, served: str) -> None:
    tab = browser.new_page()
    tab.add_init_script(OFF)
    tab.goto(served + LEVEL)
    begin(tab)
    field(tab).fill("a")
    tab.keyboard.press("Control+Enter")
    expect(tab.get_by_role("alert")).to_contain_text("不允许本页保存内容")
    tab.context.close()


def test_two_tabs_merge_note_by_note(desk: Lasting, page: Page, served: str) -> None:
    page.goto(served + LEVEL)
    other = desk.beside()
    other.goto(served + CHECKLIST)
    for tab, text in ((page, "一"), (other, "二")):
        begin(tab)
        field(tab).fill(text)
    for tab in (page, other):
        field(tab).press("Control+Enter")
        expect(field(tab)).to_have_count(0)
    assert sorted(own["text"] for own in kept(page)) == ["一", "二"]
    expect(other.locator("#q-TAM-COO .lb-waits summary")).to_contain_text("记过 2 件")


def test_two_tabs_change_one_note_and_both_texts_stay(desk: Lasting, page: Page, served: str) -> None:
    have(page, served, note(1))
    page.goto(served + LIST)
    other = desk.beside()
    other.goto(served + LIST)
    for tab, text in ((page, "这边"), (other, "那边")):
        tab.get_by_role("button", name="改：第1件").click()
        field(tab).fill(text)
    for tab in (page, other):
        field(tab).press("Control+Enter")
        expect(field(tab)).to_have_count(0)
    expect(page.locator(".lb-noted__text")).to_have_count(2)
    assert sorted(own["text"] for own in kept(page)) == ["这边", "那边"]


def test_markup_stays_text_everywhere(page: Page, served: str) -> None:
    have(page, served, note(1, text=HOSTILE))
    page.goto(served + LIST)
    expect(page.locator(".lb-noted__text")).to_have_text(HOSTILE)
    page.goto(served + CHECKLIST)
    expect(page.locator("#q-TAM-COO .lb-waits__text")).to_have_text(HOSTILE)
    page.locator("#q-TAM-COO .lb-waits").get_by_role("button").click()
    expect(page.locator('textarea[name="v-TAM-COO"]')).to_have_value(HOSTILE)
    assert page.evaluate("window.hit") is None


def test_a_used_note_is_a_copy_behind_what_stands_there(page: Page, served: str, built: Path) -> None:
    have(page, served, note(1, codes=["TAM-COO-07", "TAM-COO"]), note(2, text="没用上"), note(3, codes=["TAM-EXE"]))
    page.goto(served + CHECKLIST)
    item = page.locator("#q-TAM-COO")
    expect(item.locator(".lb-waits summary")).to_contain_text("记过 2 件")
    item.get_by_role("button", name="添加事例").click()
    item.locator("textarea").fill("原来写的")
    item.get_by_role("button", name="用上：第1件").click()
    expect(item.locator("textarea")).to_have_value("原来写的\n2026-11-18 第1件")
    expect(item.get_by_role("button", name="已用上，再用一次：第1件")).to_be_visible()
    title = data_of(built, CHECKLIST)["title"]
    assert [(use["title"], len(use["id"])) for own in kept(page) for use in own["used"]] == [(title, 16)]
    with page.expect_download() as handed:
        page.get_by_role("button", name="存为文件").first.click()
    text = Path(handed.value.path()).read_text(encoding="utf-8")
    assert "第1件" in text
    assert "没用上" not in text
    page.goto(served + LIST)
    expect(page.locator('[data-id="n-00000001"] .lb-noted__used')).to_contain_text(f"用在 {title}")


def test_who_changes_a_used_note_is_asked_of_its_copies(page: Page, served: str) -> None:
    have(page, served, note(1))
    page.goto(served + CHECKLIST)
    page.locator("#q-TAM-COO").get_by_role("button", name="用上：第1件").click()
    expect(page.locator("#q-TAM-COO textarea")).to_have_value("第1件")
    evidence = """() => Object.keys(localStorage).filter((key) => /^levelbook.assess.[0-9a-f]{16}$/.test(key))
      .map((key) => JSON.parse(localStorage.getItem(key)).answers['TAM-COO'].evidence)"""
    page.goto(served + LIST)
    rounds = (("第1件，改过", "清单里的不动", "第1件"), ("第1件", "", ""), ("第1件，签了", "也改", "第1件，签了"))
    for text, answer, then in rounds:
        page.get_by_role("button", name="改：第1件").click()
        field(page).fill(text)
        page.get_by_role("button", name="存", exact=True).click()
        if answer:
            page.get_by_role("dialog", name="也改清单里的？").get_by_role("button", name=answer, exact=True).click()
            expect(page.get_by_role("dialog")).to_have_count(0)
            for _ in range(100):  # it is written once the answer is given
                if page.evaluate(evidence) == [then]:
                    break
                page.wait_for_timeout(50)
            assert page.evaluate(evidence) == [then]
    page.locator("lb-own-notes .lb-undo").get_by_role("button", name="撤销").click()
    expect(page.locator("lb-own-notes")).to_contain_text("清单里的已改回原样")
    assert page.evaluate(evidence) == ["第1件"]
    assert kept(page)[0]["text"] == "第1件，签了"


def test_a_managers_form_shows_no_notes(page: Page, served: str, built: Path) -> None:
    have(page, served, note(1))
    data = data_of(built, CHECKLIST)
    keep(page, document(data), "manager")
    page.goto(f"{served}{CHECKLIST}#open={1:016x}")
    expect(page.locator("lb-assess")).to_have_attribute("data-seat", "manager")
    expect(page.locator("#q-TAM-COO .lb-waits details")).to_have_count(0)
    expect(opener(page, "TAM-COO")).to_be_hidden()


@pytest.fixture
def listed(page: Page, served: str) -> Iterator[Page]:
    have(
        page,
        served,
        note(1),
        note(2, at="2026-03-02", codes=["TAM-EXE-01", "TAM-EXE"]),
        note(3, used=[{"id": "a", "title": "高级", "at": "2026-11-20"}]),
    )
    page.goto(served + LIST)
    expect(page.locator("lb-own-notes .lb-noted__list > li")).to_have_count(3)
    yield page


def test_the_list_is_by_half_year_and_by_competency(listed: Page) -> None:
    heads = listed.locator(".lb-noted__head")
    expect(heads).to_have_text(["2026年下半年2 件", "2026年上半年1 件"])
    listed.get_by_role("radio", name="按能力项").check()
    expect(heads).to_have_text(["协调能力2 件", "执行能力1 件"])
    listed.get_by_role("radio", name="没有用上").check()
    expect(listed.locator(".lb-noted__text")).to_have_text(["第1件", "第2件"])
    expect(listed.locator("lb-own-notes a[href*='id/TAM-EXE-01/']")).to_be_visible()


@pytest.mark.parametrize("width", WIDTHS)
def test_the_list_is_accessible(listed: Page, width: int) -> None:
    listed.set_viewport_size({"width": width, "height": 900})
    listed.get_by_role("button", name="改：第2件").click()
    expect(listed.get_by_label("哪一条")).to_be_visible()
    fits(listed, ["dark"])
    fits(listed, ["light"])


def test_text_day_and_code_are_changed(listed: Page) -> None:
    listed.get_by_role("button", name="改：第2件").click()
    field(listed).fill("改过")
    listed.get_by_label("哪一天").fill("2026-09-01")
    listed.get_by_label("关于").select_option("TAM-COO")
    listed.get_by_label("哪一条").select_option("TAM-COO-07")
    listed.get_by_role("button", name="存", exact=True).click()
    expect(listed.locator('[data-id="n-00000002"]')).to_contain_text("妥善处理并保持与各方的关系")
    own = next(one for one in kept(listed) if one["id"] == "n-00000002")
    assert (own["text"], own["at"], own["codes"]) == ("改过", "2026-09-01", ["TAM-COO-07", "TAM-COO"])


def test_what_was_erased_can_be_brought_back_until_the_next_change(listed: Page) -> None:
    listed.get_by_role("button", name="删除：第1件").click()
    expect(listed.locator(".lb-noted__text")).to_have_text(["第3件", "第2件"])
    expect(listed.get_by_role("button", name="撤销")).to_be_focused()
    listed.get_by_role("button", name="撤销").click()
    expect(listed.locator(".lb-noted__text")).to_have_count(3)
    listed.get_by_role("button", name="删除：第1件").click()
    listed.get_by_role("button", name="删除：第2件").click()
    expect(listed.locator("lb-own-notes .lb-undo")).to_contain_text("第2件")
    listed.get_by_role("button", name="撤销").click()
    expect(listed.locator(".lb-noted__text")).to_have_text(["第3件", "第2件"])


def test_a_file_goes_out_and_comes_in_by_id(listed: Page) -> None:
    with listed.expect_download() as handed:
        listed.locator("lb-own-notes").get_by_role("button", name="存为文件").click()
    text = Path(handed.value.path()).read_text(encoding="utf-8")
    assert json.loads(text)["levelbook"] == "notes"
    field_of_files = listed.locator("lb-own-notes input[type=file]")
    field_of_files.set_input_files([as_file(text, "notes.json")])
    expect(listed.locator(".lb-noted__said")).to_contain_text("收进 0 件；另有 3 件")
    other = book(note(1, text="别处改过", state="0badf00d"), note(9))
    field_of_files.set_input_files([as_file(other, "notes.json")])
    listed.get_by_role("dialog").get_by_role("button", name="两件都留").click()
    expect(listed.locator(".lb-noted__text")).to_have_count(5)
    assert sorted(own["text"] for own in kept(listed)) == ["别处改过", "第1件", "第2件", "第3件", "第9件"]
    field_of_files.set_input_files([as_file("{}", "x.json")])
    expect(listed.locator(".lb-noted__said")).to_contain_text("不是记录文件")
    assert len(kept(listed)) == 5


def test_only_notes_are_printed(listed: Page) -> None:
    listed.evaluate("window.print = () => undefined")
    listed.get_by_role("button", name="打印").click()
    text = printed(listed)
    assert "第1件" in text
    assert "选择清单" not in text
    assert "记一件事" not in text


def test_erasing_everything_erases_notes_and_says_so(listed: Page) -> None:
    listed.get_by_role("button", name="全部删除").click()
    expect(listed.get_by_role("dialog")).to_contain_text("记下的 3 件事")
    listed.get_by_role("dialog").get_by_role("button", name="全部删除").click()
    expect(listed.locator(".lb-noted__text")).to_have_count(0)
    assert listed.evaluate("localStorage.getItem('levelbook.notes')") is None


def test_what_is_damaged_is_told_and_kept(page: Page, served: str) -> None:
    go_where_it_keeps(page, served)
    page.evaluate("localStorage.setItem('levelbook.notes', '{broken')")
    page.goto(served + LIST)
    expect(page.locator(".lb-noted__damaged")).to_contain_text("无法读取")
    with page.expect_download() as handed:
        page.locator(".lb-noted__damaged").get_by_role("button", name="存为文件").click()
    assert Path(handed.value.path()).read_text() == "{broken"


def test_a_note_on_what_has_ended_offers_what_took_its_place(page: Page, served: str, built: Path) -> None:
    text = (built / "assets/levelbook/codes/TAM.js").read_text(encoding="utf-8")
    before, sign, data = text.partition("] = ")
    file = json.loads(data.rstrip(";\n"))
    file["indicators"]["TAM-COO-07"][2] = ["TAM-EXE-01"]
    body = before + sign + json.dumps(file)
    page.route("**/codes/TAM.js*", lambda route: route.fulfill(content_type="text/javascript", body=body))
    have(page, served, note(1, codes=["TAM-COO-07", "TAM-COO"]))
    page.goto(served + LIST)
    row = page.locator('[data-id="n-00000001"]')
    expect(row).to_contain_text("已由 TAM-EXE-01 代替")
    assert kept(page)[0]["codes"] == ["TAM-COO-07", "TAM-COO"]
    row.get_by_role("button", name="改为关于 TAM-EXE-01").click()
    expect(page.locator(".lb-noted__said")).to_contain_text("TAM-EXE-01")
    assert kept(page)[0]["codes"] == ["TAM-EXE-01", "TAM-EXE"]


def test_without_scripts_nothing_is_shown_that_does_nothing(browser: Browser, served: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    tab = context.new_page()
    for address in (*PLACES, LIST):
        tab.goto(served + address)
        expect(tab.get_by_text("记一件事", exact=True)).to_have_count(0)
        expect(tab.locator("lb-own-notes, lb-noteit").locator("visible=true")).to_have_count(0)
    context.close()
