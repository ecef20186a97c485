"""The page of courses and practices, and what each of them reaches."""

import shutil
from pathlib import Path
from typing import Any

import pytest

from levelbook.build import outputs
from levelbook.catalogue import Catalogue
from levelbook.queries import action_targets
from levelbook.site.context import Context
from tests.pages.growth import FOLDER, SALES, growth, growth_views
from tests.pages.small import read


@pytest.fixture(scope="module")
def views() -> dict[str, Any]:
    return growth_views()


def test_actions_stand_under_what_they_are_for_in_the_order_of_the_tree(views: dict[str, Any]) -> None:
    blocks = views[f"{SALES}actions/"].blocks
    assert [(one.title, [action.code for action in one.actions]) for one in blocks] == [
        ("与人相处", ["SAL-ACT-03", "SAL-ACT-01"]),
        ("倾听", ["SAL-ACT-03"]),
        ("谈判", ["SAL-ACT-02"]),
        ("不限能力", ["SAL-ACT-04"]),
    ]
    assert [one.text for one in blocks[0].members] == ["倾听", "谈判"]
    assert blocks[0].figures == "2 项发展方式，2 项能力，5 条行为指标"


def test_an_action_in_two_blocks_has_one_anchor_and_names_the_other(views: dict[str, Any]) -> None:
    first, second, *_ = views[f"{SALES}actions/"].blocks
    assert (first.actions[0].anchor, second.actions[0].anchor) == ("SAL-ACT-03", "")
    assert [one.text for one in first.actions[0].other_blocks] == ["倾听"]
    assert [(one.text, one.address) for one in second.actions[0].targets] == [
        ("高", f"{SALES}competency/listening/#l-high"),
        ("SAL-LIS-01", "id/SAL-LIS-01/"),
    ]


def test_a_target_level_is_told_plainly(views: dict[str, Any]) -> None:
    [action] = views[f"{SALES}actions/"].blocks[2].actions
    assert (action.for_whom, action.rank, action.link) == (
        "适合目标级别为高（H2）及以上的人",
        2,
        "https://example.org/c",
    )


def test_coverage_says_which_competencies_have_none(views: dict[str, Any]) -> None:
    cover = views[f"{SALES}actions/"].coverage
    assert cover.summary == "3 项能力中有 1 项还没有发展方式："
    assert [one.text for one in cover.without_actions] == ["书写"]
    people, order = cover.groups
    assert [[figure.actions for figure in row.figures] for row in (*people.rows, *order.rows)] == [
        [2, 2],
        [2, 3],
        [0, 0],
    ]
    assert [row.indicators for row in (*people.rows, *order.rows)] == ["1/3", "0/2", "0/1"]


def test_a_competency_lists_every_action_that_reaches_it(views: dict[str, Any]) -> None:
    listening = views[f"{SALES}competency/listening/"].actions
    assert [(one.code, one.via, [part.text for part in one.targets]) for one in listening] == [
        ("SAL-ACT-01", "为“与人相处”整类而设", []),
        ("SAL-ACT-03", "为“与人相处”整类而设", ["高", "SAL-LIS-01"]),
    ]
    borrowed = views["sequences/shared/competency/bargaining/"].actions
    assert [(one.code, one.place.text) for one in borrowed] == [
        ("SAL-ACT-01", "销售"),
        ("SAL-ACT-02", "销售"),
        ("SAL-ACT-03", "销售"),
    ]


def test_a_step_belongs_to_the_sequence_of_what_is_developed(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    shutil.copytree(FOLDER, folder)
    head = folder / "sequences" / "shared" / "sequence.yml"
    grades = "grades: [{id: first, name: 甲, level: high}, {id: second, name: 乙, level: low}]\n"
    head.write_text(head.read_text(encoding="utf-8") + grades, encoding="utf-8")
    file = folder / "sequences" / "sales" / "actions.yml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("[shared/bargaining], target_from: high", "[shared/bargaining@first]"), "utf-8")
    ctx = Context(read(folder), Catalogue("zh"))
    shared = ctx.handbook.sequences["shared"]
    reached = [
        one
        for one in action_targets.reaching(ctx, (shared, shared.competencies["bargaining"]))
        if one.action.id == "SAL-ACT-02"
    ]
    assert [action_targets.serves(reached[0], level) for level in ("low", "high")] == [False, True]
    assert action_targets.covered(tuple(reached), (shared, shared.competencies["bargaining"])) == {"SHA-BAR-02"}


def test_ladders_of_two_sequences_are_not_compared() -> None:
    ctx = growth()
    shared = ctx.handbook.sequences["shared"]
    [course] = [
        one
        for one in action_targets.reaching(ctx, (shared, shared.competencies["bargaining"]))
        if one.action.id == "SAL-ACT-02"
    ]
    assert [action_targets.serves(course, level) for level in ("low", "high", "of-another-ladder")] == [
        False,
        True,
        True,
    ]


def test_a_link_that_would_run_is_no_link(tmp_path: Path) -> None:
    shutil.copytree(FOLDER, tmp_path / "data")
    file = tmp_path / "data" / "sequences" / "sales" / "actions.yml"
    file.write_text(file.read_text(encoding="utf-8").replace("https://example.org/c", "javascript:alert(1)"), "utf-8")
    pages = outputs(read(tmp_path / "data"), Catalogue("zh"))
    assert not [page for page in pages if "javascript:" in getattr(page, "html", "")]
