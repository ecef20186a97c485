"""Every figure in an example of the page on scoring is one of the golden case that it names."""

import re
from pathlib import Path
from typing import Any

import pytest

from tests.assessment.cases import FOLDER, call, cases, read, run, told

DOCS = Path(__file__).resolve().parents[2] / "docs"
TEXT = "".join((DOCS / name / "scoring/index.md").read_text(encoding="utf-8") for name in ("guide", "en/guide"))
EXAMPLES = re.findall(r'^> (?:例：|Example: )(.+)\n\{data-case="(.+)"\}$', TEXT, re.MULTILINE)
CASES = dict(cases())
FIGURE = re.compile(r"−?\d+(?:\.\d+)?")
RESULT = re.compile(r"−?\d+\.\d\d")
"""A figure with two digits is what comes out."""


def test_every_example_names_a_case() -> None:
    assert len(EXAMPLES) == TEXT.count("\n> ")
    assert {name for _, name in EXAMPLES} <= CASES.keys()


@pytest.mark.parametrize(("text", "name"), EXAMPLES, ids=[name for _, name in EXAMPLES])
def test_figures(text: str, name: str) -> None:
    case = CASES[name]
    found = figures(told(run(call(case))))
    known = {*found, *figures(case), *figures(read(FOLDER / "scales.yml"))}
    for figure in FIGURE.findall(text):
        assert figure.replace("−", "-") in (found if RESULT.fullmatch(figure) else known), figure


def figures(value: Any) -> list[str]:
    """All figures in a piece of data, keys too."""
    if isinstance(value, dict):
        return [one for pair in value.items() for part in pair for one in figures(part)]
    if isinstance(value, list | tuple):
        return [one for part in value for one in figures(part)]
    return re.findall(r"-?\d+(?:\.\d+)?", str(value))
