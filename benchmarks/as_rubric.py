"""The invented handbook as rubric_data/, for Levelbook."""

from itertools import groupby
from pathlib import Path
from typing import Any

import yaml

from invented import LEVEL_NAMES, LEVELS, Cell, Competency, Indicator, Sequence

CONFIG = """\
site_name: 速度测试
use_directory_urls: false
exclude_docs: ''
theme:
  name: material
  language: zh
  font: false
  features: [navigation.tabs, navigation.indexes, navigation.sections, navigation.prune, navigation.path,
    navigation.footer, toc.follow]
plugins:
  - levelbook: {folder: rubric_data}
markdown_extensions: [tables, attr_list]
extra: {generator: false}
"""
SCALE = {
    "id": "score-0-6",
    "name": "0–6分",
    "standard": 5,
    "ratings": [{"points": points, "name": f"{points}分"} for points in range(7)],
}


def write(folder: Path, handbook: list[Sequence]) -> None:
    """Lay out a project that Levelbook builds."""
    data = folder / "rubric_data"
    (folder / "docs").mkdir(parents=True)
    (folder / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
    families = [
        {"id": family, "name": f"第{int(family[1:])}类", "sequences": [each.id for each in members]}
        for family, members in groupby(handbook, key=lambda each: each.family)
    ]
    assessment = {"by": "competency", "scale": "score-0-6", "against": "current", "pick": 3}
    dump(
        data / "handbook.yml",
        {"name": "速度测试", "language": "zh", "families": families, "assessment": assessment},
    )
    dump(data / "scales.yml", {"scales": [SCALE]})
    dump(data / "concepts.yml", {"concepts": [{"id": "drive", "name": "动力"}]})
    release = {"version": "1.0.0", "date": "2026-01-01", "effective": "2026-01-01", "summary": "首次发布"}
    dump(data / "releases.yml", {"releases": [release]})
    for sequence in handbook:
        write_sequence(data / "sequences" / sequence.id, sequence)


def write_sequence(folder: Path, sequence: Sequence) -> None:
    """Write the sequence's own file and one for each competency."""
    levels = [
        {"id": id_, "name": name, "expectations": [asked]}
        for id_, name, asked in zip(LEVELS, LEVEL_NAMES, sequence.expectations, strict=True)
    ]
    groups = [
        {"id": id_, "name": name, "kind": "ability", "competencies": [each.id for each in members]}
        for id_, name, members in sequence.groups
    ]
    note = {"kind": "inferred", "text": "级别的名称是编者定的。", "about": ["levels"]}
    head = {
        "code": sequence.code,
        "name": sequence.name,
        "levels": levels,
        "cumulative": "yes",
        "groups": groups,
    }
    dump(folder / "sequence.yml", {**head, "notes": [note]})
    for competency in sequence.competencies:
        dump(folder / "competencies" / f"{competency.id}.yml", as_mapping(competency))


def as_mapping(competency: Competency) -> dict[str, Any]:
    """The content of a competency's file."""
    levels = {id_: cell_mapping(cell) for id_, cell in zip(LEVELS, competency.cells, strict=True)}
    code = competency.code.split("-")[1]
    return {"code": code, "name": competency.name, "definition": competency.definition, "levels": levels}


def cell_mapping(cell: Cell) -> dict[str, Any]:
    """A cell with its indicators, or with the level it repeats."""
    if cell.same_as:
        return {"summary": cell.summary, "same_as": cell.same_as}
    return {"summary": cell.summary, "indicators": [indicator_mapping(each) for each in cell.indicators]}


def indicator_mapping(indicator: Indicator) -> dict[str, Any]:
    """An indicator as HR writes it."""
    found: dict[str, Any] = {"id": indicator.code, "text": indicator.text}
    return {**found, "raises": [indicator.raises]} if indicator.raises else found


def dump(path: Path, value: object) -> None:
    """Write one file in the order given."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8") as file:
        yaml.dump(value, file, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=1000)
