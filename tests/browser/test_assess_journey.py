"""One person over a year, on two real builds of a small handbook: rating, a new release, the manager, a new period."""

import json
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from levelbook.assessment.scoring.report import ScoredAssessment
from levelbook.catalogue import Catalogue
from levelbook.commands.score import against
from levelbook.load import load
from levelbook.site.context import Context
from tests.browser.assessed import agree, as_file, have_rated, keep, look_ahead, said_of_checklist, sign, whose
from tests.browser.blank import blank_site
from tests.browser.conftest import axe, laid_out
from tests.browser.journey.release import CHANGES, FIGURES, begin_build
from tests.browser.lasting import Lasting, go_where_it_keeps, lasting
from tests.browser.paper import printed
from tests.browser.test_assess import item, rate, settings, stored

RELEASES: dict[str, list[tuple[str, str, str]]] = {"a": [], "b": CHANGES, "c": FIGURES}
CHECK = "sequences/accounts/check/"
GRADE, LOWER, POSITION = (f"{CHECK}{one}/index.html" for one in ("grade-1", "grade-2", "regional-lead"))
POINTS = {"LIS": 4, "NEG": 3, "COO": 5, "TRU": 6, "LET": 2, "PAG": 1, "PRI": 5, "PLA": 4}
REASON = "本期没有投标项目"
REACHABLE = """async () => {
  await Promise.all(['lb-result', 'lb-plan'].map((name) => customElements.whenDefined(name)));
  const found = [];
  for (const one of document.querySelectorAll('lb-assess details')) one.open = true;
  for (const one of document.querySelectorAll('lb-assess .lb-item__review button[aria-expanded=false]')) one.click();
  for (const link of document.querySelectorAll('lb-assess nav a[data-view]')) {
    link.click();
    document.querySelector('lb-assess').showView(link.dataset.view, false);
    for (const one of document.querySelectorAll('lb-assess details')) one.open = true;
    found.push(document.querySelector('lb-assess').innerText);
    for (const one of document.querySelectorAll('lb-assess input, lb-assess textarea')) {
      if (one.checkVisibility() && !['radio', 'checkbox'].includes(one.type)) found.push(one.value);
    }
  }
  document.querySelector('lb-assess nav a[data-view=check]').click();
  return found.join('\\n');
}"""


ASSESS = """([points, whose]) => {
  const write = (field, text) => {
    field.value = text;
    for (const name of ['input', 'change']) field.dispatchEvent(new Event(name, { bubbles: true }));
  };
  Object.entries(points).forEach(([key, value], at) => {
    const box = document.querySelector(`[data-item="ACC-${key}"]`);
    const whole = box.querySelector(`input[name="r-ACC-${key}"][value="${value}"]`);
    for (const one of whole ? [whole] : box.querySelectorAll('[data-part] input[value="2"]')) one.click();
    box.querySelector('button[data-evidence]').click();
    write(box.querySelector('textarea'), `${whose}事例：${key}`);
    write(box.querySelector('input[type=date]'), `2026-03-${String(at + 1).padStart(2, '0')}`);
  });
}"""
"""The same as a person does by hand, at once."""


@dataclass
class Company:
    """The handbook where everybody opens it, always at the same address."""

    folder: Path
    address: str
    asked: list[str] = field(default_factory=list)
    """What the browsers have asked for."""

    def publish(self, release: str) -> None:
        """Put a build where the address leads, in one step: a page may just be loading what comes when it is idle."""
        link = self.folder / "handbook.new"
        link.symlink_to(self.folder / release / "site")
        link.replace(self.folder / "handbook")

    def strangers(self) -> list[str]:
        """Requests that are more than the reading of a file of the site."""
        return [url for url in self.asked if not self.plain(url)]

    def plain(self, told: str) -> bool:
        """Whether a request is a GET of a file, without a body; its query is at most the mark of a content."""
        method, url, body = told.split(" ", 2)
        parts = urlsplit(url)
        path = parts.path.removeprefix("/handbook/")
        known = any((self.folder / one / "site" / path).is_file() for one in RELEASES)
        return url.startswith("blob:") or (
            method == "GET" and re.fullmatch("[0-9a-f]{8}|", parts.query) is not None and not body and known
        )


