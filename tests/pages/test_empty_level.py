"""Levels of which nothing is left: one page that says so, and no mark of one's own."""

from levelbook.catalogue import Catalogue
from levelbook.components.own_level import mark
from levelbook.model.handbook import Handbook
from levelbook.pages import empty_level, level
from levelbook.site.context import Context


def test_a_level_of_which_nothing_is_left_says_so_once(handbook: Handbook) -> None:
    ctx = Context(handbook, Catalogue("zh"))
    empty = {
        one.place.address: one.view
        for key in handbook.sequences
        for one in empty_level.pages(ctx, handbook.sequences[key])
    }
    view = empty["sequences/marketing-qualification-standard/level/l4/"]
    assert isinstance(view, empty_level.EmptyLevelView)
    assert (view.standing, view.absence and view.absence.text) == ("五级中的第四级，只供参考", "原文缺失")
    assert len(view.ways) == 3
    assert {address.split("/")[1] for address in empty} == {
        "alibaba-sales-weights",
        "marketing-qualification-standard",
        "marketing-sequence-weights",
    }


def test_such_a_level_has_no_other_page(handbook: Handbook) -> None:
    ctx = Context(handbook, Catalogue("zh"))
    assert level.pages(ctx, handbook.sequences["marketing-qualification-standard"]) == ()


def test_nobody_stands_at_what_is_for_reference(handbook: Handbook) -> None:
    assert mark(handbook.sequences["marketing-management-grades"], "ga") == ""
    assert mark(handbook.sequences["telecom-account-manager"], "advanced") == "telecom-account-manager/advanced"
