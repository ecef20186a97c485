"""Problem codes: each has its sentences in all languages, and is explained in each with an example that holds."""

import re
import shutil
import string
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pytest
import yaml

from levelbook.catalogue import LANGUAGES, Catalogue
from levelbook.load import load
from levelbook.problems import Place, Problem, Severity, as_text, ordered

HERE = Path(__file__).parent
DOCS = HERE.parents[1] / "docs"


@dataclass(frozen=True)
class CodesPage:
    """The page of problem codes in a language."""

    path: str
    base: str
    """The handbook that the files of an example belong to."""
    right: str
    """What stands between a wrong example and the right one."""
    encodings: dict[str, str]
    """How a file is saved whose first line says so."""

    @property
    def text(self) -> str:
        return (DOCS / self.path).read_text(encoding="utf-8")


PAGES: Final = {
    "zh": CodesPage("problems/index.md", "base", "改成：", {"（以GBK保存）": "gbk"}),
    "en": CodesPage("en/problems/index.md", "base-en", "Right:", {" (saved as Windows-1252)": "cp1252"}),
}
SECTION = re.compile(
    r"^### `([a-z-]+)`(?: ?([^\s（({]+))?(?: ?[（(][^\n]+[）)])? \{#\1\}\n(.*?)(?=^##|\Z)", re.MULTILINE | re.DOTALL
)
"""A code, the word of its severity (none where no check finds it), and what is said of it."""
SECTIONS: Final = {language: SECTION.findall(page.text) for language, page in PAGES.items()}
EXPLAINED = [(language, *section) for language, sections in SECTIONS.items() for section in sections if section[1]]
BLOCK = re.compile(r"```yaml\n# ([\w./-]+)([^\n]*)\n(.*?)```\n", re.DOTALL)
QUOTED = re.compile(r"^\S+:\d+:\d+: .+ ?\[([a-z-]+)\]$", re.MULTILINE)
SEALED = {"address-gone", "history-broken", "ledger-shrunk", "released-edited", "translation-stale"}
"""Codes about files that only commands write, with seals or marks: nobody writes an example of them by hand. Their
cases stand in tests/golden."""


def codes(language: str) -> set[str]:
    return {key.split(".")[0] for key in Catalogue(language).section("problem") if "." in key}


@pytest.mark.parametrize("language", PAGES)
def test_every_code_is_explained_once(language: str) -> None:
    explained = [code for code, word, _ in SECTIONS[language] if word]
    assert sorted(explained) == sorted(codes(language))


@pytest.mark.parametrize(("language", "code", "word", "text"), EXPLAINED, ids=[" ".join(one[:2]) for one in EXPLAINED])
def test_examples_hold(language: str, code: str, word: str, text: str, tmp_path: Path) -> None:
    if code in SEALED:
        return
    wrong, _, right = text.partition(PAGES[language].right)
    problems = check(language, code, wrong, tmp_path / "wrong")
    assert {problem.code for problem in problems} == {code}
    assert Catalogue(language)(f"severity.{problems[0].severity.word}") == word
    assert right
    assert check(language, code, right, tmp_path / "right") == []


def check(language: str, code: str, text: str, folder: Path) -> list[Problem]:
    """What is said of the base with the files of an example in place; only some examples show the ledger."""
    page = PAGES[language]
    shutil.copytree(HERE / page.base, folder)
    for path, saved, content in BLOCK.findall(text):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content.encode(page.encodings[saved] if saved else "utf-8"))
    hints = [one for one in load(folder).problems if one.code == "ledger-missing" and not one.variant]
    return [one for one in load(folder).problems if one not in hints or code == "ledger-missing"]


@pytest.mark.parametrize("language", PAGES)
def test_messages_are_quoted_letter_for_letter(language: str, tmp_path: Path) -> None:
    quoted = [(line[0], line[1]) for line in QUOTED.finditer(PAGES[language].text)]
    assert quoted
    words, texts = Catalogue(language), {code: text for code, _, text in SECTIONS[language]}
    for n, (line, code) in enumerate(quoted):
        problems = check(language, code, texts[code].partition(PAGES[language].right)[0], tmp_path / str(n))
        assert line in [as_text(problem, words) for problem in problems]


def test_pages_have_the_same_sections_and_examples() -> None:
    shapes = [shape(page) for page in PAGES.values()]
    assert shapes[0] == shapes[1]


def shape(page: CodesPage) -> list[tuple[str, ...]]:
    """What no language changes: headings, anchors, codes in tables, items, files of examples, which ones are right."""
    part = re.compile(
        r"^(#+) .*?(\{#[\w-]+\})?$|^(\|)(?: `([\w-]+)`)?.*$|^(- )|^(```\w*)$|^(# [\w./-]+\.yml)|^(right)$", re.MULTILINE
    )
    return [match.groups("") for match in part.finditer(page.text.replace(f"\n{page.right}\n", "\nright\n"))]


def test_prose_in_english_is_english() -> None:
    prose = re.sub(r"^```.*?^```$", "", PAGES["en"].text, flags=re.MULTILINE | re.DOTALL)
    assert re.findall(r"[\u4e00-\u9fff]+", prose) == ["中文"]


def test_pages_lead_to_each_other() -> None:
    lead = "\n{.lb-lead}\n\n"
    assert f"{lead}[English](../en/problems/index.md){{lang=en hreflang=en}}\n" in PAGES["zh"].text
    assert f"{lead}[中文](../../problems/index.md){{lang=zh-Hans hreflang=zh}}\n" in PAGES["en"].text
    assert yaml.safe_load(PAGES["en"].text.split("---")[1])["language"] == "en"


def test_languages_tell_the_same_facts() -> None:
    for table in ("problem", "severity", "cli", "net"):
        texts = [Catalogue(language).section(table) for language in LANGUAGES]
        named = [{key: facts(text) for key, text in one.items()} for one in texts]
        assert named[0] == named[1]


def facts(text: str) -> set[str]:
    """The names of the facts in a sentence."""
    return {field for _, field, _, _ in string.Formatter().parse(text) if field}


def test_problems_are_told_by_place_and_once() -> None:
    late, early = Problem("a", Place("b.yml", 2, 1)), Problem("a", Place("b.yml", 1, 9))
    other = Problem("z", Place("a.yml", 9, 9), Severity.WARNING)
    assert ordered([late, early, other, Problem("a", Place("b.yml", 2, 1))]) == [other, early, late]
