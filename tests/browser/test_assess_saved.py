"""The list of saved assessments, as people use it: by mouse, by keyboard, with files that are broken or foreign."""

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from levelbook.catalogue import Catalogue
from levelbook.pages.assessment.words import AREAS
from tests.browser.assessed import whose
from tests.browser.blank import STATIC, blank_site
from tests.browser.conftest import faultless
from tests.browser.lasting import Lasting, watch
from tests.node import FRONTEND

STYLES = ("common", "assessments")
TARGETS = {
    "TAM.grade-3": {"title": "政企客户经理　客户经理3级", "href": "index.html"},
    "KAM.senior": {"title": "大客户经理　高级", "href": "index.html"},
}
KEEP = """docs => docs.forEach((doc) => {
  const id = doc.id ?? crypto.randomUUID().replaceAll('-', '').slice(0, 16);
  const now = new Date().toISOString();
  const begun = { levelbook: 'assessment', format: 1, handbook: '手册', release: '1.0.0', created: now, changed: now };
  const target = { target: 'TAM.grade-3', title: '三级' };
  const key = `levelbook.assess.${id}`;
  const newValue = JSON.stringify({ ...begun, ...target, id, ...doc });
  localStorage.setItem(key, newValue);
  dispatchEvent(new StorageEvent('storage', { key, newValue }));
})"""
"""Save documents as another tab does, and tell the page as browsers do."""
KEPT = """() => Object.keys(localStorage).filter((key) => /^levelbook\\.assess\\.[0-9a-f]{16}$/.test(key))
  .map((key) => JSON.parse(localStorage.getItem(key)))"""
"""What is saved."""
CLEAR = "() => { localStorage.clear(); dispatchEvent(new StorageEvent('storage', { key: null })); }"
"""Erase all as another tab does."""
SHELL = """<!doctype html><html lang="zh" dir="ltr" class="js"><head><meta charset="utf-8"><title>自评</title>
<meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">LINKS
<style>body{background:var(--lb-bg);color:var(--lb-ink);margin:0 auto;max-width:61rem;padding:16px}</style></head>
<body dir="ltr" data-md-color-scheme="default" class="md-typeset"><script>
if (matchMedia('(prefers-color-scheme: dark)').matches) document.body.setAttribute('data-md-color-scheme', 'slate');
</script><main><h1>自评</h1>BODY</main>SCRIPTS</body></html>"""


def words(language: str = "zh") -> dict[str, str]:
    every = Catalogue(language).section("assess")
    return {key: text for key, text in every.items() if key.split(".")[0] in AREAS["assessments"]}


def write_page(folder: Path, *, filled: bool = False) -> None:
    """The overview page as far as saved assessments go."""
    shutil.copytree(STATIC, folder / "static", dirs_exist_ok=True)
    data = {"words": words(), "handbook": "手册", "targets": TARGETS}
    told = json.dumps(data, ensure_ascii=False).replace("<", "\\u003c")
    links = "".join(f'<link rel="stylesheet" href="static/css/{name}.css">' for name in STYLES)
    scripts = '<script defer src="static/js/assessments.js"></script>'
    fill = f"<script>addEventListener('load', () => ({KEEP})({json.dumps(SOME)}))</script>" if filled else ""
    body = f'<lb-saved class="lb-js"><script type="application/json" id="lb-saved-data">{told}</script></lb-saved>'
    (folder / ("filled.html" if filled else "index.html")).write_text(
        SHELL.replace("LINKS", links).replace("BODY", body).replace("SCRIPTS", scripts + fill), encoding="utf-8"
    )


def result(mean: str, basic: str, skills: str | None) -> dict[str, Any]:
    groups = [{"id": "basic", "name": "基本能力", "mean": basic}, {"id": "skills", "name": "专业技能", "mean": skills}]
    return {"mean": mean, "low": "0", "top": "6", "standard": "5", "groups": groups, "done": 18, "of": 18}


SOME = [
    {"name": "下半年", "result": {"mean": "4.38", "done": 12, "of": 18}},
    {"target": "OLD.x", "title": "旧序列　三级"},
    {"handbook": "别家手册", "target": "ZZZ.x", "title": "某岗位"},
    {"finished": "2025-01-10T08:00:00.000Z", "result": result("3.50", "3.10", None)},
    {"finished": "2025-07-10T08:00:00.000Z", "result": result("3.94", "3.50", "4.20"), "release": "0.9.0"},
    {"finished": "2026-01-10T08:00:00.000Z", "result": result("4.13", "4.00", "4.40"), "name": "上半年"},
]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("saved")
    with blank_site(folder) as address:
        write_page(folder)
        write_page(folder, filled=True)
        yield address


