"""Bold, code and links: what is a mark, what is not, and that a text is read in one go."""

import sys
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from levelbook.text.inline import Marked, parse, plain, qualified, tags
from levelbook.text.runs import Bold, InlineCode, InlineLink, InlinePart, InlineText

SIGNS = st.text(alphabet="甲乙“”：，《》*`[]()\\ a1/<>b\n", max_size=60)


def drawn(parts: tuple[InlinePart, ...]) -> str:
    """The runs of a text, as a person can check them."""
    pieces = []
    for part in parts:
        match part:
            case InlineText():
                pieces.append(part.text)
            case InlineCode():
                pieces.append(f"{{code {part.text}}}")
            case Bold():
                pieces.append(f"{{bold {drawn(part.parts)}}}")
            case InlineLink():
                pieces.append(f"{{link {part.target} {drawn(part.parts)}}}")
    return "".join(pieces)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("**重点：**见", "{bold 重点：}见"),
        ("甲**“重点”**乙", "甲{bold “重点”}乙"),
        ("**《手册》**第三章", "{bold 《手册》}第三章"),
        ("他说**“好”。**然后走了", "他说{bold “好”。}然后走了"),
        ("（**重要**）", "（{bold 重要}）"),
        ("**bold**, not bold", "{bold bold}, not bold"),
        ('a**"b"**c', 'a{bold "b"}c'),
        ("5*3*2", "5*3*2"),
        ("*甲* _乙_ __丙__", "*甲* _乙_ __丙__"),
        ("每降低__%扣2分，第__页", "每降低__%扣2分，第__页"),
        ("密码是****", "密码是****"),
        ("`5**3` **甲**", "{code 5**3} {bold 甲}"),
        ("``a`b`` `", "{code a`b} `"),
        ("[倾听](listening)", "{link listening 倾听}"),
        ("**见[谈判](shared/negotiation)。**", "{bold 见{link shared/negotiation 谈判}。}"),
        ("[**甲** `乙`](KEY-LIS-01)", "{link KEY-LIS-01 {bold 甲} {code 乙}}"),
        ("[甲]( listening@senior )", "{link listening@senior 甲}"),
        ("[甲[1]](listening)", "{link listening 甲[1]}"),
        ("[[甲](a)](b)", "[{link a 甲}](b)"),
        (
            "[甲](https://zh.wikipedia.org/wiki/能力_(心理学))",
            "{link https://zh.wikipedia.org/wiki/能力_(心理学) 甲}",
        ),
        ("[甲](MAILTO:hr@example.org)", "{link MAILTO:hr@example.org 甲}"),
        ("[](listening)", "[](listening)"),
        ("[甲]（listening）", "[甲]（listening）"),
        (r"\**甲** \[乙](丙) \`丁\` C:\new", "**甲** [乙](丙) `丁` C:\\new"),
    ],
)
def test_runs(text: str, read: str) -> None:
    if text.startswith("\\"):
        assert plain(text) == read
    else:
        assert drawn(parse(text).parts) == read


@pytest.mark.parametrize(
    ("text", "strays"),
    [
        ("**重点：**见", []),
        ("甲**乙", [(1, "bold", "**")]),
        ("2**10", [(1, "bold", "**")]),
        ("** 重点 **", [(0, "bold", "**"), (6, "bold", "**")]),
        ("**甲 **乙**", [(0, "bold", "**")]),
        ("***甲***", [(0, "bold", "***"), (4, "bold", "***")]),
        ("****", []),
        (r"甲\*\*乙", []),
        ("[甲](javascript:alert(1))", [(4, "link", "javascript:alert(1)")]),
        ("[甲](//example.org)", [(4, "link", "//example.org")]),
        ("[甲](见 下文)", [(4, "link", "见 下文")]),
        ("[**甲](listening)**", [(1, "bold", "**"), (16, "bold", "**")]),
    ],
)
def test_marks_that_mark_nothing(text: str, strays: list[tuple[int, str, str]]) -> None:
    assert [(one.start, one.sort, one.words) for one in parse(text).strays] == strays


@pytest.mark.parametrize(
    "target", ["javascript:x", "data:text/html,x", "//e.org", "\\\\e.org", "ftp://e.org", 'a"b', ""]
)
def test_only_addresses_and_the_web_are_linked(target: str) -> None:
    assert list(parse(f"[甲]({target})").links()) == []
    assert plain(f"[甲]({target})") == f"[甲]({target})"


def test_links_know_where_their_target_stands() -> None:
    text = "见 **[甲](listening)** 和[乙](https://e.org)"
    links = list(parse(text).links())
    assert [text[link.start :].startswith(link.target) for link in links] == [True, True]
    assert [link.outside for link in links] == [False, True]


def test_links_take_their_sequence_along() -> None:
    text = r"[甲](listening) [乙](shared/b) [丙](listening@senior) [丁](KEY-LIS) \[戊](own) `[己](own)`"
    wanted = r"[甲](sales/listening) [乙](shared/b) [丙](sales/listening@senior) [丁](KEY-LIS) \[戊](own) `[己](own)`"
    assert qualified(text, "sales") == wanted
    assert qualified(wanted, "other") == wanted


def test_html_is_found_where_it_is_shown() -> None:
    assert list(tags("客户数<10家，a < b > c，`<i>`，<b>甲</b><br/>")) == [(24, "<b>"), (28, "</b>"), (32, "<br/>")]


def test_a_marked_text_gives_its_words_wherever_nobody_asks_for_more() -> None:
    text = Marked("**甲**[乙](c)<")
    assert f"{text}" == str(text) == "甲乙<"
    assert text.__html__() == "甲乙&lt;"


@given(SIGNS)
def test_nothing_typed_is_lost_but_marks(text: str) -> None:
    words, rest = plain(text), iter(text)
    assert all(sign in rest for sign in words), "the words stand in the text, in their order"
    if not list(parse(text).links()):
        assert _letters(words) == _letters(text)


def _letters(text: str) -> str:
    return "".join(sign for sign in text if sign not in "*`\\ ")


@given(SIGNS)
def test_where_marks_are_is_told_rightly(text: str) -> None:
    for stray in parse(text).strays:
        assert text.startswith(stray.words, stray.start)
    for link in parse(text).links():
        assert text.startswith(link.target, link.start)


@pytest.mark.parametrize(
    "piece",
    [
        "[",
        "[甲",
        "**甲 ",
        "[甲](",
        "](((b)",
        "[](a",
        "[**a](",
        "[a](b)",
        "](:)",
        "*",
        "` `` ",
        "\\[",
        "甲**",
        "<a ",
        "[a](: )",
    ],
)
def test_reading_takes_no_longer_than_the_text(piece: str) -> None:
    """Work is counted in calls: twice the text, twice the calls."""
    parse.cache_clear()
    once, twice = (_calls(piece * n) for n in (300, 600))
    assert twice <= 2.1 * once + 50


def _calls(text: str) -> int:
    count = 0

    def took(frame: Any, event: str, arg: Any) -> None:
        nonlocal count
        count += 1

    sys.setprofile(took)
    try:
        parse(text)
        list(tags(text))
    finally:
        sys.setprofile(None)
    return count
