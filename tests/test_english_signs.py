"""Chinese signs stand in the catalogue of Chinese alone: what scripts and templates join is joined by its words."""

import re
from pathlib import Path

import pytest

from levelbook.catalogue import Catalogue

ROOT = Path(__file__).parents[1]
SOURCES = {
    "generator/levelbook": (".jinja", ".html"),
    "frontend/src": (".ts", ".tsx"),
    "frontend/styles": (".css",),
}
"""What is written, by folder; the built files under static/ come of it, and hold escaped signs as such."""
SIGN = re.compile("[\u3000-\u303f\uff00-\uffef\u4e00-\u9fff]")
COMMENT = re.compile(r"/\*.*?\*/|^\s*//.*?$|\s//\s.*?$|\{#.*?#\}", re.DOTALL | re.MULTILINE)
READ_NOT_SHOWN = ("const LIVE =", 'endswith("）")', "const SEPARATOR =", "const WRITTEN_DAY =")
"""Signs that are looked for in what people wrote."""
TYPED = "frontend/src/search/typed-words.ts"
"""All such words of the search."""
FILES = sorted(
    path
    for folder, endings in SOURCES.items()
    for path in (ROOT / folder).rglob("*")
    if path.suffix in endings and path != ROOT / TYPED
)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_scripts_and_templates_hold_no_chinese(path: Path) -> None:
    lines = COMMENT.sub("", path.read_text(encoding="utf-8")).splitlines()
    shown = [line.strip() for line in lines if not any(mark in line for mark in READ_NOT_SHOWN)]
    assert [line for line in shown if SIGN.search(line)] == []


def test_the_english_catalogue_holds_no_chinese() -> None:
    words = Catalogue("en")
    named = {
        key
        for key in sorted(words.keys())
        if SIGN.search(words.section(key.rpartition(".")[0])[key.rpartition(".")[2]])
    }
    assert named == {"problem.yaml-syntax.wide-colon", "key_examples.GlossaryFile.terms"}, (
        "a sign that somebody typed, and a word with its translation"
    )
