"""The header search finds what people half remember: any six characters of an indicator, or its code."""

import random
from collections.abc import Callable

import pytest
from playwright.sync_api import Page

DRAWN = 100
AT_LEAST = 95


Drawn = list[tuple[str, str, bool]]
"""Code, query, and whether no other indicator holds the query."""


def _drawn(texts: dict[str, str], longest: int = 999) -> Drawn:
    """Indicators by chance, the same in every run, each with a piece of six or more characters, any as likely."""
    chance = random.Random(20261121)
    drawn = []
    for code in chance.sample(sorted(texts), DRAWN):
        text = texts[code]
        lengths = range(6, min(longest, len(text)) + 1)
        start, length = chance.choice([(at, n) for n in lengths for at in range(len(text) - n + 1)])
        query = text[start : start + length]
        drawn.append((code, query, sum(query in other for other in texts.values()) == 1))
    return drawn


@pytest.mark.parametrize("way", ["served", "opened"])
def test_any_six_characters_show_the_indicator_first(
    page: Page,
    texts: dict[str, str],
    way: str,
    request: pytest.FixtureRequest,
    record_property: Callable[[str, object], None],
) -> None:
    page.goto(request.getfixturevalue(way) + "legend/index.html")
    field = page.locator(".md-header lb-find input").first
    field.focus()
    page.wait_for_function("window.levelbookSearch !== undefined")
    found = [(code in _first_option(page, query), only) for code, query, only in _drawn(texts)]
    hits = sum(hit for hit, _ in found)
    record_property("hits", hits)
    print(f"{way}: {hits} of {DRAWN} in the first row")
    assert hits >= AT_LEAST
    assert all(hit for hit, only in found if only), "a piece that stands in one indicator alone must find it"


def test_six_characters_that_stand_in_one_indicator_alone_find_it(
    page: Page, texts: dict[str, str], opened: str
) -> None:
    page.goto(opened + "legend/index.html")
    page.locator(".md-header lb-find input").first.focus()
    page.wait_for_function("window.levelbookSearch !== undefined")
    drawn = [(code, query) for code, query, only in _drawn(texts, longest=6) if only]
    print(f"{len(drawn)} of {DRAWN} pieces of six characters stand in one indicator alone")
    assert [(code, query) for code, query in drawn if code not in _first_option(page, query)] == []


def test_codes_are_found_first(page: Page, texts: dict[str, str], opened: str) -> None:
    page.goto(opened + "index.html")
    page.locator(".md-header lb-find input").first.focus()
    page.wait_for_function("window.levelbookSearch !== undefined")
    for code, _, _ in _drawn(texts)[:30]:
        assert code in _first_option(page, code.lower())


@pytest.mark.parametrize(
    "query, title", [("矩阵", "矩阵"), ("沟通倾听", "沟通倾听能力"), ("市场族", "市场族"), ("阅读说明", "阅读说明")]
)
def test_pages_and_competencies_are_found(page: Page, opened: str, query: str, title: str) -> None:
    page.goto(opened + "index.html")
    page.locator(".md-header lb-find input").first.focus()
    page.wait_for_function("window.levelbookSearch !== undefined")
    assert title in _first_option(page, query)


def _first_option(page: Page, query: str) -> str:
    """The first row of the result list after a query."""
    first: str = page.evaluate(
        """query => {
            const field = document.querySelector('.md-header lb-find input');
            field.value = query;
            field.dispatchEvent(new Event('input', {bubbles: true}));
            const option = document.querySelector('.md-header lb-find [role=option]');
            return option ? option.textContent : '';
        }""",
        query,
    )
    return first
