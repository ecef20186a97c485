"""One file with everything of a browser: saved, opened elsewhere, reminded of; and the way to a new address."""

import json
import re
from pathlib import Path
from typing import Any, Literal

import pytest
from jsonschema import Draft7Validator
from playwright.sync_api import Browser, Page, Route, expect

from tests.browser.assessed import TELECOM, as_file, data_of, document, keep, rated
from tests.browser.conftest import axe, painted, serving
from tests.browser.lasting import go_where_it_keeps
from tests.browser.test_own_notes import book, note

LIST = "check/index.html"
NEW = "https://new.example/handbook/"
DAY_MS = 86_400_000
SCHEMA = json.loads(
    (Path(__file__).parents[2] / "generator/levelbook/static/backup-1.schema.json").read_text(encoding="utf-8")
)
OWN = "() => Object.fromEntries(Object.entries(localStorage).filter(([key]) => key !== 'levelbook.backup').sort())"
"""All that is kept, but the count of changes."""
HOSTILE = '<img src=x onerror="window.hit=1"><script>window.hit=1</script>'
WAYS: list[tuple[int, Literal["light", "dark"]]] = [(1280, "light"), (390, "dark")]

Texts = dict[str, str]


def filled(built: Path, number: int = 1, **more: Any) -> dict[str, Any]:
    """An assessment as the browser keeps it."""
    data = data_of(built, TELECOM)
    return document(data, number, **{"answers": rated(data, number), "name": f"第{number}份", **more})


def have(page: Page, site: str, *docs: dict[str, Any], **texts: str) -> None:
    """Have assessments, a note and a mark kept before any page is opened."""
    go_where_it_keeps(page, site)
    for doc in docs:
        keep(page, doc)
    own = {"levelbook.notes": book(note()), "levelbook.marks.1": '{"own":"telecom-account-manager/advanced"}', **texts}
    page.evaluate("own => Object.entries(own).forEach(([key, text]) => localStorage.setItem(key, text))", own)


def kept(page: Page) -> Texts:
    """All that is kept, by key."""
    found: Texts = page.evaluate(OWN)
    return {key: text for key, text in found.items() if key.startswith("levelbook") and key != "levelbook.seen"}


def counted(page: Page, **said: Any) -> None:
    """Have changes counted without a backup."""
    page.evaluate("said => localStorage.setItem('levelbook.backup', JSON.stringify(said))", said)


def save(page: Page, within: str = ".lb-saved__tools") -> tuple[str, str]:
    """Name and text of the backup that is saved."""
    with page.expect_download() as caught:
        page.locator(within).get_by_role("button", name="存一个备份").click()
    return caught.value.suggested_filename, caught.value.path().read_text(encoding="utf-8")


def backup(page: Page, built: Path, site: str, *docs: dict[str, Any]) -> str:
    """The text of a backup of some assessments, a note and a mark; nothing is kept any more."""
    have(page, site, *docs)
    page.goto(site + LIST)
    _, text = save(page)
    page.evaluate("localStorage.clear()")
    page.goto("about:blank")
    return text


def choose(page: Page, text: str, name: str = "backup.json") -> None:
    """Open a file."""
    page.locator("lb-saved > input[type=file]").set_input_files(as_file(text, name))


def press(page: Page, name: str) -> None:
    """Answer the question."""
    page.get_by_role("dialog").get_by_role("button", name=name, exact=True).click()


def status(page: Page) -> Any:
    """What is said in the list."""
    return expect(page.locator("lb-saved"))


def test_one_file_holds_everything(page: Page, built: Path, served: str) -> None:
    have(page, served, filled(built), filled(built, 2), **{"levelbook.assess.damaged.2026-01-01T00:00:00.000Z": "{x"})
    before = kept(page)
    page.goto(served + LIST)
    name, text = save(page)
    assert re.fullmatch(r"能力手册备份-\d{8}-\d{4}\.json", name)
    file = json.loads(text)
    Draft7Validator(SCHEMA).validate(file)
    assert {key: file["stored"][key] for key in before} == before
    assert "levelbook.backup" not in file["stored"]
    status(page).to_contain_text(name)


