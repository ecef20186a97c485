"""Two texts as one sentence: what stays once, what is gone before what is added."""

import pytest

from levelbook.text.wording import difference, joined

PAIRS = [
    ("受挫后较快调整好心情。", "受挫后迅速调整好心情，继续做事。"),
    ("遇到困难的任务不退缩，敢于接下来。", "遇到有挑战、有风险的任务不退缩，乐于接下来，并为之兴奋。"),
    ("同一句话。", "同一句话。"),
    ("Answers customers within a day.", "Answers every customer within two hours."),
    ("", "新的一句。"),
    ("旧的一句。", ""),
]


@pytest.mark.parametrize(("before", "after"), PAIRS)
def test_both_texts_can_be_read_out_of_it(before: str, after: str) -> None:
    found = difference(before, after)
    runs = joined(found.before, found.after)
    assert "".join(run.text for run in runs if run.fate != "added") == before
    assert "".join(run.text for run in runs if run.fate != "gone") == after


def test_what_is_gone_stands_before_what_takes_its_place() -> None:
    found = difference("受挫后较快调整好心情。", "受挫后迅速调整好心情。")
    fates = [run.fate for run in joined(found.before, found.after)]
    assert fates == ["stays", "gone", "added", "stays"]
