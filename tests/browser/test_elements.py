"""The custom elements of the pages, each on a small page of its own, opened from file:// as readers do."""

import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.browser.lasting import watch

STATIC = Path(__file__).parents[2] / "generator" / "levelbook" / "static"
SCRIPTS = ("comparison", "indicator_index", "matrix", "notes", "home", "level")
STYLES = ("common", "comparison", "matrix", "notes", "home", "level")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of one page, which each test writes anew, with the package's own files where a site has them."""
    return make(tmp_path_factory.mktemp("site"))


def make(folder: Path) -> Path:
    """Put into a folder all that is on such a site, but the page."""
    shutil.copytree(STATIC, folder / "assets" / "levelbook")
    for code in ("TAM-ACH-06", "TAM-ACH-07"):
        place = folder / "id" / code / "index.html"
        place.parent.mkdir(parents=True)
        # The icon keeps Chromium from asking the server for /favicon.ico, which would be a failed request.
        place.write_text(f'<link rel="icon" href="data:,"><title>{code}</title>', encoding="utf-8")
    (folder / "indicators").mkdir()
    (folder / "indicators" / "index.html").write_text("<title>index</title>")
    return folder


def write(folder: Path, body: str, *, light: bool = False) -> str:
    """Write the page and return its address."""
    tags = "".join(f'<script defer src="assets/levelbook/js/{name}.js"></script>' for name in SCRIPTS)
    scheme = 'data-md-color-scheme="default"' if light else ""
    styles = "".join(f'<link rel="stylesheet" href="assets/levelbook/css/{name}.css">' for name in STYLES)
    head = f'<meta charset="utf-8">{styles}<link rel="icon" href="assets/levelbook/logo.svg">'
    init = '<script src="assets/levelbook/js/common.js"></script>'
    html = f'<!doctype html><html lang="zh" class="no-js" {scheme}><head>{head}{init}{tags}</head>'
    toast = '<p class="lb-toast" role="status" data-copied="已复制" hidden></p>'
    path = folder / "index.html"
    path.write_text(f'{html}<body class="md-typeset" dir="ltr">{body}{toast}</body></html>', encoding="utf-8")
    return path.as_uri()


def seen(page: Page, selector: str) -> list[str]:
    """The texts of those elements that are shown."""
    texts = page.locator(selector).filter(visible=True).all_inner_texts()
    return [" ".join(text.split()) for text in texts]


# Copying


