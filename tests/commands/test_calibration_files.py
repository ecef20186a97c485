"""A calibration's files are written all or none; its problems name cells as spreadsheets do."""

import pytest

from levelbook.catalogue import Catalogue
from levelbook.commands.calibrate.problem import error
from levelbook.commands.csv_cells import TableCell, column_letters
from levelbook.problems import Place, as_text


@pytest.mark.parametrize(("number", "letters"), [(0, ""), (1, "A"), (26, "Z"), (27, "AA"), (702, "ZZ"), (703, "AAA")])
def test_columns_have_letters(number: int, letters: str) -> None:
    assert column_letters(number) == letters


@pytest.mark.parametrize(
    ("place", "told"),
    [
        (TableCell("a.csv", 3, 2), "a.csv, row 3 column B: error: "),
        (TableCell("a.csv", 3), "a.csv, row 3: error: "),
        (TableCell("a.csv"), "a.csv: error: "),
        (Place("--date"), "--date: error: "),
    ],
)
def test_a_problem_is_told_with_its_place(place: Place, told: str) -> None:
    assert as_text(error("no_name", place), Catalogue("en")).startswith(told + "This row names no rater.")


def test_what_was_typed_is_cut_short_and_what_to_choose_from_is_not() -> None:
    problem = error("unknown_cell", TableCell("a.csv", 2, 2), rater="A", value="x" * 50, name="B", list=("y" * 50, "z"))
    line = as_text(problem, Catalogue("en"))
    assert "x" * 40 + "…" in line and "x" * 41 not in line
    assert "y" * 50 + ", z" in line