@pytest.fixture
def saved(page: Page, site: str) -> Page:
    page.goto(site)
    return page


def choose(page: Page, *files: tuple[str, str]) -> None:
    page.locator("lb-saved input[type=file]").set_input_files(
        [{"name": name, "mimeType": "application/json", "buffer": text.encode()} for name, text in files]
    )


def kept(page: Page) -> list[dict[str, Any]]:
    """The saved documents."""
    docs: list[dict[str, Any]] = page.evaluate(KEPT)
    return docs


def wait_for_name(page: Page, name: str) -> None:
    """Wait until a document is saved under a name."""
    page.wait_for_function(f"name => ({KEPT})().some((doc) => doc.name === name)", arg=name)


def test_both_languages_say_the_same_things() -> None:
    assert words("zh").keys() == words("en").keys()


def test_every_problem_has_its_sentence() -> None:
    folders = [FRONTEND / "src" / "assessment" / name for name in ("document", "storage")]
    sources = "".join(path.read_text(encoding="utf-8") for folder in folders for path in folder.glob("*.ts"))
    keys = set(re.findall(r"fail\('(\w+)'", sources)) | {"too_big", "damaged", "cut", "full", "off"}
    assert len(keys) > 12
    assert {f"store.{key}" for key in keys} <= words().keys()


def test_nothing_yet(saved: Page) -> None:
    expect(saved.locator("lb-saved .lb-note")).to_contain_text("尚无保存的自评")
    expect(saved.get_by_role("button", name="打开文件")).to_be_visible()
    assert saved.get_by_role("button", name="全部删除").count() == 0


def test_the_list(saved: Page) -> None:
    saved.evaluate(KEEP, SOME)
    rows = saved.locator(".lb-saved__table tbody tr")
    expect(rows).to_have_count(3)
    mine = rows.filter(has=saved.get_by_role("link", name="政企客户经理　客户经理3级"))
    expect(mine).to_contain_text("12/18 项")
    assert "index.html#open=" in str(mine.get_by_role("link", name="继续填写").get_attribute("href"))
    gone = rows.filter(has_text="旧序列")
    expect(gone).to_contain_text("新版手册里没有“旧序列　三级”这张清单了")
    assert gone.get_by_role("link").count() == 0 and gone.get_by_role("button", name="存为文件").count() == 1
    expect(rows.filter(has_text="某岗位")).to_contain_text("属于另一本手册：别家手册")


def test_a_name_of_ones_own(saved: Page) -> None:
    saved.evaluate(KEEP, SOME[:1])
    name = saved.get_by_label("给“三级”起的名称")
    name.fill("  给<b>主管</b>看的 ")
    name.press("Enter")
    name.blur()
    expect(saved.locator(".lb-saved__status")).to_have_text("名称已保存。")
    saved.reload()
    expect(saved.get_by_label("给“三级”起的名称")).to_have_value("给<b>主管</b>看的")
    assert saved.locator("lb-saved b", has_text="主管").count() == 0


def test_a_name_is_saved_while_it_is_typed_and_when_the_page_is_left(saved: Page) -> None:
    saved.evaluate(KEEP, SOME[:1])
    saved.get_by_label("给“三级”起的名称").fill("上半")
    wait_for_name(saved, "上半")
    saved.get_by_label("给“三级”起的名称").press("End")
    saved.keyboard.type("年")
    saved.reload()
    assert [doc["name"] for doc in kept(saved)] == ["上半年"]


def test_the_file_has_the_name_that_was_just_given(saved: Page) -> None:
    saved.evaluate(KEEP, SOME[:1])
    saved.get_by_label("给“三级”起的名称").fill("新名称")
    with saved.expect_download() as waiting:
        saved.get_by_role("button", name="存为文件").click()
    assert json.loads(Path(waiting.value.path()).read_text(encoding="utf-8"))["name"] == "新名称"


def test_what_a_file_says_is_never_markup(saved: Page) -> None:
    bad = "<img src=x onerror=alert(1)>"
    doc = {
        "title": bad,
        "target": "X.y",
        "name": bad,
        "handbook": bad,
        "finished": "2025-01-10T08:00:00.000Z",
        "release": bad,
    }
    groups = [{"id": bad, "name": bad, "mean": "3"}]
    saved.evaluate(
        KEEP,
        [
            doc | {"result": {"mean": "3", "groups": groups, "top": "6"}},
            doc | {"result": {"mean": "4", "groups": groups, "top": "6"}},
            doc | {"finished": None},
        ],
    )
    expect(saved.locator(".lb-history__table")).to_contain_text(bad)
    assert saved.locator("lb-saved img").count() == 0


