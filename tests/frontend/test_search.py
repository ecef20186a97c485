"""The search finds what people half remember of the handbook: any six characters of an indicator, or its code."""

import random
from collections.abc import Callable

import pytest

from levelbook.catalogue import Catalogue
from levelbook.model.handbook import Handbook
from levelbook.pages.search import data as search_data
from levelbook.site.context import Context
from tests.node import Window
from tests.pages.data_files import held

DRAWN = 100
AT_LEAST = 95
PREPARE = "files => { globalThis.index = files.map(search.prepare).reduce(search.joined); }"
FIRST = """queries => queries.map((query) => {
  const { pages: [page], indicators: [indicator], pagesFirst } = search.find(index, query);
  if (page && (pagesFirst || !indicator)) return page.title;
  return indicator ? [indicator.code, ...indicator.codes ?? [], ...indicator.also ?? []].join(' ') : '';
})"""
"""What the first row names."""

Drawn = list[tuple[str, str, bool]]
"""Code, query, and whether no other indicator holds the query."""


@pytest.fixture(scope="module")
def first(core: Window, handbook: Handbook) -> Callable[[list[str]], list[str]]:
    """Ask for the first rows after queries."""
    files = search_data.data_files(Context(handbook, Catalogue("zh")))
    core.evaluate(PREPARE, [held(text) for _, text in files])
    return lambda queries: core.evaluate(FIRST, queries)


def drawn(texts: dict[str, str], longest: int = 999) -> Drawn:
    """Indicators by chance, the same in every run, each with a piece of six or more characters, any as likely."""
    chance = random.Random(20261121)
    pieces = []
    for code in chance.sample(sorted(texts), DRAWN):
        text = texts[code]
        lengths = range(6, min(longest, len(text)) + 1)
        start, length = chance.choice([(at, n) for n in lengths for at in range(len(text) - n + 1)])
        query = text[start : start + length]
        pieces.append((code, query, sum(query in other for other in texts.values()) == 1))
    return pieces


def test_any_six_characters_show_the_indicator_first(
    first: Callable[[list[str]], list[str]], texts: dict[str, str], record_property: Callable[[str, object], None]
) -> None:
    pieces = drawn(texts)
    rows = first([query for _, query, _ in pieces])
    shown = [code in row for (code, _, _), row in zip(pieces, rows, strict=True)]
    record_property("hits", sum(shown))
    assert sum(shown) >= AT_LEAST
    alone = [is_shown for (_, _, is_alone), is_shown in zip(pieces, shown, strict=True) if is_alone]
    assert alone and all(alone), "a piece that stands in one indicator alone must find it"


def test_six_characters_that_stand_in_one_indicator_alone_find_it(
    first: Callable[[list[str]], list[str]], texts: dict[str, str]
) -> None:
    pieces = [(code, query) for code, query, is_alone in drawn(texts, longest=6) if is_alone]
    rows = first([query for _, query in pieces])
    assert [piece for piece, row in zip(pieces, rows, strict=True) if piece[0] not in row] == []


def test_codes_are_found_first(first: Callable[[list[str]], list[str]], texts: dict[str, str]) -> None:
    codes = [code for code, _, _ in drawn(texts)]
    rows = first([code.lower() for code in codes])
    assert [code for code, row in zip(codes, rows, strict=True) if code not in row] == []
