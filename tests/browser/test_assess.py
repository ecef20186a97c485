"""Filling in a checklist as people do: by keyboard, on two tabs, over a new release, storage full, a broken file."""

import json
import re
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, expect

from tests.browser.assessed import sit, whose
from tests.browser.conftest import WIDTHS, axe, fits, laid_out, painted
from tests.browser.lasting import Lasting, watch
from tests.browser.paper import printed

TELECOM = "sequences/telecom-account-manager/check/intermediate/index.html"
CONDITIONS = "sequences/marketing-management-grades/check/ga/index.html"
LEVELS = "sequences/sales-positions/check/g1/index.html"
TABS = 40
"""Whoever has only a keyboard must have come to the first item by then."""


def start(page: Page, address: str) -> None:
    """Open a checklist, ready to fill in."""
    page.goto(address)
    expect(laid_out(page).locator(".lb-panel__big")).to_be_visible()


def stored(page: Page) -> list[dict[str, Any]]:
    """The documents this browser keeps."""
    found: list[str] = page.evaluate(
        """() => Object.keys(localStorage).filter(key => /^levelbook[.]assess[.][0-9a-f]{16}$/.test(key))
          .map(key => localStorage[key])"""
    )
    return [json.loads(text) for text in found]


def answers(page: Page) -> dict[str, Any]:
    """The answers of the only document there is."""
    (doc,) = stored(page)
    found: dict[str, Any] = doc["answers"]
    return found


def saved(page: Page, text: str) -> None:
    """Wait until a document that this browser keeps holds a text."""
    page.wait_for_function("text => Object.values(localStorage).some(kept => kept.includes(text))", arg=text)


def rate(page: Page, code: str, points: int | str) -> None:
    """Choose on the ruler of an item."""
    page.locator(f"input[name='r-{code}'][value='{points}']").check(force=True)


def item(page: Page, code: str) -> Any:
    """The item's fieldset."""
    return page.locator(f"[data-item='{code}']")


def here(page: Page) -> str:
    """The code of the item that has the focus."""
    return str(page.evaluate("document.activeElement.closest('[data-item]').dataset.item"))


def settings(page: Page) -> Any:
    """How one fills in, unfolded."""
    page.locator(".lb-set").evaluate("one => { one.open = true; }")
    return page.locator(".lb-set")


def put(page: Page, doc: dict[str, Any]) -> None:
    """Keep a document as if it had been saved here before."""
    page.evaluate("doc => localStorage.setItem(`levelbook.assess.${doc.id}`, JSON.stringify(doc))", doc)
    page.reload()
    expect(page.locator(".lb-panel__big")).to_be_visible()


def test_the_whole_list_by_keyboard_alone(page: Page, opened: str) -> None:
    start(page, opened + TELECOM)
    for _ in range(TABS):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.name || ''").startswith("r-"):
            break
    for _ in range(14 + 4):
        kind = page.evaluate("document.activeElement.name[0]")
        page.keyboard.type("4" if kind == "r" else "")
        if kind == "m":
            page.keyboard.type("85")
        page.keyboard.press("Enter")
    expect(page.locator(".lb-panel__big")).to_have_text("18 / 18 项已评")
    expect(page.locator(".lb-toast")).to_contain_text("全部填完，可以查看结果")
    given = answers(page)
    assert sum(one["points"] == "4" for one in given.values()) == 14
    assert sum(one["mark"] == "85" for one in given.values()) == 4


def test_figures_choose_arrows_move_and_delete_takes_back(page: Page, opened: str) -> None:
    start(page, opened + TELECOM)
    page.locator("input[name='r-TAM-ACH']").first.focus()
    page.keyboard.press("5")
    assert answers(page)["TAM-ACH"]["points"] == "5"
    page.keyboard.press("ArrowRight")
    assert answers(page)["TAM-ACH"]["points"] == "6"
    page.keyboard.press("9")
    assert answers(page)["TAM-ACH"]["points"] == "6", "there is no 9 on this ruler"
    page.keyboard.press("Delete")
    assert answers(page)["TAM-ACH"]["points"] is None
    page.keyboard.press("3")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('[data-item]').dataset.item") == "TAM-ACH", (
        "Tab goes on within the item"
    )
    page.keyboard.press("n")
    page.locator("input[name='r-TAM-ACH']:checked").focus()
    page.keyboard.press("n")
    assert page.evaluate("document.activeElement.name") == "r-TAM-RES"


