"""Tables for spreadsheets: every text comes back as it was, and none begins with what a spreadsheet would run."""

import csv
import io

from hypothesis import given
from hypothesis import strategies as st

from levelbook.text.csv_table import csv_text, unshielded

CELLS = st.text(st.characters(exclude_categories=("Cs", "Cc")) | st.sampled_from("=+-@'\"；,;\t"), max_size=20)


@given(st.lists(st.lists(CELLS, min_size=2, max_size=4), min_size=1, max_size=4))
def test_cells_come_back_and_nothing_runs(rows: list[list[str]]) -> None:
    text = csv_text(rows)
    assert text.startswith("\ufeff") and text.endswith("\r\n")
    read = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")))
    wanted = [[cell.replace("\ufffe", "").replace("\uffff", "") for cell in row] for row in rows]
    assert [[unshielded(cell) for cell in row] for row in read] == [
        [unshielded(cell) for cell in row] for row in wanted
    ]
    live = [cell for row in read for cell in row if cell[:1] and cell[0] in "=@\t\r＝＠"]
    assert live == []


def test_what_hides_behind_what_nobody_sees_does_not_run() -> None:
    for blank in (" ", "\u00a0", "\u3000", "\u200b", "\ufeff", " \t\u2003", "\u0085", "\u202e"):
        for sign in "=+-@＝＋－＠":
            cell = f"{blank}{sign}A1"
            read = next(csv.reader(io.StringIO(csv_text([[cell]])[1:], newline="")))
            assert read == ["'" + cell] and unshielded(read[0]) == cell
    assert csv_text([["a@b", " plain", "1-2"]]) == "\ufeffa@b, plain,1-2\r\n"


def test_figures_stay_figures() -> None:
    assert csv_text([["-1.5", "+3", "-1+2", "45%"]]) == "\ufeff-1.5,+3,'-1+2,45%\r\n"


def test_what_is_meant_is_read() -> None:
    assert [unshielded(cell) for cell in ("'=1+1", "'quoted'", "plain", "'")] == ["=1+1", "'quoted'", "plain", "'"]
