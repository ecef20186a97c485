"""A handbook turned back to the facts of a release, and which release holds on a day."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from levelbook.history.as_of import as_of, with_facts
from levelbook.history.comparing.changes import typed_changes
from levelbook.history.facts import facts_of
from levelbook.history.in_force import as_in_force, coming, in_force
from levelbook.history.release_changes import changes_of, facts_before, recorded
from levelbook.model.handbook import Handbook, Release, ReleaseWord
from levelbook.model.history import History
from tests.history.edited import edited, handbook_of, real_files, real_table
from tests.history.test_diff_cases import CASES

KEPT = [case for case in CASES if "given" not in case]


@pytest.fixture(scope="module")
def real() -> Handbook:
    return handbook_of(real_files())


def test_with_its_own_facts_a_handbook_is_itself(real: Handbook) -> None:
    assert with_facts(real, facts_of(real)) == real


@pytest.mark.parametrize("case", KEPT, ids=lambda case: case["case"])
def test_an_edited_handbook_turned_back_has_the_facts_of_before(case: dict[str, Any]) -> None:
    newer = handbook_of(edited(real_files(), case["edit"]))
    before, after = real_table(), facts_of(newer)
    changes = typed_changes(before, after)
    history = History(published=after, releases=(recorded("0.3.0", changes, before, after),))
    newer = replace(newer, history=history)
    assert facts_before(history, "0.3.0") == before
    assert facts_of(as_of(newer, "0.2.0")) == before
    told = changes_of(newer, "0.3.0")
    assert [(one.kind, one.address, one.change_class) for one in told] == [
        (one.kind, one.address, one.change_class) for one in changes
    ]


def test_notes_and_prose_stay_as_they_are_now(real: Handbook) -> None:
    table = {address: dict(fact) for address, fact in facts_of(real).items()}
    table["TAM-EXE-06"]["text"] = "原来的一句。"
    then = with_facts(real, table).sequences["telecom-account-manager"].all_competencies["execution"]
    indicator = then.indicator("TAM-EXE-06")
    assert indicator and indicator.text == "原来的一句。"
    assert [note.printed for note in indicator.notes] == ["行成"]
    assert indicator.line > 0 and then.file.endswith("execution.yml")
    assert next(one.code for one in then.levels["advanced"].indicators) == "TAM-EXE-06"


def test_words_that_were_given_are_told_again(real: Handbook) -> None:
    before, after = real_table(), {address: dict(fact) for address, fact in real_table().items()}
    after["TAM-EXE-04"]["text"] = "积极思考如何实施，订定可执行的计划。"
    word = ReleaseWord.model_validate({"is": "typo", "why": "笔误"})
    changes = typed_changes(before, after, {"TAM-EXE-04": word})
    history = History(published=after, releases=(recorded("0.3.0", changes, before, after),))
    (told,) = changes_of(replace(real, history=history), "0.3.0")
    assert (told.change_class.value, told.rule, told.why) == ("typo", "said", "笔误")
    assert [word.text for word in told.words if word.fate != "stays"] == ["制定", "订定"]
    assert told.touches.levels == ("TAM.intermediate",)


def release(version: str, day: str, effective: str | None = None) -> Release:
    return Release.model_validate({"version": version, "date": day, "effective": effective})


RELEASES = (
    release("2.0.1", "2026-12-01"),
    release("2.0.0", "2026-11-28", "2027-03-01"),
    release("1.0.0", "2026-11-20", "2026-12-01"),
    release("0.2.0", "2026-11-01"),
)


@pytest.mark.parametrize(
    ("day", "version", "ahead"),
    [
        ("2026-10-31", None, ["2.0.1", "2.0.0", "1.0.0", "0.2.0"]),
        ("2026-11-30", "0.2.0", ["2.0.1", "2.0.0", "1.0.0"]),
        ("2026-12-01", "1.0.0", ["2.0.1", "2.0.0"]),  # a correction waits for what it rests on
        ("2027-02-28", "1.0.0", ["2.0.1", "2.0.0"]),
        ("2027-03-01", "2.0.1", []),
    ],
)
def test_what_holds_on_a_day(real: Handbook, day: str, version: str | None, ahead: list[str]) -> None:
    handbook = replace(real, releases=RELEASES)
    holding = in_force(handbook, date.fromisoformat(day))
    assert (holding.version if holding else None) == version
    assert [one.version for one in coming(handbook, date.fromisoformat(day))] == ahead


def test_the_site_shows_what_holds_and_knows_what_comes(real: Handbook) -> None:
    before, after = real_table(), {address: dict(fact) for address, fact in real_table().items()}
    after["TAM-EXE-04"]["text"] = "制定可执行的计划，每周复盘。"
    newest = with_facts(real, after)
    history = History(published=after, releases=(recorded("1.0.0", typed_changes(before, after), before, after),))
    newest = replace(newest, history=history, releases=(release("1.0.0", "2026-11-28", "2027-01-01"), RELEASES[-1]))
    shown = as_in_force(newest, date(2026, 12, 31))
    assert facts_of(shown) == before
    assert shown.in_force == "0.2.0" and [one.version for one in shown.coming] == ["1.0.0"]
    assert shown.release and shown.release.version == "0.2.0"
    assert as_in_force(newest, date(2027, 1, 1)) is newest
    assert as_in_force(newest, date(2020, 1, 1)) is newest
