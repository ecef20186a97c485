"""The calendar file of a plan, read back by the rules of RFC 5545."""

import json
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from tests.node import Window

PLAN = {
    "name": "总流程",
    "phases": [
        {"id": "make", "name": "规划", "months": [[2, 2], [8, 8]], "forms": ["sign"]},
        {"id": "do", "name": "执行", "months": [[3, 8], [9, 2]], "forms": []},
        {"id": "look", "name": "评估", "months": [[8, 8], [2, 2]], "forms": ["sign"]},
    ],
    "forms": [
        {
            "id": "sign",
            "name": "签名",
            "list": [
                {"id": "planned", "name": "规划", "months": [[3, 3], [8, 8]]},
                {"id": "looked", "name": "评估", "months": [[9, 9], [2, 2]]},
            ],
        }
    ],
}
BATCH = settings(max_examples=40)
words = some.text(
    alphabet=some.one_of(some.sampled_from(";,\\:\n\r\"'"), some.characters(blacklist_categories=["Cs"])), max_size=120
)
days = some.dates(min_value=date(1990, 1, 1), max_value=date(2099, 12, 31))


def read(text: str) -> list[dict[str, str]]:
    """The events of a calendar file: its lines unfolded, its texts as they were before they were escaped."""
    assert text.endswith("\r\n") and "\n" not in text.replace("\r\n", "")
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    lines = text.replace("\r\n ", "").split("\r\n")
    assert lines[0] == "BEGIN:VCALENDAR" and lines[-2] == "END:VCALENDAR"
    events: list[dict[str, str]] = []
    for line in lines:
        key, _, value = line.partition(":")
        if line == "BEGIN:VEVENT":
            events.append({})
        elif events:
            events[-1][key] = value
    for one in events:
        for key in ("SUMMARY", "DESCRIPTION"):
            if key in one:
                one[key] = plain(one[key])
    return events


def plain(value: str) -> str:
    signs, said = iter(value), ""
    for sign in signs:
        after = next(signs) if sign == "\\" else ""
        said += {"n": "\n"}.get(after, after) if after else sign
    return said


def made(core: Window, plan: dict[str, Any], cycle: int, year: int = 2026, **facts: Any) -> list[dict[str, str]]:
    code = """([plan, year, cycle, facts]) => calendar.ics(plan, calendar.cycleOf(plan, year, cycle), {
      owner: '00ff', now: new Date('2026-11-21T08:00:00.5Z'), language: 'zh', days: facts.days || [],
      without: new Set(facts.without || []),
      say: (one) => ({name: `${one.where}：${one.name}`, about: one.differs ? '不一样' : ''}),
      phaseOfRow: (form, at) => [0, 2][at] })"""
    return read(str(core.evaluate(code, [plan, year, cycle, facts])))


def spans(events: list[dict[str, str]]) -> list[tuple[str, str, str]]:
    return [(one["SUMMARY"], one["DTSTART;VALUE=DATE"], one["DTEND;VALUE=DATE"]) for one in events]


def test_the_first_cycle_of_the_year_names_both_where_process_and_form_differ(core: Window) -> None:
    events = made(core, PLAN, 0)
    assert spans(events) == [
        ("总流程：规划", "20260201", "20260301"),
        ("总流程：执行", "20260301", "20260901"),
        ("签名：规划", "20260301", "20260401"),
        ("总流程：评估", "20260801", "20260901"),
        ("签名：评估", "20260901", "20261001"),
    ]
    assert [one.get("DESCRIPTION") for one in events] == ["不一样", None, "不一样", "不一样", "不一样"]


def test_the_second_cycle_wraps_the_year_and_there_both_agree(core: Window) -> None:
    events = made(core, PLAN, 1)
    assert spans(events) == [
        ("总流程：规划", "20260801", "20260901"),
        ("签名：规划", "20260801", "20260901"),
        ("总流程：执行", "20260901", "20270301"),
        ("总流程：评估", "20270201", "20270301"),
        ("签名：评估", "20270201", "20270301"),
    ]
    assert not any("DESCRIPTION" in one for one in events)


def test_february_ends_when_it_ends(core: Window) -> None:
    plan = {**PLAN, "phases": [{"id": "x", "name": "x", "months": [[2, 2]], "forms": []}], "forms": []}
    assert spans(made(core, plan, 0, 2028))[0][1:] == ("20280201", "20280301")


