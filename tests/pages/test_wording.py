"""Whose words are read: the editors' own are called so, the source is quoted only where it is, our copies stay ours."""

from pathlib import Path
from textwrap import dedent
from typing import Any

from levelbook.catalogue import Catalogue
from levelbook.model.handbook import Sequence
from levelbook.pages import registry
from levelbook.render import Renderer
from levelbook.site.context import Context
from levelbook.site.page import Page, StandalonePage
from tests.pages.small import read
from tests.pages.tiny import tiny

SEQUENCE = """
code: FST
name: 第一
source:
  title: 旧标准
  files: [007 12–40]
  notes: [{kind: corrected, text: 换行已经理顺。, in_copy: 007 13–15}]
levels: [{id: low, name: 初级, where: 表二, in_copy: 007 20}]
groups: [{id: all, name: 全部能力, kind: ability, competencies: [talk], in_copy: 007 21–30}]
"""
FILES = {
    "sequence.yml": SEQUENCE,
    "competencies/talk.yml": """
        code: TLK
        name: 交谈
        in_copy: 007 22
        levels: {low: {in_copy: 007 23, indicators: [{id: FST-TLK-01, text: 让人说完, in_copy: 007 24}]}}
        """,
}
OWN = "手册的文字经过改写"
QUOTED = "手册的写法，不是来源的原文"


def _view(ctx: Context, address: str) -> Any:
    pages: tuple[Page | StandalonePage, ...] = (*registry.theme_pages(ctx), *registry.standalone_pages(ctx))
    return next(page.view for page in pages if page.address == address)


def _source(ctx: Context) -> str:
    page = next(page for page in registry.theme_pages(ctx) if page.address == "sequences/first/source/")
    return Renderer(ctx.words).body(page, "../../../")


def _made(folder: Path, files: dict[str, str] = FILES, **head: Any) -> tuple[Context, Sequence]:
    return tiny(folder, files, **head)


def test_reworded_texts_say_so_on_the_source_page_and_in_every_quotation(tmp_path: Path) -> None:
    ctx, _ = _made(tmp_path, reworded=True)
    assert OWN in _source(ctx)
    assert _view(ctx, "id/FST-TLK-01/").quote.plain == f"“让人说完”（第一，交谈，初级，FST-TLK-01，{QUOTED}）"


def test_a_company_that_writes_its_own_reads_nothing_of_it(tmp_path: Path) -> None:
    ctx, _ = _made(tmp_path)
    assert OWN not in _source(ctx)
    assert QUOTED not in _view(ctx, "id/FST-TLK-01/").quote.plain
    assert not _view(ctx, "").handbook.description


def test_a_standard_may_differ_from_the_handbook(tmp_path: Path) -> None:
    files = FILES | {"sequence.yml": SEQUENCE.replace("title: 旧标准", "title: 旧标准\n  reworded: no")}
    ctx, sequence = _made(tmp_path, files, reworded=True)
    assert not ctx.reworded(sequence)


def test_a_standard_without_a_source_has_nothing_to_reword(tmp_path: Path) -> None:
    bare = SEQUENCE.split("source:")[0] + "levels:" + SEQUENCE.split("levels:")[1]
    ctx, sequence = _made(tmp_path, FILES | {"sequence.yml": bare}, reworded=True)
    assert not ctx.reworded(sequence)


def test_home_says_what_kind_of_book_it_is(tmp_path: Path) -> None:
    ctx, _ = _made(tmp_path, description="由旧文件编成。", translations=["en"], description_en="Compiled.")
    assert ctx.marked(_view(ctx, "").handbook, "description") == "由旧文件编成。"
    english = Context(read(tmp_path), Catalogue("en"))
    assert english.marked(_view(english, "").handbook, "description") == "Compiled."


def test_what_is_confidential_says_so_on_every_page_of_its_text(tmp_path: Path) -> None:
    files = FILES | {"sequence.yml": SEQUENCE.replace("title: 旧标准", "title: 旧标准\n  confidential: 内部资料")}
    ctx, _ = _made(tmp_path, files)
    said = "保密：内部资料。转给他人或对外引用之前，请先确认有权这样做。"
    places = ("", "source/", "level/low/", "competency/talk/")
    assert {place: _view(ctx, f"sequences/first/{place}").confidential for place in places} == dict.fromkeys(
        places, said
    )


def test_a_warning_about_an_indicator_stands_wherever_it_is_read(tmp_path: Path) -> None:
    notes = "notes: [{kind: caution, about: [FST-TLK-01], text: 先问法务。}, {kind: inferred, text: 另一件事。}]\n"
    files = FILES | {"competencies/talk.yml": dedent(FILES["competencies/talk.yml"]) + notes}
    ctx, _ = _made(tmp_path, files)
    article = _view(ctx, "sequences/first/level/low/").step.groups[0].articles[0]
    assert [one.note.text for one in article.margin.remarks] == ["先问法务。"]
    assert [one.note.text for one in _view(ctx, "id/FST-TLK-01/").margin.remarks] == ["先问法务。"]


def test_lines_of_our_copies_are_shown_nowhere(tmp_path: Path) -> None:
    ctx, _ = _made(tmp_path)
    renderer = Renderer(ctx.words)
    pages: tuple[Page | StandalonePage, ...] = (*registry.theme_pages(ctx), *registry.standalone_pages(ctx))
    shown = {page.address: renderer.body(page, "") if isinstance(page, Page) else str(page.view) for page in pages}
    assert [address for address, text in shown.items() if "007" in text] == []
    assert "表二" in shown["sequences/first/level/low/"]
