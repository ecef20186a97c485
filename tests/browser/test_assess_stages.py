"""How far an assessment has come: whose turn it is, what handing over closes, and what each side sees of the other."""

import json
import re
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, expect

from tests.browser.assessed import TELECOM, Doc, as_file, data_of, document, keep, rated, sit, whose
from tests.browser.conftest import SCHEMES, axe, fits
from tests.browser.lasting import go_where_it_keeps
from tests.browser.paper import printed
from tests.browser.test_assess import rate, settings, start, stored

HANDED = {"n": 1, "at": "2026-11-21T06:00:00.000Z"}
UNRATED = 14
"""Items that a manager rates; marks of exams that the employee entered count for both."""
ENABLED = ".lb-check__items :is(input, textarea):enabled"


def staged(data: dict[str, Any], number: int = 1, **more: Any) -> Doc:
    """A document of the present format, with the employee's ratings."""
    return document(data, number, format=2, answers=rated(data, 1), **more)


def start_with(page: Page, site: str, doc: Doc, seat: str = "employee") -> None:
    """Open the checklist with a document that was kept before."""
    go_where_it_keeps(page, site)
    keep(page, doc, seat)
    start(page, f"{site}{TELECOM}#open={doc['id']}")


def act(page: Page, name: str) -> None:
    """Press what leads to another stage."""
    page.locator(f"[data-act={name}]").click()


def agree(page: Page) -> None:
    """Say yes in a dialog."""
    page.get_by_role("dialog").locator("button[value=yes]").click()


def is_at(page: Page, stage: str, turn: str) -> None:
    """Hold which stage is now, and what stands below it."""
    now = page.locator(".lb-stages .is-now")
    expect(now.locator("b")).to_have_text(stage)
    expect(now.locator("small")).to_have_text(turn)


def ratings_of(page: Page, whom: str) -> Any:
    """Where one chooses whose ratings are shown: employee or manager."""
    return settings(page).locator(f"input[name=set-who][value={whom}]")


def test_handing_over_closes_the_ratings_until_they_are_taken_back(page: Page, served: str, built: Path) -> None:
    start_with(page, served, staged(data_of(built, TELECOM)))
    is_at(page, "自评", "轮到你")
    act(page, "hand-over")
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("交出去：18 项评分、0 件事例、0 个重点。")
    assert axe(page) == []
    dialog.get_by_label("你的称呼").fill("甲")
    dialog.get_by_label("这一期").fill("2026年下半年")
    with page.expect_download() as download:
        agree(page)
    file = json.loads(Path(str(download.value.path())).read_text(encoding="utf-8"))
    assert [file["person"], file["period"], file["named"], file["handed"]["n"]] == ["甲", "2026年下半年", False, 1]
    is_at(page, "主管", "轮到主管")
    expect(page.locator(".lb-owner")).to_contain_text("甲")
    expect(page.locator(ENABLED)).to_have_count(0)
    page.reload()
    is_at(page, "主管", "轮到主管")
    act(page, "take-back")
    is_at(page, "自评", "轮到你")
    rate(page, "TAM-ACH", 2)
    act(page, "hand-over")
    expect(dialog.get_by_label("你的称呼")).to_have_count(0)
    with page.expect_download():
        agree(page)
    is_at(page, "主管", "轮到主管")
    (after,) = stored(page)
    assert after["handed"]["n"] == 2
    page.get_by_role("button", name="撤销").click()
    is_at(page, "自评", "轮到你")
    (after,) = stored(page)
    assert after["handed"] == {"n": 1, "at": None, "first": after["handed"]["first"]}


def test_the_file_is_called_after_the_person_where_that_is_wished(page: Page, served: str, built: Path) -> None:
    start_with(page, served, staged(data_of(built, TELECOM), name="下半年"))
    names = []
    for wished in (False, True):
        act(page, "hand-over")
        dialog = page.get_by_role("dialog")
        expect(dialog.get_by_label("这一期")).to_have_value("下半年")
        if not wished:
            dialog.get_by_label("你的称呼").fill("甲")
        dialog.get_by_label("文件名里带上称呼").set_checked(wished)
        with page.expect_download() as download:
            agree(page)
        names.append(re.sub(r"\d{8}", "今天", download.value.suggested_filename))
        act(page, "take-back")
    assert names == [
        "评估-中级-客户经理3级-0000-1自评-今天.json",
        "评估-甲-中级-客户经理3级-0000-1自评-今天.json",
    ]


def test_what_is_left_is_counted_of_the_own_ratings_whoevers_are_shown(page: Page, served: str, built: Path) -> None:
    start_with(page, served, staged(data_of(built, TELECOM), handed=HANDED), "manager")
    act(page, "look")
    agree(page)
    ratings_of(page, "employee").check(force=True)
    act(page, "rated")
    expect(page.get_by_role("dialog")).to_contain_text(f"还有 {UNRATED} 项没有评。")


