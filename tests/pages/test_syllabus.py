"""The page of a syllabus: editions side by side, and what a section teaches."""

import shutil
from pathlib import Path
from typing import Any

import pytest

from levelbook.catalogue import Catalogue
from levelbook.pages import registry
from levelbook.pages.syllabus import merged_order
from levelbook.site.context import Context
from tests.pages.growth import FOLDER, SALES, growth_views
from tests.pages.small import read


@pytest.fixture(scope="module")
def views() -> dict[str, Any]:
    return growth_views()


def test_editions_stand_side_by_side_by_number(views: dict[str, Any]) -> None:
    start, keep = views[f"{SALES}syllabus/"].chapters
    assert (start.title, start.editions, start.new) == ("第一章　开头", ("新版",), True)
    assert start.rows[0].lessons[0].passage.margin.extent == "来源的列举以“等”结尾，并未列全"
    assert keep.editions == ("旧版", "新版")
    shown = [(row.number, [one.passage.entry.name if one else None for one in row.lessons]) for row in keep.rows]
    assert shown == [("第一节", ["关系", "关系"]), ("第二节", [None, "满意"]), ("第三节", ["营销", None])]
    assert keep.rows[2].lessons[0].passage.nothing.kind == "lost"
    assert [one.name for one in keep.targets] == ["倾听"]
    assert [one.text for one in views[f"{SALES}syllabus/"].new_parts] == ["第一章　开头", "工具"]


@pytest.mark.parametrize(
    ("orders", "merged"),
    [
        ([["b", "d"], ["a", "b", "c"]], ("a", "b", "d", "c")),
        ([["1", "2"], ["1", "3"]], ("1", "2", "3")),
        ([["2", "4"], ["1", "2", "3", "4", "5"]], ("1", "2", "3", "4", "5")),
        ([[], ["a"]], ("a",)),
    ],
)
def test_orders_are_merged(orders: list[list[str]], merged: tuple[str, ...]) -> None:
    assert merged_order(orders) == merged


def test_what_a_section_points_to_is_not_what_it_teaches(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    shutil.copytree(FOLDER, folder)
    file = folder / "sequences" / "sales" / "syllabus.yml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("for: [writing]", "for: [writing], see: [listening], where: 第9页"), "utf-8")
    ctx = Context(read(folder), Catalogue("zh"))
    view: Any = next(page.view for page in registry.theme_pages(ctx) if page.address == f"{SALES}syllabus/")
    lesson = view.chapters[1].rows[1].lessons[1]
    assert [one.name for one in lesson.targets] == ["书写"]
    assert ([one.name for one in lesson.passage.margin.see], lesson.passage.margin.where) == (["倾听"], "第9页")
