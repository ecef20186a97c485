"""The handbook holds what its sources hold: every figure of the facts, and no placeholder."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from levelbook.model.competency import Cell, Competency
from levelbook.model.handbook import Handbook, Sequence
from levelbook.model.sequence import Group
from tests.site_build import ROOT

COUNTS = Path(__file__).parent / "counts.txt"
PLACEHOLDER = re.compile(r"^(示例|概述|定义|短释)\d*$|^[甲乙丙丁]$|TODO|待补")
TEXT = re.compile(r"^\s*(?:- )?[a-z_]+: (?P<text>.+)$")


def test_counts_per_competency_and_level(handbook: Handbook) -> None:
    tables = [_table(sequence) for sequence in sorted(handbook.sequences.values(), key=lambda one: one.id)]
    assert "\n".join(tables) == COUNTS.read_text(encoding="utf-8")


def test_no_placeholder_is_left() -> None:
    found = [f"{path.name}: {text}" for path, text in _texts() if PLACEHOLDER.search(text)]
    assert found == []


@pytest.mark.parametrize("kind, count", [("definition", 8), ("short", 13), ("summary", 56), ("expectations", 12)])
def test_texts_of_the_account_manager(handbook: Handbook, kind: str, count: int) -> None:
    sequence = handbook.sequences["telecom-account-manager"]
    competencies = sequence.competencies.values()
    counts = {
        "definition": sum(bool(one.definition) for one in competencies),
        "short": sum(bool(one.short) for one in competencies),
        "summary": sum(bool(cell.summary) for one in competencies for cell in one.levels.values()),
        "expectations": sum(len(level.expectations) for level in sequence.levels),
    }
    assert counts[kind] == count


def test_exam_bands_and_scales(handbook: Handbook) -> None:
    exam = handbook.scales["score-0-6"].exam
    assert exam is not None
    assert [(int(band.lowest), int(band.points)) for band in exam.bands] == [
        (91, 6),
        (81, 5),
        (71, 4),
        (61, 3),
        (41, 2),
        (0, 1),
    ]
    assert [rating.name for rating in handbook.scales["fit-4"].ratings] == ["不符合", "部分符合", "符合", "完全符合"]


def test_groups_and_grades(handbook: Handbook) -> None:
    market = handbook.sequences["tencent-market"]
    assert len(list(market.groups())) == 7
    account = handbook.sequences["telecom-account-manager"]
    assert [(grade.name, grade.level) for grade in account.grades] == [
        ("客户经理4级", "junior"),
        ("客户经理3级", "intermediate"),
        ("客户经理2级", "advanced"),
        ("客户经理1级", "senior"),
    ]


def test_actions_of_the_market_family(handbook: Handbook) -> None:
    actions = handbook.sequences["tencent-market"].actions
    assert actions is not None
    courses = [one for one in actions.actions if one.type == "training"]
    assert (len(courses), sum(one.target_from == "m3" for one in courses)) == (21, 8)


def _table(sequence: Sequence) -> str:
    levels = [level.id for level in sequence.levels]
    lines = [sequence.id, _row("", [*levels, "total"])]
    competencies = [sequence.competencies[key] for group in sequence.head.groups for key in _listed(group)]
    lines += [_row(one.id, _cells(one, levels)) for one in competencies]
    sums = [sum(_written(one.cell(level)) for one in competencies) for level in levels]
    lines.append(_row("total", [*sums, sum(sums)]))
    return "\n".join(lines) + "\n"


def _cells(competency: Competency, levels: list[str]) -> list[object]:
    if not competency.levels:
        return [f"{len(competency.covers)} subjects"]
    cells = [_cell(competency.levels[level]) for level in levels]
    return [*cells, sum(_written(cell) for cell in competency.levels.values())]


def _cell(cell: Cell) -> object:
    return f"= {cell.same_as}" if cell.same_as else "blank" if cell.blank else len(cell.indicators)


def _written(cell: Cell | None) -> int:
    return len(cell.indicators) if cell else 0


def _listed(group: Group) -> Iterator[str]:
    yield from group.competencies
    for inner in group.groups:
        yield from _listed(inner)


def _row(head: str, cells: list[object]) -> str:
    return (f"{head:<26}" + "".join(f"{cell!s:>14}" for cell in cells)).rstrip()


def _texts() -> Iterator[tuple[Path, str]]:
    for path in sorted((ROOT / "rubric_data").rglob("*.yml")):
        for line in path.read_text(encoding="utf-8").splitlines():
            if match := TEXT.match(line):
                yield path, match["text"]
