"""The whole folder: what it becomes, and with how much work."""

import shutil
from pathlib import Path

import pytest

from levelbook.load import load
from levelbook.problems import Severity
from tests.work import calls

ROOT = Path(__file__).parents[2]
BASE = ROOT / "tests" / "golden" / "base"


def test_our_own_handbook_is_clean() -> None:
    assert [one for one in load(ROOT / "rubric_data").problems if one.severity is not Severity.INFORMATION] == []


def test_base_becomes_a_handbook() -> None:
    handbook = load(BASE).handbook
    assert handbook is not None
    sequence = handbook.sequences["key-account"]
    assert list(handbook.sequences) == ["key-account", "shared"]
    assert list(sequence.competencies) == ["listening", "industry"]
    listening = sequence.competencies["listening"]
    assert (listening.id, listening.file) == ("listening", "sequences/key-account/competencies/listening.yml")
    assert handbook.competency(sequence, "shared/negotiation") is not None
    assert sequence.weights is not None
    assert sequence.weights.file == "sequences/key-account/weights.yml"


def test_no_folder_is_a_problem_not_an_exception(tmp_path: Path) -> None:
    loaded = load(tmp_path / "none")
    assert loaded.handbook is None
    assert [one.code for one in loaded.problems] == ["file-missing"]


def test_errors_keep_the_handbook_back_and_warnings_do_not(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    shutil.copytree(BASE, folder)
    path = folder / "sequences/shared/competencies/negotiation.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("自己的底线", "自己的 底线"), encoding="utf-8")
    assert load(folder).handbook is not None
    path.write_text(text.replace("name:", "nmae:"), encoding="utf-8")
    assert load(folder).handbook is None


def test_what_ends_takes_what_is_in_it_along(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    shutil.copytree(BASE, folder)
    path = folder / "sequences/key-account/sequence.yml"
    text = path.read_text(encoding="utf-8")
    text = text.replace("name: 应知\n", "name: 应知\n    retired: {why: 不再考试}\n")
    path.write_text(text, encoding="utf-8")
    for other in ("sequences/key-account/weights.yml", "sequences/key-account/syllabus.yml", "ledger.yml"):
        (folder / other).unlink()
    handbook = load(folder).handbook
    assert handbook is not None
    sequence = handbook.sequences["key-account"]
    assert list(sequence.competencies) == ["listening"]
    assert list(sequence.all_competencies) == ["listening", "industry"]


def test_an_ended_level_leaves_no_indicator_in_force(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    shutil.copytree(BASE, folder)
    path = folder / "sequences/shared/sequence.yml"
    level = "  - {id: none, name: 无, retired: {why: 合并}}\n"
    path.write_text(path.read_text(encoding="utf-8").replace("levels:\n", f"levels:\n{level}"), encoding="utf-8")
    path = folder / "sequences/shared/competencies/negotiation.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("levels:\n", "levels:\n  none: {indicators: [甲]}\n"), encoding="utf-8")
    handbook = load(folder).handbook
    assert handbook is not None
    competency = handbook.sequences["shared"].competencies["negotiation"]
    assert [one.code for one in competency.every_live()] == ["SHA-NEG-01"]
    assert [one.text for one in competency.levels["none"].ended] == ["甲"]


def test_twelve_thousand_indicators_load(tmp_path: Path) -> None:
    made(tmp_path, sequences=10, competencies=40, levels=5, indicators=6)
    loaded = load(tmp_path)
    assert [one.code for one in loaded.problems] == ["ledger-missing"]
    assert loaded.handbook is not None
    every = [one for sequence in loaded.handbook.sequences.values() for one in sequence.competencies.values()]
    assert sum(len(one.every_live()) for one in every) == 12_000


@pytest.mark.parametrize("grown", ["sequences", "competencies", "levels", "indicators"])
def test_four_times_the_indicators_are_four_times_the_work(tmp_path: Path, grown: str) -> None:
    size = {"sequences": 1, "competencies": 5, "levels": 3, "indicators": 5}
    made(tmp_path / "one", **size)
    made(tmp_path / "four", **size | {grown: 4 * size[grown]})
    one, four = (calls(lambda folder=folder: load(tmp_path / folder)) for folder in ("one", "four"))  # type: ignore[misc]
    assert four < 4.2 * one
    assert one < 75 * 1000, "calls an indicator: twelve thousand load in seconds"


def made(folder: Path, sequences: int, competencies: int, levels: int, indicators: int) -> None:
    """A handbook of a given size."""
    folder.mkdir(exist_ok=True)
    names = ", ".join(f"s{n}" for n in range(sequences))
    (folder / "handbook.yml").write_text(f"name: 大\nfamilies: [{{id: f, name: 族, sequences: [{names}]}}]\n", "utf-8")
    for s in range(sequences):
        home = folder / "sequences" / f"s{s}"
        (home / "competencies").mkdir(parents=True)
        steps = "".join(f"  - {{id: l{n}, name: 级{n}}}\n" for n in range(levels))
        listed = ", ".join(f"c{n}" for n in range(competencies))
        group = f"groups: [{{id: g, name: 组, kind: skill, competencies: [{listed}]}}]\n"
        (home / "sequence.yml").write_text(f"code: S{s}\nname: 序列{s}\nlevels:\n{steps}{group}", "utf-8")
        for c in range(competencies):
            text, number = f"code: C{c}\nname: 能力{c}\nlevels:\n", 0
            for level in range(levels):
                text += f"  l{level}:\n    indicators:\n"
                for _ in range(indicators):
                    number += 1
                    text += f"      - id: S{s}-C{c}-{number:02d}\n"
                    text += f"        text: 第{number}条，在第{level}级做到第{c}项。\n"
            (home / "competencies" / f"c{c}.yml").write_text(text, "utf-8")
