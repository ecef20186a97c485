"""Several assessments laid together, as a manager does it: nothing about one person, nothing sent, nothing kept."""

import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.assessed import CONDITIONS, TELECOM, TENCENT, Doc, answer, as_file, data_of, document, rated
from tests.browser.conftest import WIDTHS, fits
from tests.browser.paper import printed
from tests.reference.contract import scored_checklist
from tests.reference.team import team

TEAM = "check/team/index.html"


def people(data: dict[str, Any], count: int) -> list[Doc]:
    """So many filled-in checklists."""
    return [document(data, n, name=f"员工{n}号", answers=rated(data, n)) for n in range(1, count + 1)]


def choose(page: Page, *docs: Doc | str) -> None:
    """Choose several files together."""
    page.locator("lb-team input[type=file]").set_input_files(
        [as_file(one, f"file-{n}.json") for n, one in enumerate(docs)]
    )
    page.locator(".lb-teamfiles li").nth(len(docs) - 1).wait_for()


def keys(page: Page) -> list[str]:
    """What the browser keeps that is ours."""
    found: list[str] = page.evaluate("Object.keys(localStorage).filter((key) => key.startsWith('levelbook'))")
    return found


def test_four_are_too_few_and_five_are_shown(page: Page, served: str, built: Path) -> None:
    data = data_of(built, TELECOM)
    page.goto(served + TEAM)
    choose(page, *people(data, 4))
    expect(page.locator(".lb-team__few")).to_contain_text("至少 5 份")
    expect(page.locator(".lb-spread")).to_have_count(0)
    page.locator("lb-team input[type=file]").set_input_files(as_file(people(data, 5)[4], "fifth.json"))
    expect(page.locator(".lb-spread")).to_be_visible()
    assert keys(page) == []


def test_files_chosen_while_the_script_is_on_its_way_are_read(page: Page, served: str, built: Path) -> None:
    held: list[Route] = []
    page.route("**/js/team.js*", lambda route: held.append(route))
    with page.expect_request("**/js/team.js*"):
        page.goto(served + TEAM, wait_until="commit")
    page.locator("lb-team input[type=file]").set_input_files(
        [as_file(one, f"{n}.json") for n, one in enumerate(people(data_of(built, TELECOM), 5))]
    )
    assert page.locator(".lb-teamfiles").count() == 0
    (script,) = held
    script.continue_()
    expect(page.locator(".lb-spread")).to_be_visible()


def test_figures_are_those_of_the_arithmetic(page: Page, served: str, built: Path) -> None:
    data = data_of(built, TELECOM)
    docs = people(data, 6)
    del docs[0]["answers"]["TAM-ACH"], docs[1]["answers"]["TAM-ACH"]
    docs[2]["agreed"] = {"TAM-RES": "2"}
    page.goto(served + TEAM)
    choose(page, *docs)
    for item in team(scored_checklist(data), docs, 5).items:
        row = page.locator(f'.lb-spread tr[data-code="{item.code}"]')
        shown = [text.strip() for text in row.locator("td").all_inner_texts()]
        if item.why:
            assert "不到 5 人" in shown[0], item.code
        else:
            assert shown == [*(str(one.n) for one in item.counts), item.mean, f"{item.reached}/{item.scored} 人"], (
                item.code
            )


def test_nobody_is_named(page: Page, served: str, built: Path) -> None:
    page.goto(served + TEAM)
    choose(page, *people(data_of(built, TELECOM), 5))
    assert "员工" not in page.locator("lb-team .lb-team__box").inner_text()


def named(docs: list[Doc]) -> list[Doc]:
    """The same, each handed over with a name and the leave to show it."""
    return [doc | {"format": 2, "person": f"称呼{n}", "named": True} for n, doc in enumerate(docs, 1)]