@pytest.mark.parametrize(("width", "scheme"), WAYS)
def test_an_empty_browser_has_it_all_again(
    page: Page, built: Path, served: str, width: int, scheme: Literal["light", "dark"]
) -> None:
    text = backup(page, built, served, filled(built), filled(built, 2))
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=scheme)
    page.goto(served + LIST)
    choose(page, text)
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_role("row")).to_have_count(5)  # the head, two assessments, notes, the rest
    expect(dialog).to_contain_text("第2份")
    assert not any(key.startswith("levelbook.assess.") for key in kept(page))
    painted(page)
    assert axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
    press(page, "收进来")
    status(page).to_contain_text("评估 2 份，记下的事 1 件")
    expect(page.locator(".lb-saved__table tbody tr")).to_have_count(2)
    expect(page.locator("lb-own-notes")).to_contain_text("第1件")
    stored = json.loads(text)["stored"]
    now = kept(page)
    alike = [key for key in stored if not key.startswith(("levelbook.notes", "levelbook.seen"))]
    assert {key: now[key] for key in alike} == {key: stored[key] for key in alike}


def test_opened_twice_it_changes_nothing(page: Page, built: Path, served: str) -> None:
    text = backup(page, built, served, filled(built))
    have(page, served, filled(built, name="这里的"))
    page.goto(served + LIST)
    choose(page, text)
    press(page, "收进来，不同的两份都留")
    status(page).to_contain_text("已收进来")
    before = kept(page)
    choose(page, text)
    expect(page.get_by_role("dialog")).to_contain_text("没有可收的")
    press(page, "知道了")
    status(page).to_contain_text("没有可收的")
    assert kept(page) == before


def test_of_two_that_differ_both_stay_until_it_is_taken_back(page: Page, built: Path, served: str) -> None:
    text = backup(page, built, served, filled(built))
    have(page, served, filled(built, name="这里的"))
    page.goto(served + LIST)
    before = kept(page)
    choose(page, text)
    expect(page.get_by_role("dialog").get_by_role("row", name="第1份")).to_contain_text("不同")
    press(page, "收进来，不同的两份都留")
    names = page.locator(".lb-saved__name")
    expect(names).to_have_count(2)
    made = json.loads(text)["made"]
    day = page.evaluate("made => new Date(made).toLocaleDateString('sv')", made)
    assert {one.input_value() for one in names.all()} == {"这里的", f"第1份（{day} 的备份）"}
    page.locator("lb-saved .lb-undo").get_by_role("button", name="撤销").click()
    expect(names).to_have_count(1)
    expect(page.locator("lb-saved .lb-undo button")).to_have_count(0)
    assert kept(page) == before


def test_nothing_is_taken_where_somebody_thinks_better_of_it(page: Page, built: Path, served: str) -> None:
    text = backup(page, built, served, filled(built))
    page.goto(served + LIST)
    before = kept(page)
    for answer in ("不收", "Escape"):
        choose(page, text)
        expect(page.get_by_role("dialog")).to_be_visible()
        page.keyboard.press("Escape") if answer == "Escape" else press(page, answer)
        status(page).to_contain_text("没有收")
    assert kept(page) == before


def wrong(text: str) -> list[tuple[str, str]]:
    """Backups that nobody can take in, each with what is said of it."""
    whole = json.loads(text)
    return [
        (text[:400], "不完整"),
        (text.replace('"made"', "made", 1), "已损坏"),
        (json.dumps({**whole, "stored": 1}), "缺少必要的内容"),
        (json.dumps({**whole, "format": 2}), "更新版本"),
        (text + " " * (32 * 1024 * 1024), "超过 32 MB"),
    ]


def test_each_fault_is_said_and_changes_nothing(page: Page, built: Path, served: str, tmp_path: Path) -> None:
    text = backup(page, built, served, filled(built))
    page.goto(served + LIST)
    before = kept(page)
    for faulty, says in wrong(text):
        (tmp_path / "b.json").write_text(faulty, encoding="utf-8")
        page.locator("lb-saved > input[type=file]").set_input_files(tmp_path / "b.json")
        status(page).to_contain_text(says)
        status(page).to_contain_text("这里的内容没有改动")
    assert kept(page) == before


def test_of_another_handbook_it_is_asked_first(page: Page, built: Path, served: str) -> None:
    text = json.dumps({**json.loads(backup(page, built, served, filled(built))), "handbook": HOSTILE})
    page.goto(served + LIST)
    choose(page, text)
    expect(page.get_by_role("dialog")).to_contain_text(HOSTILE)
    press(page, "仍然打开")
    press(page, "收进来")
    expect(page.locator(".lb-saved__table tbody tr")).to_have_count(1)


