"""What changes between two levels, as HR would write it: rubric in, list of changes out."""

import pytest
import yaml

from levelbook.diff import Change, level_changes
from levelbook.model.competency import Competency
from levelbook.model.handbook import Sequence
from levelbook.model.sequence import SequenceHead
from levelbook.model.standing import standing

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


def _sequence(*, cumulative: bool) -> tuple[Sequence, Competency]:
    head = yaml.load(HEAD.format(cumulative="yes" if cumulative else "no"), yaml.BaseLoader)
    competency = Competency.model_validate(yaml.load(LISTENING, yaml.BaseLoader)).at_home("listening.yml", "listening")
    return Sequence("key", SequenceHead.model_validate(head), {"listening": competency}), competency


def _printed(change: Change) -> str:
    before = "".join(f"[{word.text}]" if word.changed else word.text for word in change.before_words)
    after = "".join(f"[{word.text}]" if word.changed else word.text for word in change.after_words)
    old = before or "、".join(one.text for one in change.before) or "无"
    new = after or (change.after.text if change.after else "无")
    return f"{change.kind}: {old} → {new}" + ("（整句重写）" if change.rewritten else "")


@pytest.mark.parametrize(
    "cumulative, low, high, expected",
    [
        (
            False,
            "low",
            "mid",
            """
raised: 每月查[一次]客户资料。 → 每月查[两次]客户资料[，并更新过期的内容]。
reworded: 会后当天[写出]会议纪要，发给参加的人。 → 会后当天[写好]会议纪要，发给参加的人。
same: 让客户把话说完。 → 让客户把话说完。
""",
        ),
        (
            False,
            "mid",
            "top",
            """
raised: [每月查两次]客户资料，并更新过期的内容。 → [每周查一次]客户资料，并更新过期的内容。
same: 会后当天写好会议纪要，发给参加的人。 → 会后当天写好会议纪要，发给参加的人。
same: 让客户把话说完。 → 让客户把话说完。
""",
        ),
        (
            True,
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
def test_changes(cumulative: bool, low: str, high: str, expected: str) -> None:
    sequence, competency = _sequence(cumulative=cumulative)
    changes = [_printed(change) for change in level_changes(sequence, competency, low, high)]
    assert sorted(changes) == sorted(expected.strip().splitlines())


@pytest.mark.parametrize(
    "cumulative, level, new, held",
    [
        (True, "low", "01 02 03", ""),
        (True, "mid", "04 05", "low: 01 03, 1 raised"),
        (True, "top", "07", "mid: 05, 1 raised; low: 01 03, 1 raised"),
        (False, "mid", "04 05", "low: 06, 0 raised"),
        (False, "top", "07", "mid: 05 06, 1 raised"),
    ],
)
def test_standing(cumulative: bool, level: str, new: str, held: str) -> None:
    sequence, competency = _sequence(cumulative=cumulative)
    found = standing(sequence, competency, level)
    assert " ".join(one.code[-2:] for one in found.new) == new
    told = [
        f"{one.level}: {' '.join(i.code[-2:] for i in one.indicators)}, {one.raised} raised" for one in found.inherited
    ]
    assert "; ".join(told) == held


def test_nothing_is_lost_between_two_levels() -> None:
    for cumulative in (True, False):
        sequence, competency = _sequence(cumulative=cumulative)
        for low, high in (("low", "mid"), ("mid", "top"), ("low", "top")):
            changes = level_changes(sequence, competency, low, high)
            before = {one.text for change in changes for one in change.before}
            after = {change.after.text for change in changes if change.after}
            assert before == {one.text for one in standing(sequence, competency, low).applies}
            assert after == {one.text for one in standing(sequence, competency, high).applies}
