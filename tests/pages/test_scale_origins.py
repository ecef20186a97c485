"""A scale or threshold that the handbook adds to a standard says so on its checklist, on paper and in its data."""

from pathlib import Path
from typing import Any

import pytest

from levelbook.catalogue import Catalogue
from levelbook.pages.assessment.checklist import pages
from levelbook.render import Renderer
from levelbook.site.context import Context
from tests.pages.small import read
from tests.pages.tiny import facts, tiny, write

HEAD = """
code: {code}
name: {name}
{source}
levels: [{{id: low, name: 初级}}]
groups: [{{id: all, name: 全部能力, kind: ability, competencies: [talk]}}]
"""
TALK = "code: TLK\nname: 交谈\nlevels: {low: {indicators: [让人说完]}}\n"
SOURCE = "source: {title: 旧标准}"
OURS = "评分量表“多常见”和达标线不出自来源，由手册确定。"


def _ctx(folder: Path, scale: str, source: str = SOURCE) -> tuple[Context, Any]:
    files = {
        "sequence.yml": HEAD.format(code="FST", name="第一", source=source),
        "competencies/talk.yml": TALK,
        "sequences/other/sequence.yml": HEAD.format(code="OTH", name="另一个", source=SOURCE),
        "sequences/other/competencies/talk.yml": TALK,
    }
    tiny(folder, files, "other")
    scales = (folder / "scales.yml").read_text(encoding="utf-8").replace("standard: 5", f"standard: 5\n{scale}")
    write(folder, {"scales.yml": scales})
    handbook = read(folder)
    return Context(handbook, Catalogue("zh")), handbook.sequences["first"]


@pytest.mark.parametrize(
    "scale, said",
    [
        ("", "评分量表“0–6分”和达标线不出自来源，由手册确定。"),
        ("    source: first", ""),
        ("    source: first\n    added: [exam]", "评分量表“0–6分”出自这份标准的来源，考试成绩折算的分由手册确定。"),
        (
            "    source: other\n    added: [points, standard]",
            "评分量表“0–6分”不出自这份标准的来源，而是取自另一个的来源；各档的分、达标线由手册确定。",
        ),
        ("    source: other", "评分量表“0–6分”不出自这份标准的来源，而是取自另一个的来源。"),
    ],
)
def test_where_a_scale_comes_from(tmp_path: Path, scale: str, said: str) -> None:
    ctx, sequence = _ctx(tmp_path, scale)
    found = facts(ctx, sequence, "low")
    assert found is not None
    assert found["scales"]["score-0-6"]["origin"] == said
    assert found["scales"]["often"]["origin"] == OURS
    page = next(iter(pages(ctx, sequence)))
    view: Any = page.view
    assert view.origins == ((("quick", said),) if said else ()) + (("full", OURS),)
    html = Renderer(ctx.words).body(page, "../../../../")
    assert html.count(f'lb-when-full">{OURS}') == 1
    assert not said or html.count(f'lb-when-quick">{said}') == 1


def test_a_company_without_sources_reads_nothing_of_it(tmp_path: Path) -> None:
    ctx, sequence = _ctx(tmp_path, "", source="")
    view: Any = next(iter(pages(ctx, sequence))).view
    assert view.origins == ()


def test_a_scale_from_another_source_is_called_so_even_there(tmp_path: Path) -> None:
    ctx, sequence = _ctx(tmp_path, "    source: other", source="")
    view: Any = next(iter(pages(ctx, sequence))).view
    assert view.origins == (("quick", "评分量表“0–6分”取自另一个的来源。"),)