def test_a_new_period_begins_without_answers(saved: Page) -> None:
    saved.evaluate(KEEP, [SOME[0] | {"finished": "2026-01-10T08:00:00.000Z"}])
    expect(saved.get_by_role("heading", name="已完成的自评")).to_be_visible()
    assert saved.locator(".lb-saved__table").count() == 0
    saved.get_by_role("button", name="开始下一期").click()
    expect(saved.locator(".lb-saved__table tbody tr")).to_have_count(1)
    first, fresh = sorted(kept(saved), key=lambda doc: doc["created"])
    assert (fresh["answers"], fresh["previous"]) == ({}, {"id": first["id"], "hash": ""})


def test_erasing_asks_first_and_is_taken_back_until_something_else_is_done(saved: Page) -> None:
    saved.evaluate(KEEP, SOME[:2])
    first = saved.locator(".lb-saved__table tbody tr").first
    first.get_by_role("button", name="删除").click()
    saved.get_by_role("button", name="取消").click()
    expect(saved.locator(".lb-saved__table tbody tr")).to_have_count(2)
    first.get_by_role("button", name="删除").click()
    saved.get_by_role("dialog").get_by_role("button", name="删除").click()
    expect(saved.locator(".lb-saved__table tbody tr")).to_have_count(1)
    assert [doc["title"] for doc in kept(saved)] == ["三级"]
    undo = saved.locator(".lb-undo").get_by_role("button", name="撤销")
    expect(undo).to_be_focused()
    undo.press("Enter")
    expect(saved.locator(".lb-saved__table tbody tr")).to_have_count(2)
    expect(saved.get_by_role("heading", name="我的自评")).to_be_focused()
    assert {doc["title"] for doc in kept(saved)} == {"三级", "旧序列　三级"}
    first.get_by_role("button", name="删除").click()
    saved.get_by_role("dialog").get_by_role("button", name="删除").click()
    expect(saved.locator(".lb-saved__table tbody tr")).to_have_count(1)
    before = saved.evaluate("({...localStorage})")
    saved.get_by_role("button", name="全部删除").click()
    saved.get_by_role("dialog").get_by_role("button", name="全部删除").click()
    expect(saved.locator(".lb-undo")).to_contain_text("已全部删除。")
    assert saved.evaluate("localStorage.length") == 0
    expect(undo).to_be_focused()
    undo.press("Enter")
    expect(saved.locator(".lb-saved__table tbody tr")).to_have_count(1)
    expect(saved.get_by_role("heading", name="我的自评")).to_be_focused()
    assert saved.evaluate("({...localStorage})") == before


def test_the_list_says_whose_each_is_and_how_far_it_has_come(saved: Page) -> None:
    at = "2026-11-24T08:00:00.000Z"
    given = {"name": "", "answers": {}, "given": at, "independent": True, "handed": {"n": 1, "at": at}}
    own = {"format": 2, "person": "甲", "id": "7f3a5c0b91d2e467", "handed": {"n": 1, "at": at}}
    saved.evaluate(KEEP, [own, own | {"id": "51d05c0b91d2e467", "person": "", "manager": given}])
    row = saved.locator(".lb-saved__table [data-id='7f3a5c0b91d2e467']")
    expect(row.locator(".lb-saved__who")).to_have_text("甲 7F3A")
    expect(row.locator(".lb-saved__stage")).to_have_text("主管轮到主管")
    unnamed = saved.locator(".lb-saved__table [data-id='51d05c0b91d2e467']")
    expect(unnamed.locator(".lb-saved__who")).to_have_text("51D0")
    expect(unnamed.locator(".lb-saved__stage")).to_have_text("商定两人一起")