def test_a_signed_file_goes_back_as_it_was_signed(page: Page, served: str, built: Path) -> None:
    data = data_of(built, TELECOM)
    manager = {"name": "", "answers": rated(data, 2), "given": HANDED["at"], "independent": True}
    doc = staged(data, handed=HANDED, manager=manager, finished=HANDED["at"], agreement={"done": HANDED["at"]})
    start_with(page, served, doc, "manager")
    (before,) = stored(page)
    with page.expect_download() as download:
        act(page, "hand-back")
    file = json.loads(Path(str(download.value.path())).read_text(encoding="utf-8"))
    assert file["manager"]["handed"] == {"n": 0, "at": None} and file["finished"] == HANDED["at"]
    expect(page.locator(".lb-alarm")).to_be_empty()
    assert stored(page) == [before]


def test_a_manager_sees_nothing_of_the_other_ratings_before_all_is_rated(page: Page, served: str, built: Path) -> None:
    doc = staged(data_of(built, TELECOM), handed=HANDED)
    start_with(page, served, doc, "manager")
    is_at(page, "主管", "轮到你")
    expect(ratings_of(page, "employee")).to_be_disabled()
    rate(page, "TAM-ACH", 2)
    act(page, "rated")
    expect(page.get_by_role("dialog")).to_contain_text(f"还有 {UNRATED - 1} 项没有评。")
    agree(page)
    is_at(page, "商定", "两人一起")
    (after,) = stored(page)
    assert after["manager"]["independent"] is True and after["manager"]["given"]
    page.locator("nav a[data-view=check]").click()
    expect(ratings_of(page, "employee")).to_be_enabled()
    with page.expect_download() as download:
        act(page, "hand-back")
    file = json.loads(Path(str(download.value.path())).read_text(encoding="utf-8"))
    assert file["manager"]["handed"]["n"] == 1
    own = doc["answers"]
    assert {code: one["points"] for code, one in file["answers"].items()} == {code: own[code]["points"] for code in own}


def test_who_looks_before_rating_is_said_to_have_looked(page: Page, served: str, built: Path) -> None:
    start_with(page, served, staged(data_of(built, TELECOM), handed=HANDED), "manager")
    act(page, "look")
    agree(page)
    expect(ratings_of(page, "employee")).to_be_enabled()
    act(page, "rated")
    agree(page)
    is_at(page, "商定", "两人一起")
    (after,) = stored(page)
    assert after["manager"]["independent"] is False


def test_an_employee_sees_the_managers_ratings_once_they_are_given(page: Page, served: str, built: Path) -> None:
    data = data_of(built, TELECOM)
    manager = {"name": "", "answers": rated(data, 2)}
    start_with(page, served, staged(data, handed=HANDED, manager=manager))
    expect(ratings_of(page, "manager")).to_be_disabled()
    start_with(page, served, staged(data, 2, handed=HANDED, manager={**manager, "given": HANDED["at"]}))
    expect(ratings_of(page, "manager")).to_be_enabled()


def test_together_both_ratings_are_closed_in_this_tab_alone(page: Page, served: str, built: Path) -> None:
    data = data_of(built, TELECOM)
    manager = {"name": "", "answers": rated(data, 2), "given": HANDED["at"], "independent": True}
    start_with(page, served, staged(data, handed=HANDED, manager=manager), "manager")
    act(page, "together")
    expect(page.locator(".lb-seat")).to_have_text("两人一起看")
    expect(page.locator(ENABLED)).to_have_count(0)
    page.evaluate(
        "document.querySelector('lb-assess').update((doc) => { doc.agreed['TAM-ACH'] = '3'; doc.answers = {}; })"
    )
    (after,) = stored(page)
    assert after["agreed"] == {"TAM-ACH": "3"} and len(after["answers"]) == 18
    page.reload()
    expect(page.locator(".lb-seat")).to_have_text("两人一起看")
    act(page, "out")
    expect(page.locator(".lb-seat")).to_have_text("你是主管")
    page.evaluate("document.querySelector('lb-assess').update((doc) => { doc.agreed = {}; })")
    (after,) = stored(page)
    assert after["agreed"] == {"TAM-ACH": "3"}


def test_without_a_manager_two_stages_are_left_out(page: Page, served: str, built: Path) -> None:
    start_with(page, served, staged(data_of(built, TELECOM)))
    act(page, "alone")
    is_at(page, "计划", "轮到你")
    expect(page.locator(".lb-stages .is-off small")).to_have_text(["跳过", "跳过"])
    act(page, "alone-not")
    is_at(page, "自评", "轮到你")


def test_at_one_computer_the_manager_sits_down_after_handing_over(page: Page, served: str, built: Path) -> None:
    doc = staged(data_of(built, TELECOM))
    start_with(page, served, doc)
    act(page, "hand-over")
    with page.expect_download():
        agree(page)
    sit(page, "主管")
    is_at(page, "主管", "轮到你")
    expect(page.locator("input[name='r-TAM-ACH']:checked")).to_have_count(0)
    rate(page, "TAM-ACH", 1)
    page.reload()
    expect(page.locator(".lb-seat")).to_have_text("你是主管")
    (after,) = stored(page)
    assert after["answers"]["TAM-ACH"]["points"] == doc["answers"]["TAM-ACH"]["points"]


