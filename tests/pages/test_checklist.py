"""What a checklist holds, and why there is none: tiny handbooks, one rule each."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from levelbook.assessment.checklists import checklist_of
from levelbook.catalogue import Catalogue
from levelbook.components.checklist_links import checklist_link, sequence_checklists
from levelbook.model.handbook import Sequence
from levelbook.pages.assessment.paper import paper
from levelbook.site.context import Context
from levelbook.site.sitemap import PageKind
from levelbook.text.wording import fingerprint
from tests.pages.tiny import facts, tiny
from tests.reference.contract import wording

LADDER = """
code: FST
name: 第一
levels: [{id: low, name: 初级}, {id: high, name: 高级}]
grades: [{id: junior, name: 一级, level: low}, {id: senior, name: 二级, level: high, required: {talk: low}}]
groups: [{id: all, name: 全部能力, kind: ability, competencies: [talk]}]
"""
TALK = """
code: TLK
name: 交谈
definition: 把话说清楚
levels:
  low: {summary: 听得懂, indicators: [{id: FST-TLK-01, text: 让人说完}]}
  high:
    summary: 说得清
    indicators:
      - {id: FST-TLK-02, text: 先说结论, raises: [FST-TLK-01]}
      - {id: FST-TLK-03, text: 打断别人, negative: true}
"""
SENTENCES = """
code: TLK
name: 交谈
levels:
  low: {{summary: 听得懂, {}}}
  high: {{summary: 说得清, lost: 后一页缺失}}
