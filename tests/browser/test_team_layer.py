"""The gaps of a team on the matrix: from files that a manager opens there, and nothing of them kept."""

import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.assessed import LEVELS, TELECOM, TENCENT, Doc, answer, as_file, data_of, document, rated
from tests.browser.conftest import WIDTHS, fits
from tests.browser.lasting import Lasting
from tests.browser.paper import printed
from tests.reference.contract import scored_checklist
from tests.reference.team import team

MATRIX = "sequences/telecom-account-manager/matrix/index.html"
POSITIONS = "sequences/sales-positions/matrix/index.html"
COLUMN = "intermediate"
"""The level of the checklist TELECOM."""


def people(data: dict[str, Any], count: int, first: int = 1) -> list[Doc]:
    """So many filled-in checklists."""
    return [document(data, n, name=f"员工{n}号", answers=rated(data, n)) for n in range(first, first + count)]


def unfold(page: Page, address: str) -> None:
    """Open the matrix, and the panel on it."""
    page.goto(address)
    page.get_by_role("button", name="团队差距").click()
    expect(page.locator(".lb-gapbox input")).to_be_focused()


def choose(page: Page, *docs: Doc | str) -> None:
    """Choose several files together."""
    page.locator(".lb-gapbox input").set_input_files([as_file(one, f"file-{n}.json") for n, one in enumerate(docs)])
    expect(page.locator(".lb-gapbox [role=status]")).to_contain_text("读了")


def marks(page: Page) -> Locator:
    """What is marked in the cells."""
    return page.locator(".lb-matrix .lb-gap")


def mark_of(page: Page, code: str, column: str = COLUMN) -> Locator:
    """The mark of a competency at a level, or in the one cell of all levels."""
    return page.locator(f'tr[data-code="{code}"]').locator(f"td[data-col={column}], td[data-span]").locator(".lb-gap")


def test_cells_say_what_the_overview_of_the_team_says(page: Page, served: str, built: Path) -> None:
    data = data_of(built, TELECOM)
    docs = people(data, 6)
    del docs[0]["answers"]["TAM-ACH"], docs[1]["answers"]["TAM-ACH"], docs[2]["answers"]["TAM-COM"]
    docs[2]["agreed"] = {"TAM-RES": "2"}
    unfold(page, served + MATRIX)
    choose(page, *docs)
    items = team(scored_checklist(data), docs, 5).items
    assert len(items) == len(data["items"])
    for item in items:
        mark = mark_of(page, item.code)
        if item.scored is None or item.reached is None:
            expect(mark).to_contain_text("人数不足")
            expect(mark.locator("i")).to_have_count(0)
        else:
            expect(mark).to_contain_text(f"{item.scored - item.reached}/{item.scored} 人未达标")
            share = mark.locator("i").evaluate("one => Number(one.style.getPropertyValue('--h'))")
            assert share == pytest.approx((item.scored - item.reached) / item.scored, abs=1e-4)
    expect(mark_of(page, "TAM-ACH")).to_have_text("人数不足")
    expect(mark_of(page, "TAM-COM")).to_contain_text("6 人中 5 人有分")
    expect(marks(page)).to_have_count(len(items))
    expect(page.locator(".lb-gapteams")).to_contain_text("中级（客户经理3级）：6 人")


def test_an_exam_says_whose_figures_stand_in_the_cell_of_all_levels(page: Page, served: str, built: Path) -> None:
    data = data_of(built, TELECOM)
    exam = next(item["code"] for item in data["items"] if item["kind"] == "exam")
    unfold(page, served + MATRIX)
    choose(page, *people(data, 5))
    expect(mark_of(page, exam).locator("b")).to_have_text("中级（客户经理3级）")


def test_four_files_are_too_few_and_a_fifth_makes_them_enough(page: Page, served: str, built: Path) -> None:
    docs = people(data_of(built, TELECOM), 5)
    unfold(page, served + MATRIX)
    choose(page, *docs[:4])
    expect(page.locator(".lb-gapteams")).to_contain_text("目前有 4 份可用的自评，至少 5 份才显示")
    expect(marks(page)).to_have_count(0)
    expect(page.locator(".lb-gapkey")).to_have_count(0)
    choose(page, docs[4])
    expect(marks(page).first).to_be_visible()
    expect(page.locator(".lb-gapkey")).to_be_visible()


