"""A plan begins from sentences of the standard that are not met, and borrows where its sequence has no action."""

import csv
import io
import zipfile
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.assessed import TELECOM, TENCENT, answer, data_of, document, keep, rated
from tests.browser.conftest import WIDTHS, axe, fits
from tests.browser.lasting import go_where_it_keeps
from tests.browser.paper import sheets
from tests.browser.test_assess_plan import doc, form, row, saved

LENT = "TAM-COO"
TALKED = "2026-11-26T02:00:00.000Z"


def item_of(data: dict[str, Any], code: str) -> dict[str, Any]:
    return next(item for item in data["items"] if item["code"] == code)


def talked(data: dict[str, Any], unmet: dict[str, list[str]], picks: list[str], **more: Any) -> dict[str, Any]:
    """A document of which both have talked, with what they ticked."""
    agreement = {"done": TALKED, "unmet": unmet, "open": [], "picks": picks}
    return document(data, format=2, answers=rated(data, 1), agreement=agreement, **more)


def open_plan(page: Page, site: str, address: str, kept: dict[str, Any]) -> None:
    go_where_it_keeps(page, site)
    keep(page, kept)
    page.goto(f"{site}{address}#plan")
    page.locator("lb-plan h2").first.wait_for()


def goals(page: Page) -> Locator:
    return page.locator("#plan-measures .lb-goal")


def goal_of(page: Page, number: int) -> Locator:
    return goals(page).nth(number - 1).locator("textarea")


@pytest.fixture
def planned(page: Page, served: str, built: Path) -> tuple[Page, list[dict[str, Any]]]:
    """The plan after a talk in which two sentences of one item were ticked, and the sentences."""
    data = data_of(built, TELECOM)
    sentences = item_of(data, LENT)["parts"][:2]
    open_plan(page, served, TELECOM, talked(data, {LENT: [part["code"] for part in sentences]}, [LENT, "TAM-STR"]))
    return page, sentences


def test_from_unmet_sentences_to_a_saved_plan_and_its_tables(planned: tuple[Page, list[dict[str, Any]]]) -> None:
    page, sentences = planned
    expect(goals(page)).to_have_count(2)
    words = "\n".join(part["text"] for part in sentences)
    assert goal_of(page, 1).input_value() == words
    quotes = goals(page).first.locator("blockquote")
    assert [quote.locator("a").inner_text() for quote in quotes.all()] == [part["code"] for part in sentences]
    assert all(part["text"] in quotes.nth(at).inner_text() for at, part in enumerate(sentences))
    assert goal_of(page, 2).input_value() == "", "nothing was ticked: all its sentences can be chosen"
    goals(page).nth(1).locator("summary").click()
    second = goals(page).nth(1).locator("li label").nth(1)
    chosen = second.locator("span").last.inner_text()
    second.click()
    assert goal_of(page, 2).input_value() == chosen
    goal_of(page, 2).fill("卡住两天就求助")
    line = row(page, "measures", 1)
    line.locator("summary").click()
    origin = line.locator(".lb-plan__hints .lb-note").first.inner_text()
    assert origin.startswith("借自") and origin.endswith("（协调）")
    action = line.locator(".lb-plan__hints li span").first
    line.locator(".lb-plan__hints li button").first.click()
    said = line.get_by_label("措施", exact=False).first.input_value()
    assert said.endswith(f"　{origin}") and action.text_content()
    kept = doc(page)["plan"]["measures"]
    assert kept[0]["@from"] == " ".join(part["code"] for part in sentences)
    assert (kept[0]["@goal"], kept[1]["@goal"]) == (words, "卡住两天就求助")
    page.reload()
    page.locator("lb-plan h2").first.wait_for()
    assert goal_of(page, 2).input_value() == "卡住两天就求助"
    assert doc(page)["plan"]["measures"] == kept
    lines = list(csv.reader(io.StringIO(saved(page, "存为 CSV").read_bytes().decode("utf-8-sig"), newline="")))
    told = next(one for one in lines if words in one)
    assert kept[0]["@from"] in told and said in told
    book = zipfile.ZipFile(io.BytesIO(saved(page, "存为 Excel 表格").read_bytes()))
    assert any("卡住两天就求助" in book.read(name).decode() for name in book.namelist() if "worksheets" in name)


