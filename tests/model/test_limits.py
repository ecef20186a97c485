"""The table of limits: said on the page of problem codes, in the JSON Schema, and far above what there is."""

import re
from pathlib import Path
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError
from pydantic_core import PydanticCustomError

from levelbook.catalogue import Catalogue
from levelbook.load import load, load_files
from levelbook.model import limits
from levelbook.model.competency import Competency
from levelbook.model.sequence import SequenceHead
from levelbook.model.values import Fixed, Name, Prose, Text, counted
from levelbook.schema.document import document
from levelbook.schema.key_texts import KeyTexts

ROOT = Path(__file__).parents[2]
BASE = ROOT / "tests" / "golden" / "base"
FILES = {path.relative_to(BASE).as_posix(): path.read_bytes() for path in sorted(BASE.rglob("*.yml"))}
LISTENING = "sequences/key-account/competencies/listening.yml"
TABLE = {name: value for name, value in vars(limits).items() if name.isupper()}


@pytest.mark.parametrize("language", ["", "en"])
def test_the_page_of_problem_codes_says_every_limit(language: str) -> None:
    page = (ROOT / "docs" / language / "problems" / "index.md").read_text(encoding="utf-8")
    section = page.split("{#limit-exceeded}")[1].split("\n###")[0]
    figures = {int(figure.replace(",", "")) for figure in re.findall(r"[0-9][0-9,]*", section)}
    megabytes = {"BYTES": 1_000_000, "ALL_BYTES": 1_000_000, "HISTORY_BYTES": 1_000_000}
    assert {name for name, value in TABLE.items() if value // megabytes.get(name, 1) not in figures} == set()


def test_editors_know_limits_too() -> None:
    texts = KeyTexts(Catalogue("en"))
    competency, sequence = document(Competency, texts), document(SequenceHead, texts)
    assert _limits(competency) >= {limits.TEXT, limits.NAME, limits.INDICATORS, limits.COUNT}
    assert sequence["properties"]["levels"]["maxItems"] == limits.LEVELS


def _limits(value: Any) -> set[int]:
    if isinstance(value, list):
        return set().union(*map(_limits, value))
    if not isinstance(value, dict):
        return set()
    own = {value[key] for key in ("maxLength", "maxItems", "maximum") if isinstance(value.get(key), int)}
    return own.union(*map(_limits, value.values()))


def test_our_own_handbook_is_far_below() -> None:
    loaded = load(ROOT / "rubric_data")
    sheets = list(loaded.folder.data_files())
    assert 5 * sum(one.count for one in sheets) < limits.ALL_ITEMS
    assert 5 * max(one.count for one in sheets) < limits.ITEMS
    assert 5 * len(sheets) < limits.FILES


def beyond(old: str, new: str, file: str = LISTENING) -> list[tuple[str, str]]:
    text = FILES[file].decode()
    assert old in text
    problems = load_files(FILES | {file: text.replace(old, new, 1).encode()}).problems
    assert all(len(one.message(Catalogue(language))) < 400 for one in problems for language in ("zh", "en"))
    return [(one.code, one.variant) for one in problems]


@pytest.mark.parametrize("length", [limits.TEXT, limits.TEXT + 1, 400_000])
def test_length_of_a_text(length: int) -> None:
    wanted = [("limit-exceeded", "text")] * (length > limits.TEXT)
    assert beyond("记下要点。", "点" * length) == wanted
    assert beyond("name: 倾听", f"name: 倾听\ndefinition_en: {'a' * length}") == wanted


def test_every_sort_of_text_has_its_limit() -> None:
    most = {limits.TEXT: (Fixed, Text, Prose), limits.NAME: (Name,)}
    for limit, kinds in most.items():
        for kind in kinds:
            assert TypeAdapter(kind).validate_python("字" * limit)
            with pytest.raises(ValidationError):
                TypeAdapter(kind).validate_python("字" * (limit + 1))
    assert Competency.may_have_twin("name") and Competency.may_hold_marks("definition")
    assert not Competency.may_hold_marks("name")


@pytest.mark.parametrize(
    ("most", "more"), [(limits.COUNT, {}), (limits.PICK, {"what": "pick", "maximum": limits.PICK})]
)
def test_a_count_may_be_as_high_as_its_limit(most: int, more: dict[str, Any]) -> None:
    assert counted(str(most), **more) == most
    for above in (most + 1, 10**30):
        with pytest.raises(PydanticCustomError) as told:
            counted(str(above), **more)
        assert told.value.context == {"expected": more.get("what", "count"), "limit": most}


def test_brackets() -> None:
    assert beyond("记下要点。", "'" + "[" * limits.OPENED + "'") == []
    assert beyond("记下要点。", "'" + "![" * (limits.OPENED + 1) + "'") == [("limit-exceeded", "brackets")]


@pytest.mark.parametrize("number", [limits.INDICATORS - 2, limits.INDICATORS - 1])
def test_indicators_of_a_cell(number: int) -> None:
    more = "".join(f"      - {{id: KEY-LIS-{n + 10}, text: 第{n}件事。}}\n" for n in range(number))
    problems = [
        problem for problem in beyond("  senior:\n", more + "  senior:\n") if problem != ("code-unrecorded", "")
    ]
    assert problems == [("limit-exceeded", "many")] * (number + 2 > limits.INDICATORS)


def test_items_of_any_list() -> None:
    many = "".join(f"  - 第{n}段\n" for n in range(limits.LIST + 1))
    assert beyond("name: 倾听\n", f"name: 倾听\nsections:\n{many}") == [("limit-exceeded", "list")]


def test_a_thousand_levels_are_told_in_a_sentence() -> None:
    levels = "".join(f"  - {{id: l{n}, name: 级{n}}}\n" for n in range(1000))
    problems = beyond("grades:\n", f"{levels}grades:\n", "sequences/key-account/sequence.yml")
    assert problems == [("limit-exceeded", "many")]


def test_all_files_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "ALL_ITEMS", 60)
    problems = load_files(FILES).problems
    assert [(one.code, one.variant) for one in problems] == [("limit-exceeded", "items")], (
        "said once, at the first file"
    )
    monkeypatch.setattr(limits, "ALL_ITEMS", 400_000)
    monkeypatch.setattr(limits, "FILES", 3)
    assert [(one.code, one.variant) for one in load_files(FILES).problems] == [("limit-exceeded", "files")]
    monkeypatch.setattr(limits, "FILES", 10_000)
    monkeypatch.setattr(limits, "ALL_BYTES", 500)
    assert [(one.code, one.variant) for one in load_files(FILES).problems] == [("limit-exceeded", "bytes")]
