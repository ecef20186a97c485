"""Two languages: the switch stays on the same thing, and what somebody has begun in one goes on in the other."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.assessed import TELECOM, data_of, document, rated
from tests.browser.conftest import fits

KINDS = (
    "index.html",
    "sequences/index.html",
    "sequences/telecom-account-manager/index.html",
    "sequences/telecom-account-manager/level/advanced/index.html?view=new#ACH",
    "sequences/telecom-account-manager/competency/achievement-orientation/index.html#l-advanced",
    "sequences/telecom-account-manager/matrix/index.html",
    "sequences/telecom-account-manager/compare/junior/senior/index.html",
    "sequences/telecom-account-manager/check/advanced/index.html",
    "sequences/telecom-account-manager/source/index.html",
    "sequences/sales-positions/position/sales-supervisor/index.html",
    "check/index.html",
    "check/team/index.html",
    "concepts/index.html",
    "move/index.html?from=telecom-account-manager/junior",
    "indicators/index.html",
    "collection/index.html#TAM-ACH-12",
    "notes/index.html",
    "releases/index.html",
    "glossary/index.html#settled",
    "guide/hr/index.html",
    "legend/index.html",
    "id/TAM-ACH-12/index.html",
)


@pytest.mark.parametrize("way", ["served", "opened"])
@pytest.mark.parametrize("address", KINDS)
def test_the_switch_stays_on_the_same_thing(page: Page, address: str, way: str, request: pytest.FixtureRequest) -> None:
    site = request.getfixturevalue(way)
    page.goto(site + address)
    switch = page.locator("a.lb-language")
    expect(switch).to_have_text("English")
    expect(switch).to_have_attribute("hreflang", "en")
    expect(switch).to_have_attribute("lang", "en")
    switch.click()
    page.wait_for_url(site + "en/" + address)
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(switch).to_have_text("中文")
    assert page.locator("link[hreflang]").evaluate_all("links => links.map(link => link.hreflang)") == ["zh-Hans", "en"]
    switch.click()
    page.wait_for_url(site + address)


def test_the_search_of_each_language_stays_in_it(page: Page, served: str) -> None:
    page.goto(served + "en/index.html")
    page.locator("header .lb-find input").fill("TAM-ACH-12")
    page.get_by_role("grid").get_by_role("link", name="TAM-ACH-12").first.click()
    page.wait_for_url("**/en/**")


def test_a_checklist_goes_on_in_the_other_language(page: Page, built: Path, served: str) -> None:
    data = data_of(built, TELECOM)
    doc = document(data, answers=rated(data, 1))
    page.goto(served + "check/index.html")
    key, text = f"levelbook.assess.{doc['id']}", json.dumps(doc)
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [key, text])
    page.goto(served + "en/" + TELECOM + f"#open={doc['id']}")
    expect(page.locator("lb-assess input[type=radio]:checked").first).to_be_attached()
    assert page.locator("lb-assess input[type=radio]:checked").count() >= len(doc["answers"]) // 2
    expect(page.locator(".lb-item.is-stale, .lb-item__stale")).to_have_count(0)


def test_untranslated_texts_say_so(page: Page, served: str) -> None:
    page.goto(served + "en/sequences/telecom-account-manager/level/advanced/index.html")
    for line in page.locator(".lb-ind__text").all()[:40]:
        says = line.get_by_text("Not yet in English").count()
        chinese = line.evaluate("line => /[\\u3400-\\u9fff]/.test(line.firstChild.textContent)")
        assert bool(says) == chinese
    for width in (1280, 390):
        page.set_viewport_size({"width": width, "height": 900})
        fits(page)
