"""Paper: what sheets say, that nothing is left out silently, and that a pocket card holds what it shows."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.paper import printed, sheets

TELECOM = "sequences/telecom-account-manager/"
TENCENT = "sequences/tencent-market/"
OVERFULL = """() => [...document.querySelectorAll('.lb-pk-panel')].flatMap((panel, at) => {
  const foot = panel.querySelector('.lb-pk-foot').getBoundingClientRect().top;
  const inside = [...panel.querySelectorAll('li, .lb-pk-sum, .lb-pk-key, .lb-pk-back')];
  return inside.some((part) => part.getBoundingClientRect().bottom > foot) ? [at] : [];
})"""
SMALLEST = """() => Math.min(...[...document.querySelectorAll('.lb-pk *')]
  .filter((part) => [...part.childNodes].some((node) => node.nodeType === 3 && node.data.trim()))
  .map((part) => parseFloat(getComputedStyle(part).fontSize) * 0.75))"""


def test_the_matrix_prints_every_indicator_where_there_are_no_summaries(
    page: Page, served: str, texts: dict[str, str]
) -> None:
    page.goto(served + TENCENT + "matrix/index.html")
    pages = sheets(page)
    words = "".join(pages)
    shown = {code for code in texts if code.startswith("TXM-")}
    assert [code for code in sorted(shown) if code not in words] == []
    assert "另" not in re.sub("另[^0-9]", "", words)
    assert all("各格的全部指标" in sheet for sheet in pages)
    assert all("初做者" in sheet for sheet in pages), "heads are repeated"


def test_the_matrix_prints_summaries_and_what_the_reader_has_opened(page: Page, served: str) -> None:
    page.goto(served + TELECOM + "matrix/index.html")
    assert "TAM-ACH-01" not in printed(page)
    page.locator("lb-matrix summary").first.click()
    assert "TAM-ACH-01" in printed(page)
    assert "点开" not in printed(page)


def test_all_cells_of_the_matrix_open_and_close(page: Page, served: str) -> None:
    page.goto(served + TELECOM + "matrix/index.html")
    page.get_by_role("button", name="全部展开").click()
    button = page.get_by_role("button", name="全部收起")
    expect(button).not_to_have_attribute("aria-pressed", re.compile(""))  # its name says it already
    expect(page.locator("lb-matrix details:not([open])")).to_have_count(0)
    expect(page.locator('lb-matrix a.lb-code[href*="id/TAM-ACH-01/"]')).to_be_visible()
    page.locator("lb-matrix summary").first.click()
    page.get_by_role("button", name="全部展开").click()
    button.click()
    expect(page.locator("lb-matrix details[open]")).to_have_count(0)


def test_a_filtered_matrix_says_so_on_paper(page: Page, served: str) -> None:
    page.goto(served + TELECOM + "matrix/index.html")
    assert "只印了" not in printed(page)
    page.locator("lb-matrix label", has_text=re.compile("^资深$")).click()
    assert "只印了选中的级别和类别" in printed(page)


def test_a_comparison_takes_half_the_sheets_and_says_what_it_leaves_out(page: Page, served: str) -> None:
    page.goto(served + TELECOM + "compare/intermediate/senior/index.html")
    pages = sheets(page)
    assert len(pages) <= 7
    assert "没有印出来的：不变37" in pages[0]
    assert all("级别对比中级→资深" in sheet for sheet in pages)
    assert all("变化中级资深" in sheet for sheet in pages), "heads are repeated"
    assert page.get_by_role("link", name="对照四个级别").count() > 0
    assert "对照四个级别" not in "".join(pages), "links lead nowhere on paper"
    page.locator("lb-compare label", has_text="不变").click()
    assert "没有印出来的" not in printed(page)


def test_a_level_prints_all_that_applies(page: Page, served: str) -> None:
    page.goto(served + TELECOM + "level/advanced/index.html")
    words = printed(page)
    assert "TAM-ACH-12" in words
    assert "为自己设定有挑战性的目标" in words
    assert "达成工作目标，争取进步。" in words, "what comes from lower levels"
    assert all("高级·政企客户经理全部要求" in sheet for sheet in sheets(page))


def test_a_level_offers_its_pocket_card(page: Page, served: str) -> None:
    page.goto(served + TELECOM + "level/advanced/index.html")
    page.locator(".lb-printing summary").click()
    expect(page.get_by_role("button", name="全部要求")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="全部要求")).to_be_hidden()
    page.locator(".lb-printing summary").click()
    page.evaluate("window.print = () => { window.isPrinted = true; }")
    page.get_by_role("button", name="全部要求").press("Enter")
    assert page.evaluate("window.isPrinted")
    expect(page.locator(".lb-printing summary")).to_be_focused()
    page.keyboard.press("Enter")
    page.get_by_role("link", name="口袋卡").click()
    page.wait_for_url("**/level/advanced/pocket/index.html")
    expect(page.locator("h1")).to_have_text("高级")


def test_a_pocket_card_is_one_sheet_with_every_requirement(page: Page, served: str, texts: dict[str, str]) -> None:
    page.goto(served + TELECOM + "level/intermediate/pocket/index.html")
    pages = sheets(page)
    assert len(pages) == 2
    assert page.locator(".lb-pk section li").count() == 55
    assert "全部55条要求" in pages[0]
    assert "打印" not in "".join(pages)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_pocket_card_runs_over_or_is_set_below_eight_points(
    page: Page, built: Path, english: Path, language: str
) -> None:
    root = built if language == "zh" else english
    cards = sorted(root.glob("sequences/*/level/*/pocket/index.html"))
    assert len(cards) == 24
    page.set_viewport_size({"width": 1280, "height": 900})
    for card in cards:
        page.goto(card.as_uri())
        assert page.evaluate(OVERFULL) == [], card
        assert page.evaluate(SMALLEST) >= 7.99, card


@pytest.mark.parametrize("width", [320, 390, 768, 1280])
def test_a_pocket_card_is_no_wider_than_its_window(page: Page, served: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(served + TELECOM + "level/advanced/pocket/index.html")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