def test_what_does_not_count_says_why(page: Page, served: str, built: Path) -> None:
    data, other = data_of(built, TELECOM), data_of(built, TENCENT)
    elsewhere = document(data, 22, answers=rated(data, 1)) | {"handbook": "别家的手册"}
    unfold(page, served + MATRIX)
    choose(
        page,
        *people(data, 5),
        document(other, 20, answers=rated(other, 1)),
        document(data, 2, answers=rated(data, 3)),
        document(data, 21),
        elsewhere,
        '{"levelbook": "assessment", "format": 1, "answ',
    )
    said = page.locator(".lb-gapout li").all_inner_texts()
    assert len(said) == 5
    for text, part in zip(
        said, ("不是本序列的清单", "同一份自评", "没有一项有分", "别家的手册", "不完整"), strict=True
    ):
        assert part in text
    expect(page.locator(".lb-gapbox [role=status]")).to_contain_text("读了 10 个文件，可用的自评 5 份")


def test_nothing_is_kept_and_nobody_is_named(page: Page, served: str, built: Path) -> None:
    unfold(page, served + MATRIX)
    address = page.url
    choose(page, *people(data_of(built, TELECOM), 5))
    expect(marks(page).first).to_be_visible()
    assert "员工1号" not in page.locator("lb-matrix").inner_text()
    kept = "[...Object.keys(localStorage), ...Object.keys(sessionStorage)].filter((key) => /levelbook/.test(key))"
    assert page.evaluate(kept) == ["levelbook.asked"]  # by the tab of tests
    assert (page.url, page.evaluate("history.state")) == (address, None)
    page.reload()
    expect(page.get_by_role("button", name="团队差距")).to_be_visible()
    expect(marks(page)).to_have_count(0)


def test_closing_takes_all_away(page: Page, served: str, built: Path) -> None:
    docs = people(data_of(built, TELECOM), 5)
    unfold(page, served + MATRIX)
    choose(page, *docs)
    expect(marks(page).first).to_be_visible()
    button = page.get_by_role("button", name="团队差距")
    expect(button).to_have_attribute("aria-expanded", "true")
    page.get_by_role("button", name="收起", exact=True).click()
    expect(page.locator(".lb-gapbox, .lb-matrix .lb-gap")).to_have_count(0)
    expect(button).to_be_focused()
    expect(button).to_have_attribute("aria-expanded", "false")
    button.click()
    choose(page, docs[0])
    expect(page.locator(".lb-gapteams")).to_contain_text("目前有 1 份")


def test_files_are_dropped_on_the_page(page: Page, served: str, built: Path) -> None:
    texts = [json.dumps(one, ensure_ascii=False) for one in people(data_of(built, TELECOM), 5)]
    page.goto(served + MATRIX)
    page.evaluate(
        """(texts) => {
            const data = new DataTransfer();
            texts.forEach((text, n) => data.items.add(new File([text], `dropped-${n}.json`)));
            const drop = new DragEvent('drop', {dataTransfer: data, bubbles: true, cancelable: true});
            document.querySelector('.lb-matrix').dispatchEvent(drop);
        }""",
        texts,
    )
    expect(marks(page).first).to_be_visible()
    expect(page.locator(".lb-gapbox [role=status]")).to_contain_text("读了 5 个文件")


def test_positions_mark_the_level_they_ask(page: Page, served: str, built: Path) -> None:
    pages = sorted(built.glob("sequences/sales-positions/check/*/index.html"))
    found = [data_of(built, page.relative_to(built).as_posix()) for page in pages]
    data = next(one for one in found if one["kind"] == "position" and any(i["kind"] == "rating" for i in one["items"]))
    unfold(page, served + POSITIONS)
    choose(page, *people(data, 5))
    expect(marks(page).first).to_be_visible()
    names = set(marks(page).locator("b").all_inner_texts())
    assert names == {data["step"]}
    assert marks(page).count() == sum(item["kind"] != "none" for item in data["items"])


