"""What is told of the items of an indicator: each by its letter, and nothing of those that are as they were."""

from typing import Any

import pytest

from levelbook.catalogue import Catalogue
from levelbook.history.comparing.changes import typed_changes
from levelbook.history.decoding import decoded
from levelbook.history.encoding import encoded
from levelbook.history.release_changes import recorded
from levelbook.localized.changes import ChangeSentences
from levelbook.model.competency import Indicator
from levelbook.model.history import FactTable, History
from tests.history.test_rows import BASE, edited

A: dict[str, Any] = {"id": "a", "text": "复述要点。", "text_en": "Sums up."}
B: dict[str, Any] = {"id": "b", "text": "请客户确认。", "text_en": "Has it confirmed."}
C: dict[str, Any] = {"id": "c", "text": "记下要点。", "text_en": "Notes it down."}


def listing(lead: str, *items: dict[str, Any]) -> FactTable:
    """The small table with items for one indicator, its text as the model makes it."""
    live = [item["text"].rstrip("。") for item in items if "retired" not in item]
    return edited(BASE, {"KEY-LIS-03": {"text": f"{lead}：{'；'.join(live)}。", "items": list(items)}})


BEFORE = listing("听完再答", A, B)


@pytest.mark.parametrize(
    ("after", "told", "english"),
    [
        (listing("听完再答", A, B, C), "要求更多　新增小项 KEY-LIS-03-c：{+记下要点。+}", "{+Notes it down.+}"),
        (
            listing("听完再答", A, {**B, "retired": {"why": "免"}}),
            "要求更少　去掉小项 KEY-LIS-03-b：[-请客户确认。-]",
            "[-Has it confirmed.-]",
        ),
        (
            listing("听完再答", {**A, "text": "逐条复述要点。", "text_en": "Sums up all."}, B),
            "要求更多　改写小项 KEY-LIS-03-a：{+逐条+}复述要点。",
            "Sums up{+ all+}.",
        ),
        (listing("听完再答", B, A), "更清楚　KEY-LIS-03 的小项换了顺序", "stand in another order"),
        (listing("先听后答", A, B), "要人判断　改写 KEY-LIS-03：", "reworded KEY-LIS-03: "),
    ],
)
def test_each_is_told_by_its_letter(after: FactTable, told: str, english: str) -> None:
    changes = typed_changes(BEFORE, after)
    assert len(changes) == 1
    assert ChangeSentences(Catalogue("zh"), BEFORE, after).line(changes[0]).startswith(told)
    assert english in ChangeSentences(Catalogue("en"), BEFORE, after).line(changes[0])
    release = recorded("1.0.0", changes, BEFORE, after)
    assert History(published=after, releases=(release,)).facts_at("0.9.0") == BEFORE


def test_a_sentence_told_apart_asks_the_same() -> None:
    whole = edited(BASE, {"KEY-LIS-03": {"text": "复述要点，请客户确认。"}})
    parts = edited(BASE, {"KEY-LIS-03": {"text": "复述要点；请客户确认。", "items": [A, B]}})
    assert [(change.kind, change.change_class.value) for change in typed_changes(whole, parts)] == [
        ("items-given", "clarifies"),
        ("indicator-typo", "typo"),
    ]
    back = [change.kind for change in typed_changes(parts, whole)]
    assert sorted(back) == ["indicator-typo", "items-taken"]


def test_facts_come_back_as_the_same_indicator() -> None:
    items = [A, {**B, "retired": {"why": "免"}}, C]
    indicator = Indicator.model_validate({"text": "听完再答", "text_en": "Hears out", "items": items})
    assert encoded(indicator)["text"] == "听完再答：复述要点；记下要点。"
    back = decoded(Indicator, encoded(indicator), None)
    assert encoded(back) == encoded(indicator)
    assert [back.lead("zh"), back.lead("en")] == ["听完再答", "Hears out"]
    assert [item.letter for item in back.items] == ["a", "c"]
