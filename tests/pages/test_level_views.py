"""The views of a level's page: every figure is that of the lines it stands for, and one level has one page."""

from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from levelbook.catalogue import Catalogue
from levelbook.components.expectations import GroupExpectations
from levelbook.components.indicators import IndicatorRow
from levelbook.components.views import comparisons
from levelbook.components.views.switch import ViewSwitch
from levelbook.model.sequence import Cumulative
from levelbook.pages.empty_level import EmptyLevelView
from levelbook.pages.grade import GradeView
from levelbook.pages.level import LevelView
from levelbook.pages.registry import standalone_pages
from levelbook.pages.search import data as search_data
from levelbook.queries.grades import level_of_grade
from levelbook.site import urls
from levelbook.site.context import Context
from levelbook.site.sitemap import PageKind
from tests.pages.data_files import held
from tests.pages.small import own, small, views_of
from tests.pages.tiny import tiny

BOOKS = {"own": own, "small": small}


@cache
def _context(book: str) -> Context:
    return Context(BOOKS[book](), Catalogue("zh"))


@cache
def _views(book: str) -> dict[str, Any]:
    return views_of(_context(book))


def _steps(book: str) -> list[LevelView | GradeView]:
    return [view for view in _views(book).values() if isinstance(view, LevelView | GradeView)]


@pytest.mark.parametrize("book", BOOKS)
def test_the_figures_of_a_comparison_are_those_of_its_lines(book: str) -> None:
    for view in _steps(book):
        for comparison in view.switch.comparisons:
            marks = Counter(line.row.word for lines in comparison.lines.values() for line in lines)
            assert {kind.word: kind.n for kind in comparison.counts if marks} == dict(marks)


@pytest.mark.parametrize("book", BOOKS)
def test_what_a_comparison_does_not_bring_along_the_page_says(book: str) -> None:
    for view in _steps(book):
        said = {row.code: row.text for group in view.step.groups for row in _rows(group)}
        lines = [line for each in view.switch.in_place for lines in each.lines.values() for line in lines]
        left_out = [line.wording for line in lines if line.is_here and not line.runs]
        assert [wording.code for wording in left_out if said[wording.code] != wording.text] == []
        assert left_out or not any(line.row.kind == "same" for line in lines)


def _rows(group: GroupExpectations) -> Iterator[IndicatorRow]:
    for section in group.articles:
        yield from section.indicators
        for block in section.inherited:
            yield from block.indicators


@pytest.mark.parametrize("book", BOOKS)
def test_everything_that_applies_here_is_in_each_comparison_once(book: str) -> None:
    for view in _steps(book):
        for comparison in view.switch.in_place:
            here = Counter(line.here for lines in comparison.lines.values() for line in lines if line.here)
            written = {
                row.code
                for group in view.step.groups
                for section in group.articles
                if section.anchor in comparison.lines
                for row in (*section.indicators, *(row for block in section.inherited for row in block.indicators))
                if row.code
            }
            replaced = {
                before.code for lines in comparison.lines.values() for line in lines for before in line.row.before
            }
            assert set(here) <= written
            assert written <= set(here) | replaced


@pytest.mark.parametrize("book", BOOKS)
def test_a_level_complete_in_itself_knows_no_word_new(book: str) -> None:
    ctx = _context(book)
    new, views = ctx.words("level.show_new"), _views(book)
    for sequence in ctx.handbook.sequences.values():
        for level in sequence.levels:
            view = views[urls.level(sequence, level.id)]
            if isinstance(view, EmptyLevelView):
                continue
            switch: ViewSwitch = view.switch
            if sequence.head.cumulative is Cumulative.NO:
                assert switch.new_label == ""
            if sequence.head.cumulative is not Cumulative.YES:
                assert switch.new_label != new


def test_the_account_managers_grades_are_their_levels() -> None:
    ctx = _context("own")
    sequence = ctx.handbook.sequences["telecom-account-manager"]
    assert ctx.sitemap.of(PageKind.GRADE, sequence) == ()
    assert [page.key for page in ctx.sitemap.of(PageKind.CHECKLIST, sequence)] == [
        level.id for level in sequence.levels
    ]
    view: LevelView = _views("own")["sequences/telecom-account-manager/level/advanced/"]
    assert (view.name, view.grades) == ("高级", "客户经理2级")
    assert (view.switch.all, view.switch.new) == (89, 51)
    [below] = [comparison for comparison in view.switch.beside if comparison.key == "intermediate"]
    assert {kind.word: kind.n for kind in below.counts} == {"提高": 16, "新增": 35, "不变": 38}