"""
FILES = {"sequence.yml": LADDER, "competencies/talk.yml": TALK}


def _items(ctx: Context, sequence: Sequence, key: str) -> list[dict[str, Any]]:
    found = facts(ctx, sequence, key)
    assert found is not None
    items: list[dict[str, Any]] = found["items"]
    return items


def _only(ctx: Context, sequence: Sequence, key: str) -> dict[str, Any]:
    items = _items(ctx, sequence, key)
    assert len(items) == 1
    return items[0]


def test_an_item_says_what_is_rated_and_what_meets_it(tmp_path: Path) -> None:
    ctx, sequence = tiny(tmp_path, FILES)
    item = _only(ctx, sequence, "high")
    assert {key: item[key] for key in ("code", "number", "name", "group", "kind", "scale", "standard", "weight")} == {
        "code": "FST-TLK",
        "number": "1",
        "name": "交谈",
        "group": "all",
        "kind": "rating",
        "scale": "score-0-6",
        "standard": "5",
        "weight": None,
    }
    assert (item["text"], item["goesOn"]) == ("说得清", True), "the sentences of its parts are not said twice"
    assert item["hash"] == fingerprint("说得清\n先说结论\n打断别人"), (
        "the mark is that of the wording, without its sign"
    )
    assert [(part["code"], part["text"], part.get("negative")) for part in item["parts"]] == [
        ("FST-TLK-02", "先说结论", None),
        ("FST-TLK-03", "打断别人（反向）", True),
    ]
    assert [part["hash"] for part in item["parts"]] == [fingerprint("先说结论"), fingerprint("打断别人")]
    assert item["href"] == "../../../../sequences/first/competency/talk/index.html"


def test_negative_indicators_are_rated_one_by_one_and_the_sheet_shows_both_scales(tmp_path: Path) -> None:
    ctx, sequence = tiny(tmp_path, FILES)
    checklist = checklist_of(ctx, sequence, "high")
    assert checklist
    (item,) = checklist.items
    assert item.one_by_one
    by_mode = [[scale.id for scale in checklist.scales(mode)] for mode in checklist.modes]
    parts = checklist.settings.indicator_scale
    assert parts and by_mode == [[parts.id], [parts.id]], "nothing is left to rate as a whole"
    low = checklist_of(ctx, sequence, "low")
    assert low and not low.items[0].one_by_one
    assert [scale.id for scale in low.scales(low.modes[0])] == ["score-0-6"]


def test_a_level_said_in_one_sentence_is_rated_by_it(tmp_path: Path) -> None:
    talk = SENTENCES.format("blank: 来源只有这一句")
    ctx, sequence = tiny(tmp_path, FILES | {"competencies/talk.yml": talk})
    for key, text in (("low", "听得懂"), ("high", "说得清")):
        item = _only(ctx, sequence, key)
        assert (item["kind"], item["text"], item["hash"]) == ("rating", text, fingerprint(text)), key
        assert "goesOn" not in item
    low = checklist_of(ctx, sequence, "low")
    assert low
    assert low.items[0].summary == ("听得懂",)
    assert "来源只有这一句" in low.items[0].incomplete, "why there is no more is said beside it"


def test_a_level_that_is_not_required_is_not_rated_by_its_sentence(tmp_path: Path) -> None:
    talk = SENTENCES.format("not_required: 不用")
    ctx, sequence = tiny(tmp_path, FILES | {"competencies/talk.yml": talk})
    low = checklist_of(ctx, sequence, "low")
    assert low and not low.items and low.left_out("not_required") == ("交谈",)


def test_what_lower_levels_ask_is_rated_too_unless_raised(tmp_path: Path) -> None:
    low = TALK.replace("text: 让人说完}]", "text: 让人说完}, {id: FST-TLK-04, text: 记下来}]")
    ctx, sequence = tiny(tmp_path, FILES | {"sequence.yml": LADDER + "cumulative: yes\n", "competencies/talk.yml": low})
    assert [part["text"] for part in _only(ctx, sequence, "high")["parts"]] == [
        "先说结论",
        "打断别人（反向）",
        "记下来",
    ]


def test_a_grade_asks_its_level_but_for_exceptions(tmp_path: Path) -> None:
    ctx, sequence = tiny(tmp_path, FILES)
    assert wording(_only(ctx, sequence, "senior")) == wording(_only(ctx, sequence, "low")) == "听得懂\n让人说完"
    found = facts(ctx, sequence, "senior")
    assert found is not None
    assert (found["target"], found["kind"], found["step"], found["title"]) == (
        "FST.senior",
        "grade",
        "二级",
        "第一　二级",
    )


def test_figures_are_texts_and_the_data_are_plain(tmp_path: Path) -> None:
    ctx, sequence = tiny(tmp_path, FILES)
    found = facts(ctx, sequence, "low")
    assert json.loads(json.dumps(found)) == found
    assert found is not None
    often = dict(found["scales"]["often"])
    assert re.fullmatch("[0-9a-f]{16}", often.pop("hash"))
    assert often == {
        "name": "多常见",
        "origin": "",
        "standard": "2",
        "ratings": [{"points": str(n), "name": name} for n, name in enumerate(("尚未", "有时", "通常", "总是"))],
        "exam": None,
    }
    bands = [{"from": "81", "points": "5"}, {"from": "0", "points": "0"}]
    assert found["scales"]["score-0-6"]["exam"] == {"outOf": "100", "round": "half-up", "bands": bands}
    assert (found["modes"], found["partScale"], found["pick"], found["against"]) == (
        ["quick", "full"],
        "often",
        3,
        "current",
    )


def test_a_sequence_says_how_it_is_assessed_key_by_key(tmp_path: Path) -> None:
    own = LADDER + "assessment: {by: indicator, pick: 2, against: target}\n"
    ctx, sequence = tiny(tmp_path, FILES | {"sequence.yml": own})
    found = facts(ctx, sequence, "low")
    assert found is not None
    assert (found["unit"], found["modes"], found["pick"], found["against"]) == ("indicator", ["full"], 2, "target")
    assert (found["scale"], found["partScale"]) == ("score-0-6", "often")


def test_indicators_are_rated_by_the_scale_of_the_sequence_where_nobody_says_otherwise(tmp_path: Path) -> None:
    ctx, sequence = tiny(tmp_path, FILES, assessment={"scale": "score-0-6"})
    found = facts(ctx, sequence, "low")
    assert found is not None
    assert found["partScale"] == "score-0-6"


def test_ratings_can_be_the_level_reached(tmp_path: Path) -> None:
    ctx, sequence = tiny(tmp_path, FILES | {"sequence.yml": LADDER + "assessment: {scale: levels}\n"})
    found = facts(ctx, sequence, "senior")
    assert found is not None
    names = [(one["points"], one["name"]) for one in found["scales"]["levels"]["ratings"]]
    assert names == [("0", "未到初级"), ("1", "初级"), ("2", "高级")]
    assert found["scales"]["levels"]["standard"] is None
    assert found["items"][0]["standard"] == "1"
    assert found["items"][0]["text"].splitlines()[-1] == "高级：打断别人（反向）"
    assert (found["modes"], found["items"][0]["parts"]) == (["quick"], [])
    assert "goesOn" not in found["items"][0], "it has no parts to go on with"


def test_levels_that_rank_nothing_are_no_scale(tmp_path: Path) -> None:
    own = LADDER + "assessment: {scale: levels}\nunranked: 没有写明高低\n"
    talk = TALK.replace(", raises: [FST-TLK-01]", "")
    ctx, sequence = tiny(tmp_path, {"sequence.yml": own, "competencies/talk.yml": talk})
    found = checklist_of(ctx, sequence, "low")
    assert found is not None
    assert found.refusal == "手册没有为这个序列指定可用的评分量表"


def test_what_is_lost_or_blank_cannot_be_rated_and_says_why(tmp_path: Path) -> None:
    other = "code: WRI\nname: 书写\nlevels: {low: {lost: 缺一页}, high: {blank: 没有写}}\n"
    head = LADDER.replace("[talk]", "[talk, write]")
    ctx, sequence = tiny(tmp_path, {**FILES, "sequence.yml": head, "competencies/write.yml": other})
    low, high = (_items(ctx, sequence, key)[1] for key in ("low", "high"))
    assert low["kind"] == high["kind"] == "none"
    assert low["none"] == {"kind": "lost", "text": "缺失：缺一页"}
    assert high["none"] == {"kind": "empty", "text": "还没有写：没有写"}
    assert (low["number"], low["text"], low["hash"], low["parts"]) == ("", "", "", [])


def test_what_is_not_required_is_named_and_what_is_sensitive_is_counted(tmp_path: Path) -> None:
    files = {
        **FILES,
        "sequence.yml": LADDER.replace("[talk]", "[talk, write, age]"),
        "competencies/write.yml": "code: WRI\nname: 书写\n"
        "levels: {low: {not_required: 不用}, high: {indicators: [写清楚]}}\n",
        "competencies/age.yml": "code: AGE\nname: 年龄\nsensitive: yes\nindicators: [{id: FST-AGE-01, text: 不限}]\n",
    }
    ctx, sequence = tiny(tmp_path, files)
    found = facts(ctx, sequence, "low")
    assert found is not None
    assert ([item["name"] for item in found["items"]], found["notRequired"], found["sensitive"]) == (
        ["交谈"],
        ["书写"],
        1,
    )


def test_conditions_are_met_or_not(tmp_path: Path) -> None:
    head = LADDER.replace("kind: ability", "kind: condition")
    ctx, sequence = tiny(tmp_path, FILES | {"sequence.yml": head})
    item = _only(ctx, sequence, "low")
    assert (item["kind"], item["standard"], item["parts"]) == ("condition", None, [])


def test_exams_take_marks_by_subject(tmp_path: Path) -> None:
    covers = "covers: [{name: 概况, weight: 60}, {name: 法规, weight: {low: 40, high: 30}}]"
    files = {
        **FILES,
        "sequence.yml": LADDER.replace("kind: ability", "kind: knowledge, measured_by: exam"),
        "competencies/talk.yml": f"code: TLK\nname: 常识\n{covers}\n",
    }
    ctx, sequence = tiny(tmp_path, files)
    item = _only(ctx, sequence, "high")
    assert (item["kind"], item["standard"]) == ("exam", "5")
    assert item["subjects"] == [{"name": "概况", "weight": "60"}, {"name": "法规", "weight": "30"}]


def test_where_there_are_points_only_names_are_rated(tmp_path: Path) -> None:
    files = {
        "sequence.yml": LADDER.replace("[talk]", "[talk, write, gone]").replace(", required: {talk: low}", ""),
        "competencies/talk.yml": "code: TLK\nname: 交谈\ndefinition: 把话说清楚\nblank: 没有写\n",
        "competencies/write.yml": "code: WRI\nname: 书写\nblank: 没有写\n",
        "competencies/gone.yml": "code: GON\nname: 无名\nlost: 没有留下来\n",
        "weights.yml": "total: 100\nunit: 分\npoints:\n  all: {low: 100, high: 100}\n"
        "  talk: {low: 60.5, high: 100}\n  write: {low: 39.5, high: 0}\n  gone: {low: lost, high: blank}\n",
    }
    ctx, sequence = tiny(tmp_path, files)
    found = facts(ctx, sequence, "low")
    assert found is not None
    rows = [(one["kind"], one["weight"], one["text"]) for one in found["items"]]
    assert rows == [("rating", "60.5", "把话说清楚"), ("rating", "39.5", "书写"), ("none", None, "")]
    assert found["items"][2]["none"] == {"kind": "lost", "text": "分值缺失：也没有写明要求"}
    assert (found["total"], found["weightUnit"], found["groups"][0]["weight"], found["modes"]) == (
        "100",
        "分",
        "100",
        ["quick"],
    )
    high = _items(ctx, sequence, "senior")  # a grade without points of its own has those of its level
    assert [(one["kind"], one["weight"]) for one in high] == [("rating", "100"), ("none", "0"), ("none", None)]
    assert high[1]["none"] == {"kind": "na", "text": "这里的分值为 0，不评"}


def test_borrowed_competencies_keep_their_code_and_come_with_what_a_position_names(tmp_path: Path) -> None:
    other = (
        LADDER.replace("FST", "OTH")
        .replace("第一", "第二")
        .replace("[talk]", "[write]")
        .replace(", required: {talk: low}", "")
    )
    files = {
        **FILES,
        "sequence.yml": LADDER + "positions: [lead]\n",
        "positions/lead.yml": "name: 组长\nrequired: {other/write: high}\n",
        "sequences/other/sequence.yml": other,
        "sequences/other/competencies/write.yml": "code: WRI\nname: 书写\n"
        "levels: {low: {indicators: [能写]}, high: {indicators: [写好]}}\n",
    }
    ctx, sequence = tiny(tmp_path, files, "other")
    found = facts(ctx, sequence, "lead")
    assert found is not None
    assert [(one["code"], wording(one), one["group"]) for one in found["items"]] == [("OTH-WRI", "写好", "_elsewhere")]
    assert found["groups"] == [{"id": "_elsewhere", "name": "其他序列的能力", "parent": "", "weight": None}]


@pytest.mark.parametrize(
    ("position", "why"),
    [
        ("lost: 一页也没有\n", "缺失：一页也没有"),
        ("conditions: [两年以上]\n", "岗位说明里没有写明要求哪些能力"),
        ("required: {talk: not_required}\n", "岗位说明里没有写明要求哪些能力"),
    ],
)
def test_positions_that_cannot_be_assessed_say_why(tmp_path: Path, position: str, why: str) -> None:
    files = {**FILES, "sequence.yml": LADDER + "positions: [lead]\n", "positions/lead.yml": f"name: 组长\n{position}"}
    ctx, sequence = tiny(tmp_path, files)
    assert checklist_link(ctx, sequence, "lead") == ("", f"不能自评：{why}。")
    assert facts(ctx, sequence, "lead") is None


def test_a_level_without_anything_written_says_so(tmp_path: Path) -> None:
    lost = "code: TLK\nname: 交谈\nlost: 没有留下来\n"
    ctx, sequence = tiny(tmp_path, FILES | {"competencies/talk.yml": lost})
    found = checklist_of(ctx, sequence, "low")
    assert found is not None
    assert found.refusal == "列出的 1 项都没有可以对照的内容：缺失 1 项"


def test_a_standard_without_levels_grades_and_positions_is_assessed_as_a_whole(tmp_path: Path) -> None:
    head = LADDER.replace("levels: [{id: low, name: 初级}, {id: high, name: 高级}]\n", "")
    head = "\n".join(line for line in head.splitlines() if not line.startswith("grades:"))
    talk = "code: TLK\nname: 交谈\nindicators: [{id: FST-TLK-01, text: 让人说完}]\n"
    ctx, sequence = tiny(tmp_path, {"sequence.yml": head, "competencies/talk.yml": talk})
    found = facts(ctx, sequence, "all")
    assert found is not None
    assert (found["target"], found["kind"], found["title"]) == ("FST", "whole", "第一　整份标准")
    assert [(wording(one), one["standard"]) for one in found["items"]] == [("让人说完", "5")]
    of_whole = sequence_checklists(ctx, sequence).kinds[0]
    assert [one.link.address for one in of_whole.checklists] == ["sequences/first/check/all/"]


def test_without_any_scale_nobody_speaks_of_assessment(tmp_path: Path) -> None:
    ctx, sequence = tiny(tmp_path, FILES, assessment=None)
    assert not ctx.sitemap.has(PageKind.ASSESSMENTS)
    assert checklist_link(ctx, sequence, "low") == ("", "")


def test_codes_that_are_not_given_yet_are_made_of_the_wording(tmp_path: Path) -> None:
    bare = "name: 交谈\nlevels: {low: {indicators: [让人说完]}, high: {indicators: [先说结论]}}\n"
    ctx, sequence = tiny(tmp_path, FILES | {"competencies/talk.yml": bare})
    item = _only(ctx, sequence, "low")
    assert item["code"] == "FST.talk"
    assert item["parts"][0]["code"] == f"FST.talk.{fingerprint('让人说完')[:8]}"


def test_marks_are_the_same_in_every_translation(tmp_path: Path) -> None:
    twin = TALK.replace("summary: 听得懂", "summary: 听得懂, summary_en: Understands").replace(
        "text: 让人说完",
        "text: 让人说完, text_en: Lets people finish, depth: 熟悉, depth_en: well, name: 听, name_en: Listens",
    )
    ctx, sequence = tiny(tmp_path, FILES | {"competencies/talk.yml": twin}, translations=["en"])
    here, there = (_only(Context(ctx.handbook, Catalogue(one)), sequence, "low") for one in ("zh", "en"))
    assert (here["hash"], here["parts"][0]["hash"]) == (there["hash"], there["parts"][0]["hash"])
    assert wording(here) == "听得懂\n听　让人说完（熟悉）"
    assert wording(there).replace("\u2003", " ") == "Understands\nListens Lets people finish (well)"


@pytest.mark.parametrize(
    ("against", "advice"),
    [
        ("", "选现在的级别来评。"),
        ("target", "选想达到的级别来评。"),
        ("senior", "按规定对照二级来评。"),
    ],
)
def test_the_overview_says_which_checklist_the_process_means(tmp_path: Path, against: str, advice: str) -> None:
    asked = f"assessment: {{against: {against}}}\n" if against else ""
    ctx, sequence = tiny(tmp_path, {**FILES, "sequence.yml": LADDER + asked})
    assert sequence_checklists(ctx, sequence).advice == advice


def test_a_subject_that_counts_nothing_at_a_level_keeps_its_share(tmp_path: Path) -> None:
    head = LADDER.replace("kind: ability", "kind: knowledge, measured_by: exam")
    talk = "code: TLK\nname: 常识\ncovers: [{name: 法规, weight: {low: 0, high: 30}}, {name: 概况, weight: 70}]\n"
    ctx, sequence = tiny(tmp_path, {"sequence.yml": head, "competencies/talk.yml": talk})
    assert [one["weight"] for one in _only(ctx, sequence, "senior")["subjects"]] == ["0", "70"]


def test_other_levels_and_the_plan_say_it_without_marks(tmp_path: Path) -> None:
    talk = TALK.replace("summary: 听得懂", "summary: 听得**懂**")
    fields = "[{id: a, name: 词, fill: action}, {id: b, name: 句, shows: summary}]"
    plan = f"forms: [{{id: one, name: 打分, rows: competencies, fields: {fields}}}]\n"
    ctx, sequence = tiny(tmp_path, {**FILES, "competencies/talk.yml": talk, "plan.yml": plan})
    made = checklist_of(ctx, sequence, "high")
    assert made is not None
    assert made.items[0].neighbours[0].texts == ("听得懂",)
    assert _only(ctx, sequence, "low")["shows"] == {"summary": "听得懂"}


def _paper(ctx: Context, sequence: Sequence) -> list[tuple[str, str]]:
    made = checklist_of(ctx, sequence, "low")
    assert made is not None and made.settings.scale is not None
    return [(one.name, one.foot) for one in paper(ctx, sequence, made, made.settings.scale).sheets]


def test_the_foot_of_the_form_names_the_scales_that_are_used(tmp_path: Path) -> None:
    ctx, sequence = tiny(tmp_path / "1", FILES)
    points, often = "没有　达标　超标", "尚未　有时　通常　总是"
    assert _paper(ctx, sequence) == [("quick", points), ("full", often), ("result", points), ("plan", "")]
    own = LADDER + "assessment: {by: indicator}\n"
    ctx, sequence = tiny(tmp_path / "2", FILES | {"sequence.yml": own})
    assert _paper(ctx, sequence)[0] == ("full", often)
    mixed = {**FILES, "sequence.yml": own.replace("[talk]", "[talk, write]")}
    mixed["competencies/write.yml"] = "code: WRI\nname: 书写\ncovers: [{name: 写信}]\n"
    ctx, sequence = tiny(tmp_path / "3", mixed)
    assert _paper(ctx, sequence)[0] == ("full", f"{often}　　　{points}")
