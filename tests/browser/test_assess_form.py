"""What the form of a checklist promises: the keys that are printed, drafts, reversed indicators, a hidden standard."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.assessed import (
    CONDITIONS,
    LEVELS,
    TELECOM,
    TENCENT,
    answer,
    data_of,
    document,
    keep,
    sit,
)
from tests.browser.lasting import Lasting
from tests.browser.paper import printed
from tests.browser.test_assess import answers, here, item, rate, saved, settings, start

NEGATIVE = "sequences/sales-dictionary/check/g1/index.html"
MOST_KEYS = 6
"""An item with one example takes so many keys at most, besides the text."""


class Keys:
    """A keyboard that counts."""

    def __init__(self, page: Page) -> None:
        """Begin at nothing."""
        self.page = page
        self.pressed = 0

    def press(self, *keys: str) -> None:
        """Press one key after another; two held together are two."""
        for key in keys:
            self.page.keyboard.press(key)
            self.pressed += len(key.split("+"))


def test_one_example_an_item_takes_few_keys_besides_its_text(
    page: Page, opened: str, record_property: Callable[[str, object], None]
) -> None:
    start(page, opened + TELECOM)
    page.keyboard.press("n")
    counts = []
    for at in range(14 + 4):
        keys = Keys(page)
        code = here(page)
        keys.press(*("85" if page.evaluate("document.activeElement.name[0]") == "m" else "4"), "e")
        expect(page.locator(f"textarea[name='v-{code}']")).to_be_focused()
        page.keyboard.type(f"第{at + 1}件事，5 月")
        keys.press("Control+Enter" if at % 2 else "Meta+Enter")
        counts.append(keys.pressed)
    record_property("keys of 18 items with one example each", sum(counts))
    assert len(counts) == 18
    assert max(counts) <= MOST_KEYS
    assert sum(counts) == 14 * 4 + 4 * 5, "a figure, E, and two keys at once; marks have two figures"
    expect(page.locator(".lb-panel__big")).to_have_text("18 / 18 项已评")
    expect(page.locator(".lb-toast")).to_contain_text("全部填完")
    given = answers(page).values()
    assert sorted(one["evidence"] for one in given) == sorted(f"第{at + 1}件事，5 月" for at in range(18))


def test_an_example_before_the_rating_leads_back_to_the_ruler(page: Page, opened: str) -> None:
    start(page, opened + TELECOM)
    page.keyboard.press("n")
    code = here(page)
    page.keyboard.press("E")
    page.keyboard.type("先写事例")
    page.keyboard.press("Control+Enter")
    expect(page.locator(f"input[name='r-{code}']").first).to_be_focused()
    assert answers(page)[code]["evidence"] == "先写事例"
    page.keyboard.press("4")
    page.keyboard.press("Enter")
    assert here(page) != code


@pytest.mark.parametrize("mode", ["quick", "full"])
def test_the_badge_keeps_its_promise_on_the_whole_page(page: Page, opened: str, mode: str) -> None:
    start(page, opened + TELECOM)
    if mode == "full":
        settings(page).get_by_label("逐条评").check()
    name = (
        "r-TAM-ACH"
        if mode == "quick"
        else item(page, "TAM-ACH").locator("[data-part] input").first.get_attribute("name")
    )
    page.locator("h1").click()
    page.keyboard.press("4")
    expect(page.locator(".lb-item input:checked")).to_have_count(0)
    page.keyboard.press("n")
    assert page.evaluate("document.activeElement.name") == name
    page.locator("h1").click()
    page.keyboard.press("3")
    expect(page.locator(f"input[name='{name}']:checked")).to_have_count(1)
    expect(page.locator(f"input[name='{name}']:checked")).to_be_focused()
    page.locator(".lb-privacy").first.click()
    address = page.url
    page.keyboard.press("N")
    assert page.evaluate("document.activeElement.name") != ("" if mode == "full" else name)
    assert page.url == address, "the theme has an N as well"


def test_in_texts_beside_modifiers_and_off_the_list_keys_are_only_keys(page: Page, opened: str) -> None:
    start(page, opened + TELECOM)
    page.keyboard.press("n")
    code = here(page)
    field = settings(page).get_by_label("名称")
    field.click()
    page.keyboard.type("n3e")
    expect(field).to_have_value("n3e")
    page.locator("h1").click()
    for keys in ("Control+3", "Alt+3", "Alt+n", "Meta+e"):
        page.evaluate("keys => window.blur()", keys)
        page.evaluate(
            """keys => { const [held, key] = keys.split('+');
            document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true,
              ctrlKey: held === 'Control', altKey: held === 'Alt', metaKey: held === 'Meta' })); }""",
            keys,
        )
    expect(page.locator(f"input[name='r-{code}']:checked")).to_have_count(0)
    expect(page.locator(f"textarea[name='v-{code}']")).to_be_hidden()
    page.locator("nav a[data-view=result]").click()
    expect(page.locator("section[data-view=check]")).to_be_hidden()
    page.keyboard.press("3")
    page.locator("nav a[data-view=check]").click()
    expect(page.locator(f"input[name='r-{code}']:checked")).to_have_count(0)


def test_whom_single_keys_are_in_the_way_turns_them_off_but_on_rulers(page: Page, opened: str) -> None:
    start(page, opened + TELECOM)
    settings(page).get_by_label("整页都能用按键").uncheck()
    page.reload()
    expect(settings(page).get_by_label("整页都能用按键")).not_to_be_checked()
    expect(page.locator(".lb-panel__next kbd")).to_be_hidden()
    page.locator("h1").click()
    page.keyboard.press("n")
    assert page.evaluate("document.activeElement.name || ''") == ""
    page.locator("input[name='r-TAM-ACH']").first.focus()
    page.keyboard.press("4")
    page.keyboard.press("n")
    assert here(page) == "TAM-RES"
    settings(page).get_by_label("整页都能用按键").check()
    page.locator("h1").click()
    page.keyboard.press("n")
    assert here(page) == "TAM-COM"


@pytest.mark.parametrize("address", [TELECOM, TENCENT, CONDITIONS, LEVELS])
@pytest.mark.parametrize("who", ["员工", "主管"])
def test_a_key_chooses_what_bears_it(page: Page, opened: str, address: str, who: str) -> None:
    start(page, opened + address)
    if who == "主管":
        rate_first(page)
        sit(page, who)
    rulers = page.locator(".lb-item .lb-rate:visible")
    ruler = rulers.first
    choices = ruler.locator("label")
    for at in range(choices.count()):
        key = choices.nth(at).evaluate("one => (one.querySelector('kbd') || one.querySelector('b')).textContent", None)
        ruler.locator("input").first.focus()
        page.keyboard.press(key)
        expect(choices.nth(at).locator("input")).to_be_checked()
    chosen = choices.last.locator("input")
    page.keyboard.press("9")
    expect(chosen).to_be_checked()


def rate_first(page: Page) -> None:
    """Answer anything, so that there is an assessment to hand over."""
    page.locator(".lb-item .lb-rate:visible input").first.check(force=True)


def test_not_applicable_without_a_reason_is_a_draft_that_stays(page: Page, opened: str) -> None:
    start(page, opened + TELECOM)
    rate(page, "TAM-ACH", 4)
    box = item(page, "TAM-ACH")
    box.locator("input[name^=na-]").check()
    reason = box.locator("input[name^=y-]")
    expect(reason).to_be_focused()
    expect(box).to_contain_text("还没有写原因，这一项仍算未评")
    expect(page.locator(".lb-panel__big")).to_have_text("0 / 18 项已评")
    assert answers(page)["TAM-ACH"]["na"] == ""
    page.reload()
    expect(box.locator("input[name^=na-]")).to_be_checked()
    expect(box).to_contain_text("还没有写原因，这一项仍算未评")
    expect(reason).to_have_attribute("aria-invalid", "true")
    expect(page.locator(".lb-panel__list li").first).to_contain_text("未评")
    page.locator("h1").click()
    page.keyboard.press("n")
    expect(reason).to_be_focused()
    page.keyboard.type("本期没有分配客户")
    expect(page.locator(".lb-panel__list li").first).to_contain_text("不适用")
    expect(box.locator("input[name^=r-]").first).to_be_disabled()
    saved(page, "本期没有分配客户")
    assert answers(page)["TAM-ACH"]["na"] == "本期没有分配客户"
    box.locator("input[name^=na-]").uncheck()
    expect(box.locator("input[value='4']")).to_be_checked()
    assert answers(page)["TAM-ACH"]["points"] == "4", "the rating before is not lost"
    for instead in ("na", "unseen"):
        box.locator("input[name^=na-]").check()
        expect(reason).to_have_value("本期没有分配客户")
        assert answers(page)["TAM-ACH"]["na"] == "本期没有分配客户", "nor is the reason"
        box.locator(f"input[name^={instead}-]").click()
        assert answers(page)["TAM-ACH"]["na"] is None


def test_a_draft_on_an_item_that_nobody_rated_stays_too(page: Page, opened: str) -> None:
    start(page, opened + TELECOM)
    item(page, "TAM-RES").locator("input[name^=na-]").check()
    assert answers(page)["TAM-RES"]["na"] == ""
    page.reload()
    expect(item(page, "TAM-RES").locator("input[name^=na-]")).to_be_checked()
    item(page, "TAM-RES").locator("input[name^=na-]").uncheck()
    page.reload()
    expect(item(page, "TAM-RES").locator("input[name^=na-]")).not_to_be_checked()


def with_negative(data: dict[str, Any]) -> dict[str, Any]:
    """The item of a page that has a reversed indicator."""
    found: dict[str, Any] = next(one for one in data["items"] if any(part.get("negative") for part in one["parts"]))
    return found


def test_reversed_indicators_are_rated_one_by_one_in_every_mode(page: Page, opened: str, built: Path) -> None:
    data = data_of(built, NEGATIVE)
    asked = with_negative(data)
    start(page, opened + NEGATIVE)
    box = item(page, asked["code"])
    expect(box.locator(f"input[name='r-{asked['code']}']")).to_have_count(0)
    expect(box).to_contain_text("有反向指标，整项评分没有意义，请逐条评分")
    expect(box.locator(".lb-mark", has_text="反向")).to_have_count(3)
    scale = [one["points"] for one in data["scales"][data["partScale"]]["ratings"]]
    page.locator("h1").click()
    page.keyboard.press("n")
    while here(page) != asked["code"]:
        page.keyboard.press("4")
        page.keyboard.press("Enter")
    for part in asked["parts"]:
        page.keyboard.press(str(1 if part.get("negative") else len(scale)))
        page.keyboard.press("Enter")
    top = data["scales"][data["scale"]]["ratings"][-1]["points"]
    expect(box.locator(".lb-item__mean")).to_contain_text(f"折算为 {top} 分")
    settings(page).get_by_label("逐条评").check()
    expect(box.locator(".lb-item__mean")).to_contain_text(f"折算为 {top} 分")


@pytest.mark.parametrize("finished", [None, "2026-11-21T02:00:00.000Z"])
def test_a_whole_rating_of_before_is_kept_and_counts_in_a_record_alone(
    page: Page, opened: str, built: Path, finished: str | None
) -> None:
    data = data_of(built, NEGATIVE)
    asked = with_negative(data)
    doc = document(data, answers={asked["code"]: answer(asked, points="1")}, finished=finished)
    page.goto(opened + NEGATIVE)
    keep(page, doc)
    page.goto("about:blank")
    page.goto(f"{opened}{NEGATIVE}#open={doc['id']}")
    box = item(page, asked["code"])
    name = next(one["name"] for one in data["scales"][data["scale"]]["ratings"] if one["points"] == "1")
    said = (
        f"当时整项评为“{name}”" if finished else f"以前整项评为“{name}”。这一项有反向指标，这个分不再计入，请逐条评分"
    )
    expect(box.locator(".lb-item__mean")).to_have_text(said)
    expect(page.locator(".lb-panel__big")).to_contain_text("1 / 3" if finished else "0 / 3")
    assert answers(page)[asked["code"]]["points"] == "1"
    page.locator("nav a[data-view=result]").click()
    if finished:
        expect(page.locator("lb-result")).to_contain_text("1.00")
    else:
        expect(page.locator("lb-result")).not_to_contain_text("1.00")


def test_the_sentences_of_a_position_say_that_they_are_reversed(page: Page, opened: str) -> None:
    start(page, opened + LEVELS)
    levels = page.locator("[data-item=SDI-COM] .lb-item__levels")
    expect(levels).to_contain_text("谈话时不善于抓住中心议题。（反向）")
    assert levels.inner_text().count("（反向）") == 3


def said(page: Page) -> str:
    """All that the checklist says to whoever looks at it."""
    return str(page.locator("lb-assess").inner_text())


@pytest.mark.parametrize(("address", "words"), [(TELECOM, "5 分为达标"), (TENCENT, "标准是“"), (NEGATIVE, "标准是“")])
def test_blind_until_the_result_is_opened(page: Page, desk: Lasting, opened: str, address: str, words: str) -> None:
    start(page, opened + address)
    notch = "getComputedStyle(document.querySelector('.lb-rate .is-std'), '::after').display"
    assert page.evaluate(notch) != "none"
    assert words in said(page)
    settings(page).get_by_label("先不看标准").check()
    assert page.evaluate(notch) == "none"
    assert words not in said(page)
    expect(page.locator(".lb-item .lb-peek:visible")).to_have_count(0)
    rate_first(page)
    page.reload()
    expect(page.locator(".lb-panel__big")).to_be_visible()
    assert page.evaluate(notch) == "none"
    assert words not in said(page)
    page.emulate_media(media="print")
    assert page.evaluate(notch) == "none"
    assert words not in said(page)
    borders = (
        "Array.from(document.querySelectorAll('.lb-rate label span'), one => getComputedStyle(one).borderTopWidth)"
    )
    assert len(set(page.evaluate(borders))) == 1, "no box is framed in another way"
    page.emulate_media(media="screen")
    page.locator("nav a[data-view=result]").click()
    page.locator("nav a[data-view=check]").click()
    assert page.evaluate(notch) != "none"
    assert words in said(page)


def test_blind_where_levels_are_the_scale_the_level_asked_is_hidden(page: Page, opened: str) -> None:
    start(page, opened + "sequences/sales-positions/check/sales-manager/index.html")
    expect(page.locator(".lb-item__lv").first).to_be_visible()
    settings(page).get_by_label("先不看标准").check()
    expect(page.locator(".lb-item__lv:visible")).to_have_count(0)
    page.emulate_media(media="print")
    expect(page.locator(".lb-item__lv:visible")).to_have_count(0)
    page.emulate_media(media="screen")


def test_a_filled_exam_has_no_empty_line_for_its_result_on_paper(page: Page, opened: str) -> None:
    start(page, opened + TELECOM)
    first = page.locator(".lb-item.is-exam").first
    code = first.get_attribute("data-item")
    page.locator(f"input[name='m-{code}']").fill("85")
    saved(page, '"85"')
    assert printed(page).count("折算为5分") == 1
    page.emulate_media(media="print")
    expect(page.locator(".lb-exambox__paper:visible")).to_have_count(3)
    expect(first.locator(".lb-exambox__paper")).to_be_hidden()
    page.emulate_media(media="screen")


def test_what_a_draft_comes_to_is_in_the_file_as_on_the_page(page: Page, opened: str, built: Path) -> None:
    data = data_of(built, TELECOM)
    doc = document(data, answers={"TAM-ACH": answer(data["items"][0], points="4", na="")})
    page.goto(opened + TELECOM)
    keep(page, doc)
    page.reload()
    page.locator("input[name='r-TAM-RES'][value='3']").check(force=True)
    expect(page.locator(".lb-panel__big")).to_have_text("1 / 18 项已评")
    result = json.loads(page.evaluate("id => localStorage[`levelbook.assess.${id}`]", doc["id"]))["result"]
    assert (result["mean"], result["done"], result["of"]) == ("3.00", 1, 18)
