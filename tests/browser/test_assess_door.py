"""The one way in which files are opened: named, chosen, said with a way back; the same on every page."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.assessed import TELECOM, Doc, as_file, data_of, document, keep, rated
from tests.browser.conftest import axe, fits, laid_out
from tests.browser.lasting import go_where_it_keeps
from tests.browser.test_assess import stored

SAVED = "check/index.html"
OTHER = "sequences/telecom-account-manager/check/advanced/index.html"
AT = "2026-11-21T08:00:00.000Z"
Opener = Callable[[Page, Any], None]


@pytest.fixture(scope="module")
def data(built: Path) -> dict[str, Any]:
    """What the page says of its checklist."""
    return data_of(built, TELECOM)


def handed(n: int, at: str | None = AT) -> Doc:
    """How often and when a layer was handed over."""
    return {"n": n, "at": at}


def of_now(data: dict[str, Any], number: int = 0x7F3A << 48, **more: Any) -> Doc:
    """A document of today's format, handed over once."""
    manager = {"name": "", "answers": {}, "given": None, "independent": None, "handed": handed(0, None)}
    base = document(data, number, **({"answers": rated(data, 1), "manager": manager, "handed": handed(1)} | more))
    return base | {"format": 2, "person": more.get("person", "")}


def judged(data: dict[str, Any], n: int = 1) -> Doc:
    """What a manager has rated and given."""
    return {"name": "", "answers": rated(data, 2, 3), "given": AT, "independent": True, "handed": handed(n)}


def by_panel(page: Page, file: Any) -> None:
    """Choose a file in the panel of the checklist."""
    page.locator("input[data-open]").set_input_files(file)


def by_result(page: Page, file: Any) -> None:
    """Choose a file in the result."""
    page.evaluate("location.hash = '#result'")
    page.locator("input[data-lay]").set_input_files(file)


def by_drop(page: Page, file: Any) -> None:
    """Drop a file on the page."""
    page.evaluate(
        """([name, text]) => { const it = new DataTransfer(); it.items.add(new File([text], name));
        const how = { dataTransfer: it, bubbles: true, cancelable: true };
        document.querySelector('lb-assess, lb-saved').dispatchEvent(new DragEvent('drop', how)); }""",
        [file["name"], file["buffer"].decode()],
    )


def by_list(page: Page, file: Any) -> None:
    """Choose a file in the list of what is saved."""
    page.locator("lb-saved input[type=file]").set_input_files(file)


DOORS = {TELECOM: [by_panel, by_result, by_drop], SAVED: [by_list, by_drop]}
EVERYWHERE = [
    pytest.param(where, door, id=f"{door.__name__} {where[:5]}") for where, doors in DOORS.items() for door in doors
]


def begin(page: Page, site: str, where: str, *kept: tuple[Doc, str]) -> None:
    """Open a page with what is kept."""
    go_where_it_keeps(page, site)
    for doc, seat in kept:
        keep(page, doc, seat)
    page.goto(site + where)
    laid_out(page)
    page.locator("lb-saved h2#saved, lb-panel .lb-panel__big, .lb-gate h2").first.wait_for(state="attached")


def dialog(page: Page) -> Locator:
    """The one in which files are opened."""
    return page.get_by_role("dialog")


def choose(page: Page, name: str) -> None:
    """Choose something in it."""
    dialog(page).get_by_role("button", name=name).click()
    expect(dialog(page)).to_have_count(0)


def line(page: Page) -> Locator:
    """What came of it."""
    return page.locator(".lb-undo")


def said(answers: Doc) -> Doc:
    """What was answered, by code."""
    return {code: [one["points"], one["mark"], one["marks"], one["evidence"]] for code, one in sorted(answers.items())}


def bare(docs: list[Doc]) -> list[Any]:
    """What documents say, without when and where it was written and what follows from the page."""
    plain = [
        [
            *(doc[key] for key in ("id", "person", "name", "handed")),
            said(doc["answers"]),
            doc["manager"]["handed"],
            doc["manager"]["name"],
            said(doc["manager"]["answers"]),
            doc["agreed"],
            doc["plan"],
            doc.get("signed") or [],
            doc["finished"],
        ]
        for doc in docs
    ]
    return sorted(plain, key=str)


