"""Golden cases of key measures, as both languages are asked them and as they answer."""

from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).parent / "kpi"
FIGURES = ("result", "gap", "steps", "deduction", "left")


def cases() -> list[dict[str, Any]]:
    """All cases; every value stays as it is written."""
    return [
        case
        for path in sorted(FOLDER.glob("*.yml"))
        for case in yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)["cases"]
    ]


def measure(case: dict[str, Any]) -> dict[str, Any]:
    """The measure of a case, complete."""
    given = case["measure"]
    deduct = given.get("deduct")
    return {
        "formula": given["formula"],
        "offset": given.get("offset", "0"),
        "percent": given.get("percent", "yes") == "yes",
        "target": given.get("target", "none"),
        "deduct": {"of": deduct.get("of", "shortfall"), "step": deduct["step"], "points": deduct["points"]}
        if deduct
        else None,
    }


def answer(case: dict[str, Any]) -> dict[str, Any]:
    """What is expected: figures as they are told, and the reason where it goes no further."""
    told = {**case.get("result", {}), **case.get("told", {})}
    reason = dict(case.get("why", {}))
    found: dict[str, Any] = {name: told.get(name) for name in FIGURES}
    found["why"] = {"key": reason.pop("key"), "facts": reason} if reason else None
    return found