def test_one_goes_back_to_what_it_was_like_before(saved: Page) -> None:
    rating = {"points": "3", "name": "执行能力", "marks": {}}
    old = {"format": 2, "id": "7f3a5c0b91d2e467", "answers": {"TAM-EXE": rating}, "period": "从前"}
    saved.evaluate(KEEP, [old])
    saved.evaluate(
        """id => { const text = localStorage.getItem('levelbook.assess.' + id);
        localStorage.setItem('levelbook.before.' + id, JSON.stringify([text])); }""",
        old["id"],
    )
    saved.evaluate(KEEP, [old | {"answers": {"TAM-EXE": rating | {"points": "5"}}, "period": "现在"}])
    saved.get_by_role("button", name="改动以前的").click()
    dialog = saved.get_by_role("dialog", name="改动以前的")
    expect(dialog.get_by_role("radio")).to_be_checked()
    expect(dialog).to_contain_text("评分与现在不同：执行能力 3 → 5")
    dialog.get_by_role("button", name="回到这一次").click()
    expect(saved.locator(".lb-undo")).to_contain_text("已回到")
    assert [doc["period"] for doc in kept(saved)] == ["从前"]
    saved.locator(".lb-undo").get_by_role("button", name="撤销").click()
    expect(saved.get_by_role("button", name="改动以前的")).to_be_visible()
    assert [doc["period"] for doc in kept(saved)] == ["现在"]


def test_history_draws_and_tells_the_same(saved: Page) -> None:
    saved.evaluate(KEEP, SOME)
    history = saved.locator(".lb-history")
    assert history.locator(".lb-history__chart .h-value").all_text_contents() == ["3.50", "3.94", "4.13"]
    assert [row.locator("td.is-num").all_inner_texts() for row in history.locator("tbody tr").all()] == [
        ["3.50", "3.94", "4.13"],
        ["3.10", "3.50", "4.00"],
        ["—", "4.20", "4.40"],
    ]
    heights = [float(str(point.get_attribute("cy"))) for point in history.locator(".lb-history__chart .h-point").all()]
    assert heights == sorted(heights, reverse=True)


def test_different_scales_are_not_joined(saved: Page) -> None:
    other = SOME[3] | {
        "finished": "2025-09-01T08:00:00.000Z",
        "result": {"mean": "3", "low": "1", "top": "4", "standard": "3"},
    }
    saved.evaluate(KEEP, [*SOME[3:], other])
    assert saved.locator(".lb-history .h-line").count() == 0
    expect(saved.locator(".lb-history")).to_contain_text("各次所用的标准不同")


def test_a_file_is_saved_and_opened(saved: Page) -> None:
    saved.evaluate(KEEP, SOME[:1])
    with saved.expect_download() as waiting:
        saved.get_by_role("button", name="存为文件").click()
    text = Path(waiting.value.path()).read_text(encoding="utf-8")
    choose(saved, ("a.json", text))
    expect(saved.locator(".lb-saved__status")).to_contain_text("与这里的一样")
    assert len(kept(saved)) == 1
    saved.evaluate(CLEAR)
    choose(saved, ("a.json", text))
    whose(saved, "我自己的")
    expect(saved.locator(".lb-undo")).to_contain_text("已打开")
    expect(saved.locator(".lb-saved__table tbody tr")).to_have_count(1)


def test_a_file_can_be_dropped(saved: Page) -> None:
    saved.evaluate(KEEP, SOME[:1])
    [doc] = kept(saved)
    saved.evaluate(CLEAR)
    saved.evaluate(
        """text => { const transfer = new DataTransfer(); transfer.items.add(new File([text], 'a.json'));
        const host = document.querySelector('lb-saved');
        host.dispatchEvent(new DragEvent('dragover', {dataTransfer: transfer, bubbles: true, cancelable: true}));
        host.dispatchEvent(new DragEvent('drop', {dataTransfer: transfer, bubbles: true, cancelable: true})); }""",
        json.dumps(doc),
    )
    whose(saved, "我自己的")
    expect(saved.locator(".lb-saved__table tbody tr")).to_have_count(1)


def test_files_that_are_wrong_change_nothing(saved: Page) -> None:
    saved.evaluate(KEEP, SOME[:1])
    before = saved.evaluate("JSON.stringify(localStorage)")
    choose(saved, ("名单.csv", "姓名,分数\n"), ("空.json", ""), ("新.json", '{"levelbook": "assessment", "format": 3}'))
    status = saved.locator(".lb-saved__status")
    expect(status).to_contain_text("名单.csv：这不是自评文件")
    expect(status).to_contain_text("空.json：这个文件是空的")
    expect(status).to_contain_text("新.json：这个文件由更新版本的手册保存")
    assert saved.evaluate("JSON.stringify(localStorage)") == before


def test_what_can_be_read_of_a_broken_file_is_offered(saved: Page) -> None:
    saved.evaluate(KEEP, SOME[:1])
    [doc] = kept(saved)
    saved.evaluate(CLEAR)
    choose(saved, ("a.json", json.dumps(doc | {"answers": {"TAM-ACH": {"points": 4, "evidence": "好"}}})))
    dialog = saved.get_by_role("dialog", name="这个文件有问题")
    expect(dialog).to_contain_text("answers.TAM-ACH.points")
    dialog.get_by_role("button", name="打开能读取的部分").click()
    whose(saved, "我自己的")
    expect(saved.locator(".lb-saved__table tbody tr")).to_have_count(1)
    assert [doc["answers"]["TAM-ACH"]["evidence"] for doc in kept(saved)] == ["好"]


