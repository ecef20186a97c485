"""An indicator with items: one statement for all that asks for its words, and each item by its letter."""

import pytest
from pydantic import ValidationError

from levelbook.model.competency import Indicator
from levelbook.model.statement import lead_of, whole_statement

LED = {
    "id": "KEY-LIS-01",
    "text": "听完再答",
    "text_en": "Hears customers out",
    "items": [
        {"id": "a", "text": "不打断客户；", "text_en": "Does not interrupt."},
        {"id": "b", "text": "复述要点。", "text_en": "Sums up."},
    ],
}


@pytest.mark.parametrize(
    ("lead", "parts", "whole"),
    [
        ("听完再答", ["不打断", "复述要点"], "听完再答：不打断；复述要点"),
        ("听完再答：", ["不打断；", "复述要点。"], "听完再答：不打断；复述要点。"),
        ("听完再答。", ["不打断。", "复述要点。"], "听完再答：不打断；复述要点。"),
        ("Hears out", ["Waits.", "Sums up."], "Hears out: Waits. Sums up."),
        ("Hears out:", ["Waits"], "Hears out: Waits"),
        ("", ["不打断", "复述要点"], "不打断；复述要点"),
        ("听完再答", [], "听完再答"),
    ],
)
def test_whole_and_lead(lead: str, parts: list[str], whole: str) -> None:
    assert whole_statement(lead, parts) == whole
    assert lead_of(whole, parts) == (lead.rstrip("。：:") if parts else lead)


def test_one_statement_in_each_language() -> None:
    indicator = Indicator.model_validate(LED)
    assert indicator.text == "听完再答：不打断客户；复述要点。"
    assert indicator.localized("text", "en") == "Hears customers out: Does not interrupt. Sums up."
    assert [(item.letter, item.localized("text", "en")) for item in indicator.items] == [
        ("a", "Does not interrupt."),
        ("b", "Sums up."),
    ]
    assert (indicator.lead(""), indicator.lead("en")) == ("听完再答", "Hears customers out")


def test_half_a_translation_is_none() -> None:
    indicator = Indicator.model_validate({**LED, "items": [*LED["items"], "追问。"]})
    assert indicator.localized("text", "en") == indicator.text == "听完再答：不打断客户；复述要点；追问。"
    assert indicator.items[0].localized("text", "en") == "Does not interrupt."
    assert indicator.lead("en") == "听完再答"
    alone = Indicator.model_validate({"items": [*LED["items"], "追问。"]})
    assert alone.lead("en") == ""


def test_what_ended_is_no_part_of_the_statement_and_keeps_its_letter() -> None:
    ended = {"text": "记笔记", "retired": {"why": "不再要求"}}
    indicator = Indicator.model_validate({"items": [ended, {"id": "a", "text": "不打断"}, "追问"]})
    assert indicator.text == "不打断；追问"
    assert [item.letter for item in indicator.every_item] == ["b", "a", "c"]
    assert [item.letter for item in indicator.items] == ["a", "c"]


@pytest.mark.parametrize(
    "items", [[], "不打断", {"a": "不打断"}, [["不打断"]], [{"id": "aa", "text": "不打断"}], ["项"] * 27]
)
def test_what_are_no_items_is_refused(items: object) -> None:
    with pytest.raises(ValidationError):
        Indicator.model_validate({"items": items})


def test_links_take_the_sequence_of_their_file_along() -> None:
    data = {"text": "见[倾听](listening)", "items": ["[复述](b@low)", "追问"]}
    indicator = Indicator.model_validate(data, context={"home": "sales"})
    assert indicator.text == "见[倾听](sales/listening)：[复述](sales/b@low)；追问"
    assert indicator.lead("") == "见[倾听](sales/listening)"