@pytest.fixture(scope="module")
def company(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Company]:
    """All releases, built as a company builds them, and a server."""
    folder = tmp_path_factory.mktemp("company")
    for name in RELEASES:
        (folder / name).mkdir()
    runs = [begin_build(folder / name, changes) for name, changes in RELEASES.items()]
    for run in runs:
        assert run.communicate()[0] == "" and run.returncode == 0
    for age, name in enumerate("bca"):
        for file in (folder / name).rglob("*"):
            os.utime(file, (file.stat().st_mtime - 10 * age,) * 2)  # a server tells releases apart by their time
    with blank_site(folder) as address:
        made = Company(folder, address.removesuffix("index.html") + "handbook/")
        made.publish("a")
        yield made
    assert made.strangers() == []


@dataclass
class Seat:
    """A browser profile that somebody sits at."""

    desk: Lasting
    company: Company

    def open(self, address: str) -> Page:
        """The tab at this address, in the place of what it showed."""
        self.save()
        self.desk.tab.goto("about:blank")
        self.desk.tab.goto(self.company.address + address)
        return laid_out(self.desk.tab)

    def open_beside(self, address: str) -> Page:
        """Another tab at this address."""
        page = self.desk.beside()
        page.goto(self.company.address + address)
        return laid_out(page)

    def save(self) -> None:
        """Let all tabs save what they have not yet."""
        for page in self.desk.context.pages:
            page.evaluate("() => { for (const one of document.querySelectorAll('lb-assess')) one.flush(); }")

    def leave(self) -> Any:
        """What the browser keeps, to be handed on, by name: the browser's own order hangs on chance."""
        self.save()
        state = self.desk.context.storage_state()
        for origin in state["origins"]:
            origin["localStorage"].sort(key=lambda entry: entry["name"])
        assert self.desk.troubles == []
        assert state["cookies"] == []
        return state


def sit(desk: Lasting, company: Company, state: Any = None, doc: dict[str, Any] | None = None) -> Seat:
    """Sit down at a browser that holds what an earlier one kept, or a document, and nothing else."""
    desk.renew()
    # an older release is not fetched where a newer one is known
    desk.wire.send("Network.clearBrowserCache")
    go_where_it_keeps(desk.tab, company.address)
    for origin in state["origins"] if state else []:
        put = "all => { for (const { name, value } of all) localStorage.setItem(name, value); }"
        desk.tab.evaluate(put, origin["localStorage"])
    if doc:
        keep(desk.tab, doc)
    return Seat(desk, company)


@contextmanager
def browsing(browser: Browser, company: Company) -> Iterator[Lasting]:
    """A browser of whose requests the company hears."""
    with lasting(browser) as made:
        made.context.on("request", lambda one: company.asked.append(f"{one.method} {one.url} {one.post_data or ''}"))
        yield made


@pytest.fixture(scope="module")
def desk(browser: Browser, company: Company) -> Iterator[Lasting]:
    """The employee's browser."""
    with browsing(browser, company) as made:
        yield made


def tick(page: Page, name: str, value: str) -> None:
    """Click on a ruler, wherever it stands."""
    page.locator(f"label:has(> input[name='{name}'][value='{value}'])").click()
    expect(page.locator(f"input[name='{name}'][value='{value}']")).to_be_checked()


def write_case(page: Page, code: str, text: str, day: str) -> None:
    """Write a case and its date."""
    item(page, code).locator("button[data-evidence]").click()
    page.keyboard.insert_text(text)
    item(page, code).locator(f"input[name='d-{code}']").fill(day)


def assess(page: Page, whose: str) -> None:
    """Rate everything, with a case each."""
    for day, (key, points) in enumerate(POINTS.items(), start=1):
        if item(page, f"ACC-{key}").locator(f"input[name='r-ACC-{key}']").count():
            rate(page, f"ACC-{key}", points)
        else:  # some of its indicators are reversed
            for code in (
                item(page, f"ACC-{key}").locator("[data-part]").evaluate_all("all => all.map(one => one.dataset.part)")
            ):
                tick(page, f"p-{code}", "2")
        write_case(page, f"ACC-{key}", f"{whose}事例：{key}", f"2026-03-{day:02}")