def test_everything_is_there_after_reload_and_in_a_new_tab(page: Page, desk: Lasting, opened: str) -> None:
    start(page, opened + TELECOM)
    assert stored(page) == [], "looking leaves nothing behind"
    rate(page, "TAM-ACH", 4)
    item(page, "TAM-ACH").get_by_role("button", name="添加事例：成就导向").click()
    page.keyboard.type("三季度自定目标 120 万，提前完成。")
    item(page, "TAM-ACH").locator("input[type=date]").fill("2026-09-20")
    item(page, "TAM-ACH").locator("input[name^=pick-]").check()
    item(page, "TAM-RES").locator("input[name^=unseen-]").check()
    page.reload()
    expect(page.locator("input[name='r-TAM-ACH'][value='4']")).to_be_checked()
    expect(page.locator("textarea[name='v-TAM-ACH']")).to_have_value("三季度自定目标 120 万，提前完成。")
    page.close()
    again = desk.beside()
    troubles = watch(again)
    start(again, opened + TELECOM)
    expect(again.locator("textarea[name='v-TAM-ACH']")).to_be_visible()
    expect(again.locator("input[name='d-TAM-ACH']")).to_have_value("2026-09-20")
    expect(again.locator("input[name='pick-TAM-ACH']")).to_be_checked()
    expect(again.locator("input[name='unseen-TAM-RES']")).to_be_checked()
    expect(again.locator("input[name='r-TAM-RES']").first).to_be_disabled()
    expect(again.locator(".lb-panel__list li").nth(1)).to_contain_text("暂无机会体现")
    assert troubles == []


def test_a_text_is_saved_while_typing_and_when_leaving(page: Page, opened: str) -> None:
    start(page, opened + TELECOM)
    item(page, "TAM-ACH").get_by_role("button", name="添加事例：成就导向").click()
    page.keyboard.type("一件事")
    saved(page, '"一件事"')
    assert answers(page)["TAM-ACH"]["evidence"] == "一件事"
    page.keyboard.type("，还没有停手")
    page.reload()
    expect(page.locator("textarea[name='v-TAM-ACH']")).to_have_value("一件事，还没有停手")


def test_two_tabs_lose_nothing_of_each_other(page: Page, desk: Lasting, opened: str) -> None:
    start(page, opened + TELECOM)
    rate(page, "TAM-ACH", 4)
    other = desk.beside()
    start(other, opened + TELECOM)
    # faster than the browser tells one tab of the other's writing
    rate(other, "TAM-RES", 5)
    rate(page, "TAM-COM", 3)
    page.locator("[data-item='TAM-WRI'] button[data-evidence]").click()
    page.keyboard.type("这边写")
    rate(other, "TAM-WRI", 2)
    expect(page.locator("input[name='r-TAM-RES'][value='5']")).to_be_checked()
    expect(page.locator("input[name='r-TAM-WRI'][value='2']")).to_be_checked()
    expect(page.locator("textarea[name='v-TAM-WRI']")).to_have_value("这边写")
    expect(other.locator("textarea[name='v-TAM-WRI']")).to_have_value("这边写")
    page.wait_for_function(
        """() => { const [key] = Object.keys(localStorage).filter(one => /^levelbook.assess.[0-9a-f]{16}$/.test(one));
        const { answers } = JSON.parse(localStorage.getItem(key)); const [a, r, c, w] = ['ACH', 'RES', 'COM', 'WRI']
        .map(code => answers[`TAM-${code}`] || {});
        return [a.points, r.points, c.points, w.points].join() === '4,5,3,2' && w.evidence === '这边写'; }"""
    )
    assert stored(page) == stored(other)


def test_a_writing_that_another_tab_overwrote_unseen_is_there_again(page: Page, opened: str) -> None:
    start(page, opened + TELECOM)
    rate(page, "TAM-ACH", 4)
    older = page.evaluate("Object.entries(localStorage).find(([key]) => /assess[.][0-9a-f]{16}$/.test(key))")
    rate(page, "TAM-RES", 5)
    # a tab that has not been told of the last rating saves one of its own
    page.evaluate(
        """([key, text]) => { const doc = JSON.parse(text); const at = new Date().toISOString();
        doc.answers['TAM-COM'] = { ...doc.answers['TAM-ACH'], points: '3', at };
        const newValue = JSON.stringify({ ...doc, changed: at, tabs: { ...doc.tabs, ffffffff: at } });
        localStorage.setItem(key, newValue); window.dispatchEvent(new StorageEvent('storage', { key, newValue })); }""",
        older,
    )
    expect(page.locator("input[name='r-TAM-COM'][value='3']")).to_be_checked()
    expect(page.locator("input[name='r-TAM-RES'][value='5']")).to_be_checked()
    page.wait_for_function(
        "key => JSON.parse(localStorage.getItem(key)).answers['TAM-RES']?.points === '5'", arg=older[0]
    )
    assert {code: answers(page)[code]["points"] for code in ("TAM-ACH", "TAM-RES", "TAM-COM")} == {
        "TAM-ACH": "4",
        "TAM-RES": "5",
        "TAM-COM": "3",
    }


