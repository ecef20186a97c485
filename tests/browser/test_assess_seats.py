"""Who sits at an assessment: the manager stays it, nobody changes the other's words, and nothing is lost unsaid."""

import json
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Dialog, Page, expect

from tests.browser.assessed import TELECOM, Doc, answer, as_file, data_of, document, keep, rated, sit, whose
from tests.browser.conftest import axe, laid_out
from tests.browser.lasting import Lasting, go_where_it_keeps, watch
from tests.browser.test_assess import item, rate, settings, start, stored

OTHER = "sequences/telecom-account-manager/check/advanced/index.html"
SEQUENCE = "sequences/telecom-account-manager/index.html"
SAVED = "check/index.html"
FULL = "() => { Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }; }"


def start_with(page: Page, site: str, doc: Doc, seat: str = "employee", way: str = "") -> None:
    """Open the checklist with a document that was kept before."""
    go_where_it_keeps(page, site)
    keep(page, doc, seat)
    start(page, site + TELECOM + way)


def employees_file(page: Page, site: str, data: dict[str, Any]) -> Doc:
    """What an employee hands over: rated in a browser, saved as a file."""
    plan = {"own": [{"words": "想学谈判"}]}
    start_with(page, site, document(data, answers=rated(data, 1), plan=plan, name="上半年"))
    rate(page, "TAM-ACH", 5)
    with page.expect_download() as download:
        page.locator(".lb-panel").get_by_role("button", name="存为文件").click()
    doc: Doc = json.loads(Path(str(download.value.path())).read_text(encoding="utf-8"))
    return doc


def handed_back(page: Page) -> Doc:
    """The file that the manager hands back."""
    page.locator("nav a[data-view=result]").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="存为文件，交还员工").click()
        page.get_by_role("dialog").get_by_role("button", name="评完了，看两边").click()
    doc: Doc = json.loads(Path(str(download.value.path())).read_text(encoding="utf-8"))
    return doc


def of_manager(page: Page) -> dict[str, str]:
    """What the manager has rated so far."""
    (doc,) = stored(page)
    return {code: one["points"] for code, one in doc["manager"]["answers"].items() if one["points"]}


def test_the_manager_stays_the_manager_whatever_happens(page: Page, browser: Browser, served: str, built: Path) -> None:
    data = data_of(built, TELECOM)
    file = employees_file(page, served, data)
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="zh-CN")
    theirs = context.new_page()
    troubles = watch(theirs)
    start(theirs, served + TELECOM)
    theirs.locator("input[data-open]").set_input_files(as_file(file))
    dialog = theirs.get_by_role("dialog")
    expect(dialog).to_contain_text("这是谁的评估？")
    assert stored(theirs) == [], "nothing is kept before it is said whose it is"
    expect(theirs.locator("input[name^=r-]:checked")).to_have_count(0)
    assert axe(theirs) == []
    whose(theirs, "我来评这位员工")
    expect(theirs.locator(".lb-who")).to_contain_text("你是主管")
    expect(theirs.locator("input[name^=r-]:checked")).to_have_count(0)
    rate(theirs, "TAM-ACH", 1)
    for away in (
        lambda: theirs.reload(),
        lambda: (theirs.goto(served + SEQUENCE), theirs.go_back()),
        lambda: (theirs.goto(served + SAVED), theirs.get_by_role("link", name="继续评分").click()),
    ):
        away()
        expect(theirs.locator(".lb-who")).to_contain_text("你是主管")
        expect(theirs.locator("input[name='r-TAM-ACH'][value='1']")).to_be_checked()
        expect(theirs.locator("input[name^=r-]:checked")).to_have_count(1)
    rate(theirs, "TAM-RES", 2)
    assert of_manager(theirs) == {"TAM-ACH": "1", "TAM-RES": "2"}
    back = handed_back(theirs)
    for key in ("answers", "plan", "name", "mode", "blind", "period"):
        assert back[key] == file[key], key
    assert "seat" not in json.dumps(back)

    theirs.goto("about:blank")
    start(theirs, served + TELECOM)
    expect(theirs.locator("input[name^=r-]:checked")).to_have_count(0)  # a checklist opens with one's own
    expect(theirs.locator(".lb-who")).to_contain_text("这是你自己的一份")
    rate(theirs, "TAM-COM", 3)
    assert sorted(len(one["answers"]) for one in stored(theirs)) == [1, len(file["answers"])]
    assert troubles == []
    context.close()

    page.locator("nav a[data-view=result]").click()
    page.locator("input[data-lay]").set_input_files(as_file(back))
    page.get_by_role("dialog").get_by_role("button", name="收进来，看两边").click()
    expect(page.locator(".lb-undo")).to_contain_text("已收进主管的评分")
    (doc,) = stored(page)
    assert doc["answers"] == file["answers"]
    page.reload()
    expect(page.locator(".lb-who")).to_be_hidden()
    expect(page.locator(".lb-stages .is-now b")).to_have_text("商定")