def test_cycles_are_those_not_yet_over(core: Window) -> None:
    code = "([plan, day]) => calendar.cycles(plan, day).map((one) => one.key)"
    assert core.evaluate(code, [PLAN, "2026-11-21"])[:3] == ["2026-8-2", "2027-2-1", "2027-8-2"]
    assert core.evaluate(code, [PLAN, "2027-02-28"])[0] == "2026-8-2"
    assert core.evaluate(code, [PLAN, "2027-03-01"])[0] == "2027-2-1"
    assert core.evaluate(code, [{"phases": [], "forms": []}, "2026-11-21"]) == []
    assert core.evaluate(code, [{"phases": [{"months": [["x", 99]]}], "forms": []}, "2026-11-21"]) == []


def test_ids_are_lasting_and_say_nothing_of_people(core: Window) -> None:
    day = {
        "id": "day-measures-张三@x.com",
        "name": "张三的事",
        "from": "2026-12-31",
        "until": "2026-12-31",
        "about": "",
    }
    events = made(core, PLAN, 0, days=[day])
    ids = [one["UID"] for one in events]
    assert len(set(ids)) == len(ids) == 6
    assert ids[-1] == "00ff-day-measures-xcom@levelbook.invalid"
    assert spans(events)[-1][1:] == ("20261231", "20270101")
    assert {one["DTSTAMP"] for one in events} == {"20261121T080000Z"}
    assert [one["UID"] for one in made(core, PLAN, 0, days=[day])] == ids


def test_rows_of_a_foreign_file_do_not_share_an_id(core: Window) -> None:
    day = {"name": "x", "from": "2026-12-31", "until": "2026-12-31", "about": ""}
    events = made(core, PLAN, 0, days=[{**day, "id": one} for one in ("day-张三", "day-李四", "day-")])
    assert len({one["UID"] for one in events}) == len(events) == 8


def test_it_is_a_copy_and_no_invitation(core: Window) -> None:
    """With a METHOD it would be a message and need an organizer (RFC 5546)."""
    code = "calendar.file([], {owner: 'a', now: new Date(0), language: 'en-GB'})"
    lines = str(core.evaluate(code)).split("\r\n")
    head = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Levelbook//Plan 1//EN-GB", "CALSCALE:GREGORIAN"]
    assert lines == [*head, "END:VCALENDAR", ""]


def test_what_is_not_wanted_is_left_out(core: Window) -> None:
    events = made(core, PLAN, 0, without=["row-sign-planned", "row-sign-looked"])
    assert [one["SUMMARY"] for one in events] == ["总流程：规划", "总流程：执行", "总流程：评估"]


@BATCH
@given(found=some.lists(some.tuples(words, words, days, some.integers(0, 90)), min_size=1, max_size=12))
def test_any_text_comes_back_as_it_was(core: Window, found: list[tuple[str, str, date, int]]) -> None:
    events = [
        {"id": f"e{at}", "name": name, "about": about, "from": str(day), "until": str(day + timedelta(more))}
        for at, (name, about, day, more) in enumerate(found)
    ]
    code = "(all) => calendar.file(all, {owner: 'a', now: new Date(0), language: 'zh\\r\\nX:1'})"
    back = read(str(core.evaluate(code, json.loads(json.dumps(events)))))
    assert [one["SUMMARY"] for one in back] == [tame(name) for name, *_ in found]
    assert [one.get("DESCRIPTION", "") for one in back] == [tame(about) for _, about, *_ in found]
    ends = [f"{day + timedelta(more + 1):%Y%m%d}" for *_, day, more in found]
    assert [one["DTEND;VALUE=DATE"] for one in back] == ends


def tame(said: str) -> str:
    """Line ends alike; a sign that no line may hold becomes a blank."""
    said = said.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(" " if (one < " " and one != "\n") or one == "\x7f" else one for one in said)


@pytest.mark.parametrize(
    ("said", "right"),
    [("2026-02-28", True), ("2026-02-30", False), ("26-1-1", False), ("", False), (None, False), ("x", False)],
)
def test_a_day_is_one_that_exists(core: Window, said: str | None, right: bool) -> None:
    assert core.evaluate("(day) => calendar.isDay(day)", said) is right
