"""The pocket card of a level: what stands on it, what does not, and that it says so."""

from pathlib import Path
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
from tests.pages.small import small, views_of
from tests.pages.tiny import tiny

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
    card = cards[f"{TELECOM}level/intermediate/pocket/"]
    facts = {fact.label: fact.text for fact in card.facts}
    assert facts["本卡"] == "全部 55 条要求，18 项能力"
    assert facts["考试衡量"].startswith("通用基础知识")
    assert {count.word: count.n for count in card.counts} == {"提高": 29, "新增": 13, "沿用": 13}
    seals = [
        line.seal
        for side in card.sides
        for panel in side.panels
        for group in panel
        for section in group.sections
        for line in section.lines
    ]
    assert {seal: seals.count(seal) for seal in ("升", "新", "")} == {"升": 29, "新": 13, "": 13}


def test_what_does_not_fit_is_left_out_and_said(cards: dict[str, Any]) -> None:
    card = cards[f"{TELECOM}level/senior/pocket/"]
    assert card.shows == "只含本级写明的要求"
    assert any("一张纸放不下" in fact.text for fact in card.facts)


def _overfull() -> dict[str, str]:
    """A sequence whose higher level carries more over than a sheet holds, of two competencies of three."""
    low = "[" + ", ".join(f"说清第 {n} 件事" for n in range(150)) + "]"
    competency = "code: {code}\nname: {name}\nlevels: {{low: {{indicators: {low}}}, high: {high}}}\n"
    return {
        "sequence.yml": """
            code: FST
            name: 第一
            cumulative: yes
            levels:
              - {id: low, name: 初级}
              - id: high
                name: 高级
                expectations:
                  - {name: 领导力, items: [带好团队。, 用好预算]}
                  - {text: 能独当一面：, items: [定方向, {name: 资源, text: 找资源}]}
            grades:
              - {id: one, name: 一档, level: high, expectations: [带一个徒弟]}
              - {id: two, name: 二档, level: high, expectations: [带两个徒弟]}
            groups: [{id: all, name: 全部能力, kind: ability, competencies: [talk, calm, tidy]}]
            """,
        "competencies/talk.yml": competency.format(code="TLK", name="交谈", low=low, high="{indicators: [听懂弦外音]}"),
        "competencies/calm.yml": competency.format(code="CLM", name="沉着", low=low, high="{indicators: [临危不乱]}"),
        "competencies/tidy.yml": competency.format(code="TID", name="整洁", low=low, high="{blank: 空着}"),
    }


def test_a_card_counts_only_what_is_printed_on_it(tmp_path: Path) -> None:
    ctx, _ = tiny(tmp_path, _overfull())
    card = views_of(ctx)["sequences/first/level/high/pocket/"]
    facts = [(fact.label, fact.text) for fact in card.facts]
    assert facts[0] == ("本卡", "本级写明的 2 条要求，2 项能力")
    assert facts[1] == ("未印", "从低级别沿用的 450 条要求，同样适用；一张纸放不下，见本级页面。")
    assert [(count.word, count.n) for count in card.counts] == [("新增", 2)]


def test_what_is_expected_in_general_is_printed_with_names_parts_and_grades(tmp_path: Path) -> None:
    ctx, _ = tiny(tmp_path, _overfull())
    card = views_of(ctx)["sequences/first/level/high/pocket/"]
    assert card.expectations == (
        "领导力　带好团队；用好预算",
        "能独当一面：定方向；资源　找资源",
        "一档　带一个徒弟",
        "二档　带两个徒弟",
    )


def test_parts_count_where_the_cover_has_no_room_for_them(tmp_path: Path) -> None:
    files = _overfull()
    files["sequence.yml"] = files["sequence.yml"].replace("用好预算", "用好预算" * 80)
    ctx, _ = tiny(tmp_path, files)
    card = views_of(ctx)["sequences/first/level/high/pocket/"]
    assert card.expectations == ()
    assert "本级的总体要求 7 条，见本级页面。" in [fact.text for fact in card.facts]


def test_further_sides_are_told_apart_where_there_are_two(tmp_path: Path) -> None:
    ctx, _ = tiny(tmp_path, _overfull())
    labels = [side.label for side in views_of(ctx)["sequences/first/level/low/pocket/"].sides]
    assert labels[:3] == ["外面", "里面", "续页 1"]
    assert len(set(labels)) == len(labels)


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
