"""The house of scripts: folders in order, no circles, nothing untyped, nothing forbidden, nothing too long."""

import re
from collections.abc import Iterator
from graphlib import TopologicalSorter
from itertools import chain
from pathlib import Path

import pytest

from tests.node import FRONTEND

SOURCE = FRONTEND / "src"
LAYERS = (
    ("generated",),
    ("lib",),
    ("scoring",),
    ("search", "transfer", "handbook", "kpi"),
    ("assessment/document",),
    ("assessment/storage",),
    ("assessment",),
    ("assessment/plan", "assessment/manager", "assessment/result", "assessment/overview", "assessment/form"),
    ("entries",),
)
"""Folders, in the order in which they import; those of one row know nothing of each other unless NEIGHBOURS says so."""
NEIGHBOURS = {
    "assessment/manager": ("assessment/plan",),
    "assessment/result": ("assessment/plan", "assessment/manager"),
    "assessment/form": ("assessment/result", "assessment/plan", "assessment/manager"),
}
"""Who of a row asks whom."""
LONGEST = 300
FILES = sorted(path for path in SOURCE.rglob("*") if path.suffix in (".ts", ".tsx"))
IMPORT = re.compile(r"^(?:import|export)\b(?P<what>[^;]*?)\bfrom '(?P<name>[^']+)'|^import '(?P<bare>[^']+)'", re.M)
COMMENT = re.compile(r"/\*.*?\*/|(?<!:)//[^\n]*", re.S)
MARKUP = r"(?:inner|outer)HTML|insertAdjacentHTML|document\.write|DOMParser|createContextualFragment|srcdoc"
RUNNING = r"\beval\(|new Function\("
SENDING = r"\bfetch\(|XMLHttpRequest|sendBeacon|WebSocket|EventSource|RTCPeerConnection|new Image\("
FORBIDDEN = re.compile("|".join((MARKUP, "dangerouslySetInnerHTML", RUNNING, SENDING)))
UNTYPED = re.compile(r"(?:[:<|&,(=]|\bas|\bextends|=>)\s*any\b|\bas unknown as\b|@ts-(?:ignore|nocheck|expect-error)")
NEWER = re.compile(
    r"\b(?:Map|Object)\.groupBy\(|\.(?:union|intersection|difference|isSubsetOf|isSupersetOf)\(|Promise\.try\("
)
"""What browsers lack that we support (docs/architecture.md)."""


def name(path: Path) -> str:
    """A module inside the source: `lib/words.ts`."""
    return path.relative_to(SOURCE).as_posix()


def folder(module: str) -> str:
    """In which of the folders it stands."""
    return module.rpartition("/")[0]


def code(path: Path) -> str:
    """What it says without comments."""
    return COMMENT.sub("", path.read_text(encoding="utf-8"))


def imports(path: Path) -> Iterator[tuple[str, bool]]:
    """The modules it imports, and whether for types alone."""
    for found in IMPORT.finditer(code(path)):
        target = found["name"] or found["bare"]
        if target.startswith("."):
            yield name((path.parent / target).resolve()), (found["what"] or "").strip().startswith("type ")


IMPORTS = {name(path): list(imports(path)) for path in FILES}


def test_imports_name_files_that_are_there() -> None:
    modules = {name(path) for path in FILES}
    assert {target for target, _ in chain.from_iterable(IMPORTS.values())} <= modules


def test_every_folder_has_its_place() -> None:
    assert {folder(module) for module in IMPORTS} == set(chain.from_iterable(LAYERS))


@pytest.mark.parametrize("module", IMPORTS)
def test_folders_import_from_those_before_them(module: str) -> None:
    rows = {name: number for number, row in enumerate(LAYERS) for name in row}
    own = folder(module)
    wrong = [
        target
        for target, _ in IMPORTS[module]
        if folder(target) != own and rows[folder(target)] >= rows[own] and folder(target) not in NEIGHBOURS.get(own, ())
    ]
    assert wrong == []


def test_modules_are_no_circle_even_for_types() -> None:
    graph = {module: {target for target, _ in targets} for module, targets in IMPORTS.items()}
    list(TopologicalSorter(graph).static_order())


@pytest.mark.parametrize("path", FILES, ids=name)
def test_nothing_dangerous_is_called(path: Path) -> None:
    assert FORBIDDEN.findall(code(path)) == []


@pytest.mark.parametrize("path", FILES, ids=name)
def test_everything_has_a_type(path: Path) -> None:
    assert UNTYPED.findall(code(path)) == []


@pytest.mark.parametrize("path", FILES, ids=name)
def test_nothing_is_asked_that_supported_browsers_lack(path: Path) -> None:
    assert NEWER.findall(code(path)) == []


@pytest.mark.parametrize("path", FILES, ids=name)
def test_modules_are_short(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST


def test_every_entry_is_loaded_somewhere_and_imported_nowhere() -> None:
    assert not [target for target, _ in chain.from_iterable(IMPORTS.values()) if folder(target) == "entries"]
