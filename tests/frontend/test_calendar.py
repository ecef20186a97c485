"""The calendar file of a plan, read back by the rules of RFC 5545; what stands in it is tested in frontend/test/lib."""

import json
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as some

from tests.node import Window

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
    alarm = False
    for line in lines:
        alarm = line == "BEGIN:VALARM" or (alarm and line != "END:VALARM")
        if alarm:
            continue
        key, _, value = line.partition(":")
        if line == "BEGIN:VEVENT":
            events.append({})
        elif events:
            events[-1][key] = value
    for event in events:
        for key in ("SUMMARY", "DESCRIPTION"):
            if key in event:
                event[key] = plain(event[key])
    return events


def plain(value: str) -> str:
    """A text without its escapes."""
    signs, text = iter(value), ""
    for sign in signs:
        after = next(signs) if sign == "\\" else ""
        text += {"n": "\n"}.get(after, after) if after else sign
    return text


@BATCH
@given(rows=some.lists(some.tuples(words, words, days), min_size=1, max_size=12))
def test_any_text_comes_back_as_it_was(core: Window, rows: list[tuple[str, str, date]]) -> None:
    events = [
        {"id": f"e{at}", "name": name, "about": about, "day": str(day)} for at, (name, about, day) in enumerate(rows)
    ]
    code = "(all) => calendar.file(all, {owner: 'a', now: new Date(0), today: '2026-11-21', language: 'zh\\r\\nX:1'})"
    back = read(str(core.evaluate(code, json.loads(json.dumps(events)))))
    assert [event["SUMMARY"] for event in back] == [tame(name) for name, *_ in rows]
    assert [event.get("DESCRIPTION", "") for event in back] == [tame(about) for _, about, _ in rows]
    ends = [f"{day + timedelta(1):%Y%m%d}" for *_, day in rows]
    assert [event["DTEND;VALUE=DATE"] for event in back] == ends
    assert [event["DTSTART;VALUE=DATE"] for event in back] == [f"{day:%Y%m%d}" for *_, day in rows]


def tame(text: str) -> str:
    """Line ends alike; a sign that no line may hold becomes a blank."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(" " if (sign < " " and sign != "\n") or sign == "\x7f" else sign for sign in text)