def test_hostile_texts_stay_texts(page: Page, built: Path, served: str) -> None:
    whole = json.loads(backup(page, built, served, filled(built, name=HOSTILE, title=HOSTILE)))
    whole["stored"] |= {f"levelbook.{HOSTILE}": "x", "levelbook.seat.0000000000000001": HOSTILE, "evil": "x"}
    whole["stored"]["levelbook.notes"] = book(note(text=HOSTILE))
    page.goto(served + LIST)
    choose(page, json.dumps(whole))
    expect(page.get_by_role("dialog")).to_contain_text("另有 2 处看不出是什么")
    press(page, "收进来")
    expect(page.locator(".lb-saved__title")).to_be_visible()
    assert page.evaluate("window.hit") is None
    assert page.evaluate("localStorage.getItem('evil')") is None


def test_a_checklist_says_where_a_backup_is_opened(page: Page, built: Path, served: str) -> None:
    text = backup(page, built, served, filled(built))
    page.goto(served + TELECOM)
    with page.expect_file_chooser() as chosen:
        page.locator("lb-panel").get_by_role("button", name="打开文件").click()
    chosen.value.set_files(as_file(text))
    expect(page.get_by_text("这是整个备份，请在“自评”页打开。").first).to_be_attached()


@pytest.mark.parametrize(("width", "scheme"), WAYS)
def test_a_line_reminds_and_waits_for_seven_days(
    page: Page, built: Path, served: str, width: int, scheme: Literal["light", "dark"]
) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=scheme)
    have(page, served, filled(built))
    now: int = page.evaluate("Date.now()")
    counted(page, changes={"notes": {"n": 23, "since": now, "last": now}})
    page.goto(served + LIST)
    line = page.locator(".lb-due")
    expect(line).to_contain_text("23 次改动还没有备份")
    painted(page)
    assert axe(page) == []
    line.get_by_role("button", name="以后再说").click()
    expect(line).to_have_count(0)
    later = page.evaluate("JSON.parse(localStorage.getItem('levelbook.backup')).later")
    counted(page, changes={"notes": {"n": 23, "since": now, "last": now}}, later=later - 7 * DAY_MS)
    page.reload()
    expect(line).to_be_visible()
    save(page, ".lb-due")
    expect(line).to_have_count(0)


def test_one_change_is_told_after_fourteen_days(page: Page, built: Path, served: str) -> None:
    have(page, served, filled(built))
    now: int = page.evaluate("Date.now()")
    for days, lines in ((13, 0), (14, 1)):
        counted(page, changes={"notes": {"n": 1, "since": now - days * DAY_MS, "last": now - days * DAY_MS}})
        page.goto(served + LIST)
        page.locator(".lb-saved__table").wait_for()
        expect(page.locator(".lb-due")).to_have_count(lines)


def test_the_checklist_reminds_where_it_says_where_it_is_kept(page: Page, built: Path, served: str) -> None:
    doc = filled(built)
    have(page, served, doc)
    now: int = page.evaluate("Date.now()")
    counted(page, changes={doc["id"]: {"n": 19, "since": now, "last": now - 60_000}})
    page.goto(served + TELECOM)
    line = page.locator(".lb-panel__due")
    page.locator(".lb-panel__save").first.wait_for()
    expect(line).to_have_count(0)
    page.locator(".lb-check__items input[type=radio]:not(:checked)").first.evaluate("one => one.click()")
    expect(line).to_contain_text("20 次改动还没有备份")
    expect(line.get_by_role("link")).to_have_attribute("href", re.compile(r"check/index\.html#saved$"))
    line.get_by_role("button", name="以后再说").click()
    expect(line).to_have_count(0)


def test_a_file_of_an_assessment_counts_too(page: Page, built: Path, served: str) -> None:
    doc = filled(built)
    have(page, served, doc)
    now: int = page.evaluate("Date.now()")
    counted(page, changes={doc["id"]: {"n": 20, "since": now, "last": now}})
    page.goto(served + LIST)
    expect(page.locator(".lb-due")).to_be_visible()
    with page.expect_download():
        page.locator(".lb-saved__acts").get_by_role("button", name="存为文件").click()
    expect(page.locator(".lb-due")).to_have_count(0)


