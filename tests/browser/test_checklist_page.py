"""Checklists as pages and on paper: without scripts, printed, by the modes, on a phone."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import axe, faultless
from tests.browser.lasting import Lasting
from tests.browser.paper import printed, sheets

TELECOM = "sequences/telecom-account-manager/check/intermediate/index.html"
PAGES = {
    "overview": "check/index.html",
    "telecom": TELECOM,
    "levels": "sequences/sales-positions/check/sales-manager/index.html",
    "weights": "sequences/marketing-sequence-weights/check/l5/index.html",
    "conditions": "sequences/marketing-management-grades/check/ga/index.html",
    "team": "check/team/index.html",
}
HEAVIEST = "sequences/telecom-account-manager/check/senior/index.html"
RATE = "mode => { document.querySelector('lb-assess')?.update((draft) => { draft.mode = mode; }); }"

FILL = """() => {
  for (const [at, item] of document.querySelectorAll('fieldset.lb-item').entries()) {
    const boxes = item.querySelectorAll('.lb-item__do > .lb-rate input');
    if (boxes.length) boxes[Math.max(0, boxes.length - 1 - at % 3)].click();
  }
  for (const box of Array.from(document.querySelectorAll('input[name^=pick-]')).slice(0, 3)) box.click();
}"""
"""Rates every item, and picks the first three."""


UNMARKED_CHINESE = """() => {
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), found = [];
  while (texts.nextNode()) {
    const text = texts.currentNode, element = text.parentElement;
    if (!/[\\u3400-\\u9fff]/.test(text.data) || /^(SCRIPT|STYLE)$/.test(element.tagName)) continue;
    if (!element.closest(':lang(zh)')) found.push(text.data.trim());
  }
  return found; }"""
"""Texts on a page that only their signs show to be Chinese."""


@pytest.fixture(name="english", scope="module")
def _english(served: str) -> str:
    """Address of the English edition."""
    return served + "en/"


@pytest.fixture
def bare(browser: Browser) -> Iterator[Page]:
    """A tab in which no script runs."""
    context = browser.new_context(java_script_enabled=False, viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("address", PAGES.values(), ids=PAGES)
def test_pages_are_accessible_and_fit(desk: Lasting, served: str, address: str) -> None:
    faultless(desk, served + address)


@pytest.mark.parametrize("page", ["overview", "telecom", "levels", "team"])
def test_english_pages_are_accessible_and_fit(desk: Lasting, english: str, page: str) -> None:
    faultless(desk, english + PAGES[page])


@pytest.mark.parametrize("view", ["result", "plan"])
def test_english_results_and_plans_are_accessible(page: Page, english: str, view: str) -> None:
    for width in (1280, 390):
        page.set_viewport_size({"width": width, "height": 900})
        page.goto(english + TELECOM)
        page.evaluate(FILL)
        page.locator(f".lb-views a[data-view='{view}']").click()
        page.locator(f"#{view} h2").first.wait_for()
        page.evaluate("scrollTo(0, 0)")  # or the bar that follows lies over links
        assert axe(page) == [], width
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert page.evaluate(UNMARKED_CHINESE) == []


def test_the_tab_of_assessment_is_current_on_the_page_of_the_team(page: Page, opened: str) -> None:
    for address in (PAGES["overview"], PAGES["team"]):
        page.goto(opened + address)
        assert page.locator(".md-tabs__item--active").all_inner_texts() == ["自评"]


def test_on_a_phone_a_tap_counts_though_the_page_moves(browser: Browser, opened: str) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 900}, has_touch=True, is_mobile=True)
    tab = context.new_page()
    tab.goto(opened + TELECOM)
    codes = ["TAM-ACH", "TAM-RES", "TAM-COM", "TAM-WRI"]
    for code in codes:
        tab.locator(f"input[name='r-{code}'][value='4']").tap()
    assert [code for code in codes if not tab.locator(f"input[name='r-{code}'][value='4']").is_checked()] == []
    context.close()


def test_a_click_after_typing_counts_though_the_page_moves(page: Page, opened: str) -> None:
    page.goto(opened + TELECOM)
    page.locator("#q-TAM-PRO .lb-tick", has_text="不适用").click()
    page.locator("input[name='y-TAM-PRO']").fill("今年不考")
    page.locator("#q-TAM-POS .lb-tick", has_text="没有参加考试").click()
    assert page.locator("input[name='unseen-TAM-POS']").is_checked()


def test_without_scripts_the_page_is_a_form(bare: Page, opened: str) -> None:
    bare.goto(opened + TELECOM)
    assert bare.locator("fieldset.lb-item").count() == 18
    assert bare.locator("input[name='r-TAM-ACH']").count() == 7
    assert bare.locator(".lb-views, .lb-panel, #result, #plan").locator("visible=true").count() == 0
    assert "没有运行脚本" in bare.locator("noscript").first.inner_text()
    bare.locator("input[name='r-TAM-ACH'][value='4']").check()
    assert bare.locator(".lb-rate--part").count() == 0  # they need scripts


def test_data_and_form_speak_of_the_same_things(page: Page, opened: str) -> None:
    for address in (TELECOM, PAGES["levels"], PAGES["weights"], PAGES["conditions"]):
        page.goto(opened + address)
        page.evaluate(RATE, "full")
        odd = page.evaluate(
            """() => {
              const { data } = document.querySelector('lb-assess');
              const fields = document.querySelectorAll('form.lb-check__items [name]');
              const names = new Set(Array.from(fields, (one) => one.name));
              const wanted = data.items.flatMap((item) => item.kind === 'none' ? [] : [
                ...['v', 'd', 'pick', 'na', 'y', 'unseen'].map((kind) => `${kind}-${item.code}`),
                `${item.kind === 'exam' ? 'm' : 'r'}-${item.code}`,
                ...item.parts.map((part) => `p-${part.code}`),
                ...item.subjects.map((_, at) => `m-${item.code}-${at}`)]);
              const points = data.items.filter((item) => item.kind === 'rating').flatMap((item) => {
                const here = Array.from(document.getElementsByName(`r-${item.code}`), (one) => one.value);
                const asked = data.scales[item.scale].ratings.map((one) => one.points);
                return here.join() === asked.join() ? [] : [item.code];
              });
              const lost = data.items.filter((item) => !document.getElementById(`q-${item.code}`));
              const places = lost.map((item) => item.code);
              return [...wanted.filter((one) => !names.has(one)), ...[...names].filter((one) => !wanted.includes(one)),
                      ...points, ...places];
            }"""
        )
        assert odd == [], address


def test_the_printed_page_is_the_form_and_nothing_is_cut(bare: Page, opened: str) -> None:
    bare.goto(opened + TELECOM)
    texts = bare.eval_on_selector_all(".lb-item__ind", "all => all.map((one) => one.textContent)")
    paper = sheets(bare)
    assert len(paper) == 4
    whole = "".join(paper)
    assert [text for text in texts if re.sub(r"\s+", "", text) not in whole] == []
    assert "姓名" in paper[0] and "员工签名" in paper[-1] and "最需提升的三项" in paper[-1]
    assert all("5达标" in sheet for sheet in paper)  # the scale stands in the foot of every sheet
    assert "不上传" not in whole and "对照初级" not in whole


def test_by_indicator_every_line_has_its_boxes_on_paper(page: Page, opened: str) -> None:
    page.goto(opened + TELECOM)
    page.evaluate(RATE, "full")
    lines = page.locator("li[data-part]").count()
    whole = printed(page)
    assert all(whole.count(name) >= lines for name in ("尚未", "有时", "通常", "总是"))
    assert "标准是“通常”" in whole


def test_head_and_foot_of_a_sheet_say_what_it_is(page: Page, opened: str) -> None:
    page.goto(opened + TELECOM)
    page.evaluate(RATE, "full")
    paper = sheets(page)
    assert all(f"尚未有时通常总是{at}/{len(paper)}" in sheet for at, sheet in enumerate(paper, 1))
    assert "5达标" not in "".join(paper)
    page.evaluate(RATE, "quick")
    page.evaluate(FILL)
    for view, name in (("result", "结果"), ("plan", "计划")):
        page.locator(f".lb-views a[data-view='{view}']").click()
        page.locator(f"#{view} h2").first.wait_for()
        page.evaluate("scrollTo(0, 0)")  # or the bar that follows lies over links
        paper = sheets(page)
        assert "政企客户经理中级（客户经理3级）" in paper[0]  # no empty sheet before it
        assert all(f"政企客户经理{name}中级（客户经理3级）" in sheet for sheet in paper[1:])


def test_each_mode_says_what_to_rate_and_what_meets_the_requirement(page: Page, opened: str) -> None:
    page.goto(opened + TELECOM)
    lead = page.locator(".lb-head__say")
    assert lead.inner_text().startswith("按中级（客户经理3级）的要求，逐项评 0–6 分，5 分为达标。")
    page.evaluate(RATE, "full")
    assert lead.inner_text().startswith("按中级（客户经理3级）的要求，逐条评“尚未、有时、通常、总是”，标准是“通常”。")
    line = page.locator("[data-part='TAM-ACH-05']")
    assert line.get_by_role("radio", name="通常 标准", exact=True).count() == 1


def test_blind_hides_the_level_asked_where_levels_are_the_ratings(page: Page, opened: str) -> None:
    page.goto(opened + PAGES["levels"])
    chips = page.locator(".lb-item__lv")
    assert chips.first.is_visible()
    page.evaluate("document.querySelector('lb-assess').toggleAttribute('data-blind', true)")
    assert chips.count() == 3 and not any(one.is_visible() for one in chips.all())


def test_nothing_is_wider_than_the_sheet(browser: Browser, opened: str) -> None:
    tab = browser.new_context(viewport={"width": 670, "height": 900}).new_page()  # what A4 leaves between its margins
    tab.emulate_media(media="print")
    for address in (*PAGES.values(), HEAVIEST):
        tab.goto(opened + address)
        for mode in ("quick", "full"):
            tab.evaluate(RATE, mode)
            wide = tab.evaluate(
                """() => Array.from(document.querySelectorAll('.lb-page *')).filter((one) => {
                  const box = one.getBoundingClientRect();
                  return box.width > 1 && box.right > document.documentElement.clientWidth + 1;
                }).map((one) => one.outerHTML.slice(0, 120))"""
            )
            assert wide == [], (address, mode)


def test_the_other_views_print_alone(page: Page, opened: str, tmp_path: Path) -> None:
    page.goto(opened + TELECOM)
    page.evaluate("for (const one of document.querySelectorAll('section[data-view]')) one.hidden = one.id !== 'plan'")
    page.emulate_media(media="print")
    assert not page.locator(".lb-paperhead").is_visible()
    assert not page.locator("fieldset.lb-item").first.is_visible()
    assert not page.locator(".lb-sign").is_visible()


def test_filled_in_it_prints_as_it_is(page: Page, opened: str) -> None:
    page.goto(opened + TELECOM)
    page.locator("#q-TAM-COM .lb-tick", has_text="最需提升").click()
    page.locator("#q-TAM-INT .lb-tick", has_text="不适用").click()
    page.locator("input[name='y-TAM-INT']").fill("本期没有")
    page.emulate_media(media="print")
    assert page.locator(".lb-sign__pick li").all_inner_texts() == ["沟通倾听能力", "", ""]
    assert page.locator("input[name='y-TAM-INT']").is_visible()
    assert not page.locator("#q-TAM-INT .lb-item__acts").is_visible()


def test_examples_dates_and_reasons_are_printed_and_nothing_empty_is(page: Page, opened: str) -> None:
    page.goto(opened + TELECOM)
    for code in ("TAM-ACH", "TAM-GEN"):
        page.locator(f"#q-{code} [data-evidence]").click()
        page.locator(f"textarea[name='v-{code}']").fill("做成了一件事")
        page.locator(f"input[name='d-{code}']").fill("2026-11-20")
    page.locator("#q-TAM-PRO .lb-tick", has_text="不适用").click()
    page.locator("input[name='y-TAM-PRO']").fill("今年不考")
    page.locator("input[name='r-TAM-RES'][value='4']").click()
    page.emulate_media(media="print")
    for code in ("TAM-ACH", "TAM-GEN"):
        assert page.locator(f"textarea[name='v-{code}']").is_visible(), code
        assert page.locator(f"input[name='d-{code}']").is_visible(), code
    assert page.locator("input[name='y-TAM-PRO']").is_visible()
    assert not page.locator("textarea[name='v-TAM-PRO']").is_visible()
    assert not page.locator("#q-TAM-POS .lb-item__more").is_visible()
    assert not page.locator("input[name='d-TAM-RES']").is_visible()


def test_in_full_mode_indicators_have_rulers_and_the_whole_has_none(page: Page, opened: str) -> None:
    page.goto(opened + TELECOM)
    page.evaluate(RATE, "full")
    assert page.locator("[data-part='TAM-ACH-05'] .lb-rate--part").is_visible()
    assert not page.locator("#q-TAM-ACH .lb-item__do > .lb-rate").is_visible()


def test_scripts_of_assessment_are_loaded_where_they_are_needed_only(page: Page, opened: str) -> None:
    names = ("checklist", "checklist_views", "asked_for", "assessments")
    ours = {f"{folder}/{name}.js" for folder in ("js", "words") for name in names}
    for address, scripts in ((TELECOM, names[:2]), ("index.html", ()), ("check/index.html", ("assessments",))):
        wanted = {f"{folder}/{name}.js" for folder in ("js", "words") for name in scripts}
        page.goto(opened + address)
        if "checklist_views" in scripts:
            page.wait_for_function("() => customElements.get('lb-plan') !== undefined")
        paths = page.eval_on_selector_all("script[src]", "all => all.map(script => new URL(script.src).pathname)")
        assert {"/".join(Path(path).parts[-2:]) for path in paths} & ours == wanted, address


def test_pages_stay_light(built: Path) -> None:
    sizes = {path: path.stat().st_size for path in built.glob("sequences/*/check/*/index.html")}
    assert len(sizes) == 43
    assert max(sizes.values()) < 300_000, max(sizes, key=lambda path: sizes[path])
