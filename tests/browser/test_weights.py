"""Points and forms as people see them: switch, sideways scrolling with the names held, paper, no findings."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import faultless
from tests.browser.lasting import Lasting

MARKETING = "sequences/marketing-sequence-weights/"
KINDS = {
    "weights": MARKETING + "weights/index.html",
    "weights-readings": "sequences/alibaba-sales-weights/weights/index.html",
    "weights-one-column": "sequences/sales-manager-weights/weights/index.html",
    "form-levels": MARKETING + "form/index.html",
    "form-competencies": "sequences/telecom-account-manager/form/index.html",
    "level-with-points": MARKETING + "level/l3/index.html",
    "competency-with-points": MARKETING + "competency/reporting/index.html",
}


@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing(desk: Lasting, served: str, kind: str) -> None:
    faultless(desk, served + KINDS[kind])


def test_switch_leaves_groups_only(page: Page, opened: str) -> None:
    page.goto(opened + KINDS["weights"])
    row = page.locator(".lb-w tr", has_text="敬业精神")
    expect(row).to_be_visible()
    page.locator(".lb-seg label", has_text="只看类别").click()
    expect(row).to_be_hidden()
    expect(page.locator(".lb-w tr", has_text="基本素质")).to_be_visible()
    page.goto(opened + KINDS["weights"] + "#DED")
    expect(row).to_be_visible()


def test_kinds_of_nothing_are_said_to_those_who_cannot_see_grounds(page: Page, opened: str) -> None:
    page.goto(opened + KINDS["weights"])
    blank = page.locator(".lb-w tr", has_text="信息分析能力").locator("td").nth(0)
    lost = page.locator(".lb-w tr", has_text="敬业精神").locator("td").nth(3)
    expect(blank).to_have_text("原文空白")
    expect(lost).to_have_text("原文缺失")
    grounds = [cell.evaluate("cell => getComputedStyle(cell).backgroundImage") for cell in (blank, lost)]
    assert grounds[0].startswith("radial-gradient") and grounds[1].startswith("repeating-linear-gradient")
    page.emulate_media(media="print")
    for cell in (blank, lost):
        box = cell.locator(".lb-vh").bounding_box()
        assert box and box["width"] > 20, "on paper the word is seen"


def test_names_are_held_while_figures_scroll_on_a_phone(page: Page, opened: str) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(opened + KINDS["weights"])
    name = page.locator(".lb-w tbody th", has_text="敬业精神")
    before = name.bounding_box()
    page.locator(".lb-scroll").evaluate("box => { box.scrollLeft = 200; }")
    after = name.bounding_box()
    assert before and after and abs(before["x"] - after["x"]) < 1
    figure = page.locator(".lb-w tr", has_text="敬业精神").locator("td").last
    box = figure.bounding_box()
    assert box and box["x"] > after["x"]


@pytest.mark.parametrize("kind", ["form-levels", "form-competencies"])
def test_form_fits_one_sheet_across(page: Page, opened: str, kind: str) -> None:
    page.goto(opened + KINDS[kind])
    paper = page.pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b", paper)) == 1
    sizes = {tuple(map(float, box.split())) for box in re.findall(rb"/MediaBox\s*\[([^\]]*)\]", paper)}
    assert all(round(right) == 842 and round(top) == 595 for _, _, right, top in sizes)
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 1020, "height": 700})
    table = page.locator(".lb-form__grid")
    assert table.evaluate("table => table.scrollWidth <= table.parentElement.clientWidth + 1")
