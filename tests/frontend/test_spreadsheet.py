"""Tables for the person's own use, read back as spreadsheets do; single cases stand in frontend/test/lib."""

import csv
import io
import re
import zipfile
from typing import Any
from unicodedata import category
from xml.etree import ElementTree

from hypothesis import given, settings
from hypothesis import strategies as some

from tests.node import Window

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
FIGURE = re.compile(r"[+-]?\d+(\.\d+)?%?")
BATCH = settings(max_examples=40)

texts = some.text(
    alphabet=some.one_of(
        some.sampled_from("=+-@\t\"',;\n\r，<&>_x0041 \u00a0\u3000\u200b＝＠"),
        some.characters(blacklist_categories=["Cs", "Cc"]),
    ),
    max_size=20,
).filter(lambda text: "\ufffe" not in text and "\uffff" not in text)
tables = some.lists(some.lists(texts, min_size=1, max_size=5), min_size=1, max_size=12)


@BATCH
@given(rows=tables)
def test_a_reader_of_csv_gets_back_what_was_written(core: Window, rows: list[list[str]]) -> None:
    written = str(core.evaluate("rows => spreadsheet.csv(rows)", rows))
    back = list(csv.reader(io.StringIO(written[1:], newline="")))
    assert [row or [""] for row in back] == [[harmless(text) for text in row] for row in rows]


def harmless(text: str) -> str:
    """What a spreadsheet might run is marked as a text."""
    seen = "".join(sign for sign in text if category(sign)[0] not in "ZC")
    is_live = text[:1] in [*"\t\r\n"] or seen[:1] in [*"=+-@＝＋－＠"]
    return f"'{text}" if is_live and not FIGURE.fullmatch(text) else text


@BATCH
@given(rows=tables)
def test_a_workbook_holds_every_text(core: Window, rows: list[list[str]]) -> None:
    book = workbook(core, [{"name": "评分", "head": ["a"], "rows": rows}])
    assert book.testzip() is None
    assert all(info.date_time == (1980, 1, 1, 0, 0, 0) for info in book.infolist())
    plain = [[re.sub(r"\r\n?", "\n", text) for text in row if text] for row in rows]
    assert [[text.replace("_x005F_x", "_x") for text in row] for row in cells(book)[1:]] == plain


def workbook(core: Window, sheets: list[dict[str, Any]]) -> zipfile.ZipFile:
    """The file as a spreadsheet gets it."""
    written = core.evaluate("async sheets => [...await spreadsheet.xlsx(sheets).bytes()]", sheets)
    return zipfile.ZipFile(io.BytesIO(bytes(written)))


def cells(book: zipfile.ZipFile) -> list[list[str]]:
    """The texts of the first sheet, row by row."""
    root = ElementTree.fromstring(book.read("xl/worksheets/sheet1.xml"))
    return [["".join(cell.itertext()) for cell in row.iter(f"{MAIN}c")] for row in root.iter(f"{MAIN}row")]
