"""What people do when they read: choose, switch, compare, filter, copy, print, without scripts, by keyboard."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import WIDTHS, faultless, painted
from tests.browser.lasting import Lasting

TELECOM = "sequences/telecom-account-manager/"
TENCENT = "sequences/tencent-market/"
KINDS = {
    "home": "index.html",
    "sequence": TELECOM + "index.html",
    "sequence-not-cumulative": TENCENT + "index.html",
    "level": TELECOM + "level/intermediate/index.html",
    "level-not-cumulative": TENCENT + "level/m3/index.html",
    "level-compared": TELECOM + "level/advanced/index.html?view=intermediate",
    "level-empty": "sequences/alibaba-sales-weights/level/fa/index.html",
    "pocket-card": TELECOM + "level/advanced/pocket/index.html",
    "competency": TELECOM + "competency/achievement-orientation/index.html",
    "competency-exam": TELECOM + "competency/general-knowledge/index.html",
    "competency-blank": TENCENT + "competency/external-benchmark/index.html",
    "matrix": TELECOM + "matrix/index.html",
    "matrix-5": TENCENT + "matrix/index.html",
    "compare-index": TELECOM + "compare/index.html",
    "compare": TELECOM + "compare/junior/intermediate/index.html",
    "compare-not-cumulative": TENCENT + "compare/m1/m2/index.html",
    "position": "sequences/sales-positions/position/sales-supervisor/index.html",
    "position-lost": "sequences/sales-positions/position/channel-supervisor/index.html",
    "positions": "sequences/sales-positions/positions/index.html",
    "level-of-grades": "sequences/lenovo-key-account/level/l3/index.html",
    "level-unranked": "sequences/marketing-management-grades/level/ga/index.html",
    "indicators": "indicators/index.html",
    "indicator": "id/TAM-ACH-06/index.html",
    "notes": "notes/index.html",
    "concepts": "concepts/index.html",
    "concept": "concepts/communication/index.html",
    "move": "move/index.html",
    "move-chosen": "move/index.html?from=telecom-account-manager/intermediate&to=sales-positions/sales-manager",
    "sequences": "sequences/index.html",
    "legend": "legend/index.html",
    "guide-employee": "guide/employee/index.html",
    "guide-manager": "guide/manager/index.html",
    "guide-hr": "guide/hr/index.html",
    "guide-trainer": "guide/trainer/index.html",
    "guide-scoring": "guide/scoring/index.html",
    "guide-assessment-file": "guide/assessment-file/index.html",
    "problems": "problems/index.html",
    "problems-en": "en/problems/index.html",
    "keys": "guide/keys/index.html",
    "keys-en": "en/guide/keys/index.html",
    "first-edits": "guide/first-edits/index.html",
    "not-found": "404.html",
}
"""One page of every kind."""
FEWER = {"indicators": "#q=TAM-ACH"}
"""Five hundred rows are alike: some of them say as much of what axe looks for."""


@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing(desk: Lasting, served: str, kind: str) -> None:
    faultless(desk, served + KINDS[kind] + FEWER.get(kind, ""))


@pytest.mark.parametrize(("kind", "face"), [("problems", "PingFang SC"), ("problems-en", "system-ui")])
def test_hand_written_pages_have_the_faces_of_their_language(page: Page, served: str, kind: str, face: str) -> None:
    """In Chinese faces, an apostrophe is as wide as a character."""
    page.goto(served + KINDS[kind])
    first = page.locator(".lb-lead").evaluate("lead => getComputedStyle(lead).fontFamily.split(',')[0]")
    assert first.strip('"') == face


def test_two_clicks_from_home_to_a_level(page: Page, opened: str) -> None:
    page.goto(opened + "index.html")
    page.locator("lb-picker label", has_text="政企客户经理").click()
    page.locator("lb-picker ol:visible a", has_text="中级").click()
    expect(page.locator("h1")).to_contain_text("中级")


def test_the_comparison_filters_by_kind(page: Page, served: str) -> None:
    page.goto(served + KINDS["compare"])
    new = page.locator("tr[data-kind=new]")
    expect(new.first).to_be_visible()
    page.locator("lb-compare label", has_text="新增").click()
    expect(new.first).to_be_hidden()
    expect(page.locator("tr[data-kind=raised]").first).to_be_visible()


def test_on_a_phone_long_names_of_levels_stand_beside_nothing(page: Page, served: str) -> None:
    page.set_viewport_size({"width": 390, "height": 900})
    page.goto(served + KINDS["compare-not-cumulative"])
    long = "Senior enterprise account manager"
    page.locator(".lb-pair dd a").first.evaluate("(one, name) => { one.textContent = name; }", long)
    side = page.locator(".lb-diff td[data-side]").first
    side.evaluate("(one, name) => { one.dataset.side = name; }", long)
    assert side.evaluate("one => getComputedStyle(one, '::before').display") == "block", "a line of its own"
    cut = "all => all.filter(one => one.getClientRects().length > 1).map(one => one.textContent)"
    assert page.locator(".lb-pair dd a").evaluate_all(cut) == []
    assert page.evaluate("document.documentElement.scrollWidth") == 390


def test_the_matrix_hides_levels_and_groups(page: Page, served: str) -> None:
    page.goto(served + KINDS["matrix"])
    senior = page.locator('td[data-col="senior"]').first
    expect(senior).to_be_visible()
    page.locator("lb-matrix label", has_text=re.compile("^资深$")).click()
    expect(senior).to_be_hidden()
    page.locator("lb-matrix label", has_text="职能行为能力").click()
    expect(page.locator('tbody[data-grp="basic"]')).to_be_hidden()
    expect(page.locator('tbody[data-grp="functional"]')).to_be_visible()


def test_the_matrix_head_and_first_column_stay(page: Page, served: str) -> None:
    page.goto(served + KINDS["matrix-5"])
    page.mouse.wheel(0, 1500)
    page.wait_for_function("() => window.scrollY > 1000")
    head = page.locator("thead th").nth(1)
    assert 0 <= (head.bounding_box() or {"y": -1})["y"] < 120


@pytest.mark.parametrize("width", WIDTHS)
def test_the_header_says_the_page_in_place_of_the_site_once_its_title_is_gone(
    page: Page, served: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(served + KINDS["level"])
    page.mouse.wheel(0, 1500)
    topic = page.locator(".md-header__title--active .md-header__topic").last
    expect(topic).to_have_text("中级 · 政企客户经理")
    painted(page)
    header, said = page.locator(".md-header").bounding_box(), topic.bounding_box()
    assert header and said
    assert header["y"] <= said["y"] and said["y"] + said["height"] <= header["y"] + header["height"]


def test_copying_a_permanent_link(page: Page, served: str) -> None:
    page.goto(served + KINDS["indicator"])
    page.evaluate(
        "window.taken = []; document.addEventListener('copy', () => window.taken.push(String(getSelection())))"
    )
    page.locator("button[data-copy], button[data-copy-id]").first.click()
    expect(page.locator("[role=status]:visible").first).to_be_visible()


def test_the_index_filters_at_once(page: Page, opened: str) -> None:
    page.goto(opened + KINDS["indicators"])
    page.locator("lb-index input[type=search]").fill("TAM-ACH-0")
    rows = page.locator("lb-index tr[data-code]:visible")
    expect(rows).to_have_count(9)
    page.goto("about:blank")
    page.goto(opened + KINDS["indicators"] + "#q=TXM-NEG")
    expect(rows).to_have_count(6)


@pytest.mark.parametrize("kind", ["home", "level", "matrix", "compare", "indicators", "notes"])
def test_everything_is_readable_without_scripts(
    browser: Browser, texts: dict[str, str], served: str, kind: str
) -> None:
    context = browser.new_context(java_script_enabled=False)
    tab = context.new_page()
    tab.goto(served + KINDS[kind])
    assert tab.locator(".lb-js:visible").count() == 0
    if kind == "level":
        expect(tab.locator(".lb-when-all").first).to_be_visible()
    if kind == "indicators":
        expect(tab.locator("tr[data-code]")).to_have_count(len(texts))
        assert tab.locator("tr[data-code]:visible").count() == 0, "folded by sequence"
        tab.locator("details[data-seq] > summary", has_text="政企客户经理").first.click()
        assert tab.locator("tr[data-code]:visible").count() > 100
    context.close()


def test_the_keyboard_reaches_search_and_a_hit(page: Page, served: str) -> None:
    page.goto(served + KINDS["sequence"])
    page.keyboard.press("/")
    expect(page.get_by_role("combobox").first).to_be_focused()
    page.keyboard.type("TAM-EXE-03")
    expect(page.get_by_role("row").first).to_contain_text("TAM-EXE-03")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/level/\w+/index\.html#TAM-EXE-03$"))


def test_the_matrix_prints_in_landscape(page: Page, served: str, tmp_path: Path) -> None:
    page.goto(served + KINDS["matrix"])
    pdf = page.pdf(prefer_css_page_size=True)
    boxes = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", pdf)
    assert boxes
    assert all(float(width) > float(height) for width, height in boxes)


def test_old_addresses_forward(page: Page, opened: str) -> None:
    for code, heading in (("TAM", "政企客户经理"), ("TAM.junior", "初级"), ("TAM-ACH", "成就导向")):
        page.goto(opened + f"id/{code}/index.html")
        expect(page.locator("h1")).to_contain_text(heading)