def test_what_one_tab_erases_does_not_come_back(page: Page, desk: Lasting, opened: str) -> None:
    start(page, opened + TELECOM)
    rate(page, "TAM-ACH", 4)
    other = desk.beside()
    start(other, opened + TELECOM)
    erase(page)
    expect(other.locator(".lb-toast")).to_contain_text("已在另一个窗口中删除")
    expect(other.locator(".lb-panel__big")).to_have_text("0 / 18 项已评")
    assert stored(other) == []


def erase(page: Page) -> None:
    """Erase the assessment, and say yes."""
    page.get_by_role("button", name="删除这份自评…").click()
    page.get_by_role("dialog").get_by_role("button", name="删除", exact=True).click()


def test_erasing_asks_first_and_leaves_nothing(page: Page, served: str) -> None:
    start(page, served + TELECOM)
    rate(page, "TAM-ACH", 4)
    page.get_by_role("button", name="删除这份自评…").click()
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_role("button", name="取消")).to_be_focused()
    assert axe(page) == []
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    assert len(stored(page)) == 1
    expect(page.get_by_role("button", name="删除这份自评…")).to_be_focused()
    erase(page)
    assert stored(page) == []
    assert (
        page.evaluate("Object.keys(localStorage).some(key => (localStorage[key] || '').includes('TAM-ACH'))") is False
    )
    expect(page.locator("input[name='r-TAM-ACH']:checked")).to_have_count(0)
    page.reload()
    expect(page.locator(".lb-panel__big")).to_have_text("0 / 18 项已评")


def test_what_could_not_be_saved_is_erased_as_well(page: Page, opened: str) -> None:
    start(page, opened + TELECOM)
    page.evaluate(
        "() => { Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }; }"
    )
    rate(page, "TAM-ACH", 4)
    expect(page.locator(".lb-alarm")).to_contain_text("存为文件")
    erase(page)
    expect(page.locator("input[name='r-TAM-ACH']:checked")).to_have_count(0)


def test_quick_and_thorough_keep_their_own_ratings(page: Page, opened: str) -> None:
    start(page, opened + TELECOM)
    rate(page, "TAM-ACH", 4)
    settings(page).get_by_label("逐条评").check()
    expect(page.locator("input[name='r-TAM-ACH']").first).to_be_hidden()
    parts = item(page, "TAM-ACH").locator("[data-part]")
    parts.first.locator("input").first.focus()
    for _ in range(parts.count()):
        page.keyboard.press("3")  # the third choice; words alone stand on them
        page.keyboard.press("Enter")
    expect(item(page, "TAM-ACH").locator(".lb-item__mean")).to_contain_text("折算为 5 分")
    expect(page.locator(".lb-panel__list li").first).to_contain_text("5")
    assert here(page) == "TAM-RES"
    settings(page).get_by_label("逐项评").check()
    expect(page.locator("input[name='r-TAM-ACH'][value='4']")).to_be_checked()
    settings(page).get_by_label("逐条评").check()
    expect(parts.first.locator("input[value='2']")).to_be_checked()
    assert answers(page)["TAM-ACH"]["points"] == "4"


def test_an_item_part_of_whose_indicators_are_rated_is_open(page: Page, opened: str) -> None:
    start(page, opened + TELECOM)
    settings(page).get_by_label("逐条评").check()
    item(page, "TAM-ACH").locator("[data-part] input").first.focus()
    page.keyboard.press("1")
    expect(item(page, "TAM-ACH").locator("[data-part] input").first).to_be_checked()
    many = item(page, "TAM-ACH").locator("[data-part]").count()
    expect(item(page, "TAM-ACH").locator(".lb-item__mean")).to_have_text(f"{many} 条评了 1 条，全部评完后得出本项得分")
    expect(page.locator(".lb-panel__list li").first).to_contain_text(f"1/{many}")
    expect(page.locator(".lb-panel__big")).to_have_text("0 / 18 项已评")


def test_one_more_than_the_most_important_is_refused(page: Page, opened: str) -> None:
    start(page, opened + TELECOM)
    boxes = page.locator("input[name^=pick-]")
    for at in range(3):
        boxes.nth(at).check()
    boxes.nth(3).click()
    expect(boxes.nth(3)).not_to_be_checked()
    expect(page.locator(".lb-toast")).to_contain_text("最多选 3 项")
    assert sum(one["pick"] for one in answers(page).values()) == 3
    expect(page.locator(".lb-panel__pick")).to_have_count(3)


