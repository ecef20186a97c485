"""What a competency calls a level stands over that level's cell: in the matrix, in the comparison, in the checklist."""

from pathlib import Path

import pytest

from levelbook.assessment.checklists import checklist_of
from levelbook.build import outputs
from levelbook.model.handbook import Sequence
from levelbook.pages import comparison, matrix
from levelbook.pages.assessment.sections import sections
from levelbook.site.context import Context
from tests.pages.tiny import tiny

FILES = {
    "sequence.yml": """
        code: FST
        name: 第一
        cumulative: true
        levels: [{id: low, name: 低}, {id: high, name: 高}]
        groups: [{id: basic, name: 基本, kind: ability, competencies: [learning]}]
        """,
    "competencies/learning.yml": """
        code: LEA
        name: 学习
        levels:
          low: {name: 学以致用, indicators: [{id: FST-LEA-01, text: 把学到的用起来。}]}
          high:
            indicators: [{id: FST-LEA-02, text: 教会别人。}, {id: FST-LEA-03, text: 写成教材。}]
        """,
}
HEAD = '<p class="lb-cellname">学以致用</p>'


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> tuple[Context, Sequence]:
    """A sequence one of whose cells has a name."""
    folder: Path = tmp_path_factory.mktemp("named")
    return tiny(folder, FILES)


@pytest.fixture(scope="module")
def html(book: tuple[Context, Sequence]) -> dict[str, str]:
    """The pages of its handbook, by address."""
    ctx, _ = book
    return {made.page.address: made.html for made in outputs(ctx.handbook, ctx.words) if hasattr(made, "html")}


def test_views_carry_the_name(book: tuple[Context, Sequence]) -> None:
    ctx, sequence = book
    [table] = matrix.pages(ctx, sequence)
    assert [cell.name for cell in table.view.groups[0].rows[0].cells] == ["学以致用", ""]  # type: ignore[attr-defined]
    [pair] = comparison.pages(ctx, sequence)
    compared = pair.view.groups[0].competencies[0]  # type: ignore[attr-defined]
    assert (compared.name_before, compared.name_after, compared.sums_up) == ("学以致用", "", True)
    checklist = checklist_of(ctx, sequence, "low")
    assert checklist
    assert [view.cell_name for part in sections(ctx, sequence, checklist) for view in part.items] == ["学以致用"]


@pytest.mark.parametrize("address", ["matrix/", "compare/low/high/", "check/low/"])
def test_pages_show_it_once(html: dict[str, str], address: str) -> None:
    assert html[f"sequences/first/{address}"].count(HEAD) == 1


def test_only_several_indicators_are_folded(html: dict[str, str]) -> None:
    table = html["sequences/first/matrix/"]
    assert table.count("<details") == 1
    assert all(table.count(f"id/FST-LEA-0{n}/index.html") == 1 for n in (1, 2, 3))
