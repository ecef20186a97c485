"""What changes between two levels, as HR would write it: rubric in, list of changes out."""

import pytest
import yaml

from levelbook.model.competency import Competency
from levelbook.model.handbook import Sequence
from levelbook.model.inheritance import Inherited, expectation
from levelbook.model.sequence import SequenceHead
from levelbook.queries.level_diff import Change, level_changes

HEAD = """
code: KEY
name: 大客户经理
cumulative: {cumulative}
levels: [{{id: low, name: 初级}}, {{id: mid, name: 中级}}, {{id: top, name: 高级}}]
"""
LISTENING = """
code: LIS
name: 倾听
levels:
  low:
    indicators:
      - {id: KEY-LIS-01, text: 让客户把话说完。}
      - {id: KEY-LIS-02, text: 每月查一次客户资料。}
      - {id: KEY-LIS-03, text: 会后当天写出会议纪要，发给参加的人。}
  mid:
    indicators:
      - {id: KEY-LIS-04, text: 每月查两次客户资料，并更新过期的内容。, raises: [KEY-LIS-02]}
      - {id: KEY-LIS-05, text: 会后当天写好会议纪要，发给参加的人。}
      - {id: KEY-LIS-06, text: 让客户把话说完。}
  top:
    same_as: mid
    indicators:
      - {id: KEY-LIS-07, text: 每周查一次客户资料，并更新过期的内容。, raises: [KEY-LIS-04]}
"""


def _sequence(cumulative: str, rubric: str = LISTENING, more: str = "") -> tuple[Sequence, Competency]:
    head = yaml.load(HEAD.format(cumulative=cumulative) + more, yaml.BaseLoader)
    competency = Competency.model_validate(yaml.load(rubric, yaml.BaseLoader)).placed("listening.yml", "listening")
    return Sequence("key", SequenceHead.model_validate(head), {"listening": competency}), competency


PLANNING = """
code: PLA
name: 计划
levels:
  low:
    indicators:
      - {id: KEY-PLA-01, text: 写周计划。}
      - {id: KEY-PLA-02, text: 每周向上级汇报一次。}
      - {id: KEY-PLA-03, text: 按客户分级安排拜访。}
  mid:
    indicators:
      - {id: KEY-PLA-04, text: 带一名新人。}
  top:
    indicators:
      - {id: KEY-PLA-05, text: 写周计划。}
      - {id: KEY-PLA-06, text: 每天向上级汇报一次。, raises: [KEY-PLA-02]}
"""


def _codes(change: Change) -> str:
    """What became of what, by the last part of the codes."""
    before = " ".join(indicator.code[-2:] for indicator in change.before)
    return f"{change.kind}: {before or '-'} → {change.after.code[-2:] if change.after else '-'}"


def _lower(sources: tuple[Inherited, ...]) -> str:
    """What is taken over from which level, by the last part of the codes."""
    codes = ((source, " ".join(indicator.code[-2:] for indicator in source.indicators)) for source in sources)
    return "; ".join(f"{source.level}: {text}, {source.raised} raised" for source, text in codes)


def _printed(change: Change) -> str:
    before = "".join(f"[{word.text}]" if word.changed else word.text for word in change.before_words)
    after = "".join(f"[{word.text}]" if word.changed else word.text for word in change.after_words)
    old = before or "、".join(indicator.text for indicator in change.before) or "无"
    new = after or (change.after.text if change.after else "无")
    return f"{change.kind}: {old} → {new}" + ("（整句重写）" if change.rewritten else "")


