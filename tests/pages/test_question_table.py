"""Open questions as a table to be answered, and notes by whom they are for."""

import csv
import re
from io import StringIO
from pathlib import Path

from levelbook.build import Site
from levelbook.catalogue import Catalogue
from levelbook.model.base import Note
from levelbook.pages.notes import question_table
from levelbook.pages.notes.question_table import data_files
from levelbook.site.context import Context
from tests.pages.data_files import held
from tests.pages.small import small, views_of
from tests.pages.tiny import tiny

ASKED = """
name: 倾听
code: LIS
levels:
  low:
    indicators: [{id: FIR-LIS-01, text: 肯听。}]
    notes: [{kind: suspect, text: 印得不清, ask: 是“肯”吗？}]
"""
HEAD = """
name: 标准
code: FIR
levels: [{id: low, name: 低}]
groups:
  - id: all
    name: 全部
    kind: ability
    competencies: [listening]
    notes:
      - {kind: conflict, for: reader, text: 两处说法不同}
      - {kind: caution, for: owner, text: 请负责人看, ask: 哪一处对？}
"""


def rows(ctx: Context) -> list[list[str]]:
    (path, text), _ = data_files(ctx)
    assert path == "notes/questions.csv"
    return list(csv.reader(StringIO(text.removeprefix("\ufeff"))))


def test_every_question_has_a_row_with_room_for_the_answer() -> None:
    ctx = Context(small(), Catalogue("zh"))
    head, *asked = rows(ctx)
    assert head[:6] == ["序列", "说的是哪里", "要确认的问题", "答复", "答复人", "日期"]
    questions = [row[2] for row in asked]
    assert "现行的是哪一版？" in questions
    assert {tuple(row[3:6]) for row in asked} == {("", "", "")}
    assert views_of(ctx)["notes/"].table == "notes/questions.csv"


def test_a_question_has_the_same_key_on_the_page_in_the_table_and_in_every_language() -> None:
    ctx, english = (Context(small(), Catalogue(language)) for language in ("zh", "en"))
    keys = [row[-1] for row in rows(ctx)[1:]]
    assert keys == [row[-1] for row in rows(english)[1:]]
    assert len(set(keys)) == len(keys)
    assert all(re.fullmatch(r"q-[0-9a-f]{16}", key) for key in keys)
    page = next(output.html for output in Site(small(), Catalogue("zh")).pages if output.page.address == "notes/")
    assert set(re.findall(r'data-answer="([^"]+)"', page)) == set(keys)


def test_scripts_get_the_same_table_with_the_heads_of_every_language() -> None:
    ctx = Context(small(), Catalogue("en"))
    _, (path, text) = data_files(ctx)
    assert path == "assets/levelbook/questions.js"
    table = held(text)
    assert [table["head"], *table["rows"]] == rows(ctx)
    assert table["heads"]["answer"] == ["答复", "Answer"]
    assert question_table.address(ctx).startswith(path + "?")


def test_the_reader_that_a_note_names_decides_and_not_its_kind(tmp_path: Path) -> None:
    files = {"sequence.yml": HEAD, "competencies/listening.yml": ASKED}
    ctx, _ = tiny(tmp_path, files)
    assert [row[2] for row in rows(ctx)[1:]] == ["哪一处对？", "是“肯”吗？"]
    view = views_of(ctx)["sequences/first/level/low/"]
    assert [one.note.text for one in view.step.groups[0].remarks] == ["两处说法不同"]
    pages = {output.page.address: output.html for output in Site(ctx.handbook, Catalogue("zh")).pages}
    assert "两处说法不同" in pages["sequences/first/level/low/"]
    assert "请负责人看" not in pages["sequences/first/level/low/"]
    assert "给负责人" in pages["notes/"]


def test_without_a_named_reader_the_kind_decides() -> None:
    said = [
        ("caution", None, True),
        ("suspect", None, False),
        ("suspect", "reader", True),
        ("caution", "editor", False),
    ]
    for kind, reader, shown in said:
        note = Note.model_validate({"kind": kind, "text": "甲"} | ({"for": reader} if reader else {}))
        assert note.for_readers is shown
    assert not Note.model_validate({"kind": "accepted", "text": "甲", "for": "reader"}).for_readers
