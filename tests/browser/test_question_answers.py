"""Answers to open questions: written at each, kept in this browser, saved as a table, opened again, printed, undone."""

import csv
import json
from io import StringIO
from pathlib import Path
from typing import Any, Literal

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.browser.conftest import WIDTHS, fits, painted
from tests.browser.lasting import Lasting, go_where_it_keeps
from tests.browser.paper import printed

NOTES = "notes/index.html"
HOSTILE = '=1+1 <img src=x onerror="window.hit=1">"引号", 逗号'
OFF = "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('off', 'SecurityError'); } })"


def begin(page: Page, site: str, address: str = NOTES) -> None:
    """Open the page with the first group of questions unfolded."""
    go_where_it_keeps(page, site)
    page.goto(site + address)
    unfold(page)


def unfold(page: Page) -> None:
    """Unfold the first group."""
    page.locator(".lb-asked summary").first.click()


def field(page: Page, number: int = 0) -> Locator:
    """Where one answers."""
    return page.locator(".lb-reply textarea").nth(number)


def kept(page: Page) -> dict[str, dict[str, str]]:
    """What the browser keeps, by question."""
    text: str = page.evaluate("localStorage.getItem('levelbook.answers') || '{\"answers\": {}}'")
    answers: dict[str, dict[str, str]] = json.loads(text)["answers"]
    return answers


def saved(page: Page, name: str, target: Path) -> list[dict[str, str]]:
    """The table that the button gives, kept at a place too."""
    with page.expect_download() as waiting:
        page.get_by_role("button", name=name).click()
    assert waiting.value.suggested_filename == "questions.csv"
    waiting.value.save_as(target)
    return list(csv.DictReader(StringIO(target.read_text(encoding="utf-8-sig"))))


def put(page: Page, file: Path | dict[str, Any]) -> None:
    """Choose a file to open."""
    page.locator(".lb-replies input[type=file]").set_input_files(file)


def table(*rows: tuple[str, str, str], encoding: str = "utf-8") -> dict[str, Any]:
    """A table as a spreadsheet writes it: key, answer, who."""
    text = "\r\n".join(";".join(row) for row in (("问题编号（请保留）", "答复", "答复人"), *rows))
    return {"name": "答.csv", "mimeType": "text/csv", "buffer": text.encode(encoding)}


def told(page: Page) -> Locator:
    """What was done just now."""
    return page.locator(".lb-replies .lb-undo")


def test_an_answer_is_kept_saved_cleared_brought_back_and_opened_in_the_other_edition(
    page: Page, served: str, tmp_path: Path
) -> None:
    begin(page, served)
    field(page).fill(HOSTILE)
    page.get_by_role("textbox", name="答复人").first.fill("张")
    page.get_by_label("日期").first.fill("2026-11-20")
    expect(page.locator(".lb-replies")).to_contain_text("已答复 1 / ")
    page.reload()
    unfold(page)
    expect(field(page)).to_have_value(HOSTILE)
    rows = saved(page, "存成表", tmp_path / "zh.csv")
    answered = [row for row in rows if row["答复"]]
    assert [(row["答复"], row["答复人"], row["日期"]) for row in answered] == [("'" + HOSTILE, "张", "2026-11-20")]
    assert len(rows) > 100 and list(kept(page)) == [answered[0]["问题编号（请保留）"]]

    page.get_by_role("button", name="清空答复").click()
    expect(field(page)).to_have_value("")
    told(page).get_by_role("button", name="撤销").click()
    expect(field(page)).to_have_value(HOSTILE)
    page.get_by_role("button", name="清空答复").click()

    page.goto(served + "en/" + NOTES)
    unfold(page)
    put(page, tmp_path / "zh.csv")
    expect(told(page)).to_contain_text("1 answer added.")
    expect(field(page)).to_have_value(HOSTILE)
    again = saved(page, "Save as a table", tmp_path / "en.csv")
    assert [row["Answered by"] for row in again if row["Answer"]] == ["张"]
    assert page.evaluate("window.hit") is None


def test_a_table_that_says_otherwise_is_asked_about_and_undone(page: Page, served: str) -> None:
    begin(page, served)
    field(page).fill("这里")
    (key,) = kept(page)
    file = table((key, "那里", "李"), ("q-0000000000000000", "旧答复", ""), ("nobody", "无处", ""), encoding="gb18030")
    put(page, file)
    dialog = page.get_by_role("dialog", name="1 个问题这里和表里答复不同")
    dialog.get_by_role("button", name="先不打开").click()
    expect(field(page)).to_have_value("这里")
    put(page, file)
    dialog.get_by_role("button", name="两边都留着").click()
    expect(told(page)).to_contain_text("收进 2 条答复。1 行没有收进")
    expect(field(page)).to_have_value("这里\n那里 — 李")
    expect(page.locator(".lb-replies details")).to_contain_text("有 1 条答复，问题已经不在这一页上")
    told(page).get_by_role("button", name="撤销").click()
    expect(field(page)).to_have_value("这里")
    put(page, {"name": "x.csv", "mimeType": "text/csv", "buffer": b"a,b\n1,2\n"})
    expect(told(page)).to_contain_text("没有打开。请用从这里下载的表")


def test_another_tab_follows_and_what_is_unfolded_stays(desk: Lasting, page: Page, served: str) -> None:
    begin(page, served)
    other = desk.beside()
    other.goto(served + NOTES)
    unfold(other)
    field(page).fill("这边")
    page.get_by_role("textbox", name="答复人").first.focus()
    expect(field(page)).to_be_visible()
    expect(field(other)).to_have_value("这边")
    field(other).evaluate(
        "field => { field.value = '那边'; field.dispatchEvent(new Event('input', {bubbles: true})); }"
    )
    expect(field(page)).to_have_value("那边")


def test_what_cannot_be_stored_is_said_and_can_be_saved(context: BrowserContext, served: str, tmp_path: Path) -> None:
    tab = context.new_page()
    tab.add_init_script(OFF)
    tab.goto(served + NOTES)
    unfold(tab)
    field(tab).fill("是")
    expect(told(tab)).to_contain_text("浏览器不允许这个网站保存内容。请先“存成表”")
    assert [row["答复"] for row in saved(tab, "存成表", tmp_path / "t.csv") if row["答复"]] == ["是"]


def test_paper_has_answers_and_lines_and_nothing_else(page: Page, served: str) -> None:
    begin(page, served)
    field(page).fill("写好的答复")
    page.evaluate("window.print = () => {}")
    page.get_by_role("button", name="打印问题").click()
    whole = printed(page)
    assert "写好的答复" in whole and "待确认的问题" in whole
    assert "各序列的编者注" not in whole and "存成表" not in whole
    assert whole.count("答复人") > 100
    page.emulate_media(media="print")
    lines = page.locator(".lb-reply__lines").first.bounding_box()
    assert lines and lines["height"] > 60 and lines["width"] > 300
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert page.locator(".lb-asked details[open]").count() == 1


@pytest.mark.parametrize(("width", "scheme", "edition"), [(1280, "light", ""), (390, "dark", "en/")])
def test_it_fits_and_axe_finds_nothing(
    page: Page, served: str, width: int, scheme: Literal["light", "dark"], edition: str
) -> None:
    assert width in WIDTHS
    page.set_viewport_size({"width": width, "height": 900})
    begin(page, served, edition + NOTES)
    field(page).fill("一" * 400)
    page.evaluate("scrollTo(0, 0)")  # what lies half behind the header is no target
    painted(page)
    fits(page, [scheme])
