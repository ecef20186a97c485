"""The house of scripts: folders in order, no circles, nothing untyped, nothing forbidden, nothing too long."""

import re
from collections import Counter
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

from levelbook.pages.assessment.words import AREAS
from tests.node import FRONTEND

SOURCE = FRONTEND / "src"
ORDER = (
    "generated",
    "lib",
    "files",
    "backup",
    "own-notes",
    "questions",
    "scoring",
    "search",
    "search/field",
    "transfer",
    "kpi",
    "collection",
    "handbook/editor",
    "handbook/guidance",
    "handbook/matrix",
    "handbook",
    "handbook/mine",
    "handbook/news",
    "handbook/shell",
    "assessment/document",
    "assessment/storage",
    "assessment/opening",
    "assessment",
    "assessment/own-notes",
    "assessment/backup",
    "assessment/first-steps",
    "assessment/stages",
    "assessment/plan",
    "assessment/signed",
    "assessment/manager",
    "assessment/result",
    "assessment/talk",
    "assessment/overview",
    "assessment/form",
    "serve",
    "entries",
)
"""Folders, in the order in which they may import from each other."""
STRANGERS = (
    ("search", "transfer", "kpi", "collection", "handbook", "assessment"),
    ("plan", "form", "overview"),
    ("manager", "form", "overview"),
    ("result", "form", "overview"),
)
"""Areas that know nothing of each other."""
LONGEST, LARGEST_FOLDER = 300, 25
FILES = sorted(path for path in SOURCE.rglob("*") if path.suffix in (".ts", ".tsx"))
IMPORT = re.compile(r"^(?:import|export)\b[^;]*?'(?P<name>[^']+)';", re.M)
COMMENT = re.compile(r"/\*.*?\*/|(?<!:)//[^\n]*", re.S)
MARKUP = r"(?:inner|outer)HTML|insertAdjacentHTML|document\.write|DOMParser|createContextualFragment|srcdoc"
RUNNING = r"\beval\(|new Function\("
SENDING = r"\bfetch\(|XMLHttpRequest|sendBeacon|WebSocket|EventSource|RTCPeerConnection|new Image\("
BEFORE = {"checklist_views": ("checklist",), "asked_for": ("checklist", "checklist_views")}
"""What is there before a script that a page loads later; those words it need not bring."""
AREA = re.compile(rf"\bspeaker\([\w.]+, '(\w+)'\)|['`]({'|'.join(sorted(set().union(*AREAS.values())))})\.")
"""An area whose words a script asks for, or of which it names a word."""
FORBIDDEN = re.compile("|".join((MARKUP, "dangerouslySetInnerHTML", RUNNING, SENDING)))
PREVIEW = "serve/server.ts"
"""Asks the preview server, from which it comes; no part of a site (`test_the_preview_sends_only_to_its_server`)."""
UNTYPED = re.compile(r"(?:[:<|&,(=]|=>|\bas|\bextends)\s*any\b|\bany\[\]|\bas unknown as\b")
SILENCED = re.compile(r"@ts-(?:ignore|nocheck|expect-error)|eslint-disable(?!-next-line [\w@/-]+ -- \S)")
"""Unless it is one rule in one line, and it is said why."""
NEWER = re.compile(r"\bgroupBy\(|\.(?:union|intersection|difference|isSubsetOf|isSupersetOf)\(|\bPromise\.try\(|:has\(")
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


def imports(path: Path) -> Iterator[str]:
    """The modules of ours that it imports, for types too."""
    for match in IMPORT.finditer(code(path)):
        if match["name"].startswith("."):
            yield name((path.parent / match["name"]).resolve())


IMPORTS = {name(path): list(imports(path)) for path in FILES}


def pairs() -> list[tuple[str, str]]:
    """Who imports whom."""
    return [(module, target) for module, targets in IMPORTS.items() for target in targets]


def test_imports_name_files_that_are_there() -> None:
    modules = {name(path) for path in FILES}
    assert {target for _, target in pairs()} <= modules


def test_every_folder_has_its_place() -> None:
    assert {folder(module) for module in IMPORTS} == set(ORDER)


def test_folders_import_from_those_before_them() -> None:
    place = {name: number for number, name in enumerate(ORDER)}
    assert [pair for pair in pairs() if place[folder(pair[1])] > place[folder(pair[0])]] == []


def test_some_areas_know_nothing_of_each_other() -> None:
    for areas in STRANGERS:
        for module, target in pairs():
            own, other = ({area for area in areas if area in one.split("/")[:-1]} for one in (module, target))
            assert not own or not other or own == other, f"{module} imports {target}"


def test_modules_are_no_circle_even_for_types() -> None:
    list(TopologicalSorter({module: set(targets) for module, targets in IMPORTS.items()}).static_order())


def test_what_pages_load_is_imported_nowhere() -> None:
    assert [pair for pair in pairs() if folder(pair[1]) == "entries"] == []


def reached(module: str) -> set[str]:
    """A module and all that it imports, by whatever way."""
    known, waiting = set[str](), [module]
    while waiting:
        known.add(module := waiting.pop())
        waiting += [target for target in IMPORTS[module] if target not in known]
    return known


@pytest.mark.parametrize("script", AREAS)
def test_scripts_bring_the_areas_of_words_that_they_ask_for(script: str) -> None:
    texts = [code(SOURCE / module) for module in reached(f"entries/{script}.ts")]
    asked = {area for text in texts for found in AREA.finditer(text) for area in found.groups() if area}
    assert asked - {area for before in BEFORE.get(script, ()) for area in AREAS[before]} == set(AREAS[script])


def test_the_preview_sends_only_to_its_server() -> None:
    source = code(SOURCE / PREVIEW)
    assert re.findall(r"fetch\(`(\$\{OWN\}\w+)", source) == ["${OWN}state", "${OWN}cure"]
    assert FORBIDDEN.findall(source) == ["fetch("] * 2
    assert UNTYPED.findall(source) == NEWER.findall(source) == []


@pytest.mark.parametrize("pattern", [FORBIDDEN, UNTYPED, NEWER], ids=["dangerous", "untyped", "newer"])
def test_no_module_says(pattern: re.Pattern[str]) -> None:
    found = {name(path): pattern.findall(code(path)) for path in FILES if name(path) != PREVIEW}
    assert {module: words for module, words in found.items() if words} == {}


def test_no_finding_is_silenced_without_a_reason() -> None:
    assert [name(path) for path in FILES if SILENCED.search(path.read_text(encoding="utf-8"))] == []


def test_modules_are_short() -> None:
    lines = {name(path): len(path.read_text(encoding="utf-8").splitlines()) for path in FILES}
    assert {name: n for name, n in lines.items() if n > LONGEST and folder(name) != "generated"} == {}


def test_folders_are_small() -> None:
    count = Counter(folder(module) for module in IMPORTS)
    del count["entries"]  # a few lines for each script that there is
    assert {name: n for name, n in count.items() if n > LARGEST_FOLDER} == {}


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        (UNTYPED, "const a: any = 1;"),
        (UNTYPED, "f(value as any)"),
        (UNTYPED, "Record<string, any>"),
        (UNTYPED, "value as unknown as Node"),
        (UNTYPED, "any[]"),
        (FORBIDDEN, "box.innerHTML = text"),
        (FORBIDDEN, "await fetch(url)"),
        (NEWER, "Map.groupBy(rows, by)"),
        (NEWER, "box.querySelector('details:has(input)')"),
    ],
)
def test_what_is_forbidden_is_seen(pattern: re.Pattern[str], text: str) -> None:
    assert pattern.search(text)
