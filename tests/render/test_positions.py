"""Pages of positions as people read them: formulas as formulas, blanks as places to fill in."""

from pathlib import Path

import pytest

from levelbook.build import RenderedPage, outputs
from levelbook.catalogue import Catalogue
from levelbook.pages.search.prose import words_of_html
from tests.pages.small import golden, read

HERE = Path(__file__).parent
FOLDER = HERE.parent / "pages" / "positions_data"
SALES = "sequences/sales/"


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    made = outputs(read(FOLDER), Catalogue("zh"))
    return {one.page.address: one.html for one in made if isinstance(one, RenderedPage)}


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("position", f"{SALES}position/lead/"),
        ("position-lost", f"{SALES}position/ghost/"),
        ("positions", f"{SALES}positions/"),
        ("level-stage", f"{SALES}level/one/"),
        ("cell", f"{SALES}competency/selling/"),
    ],
)
def test_what_a_page_says(pages: dict[str, str], name: str, address: str) -> None:
    lines = [words_of_html(part) for part in pages[address].split("\n")]
    golden(HERE / f"{name}.txt", "\n".join(line for line in lines if line) + "\n")


def test_formula_is_mathematics(pages: dict[str, str]) -> None:
    html = pages[f"{SALES}position/lead/"]
    assert "<mfrac><mtext>本期</mtext><mtext>上期</mtext></mfrac><mo>−</mo><mn>1</mn>" in html
    assert 'alttext="增长率 = (本期 ÷ 上期 − 1) × 100%"' in html
    assert "<mtext>次</mtext>" in html


def test_chart_is_drawn_by_the_server_and_left_to_the_table_for_those_who_listen(pages: dict[str, str]) -> None:
    html = pages[f"{SALES}position/lead/"]
    figure = html[html.index("<figure") : html.index("</figure>")]
    assert 'aria-hidden="true"' in figure
    assert figure.count('class="on"') == 3 + 2 + 2 + 1
    assert "href" not in figure
