"""Forms as sheets: merged heads, rows of every kind, places to write, boxes, what is left out."""

from pathlib import Path
from typing import Any

import pytest

from levelbook.catalogue import Catalogue
from levelbook.components.forms import sheets as form_sheets
from levelbook.components.forms.sheets import FormSheet
from levelbook.pages import registry
from levelbook.site.context import Context
from tests.pages.small import read
from tests.pages.tiny import tiny

FOLDER = Path(__file__).parent / "weights_data"


@pytest.fixture(scope="module")
def ctx() -> Context:
    return Context(read(FOLDER), Catalogue("zh"))


def sheet(ctx: Context, key: str, at: str = "", sensitive: bool = False) -> FormSheet:
    sequence = ctx.handbook.sequences["shop"]
    assert sequence.plan
    form = next(one for one in sequence.plan.forms if one.id == key)
    return form_sheets.form_sheet(ctx, sequence, form, at, sensitive)


def names(made: FormSheet) -> list[str]:
    return [row.name for group in made.groups for row in group.rows]


def test_fields_in_fields_are_merged_heads(ctx: Context) -> None:
    head = [[(cell.text, cell.span, cell.depth) for cell in row] for row in sheet(ctx, "one-page").head]
    assert head == [
        [("个人", 1, 1), ("要求", 4, 1)],
        [("学历", 1, 2), ("总分", 1, 2), ("能力", 2, 1), ("素质", 1, 2)],
        [("交谈", 1, 1), ("……", 1, 1)],
    ]


def test_rows_are_levels_and_show_their_points(ctx: Context) -> None:
    made = sheet(ctx, "one-page")
    assert (made.corner, names(made)) == ("级别", ["初级", "高级", "顶级"])
    shown = [next(slot for slot in row.slots if slot.kind == "shows") for row in made.groups[0].rows]
    assert [(slot.text, slot.nothing.kind if slot.nothing else "") for slot in shown] == [
        ("100", ""),
        ("100", ""),
        ("至少 55", "lost"),
    ]


def test_sensitive_columns_and_rows_are_left_out_unless_asked_for(ctx: Context) -> None:
    assert sheet(ctx, "one-page").notes == ("个人敏感栏目默认不印：年龄。",)
    assert "年龄" in [slot.label for slot in sheet(ctx, "one-page", sensitive=True).groups[0].rows[0].slots]
    assert "年龄" not in names(sheet(ctx, "rating"))
    assert "年龄" in names(sheet(ctx, "rating", sensitive=True))


def test_rows_are_competencies_by_group(ctx: Context) -> None:
    made = sheet(ctx, "rating")
    assert [(group.title, [row.name for row in group.rows]) for group in made.groups] == [
        ("素质", ["诚实", "耐心"]),
        ("业务 › 销售", ["交谈", "成交"]),
        ("业务 › 售后", ["维修"]),
        ("知识", ["商品知识"]),
    ]
    meaning, score, chosen = made.groups[0].rows[0].slots
    assert (meaning.kind, meaning.text) == ("shows", "诚实的意思")
    assert (score.choices, score.note) == (("不符合", "部分符合", "符合", "完全符合"), "店长填")
    assert (chosen.kind, made.notes) == ("pick", ("最多选两项。", "个人敏感栏目默认不印：年龄。"))


def test_plain_fields_stand_in_blocks(ctx: Context) -> None:
    made = sheet(ctx, "basics")
    assert made.groups == ()
    assert [(block.title, [slot.label for slot in block.slots]) for block in made.blocks] == [
        ("本人", ["姓名", "入职"]),
        ("", ["方向"]),
    ]
    wish = made.blocks[1].slots[0]
    assert (wish.choices, wish.more) == (("留任", "升级"), True)


@pytest.mark.parametrize(
    ("key", "rows"),
    [("steps", ["1", "2", "3", "4", "5"]), ("followed", ["1", "2", "3", "4", "5"]), ("three", ["1", "2", "3"])],
)
def test_numbered_rows(ctx: Context, key: str, rows: list[str]) -> None:
    assert names(sheet(ctx, key)) == rows


def test_rows_of_another_form_say_so(ctx: Context) -> None:
    assert sheet(ctx, "followed").notes == ("各行与“措施”的各行一一对应。",)


def test_ready_rows_have_their_months(ctx: Context) -> None:
    [row] = sheet(ctx, "signed").groups[0].rows
    assert (row.name, row.months, row.slots[0].kind) == ("规划", "3月、9月至次年2月", "signature")


def test_a_form_with_sensitive_columns_only_says_so(tmp_path: Path) -> None:
    plan = """
        forms:
          - {id: ages, name: 年龄表, rows: levels, fields: [{id: age, name: 年龄, input: number, sensitive: true}]}
        """
    head = """
        code: ONE
        name: 甲
        levels: [{id: low, name: 低}]
        groups: [{id: all, name: 全部, competencies: [care]}]
        """
    care = "{code: CAR, name: 细心, kind: skill, levels: {low: {indicators: [{id: ONE-CAR-01, text: 查两遍。}]}}}"
    ctx, sequence = tiny(tmp_path, {"sequence.yml": head, "plan.yml": plan, "competencies/care.yml": care})
    assert sequence.plan
    made = form_sheets.form_sheet(ctx, sequence, sequence.plan.forms[0])
    assert (made.head, made.groups, made.notes) == ((), (), ("个人敏感栏目默认不印：年龄。",))
    assert len(form_sheets.form_sheet(ctx, sequence, sequence.plan.forms[0], sensitive=True).groups) == 1


def test_page_has_the_forms_that_list_the_handbook(ctx: Context) -> None:
    pages = {page.address: page for page in registry.theme_pages(ctx)}
    view: Any = pages["sequences/shop/form/"].view
    assert [one.title for one in view.sheets] == ["一页表", "打分"]
