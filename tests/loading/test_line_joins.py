"""Texts on several lines: what YAML reads, but no blanks beside Chinese; every part knows its place."""

from itertools import pairwise

import pytest
import yaml
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from yaml._yaml import CParser

from levelbook.assessment.wording import mark
from levelbook.loading.nodes import Mapping, Seam, Span, Text
from levelbook.loading.parser import compose
from levelbook.loading.scalars import block, flow
from levelbook.text.wording import fingerprint

STYLES = ("", "'", '"', ">", ">-", "|", "|2-", ">2")
ANY = st.text(alphabet="甲乙“”—…· ab1:#'\"\\,\n\t*", max_size=30)
CHINESE = "客户 “客户第一” ‘先听’ 《手册》 —— …… ， 。 · （2012—2015年） 3次 **重点：** 90%的人 3-5年".split()
LATIN = "CRM A/B Excel 5G".split()


@st.composite
def wrapped(draw: st.DrawFn) -> tuple[str, str]:
    """A text of Chinese with words of other scripts, and the same with line breaks wherever none of them is cut."""
    pieces = ["他"]
    for _ in range(draw(st.integers(1, 8))):
        pieces += [draw(st.sampled_from(LATIN))] if draw(st.booleans()) else []
        pieces += ["把", draw(st.sampled_from(CHINESE)), "说"]
    text = "".join(pieces)
    lines = text[0]
    for before, after in pairwise(text):
        inside = before.isascii() and after.isascii() and "%" not in after
        lines += ("\n  " if not inside and draw(st.booleans()) else "") + after
    return text, lines


def written(text: str, style: str) -> str:
    """A text as the value of a key."""
    if style in ("'", '"') or not style:
        return f"a: {style}{text}{style}\n"
    return f"a: {style}\n  {text}\n"


def read(text: str) -> Text:
    root = compose("a.yml", text).root
    assert isinstance(root, Mapping)
    value = root.at("a")
    assert isinstance(value, Text)
    return value


@given(wrapped(), st.sampled_from(("", "'", '"', ">", ">-")))
def test_wrapping_changes_neither_text_nor_mark(case: tuple[str, str], style: str) -> None:
    text, lines = case
    value = read(written(lines, style))
    assert value == text
    assert fingerprint(value) == fingerprint(text)


@given(wrapped())
def test_lines_that_are_kept_change_no_mark(case: tuple[str, str]) -> None:
    text, lines = case
    assume("\n  *" not in lines and "*\n" not in lines)
    value = read(written(lines, "|"))
    assert value == lines.replace("\n  ", "\n")
    assert mark((value,)) == mark((text,)) == fingerprint(text)


@pytest.mark.parametrize("style", ["", "'", '"', ">"])
@pytest.mark.parametrize(
    ("lines", "text"),
    [
        ("他常说“客户第一”\n  并照做", "他常说“客户第一”并照做"),
        ("X 甲 乙 丙 甲\n  乙", "X 甲 乙 丙 甲乙"),
        ("He said\n  “hello”\n  to us — and\n  left…\n  at once", "He said “hello” to us — and left… at once"),
        ("用 CRM\n  系统", "用 CRM 系统"),
        ("用CRM\n  系统", "用CRM系统"),
        ("读[倾听](listening)\n  和[谈判](b)", "读[倾听](listening)和[谈判](b)"),
        # sixteen signs are looked at on either side of a joint
        ("甲" + 15 * "—" + "\n  b", "甲" + 15 * "—" + "b"),
        ("甲" + 16 * "—" + "\n  b", "甲" + 16 * "—" + " b"),
        ("a\n  " + 15 * "—" + "乙", "a" + 15 * "—" + "乙"),
        ("a\n  " + 16 * "—" + "乙", "a " + 16 * "—" + "乙"),
    ],
)
def test_joints(lines: str, text: str, style: str) -> None:
    assert read(written(lines, style)) == text