def test_exams_say_at_once_what_they_come_to(page: Page, opened: str) -> None:
    start(page, opened + TELECOM)
    box = page.locator(".lb-item.is-exam").first
    box.locator(f"input[name='m-{box.get_attribute('data-item')}']").fill("80.5")
    expect(box.locator(".lb-exambox__out")).to_have_text("成绩 80.5 分，取整为 81 分，折算为 5 分（达标）")
    box.locator(f"input[name='m-{box.get_attribute('data-item')}']").fill("101")
    expect(box.locator(".lb-exambox__out")).to_contain_text("100")
    expect(box.locator("[aria-invalid=true]")).to_have_count(1)
    box.locator(f"input[name='m-{box.get_attribute('data-item')}']").fill("")
    box.evaluate("one => { for (const more of one.querySelectorAll('details')) more.open = true; }")
    box.locator("input[name^=m-]").first.fill("88")
    expect(box.locator(".lb-exambox__out")).to_contain_text("权重")


def test_a_mark_that_is_no_number_is_said(page: Page, opened: str) -> None:
    start(page, opened + TELECOM)
    box = page.locator(".lb-item.is-exam").first
    box.locator(f"input[name='m-{box.get_attribute('data-item')}']").focus()
    page.keyboard.type("8-")
    expect(box.locator(".lb-exambox__out")).to_have_text("成绩只填数字，例如 85 或 85.5。")
    expect(box.locator("[aria-invalid=true]")).to_have_count(1)
    page.keyboard.press("Backspace")
    page.keyboard.type("5")
    expect(box.locator(".lb-exambox__out")).to_contain_text("成绩 85 分")


def test_conditions_are_met_or_not(page: Page, opened: str) -> None:
    start(page, opened + CONDITIONS)
    box = page.locator(".lb-item:has(.lb-rate--met)").first
    code = box.get_attribute("data-item")
    box.locator("input[value='1']").check(force=True)
    assert answers(page)[str(code)]["points"] == "1"
    expect(page.locator(f".lb-panel__list li:has(a[data-code='{code}'])")).to_contain_text("满足")


def test_the_level_reached_is_chosen_where_levels_are_the_scale(page: Page, opened: str) -> None:
    start(page, opened + LEVELS)
    box = page.locator(".lb-item:has(> .lb-item__do > .lb-rate:not(.lb-rate--met))").first
    box.locator("input[name^=r-]").first.focus()
    page.keyboard.press("2")
    code = str(box.get_attribute("data-item"))
    expect(box.locator("input[name^=r-]").nth(1)).to_be_checked()
    page.keyboard.press("9")
    expect(box.locator("input[name^=r-]").nth(1)).to_be_checked()
    assert box.locator(".lb-rate__key").all_inner_texts()[:2] == ["1", "2"], "the figure stands on the choice"
    chosen = box.locator("input[name^=r-]:checked + span b").inner_text()
    expect(page.locator(f".lb-panel__list li:has(a[data-code='{code}']) > .lb-num")).to_have_text(chosen)


def test_nothing_leaves_the_page_while_assessing(page: Page, served: str) -> None:
    start(page, served + TELECOM)
    page.wait_for_load_state("networkidle")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    rate(page, "TAM-ACH", 4)
    item(page, "TAM-ACH").get_by_role("button", name="添加事例：成就导向").click()
    page.keyboard.type("不该离开这里的一句话")
    saved(page, "不该离开这里的一句话")
    settings(page).get_by_label("逐条评").check()
    for view in ("result", "plan", "check"):
        page.locator(f"nav a[data-view={view}]").click()
    with page.expect_download():
        page.locator(".lb-panel").get_by_role("button", name="存为文件").click()
    erase(page)
    expect(page.locator(".lb-panel__big")).to_have_text("0 / 18 项已评")
    assert "TAM-ACH" not in page.url
    assert page.context.cookies() == []
    page.goto("about:blank")  # whatever a page sends when it is left
    # the browser itself looks at the page's icon again when the hash changes
    assert [url for url in asked if not url.startswith(("blob:", "about:")) and not url.endswith("favicon.png")] == []


def test_when_storage_is_full_nothing_is_lost(page: Page, opened: str) -> None:
    start(page, opened + TELECOM)
    rate(page, "TAM-ACH", 4)
    fill = """() => { let size = 2e6; for (let n = 0; size >= 1; n++) {
      try { localStorage.setItem('junk' + n, 'x'.repeat(size)); } catch (error) { size = Math.floor(size / 4); } } }"""
    page.evaluate(fill)
    item(page, "TAM-RES").locator("button[data-evidence]").click()
    page.keyboard.type("存不下的一段话。" * 40)
    alarm = page.locator(".lb-alarm")
    expect(alarm).to_contain_text("空间已满")
    with page.expect_download() as download:
        alarm.get_by_role("button", name="存为文件").click()
    saved = json.loads(Path(download.value.path()).read_text(encoding="utf-8"))
    assert saved["answers"]["TAM-RES"]["evidence"] == "存不下的一段话。" * 40
    assert saved["answers"]["TAM-ACH"]["points"] == "4"
    page.evaluate(
        "Object.keys(localStorage).filter(key => key.startsWith('junk')).forEach(key => localStorage.removeItem(key))"
    )
    rate(page, "TAM-COM", 3)
    expect(alarm).to_be_empty()
    assert answers(page)["TAM-RES"]["evidence"] == "存不下的一段话。" * 40