@pytest.mark.parametrize("book", BOOKS)
def test_old_addresses_of_grades_and_their_checklists_lead_to_those_of_the_level(book: str) -> None:
    ctx = _context(book)
    forwards = {page.address: page.view.target.address for page in standalone_pages(ctx) if page.template == "forward"}  # type: ignore[attr-defined]
    for sequence in ctx.handbook.sequences.values():
        for grade in sequence.grades:
            level = level_of_grade(sequence, grade)
            if level is None:
                continue
            page = urls.level(sequence, level.id)
            assert urls.grade(sequence, grade.id) == page
            assert forwards[urls.former_grade(sequence, grade.id)] == page
            assert forwards[urls.permanent(f"{sequence.code}.{grade.id}")] == page
            checklist = ctx.sitemap.page(PageKind.CHECKLIST, sequence, level.id)
            if checklist:
                assert forwards[urls.former_checklist(sequence, grade.id)] == checklist.address


def test_search_finds_a_grade_at_its_level_and_nowhere_else() -> None:
    [(_, text), *_] = search_data.data_files(_context("own"))
    steps = [row for row in held(text)["pages"] if row[2] in ("level", "grade") and "客户经理2级" in row[4]]
    address = "sequences/telecom-account-manager/level/advanced/index.html"
    assert [tuple(row[:3]) for row in steps] == [("高级（客户经理2级）", address, "level")]
    assert "grade/grade-2" not in text


def _six_grades(*ids: str) -> dict[str, str]:
    """A sequence of grades that each mix two levels, any two of them fifteen lines apart."""
    levels = [f"l{n}" for n in range(1, 7)]
    cells = ", ".join(f"{id}: {{indicators: [{', '.join(f'{id}说清第{n}件' for n in range(5))}]}}" for id in levels)
    grades = ", ".join(
        f"{{id: {id}, name: {id}档, level: {level}, required: {{calm: l1}}}}"
        for id, level in zip(ids, levels, strict=True)
    )
    return {
        "sequence.yml": f"""
            code: FST
            name: 第一
            cumulative: no
            levels: [{", ".join(f"{{id: {id}, name: {id}}}" for id in levels)}]
            grades: [{grades}]
            groups: [{{id: every, name: 全部能力, kind: ability, competencies: [talk, calm]}}]
            """,
        "competencies/talk.yml": f"code: TLK\nname: 交谈\nlevels: {{{cells}}}\n",
        "competencies/calm.yml": f"code: CLM\nname: 沉着\nlevels: {{{cells}}}\n",
    }


def test_what_is_too_much_for_the_page_of_a_grade_is_compared_on_the_page_of_a_move(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(comparisons, "MOST_LINES", 30)
    ids = ["g1", "g2", "g3", "g4", "g5", "new"]
    ctx, sequence = tiny(tmp_path, _six_grades(*ids))
    views = views_of(ctx)
    for grade in (grade for grade in sequence.grades if level_of_grade(sequence, grade) is None):
        switch: ViewSwitch = views[urls.grade(sequence, grade.id)].switch
        assert {comparison.key for comparison in switch.comparisons} == {*ids} - {grade.id}
        for comparison in switch.comparisons:
            assert comparison.lines or comparison in switch.others
            assert comparison.page.startswith("move/?from=first/")
        far = [comparison for comparison in switch.in_place if not comparison.beside]
        lines = sum(len(lines) for comparison in far for lines in comparison.lines.values())
        assert lines <= 30
    middle: ViewSwitch = views[urls.grade(sequence, "g3")].switch
    pages = {comparison.key: comparison.page for comparison in middle.others}
    assert pages["new"] == "move/?from=first/g3&to=first/new"
    assert pages["g1"] == "move/?from=first/l1&to=first/g3"
    assert "new" not in [comparison.key for comparison in middle.in_place]
