"""Word by word: what stays, what changes, and when marking helps nobody."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from levelbook.text.wording import Word, difference

CHINESE = st.text(alphabet="在每月查一两次进度，落后时说明原因和拿出办法。abc 12", max_size=60)


def _printed(words: tuple[Word, ...]) -> str:
    return "".join(f"[{word.text}]" if word.changed else word.text for word in words)


def test_chinese_is_marked_by_words_not_characters() -> None:
    marked = difference("在指导下制订公关计划，并正确落实。", "独立制订有效的公关计划，并正确落实。")
    assert _printed(marked.before) == "[在指导下]制订公关计划，并正确落实。"
    assert _printed(marked.after) == "[独立]制订[有效的]公关计划，并正确落实。"


def test_a_particle_amid_changes_is_not_kept() -> None:
    marked = difference("优秀的方案。", "合格的报告。")
    assert _printed(marked.before) == "[优秀的方案]。"


@pytest.mark.parametrize(
    ("before", "after", "printed"),
    [
        ("甲的", "乙的", "[甲]的"),
        ("的甲", "的乙", "的[甲]"),
        ("甲。乙", "丙。丁", "[甲]。[乙]"),
        ("甲的乙", "丙的", "[甲]的[乙]"),
        ("甲的乙", "丙的丁", "[甲的乙]"),
    ],
)
def test_only_a_single_sign_between_changes_in_both_texts_is_an_island(before: str, after: str, printed: str) -> None:
    assert _printed(difference(before, after).before) == printed


@pytest.mark.parametrize(("before", "after", "rewritten"), [("甲。乙", "丙。丁", False), ("甲。乙", "丙。丁丁", True)])
def test_a_third_that_stays_is_enough(before: str, after: str, rewritten: bool) -> None:
    assert difference(before, after).rewritten is rewritten


def test_a_sentence_written_anew_says_so() -> None:
    assert difference("介绍产品时少用行话。", "同一个方案，对技术和财务各有一套讲法。").rewritten
    assert not difference("每月查一次进度。", "每月查两次进度。").rewritten


@given(CHINESE, CHINESE)
def test_runs_add_up_to_the_texts(before: str, after: str) -> None:
    marked = difference(before, after)
    assert "".join(word.text for word in marked.before) == before
    assert "".join(word.text for word in marked.after) == after
    stays = "".join(word.text for word in marked.before if not word.changed)
    assert stays == "".join(word.text for word in marked.after if not word.changed)
    assert 0 <= marked.kept <= 1


@given(CHINESE)
def test_a_text_does_not_differ_from_itself(text: str) -> None:
    marked = difference(text, text)
    assert not any(word.changed for word in marked.before + marked.after)