def test_names_stand_where_all_allow_it(page: Page, served: str, built: Path) -> None:
    data = data_of(built, TELECOM)
    docs = named(people(data, 5))
    docs[0]["person"] = "<b>=1+1</b>"
    page.goto(served + TEAM)
    choose(page, *docs)
    item = data["items"][0]
    points = [float(doc["answers"][item["code"]]["points"]) for doc in docs]
    below = [doc["person"] for doc, given in zip(docs, points, strict=True) if given < float(item["standard"])]
    row = page.locator(f'.lb-spread tr[data-code="{item["code"]}"]')
    expect(row.locator(".c-names")).to_have_text("、".join(below) or "—")
    expect(page.locator("lb-team")).to_contain_text("打开的文件都允许显示姓名")
    assert page.locator(".lb-spread b:text('=1+1')").count() == 0
    assert "称呼" in printed(page)
    with page.expect_download() as download:
        page.get_by_role("button", name="存为 CSV").click()
    text = Path(str(download.value.path())).read_text(encoding="utf-8-sig")
    assert "未达标的人" in text.splitlines()[0]
    assert "、称呼3" in text


def test_one_who_does_not_allow_it_keeps_all_unnamed(page: Page, served: str, built: Path) -> None:
    docs = named(people(data_of(built, TELECOM), 6))
    docs[3]["named"] = False
    docs[4]["person"] = ""
    page.goto(served + TEAM)
    choose(page, *docs)
    expect(page.locator("lb-team")).to_contain_text("共 6 份，4 份允许")
    expect(page.locator(".c-names")).to_have_count(0)
    assert "称呼" not in page.locator(".lb-team__box").inner_text()
    assert "称呼" not in printed(page)
    with page.expect_download() as download:
        page.get_by_role("button", name="存为 CSV").click()
    text = Path(str(download.value.path())).read_text(encoding="utf-8-sig")
    assert "未达标的人" not in text
    assert "称呼" not in text


