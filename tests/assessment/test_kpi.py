"""Key measures come to what the golden cases say; the page's script is held to the same ones in tests/browser."""

from dataclasses import asdict
from typing import Any

import pytest

from tests.assessment.kpi_cases import answer, cases, measure
from tests.reference.kpi import Measure, Taken, compute


@pytest.mark.parametrize("case", cases(), ids=lambda case: str(case["case"]))
def test_case(case: dict[str, Any]) -> None:
    given = measure(case)
    taken = Taken(**given.pop("deduct")) if given["deduct"] else given.pop("deduct")
    found = asdict(compute(Measure(**given, deduct=taken), case["filled"]))
    if found["why"]:
        facts = found["why"]["facts"].items()
        found["why"]["facts"] = {key: list(fact) if isinstance(fact, tuple) else fact for key, fact in facts}
    assert found == answer(case)
