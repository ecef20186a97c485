"""What a checklist brings along: what is asked no more, actions that fit, and the plan it ends in."""

from pathlib import Path
from typing import Any

from levelbook.model.handbook import Sequence
from levelbook.site.context import Context
from tests.pages.test_checklist import FILES, LADDER, TALK
from tests.pages.tiny import facts, tiny

PLAN = """
name: 我们的流程
roles: [{id: me, name: 本人}]
phases: [{id: do, name: 做, months: [3-8, 9-2], steps: [定目标, {name: 面谈, items: [谈差距]}], forms: [todo]}]
forms:
  - id: todo
    number: (一)
    name: 要做的事
    help: 至多三条
    rows: competencies
    fields:
      - id: what
        name: 做什么
        fields:
          - {id: kind, name: 类型, input: choice, fill: action-type, choices: [自学], open_ended: yes}
          - {id: how, name: 怎么做, input: text, fill: action}
      - {id: asked, name: 要求, shows: required}
      - {id: age, name: 年龄, sensitive: yes, input: number}
      - {id: private, name: 私事, fields: [{id: wish, name: 心愿, sensitive: yes, input: text}]}
  - {id: done, name: 做完了, rows: todo, fields: [{id: note, name: 记录, input: text, default: 无, by: me}]}
  - id: sign
    name: 签名
    rows: [{id: start, name: 开始, months: [2]}]
    fields: [{id: by, name: 签名, input: signature}]
  - {id: steps, name: 各级, rows: levels, fields: [{id: note, name: 说明, input: text}]}
"""
ACTIONS = """
types: [{id: course, name: 培训}, {id: panel, name: 小组, choice: 其他}]
actions:
  - {id: FST-ACT-01, type: course, name: 说话课, link: https://example.org, for: [all]}
  - {id: FST-ACT-02, type: panel, text: 上台讲, for: [talk], target_from: high}
  - {id: FST-ACT-03, type: course, name: 入门, for: [talk@low]}
  - {id: FST-ACT-04, type: course, name: 专练, for: [FST-TLK-02]}
  - {id: FST-ACT-05, type: course, name: 旧课, for: [talk], retired: {why: 停开}}
"""


def _facts(ctx: Context, sequence: Sequence, key: str) -> dict[str, Any]:
    found = facts(ctx, sequence, key)
    assert found is not None
    return found


def test_actions_are_those_that_fit_the_level(tmp_path: Path) -> None:
    ctx, sequence = tiny(tmp_path, {**FILES, "actions.yml": ACTIONS})
    texts = {key: [one["text"] for one in _facts(ctx, sequence, key)["actions"]] for key in ("low", "high")}
    assert texts == {"low": ["说话课", "入门"], "high": ["说话课", "上台讲", "专练"]}
    first, second = _facts(ctx, sequence, "high")["actions"][:2]
    assert first == {
        "typeName": "培训",
        "choice": "",
        "text": "说话课",
        "link": "https://example.org",
        "for": ["FST-TLK"],
    }
    assert (second["typeName"], second["choice"]) == ("小组", "其他")


def test_what_is_asked_no_more_is_kept_with_its_last_wording(tmp_path: Path) -> None:
    ended = "{id: FST-TLK-09, text: 旧的一条, retired: {why: 并入, replaced_by: [FST-TLK-01], since: 1.0.0}}"
    talk = TALK.replace("text: 让人说完}]", f"text: 让人说完}}, {ended}]")
    old = """
        code: OLD
        name: 旧能力
        definition: 从前的
        retired: {why: 合并, replaced_by: [talk]}
        levels: {low: {indicators: [{id: FST-OLD-01, text: 从前}]}, high: {same_as: low}}
    """
    ctx, sequence = tiny(tmp_path, {**FILES, "competencies/talk.yml": talk, "competencies/old.yml": old})
    assert _facts(ctx, sequence, "low")["gone"] == {
        "FST-TLK-09": {
            "name": "交谈",
            "text": "旧的一条",
            "why": "并入",
            "replacedBy": ["FST-TLK-01"],
            "release": "1.0.0",
        },
        "FST-OLD": {"name": "旧能力", "text": "从前的", "why": "合并", "replacedBy": ["FST-TLK"], "release": ""},
        "FST-OLD-01": {"name": "旧能力", "text": "从前", "why": "合并", "replacedBy": ["FST-TLK"], "release": ""},
    }
    assert [part["code"] for part in _facts(ctx, sequence, "low")["items"][0]["parts"]] == ["FST-TLK-01"]