def assess_at_once(page: Page, whose: str) -> None:
    """The same in one go: that it works by hand has been seen on another page."""
    page.evaluate(ASSESS, [POINTS, whose])
    data = page.evaluate("() => document.querySelector('lb-assess').doc.answers")
    whole = {key: page.locator(f"input[name='r-ACC-{key}']").count() > 0 for key in POINTS}
    given = {key: [data[f"ACC-{key}"][said] for said in ("points", "evidence", "date")] for key in POINTS}
    assert given == {
        key: [str(points) if whole[key] else None, f"{whose}事例：{key}", f"2026-03-{day:02}"]
        for day, (key, points) in enumerate(POINTS.items(), start=1)
    }


def examine(page: Page, marks: dict[str, str]) -> None:
    """Enter the marks of the subjects."""
    box = item(page, "ACC-RUL")
    box.evaluate("one => { for (const more of one.querySelectorAll('details')) more.open = true; }")
    for at, mark in enumerate(marks.values()):
        box.locator(f"input[name='m-ACC-RUL-{at}']").fill(mark)


def rate_parts(page: Page) -> None:
    """Rate indicator by indicator."""
    settings(page).get_by_label("逐条评").check()
    for code in page.locator("[data-part]").evaluate_all("all => all.map(one => one.dataset.part)"):
        tick(page, f"p-{code}", "2")


def plan(page: Page) -> None:
    """Write the plan."""
    page.locator("nav a[data-view=plan]").click()
    form = page.locator("#plan-head")
    form.get_by_label("部门").fill("华东大客户部")
    form.get_by_label("带教人").fill("带教人老周")
    row = page.locator("#plan-measures tr[data-line]").first
    row.locator("td textarea").first.fill("参加谈判课并在框架合同里用上")
    row.locator("input[type=date]").fill("2026-05-20")
    look_ahead(page)
    page.locator("#plan-execution tr[data-line]").first.locator("textarea").first.fill("五月去上了课")
    page.keyboard.press("Tab")
    page.locator("nav a[data-view=check]").click()


@pytest.fixture(scope="module")
def spring(desk: Lasting, company: Company) -> Any:
    """What the browser keeps after the first half-year: three assessments on the first release."""
    seat = sit(desk, company)
    page = seat.open(GRADE)
    assess(page, "一级")
    examine(page, {"法规": "84", "产品": "70"})
    for key in ("NEG", "LET", "PAG"):
        item(page, f"ACC-{key}").locator("input[name^=pick-]").check()
    rate_parts(page)
    settings(page).locator("input[name=set-name]").fill("我的上半年")
    plan(page)
    page = seat.open(POSITION)
    assess_at_once(page, "主管岗")
    page = seat.open(LOWER)
    assess_at_once(page, "二级")
    item(page, "ACC-PRI").locator("input[name^=na-]").check()
    page.keyboard.insert_text(REASON)
    page.locator("input[name='y-ACC-PRI']").blur()
    return seat.leave()


def kept(state: Any, target: str) -> dict[str, Any]:
    """The one document about this target that a browser kept."""
    (origin,) = state["origins"]
    docs = [
        json.loads(one["value"]) for one in origin["localStorage"] if re.search(r"assess\.[0-9a-f]{16}$", one["name"])
    ]
    (found,) = [doc for doc in docs if doc["target"] == target]
    return dict(found)


def written(doc: dict[str, Any]) -> set[str]:
    """Every text and figure that the person typed into a document."""
    answers = [*doc["answers"].values(), *(one["answer"] for one in doc["kept"] if one["answer"])]
    texts = {text for one in answers for text in (one.get("evidence"), one.get("date"), one.get("na"), one.get("mark"))}
    texts |= {mark for one in answers for mark in one.get("marks", {}).values()} | {doc["name"]}
    rows = [row for rows in doc["plan"].values() for row in rows]
    texts |= {str(value) for row in rows for key, value in row.items() if not key.startswith("@")}
    return {text for text in texts if text}


