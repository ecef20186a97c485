"""The talk: both at one screen, item by item, by keyboard and by touch; what they agree on is the result."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from levelbook.assessment.scoring.answers import read_answers
from levelbook.assessment.scoring.checklist import Mode
from levelbook.assessment.scoring.review import agreed, differences
from tests.browser.assessed import (
    CONDITIONS,
    LEVELS,
    TELECOM,
    TENCENT,
    Doc,
    data_of,
    document,
    open_result,
    rated,
    sign,
)
from tests.browser.conftest import WIDTHS, fits
from tests.browser.paper import printed
from tests.reference.contract import scored_checklist

GIVEN = {"name": "", "given": "2026-11-24T08:00:00.000Z", "independent": True}
HANDED = {"n": 1, "at": "2026-11-21T08:00:00.000Z"}
PAGES = {"telecom": TELECOM, "tencent": TENCENT, "levels": LEVELS, "conditions": CONDITIONS}


def rated_by_both(data: dict[str, Any], differing: int = 4, **more: Any) -> Doc:
    """A document that both have rated, the first items otherwise; exams are entered by the employee alone."""
    own = rated(data, 1)
    other = rated(data, 2)
    kinds = {item["code"]: item["kind"] for item in data["items"]}
    ratings = [code for code in own if kinds[code] != "exam"]
    theirs = {code: other[code] if at < differing else own[code] for at, code in enumerate(ratings)}
    own[ratings[0]] |= {"evidence": "带着团队去客户那里谈下两个商机。", "date": "2026-09-08"}
    manager = {**GIVEN, "answers": theirs}
    return document(data, format=2, answers=own, handed=HANDED, manager=manager, person="甲") | more


def order_of(data: dict[str, Any], doc: Doc) -> list[str]:
    """What is talked about, as the arithmetic of the command line orders it."""
    both = read_answers(doc["answers"]), read_answers(doc["manager"]["answers"])
    found = differences(scored_checklist(data), *both, Mode(doc["mode"]))
    return [row.name for same in (False, None) for row in found if row.same is same]


def stored(page: Page) -> Doc:
    """The document as the browser keeps it."""
    doc: Doc = page.evaluate(f"JSON.parse(localStorage['levelbook.assess.{1:016x}'])")
    return doc


def open_at(page: Page, address: str, doc: Doc, seat: str = "employee", view: str = "result") -> None:
    """Open a document at one of its views; what one rates for somebody else is opened by choice."""
    open_result(page, address, doc, seat=seat)
    page.evaluate(f"location.hash = '#open={doc['id']}'")
    expect(page.locator(".lb-owner")).to_contain_text("甲")
    page.evaluate(f"location.hash = '#{view}'")


def sit_down(page: Page, address: str, doc: Doc, seat: str = "employee") -> None:
    """Both look at it together, from the differences on."""
    open_at(page, address, doc, seat)
    page.locator("lb-result [data-act=talk]").click()
    expect(page.locator(".lb-talk")).to_be_visible()


def heading(page: Page) -> str:
    """What both are at."""
    return page.locator("lb-talk h2").first.inner_text()


@pytest.mark.parametrize("name", list(PAGES))
def test_a_whole_talk_by_keyboard(page: Page, served: str, built: Path, name: str) -> None:
    data = data_of(built, PAGES[name])
    doc = rated_by_both(data)
    order = order_of(data, doc)
    sit_down(page, served + PAGES[name], doc)
    seen = []
    for turn, title in enumerate(order):
        expect(page.locator("lb-talk h2").first).to_have_text(title)
        seen.append(heading(page))
        expect(page.locator(".lb-talk__strip")).to_contain_text(f"要谈 {len(order)} 项，第 {turn + 1} 项")
        page.keyboard.press("s" if turn == 1 else "1")
        if turn != 1:
            expect(page.locator(".lb-settle input:checked")).to_have_count(1)
            page.keyboard.press("Enter")
    assert seen == order
    expect(page.locator("lb-talk h2").first).to_have_text("谈完以前")
    expect(page.locator("lb-talk h2").first).to_be_focused()
    page.keyboard.press("ArrowLeft")
    expect(page.locator("lb-talk h2").first).to_have_text(order[-1])
    page.keyboard.press("Enter")
    page.locator("[data-act=done]").press("Enter")
    expect(page.locator(".lb-result__title")).to_have_text("商定结果")
    after = stored(page)
    both = read_answers(doc["answers"]), read_answers(doc["manager"]["answers"])
    result = agreed(scored_checklist(data), *both, after["agreed"], Mode(doc["mode"]))
    assert len(after["agreed"]) == len(order) - 1
    assert after["agreement"]["done"] and after["result"]["mean"] == result.mean
    assert after["agreement"]["open"] == [item.code for item in result.items if item.state == "open"]
    assert after["agreement"]["picks"] == list(result.most[: data["pick"]])
    names = [item.name for item in result.items if item.state == "open"]
    expect(page.locator(".lb-result__left")).to_contain_text("、".join(names))
    expect(page.locator(".lb-sumline b").first).to_have_text(result.mean or "—")
    assert after["answers"] == stored(page)["answers"] and after["answers"].keys() == doc["answers"].keys()


def test_a_key_chooses_what_bears_it_and_is_a_key_alone_in_a_field(page: Page, served: str, built: Path) -> None:
    data = data_of(built, TENCENT)
    sit_down(page, served + TENCENT, rated_by_both(data))
    bears = page.locator(".lb-settle .lb-rate__key").all_inner_texts()
    form = page.locator("#check .lb-rate--words").first.locator(".lb-rate__key").all_text_contents()
    assert bears == form, "the same keys as on the checklist"
    assert (
        page.locator(".lb-settle .lb-rate b").all_inner_texts()
        == page.locator("#check .lb-rate--words:not(.lb-rate--part)").first.locator("b").all_text_contents()
    )
    page.keyboard.press("2")
    expect(page.locator(".lb-settle input").nth(1)).to_be_checked()
    page.evaluate("document.querySelector('lb-assess').keysEverywhere = false")
    page.locator("lb-talk h2").first.focus()
    page.keyboard.press("3")
    expect(page.locator(".lb-settle input").nth(1)).to_be_checked()
    page.evaluate("document.querySelector('lb-assess').keysEverywhere = true")
    page.keyboard.press("Control+3")
    expect(page.locator(".lb-settle input").nth(1)).to_be_checked()


def test_sentences_under_the_standard_are_ticked_and_stand_in_the_result(page: Page, served: str, built: Path) -> None:
    data = data_of(built, TELECOM)
    doc = rated_by_both(data)
    sit_down(page, served + TELECOM, doc)
    expect(page.locator(".lb-talk__says li").first).to_be_visible()
    expect(page.locator(".lb-talk__says input")).to_have_count(0)
    expect(page.locator("lb-talk")).to_contain_text("带着团队去客户那里谈下两个商机。")
    page.keyboard.press("6")
    expect(page.locator(".lb-talk__says input")).to_have_count(0)
    page.keyboard.press("2")
    sentence = page.locator(".lb-talk__says li").first
    text = sentence.locator("> span").inner_text()
    sentence.get_by_label("还没有做到").check()
    name = heading(page)
    item = next(one for one in data["items"] if one["name"] == name)
    assert stored(page)["agreement"]["unmet"] == {item["code"]: [item["parts"][0]["code"]]}
    while page.locator("[data-act=done]").count() == 0:
        page.locator("[data-act=next]").click()
    page.locator("[data-act=done]").click()
    card = page.locator(f".lb-top3 > li[data-code={item['code']}]")
    expect(card.locator(".lb-top3__not b")).to_have_text("还没有做到的")
    expect(card.locator(".lb-says > li")).to_have_count(1)
    expect(card).to_contain_text(text)


def test_who_leaves_the_talk_finds_it_as_it_was(page: Page, served: str, built: Path) -> None:
    data = data_of(built, TELECOM)
    sit_down(page, served + TELECOM, rated_by_both(data), "manager")
    first = heading(page)
    page.keyboard.press("3")
    page.keyboard.press("Enter")
    second = heading(page)
    page.locator("[data-act=out]").click()
    expect(page.locator(".lb-seat")).to_have_text("你是主管")
    expect(page.locator(".lb-result__title")).to_have_text("自评结果")
    page.locator("lb-result [data-act=talk]").click()
    expect(page.locator("lb-talk h2").first).to_have_text(second)
    page.keyboard.press("ArrowLeft")
    expect(page.locator("lb-talk h2").first).to_have_text(first)
    expect(page.locator(".lb-settle input:checked")).to_have_value("3")
    page.reload()
    expect(page.locator("lb-talk h2").first).to_have_text(second)


def talk(page: Page, site: str, built: Path) -> None:
    """Talk about one difference to the end."""
    sit_down(page, site + TELECOM, rated_by_both(data_of(built, TELECOM), 1))
    page.keyboard.press("4")
    page.keyboard.press("Enter")
    page.locator("[data-act=done]").click()


def test_it_is_over_until_both_talk_again_and_each_step_can_be_undone(page: Page, served: str, built: Path) -> None:
    talk(page, served, built)
    title = page.locator(".lb-result__title")
    expect(title).to_have_text("商定结果")
    page.locator(".lb-undo").get_by_role("button", name="撤销").click()
    expect(page.locator(".lb-seat")).to_have_text("两人一起看")
    assert stored(page)["agreement"]["done"] is None
    page.evaluate("location.hash = '#talk'")
    page.locator("[data-act=done]").click()
    expect(title).to_have_text("商定结果")
    expect(page.locator("lb-result [data-act=talk]")).to_have_count(0)
    page.locator("[data-act=talk-again]").click()
    expect(page.locator("lb-talk h2").first).to_have_text("谈完以前")
    after = stored(page)
    assert after["agreement"]["done"] is None and list(after["agreed"].values()) == ["4"]
    page.locator(".lb-undo").get_by_role("button", name="撤销").click()
    assert stored(page)["agreement"]["done"]


def test_nobody_agrees_alone(page: Page, served: str, built: Path) -> None:
    data = data_of(built, TELECOM)
    doc = rated_by_both(data)
    for seat in ("employee", "manager"):
        open_at(page, served + TELECOM, doc, seat)
        expect(page.locator(".lb-differ select")).to_have_count(0)
        page.evaluate("location.hash = '#talk'")
        expect(page.locator("lb-talk [data-act=sit]")).to_be_visible()
        page.keyboard.press("3")
        assert stored(page)["agreed"] == {}
    early = rated_by_both(data, manager={"name": "", "answers": {}, "given": None, "independent": None})
    open_at(page, served + TELECOM, early, view="talk")
    expect(page.locator("lb-talk")).to_contain_text("主管评完以后")


def test_before_it_may_be_seen_nothing_of_the_other_stands_in_the_result(page: Page, served: str, built: Path) -> None:
    data = data_of(built, TELECOM)
    doc = rated_by_both(data)
    doc["manager"] |= {"given": None, "independent": None}
    open_at(page, served + TELECOM, doc, "manager")
    expect(page.locator(".lb-result__title")).to_have_text("主管评分")
    expect(page.locator("lb-result")).not_to_contain_text("带着团队去客户那里谈下两个商机。")
    expect(page.locator(".lb-result__differ")).to_have_count(0)
    open_at(page, served + TELECOM, doc)
    expect(page.locator(".lb-result__title")).to_have_text("自评结果")
    expect(page.locator(".lb-result__differ")).to_have_count(0)
    expect(page.locator("svg.lb-radar .r-mgrp")).to_have_count(0)


def test_what_stays_on_an_older_release_is_talked_about_and_signed_in_its_words(
    page: Page, served: str, built: Path
) -> None:
    data = data_of(built, TELECOM)
    doc = rated_by_both(data, release="0.0.1")
    names = {item["code"]: item["name"] for item in data["items"]}
    for code in list(doc["answers"])[:4]:
        doc["answers"][code] |= {"hash": "0" * 16, "text": f"从前对{names[code]}的要求。"}
    sit_down(page, served + TELECOM, doc)
    for _ in order_of(data, doc):
        name = heading(page)
        expect(page.locator(".lb-talk__says li")).to_have_text(re.compile(f"^从前对{name}的要求。"))
        page.keyboard.press("1")
        page.keyboard.press("Enter")
        expect(page.locator("lb-talk h2").first).not_to_have_text(name)
    page.locator("[data-act=done]").press("Enter")
    differ = page.locator("lb-result .lb-differ tr[data-code]").filter(has=page.locator("details")).first
    expect(differ.locator("details")).to_contain_text("从前对")
    sign(page, "employee", "manager")
    (signed,) = stored(page)["signed"]
    body = json.loads(signed["body"])
    texts = {item["name"]: [one["text"] for one in item["sentences"]] for item in body["items"]}
    assert body["release"] == "0.0.1"
    assert [texts[names[code]] for code in list(doc["answers"])[:4]] == [
        [f"从前对{names[code]}的要求。"] for code in list(doc["answers"])[:4]
    ]


def test_a_mark_that_one_has_entered_counts_for_both_and_says_by_whom(page: Page, served: str, built: Path) -> None:
    data = data_of(built, TELECOM)
    exam = next(item for item in data["items"] if item["kind"] == "exam")
    doc = rated_by_both(data)
    doc["answers"][exam["code"]] |= {"mark": "86", "marks": {}}
    open_at(page, served + TELECOM, doc, "manager", "check")
    told = page.locator(f"[data-item={exam['code']}] .lb-exambox__out")
    expect(told).to_contain_text("员工已填 86，双方共用")
    page.evaluate("location.hash = '#result'")
    expect(page.locator(f".lb-differ tr[data-code={exam['code']}]")).to_have_count(1)
    page.evaluate("location.hash = '#check'")
    page.locator(f"input[name='m-{exam['code']}']").fill("40")
    expect(told).not_to_contain_text("双方共用")
    page.evaluate("location.hash = '#result'")
    row = page.locator(f".lb-result__differ > table tr[data-code={exam['code']}]")
    expect(row).to_have_count(1)
    expect(row.locator("td").last).to_have_text("待商定")


def test_on_paper_every_item_is_a_strip(page: Page, served: str, built: Path) -> None:
    data = data_of(built, TELECOM)
    sit_down(page, served + TELECOM, rated_by_both(data))
    page.keyboard.press("2")
    text = page.locator(".lb-talk__says li > span").first.inner_text()
    page.locator(".lb-talk__says input").first.check()
    paper = printed(page)
    for word in ("面谈", "本人", "主管", "商定", "还没有做到", text):
        assert "".join(word.split()) in paper, word
    for word in ("先空着", "离开面谈"):
        assert word not in paper, word
    for item in data["items"]:
        assert "".join(item["name"].split()) in paper or item["kind"] == "none", item["name"]


def test_what_was_changed_once_the_other_could_see_it_is_marked_in_talk_result_and_on_paper(
    page: Page, served: str, built: Path
) -> None:
    data = data_of(built, TELECOM)
    first, later = "2026-11-20T08:00:00.000Z", "2026-11-25T08:00:00.000Z"
    doc = rated_by_both(data, handed={"n": 2, "at": HANDED["at"], "first": first})
    code = next(item["code"] for item in data["items"] if item["name"] == order_of(data, doc)[0])
    doc["answers"][code]["at"] = "2026-11-21T07:00:00.000Z"
    doc["manager"]["answers"][code]["at"] = later
    open_at(page, served + TELECOM, doc)
    expect(page.locator(".lb-differ td small")).to_have_text(["交出后改过", "谈前改过"])
    page.locator("lb-result [data-act=talk]").click()
    own, theirs = page.locator(".lb-talk__grid .lb-view").all()
    expect(own).to_contain_text("交出后改过")
    expect(theirs).to_contain_text("谈前改过")
    paper = printed(page)
    assert paper.count("交出后改过") == 1 and paper.count("谈前改过") == 1
    page.locator("[data-act=next]").click()
    expect(page.locator(".lb-talk__grid")).not_to_contain_text("改过")


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    """A phone, held in one hand."""
    context = browser.new_context(viewport={"width": 390, "height": 780}, has_touch=True, is_mobile=True)
    yield context.new_page()
    context.close()


def test_on_a_phone_ruler_and_next_stay_at_the_lower_edge(phone: Page, served: str, built: Path) -> None:
    data = data_of(built, TELECOM)
    sit_down(phone, served + TELECOM, rated_by_both(data))
    bar = phone.locator(".lb-talk__do")
    for top in (0, 400):
        phone.evaluate("top => window.scrollTo(0, document.querySelector('lb-talk').offsetTop + top)", top)
        box = bar.bounding_box()
        assert box and box["y"] + box["height"] <= 781
    phone.locator(".lb-settle label").nth(3).tap()
    expect(phone.locator(".lb-settle input").nth(3)).to_be_checked()
    before = heading(phone)
    phone.locator("[data-act=next]").tap()
    expect(phone.locator("lb-talk h2").first).not_to_have_text(before)
    assert phone.evaluate("document.documentElement.scrollWidth") <= 390


@pytest.mark.parametrize("name", ["telecom", "conditions"])
def test_the_talk_is_accessible_wide_and_narrow_light_and_dark(page: Page, served: str, built: Path, name: str) -> None:
    data = data_of(built, PAGES[name])
    sit_down(page, served + PAGES[name], rated_by_both(data))
    page.keyboard.press("1")

    def looked_at() -> None:
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            page.evaluate("window.scrollTo(0, 0)")
            fits(page)

    looked_at()
    while page.locator("[data-act=done]").count() == 0:
        page.locator("[data-act=next]").click()
    if page.locator("lb-talk details").count():
        page.locator("lb-talk details summary").first.click()
    looked_at()
    page.locator("[data-act=done]").click()
    expect(page.locator(".lb-result__title")).to_have_text("商定结果")
    looked_at()


def test_the_file_of_a_talk_holds_what_both_agreed_on(page: Page, served: str, built: Path) -> None:
    talk(page, served, built)
    with page.expect_download() as download:
        page.locator("lb-result [data-act=save]").click()
    doc = json.loads(Path(str(download.value.path())).read_text(encoding="utf-8"))
    assert doc["agreement"]["done"] and list(doc["agreed"].values()) == ["4"]
