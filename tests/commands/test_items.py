"""What commands do with the items of an indicator: letters are given, codes are not; nothing is lost on the way."""

from pathlib import Path

from levelbook.commands.editing.split import merge
from levelbook.commands.ids.outcome import ids_outcome
from levelbook.load import files_in, load_files

BASE = Path(__file__).parents[1] / "golden" / "base"
LISTENING = "sequences/key-account/competencies/listening.yml"
SENTENCE = "      - id: KEY-LIS-02\n        text: 记下要点。\n"


def with_items(instead: str) -> dict[str, bytes]:
    files = {path: data for path, data in files_in(BASE) if isinstance(data, bytes)}
    text = files[LISTENING].decode()
    assert SENTENCE in text
    return {**files, LISTENING: text.replace(SENTENCE, instead).encode()}


def test_letters_are_given_and_no_code_is_spent() -> None:
    waiting = """      - id: KEY-LIS-02
        text: 记下要点
        items:
          - 记下数字。
          - {id: a, text: 记下名字。}
          - text: 记下日期。
"""
    outcome = ids_outcome(with_items(waiting))
    assert [one.code for one in outcome.letters] == ["b", "c"]
    assert (outcome.assigned, outcome.added, outcome.unwritable) == ([], 0, [])
    written = outcome.files[LISTENING].decode()
    assert "          - id: b\n            text: 记下数字。\n" in written
    assert "          - id: c\n            text: 记下日期。\n" in written
    assert load_files({**with_items(waiting), **outcome.files}).problems == []


def test_a_new_indicator_gets_its_code_and_its_letters_at_once() -> None:
    new = f"{SENTENCE}      - items: [记下数字。, 记下名字。]\n"
    outcome = ids_outcome(with_items(new))
    assert [one.code for one in (*outcome.assigned, *outcome.letters)] == ["KEY-LIS-04", "a", "b"]
    assert (
        "- id: KEY-LIS-04\n        items: [{id: a, text: 记下数字。}, {id: b, text: 记下名字。}]"
        in outcome.files[LISTENING].decode()
    )
    assert load_files({**with_items(new), **outcome.files}).problems == []


def test_merging_does_not_reword_what_leads_items_in() -> None:
    items = "[{id: a, text: 数字。}, {id: b, text: 名字。}]"
    led = f"      - id: KEY-LIS-02\n        text: 记下要点\n        items: {items}\n"
    outcome = merge(with_items(led), ["KEY-LIS-01"], "KEY-LIS-02", "合成一条", "听完并记下要点。")
    assert [problem.variant or problem.code for problem in outcome.refusals] == ["has_items"]
    assert not merge(with_items(led), ["KEY-LIS-01"], "KEY-LIS-02", "合成一条").refusals