@pytest.mark.parametrize("width", WIDTHS)
def test_the_overview_with_names_is_accessible(page: Page, served: str, built: Path, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(served + TEAM)
    docs = named(people(data_of(built, TELECOM), 5))
    docs[0]["person"] = "很长的称呼" * 12
    choose(page, *docs)
    fits(page)


def test_what_does_not_count_says_why(page: Page, served: str, built: Path) -> None:
    data, other = data_of(built, TELECOM), data_of(built, TENCENT)
    docs = people(data, 5)
    page.goto(served + TEAM)
    choose(
        page,
        *docs,
        document(other, 20, answers=rated(other, 1)),
        document(data, 2, answers=rated(data, 3)),
        document(data, 21),
        document(data, 22, answers=rated(data, 1)) | {"target": "XX.none", "title": "别处的清单"},
        '{"levelbook": "assessment", "format": 1, "answ',
        "not json",
    )
    said = page.locator(".lb-teamfiles li").all_inner_texts()
    assert [one.endswith("计入") and "没有" not in one for one in said] == [True] * 5 + [False] * 6
    for text, part in zip(
        said[5:], ("另一张清单", "同一份自评", "没有一项有分", "别处的清单", "不完整", ""), strict=True
    ):
        assert part in text
    expect(page.locator("lb-team [role=status]").first).to_contain_text("可用的自评 5 份")


def test_the_size_is_never_below_three(page: Page, served: str, built: Path) -> None:
    data = data_of(built, TELECOM)
    page.goto(served + TEAM)
    choose(page, *people(data, 2))
    size = page.locator("input[name=least]")
    size.fill("1")
    size.press("Tab")
    expect(size).to_have_value("3")
    expect(page.locator(".lb-team__few")).to_contain_text("至少 3 份")
    page.locator("lb-team input[type=file]").set_input_files(as_file(people(data, 3)[2], "third.json"))
    expect(page.locator(".lb-spread")).to_be_visible()


def test_several_checklists_are_looked_at_one_by_one(page: Page, served: str, built: Path) -> None:
    telecom, grades = data_of(built, TELECOM), data_of(built, CONDITIONS)
    more = [document(grades, 30 + n, answers=rated(grades, n)) for n in range(5)]
    page.goto(served + TEAM)
    choose(page, *people(telecom, 6), *more)
    expect(page.locator("lb-team h2").first).to_contain_text(telecom["title"])
    page.locator("select[name=target]").focus()
    page.locator("select[name=target]").select_option(grades["target"])
    expect(page.locator("lb-team h2").first).to_contain_text(grades["title"])
    expect(page.locator("select[name=target]")).to_be_focused()
    condition = next(one["code"] for one in grades["items"] if one["kind"] == "condition")
    expect(page.locator(f'.lb-spread tr[data-code="{condition}"]')).to_contain_text("/5 人")


SECOND = """lb => {
    const one = lb.data.targets[lb.target];
    const main = one.scales[one.scale];
    one.scales.other = {...main, ratings: main.ratings.map((each) => ({...each, name: `别的${each.points}`}))};
    one.items[0].scale = 'other';
    lb.show();
}"""


def test_another_scale_does_not_stand_in_the_columns(page: Page, served: str, built: Path) -> None:
    data = data_of(built, TELECOM)
    page.goto(served + TEAM)
    choose(page, *people(data, 5))
    page.locator("lb-team").evaluate(SECOND)
    row = page.locator(f'.lb-spread tr[data-code="{data["items"][0]["code"]}"]')
    expect(row).to_contain_text("别的5")
    expect(row.locator(".c-rate")).to_have_count(0)
    with page.expect_download() as download:
        page.get_by_role("button", name="存为 CSV").click()
    line = Path(str(download.value.path())).read_text(encoding="utf-8-sig").splitlines()[1]
    assert "别的5" in line


def test_what_was_being_read_does_not_come_back_after_clearing(page: Page, served: str, built: Path) -> None:
    docs = [json.dumps(one, ensure_ascii=False) for one in people(data_of(built, TELECOM), 5)]
    page.goto(served + TEAM)
    shown = page.evaluate(
        """async (texts) => {
            const lb = document.querySelector('lb-team');
            const reading = lb.add(texts.map((text, n) => new File([text], `late-${n}.json`)));
            lb.clear();
            await reading;
            return lb.querySelector('.lb-team__box').textContent;
        }""",
        docs,
    )
    assert shown == ""


def test_weak_points_come_first_when_asked(page: Page, served: str, built: Path) -> None:
    page.goto(served + TEAM)
    choose(page, *people(data_of(built, TELECOM), 5))
    page.locator("select[name=order]").select_option("weak")
    shares = [text.split("/") for text in page.locator(".lb-spread td:last-child").all_inner_texts() if "/" in text]
    values = [int(n) / int(of.split()[0]) for n, of in shares]
    assert values == sorted(values)


def test_dropped_files_and_what_is_cleared(page: Page, served: str, built: Path) -> None:
    texts = [json.dumps(one, ensure_ascii=False) for one in people(data_of(built, TELECOM), 5)]
    page.goto(served + TEAM)
    page.evaluate(
        """(texts) => {
            const data = new DataTransfer();
            texts.forEach((text, n) => data.items.add(new File([text], `dropped-${n}.json`)));
            const drop = new DragEvent('drop', {dataTransfer: data, bubbles: true, cancelable: true});
            document.querySelector('.lb-drop').dispatchEvent(drop);
        }""",
        texts,
    )
    expect(page.locator(".lb-spread")).to_be_visible()
    page.get_by_role("button", name="清空").click()
    expect(page.locator(".lb-spread")).to_have_count(0)
    expect(page.locator("lb-team input[type=file]")).to_be_focused()
    page.reload()
    expect(page.locator(".lb-spread")).to_have_count(0)


def test_paper_and_spreadsheet(page: Page, served: str, built: Path) -> None:
    data = data_of(built, TELECOM)
    page.goto(served + TEAM)
    choose(page, *people(data, 5))
    with page.expect_download() as download:
        page.get_by_role("button", name="存为 CSV").click()
    text = Path(str(download.value.path())).read_text(encoding="utf-8-sig")
    assert len(text.strip().splitlines()) == 1 + len(data["items"])
    flat = printed(page)
    assert "达标" in flat
    assert "file-0" not in flat


def test_hostile_texts_stay_texts(page: Page, served: str, built: Path) -> None:
    data = data_of(built, TELECOM)
    bad = answer(data["items"][0], points="5") | {"evidence": "<img src=x onerror=alert(1)>"}
    docs = [one | {"title": "<b>x</b>", "target": "<i>"} for one in people(data, 2)]
    page.goto(served + TEAM)
    choose(page, *docs, document(data, 9, answers={"__proto__": bad, "TAM-ACH": bad}))
    assert page.locator("lb-team .lb-team__box :is(img, b b, i i)").count() == 0


@pytest.mark.parametrize("width", WIDTHS)
def test_the_overview_is_accessible(page: Page, served: str, built: Path, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(served + TEAM)
    choose(page, *people(data_of(built, TELECOM), 6), "broken")
    fits(page)