def test_it_is_all_there_when_the_browser_is_opened_again(desk: Lasting, company: Company, spring: Any) -> None:
    company.publish("a")
    seat = sit(desk, company, spring)
    for address, target in ((GRADE, "ACC.grade-1"), (POSITION, "ACC.regional-lead"), (LOWER, "ACC.grade-2")):
        page = seat.open(address)
        expect(page.locator(".lb-panel__big")).to_be_visible()
        text = page.evaluate(REACHABLE)
        assert [one for one in written(kept(spring, target)) if one not in text] == [], address
    assert seat.leave() == spring, "looking changes nothing"


def test_a_new_release_loses_no_word(desk: Lasting, company: Company, spring: Any) -> None:
    company.publish("b")
    seat = sit(desk, company, spring)
    for address, target in ((GRADE, "ACC.grade-1"), (POSITION, "ACC.regional-lead"), (LOWER, "ACC.grade-2")):
        page = seat.open(address)
        expect(page.locator(".lb-panel__big")).to_be_visible()
        text = page.evaluate(REACHABLE)
        assert [one for one in written(kept(spring, target)) if one not in text] == [], address
    seat.leave()


def pairs(page: Page, code: str) -> dict[str, str]:
    """The old wordings of an item, each with the new one that stands beside it."""
    box = item(page, code)
    expect(box.locator(".lb-item__review")).to_contain_text("请复核")
    if box.locator(".lb-again").is_hidden():
        box.get_by_role("button", name="查看改动").click()
    expect(box.locator(".lb-again__pair").first).to_be_visible()
    both = [pair.locator("dd").all_inner_texts() for pair in box.locator(".lb-again__pair").all()]
    return {old.strip(): new.strip() for old, new in both}


def old_answers(page: Page) -> Locator:
    """The answers that have lost their place, laid open."""
    box = page.locator(".lb-kept")
    box.evaluate("one => { one.open = true; }")
    return box.locator("li")


def test_indicator_by_indicator_old_and_new_stand_side_by_side(desk: Lasting, company: Company, spring: Any) -> None:
    company.publish("b")
    seat = sit(desk, company, spring)
    page = seat.open(GRADE)
    assert pairs(page, "ACC-LIS") == {
        "复述客户的要求，请客户确认。": "复述客户的要求和顾虑，请客户确认。",
        "把要点写进传真回执，当天发给客户。": "把要点写进线上纪要，当天发给客户。",
    }
    assert pairs(page, "ACC-COO") == {"谈判": "协调", "没有": "会后一天内把结论告诉每个相关部门。"}
    assert list(pairs(page, "ACC-PRI").values()) == ["为投标测算三种情形下的毛利。"]
    assert "收到寻呼后十分钟内回电。" in "".join(pairs(page, "ACC-DIG"))
    (exam,) = pairs(page, "ACC-RUL").items()
    assert "法规" in exam[0] and "法律法规" not in exam[0] and "法律法规" in exam[1]
    for code in ("ACC-NEG", "ACC-TRU", "ACC-PLA"):
        expect(item(page, code).locator(".lb-item__review")).to_be_hidden()
    told = " ".join(old_answers(page).all_inner_texts())
    for said in ("公函往来", "当时评 2 分", "一级事例：LET", "2026-03-05", "2.0.0 版起停用", "当时法规成绩 84"):
        assert said in told
    assert axe(page) == []
    seat.leave()


def test_item_by_item_old_and_new_stand_side_by_side(desk: Lasting, company: Company, spring: Any) -> None:
    company.publish("b")
    seat = sit(desk, company, spring)
    page = seat.open(POSITION)
    (wording,) = pairs(page, "ACC-LIS").items()
    assert "传真回执" in wording[0] and "线上纪要" in wording[1]
    assert pairs(page, "ACC-PLA") == {"办事": "与人打交道"}
    assert any("寻呼" in old for old in pairs(page, "ACC-DIG"))
    expect(item(page, "ACC-TRU").locator(".lb-item__review")).to_be_hidden()
    page = seat.open(LOWER)
    for key in ("LIS", "NEG", "COO", "TRU", "PRI"):
        (wording,) = pairs(page, f"ACC-{key}").items()
        assert len(wording[1]) > len(wording[0]), "more is asked at the higher level"
    expect(item(page, "ACC-PRI").locator("input[name='y-ACC-PRI']")).to_have_value(REASON)
    rate(page, "ACC-TRU", 3)
    expect(item(page, "ACC-TRU").locator(".lb-item__review")).to_be_hidden()
    item(page, "ACC-NEG").get_by_role("button", name="仍是 3 分").click()
    expect(item(page, "ACC-NEG").locator(".lb-item__review")).to_be_hidden()
    page.reload()
    expect(item(page, "ACC-TRU").locator(".lb-item__review")).to_be_hidden()
    expect(item(page, "ACC-NEG").locator(".lb-item__review")).to_be_hidden()
    expect(item(page, "ACC-COO").locator(".lb-item__review")).to_be_visible()
    seat.leave()


