"""What an indicator raises, and notes, are added by position: what comes out, for every way of writing an item."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from levelbook.loading.edit.indicator import IndicatorAddition, NewNote, with_additions

NOTE = NewNote("refused", ("KEY-LIS-01",), "两件事。")
NOTE_LINES = "{0}notes:\n{0}  - kind: refused\n{0}    about: [KEY-LIS-01]\n{0}    text: 两件事。\n"
FLOW_NOTE = "{kind: refused, about: [KEY-LIS-01], text: 两件事。}"


def added(
    item: str, raises: tuple[str, ...] = ("KEY-LIS-01",), notes: tuple[NewNote, ...] = (), flow: bool = False
) -> str:
    head = "code: LIS\nname: 倾听\nindicators:"
    text = f"{head} [{item}]\n# 完\n" if flow else f"{head}\n  - {item}\n# 完\n"
    changed = with_additions("f.yml", text.encode(), [IndicatorAddition(("indicators", 0), raises, notes)])
    assert changed is not None
    start, end = (f"{head} [", "]\n# 完\n") if flow else (f"{head}\n  - ", "# 完\n")
    read = changed.decode()
    assert read.startswith(start) and read.endswith(end)
    return read[len(start) : len(read) - len(end)]


@pytest.mark.parametrize(
    ("item", "after"),
    [
        ("id: A\n    text: 甲。", "id: A\n    text: 甲。\n    R\n"),
        (
            "id: A  # 一\n    text: 甲。  # 二\n    number: 3",
            "id: A  # 一\n    text: 甲。  # 二\n    R\n    number: 3\n",
        ),
        ("text: >-\n      甲，\n      乙。\n    id: A", "text: >-\n      甲，\n      乙。\n    R\n    id: A\n"),
        ("text: |\n      甲。\n", "text: |\n      甲。\n    R\n\n"),
        ("text: '甲，\n      乙。'", "text: '甲，\n      乙。'\n    R\n"),
        ("text: 甲。\n    raises: [B, C]", "text: 甲。\n    raises: [B, C, KEY-LIS-01]\n"),
        (
            "text: 甲。\n    raises:\n      - B  # 旧\n    id: A",
            "text: 甲。\n    raises:\n      - B  # 旧\n      - KEY-LIS-01\n    id: A\n",
        ),
        ("甲。", "text: 甲。\n    R\n"),
        ("甲。  # 一", "text: 甲。  # 一\n    R\n"),
        ("甲，\n    乙。", "text: 甲，\n      乙。\n    R\n"),
        ('"甲\\n乙"', 'text: "甲\\n乙"\n    R\n'),
        (">-\n    甲，\n\n    乙。", "text: >-\n      甲，\n\n      乙。\n    R\n"),
        ("{id: A, text: 甲。}", "{id: A, text: 甲。, R}\n"),
        ("{\n      id: A,\n      text: 甲。,\n    }", "{\n      id: A,\n      text: 甲。,\n      R,\n    }\n"),
        ("{text: 甲。, raises: [B]}", "{text: 甲。, raises: [B, KEY-LIS-01]}\n"),
    ],
)
def test_raises(item: str, after: str) -> None:
    assert added(item) == after.replace("R", "raises: [KEY-LIS-01]")


def test_short_form_in_brackets() -> None:
    assert added("甲。, 乙。", flow=True) == "{text: 甲。, raises: [KEY-LIS-01]}, 乙。"


@pytest.mark.parametrize(
    ("item", "after"),
    [
        ("id: A\n    text: 甲。", "id: A\n    text: 甲。\n" + NOTE_LINES.format("    ")),
        (
            "text: 甲。\n    notes:\n    - {kind: lost, text: 无}",
            "text: 甲。\n    notes:\n    - {kind: lost, text: 无}\n"
            "    - kind: refused\n      about: [KEY-LIS-01]\n      text: 两件事。\n",
        ),
        (
            "text: 甲。\n    notes: [{kind: lost, text: 无}]",
            f"text: 甲。\n    notes: [{{kind: lost, text: 无}}, {FLOW_NOTE}]\n",
        ),
        ("甲。", "text: 甲。\n" + NOTE_LINES.format("    ")),
        ("{id: A, text: 甲。}", f"{{id: A, text: 甲。, notes: [{FLOW_NOTE}]}}\n"),
    ],
)
def test_notes(item: str, after: str) -> None:
    assert added(item, (), (NOTE,)) == after


def test_both_at_once_keep_their_order() -> None:
    assert added("text: 甲。", ("B",), (NOTE,)) == "text: 甲。\n    raises: [B]\n" + NOTE_LINES.format("    ")


def test_line_endings_and_byte_order_mark_stay() -> None:
    data = b"\xef\xbb\xbf" + "indicators:\r\n  - text: 甲。\r\n".encode()
    changed = with_additions("f.yml", data, [IndicatorAddition(("indicators", 0), ("B",))])
    assert changed == b"\xef\xbb\xbf" + "indicators:\r\n  - text: 甲。\r\n    raises: [B]\r\n".encode()


@pytest.mark.parametrize(
    "text",
    [
        "indicators:\n  - text: 甲。\n    raises: B\n",
        "indicators:\n  - text: 甲。\n    notes: 无\n",
        "indicators: 无\n",
        "indicators:\n  - &a {text: 甲。}\n",
        "indicators:\n\t- text: 甲。\n",
    ],
)
def test_what_cannot_be_written_safely_is_left(text: str) -> None:
    addition = IndicatorAddition(("indicators", 0), ("KEY-LIS-01",), (NOTE,))
    assert with_additions("f.yml", text.encode(), [addition]) is None


REASONS = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cs", "Cc", "Cf", "Zl", "Zp", "Zs", "Co", "Cn")), min_size=1
)


@given(REASONS, st.sampled_from(["text: 甲。", "甲。", "{text: 甲。}"]))
def test_any_reason_reads_back_or_is_refused(reason: str, item: str) -> None:
    note = NewNote("refused", ("KEY-LIS-01",), reason)
    text = f"indicators:\n  - {item}\n"
    changed = with_additions("f.yml", text.encode(), [IndicatorAddition(("indicators", 0), (), (note,))])
    assert changed is None or "甲。" in changed.decode()
