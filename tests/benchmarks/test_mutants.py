"""Which changes are tried, and that every module and test named for it is there."""

from pathlib import Path

import pytest
from benchmarks.deciding import HELD_BY, NOT_DECIDING, PACKAGE, ROOT, holding, modules
from benchmarks.mutations import mutations

from benchmarks import results


@pytest.mark.parametrize("key", [*HELD_BY, *NOT_DECIDING])
def test_every_place_is_there(key: str) -> None:
    assert (PACKAGE / key).exists(), f"{key} moved: name its new place in benchmarks/deciding.py"


@pytest.mark.parametrize("name", sorted({f"tests/{name}" for tests in HELD_BY.values() for name in tests}))
def test_every_test_is_there(name: str) -> None:
    assert (ROOT / name).exists(), f"{name} moved: name its new place in benchmarks/deciding.py"


def test_the_nearest_folder_names_the_tests() -> None:
    assert {"loading/edit/rewrite.py", "loading/parser.py"} <= set(modules())
    assert holding("loading/parser.py") == tuple(f"tests/{name}" for name in HELD_BY["loading"])
    assert holding("loading/edit/rewrite.py") == tuple(f"tests/{name}" for name in HELD_BY["loading/edit"])


@pytest.mark.parametrize(
    ("source", "changes"),
    [
        ("a < b <= c", ["a < b <= c → a <= b <= c", "a < b <= c → a < b < c"]),
        ("a in b", ["a in b → a not in b"]),
        ("a is None", ["a is None → a is not None"]),
        ("a and b or c", ["a and b or c → (a and b) and c", "a and b → a or b"]),
        ("if not a:\n    b", ["not a → a"]),
        ("a - b", ["a - b → a + b"]),
        ("a += b", ["a += b → a -= b"]),
        ("a[3]", ["a[3] → a[4]"]),
        ("a[0].b", ["a[0].b → a[1].b"]),
        ("a[-1]", ["a[-1] → a[-2]"]),
        ("a[1:]", ["a[1:] → a[2:]"]),
        ("f'{a[0]}'", ["a[0] → a[1]"]),
        ("a + 'b'", []),
        ("a = True", []),
        ("'''1 < 2'''", []),
        ("def a(b: int | C[1] = 2) -> C[3]: ...", ["b: int | C[1]=2 → b: int | C[1]=3"]),
        ("@cache(9)\nclass A:\n    b: C[1]\n", []),
        ("raise A(1)\nassert a < b", []),
    ],
)
def test_changes(source: str, changes: list[str]) -> None:
    assert [mutation.change for mutation in mutations("a.py", source)] == changes


def test_a_change_is_the_only_one_and_the_next_begins_anew() -> None:
    source = "def a():\n    return b < 1 and (not c)\n"
    made = list(mutations("a.py", source))
    assert [mutation.source() for mutation in made] == [
        "def a():\n    return b < 1 or not c",
        "def a():\n    return b <= 1 and (not c)",
        "def a():\n    return b < 2 and (not c)",
        "def a():\n    return b < 1 and c",
    ]
    assert {(mutation.line, mutation.function) for mutation in made} == {(2, "a")}


def test_one_part_of_the_results_is_written_anew(tmp_path: Path) -> None:
    path = tmp_path / "results.md"
    for part in ("# Speed\n\nslow\n", "# Mutants\n\nfew\n", "# Speed\n\nfast\n\n## Notes\n"):
        results.put(path, part)
    assert path.read_text(encoding="utf-8") == "# Speed\n\nfast\n\n## Notes\n\n# Mutants\n\nfew\n"