def seats(page: Page) -> dict[str, str]:
    """Who sits where."""
    found: dict[str, str] = page.evaluate(
        """() => Object.fromEntries(Object.keys(localStorage).filter(key => key.startsWith('levelbook.seat.'))
        .map(key => [key.slice(15), JSON.parse(localStorage[key]).seat]))"""
    )
    return found


@pytest.mark.parametrize(("where", "door"), EVERYWHERE)
@pytest.mark.parametrize(("name", "seat"), [("我自己的", "employee"), ("我来评这位员工", "manager")])
def test_a_file_of_nothing_that_is_here_asks_whose_it_is(
    page: Page, served: str, data: dict[str, Any], where: str, door: Opener, name: str, seat: str
) -> None:
    begin(page, served, where)
    file = of_now(data, person="甲", **{"from": "employee"})
    door(page, as_file(file, "评估-高级-7F3A-1自评-20261121.json"))
    asked = dialog(page)
    for text in (
        "这是谁的评估？",
        "评估-高级-7F3A-1自评-20261121.json",
        "甲　7F3A",
        file["title"],
        "自评已评完，2026-11-21交给主管",
        "员工存的",
    ):
        expect(asked).to_contain_text(text)
    assert stored(page) == []
    assert seats(page) == {}
    expect(page.locator("input[name^=r-]:checked")).to_have_count(0)
    choose(page, name)
    expect(line(page)).to_contain_text("甲　7F3A")
    assert bare(stored(page)) == bare([file])
    assert seats(page) == {file["id"]: seat}
    line(page).get_by_role("button", name="撤销").click()
    expect(line(page)).to_be_hidden()
    assert stored(page) == []
    assert seats(page) == {}


def undo(page: Page) -> None:
    """Take back what was done."""
    line(page).get_by_role("button", name="撤销").click()
    expect(line(page)).to_be_hidden()


@pytest.mark.parametrize(("where", "door"), EVERYWHERE)
def test_what_is_only_looked_at_or_not_opened_is_kept_nowhere(
    page: Page, served: str, data: dict[str, Any], where: str, door: Opener
) -> None:
    begin(page, served, where)
    file = of_now(data)
    door(page, as_file(file))
    expect(dialog(page)).to_contain_text("没有写称呼　7F3A")
    choose(page, "不打开")
    expect(line(page).or_(page.locator(".lb-saved__status")).filter(has_text="没有打开")).to_be_visible()
    if where == TELECOM:
        door(page, as_file(file))
        choose(page, "只看看")
        expect(page.locator(".lb-who")).to_contain_text("只看看")
        expect(page.locator(f"input[name='r-TAM-ACH'][value='{file['answers']['TAM-ACH']['points']}']")).to_be_checked()
        expect(page.locator(".lb-check__items :is(input, textarea):enabled")).to_have_count(0)
        undo(page)
        expect(page.locator("input[name^=r-]:checked")).to_have_count(0)
    assert stored(page) == []
    assert seats(page) == {}