def test_copying_works_without_a_clipboard_and_says_so_for_two_seconds(folder: Path, context: BrowserContext) -> None:
    page = context.new_page()
    troubles = watch(page)
    body = '<button type="button" data-copy="TAM-ACH-06">复制</button><textarea id="paste"></textarea>'
    page.goto(write(folder, body))
    page.evaluate("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    page.clock.install()
    page.click("button")
    page.wait_for_selector(".lb-toast:has-text('已复制')")
    page.focus("#paste")
    page.keyboard.press("Control+V")
    assert page.input_value("#paste") == "TAM-ACH-06"
    page.clock.run_for(2100)
    assert not page.is_visible(".lb-toast")
    assert troubles == []


@pytest.mark.parametrize("answer", ["false", "null.answer"])
def test_copying_that_fails_says_so_and_selects_the_text(folder: Path, page: Page, answer: str) -> None:
    page.goto(
        write(folder, '<button type="button" data-copy="TAM-ACH-06">复制</button><textarea id="paste"></textarea>')
    )
    page.evaluate("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    page.evaluate(f"void (document.execCommand = () => {answer})")
    page.evaluate("document.querySelector('.lb-toast').dataset.failed = '没有复制成：'")
    page.click("button")
    page.wait_for_selector(".lb-toast:has-text('没有复制成')")
    assert "已复制" not in page.inner_text("body")
    assert page.evaluate("getSelection().toString() || document.activeElement.value") == "TAM-ACH-06"
    page.keyboard.press("Control+C")
    page.keyboard.press("Escape")
    assert not page.is_visible(".lb-toast")
    assert page.evaluate("document.activeElement.tagName") == "BUTTON"
    page.focus("#paste")
    page.keyboard.press("Control+V")
    assert page.input_value("#paste") == "TAM-ACH-06"


def test_permanent_links_are_worked_out_from_where_the_site_stands(folder: Path, page: Page) -> None:
    body = """<button type="button" data-copy-id="TAM-ACH-06" data-copy="<a href='{link}'>TAM-ACH-06</a>">复制</button>
    <button type="button" id="plain" data-copy-id="TAM-ACH-06">复制</button>
    <span data-link-id="TAM-ACH-06">id/TAM-ACH-06/</span>"""
    page.goto(write(folder, body))
    page.evaluate("navigator.clipboard.writeText = (text) => { window.copied = text; return Promise.resolve(); }")
    link = (folder / "id" / "TAM-ACH-06" / "index.html").as_uri()
    page.click("#plain")
    assert page.evaluate("copied") == link
    page.click("button >> nth=0")
    assert page.evaluate("copied") == f"<a href='{link}'>TAM-ACH-06</a>"
    assert page.inner_text("[data-link-id]") == link


# Own level


def test_a_bar_of_several_rows_says_which_level_is_marked_also_to_a_phone(folder: Path, page: Page) -> None:
    ways = [f'<a href="sequences/sales/level/{name}/index.html"><span>{name}</span></a>' for name in ("low", "high")]
    rows = f"<ol>{''.join(f'<li>{way}</li>' for way in ways)}</ol>"
    body = f"""<nav class="lb-rungs">{rows}<div class="lb-rungs__small">{ways[1]}</div></nav>
    <lb-own data-place="sales/low" data-own="mine" data-aim="aim"><input type="checkbox" name="own"></lb-own>"""
    page.goto(write(folder, body))
    page.evaluate("""localStorage.setItem('levelbook.marks.1', '{"own":"sales/low","aim":"sales/high"}')""")
    page.reload()
    assert page.is_checked("input")
    assert seen(page, ".lb-rungs li .lb-own__mark") == ["mine", "aim"]
    page.set_viewport_size({"width": 390, "height": 844})
    assert seen(page, ".lb-rungs__small .lb-own__mark") == ["aim"]


# Switch of a level page

LEVEL = """<lb-show><fieldset class="lb-js"><label>
<input type="radio" name="view" value="all" checked>全部</label>
<label><input type="radio" name="view" value="new">本级新增</label></fieldset>
<p class="own">本级</p><p class="lb-when-all" id="KEY-LIS-01">沿用</p></lb-show>"""


def test_a_page_opens_with_everything_and_its_address_keeps_the_view(folder: Path, page: Page) -> None:
    address = write(folder, LEVEL)
    page.goto(address)
    assert seen(page, "lb-show p") == ["本级", "沿用"]
    page.check("input[value=new]")
    assert seen(page, "lb-show p") == ["本级"]
    assert page.url == address + "?view=new"
    page.reload()
    assert seen(page, "lb-show p") == ["本级"]
    page.goto(address + "?view=of-nobody")
    assert page.get_attribute("lb-show", "data-show") == "all"


def test_a_link_to_an_inherited_expectation_shows_it(folder: Path, page: Page) -> None:
    page.goto(write(folder, LEVEL) + "?view=new#KEY-LIS-01")
    assert seen(page, "lb-show p") == ["本级", "沿用"]


def test_a_link_cut_off_within_a_character_does_not_stop_the_switch(folder: Path, page: Page) -> None:
    page.goto(write(folder, LEVEL) + "#KEY-%E5%8")
    page.check("input[value=new]")
    assert seen(page, "lb-show p") == ["本级"]


def test_without_scripts_everything_is_shown_and_the_switch_is_not(folder: Path, browser: Browser) -> None:
    page = browser.new_page(java_script_enabled=False)
    page.goto(write(folder, LEVEL))
    assert page.locator("fieldset").is_hidden()
    assert page.locator(".lb-when-all").is_visible()
    page.close()


# Matrix

MATRIX = """<lb-matrix><div class="lb-page">
<input type="checkbox" name="level" value="low" checked><input type="checkbox" name="level" value="high" checked>
<input type="radio" name="group" value="all" checked><input type="radio" name="group" value="basic">
<table class="lb-matrix"><thead><tr><th>能力项</th><th data-col="low">初级</th><th data-col="high">高级</th>
</tr></thead>
<tbody data-grp="basic"><tr><th colspan="3" data-span="2">基本</th></tr><tr><th>倾听</th>
<td data-col="low">低</td><td data-col="high">高</td></tr></tbody>
<tbody data-grp="known"><tr><th colspan="3" data-span="2">应知</th></tr><tr><th>常识</th>
<td colspan="2" data-span="2">考试</td></tr></tbody>
</table></div></lb-matrix>"""


def test_the_matrix_hides_levels_and_narrows_what_spans_them(folder: Path, page: Page) -> None:
    page.goto(write(folder, MATRIX))
    page.uncheck("input[value=low]")
    assert seen(page, "[data-col]") == ["高级", "高"]
    assert page.locator("[data-span]").evaluate_all("all => all.map(one => one.colSpan)") == [2, 2, 1]
    page.check("input[value=low]")
    assert page.locator("[data-span]").evaluate_all("all => all.map(one => one.colSpan)") == [3, 3, 2]


def test_the_last_level_of_the_matrix_stays(folder: Path, page: Page) -> None:
    page.goto(write(folder, MATRIX))
    page.uncheck("input[value=low]")
    page.click("input[value=high]")
    assert page.is_checked("input[value=high]")
    assert seen(page, "td[data-col]") == ["高"]


def test_the_matrix_shows_one_group(folder: Path, page: Page) -> None:
    page.goto(write(folder, MATRIX))
    page.check("input[value=basic]")
    assert seen(page, "tbody tr > th:first-child") == ["基本", "倾听"]
    page.check("input[value=all]")
    assert seen(page, "tbody tr > th:first-child") == ["基本", "倾听", "应知", "常识"]


# Comparison


def test_a_comparison_shows_the_chosen_kinds_of_change(folder: Path, page: Page) -> None:
    body = """<lb-compare><div class="lb-page"><label>
    <input type="checkbox" name="kind" value="new" checked>新增 <b>1</b></label>
    <label><input type="checkbox" name="kind" value="same">不变 <b>2</b></label>
    <section id="one"><table id="a"><tr data-kind="new"><td>新的</td></tr><tr data-kind="same"><td>旧的</td>
    </tr></table>
    <table id="b"><tr><td>概述</td></tr><tr data-kind="same"><td>照旧</td></tr></table></section>
    <section id="two"><table><tr data-kind="same"><td>还是</td></tr></table></section>
    <p class="lb-empty" hidden>没有</p></div></lb-compare>"""
    page.goto(write(folder, body))
    assert seen(page, "td") == ["新的"]
    assert not page.is_visible("#two")
    page.check("input[value=same]")
    assert seen(page, "td") == ["新的", "旧的", "概述", "照旧", "还是"]
    page.uncheck("input[value=same]")
    page.uncheck("input[value=new]")
    assert seen(page, ".lb-empty") == ["没有"]
    assert seen(page, "b") == ["1", "2"]


COMPARED = """<lb-show><div class="lb-page lb-levelpage">
<label><input type="radio" name="view" value="all" checked>全部</label>
<label><input type="radio" name="view" value="low">与低级比</label>
<section><article class="lb-comp"><div class="lb-comp__body"><ul class="lb-inds">
<li class="lb-ind" id="A-1"><div class="lb-ind__text"><span
class="lb-ind__no">（1）</span> <b>倾听</b>　先
<strong>听</strong>，见<a href="#x">这里</a>和<code>4.2</code><br><span lang="en">and wait</span>
<span class="lb-mark">反向</span><details class="lb-remark"><summary>注</summary><p>说明</p></details>
<span class="lb-ind__from">由低级提高而来</span></div>
<span class="lb-ind__tools"><button class="lb-ib lb-js" type="button" data-copy-id="A-1"></button><a
class="lb-ib lb-layer" href="edit">改</a><a class="lb-code" href="id/A-1/index.html">A-1</a></span></li>
<li class="lb-ind"><div class="lb-ind__text" lang="en">Sums up.</div>
<span class="lb-ind__tools"><a class="lb-code" href="id/A-2/index.html">A-2</a></span></li></ul></div>
<template data-view="low"><ul class="lb-inds lb-compared">
<li class="lb-ind is-up" data-code="A-1"><span class="lb-mark">升</span><span class="lb-ind__was">原来的</span></li>
<li class="lb-ind is-up" data-code="A-2"><span class="lb-mark">升</span><div
class="lb-ind__text"><ins>Always</ins> sums up.</div></li>
<li class="lb-ind is-gone" data-code="A-3"><span class="lb-mark">删</span><div class="lb-ind__text">不再有的</div><span
class="lb-ind__tools"></span></li></ul></template></article></section></div></lb-show>"""


def test_a_compared_line_has_the_sentence_of_the_line_with_its_code(folder: Path, page: Page) -> None:
    page.goto(write(folder, COMPARED))
    page.check("input[value=low]")
    lines = page.locator(".lb-compared > li")
    parts = "line => [...line.children].map(part => part.className)"
    assert lines.nth(0).evaluate(parts) == ["lb-mark", "lb-ind__text", "lb-ind__tools"]
    assert lines.nth(0).locator(".lb-ind__text").inner_html() == (
        '先\n<strong>听</strong>，见<a href="#x">这里</a>和<code>4.2</code><br><span lang="en">and wait</span>'
        '<span class="lb-ind__was">原来的</span>'
    )
    assert lines.nth(0).locator(".lb-ind__tools a").all_inner_texts() == ["A-1"]
    assert lines.nth(1).locator("ins").count() == 1 and lines.nth(1).locator(".lb-code").inner_text() == "A-2"
    assert lines.nth(2).inner_text().split() == ["删", "不再有的"]
    page.check("input[value=all]")
    assert lines.count() == 0 and page.locator("#A-1 .lb-remark").count() == 1


# Picker, notes, first script


def test_the_picker_shows_the_levels_of_the_chosen_sequence(folder: Path, page: Page) -> None:
    body = """<lb-picker><div class="lb-page"><input type="radio" name="seq" value="key">
    <input type="radio" name="seq" value="mkt">
    <ol data-seq="key"><li>初级</li></ol><ol data-seq="mkt"><li>一级</li></ol></div></lb-picker>"""
    page.goto(write(folder, body))
    assert seen(page, "li") == ["初级"]
    page.check("input[value=mkt]")
    assert seen(page, "li") == ["一级"]


def test_notes_are_filtered_by_kind_sequence_and_question(folder: Path, page: Page) -> None:
    body = """<lb-notes><div class="lb-page"><form><select name="kind"><option value="all">全部</option>
    <option value="lost">缺失</option></select>
    <select name="seq"><option value="all">全部</option><option value="mkt">市场</option></select>
    <input type="checkbox" name="ask" value="yes"></form>
    <p role="status" data-count="{n}条" data-none-kind="没有{kind}" data-none-seq="{seq}没有" data-none-ask="没有问题"
      data-none-several="没有都符合的"></p>
    <section><ul><li data-kind="lost" data-seq="key" data-ask="true">甲</li></ul></section>
    <section id="m"><ul><li data-kind="suspect" data-seq="mkt">乙</li></ul></section>
    <section><section id="bare">没有编者按的序列</section></section></div></lb-notes>"""
    page.goto(write(folder, body))
    assert seen(page, "li") == ["甲", "乙"]
    assert page.is_visible("#bare")
    page.check("[name=ask]")
    assert seen(page, "li") == ["甲"]
    assert not page.is_visible("#bare")
    page.select_option("[name=seq]", "mkt")
    assert page.inner_text("[role=status]") == "没有都符合的"
    page.uncheck("[name=ask]")
    assert seen(page, "li") == ["乙"]
    page.select_option("[name=kind]", "lost")
    assert not page.is_visible("#m")


def test_a_light_page_takes_the_colours_chosen_elsewhere(folder: Path, page: Page) -> None:
    address = write(folder, "<p>文字</p>", light=True)
    page.goto(address)
    assert page.get_attribute("html", "data-md-color-scheme") == "default"
    page.evaluate(
        """localStorage.setItem(new URL('.', location).pathname + '.__palette',
        JSON.stringify({index: 2, color: {media: '(prefers-color-scheme: dark)', scheme: 'slate'}}))"""
    )
    page.goto(address)
    assert page.get_attribute("html", "data-md-color-scheme") == "slate"
    assert {*(page.get_attribute("html", "class") or "").split()} - {"lb-in-pieces"} == {"js"}


def test_a_light_page_follows_the_device_where_nothing_is_chosen(folder: Path, page: Page) -> None:
    page.emulate_media(color_scheme="dark")
    page.goto(write(folder, "<p>文字</p>", light=True))
    assert page.get_attribute("html", "data-md-color-scheme") == "slate"


def test_the_menu_of_narrow_screens_opens_by_keyboard(folder: Path, page: Page) -> None:
    body = """<input type="checkbox" id="__drawer">
    <button type="button" class="lb-menu lb-js" aria-label="目录"></button>
    <div class="md-sidebar--primary"><a href="#a">首页</a></div>"""
    page.goto(write(folder, body))
    page.focus(".lb-menu")
    page.keyboard.press("Enter")
    assert page.is_checked("#__drawer")
    assert page.get_attribute(".lb-menu", "aria-expanded") == "true"
    assert page.evaluate("document.activeElement.textContent") == "首页"
    page.keyboard.press("Escape")
    assert not page.is_checked("#__drawer")