def settle(page: Page) -> None:
    """Look at everything that has changed, and say that it holds."""
    item(page, "ACC-DIG").get_by_role("button", name="沿用").first.click()
    item(page, "ACC-LIS").get_by_role("button", name="沿用").first.click()
    for code in ("ACC-LIS", "ACC-COO", "ACC-PRI", "ACC-RUL"):
        box = item(page, code).locator(".lb-item__review")
        if box.is_visible():
            box.get_by_role("button", name=re.compile("评分不变|仍是|已复核")).click()
        expect(box).to_be_hidden()
    page.locator(".lb-kept").get_by_role("button", name="已复核").click()
    for code, points in (("ACC-COO-05", "1"), ("ACC-PRI-03", "1"), ("ACC-DIG-01", "2"), ("ACC-DIG-02", "1")):
        tick(page, f"p-{code}", points)
    item(page, "ACC-RUL").locator("input[name='m-ACC-RUL-0']").fill("88")
    page.keyboard.press("Tab")


@pytest.fixture(scope="module")
def autumn(desk: Lasting, company: Company, spring: Any) -> Any:
    """What the browser keeps after the new release has been looked through."""
    company.publish("b")
    seat = sit(desk, company, spring)
    page = seat.open(GRADE)
    settle(page)
    return seat.leave()


def test_what_was_looked_at_is_settled_and_nothing_is_gone(
    desk: Lasting, company: Company, spring: Any, autumn: Any
) -> None:
    company.publish("b")
    seat = sit(desk, company, autumn)
    page = seat.open(GRADE)
    expect(page.locator(".lb-panel__big")).to_have_text("8 / 8 项已评")
    expect(page.locator(".is-review")).to_have_count(0)
    text = page.evaluate(REACHABLE)
    assert [one for one in written(kept(spring, "ACC.grade-1")) if one not in text] == []
    answers = kept(autumn, "ACC.grade-1")["answers"]
    taken = answers["ACC-DIG"]
    assert (taken["points"], taken["evidence"], taken["pick"]) == ("1", "一级事例：PAG", True)
    assert answers["ACC-LIS-05"]["points"] == "2", "what replaced an indicator took its rating over"
    assert {answers[one]["seen"] for one in ("ACC-LIS-02", "ACC-NEG-03", "ACC-RUL")} == {"2.0.0"}
    seat.leave()


def to_view(page: Page, view: str) -> None:
    """Go to the list, the result or the plan."""
    page.locator(f"nav a[data-view={view}]").click()


def download(page: Page, button: Locator) -> str:
    """The text of the file that a button hands over."""
    with page.expect_download() as waiting:
        button.click()
    return Path(waiting.value.path()).read_text(encoding="utf-8")


def finish(page: Page) -> None:
    """Sign the assessment that is open, with the manager where there is one."""
    to_view(page, "result")
    if page.locator(".lb-differ").count():
        agree(page)
        sign(page, "employee", "manager")
    else:
        sign(page)


def managers_file(desk: Lasting, company: Company, text: str) -> str:
    """What the manager makes of the employee's file, in a browser that knows nothing of it."""
    seat = sit(desk, company)
    page = seat.open(GRADE)
    page.locator("input[data-open]").set_input_files(as_file(text))
    whose(page, "我来评这位员工")
    expect(page.locator(".lb-who")).to_contain_text("你是主管")
    expect(page.locator("textarea[name='v-ACC-NEG']")).to_have_value("")
    for code in ("ACC-NEG-01", "ACC-NEG-02"):
        tick(page, f"p-{code}", "1")
    write_case(page, "ACC-NEG", "主管看到的事例", "2026-07-20")
    have_rated(page)
    made = download(page, page.get_by_role("button", name="存为文件，交还员工"))
    seat.leave()
    return made