@pytest.mark.parametrize(("where", "door"), EVERYWHERE)
def test_of_the_same_one_changed_in_two_places_nothing_is_lost(
    page: Page, served: str, data: dict[str, Any], where: str, door: Opener
) -> None:
    here = of_now(data, handed=handed(0, None))
    gap = here["answers"].pop("TAM-COM")
    file = of_now(data, handed=handed(0, None), name="上半年")
    file["answers"]["TAM-ACH"]["points"], here["answers"]["TAM-ACH"]["points"] = "1", "2"
    del file["answers"]["TAM-RES"]
    begin(page, served, where, (here, "employee"))
    before = stored(page)
    door(page, as_file(file))
    expect(dialog(page)).to_contain_text("同一份，两处都改过")
    expect(dialog(page)).to_contain_text("1 处两边不一样，逐项问你")
    dialog(page).get_by_role("button", name="合在一起").click()
    asked = dialog(page).locator("fieldset")
    expect(asked).to_have_count(1)
    expect(asked).to_contain_text("自评：成就导向")
    assert stored(page) == before
    asked.locator("input[value=file]").check()
    choose(page, "按所选合并")
    expect(line(page)).to_contain_text("已合在一起")
    (now,) = stored(page)
    points = {code: one["points"] for code, one in now["answers"].items()}
    assert (points["TAM-ACH"], points["TAM-COM"], points["TAM-RES"]) == (
        "1",
        gap["points"],
        here["answers"]["TAM-RES"]["points"],
    )
    assert now["name"] == "上半年"
    undo(page)
    assert bare(stored(page)) == bare(before)
    door(page, as_file(file))
    choose(page, "换成文件里的")
    expect(line(page)).to_be_visible()
    assert bare(stored(page)) == bare([file])
    undo(page)
    door(page, as_file(file))
    choose(page, "两份都留")
    expect(line(page)).to_contain_text("两份都留下了")
    kept = stored(page)
    assert len(kept) == 2
    assert sorted(one["name"] for one in kept) == ["", "上半年，文件里 2026-11-20 的一份"]
    undo(page)
    assert bare(stored(page)) == bare(before)


@pytest.mark.parametrize(("where", "door"), EVERYWHERE)
def test_what_the_manager_hands_back_leaves_the_own_answers(
    page: Page, served: str, data: dict[str, Any], where: str, door: Opener
) -> None:
    here = of_now(data, person="甲")
    file = of_now(data, person="乙", manager=judged(data), agreed={"TAM-ACH": "4"}, **{"from": "manager"})
    file["answers"]["TAM-ACH"] |= {"points": "0"}
    begin(page, served, where, (here, "employee"))
    before = stored(page)
    door(page, as_file(file, "评估-高级-7F3A-2主管-20261124.json"))
    n = sum(any((one["points"], one["mark"], one["marks"])) for one in file["manager"]["answers"].values())
    for text in (
        "主管交还的",
        "与这里的是同一份",
        f"主管的 {n} 项评分",
        "你的 18 项自评。文件里的自评不会读进来。",
        "有 1 项不同，默认不变",
    ):
        expect(dialog(page)).to_contain_text(text)
    choose(page, "收进来，看两边")
    expect(line(page)).to_contain_text("已收进主管的评分，你的自评不变")
    expected = here | {"manager": file["manager"], "agreed": {"TAM-ACH": "4"}}
    assert bare(stored(page)) == bare([expected])
    if where == TELECOM:
        expect(page.locator(".lb-result__differ")).to_be_visible()
        assert axe(page) == []
    undo(page)
    assert bare(stored(page)) == bare(before)
    door(page, as_file(file))
    dialog(page).locator("input[name=one-by-one]").check()
    dialog(page).get_by_role("button", name="收进来，看两边").click()
    expect(dialog(page).locator("fieldset")).to_have_count(1)
    dialog(page).locator("input[value=file]").check()
    choose(page, "按所选合并")
    expect(line(page)).to_be_visible()
    (now,) = stored(page)
    assert now["answers"]["TAM-ACH"]["points"] == "0"
    assert now["handed"] == {"n": 1, "at": None}, "what is handed over next is another one"


