"""A module imports only modules above it in one total order, also where only types are meant."""

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "generator" / "levelbook"
ORDER = (
    "text catalogue problems language unforeseen model loading checks load schema queries localized assessment site"
    " components pages render lang_attributes bundles build hosts commands __main__"
).split()
WALLS = {
    "yaml": {"loading"},
    "mkdocs": {"hosts"},
    "properdocs": {"hosts"},
    "jinja2": {"render"},
    "subprocess": {"history"},
}
"""Which modules alone may import something from outside."""
DOORS = {"commands"}
MODULES = sorted(path for path in PACKAGE.rglob("*.py") if path != PACKAGE / "__init__.py")


def unit(path: Path) -> str:
    """The module or package of the order that a file belongs to."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imports(path: Path) -> set[str]:
    """The full names of everything a file imports, wherever in it."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: write imports in full"
            module = node.module or ""
            found |= {f"{module}.{alias.name}" for alias in node.names} if module == "levelbook" else {module}
    return found


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_order(path: Path) -> None:
    own = unit(path)
    assert own in ORDER, f"{own} has no place in the order"
    for name in imports(path):
        if name.startswith("levelbook."):
            other = name.split(".")[1]
            if other.startswith("__"):
                continue
            assert other not in DOORS or own in (other, "__main__"), f"nobody imports {other}"
            assert ORDER.index(other) <= ORDER.index(own), f"{own} must not import {other}"
        outside = name.split(".")[0]
        assert own in WALLS.get(outside, {own}), f"only {WALLS[outside]} may import {outside}"


def test_package_itself_holds_the_version_and_nothing_else() -> None:
    tree = ast.parse((PACKAGE / "__init__.py").read_text(encoding="utf-8"))
    assert [type(node).__name__ for node in tree.body] == ["Expr", "Assign"]


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_size(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count("\n") <= 300, "split it"
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef):
            assert (node.end_lineno or 0) - node.lineno < 40, f"{node.name} is too long"


def test_only_the_command_prints() -> None:
    for path in MODULES:
        calls = [node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Call)]
        prints = any(isinstance(call.func, ast.Name) and call.func.id == "print" for call in calls)
        assert not prints or unit(path) == "commands", path
