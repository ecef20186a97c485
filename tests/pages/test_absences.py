"""Kinds of nothing that must not be taken for one another: not required, not listed, never meant to be there, blank."""

from pathlib import Path
from typing import Any

from levelbook.catalogue import Catalogue
from levelbook.components import completeness
from levelbook.localized.absence import shared_absence
from levelbook.model.handbook import Sequence
from levelbook.pages import registry
from levelbook.pages.assessment.checklist import pages as checklist_pages
from levelbook.render import Renderer
from levelbook.site.context import Context
from levelbook.site.page import Page
from tests.pages.small import read
from tests.pages.tiny import facts, tiny

HEAD = """
code: FST
name: 第一
levels: [{id: low, name: 初级}, {id: high, name: 高级}]
grades: [{id: named, name: 点名的, required: {talk: low}}, {id: unread, name: 读不清的, level: lost}]
groups: [{id: all, name: 全部能力, kind: ability, competencies: [talk, honesty, tidy]}]
positions: [lead, boss]
"""
LEVELS = "levels: {{low: {{indicators: [{text}一]}}, high: {{indicators: [{text}二]}}}}\n"
FILES = {
    "sequence.yml": HEAD,
    "competencies/talk.yml": "code: TLK\nname: 交谈\n" + LEVELS.format(text="交谈"),
    "competencies/honesty.yml": "code: HON\nname: 诚信\n" + LEVELS.format(text="诚信"),
    "competencies/tidy.yml": "code: TID\nname: 整洁\n" + LEVELS.format(text="整洁"),
    "positions/lead.yml": "name: 主管\nrequired: {talk: high, tidy: not_required}\n",
    "positions/boss.yml": "name: 经理\nlevel: high\nrequired: {tidy: not_required}\n",
}
NAMES = "来源只有名称和分值。"
BARE = {
    "sequence.yml": """
        code: FST
        name: 第一
        source: {title: 图, without: [expectations]}
        levels: [{id: low, name: 初级}, {id: high, name: 高级}]
        groups:
          - {id: all, name: 全部能力, kind: ability, competencies: [talk, tidy, honesty]}
          - {id: core, name: 核心, kind: ability, out_of_scope: 写在别的文件里。}
        """,
    "competencies/talk.yml": f"code: TLK\nname: 交谈\nout_of_scope: {NAMES}\n",
    "competencies/tidy.yml": f"code: TID\nname: 整洁\nout_of_scope: {NAMES}\n",
    "competencies/honesty.yml": "code: HON\nname: 诚信\nblank: 这一格空着。\n",
}
ONE_LEFT = BARE | {
    "sequence.yml": BARE["sequence.yml"].replace("honesty]", "honesty, calm]"),
    "competencies/calm.yml": "code: CLM\nname: 沉着\n" + LEVELS.format(text="沉着"),
}
"""Where one competency has something to say, so that its levels have a page of their own."""


def _page(ctx: Context, address: str) -> Page:
    return next(page for page in registry.theme_pages(ctx) if page.address == address)


def _view(ctx: Context, address: str) -> Any:
    return _page(ctx, address).view


def _html(ctx: Context, address: str) -> str:
    return Renderer(ctx.words).body(_page(ctx, address), "../" * address.count("/"))


def test_what_a_position_does_not_name_is_not_what_it_refuses(tmp_path: Path) -> None:
    ctx, _ = tiny(tmp_path, FILES)
    profile = _view(ctx, "sequences/first/position/lead/").profile
    rows = {row.link.text: row.absence for group in profile.groups for row in group.rows}
    assert {name: (one.kind, one.text) for name, one in rows.items() if one} == {
        "诚信": ("unlisted", "没有列出"),
        "整洁": ("na", "不作要求"),
    }
    assert profile.summary == "1 项有要求，另 1 项不作要求，另 1 项没有列出"


def test_the_table_of_positions_tells_them_apart(tmp_path: Path) -> None:
    ctx, _ = tiny(tmp_path, FILES)
    view = _view(ctx, "sequences/first/positions/")
    rows = {
        row.link.text: [one.absence.kind if one.absence else one.chip.name for one in row.cells]
        for row in view.groups[0].rows
    }
    assert rows == {"交谈": ["高级", "高级"], "诚信": ["unlisted", "高级"], "整洁": ["na", "na"]}


