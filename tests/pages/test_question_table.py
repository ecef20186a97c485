"""Open questions as a table to be answered, and notes by whom they are for."""

import csv
from io import StringIO
from pathlib import Path

from levelbook.build import Site
from levelbook.catalogue import Catalogue
from levelbook.model.base import Note
from levelbook.pages.question_table import data_files
from levelbook.site.context import Context
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
    ((path, text),) = data_files(ctx)
    assert path == "notes/questions.csv"
    return list(csv.reader(StringIO(text.removeprefix("\ufeff"))))


def test_every_question_has_a_row_with_room_for_the_answer() -> None:
    ctx = Context(small(), Catalogue("zh"))
    head, *asked = rows(ctx)
    assert head[:4] == ["序列", "说的是哪里", "要确认的问题", "答复"]
    questions = [row[2] for row in asked]
    assert "现行的是哪一版？" in questions
    assert {row[3] for row in asked} == {""}
    assert views_of(ctx)["notes/"].table == "notes/questions.csv"


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