def test_without_storage_it_still_works_and_says_so(browser: Browser, opened: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.add_init_script(
        """Object.defineProperty(window, 'localStorage',
          { get() { throw new DOMException('no', 'SecurityError'); } });"""
    )
    start(page, opened + TELECOM)
    rate(page, "TAM-ACH", 4)
    rate(page, "TAM-RES", 4)
    expect(page.locator(".lb-alarm")).to_contain_text("存为文件")
    expect(page.locator(".lb-panel__big")).to_have_text("2 / 18 项已评")
    context.close()


def open_file(page: Page, content: str, tmp_path: Path) -> None:
    """Open a file in the panel."""
    file = tmp_path / "file.json"
    file.write_text(content, encoding="utf-8")
    page.locator("input[data-open]").set_input_files(file)


BAD_FILES = {
    "": "空",
    "这不是 JSON": "不是自评文件",
    '{"levelbook": "assessment", "format": 1, "answ': "不完整",
    '{"levelbook": "other"}': "不是自评文件",
    '{"levelbook": "assessment", "format": 9}': "更新",
    "x" * 3_000_000: "上限",
}
"""What is in a file that nobody can read, and what is said of it."""


def test_a_bad_file_changes_nothing(page: Page, opened: str, tmp_path: Path) -> None:
    start(page, opened + TELECOM)
    rate(page, "TAM-ACH", 4)
    before = stored(page)
    for content, said in BAD_FILES.items():
        box = page.locator(".lb-undo")
        open_file(page, content, tmp_path)
        expect(box).to_contain_text(said)
        expect(box).to_contain_text("没有改动")
        assert stored(page) == before


def test_a_saved_file_opens_in_another_browser(page: Page, browser: Browser, opened: str, tmp_path: Path) -> None:
    start(page, opened + TELECOM)
    rate(page, "TAM-ACH", 4)
    with page.expect_download() as download:
        page.locator(".lb-panel").get_by_role("button", name="存为文件").click()
    text = Path(download.value.path()).read_text(encoding="utf-8")
    assert re.fullmatch(r"评估-中级-客户经理3级-[0-9A-F]{4}-1自评-\d{8}\.json", download.value.suggested_filename)
    context = browser.new_context()
    other = context.new_page()
    start(other, opened + TELECOM)
    rate(other, "TAM-RES", 2)
    open_file(other, text, tmp_path)
    whose(other, "我自己的")
    expect(other.locator("input[name='r-TAM-ACH'][value='4']")).to_be_checked()
    assert len(stored(other)) == 2, "the one that was there is still there"
    expect(other.locator("select[name=assessment]")).to_be_visible()
    assert other.locator("select[name=assessment] option").count() == 2
    context.close()


def test_a_file_of_what_is_here_already_asks_what_to_do(page: Page, opened: str, tmp_path: Path) -> None:
    start(page, opened + TELECOM)
    rate(page, "TAM-ACH", 4)
    (doc,) = stored(page)
    rate(page, "TAM-ACH", 2)
    open_file(page, json.dumps(doc), tmp_path)
    page.get_by_role("dialog").get_by_role("button", name="不打开").click()
    assert answers(page)["TAM-ACH"]["points"] == "2"
    open_file(page, json.dumps(doc), tmp_path)
    page.get_by_role("dialog").get_by_role("button", name="两份都留").click()
    expect(page.locator("input[name='r-TAM-ACH'][value='4']")).to_be_checked()
    assert sorted(one["answers"]["TAM-ACH"]["points"] for one in stored(page)) == ["2", "4"]


def test_a_file_of_another_list_is_kept_and_opened_there(page: Page, opened: str, tmp_path: Path) -> None:
    start(page, opened + TELECOM)
    rate(page, "TAM-ACH", 4)
    (doc,) = stored(page)
    open_file(page, json.dumps({**doc, "target": "TAM.senior", "title": "资深", "id": "0123456789abcdef"}), tmp_path)
    expect(page.get_by_role("dialog")).to_contain_text("这不是正在看的那一份")
    whose(page, "我自己的")
    expect(page.locator(".lb-undo")).to_contain_text("资深。请在“自评”页打开")
    assert sorted(one["target"] for one in stored(page)) == sorted([doc["target"], "TAM.senior"])


def older(page: Page) -> dict[str, Any]:
    """What is saved, as an older release would have had it."""
    (doc,) = stored(page)
    answer = doc["answers"]["TAM-ACH"]
    answer.update(hash="0" * 16, text=answer["text"].replace("，", "，更", 1))
    old = {**answer, "hash": "1" * 16, "text": "从前的一项。", "name": "从前的能力", "evidence": "从前的事例"}
    doc["answers"]["TAM-OLD"] = old
    doc["release"] = "0.0.1"
    return doc


def test_a_new_release_shows_what_changed_and_drops_nothing(page: Page, served: str) -> None:
    start(page, served + TELECOM)
    rate(page, "TAM-ACH", 4)
    rate(page, "TAM-RES", 5)
    put(page, older(page))
    box = item(page, "TAM-ACH")
    expect(box.locator(".lb-item__review")).to_contain_text("请复核")
    expect(page.locator("input[name='r-TAM-ACH'][value='4']")).to_be_checked()
    expect(item(page, "TAM-RES").locator(".lb-item__review")).to_be_hidden()
    expect(page.locator(".lb-panel__bar .is-review")).to_have_count(1)
    expect(page.locator(".lb-panel__list li").first).to_contain_text("待复核（原 4 分）")
    box.get_by_role("button", name="查看改动").click()
    expect(box.locator(".lb-again del")).to_have_text(["更"])
    page.evaluate("scrollTo(0, 0)")  # what lies half under the bar is no target
    assert axe(page) == []
    expect(page.locator(".lb-kept")).to_contain_text("从前的能力")
    expect(page.locator(".lb-kept")).to_contain_text("从前的事例")
    box.get_by_role("button", name="仍是 4 分").click()
    expect(box.locator(".lb-item__review")).to_be_hidden()
    assert page.evaluate("document.activeElement.name") == "r-TAM-ACH"
    page.locator(".lb-kept").get_by_role("button", name="已复核").click()
    expect(page.locator(".lb-kept summary")).to_be_focused()
    page.reload()
    expect(box.locator(".lb-item__review")).to_be_hidden()
    (doc,) = stored(page)
    assert [one["code"] for one in doc["kept"]] == ["TAM-OLD"]
    expect(page.locator(".lb-kept summary")).to_be_visible()


def test_all_that_changed_in_an_item_stands_side_by_side(page: Page, opened: str) -> None:
    start(page, opened + TELECOM)
    rate(page, "TAM-ACH", 4)
    doc = older(page)
    doc["answers"]["TAM-ACH"].update(place="old", placeName="从前的类别")
    put(page, doc)
    box = item(page, "TAM-ACH")
    expect(box.locator(".lb-item__review")).to_contain_text("这一项的要求已改写。这一项已换类别。")
    host = page.locator("lb-assess")
    address = host.get_attribute("data-asked-for")
    point_to = "(host, address) => { host.dataset.askedFor = address; }"
    host.evaluate(point_to, "gone.js")
    changes = box.get_by_role("button", name="查看改动")
    changes.click()
    expect(page.locator(".lb-toast")).to_contain_text("没有加载出来")
    expect(changes).to_have_attribute("aria-expanded", "false")
    host.evaluate(point_to, address)
    changes.click()
    expect(box.locator(".lb-again__part")).to_have_text(["要求", "类别"])
    expect(box.locator(".lb-again dl").nth(1)).to_contain_text("从前的类别")


def test_of_a_finished_one_nothing_is_asked_any_more(page: Page, opened: str) -> None:
    start(page, opened + TELECOM)
    settings(page).get_by_label("先不看标准").check()
    rate(page, "TAM-ACH", 4)
    doc = older(page)
    put(page, {**doc, "finished": doc["changed"]})
    expect(page.locator(".lb-done").first).to_contain_text("完成")
    expect(page.locator(".lb-panel__bar .is-review")).to_have_count(0)
    expect(page.locator(".lb-panel__list")).not_to_contain_text("复核")
    expect(page.locator(".lb-panel__next")).to_be_hidden()
    notch = "getComputedStyle(document.querySelector('.lb-rate .is-std'), '::after').display"
    assert page.evaluate(notch) != "none", "there is nothing to hide the standard for"


def test_rating_anew_settles_it_as_well(page: Page, opened: str) -> None:
    start(page, opened + TELECOM)
    rate(page, "TAM-ACH", 4)
    put(page, older(page))
    rate(page, "TAM-ACH", 3)
    expect(item(page, "TAM-ACH").locator(".lb-item__review")).to_be_hidden()
    expect(page.locator(".lb-panel__bar .is-review")).to_have_count(0)


def test_what_people_typed_is_never_markup(page: Page, opened: str) -> None:
    start(page, opened + TELECOM)
    rate(page, "TAM-ACH", 4)
    doc = older(page)
    bad = "<img src=x onerror=\"document.title='broken'\">"
    doc["answers"]["TAM-OLD"].update(name=bad, text=bad, evidence=bad)
    doc["answers"]["TAM-ACH"].update(text=bad, evidence=bad)
    doc["name"] = bad
    put(page, doc)
    item(page, "TAM-ACH").get_by_role("button", name="查看改动").click()
    assert page.locator("lb-assess img").count() == 0
    assert page.title() != "broken"


def test_several_side_by_side(page: Page, opened: str) -> None:
    start(page, opened + TELECOM)
    rate(page, "TAM-ACH", 4)
    settings(page).get_by_label("名称（可不填").fill("上半年")
    saved(page, "上半年")
    page.get_by_role("button", name="新建").click()
    expect(page.locator(".lb-panel__big")).to_have_text("0 / 18 项已评")
    rate(page, "TAM-ACH", 2)
    assert len(stored(page)) == 2
    choice = page.locator("select[name=assessment]")
    choice.select_option(index=1)
    expect(page.locator("input[name='r-TAM-ACH'][value='4']")).to_be_checked()
    page.reload()
    expect(page.locator("input[name='r-TAM-ACH'][value='4']")).to_be_checked()
    page.goto("about:blank")
    start(page, opened + TELECOM)
    expect(page.locator("input[name='r-TAM-ACH'][value='2']")).to_be_checked()


def test_a_new_one_is_begun_at_its_first_item(page: Page, opened: str) -> None:
    start(page, opened + TELECOM)
    rate(page, "TAM-ACH", 4)
    settings(page).get_by_role("button", name="新建").click()
    assert here(page) == "TAM-ACH"


def test_the_one_that_was_opened_stays_after_a_reload_and_on_the_way_back(page: Page, opened: str) -> None:
    start(page, opened + TELECOM)
    rate(page, "TAM-ACH", 4)
    (doc,) = stored(page)
    put(page, {**doc, "finished": doc["changed"]})
    settings(page).get_by_role("button", name="新建").click()
    rate(page, "TAM-ACH", 2)
    page.goto("about:blank")
    start(page, opened + TELECOM + f"#open={doc['id']}")
    assert page.url.endswith("#check"), "the address does not go on asking for it"
    page.get_by_role("link", name="查看结果").click()
    page.reload()
    page.locator("nav a[data-view=check]").click()
    expect(page.locator("input[name='r-TAM-ACH'][value='4']")).to_be_checked()
    page.locator("select[name=assessment]").select_option(index=0)
    expect(page.locator("input[name='r-TAM-ACH'][value='2']")).to_be_checked()
    for _ in range(2):
        page.go_back()
    expect(page.locator("input[name='r-TAM-ACH'][value='2']")).to_be_checked()


def test_one_that_is_not_there_is_said(page: Page, opened: str) -> None:
    start(page, opened + TELECOM + "#open=0123456789abcdef")
    expect(page.locator(".lb-alarm")).to_have_text("这里没有这份自评，可能已删除。")


def test_a_field_with_the_focus_shows_what_another_tab_wrote_in_it(page: Page, desk: Lasting, opened: str) -> None:
    start(page, opened + TELECOM)
    item(page, "TAM-ACH").locator("button[data-evidence]").click()
    other = desk.beside()
    start(other, opened + TELECOM)
    item(other, "TAM-ACH").locator("button[data-evidence]").click()
    other.keyboard.type("那边写的")
    field = page.locator("textarea[name='v-TAM-ACH']")
    expect(field).to_have_value("那边写的")
    field.press("End")
    page.keyboard.type("，这边接着写")
    expect(other.locator("textarea[name='v-TAM-ACH']")).to_have_value("那边写的，这边接着写")
    assert answers(page)["TAM-ACH"]["evidence"] == "那边写的，这边接着写"


def test_a_page_that_was_left_and_comes_back_shows_what_is_saved(page: Page, opened: str) -> None:
    start(page, opened + TELECOM)
    rate(page, "TAM-ACH", 4)
    page.evaluate(
        """() => { const key = Object.keys(localStorage).find(one => /assess[.][0-9a-f]{16}$/.test(one));
        localStorage.removeItem(key);
        window.dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true})); }"""
    )
    expect(page.locator(".lb-panel__big")).to_have_text("0 / 18 项已评")


def test_the_manager_rates_beside_the_employee(page: Page, opened: str) -> None:
    start(page, opened + TELECOM)
    rate(page, "TAM-ACH", 4)
    sit(page, "主管")
    expect(page.locator(".lb-who")).to_contain_text("你是主管")
    expect(page.locator("input[name='r-TAM-ACH']:checked")).to_have_count(0)
    rate(page, "TAM-ACH", 3)
    (doc,) = stored(page)
    assert doc["answers"]["TAM-ACH"]["points"] == "4"
    assert doc["manager"]["answers"]["TAM-ACH"]["points"] == "3"
    sit(page, "员工")
    expect(page.locator(".lb-who")).to_be_hidden()
    expect(page.locator("input[name='r-TAM-ACH'][value='4']")).to_be_checked()


def test_a_finished_one_stays_as_it_is(page: Page, opened: str) -> None:
    start(page, opened + TELECOM)
    rate(page, "TAM-ACH", 4)
    (doc,) = stored(page)
    put(page, {**doc, "finished": doc["changed"]})
    page.goto("about:blank")
    start(page, opened + TELECOM + f"#open={doc['id']}")
    expect(page.locator(".lb-done")).to_contain_text("完成")
    expect(page.locator("input[name='r-TAM-ACH'][value='4']")).to_be_checked()
    expect(page.locator("input[name='r-TAM-ACH']").first).to_be_disabled()
    expect(page.locator("#q-TAM-ACH [data-evidence]")).to_be_hidden()


def test_views_follow_the_address_and_take_the_focus(page: Page, opened: str) -> None:
    start(page, opened + TELECOM)
    page.get_by_role("link", name="查看结果").click()
    expect(page.locator("section[data-view=result]")).to_be_visible()
    expect(page.locator("section[data-view=check]")).to_be_hidden()
    assert page.evaluate("document.activeElement.closest('section')?.dataset.view") == "result"
    page.locator("a[href='#top']").first.press("Enter")
    expect(page.locator("section[data-view=result]")).to_be_visible()
    page.go_back()
    page.go_back()
    expect(page.locator("section[data-view=check]")).to_be_visible()
    page.goto(opened + TELECOM + "#q-TAM-WRI")
    expect(item(page, "TAM-WRI")).to_be_visible()


def test_a_link_to_an_item_goes_there_ready_to_rate_as_often_as_it_is_followed(page: Page, opened: str) -> None:
    start(page, opened + TELECOM)
    link = page.locator(".lb-panel__list a[href='#q-TAM-WRI']")
    for _ in range(2):
        page.locator("input[name='r-TAM-ACH']").first.focus()
        link.click()
        expect(page.locator("input[name='r-TAM-WRI']").first).to_be_focused()
    page.evaluate("location.hash = '#result'")
    expect(item(page, "TAM-WRI")).to_be_hidden()
    page.go_back()
    expect(page.locator("input[name='r-TAM-WRI']").first).to_be_focused()
    page.goto("about:blank")
    page.goto(opened + TELECOM + "#q-TAM-COO")
    page.wait_for_load_state("load")
    painted(page)
    expect(item(page, "TAM-COO")).to_be_in_viewport()
    assert here(page) == "TAM-COO", "the browser went there as well, and took the focus away"


def test_printed_as_filled_in_with_nothing_cut(page: Page, opened: str) -> None:
    start(page, opened + TELECOM)
    rate(page, "TAM-ACH", 4)
    long = "".join(f"第{n}句写得很长，说明做了什么、结果怎样。" for n in range(1, 13))
    item(page, "TAM-ACH").locator("button[data-evidence]").click()
    page.keyboard.insert_text(long)
    saved(page, "第12句")
    text = printed(page)
    assert "第12句" in text
    assert "员工签名" in text
    assert "存为文件" not in text


def test_accessible_in_use_and_not_wider_than_the_window(page: Page, served: str) -> None:
    start(page, served + TELECOM)
    rate(page, "TAM-ACH", 4)
    settings(page).get_by_label("逐条评").check()
    item(page, "TAM-RES").locator("button[data-evidence]").click()
    item(page, "TAM-COM").locator("input[name^=na-]").check()
    for width in (*WIDTHS, 800):
        page.set_viewport_size({"width": width, "height": 844})
        fits(page)
    sit(page, "主管")
    for width in (*WIDTHS, 800):
        page.set_viewport_size({"width": width, "height": 844})
        fits(page)


def test_on_a_phone_progress_stays_at_the_lower_edge(browser: Browser, opened: str) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True)
    page = context.new_page()
    start(page, opened + TELECOM)
    rate(page, "TAM-ACH", 4)
    box = page.locator(".lb-panel__sum").bounding_box()
    assert box is not None
    assert round(box["y"] + box["height"]) == 844
    context.close()


def test_on_a_phone_what_is_pressed_does_not_move_away_from_under_the_finger(browser: Browser, opened: str) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True)
    page = context.new_page()
    start(page, opened + TELECOM)
    page.locator("input[name='r-TAM-ACH'][value='4']").tap(force=True)
    expect(item(page, "TAM-ACH").get_by_role("button", name="下一项未评")).to_be_visible()
    tick = page.locator("input[name='pick-TAM-RES']")
    tick.scroll_into_view_if_needed()
    tick.click()
    expect(tick).to_be_checked()
    expect(item(page, "TAM-RES").get_by_role("button", name="下一项未评")).to_be_visible()
    context.close()
