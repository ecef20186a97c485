"""Two languages: the switch stays on the same thing, and what somebody has begun in one goes on in the other."""

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.assessed import TELECOM, Doc, as_file, data_of, document, keep, rated, whose
from tests.browser.conftest import fits, laid_out
from tests.browser.lasting import go_where_it_keeps

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
    chosen = (
        laid_out(page)
        .locator("lb-assess input[name^='r-']:checked")
        .evaluate_all("all => Object.fromEntries(all.map((one) => [one.name.slice(2), one.value]))")
    )
    assert chosen == {code: answer["points"] for code, answer in doc["answers"].items() if answer["points"]}
    expect(page.locator("[data-item] .lb-item__review:not(:empty)")).to_have_count(0)


def saved_as_file(page: Page, button: str) -> Doc:
    """The file that the panel gives; nothing stays in the browser."""
    with page.expect_download() as waiting:
        page.locator(".lb-panel").get_by_role("button", name=button).click()
    doc: Doc = json.loads(waiting.value.path().read_text(encoding="utf-8"))
    page.goto("about:blank")
    return doc


def opened_from(page: Page, site: str, doc: Doc, mine: str) -> None:
    """Choose a file on the checklist of an edition, in a browser that keeps nothing, and say that it is one's own."""
    go_where_it_keeps(page, site)
    page.evaluate("localStorage.clear()")
    page.goto(site + TELECOM)
    page.locator("input[data-open]").set_input_files(as_file(doc, "自评.json"))
    whose(page, mine)
    expect(page.locator(".lb-undo")).to_be_visible()


def content(doc: Doc) -> Doc:
    """What people wrote and what it rests on, without when it was written and handed out."""
    return {key: value for key, value in doc.items() if key not in ("changed", "saved", "tabs")}


def test_a_saved_file_goes_to_the_other_language_and_back_unchanged(page: Page, built: Path, served: str) -> None:
    data = data_of(built, TELECOM)
    answers = rated(data, 1)
    code, later, *_ = (code for code, one in answers.items() if one["points"] is not None)
    del answers[later]
    answers[code] |= {"evidence": "把客户的意见整理成三条，\n第二天答复。<b>", "date": "2026-11-18"}
    go_where_it_keeps(page, served)
    keep(page, document(data, answers=answers, name="上半年", person="王敏", period="2026 上半年"))
    page.goto(served + TELECOM)
    item = page.locator(f'[data-item="{code}"]')
    expect(item.locator("textarea")).to_have_value(answers[code]["evidence"])
    chinese = saved_as_file(page, "存为文件")
    assert {key: one["points"] for key, one in chinese["answers"].items()} == {
        key: one["points"] for key, one in answers.items()
    }

    opened_from(page, served + "en/", chinese, "It’s mine")
    expect(item.locator("textarea")).to_have_value(answers[code]["evidence"])
    checked = item.locator("label:has(input[type=radio]:checked)").inner_text()
    assert re.search(r"[a-z]", checked) and not re.search(r"[\u3400-\u9fff]", checked), checked
    expect(page.locator("h1")).to_contain_text("Intermediate")
    expect(page.locator("[data-item] .lb-item__review:not(:empty)")).to_have_count(0)
    english = saved_as_file(page, "Save as file")
    assert content(english) == content(chinese)

    opened_from(page, served + "en/", english, "It’s mine")
    added = page.locator(f'[data-item="{later}"]')
    added.locator("label:has(input[type=radio])").nth(1).click()
    edited = saved_as_file(page, "Save as file")
    for key, one in chinese["answers"].items():  # what they rest on may be noted with them now
        assert edited["answers"][key] == edited["answers"][key] | one
    assert edited["kept"] == chinese["kept"] == []

    opened_from(page, served, edited, "我自己的")
    expect(page.locator(f'[data-item="{later}"] input[type=radio]:checked')).to_have_count(1)
    expect(page.locator("[data-item] .lb-item__review:not(:empty)")).to_have_count(0)
    assert saved_as_file(page, "存为文件")["answers"] == edited["answers"]

    opened_from(page, served, english, "我自己的")
    expect(item.locator("textarea")).to_have_value(answers[code]["evidence"])
    assert content(saved_as_file(page, "存为文件")) == content(chinese)


def test_a_backup_of_one_language_is_taken_in_on_the_other(page: Page, built: Path, served: str) -> None:
    data = data_of(built, TELECOM)
    go_where_it_keeps(page, served)
    keep(page, document(data, answers=rated(data, 1), name="上半年"))
    mark = json.dumps({"own": "telecom-account-manager/advanced"})
    page.evaluate("mark => localStorage.setItem('levelbook.marks.1', mark)", mark)
    page.goto(served + "check/index.html")
    with page.expect_download() as waiting:
        page.locator(".lb-saved__tools").get_by_role("button", name="存一个备份").click()
    text = waiting.value.path().read_text(encoding="utf-8")
    before = {key: one for key, one in json.loads(text)["stored"].items() if key != "levelbook.seen"}
    page.evaluate("localStorage.clear()")
    page.goto(served + "en/check/index.html")
    page.locator("lb-saved > input[type=file]").set_input_files(as_file(text, "备份.json"))
    page.get_by_role("dialog").get_by_role("button", name="Add", exact=True).click()
    expect(page.locator(".lb-saved__table tbody tr")).to_have_count(1)
    assert page.evaluate("keys => keys.map(key => localStorage.getItem(key))", list(before)) == list(before.values())


def test_untranslated_texts_say_so(page: Page, served: str) -> None:
    page.goto(served + "en/sequences/telecom-account-manager/level/advanced/index.html")
    for line in page.locator(".lb-ind__text").all()[:40]:
        says = line.get_by_text("Not yet in English").count()
        chinese = line.evaluate("line => /[\\u3400-\\u9fff]/.test(line.firstChild.textContent)")
        assert bool(says) == chinese
    for width in (1280, 390):
        page.set_viewport_size({"width": width, "height": 900})
        fits(page)