def test_hostile_files_stay_texts(page: Page, served: str, built: Path) -> None:
    data = data_of(built, TELECOM)
    bad = answer(data["items"][0], points="5") | {"evidence": "<img src=x onerror=alert(1)>"}
    docs = [one | {"title": "<b>x</b>", "target": "<i>"} for one in people(data, 2)]
    unfold(page, served + MATRIX)
    choose(page, *docs, document(data, 9, answers={"__proto__": bad, "TAM-ACH": bad}), "[" * 5000, "\x00")
    expect(page.locator(".lb-gapout li").first).to_contain_text("<b>x</b>")
    assert page.locator(".lb-gapbox :is(img, b b, i i)").count() == 0


def test_it_leads_to_the_page_of_the_team_and_back(page: Page, served: str, built: Path) -> None:
    unfold(page, served + MATRIX)
    page.locator(".lb-gapbox").get_by_role("link", name="团队概览").click()
    page.locator("lb-team input[type=file]").set_input_files(
        [as_file(one, f"{n}.json") for n, one in enumerate(people(data_of(built, TELECOM), 5))]
    )
    page.get_by_role("link", name="在能力矩阵上逐格查看差距").click()
    expect(page.locator(".lb-gapbox input")).to_be_focused()


def test_it_opens_from_disk(page: Page, opened: str, built: Path) -> None:
    unfold(page, opened + MATRIX)
    choose(page, *people(data_of(built, TELECOM), 5))
    expect(marks(page).first).to_be_visible()


def test_what_does_not_load_is_said_and_tried_again(desk: Lasting, page: Page, served: str) -> None:
    page.goto(served + MATRIX)
    page.route("**/team_layer.js*", lambda route: route.fulfill(status=404, body=""))
    page.get_by_role("button", name="团队差距").click()
    expect(page.locator(".lb-toast")).to_have_text("没有加载成功，请再点一次。")
    page.unroute_all()
    page.get_by_role("button", name="团队差距").click()
    expect(page.locator(".lb-gapbox")).to_be_visible()
    desk.forgive()  # the script that was not found


def test_matrices_load_it_only_when_asked(page: Page, served: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(served + MATRIX)
    expect(page.get_by_role("button", name="团队差距")).to_be_visible()
    assert [url for url in asked if "team" in url] == []


def test_paper_has_the_marks_and_what_they_mean(page: Page, served: str, built: Path) -> None:
    unfold(page, served + MATRIX)
    choose(page, *people(data_of(built, TELECOM), 5), "broken")
    expect(marks(page).first).to_be_visible()
    flat = printed(page)
    for part in ("/5人未达标", "中级（客户经理3级）：5人", "填满的部分是未达标的人", "读了6个文件"):
        assert part in flat
    for part in ("file-0", "把文件拖到", "未计入的文件"):
        assert part not in flat


@pytest.mark.parametrize("width", WIDTHS)
def test_it_is_accessible(page: Page, served: str, built: Path, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    unfold(page, served + MATRIX)
    fits(page, ["light"])
    docs = people(data_of(built, TELECOM), 6)
    del docs[0]["answers"]["TAM-ACH"], docs[1]["answers"]["TAM-ACH"]
    choose(page, *docs, "broken")
    expect(marks(page).first).to_be_visible()
    fits(page)


def test_in_english(page: Page, served: str, english: Path) -> None:
    page.goto(f"{served}en/{MATRIX}")
    page.get_by_role("button", name="Team gaps").click()
    page.locator(".lb-gapbox input").set_input_files(
        [as_file(one, f"{n}.json") for n, one in enumerate(people(data_of(english, TELECOM), 5))]
    )
    expect(marks(page).first).to_contain_text("of 5 below")
    fits(page, ["light"])


def test_a_position_checklist_of_levels_has_its_matrix(built: Path) -> None:
    data = json.loads(
        (built / "check/team/index.html")
        .read_text(encoding="utf-8")
        .split('id="lb-team-data">')[1]
        .split("</script>")[0]
    )
    assert (
        data["targets"][data_of(built, LEVELS)["target"]]["matrix"]
        == "../../sequences/sales-positions/matrix/index.html"
    )