def test_the_plan_is_the_process_and_its_forms(tmp_path: Path) -> None:
    ctx, sequence = tiny(tmp_path, {**FILES, "plan.yml": PLAN})
    found = _facts(ctx, sequence, "senior")
    plan = found["plan"]
    assert (plan["name"], plan["ours"], plan["roles"]) == ("我们的流程", False, [{"id": "me", "name": "本人"}])
    assert plan["phases"] == [
        {"id": "do", "name": "做", "months": [[3, 8], [9, 2]], "steps": ["定目标", "面谈", "谈差距"], "forms": ["todo"]}
    ]
    todo, done, sign, steps = plan["forms"]
    assert (todo["number"], todo["name"], todo["help"], todo["rows"]) == (
        "(一)",
        "要做的事",
        "至多三条",
        "competencies",
    )
    assert [(one["id"], one["input"]) for one in todo["fields"]] == [("what", "group"), ("asked", "shows")]
    kind, how = todo["fields"][0]["fields"]
    assert (kind["choices"], kind["more"], kind["fill"], how["fill"]) == (["自学"], True, "action-type", "action")
    assert (done["rows"], done["fields"][0]["default"], done["fields"][0]["by"]) == ("form:todo", "无", "me")
    assert (sign["rows"], sign["list"]) == ("list", [{"id": "start", "name": "开始", "months": [[2, 2]]}])
    assert [one["name"] for one in steps["list"]] == ["初级", "高级"]
    assert found["items"][0]["shows"] == {"required": "初级"}


def test_every_assessment_ends_in_a_plan(tmp_path: Path) -> None:
    sheet = "forms: [{id: one, name: 打分, rows: competencies, fields: [{id: mark, name: 分, input: rating}]}]\n"
    for at, files in enumerate(({}, {"plan.yml": sheet})):
        ctx, sequence = tiny(tmp_path / str(at), {**FILES, **files})
        plan = _facts(ctx, sequence, "low")["plan"]
        assert plan["ours"]
        assert [(one["id"], one["rows"]) for one in plan["forms"]] == [
            ("measures", "many"),
            ("record", "form:measures"),
            ("evaluation", "one"),
            ("signatures", "list"),
        ]
        assert [one["fill"] for one in plan["forms"][0]["fields"]] == ["competency", "action", "", ""]
        assert "这张表由手册提供" in plan["forms"][0]["help"]


def test_the_handbooks_own_plan_serves_sequences_without_one(tmp_path: Path) -> None:
    (tmp_path / "plan.yml").write_text(PLAN, encoding="utf-8")
    ctx, sequence = tiny(tmp_path, {"sequence.yml": LADDER, "competencies/talk.yml": TALK})
    assert _facts(ctx, sequence, "low")["plan"]["name"] == "我们的流程"


def test_what_a_position_asks_of_another_sequence_may_end_there_too(tmp_path: Path) -> None:
    other = (
        LADDER.replace("FST", "OTH")
        .replace("第一", "第二")
        .replace("[talk]", "[write]")
        .replace(", required: {talk: low}", "")
    )
    ended = "{id: OTH-WRI-02, text: 旧的一条, retired: {why: 并入, replaced_by: [OTH-WRI-01]}}"
    files = {
        **FILES,
        "sequence.yml": LADDER + "positions: [lead]\n",
        "positions/lead.yml": "name: 组长\nrequired: {other/write: high}\n",
        "sequences/other/sequence.yml": other,
        "sequences/other/competencies/write.yml": "code: WRI\nname: 书写\nlevels: {low: {indicators: [能写]}, "
        f"high: {{indicators: [{{id: OTH-WRI-01, text: 写好}}, {ended}]}}}}\n",
    }
    ctx, sequence = tiny(tmp_path, files, "other")
    assert list(_facts(ctx, sequence, "lead")["gone"]) == ["OTH-WRI-02"]
    assert _facts(ctx, sequence, "high")["gone"] == {}
