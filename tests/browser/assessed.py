"""Documents as people make them, for tests that look at what comes of them."""

import json
import re
from html import unescape
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, expect

from tests.browser.lasting import go_where_it_keeps
from tests.reference.contract import wording

TELECOM = "sequences/telecom-account-manager/check/intermediate/index.html"
TENCENT = "sequences/tencent-market/check/m3/index.html"
WEIGHTS = "sequences/marketing-sequence-weights/check/l5/index.html"
LEVELS = "sequences/sales-positions/check/g1/index.html"
CONDITIONS = "sequences/marketing-management-grades/check/ga/index.html"

_AT_FIELDS = re.compile(r'<fieldset[^>]* data-item="([^"]+)"(.*?)data-said(?:="")?>(.*?)</script>', re.DOTALL)
_LINES = re.compile(r' data-part="([^"]+)"(?: data-hash="(\w+)")?>\s*<div class="lb-item__ind">(.*?)</div>', re.DOTALL)
_ASIDES = re.compile(r"<(\w+) class=.*?</\1>|<[^>]+>", re.DOTALL)

Doc = dict[str, Any]


def data_of(built: Path, address: str) -> dict[str, Any]:
    """What the page says of its checklist."""
    page = (built / address).read_text(encoding="utf-8")
    return said_of_checklist(page)


def said_of_checklist(page: str) -> dict[str, Any]:
    """What the HTML of a page says of its checklist, every wording whole."""
    found = re.search(r'id="lb-assess-data">(.*?)</script>', page, re.DOTALL)
    assert found
    data: dict[str, Any] = json.loads(found[1])
    at_fields = {code: _with_parts(json.loads(text), lines) for code, lines, text in _AT_FIELDS.findall(page)}
    items = [at_fields[item] if isinstance(item, str) else item for item in data["items"]]
    return data | {"items": [item | {"text": wording(item), "goesOn": False} for item in items]}


def _with_parts(item: dict[str, Any], lines: str) -> dict[str, Any]:
    """The parts of an item: what its lines say is not said again."""
    said = {part["code"]: part for part in item["parts"]}
    parts = [
        said.get(code) or {"code": code, "text": unescape(_ASIDES.sub("", line)).strip(), "hash": mark}
        for code, mark, line in _LINES.findall(lines)
    ]
    return item | {"parts": parts}


def answer(item: dict[str, Any], **said: Any) -> dict[str, Any]:
    """An answer to an item, with the wording as it is rated."""
    blank = {"points": None, "marks": {}, "mark": None, "evidence": "", "date": "", "na": None, "unseen": False}
    return {
        **blank,
        "pick": False,
        "hash": item["hash"],
        "text": item["text"],
        "name": item["name"],
        "seen": "",
        **said,
    }


def rated(data: dict[str, Any], turn: int, skip: int = 0) -> dict[str, Any]:
    """Answers to a whole checklist; the turn makes them differ, every so many items are left out."""
    found = {}
    for at, item in enumerate(data["items"]):
        if item["kind"] == "none" or (skip and at % skip == 0):
            continue
        ratings = data["scales"][item["scale"]]["ratings"]
        value = ratings[-1 - (turn * 2 + at * at) % min(4, len(ratings))]["points"]
        if item["kind"] == "exam":
            subjects = {one["name"]: str(62 + 7 * n) for n, one in enumerate(item["subjects"])}
            found[item["code"]] = answer(item, marks=subjects) if at % 2 else answer(item, mark=str(55 + 9 * turn + at))
        elif item["kind"] == "condition":
            found[item["code"]] = answer(item, points=str((turn + at) % 2))
        else:
            found[item["code"]] = answer(item, points=value)
    return found


def document(data: dict[str, Any], number: int = 1, **more: Any) -> Doc:
    """An assessment of this checklist; the number makes its id."""
    return {
        "levelbook": "assessment",
        "format": 1,
        "handbook": data["handbook"],
        "release": data["release"],
        "target": data["target"],
        "title": data["title"],
        "id": f"{number:016x}",
        "name": "",
        "created": "2026-11-20T01:00:00.000Z",
        "changed": f"2026-11-20T02:{number % 60:02}:00.000Z",
        "finished": None,
        "mode": "quick",
        "blind": False,
        "period": "",
        "answers": {},
        "manager": {"name": "", "answers": {}},
        "agreed": {},
        "plan": {},
        "kept": [],
        "result": None,
        **more,
    }


