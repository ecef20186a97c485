"""A sequence that pages call by its short name is found by its full one; and a level's card counts as its page does."""

from pathlib import Path

import pytest

from levelbook.catalogue import Catalogue
from levelbook.model.handbook import Handbook
from levelbook.pages import level
from levelbook.pages.search.answers import answers
from levelbook.pages.search.names import full_and_short_names, names_of_sequence
from levelbook.pages.search.things import things
from levelbook.site.context import Context
from tests.pages.data_files import marked_levels
from tests.pages.tiny import tiny

NAMED = {
    "sequence.yml": """
        code: BAN
        name: 银行客户经理能力素质
        name_en: Relationship manager competencies
        short_name: 客户经理
        short_name_en: Banker
        aliases: [{name: 客户顾问, name_en: Adviser}]
        levels: [{id: low, name: 低级, name_en: Low}]
        groups: [{id: all, name: 全部, name_en: All, kind: skill, competencies: [doing, rules]}]
        """,
    "competencies/doing.yml": """
        code: DOI
        name: 做事
        name_en: Doing
        levels: {low: {indicators: [{id: BAN-DOI-01, text: 会做, text_en: Does}]}}
        """,
    "competencies/rules.yml": """
        code: RUL
        name: 守则
        name_en: Rules
        indicators: [{id: BAN-RUL-01, text: 守规矩}, {id: BAN-RUL-02, text: 不外传}]
        """,
}


@pytest.mark.parametrize(("language", "shown"), [("zh", "客户经理"), ("en", "Banker")])
def test_a_sequence_is_found_by_all_its_names(language: str, shown: str, tmp_path: Path) -> None:
    handbook = tiny(tmp_path, NAMED, translations=["en"])[0].handbook
    ctx, sequence = Context(handbook, Catalogue(language)), handbook.sequences["first"]
    names = {"客户经理", "Banker", "银行客户经理能力素质", "Relationship manager competencies", "客户顾问", "Adviser"}
    assert set(full_and_short_names(sequence)) == names
    assert names_of_sequence(sequence)[-1] == "BAN"
    [row] = [row for row in things(ctx) if row[2] == "sequence"]
    assert row[0] == shown
    assert set(row[4].split("\n")) == names - {shown}


def test_what_every_level_asks_is_counted_once(tmp_path: Path) -> None:
    ctx, sequence = tiny(tmp_path, NAMED, translations=["en"])
    assert [answer["count"] for answer in answers(ctx, sequence)] == [3]


def test_a_level_whose_id_is_the_name_of_a_view_is_compared_on_the_page_of_the_pair(tmp_path: Path) -> None:
    levels = "[{id: new, name: 新手}, {id: low, name: 低级}, {id: high, name: 高级}]"
    text = NAMED["sequence.yml"].replace("[{id: low, name: 低级, name_en: Low}]", levels)
    cells = "levels: {new: {blank: 空着}, low: {indicators: [{id: BAN-DOI-01, text: 会做}]}, high: {blank: 空着}}"
    doing = f"code: DOI\nname: 做事\n{cells}\n"
    ctx, sequence = tiny(tmp_path, NAMED | {"sequence.yml": text, "competencies/doing.yml": doing}, translations=["en"])
    assert [answer["comparison"] for answer in answers(ctx, sequence)] == [
        None,
        ("新手", "sequences/first/compare/new/low/index.html"),
        ("低级", "sequences/first/level/high/index.html?view=low"),
    ]


def test_cards_count_what_the_page_of_a_level_does(handbook: Handbook) -> None:
    """What the source leaves open too, where it does not say whether lower levels hold on."""
    ctx = Context(handbook, Catalogue("zh"))
    marked = marked_levels(ctx)
    counted = 0
    for sequence in handbook.sequences.values():
        found = {answer["href"]: answer["count"] for answer in answers(ctx, sequence)}
        asked = {data["href"]: data["asks"] for data in marked.values()}
        for page in level.pages(ctx, sequence):
            view = page.view
            assert isinstance(view, level.LevelView)
            assert found[f"{page.address}index.html"] == view.switch.all, page.address
            assert asked.get(f"{page.address}index.html", view.switch.all) == view.switch.all, page.address
            counted += 1
    assert counted > 20
