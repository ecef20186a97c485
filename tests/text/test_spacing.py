"""Where no blank belongs: the same rule for line breaks, for blanks that were typed and for the mark of a wording."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from levelbook.text.spacing import closes, is_spaced, squeezed, wrong_blank

TEXTS = st.text(alphabet="甲乙，。“”—…· a1-（）《》①\n", max_size=40)


@pytest.mark.parametrize(
    ("before", "after", "closed"),
    [
        ("让人把话", "说完", True),
        ("他常说“客户第一”", "并照做", True),
        ("他常说", "“客户第一”", True),
        ("等等……", "好", True),
        ("甲", "——乙", True),
        ("史蒂夫·", "乔布斯", True),
        ("（2012—", "2015年）", True),
        ("℃", "以上", True),
        ("见①", "和②", True),
        ("用Excel", "制表", True),
        ("每月", "3次", True),
        ("增长5%", "以上", True),
        ("，", "CRM", True),
        ("**底线**", "**做法**", True),
        ("[倾听](listening)", "[谈判](b)", True),
        ("he said", "“hello”", False),
        ("“hello”", "he said", False),
        ("wait —", "he came", False),
        ("one", "two", False),
        ("Excel", "2016版", False),
        ("café", "au lait", False),
        ("그는", "말했다", False),
        ("Привет", "мир", False),
    ],
)
def test_what_is_joined(before: str, after: str, closed: bool) -> None:
    assert closes(before, after) is closed


def test_a_text_that_sets_other_scripts_off_goes_on_doing_so() -> None:
    assert is_spaced("用 CRM 系统") and is_spaced("每月 3 次")
    assert not is_spaced("用CRM系统") and not is_spaced("甲， CRM") and not is_spaced("in a word")
    assert not closes("用 CRM", "系统", spaced=True)
    assert closes("把话", "说完", spaced=True)
    assert closes("，", "CRM", spaced=True)


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("让人把话 说完", 4),
        ("“客户第一” 并照做", 6),
        ("他说： “好”", 3),
        ("写下 **底线** 和做法", None),
        ("姓　名", 1),
        ("（ ）", None),
        ("“　”", None),
        ("用 CRM 系统", None),
        ("3 月", None),
        ("an English “quote” and more", None),
    ],
)
def test_blanks_that_were_typed(text: str, at: int | None) -> None:
    assert wrong_blank(text) == at


@given(TEXTS)
def test_where_a_blank_is_wrong_a_line_break_leaves_none(text: str) -> None:
    at = wrong_blank(text)
    if at is not None:
        assert closes(text[:at], text[at:].lstrip(" \u3000"))


@given(TEXTS)
def test_squeezing_leaves_nothing_to_squeeze(text: str) -> None:
    once = squeezed(text)
    assert once.replace(" ", "") == "".join(text.split())
    assert squeezed(once) == once
