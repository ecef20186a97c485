"""Where a source does not say whether lower levels still hold, no page says that anything was dropped or is new."""

from collections.abc import Iterator
from functools import cache

import pytest

from levelbook.assessment.checklists import checklists
from levelbook.catalogue import Catalogue
from levelbook.model.handbook import Handbook, Sequence
from levelbook.model.sequence import Cumulative
from levelbook.pages import comparison, grade, level, level_pairs, matrix
from levelbook.pages.assessment import checklist
from levelbook.pages.competency import page as competency
from levelbook.pages.permanent import page as permanent
from levelbook.pages.search.prose import words_of_html
from levelbook.pages.sequence import page as sequence
from levelbook.queries.level_diff import ChangeKind
from levelbook.render import Renderer, root_of
from levelbook.site.context import Context
from levelbook.site.page import Page, StandalonePage
from tests.pages.data_files import search_text
from tests.pages.small import own

PLANNERS = (sequence, level, grade, competency, matrix, level_pairs, comparison, checklist)
DROPPED = {"zh": ("不再要求",), "en": ("no longer required", "No longer required")}
NEW = {"zh": ("新提出", "新要求"), "en": ("New here", "new indicator")}
UNSTATED = (
    "lenovo-key-account",
    "marketing-management-grades",
    "marketing-qualification-standard",
    "sales-dictionary",
    "sales-positions",
    "tencent-market",
)


@cache
def _ctx(language: str) -> Context:
    return Context(own(), Catalogue(language))


@cache
def _pages(language: str, key: str) -> dict[str, str]:
    """Every page of a sequence, as people read it, by its address."""
    return dict(_read(language, key))


def _read(language: str, key: str) -> Iterator[tuple[str, str]]:
    ctx = _ctx(language)
    renderer = Renderer(ctx.words)
    one = ctx.handbook.sequences[key]
    made: list[Page | StandalonePage] = [page for planner in PLANNERS for page in planner.pages(ctx, one)]
    made += permanent.pages(ctx, one)
    for page in made:
        html = (
            renderer.document(page) if isinstance(page, StandalonePage) else renderer.body(page, root_of(page.address))
        )
        yield page.address, words_of_html(html)


def test_the_sequences_whose_source_does_not_say(handbook: Handbook) -> None:
    found = sorted(one.id for one in handbook.sequences.values() if one.head.cumulative is Cumulative.UNSTATED)
    assert found == list(UNSTATED)


def test_every_reading_is_explained_and_every_open_one_asked(handbook: Handbook) -> None:
    for one in handbook.sequences.values():
        notes = [note for note in one.head.notes if "cumulative" in note.about]
        assert len(notes) == (1 if one.levels else 0), one.id
        if one.head.cumulative is Cumulative.UNSTATED:
            assert notes[0].ask, one.id


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("key", UNSTATED)
def test_no_page_says_dropped_or_new_of_what_is_not_said(language: str, key: str) -> None:
    for address, text in _pages(language, key).items():
        for word in (*DROPPED[language], *NEW[language]):
            assert word not in text, f"{address}: {word}"


def _changes(key: str) -> Iterator[tuple[Sequence, str, str, str]]:
    ctx = _ctx("zh")
    one = ctx.handbook.sequences[key]
    for member in ctx.all_members(one):
        for low, high in zip(one.levels, one.levels[1:], strict=False):
            for change in ctx.changes(one, member, low.id, high.id):
                yield one, change.kind.value, high.name, change.before[0].code if change.before else ""


def test_what_the_next_level_does_not_write_again_is_said_to_be_open() -> None:
    """The 76 sentences of which nobody may claim that the next level does not ask any more."""
    unsaid = [(level, code) for _, kind, level, code in _changes("tencent-market") if kind == "unsaid" and code]
    counts = {name: sum(level == name for level, _ in unsaid) for name in ("有经验者", "骨干", "专家", "资深专家")}
    assert counts == {"有经验者": 14, "骨干": 18, "专家": 24, "资深专家": 20}
    assert ("资深专家", "TXM-NEG-05") in unsaid
    kinds = {kind for _, kind, _, _ in _changes("tencent-market")}
    assert ChangeKind.DROPPED.value not in kinds
    pages = _pages("zh", "tencent-market")
    said = pages["sequences/tencent-market/compare/m4/m5/"]
    assert "负责重大项目的谈判。 TXM-NEG-05 资深专家未再写明，来源没有说明是否仍然适用" in said
    assert said.count("未再写明，来源没有说明是否仍然适用") == counts["资深专家"]


def test_the_level_lists_what_is_open_under_a_head_of_its_own() -> None:
    text = _pages("zh", "tencent-market")["sequences/tencent-market/level/m5/"]
    assert "本级写明 25" in text
    _, _, negotiation = text.partition("经常就商务谈判技巧培训和指导相关人员。")
    head = "低级别写过、本级未再写的 2 条：来源没有说明是否仍然适用 专家 写明 2 条"
    assert negotiation.partition(head)[2].strip().startswith("a 谈判前做好充分的策划和准备。 b 很好地把握客户心理。")
    assert "负责重大项目的谈判。" in negotiation


def test_a_checklist_rates_what_the_level_writes_and_shows_the_rest() -> None:
    ctx = _ctx("zh")
    one = ctx.handbook.sequences["tencent-market"]
    [made] = [found for found in checklists(ctx, one) if found.target.key == "m5"]
    [negotiation] = [item for item in made.items if item.name == "商务谈判"]
    assert [rated.code for rated in negotiation.indicators] == ["TXM-NEG-06"]
    unstated = [rated.indicator.code for level_part in negotiation.unstated for rated in level_part.indicators]
    assert unstated == ["TXM-NEG-04", "TXM-NEG-05"]
    assert "负责重大项目的谈判" not in negotiation.text
    every = [rated for item in made.items for rated in item.indicators]
    assert len({rated.indicator.code for rated in every}) == 25
    assert len(every) == 31  # six of them have two items each
    text = _pages("zh", "tencent-market")["sequences/tencent-market/check/m5/"]
    assert "只评来源在本级写明的。" in text
    assert "低级别写过、本级未再写的 2 条，不评分" in text


def test_an_indicator_says_where_it_is_open() -> None:
    text = _pages("zh", "tencent-market")["id/TXM-NEG-05/"]
    assert "资深专家未再写明这一条，来源没有说明在那里是否仍然适用。" in text


def test_the_search_names_no_page_by_what_is_not_so() -> None:
    assert not any(word in search_text(_ctx("zh")) for word in DROPPED["zh"])
