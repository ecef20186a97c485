"""The codes of problems: each has its sentences in all languages, and is explained with an example that holds."""

import re
import shutil
import string
from pathlib import Path

import pytest

from levelbook.catalogue import LANGUAGES, Catalogue
from levelbook.load import load
from levelbook.problems import Place, Problem, Severity, ordered

HERE = Path(__file__).parent
PAGE = (HERE.parents[1] / "docs" / "problems" / "index.md").read_text(encoding="utf-8")
SECTIONS = re.findall(r"^### `([a-z-]+)` (\S+) \{#\1\}\n(.*?)(?=^##|\Z)", PAGE, re.MULTILINE | re.DOTALL)
BLOCK = re.compile(r"```yaml\n# (\S+?)(（以GBK保存）)?\n(.*?)```\n", re.DOTALL)
LATER = {"translation-stale"}
"""Codes that need the history of the data, which is not read yet."""
SEALED = {"address-gone", "history-broken", "ledger-shrunk", "released-edited"}
"""Codes about files that only `levelbook release` writes, with seals: nobody writes an example of them by hand. Their
cases stand in tests/golden."""


def codes(language: str) -> set[str]:
    return {key.split(".")[0] for key in Catalogue(language).section("problem") if "." in key}


def test_every_code_is_explained_once() -> None:
    explained = [code for code, _, _ in SECTIONS]
    assert sorted(explained) == sorted(codes("zh") | LATER)


@pytest.mark.parametrize(("code", "word", "text"), SECTIONS, ids=[code for code, _, _ in SECTIONS])
def test_examples_hold(code: str, word: str, text: str, tmp_path: Path) -> None:
    if code in LATER | SEALED:
        return
    wrong, _, right = text.partition("改成：")
    by_code = {problem.code: problem for problem in check(code, wrong, tmp_path / "wrong")}
    assert code in by_code
    assert Catalogue("zh")(f"severity.{by_code[code].severity.word}") == word
    assert right
    assert check(code, right, tmp_path / "right") == []


def check(code: str, text: str, folder: Path) -> list[Problem]:
    """What is said of the base with the files of an example in place; only some examples show the ledger."""
    shutil.copytree(HERE / "base", folder)
    for path, gbk, content in BLOCK.findall(text):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content.encode("gbk" if gbk else "utf-8"))
    hints = [one for one in load(folder).problems if one.code == "ledger-missing" and not one.variant]
    return [one for one in load(folder).problems if one not in hints or code == "ledger-missing"]


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
