"""The page of all sequences: what each has, what can be done, what is only for reference, and where it comes from."""

from levelbook.catalogue import Catalogue
from levelbook.components import completeness
from levelbook.model.handbook import Handbook
from levelbook.pages.sequences import page as sequences
from levelbook.pages.sequences.page import SequencesView
from levelbook.site.context import Context
from tests.pages.small import small

ZH = Catalogue("zh")


def _view(book: Handbook) -> SequencesView:
    [page] = sequences.pages(Context(book, ZH))
    assert isinstance(page.view, SequencesView)
    return page.view


def test_every_sequence_stands_there_once(handbook: Handbook) -> None:
    view = _view(handbook)
    rows = [row for family in view.families for row in family.rows]
    names = [row.link.address for row in (*rows, *view.reference)]
    assert sorted(names) == sorted(f"sequences/{key}/" for key in handbook.sequences)
    assert view.figures == "17份标准，10份列有要求，7份只供参考"


def test_a_sequence_in_short(handbook: Handbook) -> None:
    row = _view(handbook).families[0].rows[0]
    assert (row.link.text, row.origin) == ("政企客户经理", "中国电信·能力素质模型")
    assert [chip.name for chip in row.chips] == ["初级", "中级", "高级", "资深"]
    assert [door.text for door in row.doors] == ["能力矩阵", "级别对比", "自评"]
    assert row.meter and (row.meter.full, row.meter.rest, row.meter.figures) == ("100", "", "齐全")


def test_what_is_only_for_reference_says_why(handbook: Handbook) -> None:
    reference = {row.link.text: row.why for row in _view(handbook).reference}
    assert reference["销售序列"] == "只有分值，级别名称缺失"
    assert all(reference.values())


def test_the_list_of_standards_says_what_the_handbook_has(handbook: Handbook) -> None:
    ctx = Context(handbook, ZH)
    rows = {row.link.address: row for row in _view(handbook).sources}
    assert len(rows) == len(handbook.sequences)
    for key, sequence in handbook.sequences.items():
        said = " ".join(text for _, text in rows[f"sequences/{key}/"].facts)
        for kind in completeness.rows(ctx, sequence):
            figures = f"{kind.name} {kind.have}/{kind.of}" if kind.nothing else f"{kind.name} {kind.of}"
            assert figures in said
        assert sequence.head.incomplete is None or sequence.head.incomplete in said


def test_a_handbook_of_ones_own_has_no_empty_parts() -> None:
    view = _view(small())
    assert view.reference == ()
    assert [row.link.text for family in view.families for row in family.rows] == ["大客户经理", "通用能力"]
