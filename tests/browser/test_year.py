"""A year of two people in Chromium, in an order drawn from one seed.

Two computers, two tabs on one of them, files handed over, reloads. A ledger notes all that was given; each side's page
and file has to hold all of it at the end of every stage.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from random import Random
from typing import Any

from playwright.sync_api import Browser, Page, expect

from tests.browser.assessed import TELECOM, Doc, as_file, data_of, have_rated, sign, whose
from tests.browser.conftest import laid_out
from tests.browser.lasting import ASKED, watch
from tests.browser.test_assess import item, rate, saved, stored

SEED = 20261130
EDITS = 12
SHOWN = """points => Object.entries(points).every(([code, value]) =>
  document.querySelector(`input[name="r-${code}"][value="${value}"]`)?.checked)"""


@dataclass
class Ledger:
    """What one side has given: points and examples, by item."""

    points: dict[str, str] = field(default_factory=dict)
    examples: dict[str, str] = field(default_factory=dict)

    def holds(self, answers: dict[str, Any]) -> bool:
        """Whether answers say all of it, and no rating more."""
        points = {code: one["points"] for code, one in answers.items() if one["points"]}
        examples = {code: one["evidence"] for code, one in answers.items() if one["evidence"]}
        return (points, examples) == (self.points, self.examples)


@dataclass
class Computer:
    """A browser profile with one tab or two, of which any may be reloaded at any time."""

    tabs: list[Page]
    draw: Random
    codes: list[str]
    ledger: Ledger = field(default_factory=Ledger)

    def edit(self, turn: int) -> None:
        """Rate an item or write an example, in any tab, as soon as that shows what another tab has done."""
        tab, code = self.draw.choice(self.tabs), self.draw.choice(self.codes)
        tab.wait_for_function(SHOWN, arg=self.ledger.points)
        if self.draw.random() < 0.3:
            tab.reload()
            laid_out(tab)
        if self.draw.random() < 0.3 and code not in self.ledger.examples:
            text = f"第{turn}件 <b>&"
            item(tab, code).locator("button[data-evidence]").click()
            tab.locator(f"textarea[name='v-{code}']").fill(text)
            saved(tab, text)
            self.ledger.examples[code] = text
            return
        points = str(self.draw.randrange(1, 6))
        rate(tab, code, points)
        self.ledger.points[code] = points

    def rate_the_rest(self) -> None:
        """Rate what is left, in the first tab."""
        for code in self.codes:
            if code not in self.ledger.points:
                self.ledger.points[code] = str(self.draw.randrange(1, 6))
                rate(self.tabs[0], code, self.ledger.points[code])
        self.tabs[0].wait_for_function(SHOWN, arg=self.ledger.points)


@contextmanager
def computer(browser: Browser, tabs: int) -> Iterator[list[Page]]:
    """A browser profile of its own; every script error and every request elsewhere is a failure."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="zh-CN")
    context.add_init_script(ASKED)
    pages = [context.new_page() for _ in range(tabs)]
    troubles = [watch(page) for page in pages]
    yield pages
    assert troubles == [[]] * tabs
    context.close()


def given_out(tab: Page, act: str) -> Doc:
    """The file that an act of a stage hands over, after a question where one is asked."""
    with tab.expect_download() as download:
        tab.locator(f"[data-act={act}]").first.click()
        if act == "hand-over":
            tab.get_by_role("dialog").get_by_label("你的称呼").fill("甲")
            tab.get_by_role("dialog").locator("button[value=yes]").click()
    doc: Doc = json.loads(Path(str(download.value.path())).read_text(encoding="utf-8"))
    return doc


def only(tab: Page) -> Doc:
    """The one document that is kept there."""
    (doc,) = stored(tab)
    return doc


def agree_on_all(tab: Page) -> None:
    """Talk at one screen, by keyboard: the first choice of each, then the end."""
    tab.locator("[data-act=talk]").click()
    head = tab.locator(".lb-talk__head h2")
    done = tab.locator("lb-talk [data-act=done]")
    while True:
        expect(head.or_(done).first).to_be_visible()
        if done.is_visible():
            break
        name = head.inner_text()
        tab.keyboard.press("3")
        expect(tab.locator(".lb-settle input:checked")).to_have_value("3")
        tab.keyboard.press("Enter")
        expect(head.filter(has_text=name)).to_have_count(0)
    done.click()
    expect(tab.locator(".lb-stages .is-now b")).to_have_text("计划")


def test_a_year_of_two_people(browser: Browser, served: str, built: Path) -> None:
    draw = Random(SEED)
    data = data_of(built, TELECOM)
    codes = [one["code"] for one in data["items"] if one["kind"] == "rating"]
    with computer(browser, 2) as own, computer(browser, 1) as theirs:
        employee, manager = Computer(own, draw, codes), Computer(theirs, draw, codes)
        for tab in (*own, *theirs):
            tab.goto(served + TELECOM)
            tab.bring_to_front()  # a tab behind others takes long to be laid out
            laid_out(tab)
        for turn in range(EDITS):
            employee.edit(turn)
        employee.rate_the_rest()
        assert employee.ledger.holds(only(own[0])["answers"])
        file = given_out(own[0], "hand-over")
        assert employee.ledger.holds(file["answers"])
        expect(own[1].locator(".lb-stages .is-now b")).to_have_text("主管")

        theirs[0].locator("lb-result").evaluate("() => document.querySelector('lb-assess').bringViews()")
        theirs[0].locator("input[type=file]").first.set_input_files(as_file(file))
        whose(theirs[0], "我来评这位员工")
        expect(theirs[0].locator("lb-assess")).to_have_attribute("data-seat", "manager")
        for turn in range(EDITS // 2):
            manager.edit(EDITS + turn)
        manager.rate_the_rest()
        have_rated(theirs[0])
        theirs[0].reload()
        back = given_out(theirs[0], "save")
        assert manager.ledger.holds(back["manager"]["answers"])
        assert (back["answers"], back["id"]) == (file["answers"], file["id"])

        own[1].locator("input[type=file]").first.set_input_files(as_file(back))
        own[1].get_by_role("dialog").get_by_role("button", name="收进来").click()
        expect(own[0].locator(".lb-stages .is-now b")).to_have_text("商定")
        assert employee.ledger.holds(only(own[0])["answers"])
        assert manager.ledger.holds(only(own[0])["manager"]["answers"])

        own[0].reload()
        own[0].evaluate("location.hash = '#result'")
        agree_on_all(own[0])
        own[0].evaluate("location.hash = '#result'")
        sign(own[0], "employee", "manager")
        own[0].reload()
        expect(own[1].locator(".lb-stages .is-now b")).to_have_text("回顾")
        doc = only(own[1])
        (signed,) = doc["signed"]
        assert sha256(signed["body"].encode()).hexdigest() == signed["hash"]
        assert employee.ledger.holds(doc["answers"]) and manager.ledger.holds(doc["manager"]["answers"])
        items = str(json.loads(signed["body"])["items"])
        assert employee.ledger.examples and all(text in items for text in employee.ledger.examples.values())
