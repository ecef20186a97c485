"""Every class and every value of our style sheets is asked for by a template, a script or another rule."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "generator" / "levelbook"
SHEETS = sorted((ROOT / "frontend" / "styles").rglob("*.css"))
JOINED = {
    "is-": tuple(
        "1 2 choice count date empty items left list new old other pick raises rating right shows signature"
        " text".split()
    ),
    "lb-i--": ("copy", "edit", "next"),
    "lb-own__mark--": ("own",),
    "lb-pk-seal--": ("new",),
    "lb-seat--": ("both", "manager"),
    "lb-view--": ("manager",),
    "lb-none--": ("same", "scope", "unlisted"),
    "lb-result__": ("gaps", "radar"),
    "lb-w__": ("g", "o", "u"),
    "lb-when-": ("full", "quick"),
}
"""Classes that templates and scripts put together: how they begin, and how they may go on."""


def _without_comments(path: Path) -> str:
    return re.sub(r"/\*.*?\*/", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)


RULES = {path: _without_comments(path) for path in SHEETS}
USERS = "\n".join(
    path.read_text(encoding="utf-8")
    for folder in (PACKAGE, ROOT / "frontend" / "src", ROOT / "docs")
    for path in sorted(folder.rglob("*"))
    if path.suffix in (".jinja", ".html", ".ts", ".tsx", ".py", ".md")
)
NAMED = set(re.findall(r"[\w-]+", USERS))


def _is_put_together(name: str) -> bool:
    return any(name.startswith(start) and name.removeprefix(start) in ends for start, ends in JOINED.items())


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: path.name)
def test_every_class_is_asked_for(path: Path) -> None:
    classes = set(re.findall(r"\.((?:lb|is|has)-[\w-]+)", RULES[path]))
    assert sorted(name for name in classes if name not in NAMED and not _is_put_together(name)) == []


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: path.name)
def test_every_value_is_asked_for(path: Path) -> None:
    everywhere = "\n".join([*RULES.values(), USERS])
    values = set(re.findall(r"(--lb-[\w-]+)\s*:", RULES[path]))
    assert sorted(name for name in values if f"var({name}" not in everywhere) == []


def test_what_is_put_together_is_styled() -> None:
    styled = set(re.findall(r"\.([\w-]+)", "\n".join(RULES.values())))
    assert [start + end for start, ends in JOINED.items() for end in ends if start + end not in styled] == []