def test_a_grade_that_only_names_some_says_so_of_the_others(tmp_path: Path) -> None:
    ctx, _ = tiny(tmp_path, FILES)
    named, unread = (_view(ctx, f"sequences/first/grade/{key}/") for key in ("named", "unread"))
    assert [row.absence and row.absence.kind for row in named.required_levels[0].rows] == [None, "unlisted", "unlisted"]
    assert [one.nothing and one.nothing.kind for one in named.step.groups[0].articles] == [None, "unlisted", "unlisted"]
    assert {one.nothing.kind for one in unread.step.groups[0].articles} == {"lost"}


def test_a_checklist_names_apart_what_is_refused_and_what_is_not_listed(tmp_path: Path) -> None:
    ctx, sequence = tiny(tmp_path, FILES)
    found = facts(ctx, sequence, "lead")
    assert found is not None
    assert (found["notRequired"], found["unlisted"]) == (["整洁"], ["诚信"])
    view: Any = next(page for page in checklist_pages(ctx, sequence) if page.address.endswith("/lead/")).view
    assert view.notes == ("这里不作要求，没有列入：整洁。", "没有写明这里要求哪一级，没有列入：诚信。")


def test_who_needs_a_competency_leaves_out_those_that_do_not_name_it(tmp_path: Path) -> None:
    ctx, _ = tiny(tmp_path, FILES)
    needs = _view(ctx, "sequences/first/competency/honesty/").needs
    assert [(one.name, one.nothing.kind if one.nothing else one.chip.name) for one in needs] == [
        ("点名的", "unlisted"),
        ("读不清的", "lost"),
        ("经理", "高级"),
    ]


def test_what_a_source_never_set_out_to_say_is_not_counted(tmp_path: Path) -> None:
    ctx, sequence = tiny(tmp_path, BARE)
    assert [(row.name, row.have, row.of) for row in completeness.rows(ctx, sequence)] == [
        ("各级要求", 0, 1),
        ("能力项定义", 0, 1),
    ]
    meter = completeness.meter(ctx, sequence)
    assert meter and meter.figures == "0/1，1 处空白，另 3 项来源不含这一层"


def test_it_is_said_once_on_pages_of_the_sequence_and_of_a_level(tmp_path: Path) -> None:
    ctx, sequence = tiny(tmp_path, ONE_LEFT)
    for address in ("sequences/first/", "sequences/first/level/low/"):
        html = _html(ctx, address)
        assert html.count(NAMES) == 1, address
        assert html.count("来源不含这一层") == 2, address  # and once for the group, for another reason
        assert html.count("原文空白") >= 1, address
    assert _reason(ctx, sequence) == ("scope", "来源不含这一层", NAMES)


def test_a_level_of_which_nothing_is_left_says_it_too(tmp_path: Path) -> None:
    ctx, _ = tiny(tmp_path, BARE)
    view = _view(ctx, "sequences/first/level/low/")
    assert (view.absence.kind, view.why, view.help) == ("scope", NAMES, ctx.words.without_source("empty.help"))
    html = _html(ctx, "sequences/first/level/low/")
    assert (html.count(NAMES), html.count("来源不含这一层")) == (1, 1)


def test_one_alone_keeps_its_own_sentence(tmp_path: Path) -> None:
    files = ONE_LEFT | {"competencies/tidy.yml": "code: TID\nname: 整洁\nblank: 没有写。\n"}
    ctx, sequence = tiny(tmp_path, files)
    assert _reason(ctx, sequence) is None
    assert f"来源不含这一层：{NAMES}" in _html(ctx, "sequences/first/level/low/")


def test_the_source_page_says_which_parts_the_source_never_had(tmp_path: Path) -> None:
    ctx, _ = tiny(tmp_path, BARE)
    view = _view(ctx, "sequences/first/source/")
    assert [(one.name, one.text) for one in view.facts][-1] == ("来源里没有的部分", "级别说明")
    assert [one.absence.kind for one in view.missing] == ["empty", "scope", "scope"]


def test_english(tmp_path: Path) -> None:
    tiny(tmp_path, FILES)
    ctx = Context(read(tmp_path), Catalogue("en"))
    profile = _view(ctx, "sequences/first/position/lead/").profile
    assert profile.summary.endswith("plus 1 competency not listed")


def _reason(ctx: Context, sequence: Sequence) -> tuple[str, str, str] | None:
    found = shared_absence(ctx, sequence)
    return (found.kind, found.text, found.why) if found else None
