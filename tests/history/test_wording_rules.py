"""What a rewording means: each rule, in Chinese and in English."""

import pytest

from levelbook.history.comparing.wording import RULE_NAMES, judge

CASES = [
    ("完成任务，及时汇报。", "完成任务；及时汇报。", "typo", "signs"),
    ("完成ＡＢ任务。", "完成AB任务。", "typo", "signs"),
    ("完成3-5件。", "完成3、5件。", "ask", "figure"),
    ("达到3.5分。", "达到35分。", "ask", "figure"),
    ("达到≥90%。", "达到≤90%。", "ask", "figure"),
    ("处理客户投诉。", "不处理客户投诉。", "ask", "not"),
    ("处理客户冲突。", "避免处理客户冲突。", "ask", "not"),
    ("复述客户要求。", "复述客户的要求。", "clarifies", "particle"),
    ("服从上级的指令。", "服从上级指令。", "clarifies", "particle"),
    ("有力的推动计划。", "有力地推动计划。", "clarifies", "particle"),
    ("受理投诉。", "受理各类的投诉。", "raises", "more"),
    ("学习产品知识。", "不断学习产品知识。", "raises", "more"),
    ("整理渠道资料。", "整理渠道资料，每季复盘。", "raises", "more"),
    ("整理渠道资料，每季复盘。", "整理渠道资料。", "lowers", "less"),
    ("完成报告。", "完成报告，参与评审。", "raises", "more"),
    ("开拓新的渠道。", "在主管指导下开拓新的渠道。", "lowers", "limit+"),
    ("在主管指导下开拓新的渠道。", "开拓新的渠道。", "raises", "limit-"),
    ("掌握谈判技巧。", "掌握基本的谈判技巧。", "lowers", "limit+"),
    ("协助谈判。", "负责谈判。", "raises", "degree"),
    ("主持谈判。", "参与谈判。", "lowers", "degree"),
    ("独立谈判。", "负责谈判。", "ask", "words"),
    ("有时抱怨，工作停顿。", "工作停顿。", "ask", "tolerance"),
    ("制定可执行的计划。", "订定可执行的计划。", "ask", "words"),
    ("经常培训和指导有关人员运用商务谈判技巧。", "把谈判经验写成案例，每年至少讲授两次。", "ask", "anew"),
    ("Writes a report.", "Writes a report!", "typo", "signs"),
    ("Writes 2 reports.", "Writes 3 reports.", "ask", "figure"),
    ("Writes reports on time.", "Never writes reports on time.", "ask", "not"),
    ("Writes report.", "Writes the report.", "clarifies", "particle"),
    ("Writes the report.", "Writes the report and presents it.", "raises", "more"),
    ("Writes the report and presents it.", "Writes the report.", "lowers", "less"),
    ("Prepares the plan.", "Prepares the plan with help from a colleague.", "lowers", "limit+"),
    ("Prepares the plan under supervision.", "Prepares the plan.", "raises", "limit-"),
    ("Assists negotiations.", "Leads negotiations.", "raises", "degree"),
    ("Sometimes complains about work.", "Complains about work.", "ask", "tolerance"),
    ("Drafts the plan.", "Sketches the plan.", "ask", "words"),
    ("Keeps records.", "Teaches colleagues how contracts are negotiated and signed.", "ask", "anew"),
]


@pytest.mark.parametrize(("before", "after", "change_class", "rule"), CASES, ids=lambda text: str(text)[:24])
def test_a_rule(before: str, after: str, change_class: str, rule: str) -> None:
    judgement = judge(before, after)
    assert (judgement.change_class.value, judgement.rule) == (change_class, rule)


def test_every_rule_has_a_case_in_both_languages() -> None:
    for beginning in ("一", "A"):
        of_language = {rule for before, _, _, rule in CASES if (before[0] > "z") is (beginning == "一")}
        assert of_language == set(RULE_NAMES)


def test_what_counts_the_other_way_round_is_asked() -> None:
    assert judge("工作停顿。", "工作长期停顿。").rule == "more"
    assert judge("工作停顿。", "工作长期停顿。", tolerates=True).rule == "tolerance"


def test_bold_code_and_links_make_no_other_demand() -> None:
    assert judge("完成**任务**。", "完成[任务](key-lis)。").rule == "signs"