def test_everything_is_deleted_only_as_it_was_saved(page: Page, built: Path, served: str) -> None:
    have(page, served, filled(built))
    page.goto(served + LIST)
    steps = page.locator("lb-moving")
    expect(steps.get_by_role("listitem").first).to_be_hidden()
    steps.locator("summary").click()
    expect(steps).to_contain_text("先在这里存好备份，才能删")
    expect(steps.get_by_role("button", name="删掉这里的")).to_have_count(0)
    save(page, "lb-moving")
    expect(steps).to_contain_text("之后没有改动")
    page.get_by_role("textbox", name="起的名称").fill("改过")
    expect(steps).to_contain_text("请再存一个")
    expect(steps.get_by_role("button", name="删掉这里的")).to_have_count(0)
    save(page, "lb-moving")
    before = kept(page)
    steps.get_by_role("button", name="删掉这里的").click()
    press(page, "还没有")
    assert kept(page) == before
    steps.get_by_role("button", name="删掉这里的").click()
    press(page, "都在，删掉这里的")
    expect(page.locator(".lb-saved__table")).to_have_count(0)
    assert kept(page) == {}
    steps.get_by_role("button", name="撤销").click()
    expect(page.locator(".lb-saved__table tbody tr")).to_have_count(1)
    expect(page.locator("lb-own-notes")).to_contain_text("第1件")
    assert kept(page) == before


def go_where_it_has_moved(page: Page, site: str, address: str, to: str) -> None:
    """Open a page as it is built where the handbook has moved."""

    def told(route: Route) -> None:
        html = route.fetch().text().replace('"movedTo":""', f'"movedTo":{json.dumps(to)}')
        line = f'<p class="lb-privacy lb-moved" data-moved-to="{to}" hidden>搬了</p><nav class="lb-seg lb-views'
        route.fulfill(body=html.replace('<nav class="lb-seg lb-views', line), content_type="text/html")

    page.route(site + address, told)
    page.goto(site + address)


@pytest.mark.parametrize(("width", "scheme"), WAYS)
def test_where_it_has_moved_the_steps_stand_open(
    page: Page, built: Path, served: str, width: int, scheme: Literal["light", "dark"]
) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=scheme)
    have(page, served, filled(built))
    go_where_it_has_moved(page, served, LIST, NEW)
    banner = page.locator("lb-moving .lb-moved")
    expect(banner.get_by_role("heading", name="手册已搬到新地址")).to_be_visible()
    expect(banner.get_by_role("listitem")).to_have_count(4)
    expect(banner.get_by_role("link", name=NEW)).to_have_attribute("href", NEW)
    painted(page)
    assert axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
    save(page, "lb-moving")
    expect(banner.get_by_role("button", name="删掉这里的")).to_be_visible()


@pytest.mark.parametrize("to", ["{here}new/", "javascript:alert(1)", "new.example"])
def test_at_the_new_address_nothing_is_said(page: Page, served: str, to: str) -> None:
    go_where_it_has_moved(page, served, LIST, to.format(here=served))
    expect(page.locator("lb-moving summary")).to_be_visible()
    expect(page.locator("lb-moving .lb-moved")).to_have_count(0)


@pytest.mark.parametrize(("to", "is_said"), [(NEW, True), ("{here}new/", False)])
def test_a_checklist_says_that_it_has_moved(page: Page, served: str, to: str, *, is_said: bool) -> None:
    go_where_it_has_moved(page, served, TELECOM, to.format(here=served))
    page.locator(".lb-panel__save").first.wait_for()
    expect(page.locator("[data-moved-to]")).to_be_visible(visible=is_said)


@pytest.mark.parametrize(("width", "scheme"), WAYS)
def test_english(browser: Browser, english: Path, width: int, scheme: Literal["light", "dark"]) -> None:
    tab = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
    with serving(english) as site:
        have(tab, site, filled(english))
        counted(tab, changes={"notes": {"n": 1, "since": 1, "last": 1}})
        tab.goto(site + LIST)
        expect(tab.locator(".lb-due")).to_contain_text("1 change isn’t backed up yet")
        with tab.expect_download() as caught:
            tab.locator(".lb-due").get_by_role("button", name="Back up now").click()
        assert re.fullmatch(r"handbook-backup-\d{8}-\d{4}\.json", caught.value.suggested_filename)
        tab.locator("lb-moving summary").click()
        expect(tab.locator("lb-moving")).to_contain_text("nothing has changed since")
        painted(tab)
        assert axe(tab) == []
        assert tab.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
    tab.close()
