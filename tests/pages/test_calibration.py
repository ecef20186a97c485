"""The page of calibrations: what raters said, what changed, and how it is drawn."""

import re
from typing import Any

import pytest

from levelbook.pages.calibration.charts import profile_chart
from tests.pages.growth import SALES, growth_views, retired_views


@pytest.fixture(scope="module")
def views() -> dict[str, Any]:
    return growth_views()


@pytest.fixture(scope="module")
def retired(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    return retired_views(tmp_path_factory.mktemp("retired"))


def test_calibrations_say_what_they_changed_and_whether_they_hold(views: dict[str, Any]) -> None:
    shown, first = views[f"{SALES}calibration/"].calibrations
    assert (first.status, first.figures) == (
        "最近一次校准，现行要求以此为准。",
        "2 项能力，上调 1 项，下调 1 项",
    )
    assert [(row.ratings, row.mean, row.mean_position) for row in first.rows] == [
        ("低 1 人、高 3 人", "1.75", "75.0"),
        ("低 3 人", "1.00", "0.0"),
    ]
    assert first.raters == ""
    assert (shown.calibration.example, shown.no_ratings.kind) == (True, "empty")
    assert [row.change for row in shown.rows] == ["same", "up"]


def test_both_profiles_are_drawn(views: dict[str, Any]) -> None:
    before, after = views[f"{SALES}calibration/"].calibrations[1].charts
    assert [len(one.dots) for one in (before, after)] == [2, 2]
    assert [dot.y for dot in before.dots] == [dot.y for dot in reversed(after.dots)]
    bell = views[f"{SALES}calibration/"].calibrations[1].rows[0].dumbbell
    assert (bell.before, bell.after, bell.length) == ("0.0", "100.0", "100.0")


def test_a_calibration_keeps_what_has_ended_since(retired: dict[str, Any]) -> None:
    _, once = retired["sequences/first/calibration/"].calibrations
    assert (once.grade.text, once.grade.address) == ("一档", "id/ONE.first/")
    tact, care = once.rows
    assert (tact.link.text, tact.link.address) == ("分寸", "id/ONE-TAC/")
    assert (tact.before.name, tact.before.address, tact.change, tact.dumbbell) == ("中", "", "down", None)
    assert (tact.ratings, tact.mean, tact.mean_position) == ("低 1 人、中 3 人", "", "")
    assert (care.change, care.mean) == ("up", "2.00")
    assert [dot.number for dot in once.charts[0].dots] == [2]


def test_a_profile_has_no_line_where_it_has_no_level() -> None:
    chart = profile_chart("图", ("低", "高"), (1, 2, 0, 1, 1))
    assert [dot.number for dot in chart.dots] == [1, 2, 4, 5]
    assert [part[0] for part in re.findall(r"[ML]\d+ \d+", chart.path)] == ["M", "L", "M", "L"]
