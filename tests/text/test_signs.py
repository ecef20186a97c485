"""Characters that nobody sees: which are told, which belong where they stand, and how they are shown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from levelbook.loading.nodes import Text
from levelbook.text.signs import bare, misplaced, named, needless, visible, wrong

WRONG = {
    "zero width space": ("客户\u200b经理", "U+200B ZERO WIDTH SPACE", "zero-width"),
    "byte order mark": ("客户\ufeff经理", "U+FEFF ZERO WIDTH NO-BREAK SPACE", "zero-width"),
    "Hangul filler": ("客户\u3164经理", "U+3164 HANGUL FILLER", "zero-width"),
    "override": ("a\u202ebc", "U+202E RIGHT-TO-LEFT OVERRIDE", "turn"),
    "isolate": ("a\u2066bc", "U+2066 LEFT-TO-RIGHT ISOLATE", "turn"),
    "mark of direction amid Latin": ("a\u200fb", "U+200F RIGHT-TO-LEFT MARK", "turn"),
    "joiner amid Han": ("客\u200d户", "U+200D ZERO WIDTH JOINER", "joiner"),
    "selector after a letter": ("A\ufe0f", "U+FE0F VARIATION SELECTOR-16", "selector"),
    "selector alone": ("\ufe0fA", "U+FE0F VARIATION SELECTOR-16", "selector"),
    "tag": ("客户\U000e0041", "U+E0041 TAG LATIN CAPITAL LETTER A", "tag"),
    "replacement": ("客\ufffd", "U+FFFD REPLACEMENT CHARACTER", "lost"),
    "object": ("客\ufffc", "U+FFFC OBJECT REPLACEMENT CHARACTER", "lost"),
    "private": ("客\ue000", "U+E000", "private"),
    "private of another plane": ("客\U0010fffd", "U+10FFFD", "private"),
    "noncharacter": ("客\ufdd0", "U+FDD0", "none"),
    "noncharacter of another plane": ("客\U0002ffff", "U+2FFFF", "none"),
    "soft hyphen": ("co\u00adop", "U+00AD SOFT HYPHEN", "hyphen"),
    "no-break space amid words": ("one\u00a0two", "U+00A0 NO-BREAK SPACE", "blank"),
    "ideographic space in front": ("\u3000客户", "U+3000 IDEOGRAPHIC SPACE", "blank"),
    "Word's bullet": ("\uf0b7 客户", "U+F0B7", "pasted"),
    "bullet": ("• 客户", "U+2022 BULLET", "pasted"),
    "bullet whose font was lost": ("Ø 客户", "U+00D8 LATIN CAPITAL LETTER O WITH STROKE", "pasted"),
}
RIGHT = {
    "emoji of several": "👩🏽\u200d💻 ❤\ufe0f\u200d🔥 👨\u200d👩\u200d👧 1\ufe0f\u20e3 ✔\ufe0f ‼\ufe0f",
    "flags": "🇨🇳 \U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
    "Persian": "می\u200cخواهم",
    "Hindi": "क्\u200dष क्\u200cष",
    "Hebrew with its mark": "שלום\u200f!",
    "Thai with a place to break": "ภาษา\u200bไทย",
    "Mongolian": "ᠠ\u180b",
    "variants of Han characters": "葛\U000e0100 辻\U000e0101",
    "units": "5\u00a0kg, 10\u00a0000, 20\u202f%, §\u00a05, n°\u00a05",
    "French": "Attention\u00a0! «\u00a0oui\u00a0» pourquoi\u202f?",
    "combining": "U\u0308ber",
    "words": "Østfold, übrigens, l'élan; 第一章 总则",
}


def without(text: str) -> Text:
    return Text(text).without(wrong(text))


@pytest.mark.parametrize("name", WRONG)
def test_what_is_told(name: str) -> None:
    text, sign, sort = WRONG[name]
    assert [(named(one.sign), one.sort.value) for one in misplaced(text)] == [(sign, sort)]


@pytest.mark.parametrize("name", RIGHT)
def test_what_belongs_where_it_stands(name: str) -> None:
    assert list(misplaced(RIGHT[name])) == []


def test_what_is_always_wrong_can_be_taken_out() -> None:
    assert without("客\u200b户\u00a0A") == "客户\u00a0A"
    assert bare(" \u200b\u00a0\u202e ") == ""


def test_blanks_that_are_needless() -> None:
    assert needless("甲\u00a0乙", 1) and needless("\u3000甲", 0) and needless("甲。\u00a0", 2)
    assert not needless("A\u00a0乙", 1) and not needless("a\u00a0b", 1)


@given(st.text())
def test_what_is_shown_can_be_seen(text: str) -> None:
    shown = visible(text)
    assert shown.isprintable() and list(misplaced(shown.lstrip("•‣◦⁃∙·●■◆▪➢➤►Øü§"))) == []
    assert visible(shown) == shown


@given(st.text())
def test_taking_out_once_is_enough(text: str) -> None:
    assert all(
        one.mild or one.sort.value in ("joiner", "selector", "turn", "zero-width", "tag", "pasted")
        for one in misplaced(without(text))
    )
