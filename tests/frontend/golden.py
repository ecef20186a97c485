"""Cases that Python and scripts share, as files for the tests of scripts: what is asked, and what Python answers."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.assessment import cases, kpi_cases

FOLDER = Path(__file__).parents[2] / "frontend" / "test" / "golden"


def scoring() -> dict[str, Any]:
    """The cases of scoring; what all of them share, the scales, stands once."""
    calls = [{"case": name, **cases.call(case)} for name, case in cases.cases()]
    answers = [cases.run(call) for call in calls]
    scales: dict[str, Any] = {}
    for call in calls:
        for argument in call["arguments"]:
            if isinstance(argument, dict) and "scales" in argument:
                scales = argument.pop("scales")
    return {"scales": scales, "calls": [call | {"expected": told} for call, told in zip(calls, answers, strict=True)]}


def kpi() -> dict[str, Any]:
    """The cases of key measures."""
    return {
        "calls": [
            {
                "case": case["case"],
                "arguments": [kpi_cases.measure(case), case["filled"]],
                "expected": kpi_cases.answer(case),
            }
            for case in kpi_cases.cases()
        ]
    }


FILES: dict[str, Callable[[], dict[str, Any]]] = {"scoring": scoring, "kpi": kpi}
"""By name, without its ending."""


def written(name: str) -> str:
    """The text of a file: a line for each case."""
    data = FILES[name]()
    calls = data.pop("calls")
    shared = "".join(f'"{key}": {_line(value)},\n' for key, value in data.items())
    return f'{{{shared}"calls": [\n' + ",\n".join(map(_line, calls)) + "\n]}\n"


def _line(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