@pytest.mark.parametrize(
    "cumulative, low, high, expected",
    [
        (
            "no",
            "low",
            "mid",
            """
raised: 每月查[一次]客户资料。 → 每月查[两次]客户资料[，并更新过期的内容]。
reworded: 会后当天[写出]会议纪要，发给参加的人。 → 会后当天[写好]会议纪要，发给参加的人。
same: 让客户把话说完。 → 让客户把话说完。
""",
        ),
        (
            "no",
            "mid",
            "top",
            """
raised: [每月查两次]客户资料，并更新过期的内容。 → [每周查一次]客户资料，并更新过期的内容。
same: 会后当天写好会议纪要，发给参加的人。 → 会后当天写好会议纪要，发给参加的人。
same: 让客户把话说完。 → 让客户把话说完。
""",
        ),
        (
            "yes",
            "low",
            "top",
            """
raised: [每月]查一次客户资料。 → [每周]查一次客户资料[，并更新过期的内容]。
new: 无 → 会后当天写好会议纪要，发给参加的人。
same: 会后当天写出会议纪要，发给参加的人。 → 会后当天写出会议纪要，发给参加的人。
same: 让客户把话说完。 → 让客户把话说完。
""",
        ),
    ],
)
def test_changes(cumulative: str, low: str, high: str, expected: str) -> None:
    sequence, competency = _sequence(cumulative)
    changes = [_printed(change) for change in level_changes(sequence, competency, low, high)]
    assert sorted(changes) == sorted(expected.strip().splitlines())


@pytest.mark.parametrize(
    "cumulative, level, new, held",
    [
        ("yes", "low", "01 02 03", ""),
        ("yes", "mid", "04 05", "low: 01 03, 1 raised"),
        ("yes", "top", "07", "mid: 05, 1 raised; low: 01 03, 1 raised"),
        ("no", "mid", "04 05", "low: 06, 0 raised"),
        ("no", "top", "07", "mid: 05 06, 1 raised"),
    ],
)
def test_standing(cumulative: str, level: str, new: str, held: str) -> None:
    sequence, competency = _sequence(cumulative)
    expected = expectation(sequence, competency, level)
    assert " ".join(indicator.code[-2:] for indicator in expected.new) == new
    assert _lower(expected.inherited) == held


def test_nothing_is_lost_between_two_levels() -> None:
    for cumulative in ("yes", "no", "unstated"):
        sequence, competency = _sequence(cumulative)
        for low, high in (("low", "mid"), ("mid", "top"), ("low", "top")):
            changes = level_changes(sequence, competency, low, high)
            before = {indicator.text for change in changes for indicator in change.before}
            after = {change.after.text for change in changes if change.after}
            assert before == {indicator.text for indicator in expectation(sequence, competency, low).applies}
            assert after == {indicator.text for indicator in expectation(sequence, competency, high).applies}


@pytest.mark.parametrize(
    "level, new, held, unsaid",
    [
        ("low", "01 02 03", "", ""),
        ("mid", "04", "", "low: 01 02 03, 0 raised"),
        ("top", "06", "low: 05, 0 raised", "mid: 04, 0 raised; low: 03, 1 raised"),
    ],
)
def test_what_is_not_written_again_is_open_where_the_source_does_not_say(
    level: str, new: str, held: str, unsaid: str
) -> None:
    sequence, competency = _sequence("unstated", PLANNING)
    expected = expectation(sequence, competency, level)
    assert " ".join(indicator.code[-2:] for indicator in expected.new) == new
    assert (_lower(expected.inherited), _lower(expected.open)) == (held, unsaid)
    applies, open_ones = ({one.code for one in each} for each in (expected.applies, expected.unsaid))
    assert not applies & open_ones


@pytest.mark.parametrize(
    "cumulative, low, high, expected",
    [
        ("unstated", "low", "mid", "new: - → 04, unsaid: 01 → -, unsaid: 02 → -, unsaid: 03 → -"),
        ("unstated", "mid", "top", "raised: 02 → 06, again: 01 → 05, unsaid: 04 → -"),
        ("unstated", "low", "top", "raised: 02 → 06, same: 01 → 05, unsaid: 03 → -"),
        ("no", "mid", "top", "new: - → 06, new: - → 05, dropped: 04 → -"),
        ("yes", "mid", "top", "raised: 02 → 06, same: 04 → 04, same: 01 → 01, same: 03 → 03"),
    ],
)
def test_what_is_not_written_again_is_not_dropped_where_the_source_does_not_say(
    cumulative: str, low: str, high: str, expected: str
) -> None:
    sequence, competency = _sequence(cumulative, PLANNING)
    assert ", ".join(_codes(change) for change in level_changes(sequence, competency, low, high)) == expected