def test_the_manager_then_finish_then_a_new_period(
    browser: Browser, desk: Lasting, company: Company, autumn: Any
) -> None:
    company.publish("b")
    seat = sit(desk, company, autumn)
    page = seat.open(GRADE)
    text = download(page, page.locator(".lb-panel").get_by_role("button", name="存为文件"))
    with browsing(browser, company) as other:
        back = managers_file(other, company, text)
    to_view(page, "result")
    page.locator("input[data-lay]").set_input_files(as_file(back))
    page.get_by_role("dialog").get_by_role("button", name="收进来").click()
    row = page.locator(".lb-differ tr[data-code=ACC-NEG]")
    expect(row).to_contain_text("主管看到的事例")
    agree(page, {"ACC-NEG": "3"})
    finish(page)
    page.get_by_role("button", name="开始下一期").click()
    to_view(page, "check")
    expect(page.locator("textarea[name='v-ACC-NEG']")).to_have_value("")
    expect(page.locator("[data-item=ACC-NEG] .lb-item__before")).to_have_text("上一期 3 分")
    for code in ("ACC-NEG-01", "ACC-NEG-02"):
        tick(page, f"p-{code}", "3")
    finish(page)
    page.goto(company.address + "check/index.html")
    history = page.locator(".lb-history").filter(has_text="大客户经理1级")
    values = history.locator(".lb-history__chart .h-value").all_text_contents()
    assert len(values) == 2 and float(values[0]) < float(values[1]), values
    assert axe(page) == []
    first = history.locator(".lb-saved__done").filter(has=page.locator("input")).last
    first.get_by_role("link").click()
    to_view(page, "result")
    expect(page.locator(".lb-result__signed-talked")).to_contain_text("主管看到的事例")
    seat.leave()


def test_a_finished_one_meets_a_new_release(desk: Lasting, company: Company, spring: Any) -> None:
    company.publish("a")
    seat = sit(desk, company, spring)
    page = seat.open(GRADE)
    finish(page)
    (before,) = [one for one in stored(page) if one["target"] == "ACC.grade-1"]
    company.publish("b")
    page = seat.open(f"{GRADE}#open={before['id']}")
    expect(page.locator(".lb-done").first).to_contain_text("手册 1.0.0 版")
    text = page.evaluate(REACHABLE)
    assert [one for one in written(before) if one not in text] == []
    to_view(page, "plan")
    look_ahead(page)
    row = page.locator("#plan-execution tr[data-line]").first
    row.locator("textarea").first.fill("六月在框架合同里用上了")
    page.keyboard.press("Tab")
    page.wait_for_function("() => Object.values(localStorage).some(text => text.includes('六月在框架合同里用上了'))")
    expect(page.locator(".lb-alarm")).to_be_empty()
    (after,) = [one for one in stored(page) if one["target"] == "ACC.grade-1"]
    assert after["plan"]["execution"][0]["done"] == "六月在框架合同里用上了"
    same = ("answers", "manager", "agreed", "kept", "release", "title", "result", "finished")
    assert {key: after[key] for key in same} == {key: before[key] for key in same}
    file = json.loads(download(page, page.get_by_role("button", name="存为文件").locator("visible=true").first))
    assert file["answers"] == before["answers"]
    seat.leave()


def test_paper_holds_every_wording_and_the_lines_to_sign(desk: Lasting, company: Company, autumn: Any) -> None:
    company.publish("b")
    seat = sit(desk, company, autumn)
    page = seat.open(GRADE)
    data = said_of_checklist(page.content())
    wordings = {part["text"].removesuffix("（反向）") for one in data["items"] for part in one["parts"]}
    wordings |= {one["name"] for one in data["items"]} | {"反向指标"}
    mine = {one["evidence"] for one in kept(autumn, "ACC.grade-1")["answers"].values() if one["evidence"]}
    own = kept(autumn, "ACC.grade-1")["plan"]
    says = {
        "check": wordings | mine | {"姓名", "员工签名", "主管签名"},
        "result": {one["name"] for one in data["items"]} | {"姓名", "主管", "员工签名", "主管签名"},
        "plan": {own["measures"][0]["action"], own["execution"][0]["done"], own["head"][0]["department"], "带教人老周"}
        | {form["name"] for form in data["plan"]["forms"]}
        | {"员工签名", "主管签名", "姓名"},
    }
    for view, wanted in says.items():
        to_view(page, view)
        text = printed(page)
        missing = [one for one in wanted if re.sub(r"\s", "", one) not in text]
        assert missing == [], view
    seat.leave()


