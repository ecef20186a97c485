"""No address of any release is lost, whatever is edited: a few hundred random edits here, 10,000 by
`benchmarks/addresses.py`.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import islice

import pytest

from levelbook.build import Site
from levelbook.history.in_force import as_in_force
from levelbook.pages.former import page as former
from tests.former.quick import be_quick
from tests.former.story import Story, released, run
from tests.former.tale import changed

SEED, EDITS, EVERY = 11, 200, 25


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    be_quick(monkeypatch)


def test_no_address_is_lost_by_random_edits() -> None:
    *_, story = run(SEED, EDITS, EVERY)
    tally = story.tally
    assert tally.lost == []
    assert tally.dead == []
    assert tally.edits >= EDITS
    assert tally.refused.total() > 5
    assert len(tally.done) > 15
    assert tally.followed > 10 * EDITS


def test_no_address_is_lost_before_the_day_of_a_release() -> None:
    story = Story(3)
    for goal in (40, 80):
        while story.tally.edits < goal:
            story.edit()
        if goal == 40:
            story.release()
    released(story.files, "9.0.0", "2030-01-01")
    book = story.files.load().handbook
    assert book is not None
    story.book = as_in_force(book, date(2029, 12, 31))
    assert story.book.in_force == "1.1.0"
    story.addresses = dict(book.history.addresses)
    story.follow()
    assert (story.tally.lost, story.tally.dead) == ([], [])


def test_a_site_without_pages_at_old_addresses_loses_some(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(former, "pages", _none)
    lives: Iterator[Story] = run(SEED, EDITS, EVERY)
    assert any(story.tally.lost for story in islice(lives, 3))


def _none(*_: object) -> Iterator[None]:
    yield from ()


def test_a_site_without_lists_of_former_things_loses_anchors(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("levelbook.former_parts.former_list", lambda *_: None)
    story = Story(SEED)
    story.book = changed()
    story.follow()
    assert any("#" in lost for lost in story.tally.lost)
    assert any("#" not in lost for lost in story.tally.lost) is False


def test_a_thing_that_nobody_knows_is_a_problem_and_told_once() -> None:
    story = Story(SEED)
    addresses = {"sequences/gone/": (), "sequences/gone/matrix/": (), "sequences/sales/level/x/": ("SAL-LIS-01",)}
    story.book = replace(story.book, history=replace(story.book.history, addresses=addresses))
    story.follow()
    assert [lost.partition(" ")[0] for lost in story.tally.lost if lost.startswith("address-gone")] == [
        "address-gone"
    ] * 2
    site: Site = story._site()
    assert [problem.facts["n"] for problem in site.problems] == [2, 1]