def test_the_employees_ratings_are_locked_for_the_manager(page: Page, served: str, built: Path) -> None:
    data = data_of(built, TELECOM)
    doc = document(data, answers=rated(data, 1), manager={"name": "", "answers": {}})
    start_with(page, served, doc, "manager", f"#open={doc['id']}")
    rate(page, "TAM-COM", 2)
    page.locator("[data-act=look]").click()
    page.get_by_role("dialog").locator("button[value=yes]").click()
    (before,) = stored(page)
    unseen = page.locator("label:has(> input[name='unseen-TAM-ACH'])")
    expect(unseen).to_have_text("未观察到")
    settings(page).locator("input[name=set-who][value=employee]").check(force=True)
    expect(page.locator(".lb-who")).to_contain_text("已锁定，只能查看")
    expect(unseen).to_have_text("暂无机会体现")
    given = doc["answers"]["TAM-ACH"]["points"]
    expect(page.locator(f"input[name='r-TAM-ACH'][value='{given}']")).to_be_checked()
    enabled = page.locator(".lb-check__items :is(input, textarea):enabled")
    expect(enabled).to_have_count(0)
    page.evaluate(
        """() => { const host = document.querySelector('lb-assess'); host.form.clear('TAM-ACH');
        host.form.take(document.querySelector("input[name='r-TAM-ACH'][value='0']"));
        host.update(doc => {
          Object.assign(doc, { mode: 'full', name: '别的', kept: [] }); doc.answers['TAM-ACH'].points = '0'; }); }"""
    )
    (after,) = stored(page)
    for key in ("answers", "manager", "mode", "name", "kept"):
        assert after[key] == before[key], key
    for name in ("set-mode", "set-blind"):
        expect(page.locator(f"input[name={name}]").first).to_be_disabled()
    page.get_by_role("button", name="返回我的评分").click()
    expect(page.locator("input[name='r-TAM-COM'][value='2']")).to_be_checked()
    settings(page).locator("input[name=set-name]").fill("小王")
    expect(page.locator(".lb-who")).to_contain_text("小王")
    (after,) = stored(page)
    assert after["name"] == before["name"], "how a manager calls somebody is not written into the document"
    page.goto(served + SAVED)
    expect(page.locator(".lb-saved__table")).to_contain_text("我来评的员工")
    expect(page.locator(".lb-saved__name")).to_have_value("小王")
    expect(page.locator(".lb-saved__table").get_by_role("button", name="完成")).to_have_count(0)
    assert axe(page) == []


def test_the_managers_ratings_are_locked_for_the_employee(page: Page, served: str, built: Path) -> None:
    data = data_of(built, TELECOM)
    doc = document(data, answers=rated(data, 1), manager={"name": "王五", "answers": rated(data, 2)})
    start_with(page, served, doc)
    rate(page, "TAM-ACH", 2)
    settings(page).locator("input[name=set-who][value=manager]").check(force=True)
    expect(page.locator(".lb-who")).to_contain_text("主管的评分，已锁定")
    expect(page.locator(".lb-check__items :is(input, textarea):enabled")).to_have_count(0)
    page.evaluate("document.querySelector('lb-assess').update(doc => { doc.manager = { name: '', answers: {} }; })")
    (after,) = stored(page)
    assert {code: one["points"] for code, one in after["manager"]["answers"].items()} == {
        code: one["points"] for code, one in doc["manager"]["answers"].items()
    }
    page.reload()
    expect(page.locator("input[name='r-TAM-ACH'][value='2']")).to_be_checked()


def test_of_an_older_one_with_both_ratings_it_is_asked_who_one_is(page: Page, served: str, built: Path) -> None:
    data = data_of(built, TELECOM)
    some = {"TAM-ACH": answer(data["items"][0], points="1")}
    doc = document(data, answers=rated(data, 1), manager={"name": "", "answers": some})
    go_where_it_keeps(page, served)
    keep(page, doc, "")
    page.goto(served + TELECOM)
    page.locator(".lb-gate").get_by_role("button", name="我来评这位员工").click()
    expect(page.locator("input[name='r-TAM-ACH'][value='1']")).to_be_checked()
    page.reload()
    expect(page.locator(".lb-who")).to_contain_text("你是主管")
    rate(page, "TAM-RES", 1)
    (after,) = stored(page)
    assert after["answers"].keys() == doc["answers"].keys()
    assert after["answers"]["TAM-RES"]["points"] == doc["answers"]["TAM-RES"]["points"]


