"""Every golden case, in Python."""

from typing import Any

import pytest

from tests.assessment.cases import call, cases, judged, run

CASES = dict(cases())


@pytest.mark.parametrize("name", CASES)
def test_case(name: str) -> None:
    case: dict[str, Any] = CASES[name]
    assert judged(case, run(call(case))) == []
