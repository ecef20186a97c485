"""The documents say what is true: examples are a handbook without a mistake, quotations and figures those of the data.

A block of YAML whose first line names a file (`# sequences/sales/weights.yml`) is that file; together with those in
company/ they make a handbook.
"""

import re
import shutil
from pathlib import Path

import pytest

from levelbook.load import load
from levelbook.model.handbook import Handbook
from levelbook.plugin import EARLY
from levelbook.problems import Severity
from levelbook.site import assets

ROOT = Path(__file__).resolve().parents[2]
COMPANY = Path(__file__).parent / "company"
GUIDE = ROOT / "docs" / "guide" / "hr" / "index.md"
QUOTING = (GUIDE, ROOT / "CONTRIBUTING.md")
_FILE = re.compile(r"^```yaml\n# (\S+\.yml)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
_INDICATOR = re.compile(r"- id: (TAM-[A-Z0-9]+-\d+)\n +text: (.+)")
_TEACHES = (
    "concepts",
    "sequences/sales/sequence",
    "sequences/sales/competencies/listening",
    "sequences/sales/positions/key-manager",
    *(f"sequences/sales/{name}" for name in ("weights", "actions", "plan", "syllabus", "calibration")),
)


def test_the_examples_for_editors_are_a_handbook_without_a_mistake(tmp_path: Path) -> None:
    examples = dict(_FILE.findall(GUIDE.read_text(encoding="utf-8")))
    assert set(examples) == {f"{name}.yml" for name in _TEACHES}
    folder = tmp_path / "company"
    shutil.copytree(COMPANY, folder)
    for name, text in examples.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    loaded = load(folder)
    assert [one for one in loaded.problems if one.severity is not Severity.INFORMATION] == []
    assert loaded.handbook is not None
    sales = loaded.handbook.sequences["sales"]
    assert sales.weights and sales.actions and sales.plan and sales.syllabus and sales.calibrations


@pytest.mark.parametrize("page", QUOTING, ids=lambda page: page.parent.name)
def test_indicators_are_quoted_as_they_are(page: Path, texts: dict[str, str]) -> None:
    quoted = _INDICATOR.findall(page.read_text(encoding="utf-8"))
    assert quoted
    assert quoted == [(code, texts[code]) for code, _ in quoted]


def test_the_readme_counts_right(handbook: Handbook) -> None:
    every = handbook.sequences.values()
    competencies = sum(len(one.competencies) for one in every)
    indicators = sum(len(own.every_live()) for one in every for own in one.competencies.values())
    positions = sum(len(one.positions) for one in every)
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert f"{competencies}项能力，{indicators}条行为指标，{positions}个岗位" in text
    assert f"{competencies} competencies and {indicators} indicators" in text


def test_the_theme_names_every_style_and_script() -> None:
    text = (ROOT / "overrides" / "main.html").read_text(encoding="utf-8")
    lists = re.findall(r"for name in \[([^\]]*)\]", text)
    named = {name for one in lists for name in re.findall(r'"([\w-]+)"', one)}
    ours = {Path(raw.path).stem for raw in assets() if Path(raw.path).suffix in (".css", ".js")}
    assert named == ours - {Path(EARLY).stem}