def test_somebody_else_sits_down_in_another_tab(page: Page, desk: Lasting, served: str) -> None:
    start(page, served + TELECOM)
    rate(page, "TAM-ACH", 4)
    other = desk.beside()
    start(other, served + TELECOM)
    sit(other, "主管")
    expect(page.locator(".lb-who")).to_contain_text("你是主管")
    rate(page, "TAM-ACH", 2)
    expect(other.locator("input[name='r-TAM-ACH'][value='2']")).to_be_checked()
    (doc,) = stored(page)
    assert (doc["answers"]["TAM-ACH"]["points"], doc["manager"]["answers"]["TAM-ACH"]["points"]) == ("4", "2")
    sit(page, "员工")
    rate(page, "TAM-ACH", 5)
    (doc,) = stored(page)
    assert (doc["answers"]["TAM-ACH"]["points"], doc["manager"]["answers"]["TAM-ACH"]["points"]) == ("5", "2")
    expect(other.locator(".lb-who")).to_be_hidden()


def test_what_a_manager_hands_back_fills_no_gap_of_the_employee_unasked(page: Page, served: str, built: Path) -> None:
    data = data_of(built, TELECOM)
    mine = document(data, answers=rated(data, 1))
    gap = mine["answers"].pop("TAM-ACH")
    go_where_it_keeps(page, served)
    keep(page, mine)
    page.goto(served + TELECOM + "#result")
    page.locator(".lb-result__title").wait_for()
    back = mine | {"answers": mine["answers"] | {"TAM-ACH": gap}, "manager": {"name": "", "answers": rated(data, 2)}}
    page.locator("input[data-lay]").set_input_files(as_file(back))
    page.locator("input[name=one-by-one]").check()
    page.get_by_role("button", name="收进来，看两边").click()
    expect(page.locator(".lb-lay fieldset")).to_have_count(1)
    page.get_by_role("button", name="按所选合并").click()
    expect(page.locator(".lb-undo")).to_be_visible()
    (doc,) = stored(page)
    assert "TAM-ACH" not in doc["answers"]
    assert doc["manager"]["answers"]["TAM-ACH"]["points"]


def test_leaving_asks_while_something_is_not_saved_and_only_then(context: BrowserContext, served: str) -> None:
    page = context.new_page()
    troubles = watch(page)
    asked: list[str] = []

    def stay(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.dismiss() if len(asked) == 1 else dialog.accept()

    page.on("dialog", stay)
    start(page, served + TELECOM)
    page.locator("input[name='r-TAM-ACH'][value='4']").click(force=True)
    item(page, "TAM-ACH").locator("button[data-evidence]").click()
    page.keyboard.type("写到一半")
    page.goto(served + TELECOM + "?again")
    laid_out(page)
    assert asked == []
    expect(page.locator("textarea[name='v-TAM-ACH']")).to_have_value("写到一半")
    page.evaluate(FULL)
    page.locator("textarea[name='v-TAM-ACH']").click()
    page.keyboard.type("，又写了")
    page.evaluate("location.href = 'index.html'")
    expect(page.locator(".lb-alarm")).to_contain_text("空间已满")
    assert asked == ["beforeunload"], "what was being written could not be saved"
    expect(page.locator("textarea[name='v-TAM-ACH']")).to_have_value("写到一半，又写了")
    expect(page.locator(".lb-privacy.lb-js")).to_be_hidden()
    page.locator("nav a[data-view=result]").click()
    expect(page.locator(".lb-result__head")).not_to_contain_text("只存在本机")
    assert troubles == []


def test_a_damaged_one_is_told_of_where_one_meets_it(page: Page, served: str, built: Path) -> None:
    data = data_of(built, TELECOM)
    text = json.dumps(document(data, answers=rated(data, 1)), ensure_ascii=False)[:-900]
    go_where_it_keeps(page, served)
    page.evaluate("text => localStorage.setItem('levelbook.assess.00000000000000aa', text)", text)
    page.goto(served + TELECOM)
    laid_out(page)
    notice = page.locator(".lb-damaged__one")
    expect(notice).to_contain_text("这张清单有保存的内容无法读取")
    assert axe(page) == []
    rate(page, "TAM-ACH", 3)
    with page.expect_download() as download:
        notice.get_by_role("button", name="存为文件").click()
    assert Path(str(download.value.path())).read_text(encoding="utf-8") == text, "as it is, and nothing over it"
    page.goto(served + OTHER)
    expect(page.locator(".lb-panel__big")).to_be_visible()
    expect(page.locator(".lb-damaged__one")).to_have_count(0)
    page.goto(served + TELECOM)
    laid_out(page)
    notice.get_by_role("button", name="删除").click()
    page.get_by_role("dialog").get_by_role("button", name="删除", exact=True).click()
    expect(notice).to_have_count(0)
    assert len(stored(page)) == 1