@pytest.mark.parametrize(
    "cumulative, mid, low_to_mid, mid_to_top",
    [
        ("no", "not_required: 由别人做", "dropped", "new"),
        ("unstated", "not_required: 由别人做", "dropped", "new"),
        ("yes", "not_required: 由别人做", "dropped", "new"),
        ("no", "blank: 来源空白", "unsaid", "unsaid"),
        ("no", "lost: 缺页", "unsaid", "unsaid"),
        ("no", "{incomplete: 缺一条, indicators: [{text: 带一名新人。}]}", "new unsaid", "new dropped"),
    ],
)
def test_only_what_a_source_says_is_dropped_or_new(cumulative: str, mid: str, low_to_mid: str, mid_to_top: str) -> None:
    rubric = yaml.load(PLANNING, yaml.BaseLoader)
    cell = yaml.load(mid, yaml.BaseLoader)
    rubric["levels"]["mid"] = cell
    sequence, competency = _sequence(cumulative, yaml.dump(rubric, allow_unicode=True))
    for low, high, expected in (("low", "mid", low_to_mid), ("mid", "top", mid_to_top)):
        kinds = dict.fromkeys(change.kind.value for change in level_changes(sequence, competency, low, high))
        assert " ".join(kinds) == expected, (low, high)


def test_levels_that_are_not_ranked_neither_add_nor_drop() -> None:
    for cumulative in ("yes", "no", "unstated"):
        sequence, competency = _sequence(cumulative, PLANNING, "unranked: 没有写明高低\n")
        changes = [_codes(change) for change in level_changes(sequence, competency, "low", "mid")]
        assert changes == ["unsaid: - → 04", "unsaid: 01 → -", "unsaid: 02 → -", "unsaid: 03 → -"]
        assert expectation(sequence, competency, "top").open == expectation(sequence, competency, "top").inherited == ()


LENGTHENED = """
code: LEN
name: 说明
levels:
  low:
    indicators:
      - {{id: KEY-LEN-01, text: {low}}}
  mid:
    indicators:
      - {{id: KEY-LEN-02, text: {mid}}}
  top: {{not_required: 不要求}}
"""


@pytest.mark.parametrize(
    ("low", "mid", "expected"),
    [
        (
            "向客户讲清产品。",
            "向客户讲清产品，写出书面的比较，再把客户的意见带回来，交给产品经理逐条答复，并在一周内告诉客户。",
            "reworded: 向客户讲清产品。 → "
            "向客户讲清产品[，写出书面的比较，再把客户的意见带回来，交给产品经理逐条答复，并在一周内告诉客户]。",
        ),
        (
            "'Explains the product.'",
            "'Explains the product, writes a comparison, and brings back what customers say.'",
            "reworded: Explains the product. → "
            "Explains the product[, writes a comparison, and brings back what customers say].",
        ),
        ("向客户讲清产品。", "向客户讲清产品", "same: 向客户讲清产品。 → 向客户讲清产品"),
        ("向客户讲清产品，价格。", "向客户讲清产品、价格。", "same: 向客户讲清产品，价格。 → 向客户讲清产品、价格。"),
        (
            '"Meets the team\'s goals."',
            "Meets the team’s goals",
            "same: Meets the team's goals. → Meets the team’s goals",
        ),
        ("把客户增长提高1.5%。", "把客户增长提高15%。", "reworded: 把客户增长提高[1.5%]。 → 把客户增长提高[15%]。"),
        ("倾听", "倾听客户和同事在会上说的意见。", "new: 无 → 倾听客户和同事在会上说的意见。\ndropped: 倾听 → 无"),
        ("记下要点。", "向客户讲清产品。", "new: 无 → 向客户讲清产品。\ndropped: 记下要点。 → 无"),
    ],
    ids="longer longer-english stop comma apostrophe figure one-word other".split(),
)
def test_a_sentence_made_longer_is_one_and_signs_are_no_change(low: str, mid: str, expected: str) -> None:
    sequence, competency = _sequence("no", LENGTHENED.format(low=low, mid=mid))
    changes = [_printed(change) for change in level_changes(sequence, competency, "low", "mid")]
    assert changes == expected.splitlines()