def as_file(doc: Doc | str, name: str = "assessment.json") -> Any:
    """A file to be chosen in the page."""
    text = doc if isinstance(doc, str) else json.dumps(doc, ensure_ascii=False)
    return {"name": name, "mimeType": "application/json", "buffer": text.encode("utf-8")}


def keep(page: Page, doc: Doc, seat: str = "employee") -> None:
    """Put a document where the browser keeps assessments, with who sits at it, who is known in this tab.

    The page has to be opened again.
    """
    page.evaluate(
        """([doc, seat]) => { localStorage.setItem(`levelbook.assess.${doc.id}`, JSON.stringify(doc));
        sessionStorage.setItem('levelbook.asked', '1');
        if (seat) localStorage.setItem(`levelbook.seat.${doc.id}`, JSON.stringify({ seat, name: '' })); }""",
        [doc, seat],
    )


def whose(page: Page, answer: str) -> None:
    """Say whose file it is that was chosen: 我自己的, or 我来评这位员工."""
    page.get_by_role("dialog").get_by_role("button", name=answer).click()


def sit(page: Page, whom: str) -> None:
    """Let the manager, or the employee, sit down at this computer: 主管 or 员工."""
    page.locator(".lb-set").evaluate("one => { one.open = true; }")
    page.get_by_role("button", name=f"切换为{whom}填写").click()
    page.get_by_role("dialog").get_by_role("button", name=f"切换为{whom}填写").click()
    expect(page.locator(".lb-toast")).to_contain_text("现在由主管填写" if whom == "主管" else "现在由员工本人填写")


def have_rated(page: Page) -> None:
    """Say as the manager that all is rated, so that both see both."""
    page.locator("[data-act=rated]").click()
    page.get_by_role("dialog").locator("button[value=yes]").click()
    page.locator("lb-result .lb-result").wait_for()


def together(page: Page, are: bool = True) -> None:
    """Let both sit at one screen, or get up, and stay at this view."""
    page.evaluate("are => document.querySelector('lb-assess').sitTogether(are)", are)


def open_result(page: Page, address: str, doc: Doc | None = None, view: str = "result", seat: str = "employee") -> None:
    """Open a checklist with a document in it, at one of its views."""
    if doc is not None:
        go_where_it_keeps(page, address.split("sequences/")[0])
        keep(page, doc, seat)
    page.goto(f"{address}#{view}")
    page.locator("lb-result .lb-result").wait_for(state="attached")


def look_ahead(page: Page) -> None:
    """Unfold what is to be filled in later, as a reader does."""
    for ahead in page.locator("details.lb-plan__ahead:not([open])").all():
        ahead.locator("summary").first.click()


def agree(page: Page, values: dict[str, str] | None = None) -> None:
    """Agree on values at one screen, and say that the talk is over."""
    page.evaluate(
        """values => { const host = document.querySelector('lb-assess');
        sessionStorage.setItem(`levelbook.together.${host.doc.id}`, '1');
        host.update((draft) => { Object.assign(draft.agreed, values);
          draft.agreement.done = '2026-11-26T08:00:00.000Z'; });
        sessionStorage.removeItem(`levelbook.together.${host.doc.id}`); }""",
        values or {},
    )


def sign(page: Page, *ticks: str) -> None:
    """Sign on the screen, by the boxes of those who sign: employee, manager."""
    page.locator("[data-act=sign]").click()
    dialog = page.get_by_role("dialog")
    if len(ticks) > 1 and dialog.locator("[data-act=both-here]").count():
        dialog.locator("[data-act=both-here]").click()  # asked unless they sit together already
    for tick in ticks or ("employee",):
        dialog.locator(f"input[name=sign-{tick}]").check()
    dialog.locator(".lb-btn--main").click()
    expect(page.locator(".lb-sealed h2[tabindex]")).to_be_focused()