@pytest.mark.parametrize(("where", "door"), EVERYWHERE)
def test_at_the_manager_the_newer_self_assessment_counts(
    page: Page, served: str, data: dict[str, Any], where: str, door: Opener
) -> None:
    here = of_now(data, manager=judged(data, 0) | {"given": None, "handed": handed(0, None)})
    newer = of_now(data, handed=handed(2, "2026-11-23T08:00:00.000Z"), **{"from": "employee"})
    newer["answers"]["TAM-ACH"] |= {"points": "0"}
    newer["answers"]["TAM-COM"] |= {"points": "0"}
    begin(page, served, where, (here, "manager"))
    before = stored(page)
    door(page, as_file(newer))
    expect(dialog(page)).to_contain_text("员工改过 2 项")
    expect(dialog(page)).to_contain_text("成就导向")
    choose(page, "收进来")
    expect(line(page)).to_contain_text("自评改过：")
    expect(line(page)).to_contain_text("成就导向")
    assert bare(stored(page)) == bare([here | {"answers": newer["answers"], "handed": newer["handed"]}])
    older = here | {"manager": newer["manager"]}
    door(page, as_file(older))
    for text in ("这是较早的一次", "第 1 次交，2026-11-21", "第 2 次交，2026-11-23"):
        expect(dialog(page)).to_contain_text(text)
    choose(page, "不打开，留较晚的")
    assert stored(page)[0]["answers"]["TAM-ACH"]["points"] == "0"
    door(page, as_file(older))
    choose(page, "换成较早的")
    expect(line(page)).to_contain_text("已换成较早的一次")
    assert bare(stored(page)) == bare(before)
    undo(page)
    assert stored(page)[0]["handed"]["n"] == 2
    forked = newer | {"answers": here["answers"]}
    door(page, as_file(forked))
    expect(dialog(page)).to_contain_text("分不出先后")
    choose(page, "文件里的算数")
    expect(line(page)).to_contain_text("没有采用的答案收在清单末尾")
    (now,) = stored(page)
    assert said(now["answers"]) == said(here["answers"])
    assert sorted((one["code"], one["why"], one["answer"]["points"]) for one in now["kept"]) == [
        ("TAM-ACH", "file", "0"),
        ("TAM-COM", "file", "0"),
    ]


@pytest.mark.parametrize(("where", "door"), EVERYWHERE)
def test_a_file_of_another_person_is_never_mixed_in(
    page: Page, served: str, data: dict[str, Any], where: str, door: Opener
) -> None:
    here = of_now(data, person="甲")
    file = of_now(data, 0x2C81 << 48, manager=judged(data), **{"from": "manager"})
    begin(page, served, where, (here, "employee"))
    before = stored(page)
    door(page, as_file(file, "评估-高级-2C81-2主管-20261124.json"))
    for text in ("这不是", "甲", "7F3A", "没有写称呼", "2C81", "主管已评完，2026-11-21", "不会与甲　7F3A的合在一起"):
        expect(dialog(page)).to_contain_text(text)
    expect(dialog(page).get_by_role("button", name="不打开")).to_have_class("lb-btn lb-btn--main")
    if where == TELECOM:
        fits(page, ("light",))
    choose(page, "不打开")
    assert stored(page) == before
    door(page, as_file(file))
    choose(page, "我来评这位员工")
    expect(line(page)).to_contain_text("你来评")
    assert bare(stored(page)) == bare([*before, file])
    assert seats(page) == {here["id"]: "employee", file["id"]: "manager"}
    undo(page)
    assert bare(stored(page)) == bare(before)


def signed(number: int) -> Doc:
    """Something signed."""
    return {
        "n": 1,
        "kind": "result",
        "at": AT,
        "by": [{"role": "employee", "how": "paper"}],
        "body": "{}",
        "hash": f"{number:064x}",
    }


@pytest.mark.parametrize(("where", "door"), EVERYWHERE)
def test_of_two_signings_both_are_kept_and_the_same_again_changes_nothing(
    page: Page, served: str, data: dict[str, Any], where: str, door: Opener
) -> None:
    here = of_now(data, manager=judged(data), signed=[signed(1)])
    file = here | {"signed": [signed(2)], "from": "both"}
    begin(page, served, where, (here, "employee"))
    door(page, as_file(here))
    said_ = line(page).or_(page.locator(".lb-saved__status"))
    expect(said_.filter(has_text="与这里的一样")).to_be_visible()
    assert bare(stored(page)) == bare([here])
    door(page, as_file(file))
    expect(dialog(page)).to_contain_text("签定的结果")
    choose(page, "收进来")
    expect(line(page)).to_contain_text("两份签定不一样：都留着")
    (now,) = stored(page)
    assert [one["hash"] for one in now["signed"]] == [f"{n:064x}" for n in (1, 2)]
    door(page, as_file(file))
    expect(said_.filter(has_text="没有新的内容")).to_be_visible()