def test_who_and_when_are_named_until_they_are_there(planned: tuple[Page, list[dict[str, Any]]]) -> None:
    page, _ = planned
    box = page.locator(".lb-plan__ready").first
    for column in ("措施", "预计完成", "谁来支持"):
        expect(box).to_contain_text(f"“{column}”未写：协调能力、定制策略能力")
    row(page, "measures", 1).locator("td textarea").last.fill("主管")
    row(page, "measures", 1).locator("input[type=date]").fill("2027-03-31")
    page.keyboard.press("Tab")
    expect(box).to_contain_text("“谁来支持”未写：定制策略能力")
    expect(box).to_contain_text("“预计完成”未写：定制策略能力")


def test_what_was_written_before_the_talk_stays(page: Page, served: str, built: Path) -> None:
    data = data_of(built, TELECOM)
    plan = {"measures": [{"@id": "x", "@for": LENT, "measure": "先看同事怎么做"}, {"@id": "y", "@for": "TAM-STR"}]}
    unmet = {code: [item_of(data, code)["parts"][0]["code"]] for code in (LENT, "TAM-STR")}
    open_plan(page, served, TELECOM, talked(data, unmet, [LENT, "TAM-STR"], plan=plan))
    assert goal_of(page, 1).input_value() == ""
    assert item_of(data, LENT)["parts"][0]["text"] in goals(page).first.locator("blockquote").inner_text()
    assert goal_of(page, 2).input_value() == item_of(data, "TAM-STR")["parts"][0]["text"]
    measures = doc(page)["plan"]["measures"]
    assert measures[0] == plan["measures"][0], "a row somebody wrote into stays as it is"


def test_indicators_under_the_standard_are_the_sentences_where_none_was_ticked(
    page: Page, served: str, built: Path
) -> None:
    data = data_of(built, TELECOM)
    item = item_of(data, LENT)
    low = data["scales"][data["partScale"]]["ratings"][0]["points"]
    high = data["scales"][data["partScale"]]["ratings"][-1]["points"]
    parts = {
        part["code"]: answer({**part, "name": ""}, points=low if at == 1 else high)
        for at, part in enumerate(item["parts"])
    }
    answers = {**parts, LENT: answer(item, pick=True)}
    open_plan(page, served, TELECOM, document(data, mode="full", answers=answers))
    assert goal_of(page, 1).input_value() == item["parts"][1]["text"]


def test_a_sequence_with_actions_of_its_own_borrows_none_for_them(page: Page, served: str, built: Path) -> None:
    data = data_of(built, TENCENT)
    item = next(one for one in data["items"] if one["code"] in data["actions"][0]["for"])
    open_plan(page, served, TENCENT, document(data, answers={item["code"]: answer(item, pick=True)}))
    assert "借自" not in form(page, "measures").inner_text()
    assert data["borrowed"] == [] or all(
        item["code"] not in one["for"] for lent in data["borrowed"] for one in lent["actions"]
    )


LONG = (
    "Puts himself in the other side’s place, understands their position and feelings, changes the way he argues, and "
    "brings them to accept a proposal that both departments can carry out within the same quarter"
)


def test_long_sentences_fit_on_every_width_and_on_paper(planned: tuple[Page, list[dict[str, Any]]]) -> None:
    page, sentences = planned
    goal_of(page, 2).fill(f"{LONG}.\n{LONG}.")
    page.keyboard.press("Tab")
    doc(page)
    goals(page).first.locator("summary").click()
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        fits(page)
    assert axe(page) == []
    paper = "".join(sheets(page)).replace("\n", "")
    assert sentences[0]["code"] in paper and paper.count("bothdepartments") == 2
    measures, _, carried_out = paper.partition("措施完成情况")
    assert measures.count(sentences[0]["text"]) == 1, "the same words are printed once"
    assert carried_out.count(sentences[0]["text"]) == 1, "and name the row where it is told what came of it"
