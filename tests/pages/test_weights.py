"""Points: figures and why there is none, sums, what is missing, other readings, and where else they stand."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from levelbook.catalogue import Catalogue
from levelbook.components import completeness
from levelbook.components.weights.cells import WeightCell, WeightCells
from levelbook.model import decimals
from levelbook.model import weight_sums as arithmetic
from levelbook.model.weight_sums import Verdict, WeightSum
from levelbook.pages import registry
from levelbook.pages.permanent import page as permanent
from levelbook.queries.weights import WeightTable
from levelbook.site.context import Context
from tests.pages.data_files import search_text
from tests.pages.small import read, views_of

FOLDER = Path(__file__).parent / "weights_data"
SHOP = "sequences/shop/"


@pytest.fixture(scope="module")
def ctx() -> Context:
    return Context(read(FOLDER), Catalogue("zh"))


@pytest.fixture(scope="module")
def views(ctx: Context) -> dict[str, Any]:
    return views_of(ctx)


@pytest.fixture(scope="module")
def view(views: dict[str, Any]) -> Any:
    return views[f"{SHOP}weights/"]


def said(cell: WeightCell | None) -> str:
    """A cell as one reads it: [lost] 原文缺失, 未分到项 20, 推算 20."""
    if cell is None:
        return ""
    kind = f"[{cell.nothing.kind}] " if cell.nothing else ""
    return kind + (f"{cell.small} " if cell.small else "") + ("推算 " if cell.inferred else "") + cell.text


def test_table_reads_as_the_source_does(view: Any) -> None:
    table = [[row.kind, row.link.text, *map(said, row.cells)] for group in view.groups for row in group]
    assert table == [
        ["group", "素质", "30", "20.5", "[lost] 至少 10"],
        ["member", "诚实", "20", "20.5", "10"],
        ["member", "耐心", "10", "0", "[lost] 原文缺失"],
        ["outer", "业务", "50", "59.5", "[lost] 至少 25"],
        ["group", "销售", "40", "各项已知 15 40", "[lost] 原文缺失"],
        ["loose", "未归到能力项", "15＋25", "", ""],
        ["member", "交谈", "[empty] 原文空白", "15", "[lost] 原文缺失"],
        ["member", "成交", "[empty] 原文空白", "[lost] 原文缺失", "[lost] 原文缺失"],
        ["group", "售后", "10", "19.5", "25"],
        ["member", "维修", "10", "19.5", "25"],
        ["group", "知识", "未分到项 20", "未分到项 推算 20", "未分到项 20"],
    ]


def test_totals_and_completeness_of_columns(view: Any) -> None:
    assert [(one.name, said(one.total), one.state, one.whole) for one in view.columns] == [
        ("初级", "100", "完整", True),
        ("高级", "100", "1 项缺失", False),
        ("顶级", "[lost] 至少 55", "2 类缺失，3 项缺失", False),
    ]


def test_bars_have_one_scale_and_the_key_only_what_there_is(view: Any) -> None:
    assert view.note == "每个级别满分 100 分，条形以 40 分为满格"
    assert [kind.text for kind in view.absences] == ["原文空白", "原文缺失"]
    said = "保密：仅供内部使用。转给他人或对外引用之前，请先确认有权这样做。"
    assert (view.has_zero, view.has_inferred, view.confidential) == (True, True, said)


def test_other_reading_lists_what_differs(view: Any) -> None:
    [other] = view.other_readings
    assert [(row.name, row.note, row.column, said(row.used), said(row.other)) for row in other.rows] == [
        ("销售", "", "初级", "40", "30"),
        ("销售", "未归到能力项", "初级", "15＋25", "15＋15"),
        ("知识", "", "初级", "20", "30"),
    ]
    assert other.totals == "初级合计 100 分"


def test_chart_shows_every_group_and_what_is_missing(view: Any) -> None:
    assert view.chart.legend == ((1, "素质"), (2, "销售"), (3, "售后"), (4, "知识"))
    bars = [[(piece.number, piece.share, piece.at_least) for piece in bar.pieces] for bar in view.chart.bars]
    assert bars[0] == [(1, "30.00", False), (2, "40.00", False), (3, "10.00", False), (4, "20.00", False)]
    assert bars[2] == [(1, "10.00", True), (3, "25.00", False), (4, "20.00", False), (0, "45.00", False)]
    assert [bar.total for bar in view.chart.bars] == ["100 分", "100 分", "至少 55 分"]


def test_points_stand_on_level_competency_and_sequence_pages(views: dict[str, Any]) -> None:
    level = views[f"{SHOP}level/high/"].step.points
    assert {key: one.text for key, one in level.items()} == {
        "g-traits": "20.5 分",
        "HON": "20.5 分",
        "PAT": "0 分",
        "g-work": "59.5 分",
        "g-selling": "40 分，各项已知 15",
        "TAL": "15 分",
        "CLO": "分值缺失",
        "g-after": "19.5 分",
        "REP": "19.5 分",
        "g-exam": "20 分，推算，未分到项",
    }
    [own] = views[f"{SHOP}competency/talk/"].points
    assert (own.title, own.group, own.table) == ("分值", "销售", f"{SHOP}weights/#TAL")
    assert [row.points.text for row in own.rows] == ["分值空白", "15 分", "分值缺失"]
    assert views[f"{SHOP}competency/age/"].points == ()
    whole = views[SHOP].points
    assert [(column.name, total.text) for column, total in whole.columns] == [
        ("初级", "100 分"),
        ("高级", "100 分"),
        ("顶级", "至少 55 分"),
    ]


def test_completeness_counts_figures(ctx: Context) -> None:
    rows = {row.name: row for row in completeness.rows(ctx, ctx.handbook.sequences["shop"])}
    row = rows["分值"]
    assert (row.have, row.of, row.nothing and row.nothing.text) == (19, 25, "缺 6 个")


def test_page_can_be_found(ctx: Context) -> None:
    script = search_text(ctx)
    assert f"{SHOP}weights/index.html" in script
    assert f"{SHOP}form/index.html" in script
    codes = {page.address for page in permanent.pages(ctx, ctx.handbook.sequences["shop"])}
    assert "id/SHO.traits/" in codes


def test_sequence_without_weights_has_no_page(views: dict[str, Any]) -> None:
    assert [address for address in views if address.endswith("/weights/")] == [f"{SHOP}weights/"]


@pytest.mark.parametrize(
    ("known", "count", "lost", "expected"),
    [
        ("100", 3, False, None),
        ("0", 0, False, Verdict.UNSHARED),
        ("100.1", 3, True, Verdict.EXCEED),
        ("99.9", 3, False, Verdict.SHORT),
        ("99.9", 3, True, Verdict.INCOMPLETE),
    ],
)
def test_wrong_sums_are_told_from_incomplete_ones(known: str, count: int, lost: bool, expected: Verdict | None) -> None:
    assert arithmetic.verdict(Decimal(100), WeightSum(Decimal(known), count, lost)) is expected


def test_sums_are_exact() -> None:
    parts = WeightSum()
    for _ in range(10):
        parts.add(Decimal("0.1"))
    assert arithmetic.verdict(Decimal(1), parts) is None


def test_both_figures_of_a_wrong_sum_are_said(ctx: Context) -> None:
    sequence = ctx.handbook.sequences["shop"]
    assert sequence.weights
    figures = {**sequence.weights.points, "honest": {"low": Decimal(25), "high": Decimal(1), "top": Decimal(10)}}
    figures["traits"] = {"low": Decimal(30), "high": Decimal("20.5"), "top": Decimal(45)}
    table = arithmetic.WeightFigures(figures, dict(sequence.weights.unassigned), ("low", "high", "top"))
    wrong = WeightCells(ctx, WeightTable(sequence, sequence.weights, table))
    traits = sequence.head.groups[0]
    assert [said(wrong.group(traits, key)) for key in ("low", "high")] == ["各项合计 35 30", "各项合计 1 20.5"]
    figures["exam"] = {"low": Decimal(21), "high": Decimal(20), "top": Decimal(20)}
    assert said(wrong.total("low")) == "应为 100 101"
    assert wrong.column_cells()[0].state == "合计不符"


@pytest.mark.parametrize(
    ("value", "shown"), [("10", "10"), ("20.50", "20.5"), ("0", "0"), ("0.0", "0"), ("1E+1", "10")]
)
def test_figures_carry_no_idle_zeros(value: str, shown: str) -> None:
    assert decimals.figure(Decimal(value)) == shown


def test_english_page_has_english_words() -> None:
    english = Context(read(FOLDER), Catalogue("en"))
    view: Any = next(page.view for page in registry.theme_pages(english) if page.address == f"{SHOP}weights/")
    assert view.note == "Each column is out of 100 points, a full bar is 40 points"
    assert view.columns[2].state == "2 groups lost, 3 items lost"
