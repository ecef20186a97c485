"""Two tabs with one assessment: whatever is done in them, in any order, loses nothing."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft7Validator

from tests.frontend.saved_file import SCHEMA
from tests.node import Node, Window

DATA = {
    "format": 1,
    "handbook": "手册",
    "target": "TAM.grade-3",
    "title": "三级",
    "modes": ["quick", "full"],
    "groups": [],
}

RUN = (Path(__file__).parent / "two_tabs.js").read_text(encoding="utf-8")
CODES = ["TAM-AAA", "TAM-BBB", "TAM-CCC", "TAM-DDD"]


def _release(number: int) -> dict[str, Any]:
    """0: four items; 1: one reworded, one retired, one replaced."""
    codes = CODES if number == 0 else ["TAM-AAA", "TAM-BBB", "TAM-EEE"]
    items = [
        {
            "code": code,
            "name": code,
            "group": "",
            "kind": "rating",
            "scale": "s",
            "standard": "5",
            "text": code,
            "parts": [],
        }
        | {"hash": ("b" if number and code == "TAM-BBB" else "a") * 16}
        for code in codes
    ]
    gone = {
        "TAM-CCC": {"name": "C", "text": "c", "why": "", "replacedBy": ["TAM-EEE"], "release": "2.0.0"},
        "TAM-DDD": {"name": "D", "text": "d", "why": "", "replacedBy": [], "release": "2.0.0"},
    }
    scales = {"s": {"name": "s", "standard": "5", "ratings": [{"points": str(n), "name": ""} for n in range(7)]}}
    return DATA | {"release": f"{number + 1}.0.0", "items": items, "scales": scales, "gone": gone if number else {}}


def _operations() -> st.SearchStrategy[list[tuple[Any, ...]]]:
    tab, code, text = st.integers(0, 1), st.sampled_from(CODES), st.booleans()
    return st.lists(
        st.one_of(
            st.tuples(st.just("points"), tab, code, st.sampled_from("0123456")),
            st.tuples(st.just("evidence"), tab, code, text),
            st.tuples(st.just("manager"), tab, code, text),
            st.tuples(st.just("plan"), tab, st.just(""), text),
            st.tuples(st.just("row"), tab, st.sampled_from(["r1", "r2"]), text),
            st.tuples(st.just("name"), tab, st.just(""), text),
            st.tuples(st.just("carry"), tab, st.just(""), st.integers(0, 1)),
            st.tuples(st.just("load"), tab, st.just(""), st.just("")),
            st.tuples(st.just("file"), tab, st.just(""), st.just("")),
            st.tuples(st.just("full"), tab, st.just(""), st.booleans()),
            st.tuples(st.just("tell"), tab, st.just(""), st.just("")),
            st.tuples(st.just("mend"), tab, st.just(""), st.just("")),
        ),
        max_size=25,
    )


class _Model:
    """What must be found at the end: a value goes only when somebody who had seen it wrote another one in its place."""

    def __init__(self, slow: bool) -> None:
        self.slow = slow
        self.living: dict[tuple[str, str], dict[int, str]] = {}
        self.written: dict[tuple[str, str], dict[int, str]] = {}
        self.known: list[set[int]] = [set(), set()]  # of what is saved, what each tab has been told
        self.told: list[set[int]] = [set(), set()]  # what each tab will be told
        self.seen: list[set[int]] = [set(), set()]  # what is in the document each tab goes on with

    def write(self, at: int, place: tuple[str, str], number: int, value: str) -> None:
        here = self.living.get(place, {})
        written = self.written.setdefault(place, {})
        nothing = None if place[0] == "points" else ""
        base = written.get(max((n for n in written if n in self.seen[at]), default=-1), nothing)
        if value == base:
            return  # nothing is changed by it
        # the same again, said elsewhere, is not another value
        unseen = {n: one for n, one in here.items() if n not in self.seen[at] and one != base}
        written[number] = value
        self.living[place] = unseen | {number: value}
        self.seen[at] = self.seen[at] | {number}

    def synchronise(self, at: int, saved: bool) -> None:
        if saved:
            self.known[at] |= self.seen[at]
            self.told[1 - at] |= self.known[at]
        self.seen[at] |= self.known[at]
        if not self.slow:
            self.tell(1 - at)

    def tell(self, at: int) -> None:
        self.known[at] |= self.told[at]

    def mend(self, at: int) -> None:
        self.told[1 - at] |= self.known[at]


def _expected(operations: list[tuple[Any, ...]], went: list[bool], slow: bool) -> dict[tuple[str, str], dict[int, str]]:
    model = _Model(slow)
    held = [False, False]
    for number, ((what, at, key, value), fine) in enumerate(zip(operations, went, strict=True)):
        if what in ("points", "evidence", "manager", "row", "name", "plan"):
            place = (what, f"{number}" if what == "plan" else key)
            model.write(at, place, number, value)
        if what == "tell":
            model.tell(at)
        elif what == "mend":
            model.mend(at)
        elif what == "load" and not held[at]:
            model.seen[at] |= model.known[at]
        elif what not in ("load", "file", "full"):
            model.synchronise(at, fine)
            held[at] = not fine
    return model.living


@pytest.fixture(scope="module")
def tabs(node: Node) -> Window:
    """Two windows of one origin, as two tabs see the same storage."""
    window = node.window("two tabs")
    window.evaluate(
        "releases => { window.releases = releases; window.other = beside(); return null; }", [_release(0), _release(1)]
    )
    return window


def _told(operations: list[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    """Texts that are like no other, or nothing where a text is taken away."""
    texts = ("evidence", "manager", "plan", "row", "name")
    return [
        (what, at, key, (f"<文{n}>" if value else "") if what in texts else value)
        for n, (what, at, key, value) in enumerate(operations)
    ]


def _run(tabs: Window, operations: list[Any], slow: bool = False) -> dict[str, Any]:
    done: dict[str, Any] = tabs.evaluate(RUN, {"ops": operations, "slow": slow})
    return done


@settings(max_examples=120, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(operations=_operations(), slow=st.booleans())
def test_whatever_two_tabs_do_nothing_is_lost(tabs: Window, operations: list[tuple[Any, ...]], slow: bool) -> None:
    told = _told(operations)
    done = _run(tabs, told, slow)
    assert done["bad"] == []
    assert done["list"] == [done["id"]]
    end = done["end"]
    Draft7Validator(SCHEMA).validate(end)
    whole = json.dumps(end, ensure_ascii=False)
    for (what, key), values in _expected(told, done["went"], slow).items():
        for value in values.values():
            if what != "points":
                assert value in whole, f"{what} {key} {value} is lost"
                continue
            answers = [end["answers"].get(key)] + [one["answer"] for one in end["kept"] if one["code"] == key]
            assert value in [one["points"] for one in answers if one], f"{key} {value} is lost"


def test_the_later_of_two_tabs_wins_and_the_other_is_kept(tabs: Window) -> None:
    done = _run(
        tabs,
        [
            ["points", 0, "TAM-AAA", "3"],
            ["evidence", 1, "TAM-AAA", "乙"],
            ["points", 1, "TAM-AAA", "4"],
            ["points", 0, "TAM-AAA", "5"],
        ],
    )
    assert done["end"]["answers"]["TAM-AAA"]["points"] == "5"
    assert done["end"]["answers"]["TAM-AAA"]["evidence"] == "乙"
    done = _run(
        tabs,
        [
            ["points", 1, "TAM-BBB", "6"],
            ["load", 0, "", ""],
            ["points", 0, "TAM-AAA", "3"],
            ["points", 1, "TAM-AAA", "4"],
        ],
    )
    assert done["end"]["answers"]["TAM-AAA"]["points"] == "4"
    assert [(one["why"], one["answer"]["points"]) for one in done["end"]["kept"]] == [("tabs", "3")]


def test_what_a_tab_wrote_over_unseen_is_there_again(tabs: Window) -> None:
    unseen = [
        ["points", 0, "TAM-AAA", "3"],
        ["points", 1, "TAM-BBB", "4"],
        ["points", 0, "TAM-CCC", "5"],
        ["name", 1, "", "下半年"],
    ]
    done = _run(tabs, unseen, slow=True)
    assert done["bad"] == []
    assert {code: one["points"] for code, one in done["end"]["answers"].items()} == {
        "TAM-AAA": "3",
        "TAM-BBB": "4",
        "TAM-CCC": "5",
    }
    assert done["end"]["name"] == "下半年"
    assert done["end"]["kept"] == [], "nobody contradicted anybody"


def test_two_ratings_of_one_item_unseen_of_each_other_are_both_kept(tabs: Window) -> None:
    done = _run(tabs, [["points", 0, "TAM-AAA", "3"], ["points", 1, "TAM-AAA", "4"]], slow=True)
    assert done["bad"] == []
    [kept] = done["end"]["kept"]
    assert (kept["code"], kept["why"]) == ("TAM-AAA", "tabs")
    assert {done["end"]["answers"]["TAM-AAA"]["points"], kept["answer"]["points"]} == {"3", "4"}


@pytest.mark.parametrize("first", [0, 1])
def test_what_one_of_two_who_begin_an_answer_leaves_open_takes_nothing_from_the_other(tabs: Window, first: int) -> None:
    begun = [["points", first, "TAM-AAA", "3"], ["evidence", 1 - first, "TAM-AAA", "乙"]]
    done = _run(tabs, begun, slow=True)
    assert done["bad"] == []
    answer = done["end"]["answers"]["TAM-AAA"]
    assert (answer["points"], answer["evidence"]) == ("3", "乙")
    assert done["end"]["kept"] == [], "nobody contradicted anybody"


def test_an_erased_one_does_not_come_back_from_another_tab(tabs: Window) -> None:
    done = tabs.evaluate(
        """() => { const [mine, theirs] = [window, window.other];
        const doc = mine.store.write(mine.documents.blank(releases[0])).doc;
        const draft = theirs.store.read(doc.id).doc;
        mine.library.remove(doc.id);
        draft.answers['TAM-AAA'] = {points: '3'}; const written = theirs.store.write(structuredClone(draft));
        return [written, mine.store.list(), theirs.store.list(), mine.store.write(doc).problem.key]; }"""
    )
    assert done[0]["problem"]["key"] == "erased" and done[0]["doc"]["answers"]["TAM-AAA"]["points"] == "3"
    assert done[1:] == [[], [], "erased"]


def test_other_tabs_are_told(tabs: Window) -> None:
    doc = tabs.evaluate(
        """() => { window.told = []; window.end = sync.watch(what => told.push(what.id));
        return other.store.write(other.documents.blank(releases[0])).doc; }"""
    )
    assert tabs.evaluate("told") == [doc["id"]]
    tabs.evaluate("doc => { doc.answers.A = {points: '1'}; other.store.write(doc); }", doc)
    assert tabs.evaluate("id => store.read(id).doc.answers.A.points", doc["id"]) == "1"
    tabs.evaluate("id => { other.library.remove(id); }", doc["id"])
    assert tabs.evaluate("() => { end(); return [told.length, store.list()]; }") == [3, []]
