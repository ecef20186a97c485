"""The modules that decide what is right, true or asked, and the tests that have to notice when one of them is changed.

A key is a module or a folder of modules below `generator/levelbook`; a module has the tests of its longest key. They
are the quickest that hold it, those that fail soonest first: each survivor of a run costs all of them.
"""

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "generator" / "levelbook"

HELD_BY: dict[str, tuple[str, ...]] = {
    "text": ("text", "queries", "loading/test_line_joins.py", "loading/test_links.py"),
    "model": (
        "model",
        "queries",
        "pages/test_positions.py",
        "pages/test_weights.py",
        "pages/test_actions.py",
        "pages/test_checklist.py",
        "commands/test_ledger.py",
        "golden",
        "schema",
    ),
    "loading": (
        "loading/test_data_file.py",
        "loading/test_line_joins.py",
        "loading/test_links.py",
        "loading/test_data_folder.py",
        "golden",
        "loading/test_load.py",
        "commands/test_ledger.py",
    ),
    "loading/edit": ("commands/test_edit.py", "commands/test_ids.py", "commands/test_calibrate.py"),
    "checks": ("checks", "golden", "commands/test_ledger.py", "commands/test_histories.py"),
    "queries/action_targets.py": ("queries", "pages/test_actions.py"),
    "queries/level_diff.py": ("queries",),
    "assessment": (
        "pages/test_checklist.py",
        "pages/test_checklist_beside.py",
        "pages/test_forms.py",
        "pages/test_absences.py",
        "pages/test_scale_origins.py",
        "pages/test_wording.py",
    ),
    "assessment/scoring": ("assessment", "commands/test_score.py"),
    "commands/ids": ("commands/test_ids.py", "commands/test_ledger.py"),
    "commands/calibrate": ("commands/test_calibrate.py",),
    "components/completeness.py": (
        "components/test_completeness.py",
        "pages/test_absences.py",
        "pages/test_weights.py",
    ),
    "components/requirements.py": (
        "components/test_requirements.py",
        "pages/test_absences.py",
        "pages/test_positions.py",
    ),
    "components/weights/cells.py": ("pages/test_weights.py", "pages/test_absences.py"),
    "pages/transfer/data.py": ("pages/test_transfer_data.py", "pages/test_transfer.py"),
}
"""Tests by what they hold; the tests below `tests/`."""

NOT_DECIDING = {"model/limits.py"}
"""Modules in these folders that hold nothing but numbers, which the tests take from them."""

EQUIVALENT: dict[tuple[str, str, str], str] = {
    (
        "checks/grades.py",
        "_sequence",
        "ranks.get(str(levels[1]), -1) → ranks.get(str(levels[1]), -2)",
    ): "any rank is above it: a level that is not known is below none",
    (
        "assessment/scoring/review.py",
        "_difference",
        "pair[0].item → pair[1].item",
    ): "both outcomes of a pair are of one item",
    (
        "loading/syntax.py",
        "explain",
        "line < len(lines) → line <= len(lines)",
    ): "the sign that YAML stops at stands in a line that is there",
    (
        "model/values.py",
        "counted",
        "limits.COUNT + 1 → limits.COUNT + 2",
    ): "stands for any count that is too high, and is only compared with limits below it",
    (
        "text/signs.py",
        "needless",
        "at + 2 → at + 3",
    ): "only the first sign of what is cut out is looked at",
}
"""Changes after which everything is as before, by module, function and change, and why that is so."""


def modules() -> list[str]:
    """Every module that decides, by its path below the package."""
    places = [PACKAGE / key for key in HELD_BY]
    files = {file for place in places for file in ([place] if place.suffix else place.rglob("*.py"))}
    return sorted({file.relative_to(PACKAGE).as_posix() for file in files} - NOT_DECIDING)


def holding(module: str) -> tuple[str, ...]:
    """The tests that hold a module."""
    keys = [key for key in HELD_BY if module == key or module.startswith(f"{key}/")]
    return tuple(f"tests/{name}" for name in HELD_BY[max(keys, key=len)])
