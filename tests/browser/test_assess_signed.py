"""Signing, and what was signed: shown from its own data for ever, on any release, with nothing left of the handbook."""

import json
import re
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.assessed import (
    TENCENT,
    Doc,
    agree,
    as_file,
    data_of,
    document,
    keep,
    open_result,
    rated,
    sign,
    whose,
)
from tests.browser.conftest import fits
from tests.browser.paper import printed, sheets
from tests.browser.test_assess_result import serve, stored

SENIOR = "sequences/telecom-account-manager/check/senior/index.html"
SIGNED: Doc = json.loads((Path(__file__).parent / "signed" / "snapshot-1.json").read_text(encoding="utf-8"))
"""As the first version with signing wrote it: every later version has to show its snapshot, and may not change it."""
CODE = " ".join(re.findall("....", SIGNED["signed"][0]["hash"][:12]))
AT = "2026-11-24T08:00:00.000Z"
MARKS = (
    "3.63",
    "自评 3.56",
    "主管 5.31",
    "执行能力",
    "重点",
    "商定平均",
    "本人（甲）、主管（乙）在屏幕上签定",
    "按 0.3.0 版",
)
"""What its picture says, whatever the handbook says today."""


def two(data: dict[str, Any]) -> Doc:
    """Rated by both, with nothing agreed on yet."""
    manager = {
        "name": "乙",
        "answers": rated(data, 2),
        "given": AT,
        "independent": True,
        "handed": {"n": 0, "at": None},
    }
    return document(data, answers=rated(data, 1), format=2, person="甲", manager=manager, handed={"n": 1, "at": AT})


def body_of(page: Page, at: int = -1) -> dict[str, Any]:
    """What was signed."""
    signed = stored(page)["signed"][at]
    assert sha256(signed["body"].encode()).hexdigest() == signed["hash"]
    body: dict[str, Any] = json.loads(signed["body"])
    assert json.dumps(body, ensure_ascii=False, sort_keys=True, separators=(",", ":")) == signed["body"]
    return body


def test_both_sign_on_one_screen_and_take_it_back(page: Page, served: str, built: Path) -> None:
    data = data_of(built, TENCENT)
    open_result(page, served + TENCENT, two(data))
    expect(page.locator("#sign")).to_contain_text("与主管商定以后才能签定")
    agree(page)
    before = stored(page)
    page.locator("[data-act=sign]").click()
    dialog = page.get_by_role("dialog", name="签定这次评估")
    button = dialog.get_by_role("button", name="签定", exact=True)
    expect(button).to_be_disabled()
    expect(dialog.locator("input[name=sign-manager]")).to_have_count(0)
    expect(dialog).to_contain_text("签名不能代签")
    dialog.locator("[data-act=both-here]").click()
    dialog.locator("input[name=sign-employee]").check()
    expect(button).to_be_disabled()
    page.keyboard.press("Escape")
    assert stored(page)["signed"] == []
    sign(page, "employee", "manager")
    body = body_of(page)
    assert [(one["role"], one["how"], one["name"]) for one in body["by"]] == [
        ("employee", "screen", "甲"),
        ("manager", "screen", "乙"),
    ]
    assert [one["code"] for one in body["items"]] == [item["code"] for item in data["items"]]
    assert {one["text"] for item in body["items"] for one in item["sentences"]} >= {
        part["text"] for item in data["items"] for part in item["parts"]
    }
    page.get_by_role("button", name="撤销").click()
    expect(page.locator("[data-act=sign]")).to_be_visible()
    after = stored(page)
    same = ("answers", "manager", "agreed", "agreement", "plan", "finished", "signed")
    assert {key: after[key] for key in same} == {key: before[key] for key in same}


def test_a_print_or_a_file_ends_the_taking_back(page: Page, served: str, built: Path) -> None:
    page.add_init_script("window.print = () => { dispatchEvent(new Event('beforeprint')); }")
    data = data_of(built, TENCENT)
    open_result(page, served + TENCENT, document(data, answers=rated(data, 1)))
    sign(page)
    expect(page.get_by_role("button", name="撤销")).to_be_visible()
    page.get_by_role("button", name="打印签定的").click()
    expect(page.get_by_role("button", name="撤销")).to_have_count(0)
    assert len(stored(page)["signed"]) == 1