def test_an_old_file_is_opened_in_another_browser_and_broken_ones_change_nothing(
    desk: Lasting, company: Company, spring: Any
) -> None:
    company.publish("b")
    old = kept(spring, "ACC.grade-1")
    seat = sit(desk, company)
    page = seat.open(GRADE)
    text = json.dumps(old, ensure_ascii=False)
    page.locator("input[data-open]").set_input_files(as_file(text))
    whose(page, "我自己的")
    expect(item(page, "ACC-LIS").locator(".lb-item__review")).to_contain_text("请复核")
    reachable = page.evaluate(REACHABLE)
    assert [one for one in written(old) if one not in reachable] == []
    before = stored(page)
    for broken in (text[: len(text) // 2], "", json.dumps({**old, "format": 7})):
        page.locator("input[data-open]").set_input_files(as_file(broken))
        expect(page.locator(".lb-undo")).to_contain_text("没有改动")
        assert stored(page) == before
    hostile = {**old, "id": "b" * 16, "answers": {**old["answers"], "ACC-NEG": {"points": 9, "evidence": "还能读"}}}
    page.locator("input[data-open]").set_input_files(as_file(hostile))
    page.get_by_role("dialog").get_by_role("button", name="打开能读取的部分").click()
    whose(page, "我自己的")
    expect(page.locator("textarea[name='v-ACC-NEG']")).to_have_value("还能读")
    assert len(stored(page)) == 2
    seat.leave()


def mean(page: Page) -> str:
    """The mean on the result, as it stands there."""
    to_view(page, "result")
    found = page.locator(".lb-sumline dd b").first.inner_text()
    to_view(page, "check")
    return found


def by_command(company: Company, release: str, doc: dict[str, Any]) -> Any:
    """What the command says of the same file."""
    loaded = load(company.folder / release / "rubric_data")
    assert loaded.handbook
    found = against(Context(loaded.handbook, Catalogue("zh")), json.dumps(doc))
    assert isinstance(found, ScoredAssessment)
    return found.own


def asked(page: Page) -> list[str]:
    """The items that are to be looked at again."""
    return [str(one.get_attribute("data-item")) for one in page.locator("[data-item].is-review").all()]


def before_marks(doc: dict[str, Any]) -> dict[str, Any]:
    """The document as 0.3.0 saved it: not noted what answers rest on."""
    lean = {"basis", "scaleHash", "weight", "negative", "papers"}
    answers = {
        code: {key: value for key, value in one.items() if key not in lean} for code, one in doc["answers"].items()
    }
    return {key: value for key, value in doc.items() if key != "scales"} | {"answers": answers}


@pytest.mark.parametrize("noted", [True, False], ids=["noted", "as 0.3.0 saved it"])
def test_a_release_that_moves_results_asks_first(desk: Lasting, company: Company, spring: Any, noted: bool) -> None:
    doc = kept(spring, "ACC.grade-1")
    doc = doc if noted else before_marks(doc)
    company.publish("a")
    seat = sit(desk, company, doc=doc)
    page = seat.open(GRADE)
    was = mean(page)
    assert asked(page) == [], "nothing has changed"

    company.publish("c")
    page = seat.open(GRADE)
    assert asked(page) == ["ACC-RUL"]
    (bands,) = pairs(page, "ACC-RUL").items()
    assert ("61 分起 3 分" in bands[0]) is noted and "79 分起 3 分" in bands[1]
    expect(item(page, "ACC-RUL").locator(".lb-item__review")).to_contain_text("复核前不计入")
    without = mean(page)
    found = by_command(company, "c", doc)
    assert (found.mean, found.again) == (without, 1)
    to_view(page, "result")
    expect(page.locator(".lb-result__again")).to_contain_text("1 项复核前不计入")
    assert axe(page) == []

    company.publish("a")
    seat = sit(desk, company, seat.leave())
    page = seat.open(GRADE)
    assert (asked(page), mean(page)) == ([], was), "a release taken back gives back what was there"

    company.publish("c")
    page = seat.open(GRADE)
    item(page, "ACC-RUL").get_by_role("button", name="评分不变").click()
    assert asked(page) == []
    (after,) = [one for one in stored(page) if one["target"] == "ACC.grade-1"]
    assert by_command(company, "c", after).mean == mean(page) != without
    seat.leave()


def test_a_rating_with_another_name_is_marked_and_counts(desk: Lasting, company: Company, spring: Any) -> None:
    company.publish("a")
    seat = sit(desk, company, spring)
    page = seat.open(LOWER)
    was = mean(page)
    company.publish("c")
    page = seat.open(LOWER)
    assert mean(page) == was
    rated_four = [f"ACC-{key}" for key, points in POINTS.items() if points == 4]
    assert asked(page) == [code for code in rated_four if item(page, code).count()]
    assert pairs(page, asked(page)[0]) == {"4 基本达标": "4 接近达标"}
    to_view(page, "result")
    expect(page.locator(".lb-result__again")).to_contain_text("请复核")
    expect(page.locator(".lb-gap .lb-mark--again")).to_have_count(len(rated_four))
    seat.leave()


def test_storage_is_full_when_the_new_release_comes(desk: Lasting, company: Company, spring: Any) -> None:
    company.publish("b")
    seat = sit(desk, company, spring)
    page = seat.open(GRADE)
    fill = """() => { let size = 2e6; for (let n = 0; size >= 1; n++) {
      try { localStorage.setItem('junk' + n, 'x'.repeat(size)); } catch (error) { size = Math.floor(size / 4); } } }"""
    page.evaluate(fill)
    settle(page)
    alarm = page.locator(".lb-alarm")
    expect(alarm).to_contain_text("空间已满")
    file = json.loads(download(page, alarm.get_by_role("button", name="存为文件")))
    assert file["answers"]["ACC-DIG"]["points"] == "1"
    assert written(kept(spring, "ACC.grade-1")) <= written(file)
    page.evaluate(
        "Object.keys(localStorage).filter(k => k.startsWith('junk')).forEach(k => localStorage.removeItem(k))"
    )
    tick(page, "p-ACC-DIG-01", "3")
    expect(alarm).to_be_empty()
    (doc,) = [one for one in stored(page) if one["target"] == "ACC.grade-1"]
    assert doc["answers"]["ACC-DIG-01"]["points"] == "3"
    assert doc["answers"]["ACC-LIS-05"]["points"] == "2", "what waited is saved too"
    seat.leave()


def test_a_tab_of_the_old_release_beside_one_of_the_new(desk: Lasting, company: Company, spring: Any) -> None:
    company.publish("a")
    seat = sit(desk, company, spring)
    old = seat.open_beside(GRADE)
    company.publish("b")
    new = seat.open(GRADE)
    write_case_again = "旧窗口里补的一句"
    old.locator("textarea[name='v-ACC-LET']").fill(write_case_again)
    old.locator("textarea[name='v-ACC-LET']").blur()
    tick(new, "p-ACC-TRU-01", "3")
    tick(old, "p-ACC-NEG-01", "1")
    tick(new, "p-ACC-COO-05", "3")
    tick(old, "p-ACC-PLA-01", "0")
    old.close()
    new.reload()
    expect(new.locator("input[name='p-ACC-TRU-01'][value='3']")).to_be_checked()
    expect(new.locator("input[name='p-ACC-NEG-01'][value='1']")).to_be_checked()
    expect(new.locator("input[name='p-ACC-COO-05'][value='3']")).to_be_checked()
    expect(new.locator("input[name='p-ACC-PLA-01'][value='0']")).to_be_checked()
    text = new.evaluate(REACHABLE)
    wanted = written(kept(spring, "ACC.grade-1")) - {"一级事例：LET"} | {write_case_again}
    assert [one for one in wanted if one not in text] == []
    seat.leave()
