"""Indicators with items in a browser: a list wherever they stand, rated one by one, and asked again after a release."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.assessed import answer, data_of, document, keep
from tests.browser.conftest import faultless, serving
from tests.browser.lasting import Lasting
from tests.browser.test_assess import answers, item, saved, settings, start
from tests.site_build import build

BASE = Path(__file__).parents[1] / "golden" / "base"
CONFIG = "site_name: 手册\ntheme: {name: material}\nuse_directory_urls: false\nplugins: [levelbook]\n"
LISTENING = "sequences/key-account/competencies/listening.yml"
CHECK = "sequences/key-account/check/junior/index.html"
LISTED = """      - id: KEY-LIS-02
        text: 记下要点
        items:
          - {id: a, text: 记下数字和日期。}
          - {id: b, text: 记下谁答应了什么。}
          - {id: c, text: 另抄一份。, retired: {why: 系统会存。}}
"""
EDITS = {
    LISTENING: ("      - id: KEY-LIS-02\n        text: 记下要点。\n", LISTED),
    "handbook.yml": ("scale: score,", "scale: score, parts: score,"),
}


@pytest.fixture(scope="module")
def listed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the small handbook, one of its indicators told apart in items."""
    folder = tmp_path_factory.mktemp("items")
    for source in BASE.rglob("*.yml"):
        path = source.relative_to(BASE).as_posix()
        old, new = EDITS.get(path, ("", ""))
        text = source.read_text(encoding="utf-8")
        assert old in text
        file = folder / "rubric_data" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text.replace(old, new, 1) if old else text, encoding="utf-8")
    (folder / "docs").mkdir()
    (folder / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
    run = build(folder / "site", config=folder / "mkdocs.yml")
    assert run.returncode == 0, run.stderr
    return folder / "site"


@pytest.fixture(scope="module")
def online(listed: Path) -> Iterator[str]:
    """Its address on a server of this machine."""
    with serving(listed) as address:
        yield address


def choose(page: Page, code: str, points: int) -> None:
    """Choose on the ruler of an indicator or item."""
    page.locator(f"input[name='p-{code}'][value='{points}']").check(force=True)


def test_each_item_is_rated_by_itself_and_all_of_them_are_one_indicator(page: Page, listed: Path) -> None:
    start(page, listed.as_uri() + "/" + CHECK)
    settings(page).get_by_label("逐条评").check()
    box = item(page, "KEY-LIS")
    parts = box.locator("[data-part]").evaluate_all("parts => parts.map(part => part.dataset.part)")
    assert parts == ["KEY-LIS-01", "KEY-LIS-02-a", "KEY-LIS-02-b"]
    expect(box.locator(".lb-item__led")).to_have_text("记下要点")
    choose(page, "KEY-LIS-01", 2)
    choose(page, "KEY-LIS-02-a", 0)
    expect(box.locator(".lb-item__mean")).to_have_text("3 条评了 2 条，全部评完后得出本项得分")
    choose(page, "KEY-LIS-02-b", 1)
    # the mean of 2 and of the mean of 0 and 1
    expect(box.locator(".lb-item__mean")).to_contain_text("1.25")
    saved(page, "KEY-LIS-02-b")
    found = answers(page)
    assert {code: found[code]["points"] for code in parts} == {parts[0]: "2", parts[1]: "0", parts[2]: "1"}
    assert found["KEY-LIS-02-a"]["text"] == "记下数字和日期。"


def before(data: dict[str, Any]) -> dict[str, Any]:
    """A document of a release in which the indicator was one sentence."""
    (listening,) = [one for one in data["items"] if one["code"] == "KEY-LIS"]
    first = listening["parts"][0]
    whole = {"code": "KEY-LIS-02", "text": "记下要点。", "hash": "0" * 16, "name": ""}
    old = {"KEY-LIS-01": answer({**first, "name": ""}, points="1"), "KEY-LIS-02": answer(whole, points="2")}
    return document(data, mode="full", release="0.0.1", answers=old)


def test_a_release_that_gives_items_asks_again_and_loses_no_rating(page: Page, listed: Path) -> None:
    address = listed.as_uri() + "/" + CHECK
    start(page, address)
    keep(page, before(data_of(listed, CHECK)))
    start(page, address)
    box = item(page, "KEY-LIS")
    expect(box.locator(".lb-item__review")).to_contain_text("请复核")
    box.get_by_role("button", name="查看改动").click()
    expect(box.locator(".lb-again").first).to_contain_text("记下要点。")
    for code in ("KEY-LIS-02-a", "KEY-LIS-02-b"):
        expect(page.locator(f"input[name='p-{code}']:checked")).to_have_count(0)
    box.get_by_role("button", name="沿用原来的评分").click()
    for code in ("KEY-LIS-02-a", "KEY-LIS-02-b"):
        expect(page.locator(f"input[name='p-{code}'][value='2']")).to_be_checked()
    saved(page, "KEY-LIS-02-a")


def test_an_item_has_an_address_that_leads_to_it(page: Page, listed: Path) -> None:
    for letter in "abc":
        page.goto(f"{listed.as_uri()}/id/KEY-LIS-02-{letter}/index.html")
        page.wait_for_url(f"**/id/KEY-LIS-02/index.html#KEY-LIS-02-{letter}")
        expect(page.locator(f"#KEY-LIS-02-{letter}")).to_be_visible()
    expect(page.locator("#KEY-LIS-02-c del")).to_have_text("另抄一份。")


@pytest.mark.parametrize(
    "address",
    [
        "sequences/key-account/level/junior/index.html",
        "sequences/key-account/competency/listening/index.html",
        "sequences/key-account/compare/junior/senior/index.html",
        "id/KEY-LIS-02/index.html",
        CHECK,
    ],
)
def test_lists_of_items_are_accessible_and_fit(desk: Lasting, online: str, address: str) -> None:
    faultless(desk, online + address)