def test_the_nearest_sentence_is_taken() -> None:
    rubric = LENGTHENED.format(low="按月向客户讲清产品。", mid="按月向客户讲清产品和价格。").replace(
        "  top:", "      - {id: KEY-LEN-03, text: 按周向客户讲清产品，并写出比较，交给主管。}\n  top:"
    )
    sequence, competency = _sequence("no", rubric)
    assert [_codes(change) for change in level_changes(sequence, competency, "low", "mid")] == [
        "reworded: 01 → 02",
        "new: - → 03",
    ]


def test_what_is_written_again_with_other_signs_stands_once() -> None:
    sequence, competency = _sequence("yes", LENGTHENED.format(low="向客户讲清产品。", mid="向客户讲清产品"))
    found = expectation(sequence, competency, "mid")
    assert [indicator.code for indicator in found.applies] == ["KEY-LEN-01"]


LASTING = """
code: LAS
name: 说明
levels:
  low:
    indicators:
      - {id: KEY-LAS-01, text: 写周计划。, holds: top}
      - {id: KEY-LAS-02, text: 每周向上级汇报一次。, holds: mid}
      - {id: KEY-LAS-03, text: 按客户分级安排拜访。}
  mid:
    indicators:
      - {id: KEY-LAS-04, text: 带一名新人。, holds: top}
  top:
    indicators:
      - {id: KEY-LAS-05, text: 写月计划，并分到每一周。, raises: [KEY-LAS-01]}
"""


@pytest.mark.parametrize(
    "cumulative, level, new, held, unsaid",
    [
        ("no", "low", "01 02 03", "", ""),
        ("no", "mid", "04", "low: 01 02, 0 raised", ""),
        ("no", "top", "05", "mid: 04, 0 raised", ""),
        ("unstated", "mid", "04", "low: 01 02, 0 raised", "low: 03, 0 raised"),
        ("unstated", "top", "05", "mid: 04, 0 raised", "low: 03, 0 raised"),
    ],
)
def test_what_says_so_holds_up_to_a_level_until_it_is_raised(
    cumulative: str, level: str, new: str, held: str, unsaid: str
) -> None:
    sequence, competency = _sequence(cumulative, LASTING)
    expected = expectation(sequence, competency, level)
    assert " ".join(indicator.code[-2:] for indicator in expected.new) == new
    lower = tuple(source for source in expected.inherited if source.indicators)
    assert (_lower(lower), _lower(expected.open)) == (held, unsaid)


@pytest.mark.parametrize(
    "cumulative, low, high, expected",
    [
        ("no", "low", "mid", "new: - → 04, same: 01 → 01, same: 02 → 02, dropped: 03 → -"),
        ("no", "mid", "top", "raised: 01 → 05, same: 04 → 04, dropped: 02 → -"),
        ("unstated", "mid", "top", "raised: 01 → 05, same: 04 → 04, dropped: 02 → -"),
    ],
)
def test_what_holds_on_is_unchanged_between_levels(cumulative: str, low: str, high: str, expected: str) -> None:
    sequence, competency = _sequence(cumulative, LASTING)
    assert ", ".join(_codes(change) for change in level_changes(sequence, competency, low, high)) == expected


@pytest.mark.parametrize(
    "top, held",
    [
        ("{same_as: mid}", "mid: 04, 0 raised; low: 01 02, 0 raised"),
        ("{not_required: 由别人做}", ""),
        ("{indicators: [{id: KEY-LAS-06, text: 写周计划}]}", "mid: 04, 0 raised; low: 01, 0 raised"),
    ],
)
def test_what_holds_on_meets_what_else_a_cell_says(top: str, held: str) -> None:
    rubric = yaml.load(LASTING, yaml.BaseLoader)
    rubric["levels"]["top"] = yaml.load(top, yaml.BaseLoader)
    sequence, competency = _sequence("no", yaml.dump(rubric, allow_unicode=True))
    assert _lower(expectation(sequence, competency, "top").inherited) == held
