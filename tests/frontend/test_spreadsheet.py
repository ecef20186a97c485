"""Tables for the person's own use: what a spreadsheet reads of them, and what it must not run."""

import csv
import io
import json
import re
import zipfile
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from tests.node import Window

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
FIGURE = re.compile(r"[+-]?\d+(\.\d+)?%?")
LIVE = tuple("=+-@\t\r\n＝＋－＠")
BATCH = settings(max_examples=40)

text = some.text(
    alphabet=some.one_of(
        some.sampled_from("=+-@\t\"',;\n\r，<&>_x0041"), some.characters(blacklist_categories=["Cs", "Cc"])
    ),
    max_size=20,
).filter(lambda one: "\ufffe" not in one and "\uffff" not in one)
tables = some.lists(some.lists(text, min_size=1, max_size=5), min_size=1, max_size=12)


def written(core: Window, rows: list[list[Any]]) -> str:
    return str(core.evaluate("rows => spreadsheet.csv(rows)", rows))


def workbook(core: Window, sheets: list[dict[str, Any]]) -> zipfile.ZipFile:
    """The file as a spreadsheet gets it."""
    written = core.evaluate("async sheets => [...await spreadsheet.xlsx(sheets).bytes()]", sheets)
    return zipfile.ZipFile(io.BytesIO(bytes(written)))


def cells(book: zipfile.ZipFile, number: int = 1) -> list[list[str]]:
    root = ElementTree.fromstring(book.read(f"xl/worksheets/sheet{number}.xml"))
    rows = []
    for row in root.iter(f"{MAIN}row"):
        found = {one.attrib["r"]: "".join(one.itertext()) for one in row.iter(f"{MAIN}c")}
        rows.append(found)
    return [list(one.values()) for one in rows]


def test_csv_opens_in_excel_as_utf_8_with_its_line_ends(core: Window) -> None:
    said = written(core, [["编号", "要求"], ["TXM-01", "说“好”, 再\n说"], [{"figure": "-0.50"}, None]])
    assert said == '\ufeff编号,要求\r\nTXM-01,"说“好”, 再\n说"\r\n-0.50,\r\n'


@pytest.mark.parametrize(
    "cell", ["=1+1", "+86 10", "-乙", "@SUM(A1)", "\tx", '=HYPERLINK("http://x")', "＝1", "-", "\r=1"]
)
def test_what_a_spreadsheet_may_run_becomes_a_text(core: Window, cell: str) -> None:
    (row,) = csv.reader(io.StringIO(written(core, [[cell]])[1:], newline=""))
    assert row[0].startswith("'")


@pytest.mark.parametrize("cell", ["-2", "+1.5", "-0.50", "3", "12%"])
def test_figures_stay_figures(core: Window, cell: str) -> None:
    assert written(core, [[cell]]) == f"\ufeff{cell}\r\n"


@BATCH
@given(rows=tables)
def test_a_reader_of_csv_gets_back_what_was_written(core: Window, rows: list[list[str]]) -> None:
    back = list(csv.reader(io.StringIO(written(core, rows)[1:], newline="")))
    harmless = [
        [f"'{one}" if one.startswith(LIVE) and not FIGURE.fullmatch(one) else one for one in row] for row in rows
    ]
    assert [row or [""] for row in back] == harmless


@BATCH
@given(rows=tables)
def test_a_workbook_holds_every_text(core: Window, rows: list[list[str]]) -> None:
    book = workbook(core, [{"name": "评分", "head": ["a"], "rows": rows}])
    assert book.testzip() is None
    plain = [[re.sub(r"\r\n?", "\n", one) for one in row if one] for row in rows]
    read = [[one.replace("_x005F_x", "_x") for one in row] for row in cells(book)[1:]]
    assert read == plain


def test_a_workbook_has_all_its_parts_and_keeps_figures_exactly(core: Window) -> None:
    first = {
        "name": "评分",
        "head": ["能力项", "评分"],
        "rows": [["成就导向", {"figure": "4.50"}], ["007", {"figure": "x"}]],
    }
    book = workbook(core, [first, {"name": "评分", "head": ["空"], "rows": []}])
    assert book.namelist()[:5] == [
        "[Content_Types].xml", "_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml",
    ]  # fmt: skip
    root = ElementTree.fromstring(book.read("xl/worksheets/sheet1.xml"))
    by_place = {one.attrib["r"]: one for one in root.iter(f"{MAIN}c")}
    assert by_place["B2"].findtext(f"{MAIN}v") == "4.50"
    assert by_place["A3"].attrib["t"] == by_place["B3"].attrib["t"] == "inlineStr"
    names = [one.attrib["name"] for one in ElementTree.fromstring(book.read("xl/workbook.xml")).iter(f"{MAIN}sheet")]
    assert names == ["评分", "评分 2"]
    views = ElementTree.fromstring(book.read("xl/workbook.xml")).iter(f"{MAIN}workbookView")
    assert len(list(views)) == 1, "the sheets' views name it by its number"
    assert all(info.date_time == (1980, 1, 1, 0, 0, 0) for info in book.infolist())


def test_names_of_sheets_are_such_as_excel_takes(core: Window) -> None:
    wished = ["a/b:c*d?[e]\\f", "'x'", "", "长" * 60, "A/B:C*D?[E]\\F", "History", "a" * 30 + "'b", "😀" * 20]
    book = workbook(core, [{"name": one, "head": [], "rows": []} for one in wished])
    names = [one.attrib["name"] for one in ElementTree.fromstring(book.read("xl/workbook.xml")).iter(f"{MAIN}sheet")]
    assert len({one.lower() for one in names}) == len(wished)
    assert "history" not in {one.lower() for one in names}
    assert not any(one.startswith("'") or one.endswith("'") or "\ufffd" in one for one in names)
    assert all(one and len(one) <= 31 and not re.search(r"[\[\]:*?/\\]", one) for one in names)


@pytest.mark.parametrize(
    ("said", "exact"),
    [("4.50", True), ("-12345678901234.5", True), ("1234567890123456", False), ("0.1234567890123456", False)],
)
def test_only_what_a_spreadsheet_keeps_exactly_is_a_figure(core: Window, said: str, exact: bool) -> None:
    book = workbook(core, [{"name": "x", "head": ["a"], "rows": [[{"figure": said}]]}])
    cell = list(ElementTree.fromstring(book.read("xl/worksheets/sheet1.xml")).iter(f"{MAIN}c"))[1]
    assert ("t" not in cell.attrib) is exact


def test_a_text_too_long_for_a_cell_does_not_break_the_workbook(core: Window) -> None:
    (_, row) = cells(workbook(core, [{"name": "x", "head": ["a"], "rows": [["字" * 40000]]}]))
    assert len(row[0]) == 32767 and row[0].endswith("…")


def test_what_no_file_can_hold_is_left_out(core: Window) -> None:
    code = r"[spreadsheet.csv([['a\u0000b\ud800c']])]"
    assert core.evaluate(code) == ["\ufeffab\ufffdc\r\n"]
    assert json.dumps(cells(workbook(core, [{"name": "x", "head": ["a\u0001b"], "rows": []}]))) == '[["ab"]]'