def test_on_paper_the_code_is_the_same_before_and_after(page: Page, served: str, built: Path) -> None:
    page.add_init_script("window.print = () => {}")
    data = data_of(built, TENCENT)
    open_result(page, served + TENCENT, two(data))
    agree(page)
    page.locator("[data-act=sign]").click()
    dialog = page.get_by_role("dialog")
    said = dialog.get_by_text("纸上的校验码应是").inner_text()
    dialog.get_by_role("button", name="打印，拿去签名").click()
    paper = printed(page)
    dialog.locator("input[name=sign-paper]").check()
    dialog.get_by_role("button", name="签定", exact=True).click()
    expect(page.locator(".lb-sealed").first).to_contain_text("在纸上签名")
    code = page.locator(".lb-sealed .lb-hash").first.inner_text()
    assert code in said
    assert re.sub(r"\s", "", f"校验码{code}") in paper
    assert "商定结果与发展计划" in paper
    assert {one["how"] for one in body_of(page)["by"]} == {"paper"}


def test_signed_again_then_looked_back_on_then_the_next_period(page: Page, served: str, built: Path) -> None:
    data = data_of(built, TENCENT)
    open_result(page, served + TENCENT, document(data, answers=rated(data, 1)))
    sign(page)
    first = body_of(page)
    page.locator("[data-act=sign-again]").click()
    dialog = page.get_by_role("dialog", name="重新签定")
    expect(dialog).to_contain_text("没有改动")
    dialog.locator("input[name=sign-employee]").check()
    dialog.get_by_role("button", name="签定", exact=True).click()
    expect(page.locator(".lb-signed__all li")).to_have_count(2)
    page.get_by_role("button", name="看这一份").click()
    expect(page.locator(".lb-result")).to_contain_text("这一份已被第 2 份代替")
    page.locator("[data-act=sign-review]").click()
    dialog = page.get_by_role("dialog", name="签定回顾")
    dialog.locator("input[name=sign-employee]").check()
    dialog.get_by_role("button", name="签定", exact=True).click()
    signed = stored(page)["signed"]
    assert [(one["n"], one["kind"]) for one in signed] == [(1, "result"), (2, "result"), (3, "review")]
    assert body_of(page)["items"] == first["items"]
    page.get_by_role("button", name="开始下一期").click()
    fresh = stored(page)
    assert (fresh["answers"], fresh["signed"], fresh["finished"]) == ({}, [], None)
    assert fresh["previous"] == {"id": f"{1:016x}", "hash": signed[-1]["hash"]}
    page.goto(served + TENCENT + "#check")
    rating = next(item for item in first["items"] if item["kind"] == "rating" and item["state"] == "scored")
    expect(page.locator(f"[data-item='{rating['code']}'] .lb-item__before")).to_contain_text(rating["said"])
    assert page.locator(".lb-check__items input[type=radio]:checked").count() == 0


def shown(page: Page, served: str) -> None:
    """Open the document that was signed long ago."""
    open_result(page, served + SENIOR)
    keep(page, SIGNED)
    page.goto("about:blank")
    page.goto(f"{served}{SENIOR}#open={SIGNED['id']}")
    page.evaluate("location.hash = '#result'")
    expect(page.locator(".lb-sealed .lb-hash").first).to_have_text(CODE)


def says_all(page: Page) -> None:
    """The picture is the one that was signed."""
    text = page.locator(".lb-result").inner_text()
    for mark in MARKS:
        assert mark in text, mark
    page.locator(".lb-signed__texts > summary").click()
    wordings = page.locator(".lb-signed__item").all_inner_texts()
    body = json.loads(SIGNED["signed"][0]["body"])
    assert len(wordings) == len(body["items"])
    for item, wording in zip(body["items"], wordings, strict=True):
        assert item["name"] in wording
        assert all(one["text"] in wording for one in item["sentences"])
    expect(page.get_by_role("alert").filter(has_text="校验码")).to_have_count(0)


def test_a_snapshot_is_shown_on_another_release(page: Page, served: str, built: Path) -> None:
    data = data_of(built, SENIOR)
    for item in data["items"]:
        item["standard"], item["name"] = "4", item["name"] + "改"
        for part in item["parts"]:
            part["text"] = "改过：" + part["text"]
    serve(page, served + SENIOR, data | {"release": "9.0.0"})
    shown(page, served)
    says_all(page)
    beside = page.locator(".lb-now")
    expect(beside).to_contain_text("标准 5 → 4")
    expect(beside).to_contain_text("名称从“执行能力”改为“执行能力改”")
    beside.get_by_text("一句改写").first.click()
    expect(beside).to_contain_text("今天：改过：")
    assert json.loads(page.evaluate(f"localStorage['levelbook.assess.{SIGNED['id']}']"))["signed"] == SIGNED["signed"]