@pytest.mark.parametrize(("where", "door"), EVERYWHERE)
def test_a_file_that_cannot_be_read_changes_nothing(
    page: Page, served: str, data: dict[str, Any], where: str, door: Opener
) -> None:
    here = of_now(data)
    begin(page, served, where, (here, "employee"))
    before = stored(page)
    said_ = line(page).or_(page.locator(".lb-saved__status"))
    for text, tells in (
        ("", "空的"),
        ("[1]", "不是自评文件"),
        (json.dumps(here)[:-900], "不完整"),
        ("x" * 3_000_000, "上限"),
        (json.dumps(here | {"format": 3}), "更新版本"),
        *([(json.dumps({"levelbook": "backup", "format": 1}), "整个备份")] if where == TELECOM else []),
    ):
        door(page, as_file(text))
        expect(said_.filter(has_text=tells)).to_be_visible()
        assert stored(page) == before
    for doc, tells in ((here | {"handbook": "别的手册"}, "另一本手册"), (here | {"mode": "sideways"}, "有误")):
        door(page, as_file(doc | {"id": "2c81000000000000"}))
        expect(dialog(page)).to_contain_text(tells)
        choose(page, "不打开")
        assert stored(page) == before


def test_a_file_of_before_says_what_was_changed_after_the_manager(
    page: Page, served: str, data: dict[str, Any]
) -> None:
    begin(page, served, TELECOM)
    own, theirs = rated(data, 1), rated(data, 2)
    for one in (*own.values(), *theirs.values()):
        one["at"] = "2026-11-20T01:00:00.000Z"
    own["TAM-ACH"]["at"] = "2026-11-22T01:00:00.000Z"
    by_panel(page, as_file(document(data, 0x7F3A << 48, answers=own, manager={"name": "", "answers": theirs})))
    expect(dialog(page)).to_contain_text("主管评过以后，自评又改过 1 项：成就导向。")
    expect(page.locator("input[name^=r-]:checked")).to_have_count(0)
    choose(page, "我自己的")
    expect(page.locator("input[name='r-TAM-ACH']:checked")).to_have_count(1)


def test_a_file_of_another_checklist_is_kept_and_opened_there(
    page: Page, served: str, built: Path, data: dict[str, Any]
) -> None:
    begin(page, served, TELECOM)
    file = of_now(data_of(built, OTHER))
    by_panel(page, as_file(file))
    expect(dialog(page).get_by_role("button", name="只看看")).to_have_count(0)
    choose(page, "我自己的")
    expect(line(page)).to_contain_text("请在“自评”页打开")
    assert bare(stored(page)) == bare([file])
    undo(page)
    assert stored(page) == []


def test_names_of_files_tell_them_apart_and_name_nobody_unless_asked(
    page: Page, served: str, data: dict[str, Any]
) -> None:
    here = of_now(data, person="甲")
    begin(page, served, TELECOM, (here, "employee"))
    for named, name in ((False, "评估-"), (True, "评估-甲-")):
        page.locator("input[name=file-named]").set_checked(named)
        with page.expect_download() as download:
            page.locator(".lb-panel").get_by_role("button", name="存为文件").click()
        assert download.value.suggested_filename == f"{name}中级-客户经理3级-7F3A-1自评-20261120.json"
        saved = json.loads(Path(download.value.path()).read_text(encoding="utf-8"))
        assert saved["from"] == "employee"
    page.goto(served + SAVED)
    with page.expect_download() as download:
        page.get_by_role("button", name="存为文件").click()
    assert download.value.suggested_filename == "评估-中级-客户经理3级-7F3A-1自评-20261120.json"
