"""The handbook of tests/pages/growth_data: two sequences with everything by which people grow; and one much retired."""

from functools import cache
from pathlib import Path
from typing import Any

from levelbook.catalogue import Catalogue
from levelbook.site.context import Context
from tests.pages.small import read, views_of
from tests.pages.tiny import tiny

FOLDER = Path(__file__).parent / "growth_data"
SALES = "sequences/sales/"
SEQUENCE = """
    code: ONE
    name: 甲
    levels:
      - {id: low, name: 低}
      - {id: mid, name: 中, retired: {why: 并入高级, replaced_by: [fine]}}
      - {id: fine, name: 优, retired: {why: 改名, replaced_by: [high]}}
      - {id: high, name: 高}
    grades: [{id: second, name: 二档, level: low}, {id: first, name: 一档, level: high, retired: {why: 不再设}}]
    groups: [{id: all, name: 全部, competencies: [care]}]
    """
CARE = """
    code: CAR
    name: 细心
    kind: skill
    levels:
      low: {indicators: [{id: ONE-CAR-01, text: 查一遍。}]}
      high: {indicators: [{id: ONE-CAR-02, text: 查两遍。}]}
    """
CALIBRATION = """
    calibrations:
      - id: once
        name: 首次
        grade: first
        competencies:
          tact: {before: mid, ratings: {low: 1, mid: 3}, after: low}
          care: {before: low, ratings: {high: 2}, after: high}
      - {id: again, name: 再次, grade: second, competencies: {tact: {before: low, ratings: {high: 2}, after: high}}}
    """


@cache
def growth() -> Context:
    """The context of that handbook."""
    return Context(read(FOLDER), Catalogue("zh"))


@cache
def growth_views() -> dict[str, Any]:
    """What its pages show, by address."""
    return views_of(growth())


def retired_views(folder: Path) -> dict[str, Any]:
    """The views of a standard of which much is retired, some of what took its place too."""
    retired = "retired: {why: 换了, replaced_by: [%s]}\n"
    tact = CARE.replace("CAR", "TAC").replace("细心", "分寸").replace("遍。", "回。") + retired % "poise"
    poise = CARE.replace("CAR", "POI").replace("细心", "从容").replace("遍。", "次。") + retired % "care"
    files = {"sequence.yml": SEQUENCE, "calibration.yml": CALIBRATION}
    competencies = {"care": CARE, "tact": tact, "poise": poise}
    ctx, _ = tiny(folder, files | {f"competencies/{key}.yml": text for key, text in competencies.items()})
    return views_of(ctx)