def test_a_snapshot_is_shown_with_nothing_of_the_handbook_left(page: Page, served: str, built: Path) -> None:
    data = data_of(built, SENIOR)
    serve(
        page,
        served + SENIOR,
        data | {"items": [], "groups": [], "plan": data["plan"] | {"forms": [], "phases": []}, "scales": {}},
    )
    shown(page, served)
    page.context.set_offline(True)
    says_all(page)
    expect(page.locator(".lb-now")).to_contain_text("今天的清单上没有这一项了")
    two_sheets = sheets(page)
    code = CODE.replace(" ", "")
    assert len(two_sheets) == 2
    assert all(f"校验码{code}" in text for text in two_sheets)
    assert "员工签名甲" in two_sheets[1] and "接手跨三个部门的专线项目" in two_sheets[1]
    page.context.set_offline(False)


@pytest.mark.parametrize("how", ["changed", "unreadable"])
def test_what_is_not_what_was_signed_is_said(page: Page, served: str, how: str) -> None:
    (entry,) = SIGNED["signed"]
    body = entry["body"].replace("执行能力", "执行力") if how == "changed" else "不是 JSON"
    open_result(page, served + SENIOR, SIGNED | {"signed": [entry | {"body": body}]})
    page.evaluate(f"location.hash = '#open={SIGNED['id']}'")
    page.evaluate("location.hash = '#result'")
    said = "校验码对不上" if how == "changed" else "签定的内容读不出来"
    expect(page.locator("lb-result").get_by_role("alert")).to_contain_text(said)
    assert stored(page)["signed"][0]["body"] == body


def test_a_signed_file_from_the_other_side_closes_what_is_here(page: Page, served: str) -> None:
    open_result(page, served + SENIOR, SIGNED | {"signed": [], "finished": None})
    page.evaluate(f"location.hash = '#open={SIGNED['id']}'")
    page.evaluate("location.hash = '#result'")
    page.locator("input[data-lay]").set_input_files(as_file(SIGNED))
    page.get_by_role("dialog").get_by_role("button", name="收进来").click()
    expect(page.locator(".lb-sealed .lb-hash").first).to_have_text(CODE)
    assert stored(page)["signed"] == SIGNED["signed"]


def test_an_old_finished_one_is_named(page: Page, served: str, built: Path) -> None:
    data = data_of(built, TENCENT)
    open_result(page, served + TENCENT, document(data, answers=rated(data, 1), finished="2026-06-20T02:00:00.000Z"))
    page.evaluate(f"location.hash = '#open={1:016x}'")
    page.evaluate("location.hash = '#result'")
    expect(page.locator(".lb-result__finish")).to_contain_text("早先完成，没有签定，也没有全部原文")


def test_lists_say_that_it_is_signed(page: Page, served: str) -> None:
    open_result(page, served + SENIOR, SIGNED)
    page.goto(served + "check/index.html")
    expect(page.locator(".lb-saved__done")).to_contain_text(f"已签定，校验码 {CODE}")


def test_what_is_signed_reads_well(page: Page, served: str, built: Path) -> None:
    data = data_of(built, SENIOR)
    data["items"][0]["standard"] = "4"
    serve(page, served + SENIOR, data)
    shown(page, served)
    fits(page)
    page.set_viewport_size({"width": 390, "height": 844})
    fits(page)


def test_the_dialog_reads_well(page: Page, served: str, built: Path) -> None:
    data = data_of(built, TENCENT)
    open_result(page, served + TENCENT, two(data))
    agree(page)
    page.locator("[data-act=sign]").click()
    fits(page)


def test_a_file_of_a_signed_one_opens_in_an_empty_browser(page: Page, served: str) -> None:
    page.goto(served + SENIOR)
    page.locator("input[data-open]").set_input_files(as_file(SIGNED))
    whose(page, "我自己的")
    page.goto(served + SENIOR + f"#open={SIGNED['id']}")
    page.evaluate("location.hash = '#result'")
    expect(page.locator(".lb-sealed .lb-hash").first).to_have_text(CODE)
