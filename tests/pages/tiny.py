"""Tiny handbooks for tests: one sequence, written down in a few lines."""

from pathlib import Path
from textwrap import dedent
from typing import Any

import yaml

from levelbook.assessment.checklists import checklist_of
from levelbook.catalogue import Catalogue
from levelbook.model.handbook import Sequence
from levelbook.pages.assessment.contract import checklist_data
from levelbook.site.context import Context
from tests.pages.small import read

SCALES = """
scales:
  - id: score-0-6
    name: 0–6分
    standard: 5
    ratings: [{points: 0, name: 没有}, {points: 5, name: 达标}, {points: 6, name: 超标}]
    exam: {out_of: 100, round: half-up, bands: [{from: 81, points: 5}, {from: 0, points: 0}]}
  - id: often
    name: 多常见
    standard: 2
    ratings: [{points: 0, name: 尚未}, {points: 1, name: 有时}, {points: 2, name: 通常}, {points: 3, name: 总是}]
"""
HEAD = {"name": "小手册", "language": "zh", "assessment": {"by": "competency", "scale": "score-0-6", "parts": "often"}}


def tiny(folder: Path, files: dict[str, str], *others: str, **head: Any) -> tuple[Context, Sequence]:
    """The context of a handbook of these files, and its first sequence; those in `others` stand beside it."""
    names = ["first", *others]
    made = {**HEAD, "families": [{"id": "all", "name": "全部", "sequences": names}], **head}
    made = {key: value for key, value in made.items() if value is not None}
    write(folder, {"handbook.yml": yaml.safe_dump(made, allow_unicode=True), "scales.yml": SCALES})
    placed = {
        path if path.startswith("sequences/") else f"sequences/first/{path}": text for path, text in files.items()
    }
    write(folder, placed)
    handbook = read(folder)
    return Context(handbook, Catalogue("zh")), handbook.sequences["first"]


def facts(ctx: Context, sequence: Sequence, key: str) -> dict[str, Any] | None:
    """The data of the checklist for a level, grade or position; none where it cannot be assessed."""
    made = checklist_of(ctx, sequence, key)
    return dict(checklist_data(ctx, sequence, made)) if made and not made.refusal else None


def write(folder: Path, files: dict[str, str]) -> None:
    """Writes texts into a folder."""
    for path, text in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(dedent(text), encoding="utf-8")
