"""From text to values: what texts become, and where mistakes are said to stand."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from levelbook.loading.data_file import decode
from levelbook.loading.files import Unreadable
from levelbook.model.competency import Competency
from levelbook.model.sequence import SequenceHead

GOOD = """code: LIS
name: 倾听
levels:
  junior:
    indicators:
      - 记下要点。
      - text: 让人
          把话说完。
"""


def competency(text: str | bytes) -> Competency:
    data = text.encode() if isinstance(text, str) else text
    sheet, problems = decode("a.yml", data, Competency)
    assert sheet.value is not None, problems
    return sheet.value


def texts(text: str | bytes) -> list[str]:
    return [one.text for one in competency(text).levels["junior"].indicators]


@pytest.mark.parametrize("change", [str, lambda text: "\ufeff" + text, lambda text: text.replace("\n", "\r\n")])
def test_marks_and_line_endings_change_nothing(change: object) -> None:
    assert callable(change)
    assert texts(change(GOOD)) == ["记下要点。", "让人把话说完。"]


@pytest.mark.parametrize("data", [b"\xff", Unreadable("denied")])
def test_what_cannot_be_read_holds_nothing(data: bytes | Unreadable) -> None:
    sheet, problems = decode("a.yml", data, Competency)
    assert (sheet.value, sheet.count, [one.code for one in problems]) == (None, 0, ["file-unreadable"])


def test_lines_are_remembered() -> None:
    short, long = competency(GOOD).levels["junior"].indicators
    assert (short.line, long.line) == (6, 7)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("让人\n  把话，\n  说完", "让人把话，说完"),
        ("'让人\n  把话'", "让人把话"),
        ('"让人\n  把话\\\n  说完"', "让人把话说完"),
        (">\n  让人\n  把话\n", "让人把话"),
        ("|\n  让人\n  把话\n", "让人\n把话"),
        ("用 CRM\n  系统", "用 CRM 系统"),
        ("甲\n  乙\n  丙\n  丁", "甲乙丙丁"),
        ("两段\n\n  文字", "两段\n文字"),
        ("no", "no"),
        ("1.10", "1.10"),
        ("2006-03", "2006-03"),
        ("0o17", "0o17"),
        ("'null'", "null"),
    ],
)
def test_texts_stay_as_people_wrote_them(written: str, read: str) -> None:
    assert competency(f"name: {written}\nblank: 未写\n").name == read


def test_a_typed_blank_is_told_and_a_line_break_is_not() -> None:
    _, problems = decode("a.yml", "name: 让人\n  把话 说完\nblank: 未写\n".encode(), Competency)
    assert [(one.code, one.place.line) for one in problems] == [("text-blank", 2)]


def test_what_the_source_printed_keeps_its_blanks() -> None:
    text = "name: 甲\nblank: 未写\nnotes:\n  - {kind: corrected, text: 改正, printed: 用 气量}\n"
    assert decode("a.yml", text.encode(), Competency)[1] == []


def test_translations_stand_beside_their_texts() -> None:
    value = competency("name: 倾听\nname_en: Listening\nblank: 未写\n")
    assert value.localized("name", "en") == "Listening"


def test_all_mistakes_at_once_each_at_its_place() -> None:
    text = (
        "code: key\nnmae: 甲\nlevels:\n- {id: A, name: 初级}\n- {id: b, name: }\ncumulative: perhaps\n"
        "groups:\n- {id: g, name: 组, kind: abillity, competencies: [a], lost: 缺}\n"
    )
    _, problems = decode("a.yml", text.encode(), SequenceHead)
    mistakes = {(problem.code, problem.variant, problem.place.line, problem.place.column) for problem in problems}
    assert mistakes == {
        ("value-wrong", "write", 1, 7),
        ("unknown-key", "near", 2, 1),
        ("value-wrong", "write", 4, 8),
        ("value-empty", "", 5, 11),
        ("value-wrong", "word", 6, 13),
        ("value-wrong", "word", 8, 26),
        ("choose-one", "both", 8, 55),
    }


def test_keys_that_are_ids_are_told_at_the_key() -> None:
    _, problems = decode("a.yml", "name: 甲\nlevels:\n  Low: {blank: 未写}\n".encode(), Competency)
    assert [(one.variant, one.place.line, one.place.column) for one in problems] == [("id", 3, 3)]


@settings(max_examples=300)
@given(st.one_of(st.binary(max_size=200), st.text(max_size=200).map(lambda text: text.encode("utf-8", "replace"))))
def test_any_bytes_are_read_or_explained(data: bytes) -> None:
    sheet, problems = decode("a.yml", data, Competency)
    assert sheet.value is not None or problems


SCRAP = st.sampled_from(
    "name|code|levels|indicators|junior|text|id|raises|covers|retired|notes|kind|same_as|KEY-LIS-01|甲 乙|：|: |- |"
    "\n|\n  |\n    |\n      |{|}|[|]|, |'|\"|#3|&a|*a|!t|<<|? | |||>|~".split("|")
)


@settings(max_examples=500)
@given(st.lists(SCRAP, max_size=40).map("".join))
def test_scraps_of_our_own_language_are_read_or_explained(text: str) -> None:
    for shape in (Competency, SequenceHead):
        sheet, problems = decode("a.yml", text.encode(), shape)
        assert sheet.value is not None or problems


@pytest.mark.parametrize(
    ("file", "address"),
    [
        ("sequences/care/sequence.yml", "care/talking"),
        ("sequences/care/competencies/a.yml", "care/talking"),
        ("sequences/care", "talking"),
        ("handbook.yml", "talking"),
    ],
)
def test_an_id_in_a_link_gets_the_sequence_of_its_file(file: str, address: str) -> None:
    data = "code: LIS\nname: 倾听\ndefinition: 见[谈](talking)和[写](names/writing)。\nindicators: [听。]\n".encode()
    sheet, problems = decode(file, data, Competency)
    assert sheet.value is not None, problems
    assert sheet.value.definition == f"见[谈]({address})和[写](names/writing)。"
