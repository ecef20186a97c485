"""Scoring knows the model and nothing else, and neither language calculates with floats."""

import ast
import re
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[2] / "generator" / "levelbook"
MODULES = sorted((PACKAGE / "assessment" / "scoring").glob("*.py"))
FRONTEND = Path(__file__).parents[2] / "frontend" / "src"
SCRIPTS = [
    FRONTEND / "lib" / "rational.ts",
    *(FRONTEND / "scoring" / f"{name}.ts" for name in ("item", "totals", "review")),
]


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.stem)
def test_only_the_model_is_imported(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    names = [node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    ours = [name for name in names if name.startswith("levelbook")]
    assert [name for name in ours if not name.startswith(("levelbook.model.", "levelbook.assessment.scoring."))] == []


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.stem)
def test_no_floats_in_python(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert [node for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, float)] == []
    assert [node for node in ast.walk(tree) if isinstance(node, ast.Name) and node.id in ("float", "round")] == []


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.stem)
def test_no_floats_in_the_scripts(path: Path) -> None:
    code = re.sub(r"/\*.*?\*/|//.*", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    assert re.findall(r"\bNumber\b|parseFloat|parseInt|toFixed|Math\.round|\b\d+\.\d", code) == []
    assert path.read_text(encoding="utf-8").count("\n") <= 350
