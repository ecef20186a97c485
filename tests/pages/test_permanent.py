"""Codes lead to where their things stand, also those of retired things."""

from typing import Any

import pytest

from tests.pages.growth import SALES, growth_views, retired_views


@pytest.fixture(scope="module")
def views() -> dict[str, Any]:
    return growth_views()


@pytest.fixture(scope="module")
def retired(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    return retired_views(tmp_path_factory.mktemp("retired"))


def test_codes_lead_to_their_place(views: dict[str, Any]) -> None:
    places = {
        code: views[f"id/{code}/"].target.address for code in ("SAL-ACT-02", "SAL-ACT-01", "SAL.make", "SAL.goals")
    }
    assert places == {
        "SAL-ACT-02": f"{SALES}actions/SAL-ACT-02/",
        "SAL-ACT-01": f"{SALES}actions/#SAL-ACT-01",
        "SAL.make": f"{SALES}process/#part-make",
        "SAL.goals": f"{SALES}process/#form-goals",
    }
    assert views["id/SAL.keep/"].target.address == f"{SALES}syllabus/#part-keep"
    assert views["id/SAL.year-1/"].target.address == f"{SALES}calibration/#part-year-1"
    assert (views["id/SAL-ACT-05/"].name, views["id/SAL-ACT-05/"].retired.why) == ("旧课", "不再开")


def test_what_took_the_place_of_something_may_have_ended_itself(retired: dict[str, Any]) -> None:
    assert [(one.name, one.address) for one in retired["id/ONE-TAC/"].retired.replaced_by] == [("从容", "id/ONE-POI/")]
    assert [(one.name, one.address) for one in retired["id/ONE.mid/"].retired.replaced_by] == [("优", "id/ONE.fine/")]
    assert {"id/ONE-POI/", "id/ONE.fine/"} <= retired.keys()
