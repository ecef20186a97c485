"""A page of each kind in English as axe sees it; Chinese ones are tried in each width and colour besides."""

import pytest

from tests.browser.conftest import WIDTHS, fits
from tests.browser.lasting import Lasting

TELECOM = "sequences/telecom-account-manager/"
KINDS = (
    "index.html",
    "sequences/index.html",
    TELECOM + "index.html",
    TELECOM + "level/intermediate/index.html",
    TELECOM + "level/advanced/index.html?view=intermediate",
    TELECOM + "level/advanced/pocket/index.html",
    TELECOM + "check/advanced/index.html",
    TELECOM + "calibration/index.html",
    TELECOM + "compare/index.html",
    TELECOM + "compare/junior/intermediate/index.html",
    TELECOM + "competency/achievement-orientation/index.html",
    TELECOM + "matrix/index.html",
    TELECOM + "form/index.html",
    TELECOM + "source/index.html",
    "sequences/alibaba-sales-weights/level/fa/index.html",
    "sequences/sales-manager-weights/position/sales-manager/index.html",
    "sequences/sales-manager-weights/weights/index.html",
    "sequences/sales-positions/positions/index.html",
    "sequences/lenovo-key-account/level/l3/index.html",
    "sequences/tencent-market/process/index.html",
    "sequences/tencent-market/actions/index.html",
    "sequences/account-manager-skill-certification/syllabus/index.html",
    "check/index.html",
    "check/team/index.html",
    "concepts/index.html",
    "concepts/communication/index.html",
    "move/index.html?from=telecom-account-manager/intermediate&to=sales-positions/sales-manager",
    "indicators/index.html#q=TAM-ACH",
    "collection/index.html#TAM-ACH-12",
    "notes/index.html",
    "releases/index.html",
    "glossary/index.html",
    "legend/index.html",
    "guide/employee/index.html",
    "id/TAM-ACH-13/index.html",
)
"""In `test_reading` there are hand-written pages in English besides: keys, problems."""


@pytest.mark.parametrize("address", KINDS)
def test_axe_finds_nothing(desk: Lasting, served: str, address: str) -> None:
    """In one width, by turns; in light, as in dark axe looks at colours only."""
    with desk.as_new() as tab:
        tab.set_viewport_size({"width": WIDTHS[KINDS.index(address) % 2], "height": 900})
        response = tab.goto(f"{served}en/{address}")
        assert response is not None and response.ok
        fits(tab, ["light"])
