"""Which wordings an indicator has had, and when each begins, ends or comes."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from levelbook.history.timeline import Timeline
from levelbook.history.wordings import ReleasedWording, every_wording, first_release
from levelbook.model.handbook import Handbook, HandbookHead, Release
from levelbook.model.history import Fact, FactTable, History, ReleaseHistory
from tests.pages.released import newest, released

CODE = "KEY-LIS-01"
TEXTS = ("听完。", "听完，记下。", "听完、记下。")


def wordings_of(handbook: Handbook, code: str) -> tuple[ReleasedWording, ...]:
    """The wordings of one indicator, newest first."""
    return every_wording(handbook).get(code, ())


def said(code: str) -> list[tuple[str, str, str]]:
    """The release in which each wording began, its text, and the release that has it no more."""
    return [(one.release, one.text, one.until) for one in wordings_of(newest(), code)]


def test_a_wording_lasts_until_a_release_has_another() -> None:
    assert said("KEY-LIS-02") == [
        ("3.0.0", "复述客户的要求，请客户确认，事后复盘。", ""),
        ("1.1.0", "复述客户的要求，请客户确认。", "3.0.0"),
        ("1.0.0", "复述客户的要求，让客户确认。", "1.1.0"),
    ]


def test_what_is_split_or_retired_has_no_wording_after_that() -> None:
    assert said("KEY-LIS-03") == [("1.0.0", "记录并整理客户意见。", "2.0.0")]
    assert said("KEY-LIS-06") == [("2.0.0", "记录客户意见。", "")]
    assert [one.replaced for one in wordings_of(newest(), "KEY-LIS-02")] == [False, True, True]
    assert not wordings_of(newest(), "KEY-LIS-03")[0].replaced


def test_what_was_never_released_has_none() -> None:
    assert wordings_of(newest(), "KEY-LIS-99") == ()
    assert every_wording(replace(newest(), history=History())) == {}


def test_the_first_release_of_a_history_is_the_one_before_its_oldest_record() -> None:
    assert first_release(newest()) == "1.0.0"
    alone = replace(newest(), history=replace(newest().history, releases=()))
    assert first_release(alone) == "3.0.0"
    assert first_release(replace(newest(), history=History())) == ""


def test_of_a_wording_older_than_all_that_was_kept_nobody_says_when_it_began() -> None:
    """The code is of 0.9.0, of which no texts were kept; what it said then may have been another text."""
    book = newest()
    older = Release(version="0.9.0", date="2025-12-01")
    before = replace(book, releases=(*book.releases, older), ledger={**book.ledger, "KEY-LIS-02": "0.9.0"})
    oldest = wordings_of(before, "KEY-LIS-02")[-1]
    assert (oldest.release, oldest.kept_from) == ("1.0.0", True)
    assert not wordings_of(before, "KEY-LIS-06")[-1].kept_from


def test_what_holds_comes_and_ends() -> None:
    times = Timeline(released())
    assert times.coming == {"3.0.0"}
    now, then = times.in_force("KEY-LIS-02"), times.next("KEY-LIS-02")
    assert (now and now.release, then and then.release) == ("1.1.0", "3.0.0")
    assert (times.ends("KEY-LIS-02"), times.ends("KEY-TAL-03")) == ("", "3.0.0")
    assert times.in_force("KEY-LIS-08") is None
    assert times.in_force("KEY-LIS-04") is None


def test_a_wording_has_begun_only_where_it_is_the_one_in_hand() -> None:
    times = Timeline(released())
    assert times.began("KEY-LIS-02", "复述客户的要求，请客户确认。") == "1.1.0"
    assert times.began("KEY-LIS-02", "复述客户的要求，请客户确认！") == ""
    assert times.began("KEY-LIS-99", "新的一条。") == ""


def test_days_go_by_the_day_of_effect_and_end_the_day_before_the_next() -> None:
    times = Timeline(released())
    first, second = reversed(times.wordings["KEY-LIS-01"])
    assert times.days(first) == ("2026-01-05", "2026-06-30")
    assert times.days(second) == ("2026-07-01", "")


states = st.lists(st.one_of(st.none(), st.sampled_from(TEXTS)), min_size=1, max_size=6)


@given(states)
def test_every_release_reads_as_it_did(states: list[str | None]) -> None:
    """Whatever happens to an indicator: the wording that began last before a release, and lasts, is what it said."""
    handbook = _handbook(states)
    found = wordings_of(handbook, CODE)
    for at, text in enumerate(states):
        holding = [one for one in found if _number(one.release) <= at and not 0 < _number(one.until or "0.0.0") <= at]
        assert [one.text for one in holding] == ([text] if text else []), (states, at)


def _number(version: str) -> int:
    return int(version.split(".")[1]) - 1


def _handbook(states: list[str | None]) -> Handbook:
    """A handbook of one indicator, with what it said in each release: 0.1.0, 0.2.0, …"""
    versions = [f"0.{at + 1}.0" for at in range(len(states))]
    releases = tuple(Release(version=version, date="2026-01-01") for version in reversed(versions))
    facts = [_fact(text) for text in states]
    steps = [
        ReleaseHistory(version, (), {CODE: before} if before != after else {})
        for version, before, after in zip(versions[1:], facts, facts[1:], strict=False)
    ]
    published: FactTable = {"KEY": {"kind": "sequence"}} | ({CODE: facts[-1]} if facts[-1] else {})
    first = next((at for at, text in enumerate(states) if text), 0)
    return Handbook(
        HandbookHead(name="手册"),
        releases=releases,
        ledger={CODE: versions[first]},
        history=History(published=published, releases=tuple(reversed(steps))),
    )


def _fact(text: str | None) -> Fact | None:
    return {"kind": "indicator", "text": text} if text else None
