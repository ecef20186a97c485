"""The one way in which files are opened: named first, then chosen, then said with a way back, the same on every page."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from tests.browser.assessed import TELECOM, Doc, answer, as_file, data_of, document, keep, rated
from tests.browser.conftest import axe, fits, laid_out
from tests.browser.lasting import go_where_it_keeps, watch
from tests.browser.test_assess import rate, start, stored

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
        document.querySelector('lb-assess, lb-saved').dispatchEvent(new DragEvent('drop', { dataTransfer: it, bubbles: true, cancelable: true })); }""",
        [file["name"], file["buffer"].decode()],
    )


def by_list(page: Page, file: Any) -> None:
    """Choose a file in the list of what is saved."""
    page.locator("lb-saved input[type=file]").set_input_files(file)


DOORS = {TELECOM: [by_panel, by_result, by_drop], SAVED: [by_list, by_drop]}
EVERYWHERE = [pytest.param(where, door, id=f"{door.__name__} {where[:5]}") for where, doors in DOORS.items() for door in doors]


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


def bare(docs: list[Doc]) -> list[Doc]:
    """Without what says when and where it was written, and what follows from the page."""
    aside = ("changed", "tabs", "result", "known", "scales", "release", "from", "target", "title")
    noted = {"basis", "scaleHash", "weight", "negative", "papers", "place", "placeName", "standard", "scale", "scaleName", "at"}
    def tidy(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: tidy(inner) for key, inner in value.items() if key not in noted}
        return value
    return sorted((tidy({key: value for key, value in doc.items() if key not in aside}) for doc in docs), key=lambda doc: str(doc["id"]))


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
    for text in ("这是谁的评估？", "评估-高级-7F3A-1自评-20261121.json", "甲　7F3A", file["title"], "自评已评完，2026-11-21交给主管", "员工存的"):
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