def test_what_is_damaged_can_be_taken_out(saved: Page) -> None:
    saved.evaluate("() => { localStorage.setItem('levelbook.assess.0123456789abcdef', '{\"half'); }")
    saved.reload()
    expect(saved.get_by_role("heading", name="无法读取的内容")).to_be_visible()
    with saved.expect_download() as waiting:
        saved.locator("#damaged ~ ul button").first.click()
    assert Path(waiting.value.path()).read_text(encoding="utf-8") == '{"half'
    saved.locator("#damaged ~ ul button").last.click()
    saved.get_by_role("dialog").get_by_role("button", name="删除").click()
    expect(saved.get_by_role("heading", name="无法读取的内容")).to_have_count(0)


def test_storage_switched_off_is_said(context: BrowserContext, site: str) -> None:
    page = context.new_page()
    troubles = watch(page)
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no', 'SecurityError'); }});"
    )
    page.goto(site)
    expect(page.locator("lb-saved .lb-alarm")).to_contain_text("浏览器不允许本页保存内容")
    assert troubles == []


def test_another_tab_shows_at_once(page: Page, site: str) -> None:
    page.goto(site)
    other = page.context.new_page()
    other.goto(site)
    other.evaluate(KEEP, SOME[:1])
    expect(page.locator(".lb-saved__table tbody tr")).to_have_count(1)
    other.close()


def test_what_another_tab_does_takes_neither_focus_nor_text(page: Page, site: str) -> None:
    page.goto(site)
    page.evaluate(KEEP, SOME[:1])
    name = page.get_by_label("给“三级”起的名称")
    name.fill("写到一半")
    other = page.context.new_page()
    other.goto(site)
    other.evaluate(KEEP, SOME[1:2])
    other.close()
    expect(page.locator(".lb-saved__table tbody tr")).to_have_count(2)
    expect(name).to_be_focused()
    expect(name).to_have_value("写到一半")


def test_a_name_typed_while_another_tab_writes_is_saved(page: Page, site: str) -> None:
    page.goto(site)
    page.evaluate(KEEP, SOME[:1])
    page.get_by_label("给“三级”起的名称").fill("写到一半")
    page.evaluate(KEEP, [{"name": ""}])
    expect(page.locator(".lb-saved__name:focus")).to_have_value("写到一半")
    page.locator(".lb-saved__name:focus").blur()
    wait_for_name(page, "写到一半")


def test_another_tab_does_not_interrupt_the_choosing_of_characters(page: Page, site: str) -> None:
    page.goto(site)
    page.evaluate(KEEP, [{"name": ""}])
    page.get_by_label("给“三级”起的名称").focus()
    keyboard = page.context.new_cdp_session(page)
    keyboard.send("Input.imeSetComposition", {"text": "shang", "selectionStart": 5, "selectionEnd": 5})
    wait_for_name(page, "shang")
    page.evaluate(KEEP, [{"name": ""}])
    keyboard.send("Input.insertText", {"text": "上半年"})
    expect(page.locator(".lb-saved__table tbody tr")).to_have_count(2)
    expect(page.locator(".lb-saved__name:focus")).to_have_value("上半年")
    wait_for_name(page, "上半年")


def test_a_page_that_was_left_and_comes_back_shows_what_is_saved(saved: Page) -> None:
    saved.evaluate(KEEP, SOME[:1])
    saved.evaluate(
        """() => { localStorage.clear();
        dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true})); }"""
    )
    expect(saved.locator("lb-saved .lb-note")).to_contain_text("尚无保存的自评")


def test_a_file_dropped_beside_the_list_does_not_take_its_place(saved: Page) -> None:
    stopped = saved.evaluate(
        """() => { const transfer = new DataTransfer(); transfer.items.add(new File(['{}'], 'a.json'));
        return ['dragover', 'drop'].map(name => !document.querySelector('h1').dispatchEvent(
          new DragEvent(name, {dataTransfer: transfer, bubbles: true, cancelable: true}))); }"""
    )
    assert stopped == [True, True]
    assert kept(saved) == []


def test_the_list_is_accessible_and_fits(desk: Lasting, site: str) -> None:
    faultless(desk, site.replace("index.html", "filled.html"))
