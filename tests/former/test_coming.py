"""What is published and does not hold yet: every address answers before its day, and says from when on it holds."""

import re
from datetime import date
from functools import cache
from html import unescape

import pytest

from levelbook.build import Site
from levelbook.catalogue import LANGUAGES, Catalogue
from levelbook.commands.editing.move import move
from levelbook.history.in_force import as_in_force
from levelbook.model.handbook import Handbook
from tests.former.folder import Files, Tree
from tests.former.following import Follower, resolved
from tests.former.story import released
from tests.former.tale import changed_files


@cache
def handbook() -> Handbook:
    """Everything that the tale changes, and more that is new, comes with one release, on a day ahead."""
    files = changed_files()
    _add(files)
    released(files, "1.0.0", "2030-01-01")
    loaded = files.load().handbook
    assert loaded is not None
    return loaded


def _add(files: Files) -> None:
    """A level, a competency of a sequence, and a sequence."""
    files.change("sequences/care-desk/sequence.yml", _more)
    for name in ("caring", "mending"):
        path = f"sequences/care-desk/competencies/{name}.yml"
        files.change(path, _taught)
    files.write("sequences/care-desk/competencies/calling.yml", {"code": "CAL", "name": "来电", "blank": "还没有写。"})
    files.write("sequences/advice/sequence.yml", {"code": "ADV", "name": "咨询", "incomplete": "还没有写。"})
    files.change("handbook.yml", lambda tree: tree["families"][0]["sequences"].append("advice"))


def _more(tree: Tree) -> None:
    tree["levels"].append({"id": "master", "name": "师傅"})
    tree["groups"][0]["competencies"].append("calling")


def _taught(tree: Tree) -> None:
    tree["levels"]["master"] = {"indicators": [{"text": f"把{tree['name']}教给别人。"}]}


@cache
def follower(language: str = "zh", day: date = date(2029, 12, 31)) -> Follower:
    return Follower(Site(as_in_force(handbook(), day), Catalogue(language)))


def words(address: str) -> str:
    """What a page says, without tags."""
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]*>", "", follower().text(address))))


@pytest.mark.parametrize("day", [date(2029, 12, 31), date(2030, 1, 1)])
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_address_answers_before_and_on_its_day(language: str, day: date) -> None:
    site = Site(as_in_force(handbook(), day), Catalogue(language))
    assert site.problems == ()
    assert follower(language, day).follow(handbook().history.addresses).lost == ()
    assert list(follower(language, day).dead_links()) == []


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("sequences/care-desk/level/master/", "“师傅”2030年1月1日起施行，在此之前没有这一页。"),
        ("sequences/care-desk/check/master/", "“师傅”2030年1月1日起施行，在此之前没有这一页。"),
        ("sequences/care-desk/competency/calling/", "“来电”2030年1月1日起施行，在此之前没有这一页。"),
        ("sequences/advice/", "“咨询”2030年1月1日起施行，在此之前没有这一页。"),
        ("id/ADV/", "“咨询”2030年1月1日起施行，在此之前没有这一页。"),
        ("id/SAL-CLO-05/card/", "“会算价。”2030年1月1日起施行，在此之前没有这一页。请看：SAL-CLO-05"),
        ("id/SAL-CLO-05/", "2030年1月1日起施行，现在还不是这一句。"),
    ],
)
def test_what_is_to_come_says_from_when(address: str, told: str) -> None:
    assert told in words(address)


@pytest.mark.parametrize(
    ("new", "now"),
    [
        ("sequences/sales/level/skilled/", "sequences/sales/level/mid/"),
        ("sequences/sales/compare/low/skilled/", "sequences/sales/compare/low/mid/"),
        ("sequences/care-desk/", "sequences/service/"),
        ("sequences/care-desk/actions/SER-ACT-01/sheet/", "sequences/service/actions/SER-ACT-01/sheet/"),
        ("sequences/sales/competency/hearing/", "sequences/sales/competency/listening/"),
        ("sequences/shared/competency/honesty/", "sequences/sales/competency/honesty/"),
        ("id/SAL.skilled/", "sequences/sales/level/mid/"),
    ],
)
def test_a_name_that_is_to_come_leads_to_what_holds(new: str, now: str) -> None:
    target = re.search(r'http-equiv="refresh" content="0; url=([^"]*)"', follower().text(new))
    assert target is not None
    assert resolved(new, target[1]) == now


def test_a_name_that_changes_twice_leads_to_the_one_that_holds() -> None:
    files = changed_files()
    released(files, "1.0.0")
    outcome = move(files, "SAL.skilled", "SAL.able")
    files.update({path: data for path, data in outcome.files.items() if isinstance(data, bytes)})
    released(files, "2.0.0", "2030-01-01")
    loaded = files.load().handbook
    assert loaded is not None
    site = Site(as_in_force(loaded, date(2029, 12, 31)), Catalogue("zh"))
    walk = Follower(site)
    assert (site.problems, walk.follow(loaded.history.addresses).lost) == ((), ())
    for way in ("sequences/sales/level/mid/", "sequences/sales/level/able/"):
        assert "level/skilled/" in walk.text(way)


def test_what_a_page_will_show_is_listed_with_its_day() -> None:
    html = follower().text("sequences/sales/level/mid/")
    section = re.search(r'<section class="lb-former">.*?</section>', html, re.DOTALL)
    told = re.sub(r"\s+", " ", re.sub(r"<[^>]*>", "", section[0])) if section else ""
    assert "将在此页还没有施行" in told
    assert "会算价。 SAL-CLO-05 2030年1月1日起" in told


def test_calibrations_go_by_the_names_that_hold() -> None:
    held = as_in_force(handbook(), date(2029, 12, 31)).sequences["sales"]
    assert held.calibrations is not None
    for calibration in held.calibrations.calibrations:
        assert set(calibration.competencies) <= set(held.competencies)
        for adjusted in calibration.competencies.values():
            assert {adjusted.before, adjusted.after} <= {level.id for level in held.levels}