def test_a_file_that_was_handed_over_is_covered_for_who_rates(page: Page, served: str, built: Path) -> None:
    start(page, served + TELECOM)
    file = as_file(staged(data_of(built, TELECOM), handed=HANDED, person="甲"))
    page.locator("input[data-open]").set_input_files(file)
    whose(page, "我来评这位员工")
    is_at(page, "主管", "轮到你")
    expect(page.locator(".lb-owner")).to_contain_text("甲")
    expect(page.locator("input[name='r-TAM-ACH']:checked")).to_have_count(0)


def test_the_stages_are_accessible_wide_and_narrow_light_and_dark(page: Page, served: str, built: Path) -> None:
    start_with(page, served, staged(data_of(built, TELECOM), handed=HANDED, person="甲", period="2026年下半年"))
    for width in (1280, 390):
        page.set_viewport_size({"width": width, "height": 900})
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)
            assert axe(page) == []
            assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0


def test_an_older_release_stays_until_the_employee_moves_on(page: Page, served: str, built: Path) -> None:
    data = data_of(built, TELECOM)
    doc = staged(data, handed=HANDED, release="0.0.1")
    code, item = next((item["code"], item) for item in data["items"] if item["kind"] == "rating")
    doc["answers"][code] |= {"hash": "0" * 16, "text": "从前的要求。"}
    start_with(page, served, doc)
    dialog = page.get_by_role("dialog", name=f"换到 {data['release']} 版？")
    act(page, "move-on")
    expect(dialog).to_contain_text(item["name"])
    expect(dialog).to_contain_text("从前的要求。")
    fits(page)
    dialog.get_by_role("button", name="仍按 0.0.1 版").click()
    (kept,) = stored(page)
    assert (kept["release"], kept["handed"]) == ("0.0.1", HANDED)
    act(page, "move-on")
    dialog.get_by_role("button", name=f"换到 {data['release']} 版").click()
    expect(page.locator(".lb-undo")).to_contain_text("自评收回来了")
    (moved,) = stored(page)
    assert (moved["release"], moved["handed"]["at"]) == (data["release"], None)
    expect(page.locator(f"[data-item='{code}'] .lb-item__review")).to_contain_text("请复核")
    page.get_by_role("button", name="撤销").click()
    expect(page.locator("[data-act=move-on]")).to_be_visible()
    (back,) = stored(page)
    assert (back["release"], back["handed"], back["answers"]) == ("0.0.1", HANDED, doc["answers"])


def test_beside_each_figure_stands_what_a_newer_release_has_done_to_it(page: Page, served: str, built: Path) -> None:
    data = data_of(built, TELECOM)
    result = {"mean": "4.41", "release": "0.0.1", "agreed": False, "counted": 9, "items": 9}
    doc = staged(data, handed=HANDED, release="0.0.1", result=result)
    ratings = [item for item in data["items"] if item["kind"] == "rating"]
    out, reworded = ratings[:2]
    doc["answers"] = {item["code"]: doc["answers"][item["code"]] for item in ratings}
    doc["answers"][out["code"]] |= {"basis": "0" * 16}
    doc["answers"][reworded["code"]] |= {"hash": "0" * 16, "text": "从前的要求。"}
    gone = {**doc["answers"][out["code"]], "name": "停用的能力", "points": "3", "at": HANDED["at"]}
    doc["answers"]["TAM-GONE"] = gone
    start_with(page, served, doc)
    page.evaluate("location.hash = '#result'")
    result_view = page.locator("lb-result")
    mean = result_view.locator(".lb-sumline dd").first
    for text in ("0.0.1 版时是 4.41", "不再要求，没有计入：停用的能力。"):
        expect(mean).to_contain_text(text)
    named = f"待复核，没有计入：{out['name']}。"
    for place in (".lb-result__radar", ".lb-result__gaps"):
        expect(result_view.locator(place)).to_contain_text(named)
        expect(result_view.locator(place)).to_contain_text("没有计入：停用的能力。")
    paper = printed(page)
    for text in ("0.0.1版时是4.41", named.replace(" ", "")):
        assert text in paper, text
    for width in (1280, 390):
        page.set_viewport_size({"width": width, "height": 900})
        fits(page)
        assert axe(page) == []
    now = result_view.locator(".lb-sumline b").first.inner_text()
    page.evaluate("location.hash = '#check'")
    act(page, "move-on")
    expect(page.get_by_role("dialog")).to_contain_text(f"平均分：4.41 → {now}。")
    (kept,) = stored(page)
    assert kept["result"] == result


def test_the_manager_reads_what_a_new_release_changed_and_moves_nothing(page: Page, served: str, built: Path) -> None:
    start_with(page, served, staged(data_of(built, TELECOM), handed=HANDED, release="0.0.1"), "manager")
    act(page, "move-on")
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("由员工本人收回自评")
    expect(dialog.get_by_role("button")).to_have_text(["仍按 0.0.1 版"])
