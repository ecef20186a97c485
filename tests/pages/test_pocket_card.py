"""The pocket card of a level: what stands on it, what does not, and that it says so."""

from typing import Any

import pytest

from levelbook.build import ReadyFile, SiteOptions, outputs
from levelbook.catalogue import Catalogue
from levelbook.model.handbook import Handbook
from levelbook.pages.pocket_card.contents import card_contents
from levelbook.pages.pocket_card.fitting import PANELS, CardLine, CardSection, Fit, fitted
from levelbook.pages.registry import standalone_pages
from levelbook.site.context import Context
from levelbook.text.measure import lines_of
from tests.pages.small import small

TELECOM = "sequences/telecom-account-manager/"


def _section(name: str, n: int, below: int = 0, text: str = "把话说完。") -> CardSection:
    lines = tuple(CardLine("", "", text, at >= n) for at in range(n + below))
    return CardSection("基本能力", name, "", "", lines)


def _lines(fit: Fit) -> list[CardLine]:
    return [line for panel in fit.panels for group in panel for section in group.sections for line in section.lines]


@pytest.fixture(scope="module")
def cards(handbook: Handbook) -> dict[str, Any]:
    """The views of all cards of the handbook, by address."""
    ctx = Context(handbook, Catalogue("zh"))
    return {page.address: page.view for page in standalone_pages(ctx) if page.template == "pocket_card"}


def test_a_card_holds_every_requirement_with_what_became_of_it(cards: dict[str, Any]) -> None:
    card = cards[f"{TELECOM}level/advanced/pocket/"]
    facts = {fact.label: fact.text for fact in card.facts}
    assert facts["本卡"] == "全部 74 条要求，18 项能力"
    assert facts["考试衡量"].startswith("通用基础知识")
    assert {count.word: count.n for count in card.counts} == {"提高": 32, "新增": 19, "沿用": 23}
    seals = [
        line.seal
        for side in card.sides
        for panel in side.panels
        for group in panel
        for section in group.sections
        for line in section.lines
    ]
    assert {seal: seals.count(seal) for seal in ("升", "新", "")} == {"升": 32, "新": 19, "": 23}


def test_what_does_not_fit_is_left_out_and_said(cards: dict[str, Any]) -> None:
    card = cards[f"{TELECOM}level/senior/pocket/"]
    assert card.shows == "只有本级自己写的要求"
    assert any("一张纸放不下" in fact.text for fact in card.facts)


def test_a_card_of_the_lowest_level_has_no_marks(cards: dict[str, Any]) -> None:
    card = cards[f"{TELECOM}level/junior/pocket/"]
    assert (card.against, card.counts) == ("", ())


def test_no_card_of_this_handbook_needs_a_second_sheet(cards: dict[str, Any]) -> None:
    assert {address: len(card.sides) for address, card in cards.items() if len(card.sides) != 2} == {}


def test_every_requirement_stands_on_the_card_or_is_counted(handbook: Handbook) -> None:
    ctx = Context(handbook, Catalogue("zh"))
    for sequence in handbook.sequences.values():
        for level in sequence.levels:
            contents = card_contents(ctx, sequence, level)
            fit = fitted(contents.sections)
            assert len(_lines(fit)) + fit.left_out == contents.requirements


def test_a_short_level_stands_in_the_larger_type() -> None:
    fit = fitted((_section("倾听", 4),))
    assert (len(fit.panels), fit.is_small, fit.left_out) == (1, False, 0)


def test_what_comes_from_below_gives_way_first() -> None:
    fit = fitted(tuple(_section(f"能力{at}", 6, 30) for at in range(10)))
    assert len(fit.panels) <= PANELS
    assert fit.left_out == 300
    assert len(_lines(fit)) == 60


def test_a_level_too_long_by_itself_takes_further_sheets_and_loses_nothing() -> None:
    fit = fitted(tuple(_section(f"能力{at}", 50, 5) for at in range(10)))
    assert len(fit.panels) > PANELS
    assert (fit.left_out, len(_lines(fit))) == (0, 550)


def test_a_requirement_longer_than_a_panel_ends_the_reckoning_all_the_same() -> None:
    assert len(_lines(fitted((_section("倾听", 2, text="把话说完。" * 2000),)))) == 2


@pytest.mark.parametrize(
    ("text", "lines"),
    [("", 1), ("一" * 9, 1), ("一" * 10, 2), ("word " * 3, 1), ("word " * 4, 2), ("a" * 100, 7)],
)
def test_lines_of_a_text(text: str, lines: int) -> None:
    assert lines_of(text, 10) == lines


@pytest.mark.parametrize(("site_url", "codes"), [("https://handbook.example/rubric/", 1), ("", 0)])
def test_a_qr_code_needs_the_address_of_the_site(site_url: str, codes: int) -> None:
    site = outputs(small(), Catalogue("zh"), SiteOptions(site_url=site_url))
    files = {file.path: file.text for file in site if isinstance(file, ReadyFile)}
    card = files["sequences/key-account/level/middle/pocket/index.html"]
    assert card.count('class="lb-qr"') == codes
    assert card.count("扫码") == codes