def test_blanks_that_habit_leaves_open_change_no_mark() -> None:
    assert fingerprint("用CRM系统") == fingerprint("用 CRM 系统") == mark(("用\nCRM系统",))
    assert fingerprint("两 段") == fingerprint("两段")
    assert fingerprint("in a word") != fingerprint("in aword")
    assert mark(("甲", "乙")) == fingerprint("甲\n乙") != mark(("甲乙",)) == mark(("甲\n乙",))
    assert fingerprint("**甲**见[乙](c)") == fingerprint("甲见乙")


@settings(max_examples=300)
@given(ANY, st.sampled_from(STYLES))
def test_pieces_are_what_yaml_reads(body: str, style: str) -> None:
    text = written(body.replace("\n", "\n  "), style)
    try:
        events = _scalars(text)
    except yaml.YAMLError:
        return
    for event in events:
        raw = text[event.start_mark.index : event.end_mark.index]
        readings = list(block(raw)) if event.style in ("|", ">") else [flow(raw, event.style or "")]
        texts = ["".join(piece.text for piece in pieces).rstrip("\n") for pieces in readings]
        assert event.value.rstrip("\n") in texts or not event.value.strip()


def _scalars(text: str) -> list[yaml.ScalarEvent]:
    parser, scalars = CParser(text), []
    while (event := parser.get_event()) is not None:
        if isinstance(event, yaml.ScalarEvent):
            scalars.append(event)
    return scalars


@pytest.mark.parametrize(
    ("text", "part", "place"),
    [
        ("a: 甲乙\n", "乙", (1, 5)),
        ("a: '甲''乙'\n", "乙", (1, 8)),
        ('a: "甲\\u4e59\\"丙"\n', "丙", (1, 14)),
        ("a: 甲\n   乙丙\n", "丙", (2, 5)),
        ("a: >\n  甲\n\n   乙\n  丙\n", "丙", (5, 3)),
        ("a: |-\n  甲\n  乙丙\n", "丙", (3, 4)),
        ("a: one\n  two\n", "two", (2, 3)),
    ],
)
def test_every_part_knows_its_place(text: str, part: str, place: tuple[int, int]) -> None:
    value = read(text)
    spot = value.at(value.index(part))
    assert (spot.line, spot.column) == place


@given(st.text("甲乙丙", max_size=12), st.sets(st.integers(0, 11)), st.sets(st.integers(1, 11)))
def test_what_is_left_of_a_text_still_knows_its_place(text: str, places: set[int], joints: set[int]) -> None:
    seams = (Seam(0, 0, 1), *(Seam(at, nth + 1, at) for nth, at in enumerate(sorted(joints))))
    whole = Text(text, Span(7, 5, 0, 0), seams)
    gone = {at for at in places if at < len(text)}
    left = whole.without(gone)
    staying = [at for at in range(len(text)) if at not in gone]
    assert [left.at(at) for at in range(len(left))] == [whole.at(at) for at in staying]
    assert left == "".join(text[at] for at in staying)


def test_a_character_is_told_and_taken_out_where_it_stands_in_a_text_of_several_lines() -> None:
    composed = compose("a.yml", 'text: "甲\\u200b乙\n  丙\u200b丁 ab"\n')
    assert [(problem.code, problem.place.line, problem.place.column) for problem in composed.problems] == [
        ("text-sign", 1, 9),
        ("text-sign", 2, 4),
    ]
    assert isinstance(composed.root, Mapping)
    text = composed.root.at("text")
    assert text == "甲乙丙丁 ab"
    assert [(text.at(at).line, text.at(at).column) for at in range(4)] == [(1, 8), (1, 15), (2, 3), (2, 5)]


@pytest.mark.parametrize(
    ("raw", "says"),
    [("'\n  甲 乙'", "甲 乙"), ("'\n  甲\n  乙\n  '", "甲乙"), ("'\n\n  甲'", "\n甲"), ("'\n  A\n  B'", " A B")],
)
def test_a_text_may_begin_with_a_line_break(raw: str, says: str) -> None:
    assert read(f"a: {raw}\n") == says
