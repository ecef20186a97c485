"""What the ledger knows of codes: since when, for which words, and what stands for them now."""

import pytest
from pydantic import ValidationError

from levelbook.loading.ledger import marks_in, merged, rendered
from levelbook.model.ledger import CodeLedger, CodeState, is_code, seal_of_codes

A, B = "8f2c61d0a9e37b44", "0123456789abcdef"


def ledger(**codes: object) -> CodeLedger:
    return CodeLedger.model_validate({"codes": {code.replace("_", "-"): entry for code, entry in codes.items()}})


def test_the_newest_code_is_found_through_all_that_went_before() -> None:
    known = ledger(
        ONE={"since": "0.2.0", "now": "TWO"}, TWO={"since": "1.0.0", "now": "TRI"}, TRI={"new": A}, FOUR="unknown"
    )
    assert known.now == {"ONE": "TRI", "TWO": "TRI"}
    assert known.releases == {"ONE": "0.2.0", "TWO": "1.0.0", "TRI": "0.2.0"}
    assert known.marks == {"TRI": A}


def test_codes_that_lead_round_lead_nowhere() -> None:
    known = ledger(
        ONE={"since": "0.2.0", "now": "TWO"}, TWO={"since": "0.2.0", "now": "ONE"}, TRI={"since": "1.0.0", "now": "ONE"}
    )
    assert known.now == {}


def test_a_path_is_known_by_the_newest_code() -> None:
    known = CodeLedger(codes={"KEY-LIS": CodeState(since="1.0.0", now="SHA-LIS")}, paths={"key/listening": "KEY-LIS"})
    assert (known.code_at("key/listening"), known.code_at("key/other")) == ("SHA-LIS", "")


def test_what_was_taken_back_stays_given() -> None:
    known = ledger(KEY_LIS_04={"new": A, "undone": True})
    assert known.undone == {"KEY-LIS-04"}
    assert known.known.keys() == {"KEY-LIS-04"}
    assert known.releases == {}


@pytest.mark.parametrize(
    "entry", [{}, {"new": A, "since": "1.0.0"}, {"since": "1.0.0", "undone": True}, {"now": "ONE"}, {"new": "x"}]
)
def test_an_entry_is_new_or_has_a_release(entry: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        CodeState.model_validate(entry)


ENTRIES = [
    "1.0.0",
    "unknown",
    f"{{new: {A}}}",
    "{new: unknown}",
    f"{{new: {A}, undone: yes}}",
    f"{{new: {A}, now: KEY.senior}}",
    "{since: 1.0.0, now: KEY-LIS}",
    "{since: unknown, now: KEY.senior}",
]


@pytest.mark.parametrize("entry", ENTRIES)
def test_lines_are_written_as_they_were_read(entry: str) -> None:
    text = f"codes:\n  KEY-ASK: {entry}\n"
    lines = merged(text)
    assert lines
    assert rendered(lines, ()) == text


@pytest.mark.parametrize(
    ("ours", "theirs", "kept"),
    [
        (f"{{new: {A}}}", f"{{new: {B}}}", f"{{new: {A}}}"),
        (f"{{new: {A}}}", "1.0.0", "1.0.0"),
        ("unknown", "1.0.0", "1.0.0"),
        ("1.0.0", "{since: 1.0.0, now: KEY.top}", "{since: 1.0.0, now: KEY.top}"),
        (f"{{new: {A}, undone: yes}}", f"{{new: {A}}}", f"{{new: {A}}}"),
    ],
)
def test_of_two_branches_the_line_that_knows_more_stays(ours: str, theirs: str, kept: str) -> None:
    lines = merged(f"codes:\n<<<<<<< HEAD\n  KEY-ASK: {ours}\n=======\n  KEY-ASK: {theirs}\n>>>>>>> spring\n")
    assert lines
    assert rendered(lines, ()) == f"codes:\n  KEY-ASK: {kept}\n"


def test_the_marks_of_both_branches_are_known_in_order() -> None:
    text = f"codes:\n  KEY-LIS-04: {{new: {A}}}\n  KEY-LIS-04: {{new: {B}}}\n  KEY-LIS-05: 1.0.0\n"
    assert marks_in(text) == {"KEY-LIS-04": [A, B]}


def test_the_seal_changes_with_released_lines_alone() -> None:
    before = ledger(KEY="1.0.0", KEY_LIS_01="1.0.0")
    assert seal_of_codes(before) == seal_of_codes(
        ledger(KEY_LIS_01="1.0.0", KEY="1.0.0", KEY_LIS_02={"new": A}, SAL="unknown")
    )
    assert seal_of_codes(before) == seal_of_codes(ledger(KEY={"since": "1.0.0", "now": "SAL"}, KEY_LIS_01="1.0.0"))
    for other in (
        ledger(KEY="1.0.0"),
        ledger(KEY="1.0.0", KEY_LIS_01="1.1.0"),
        ledger(KEY="1.0.0", KEY_LIS_02="1.0.0"),
    ):
        assert seal_of_codes(other) != seal_of_codes(before)


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        *(("KEY", True), ("KEY-LIS", True), ("KEY-LIS-01", True), ("KEY.senior", True)),
        *(("KEY-LIS@senior", False), ("KEY:points:x", False), ("handbook", False), ("KEY-LIS.1a2b3c4d", False)),
    ],
)
def test_codes_among_addresses(text: str, is_one: bool) -> None:
    assert is_code(text) == is_one
