"""The header search finds what people half remember: any six characters of an indicator, or its code."""

import random
import statistics

import pytest
from playwright.sync_api import Page

from levelbook.model.handbook import Handbook

DRAWN = 100
AT_LEAST = 95


def _drawn(handbook: Handbook) -> list[tuple[str, str]]:
    """Indicators by chance, the same in every run, each with six or more of its characters."""
    chance = random.Random(20261121)
    every = [
        (one.code, one.text)
        for sequence in handbook.sequences.values()
        for competency in sequence.competencies.values()
        for one in competency.every_live()
    ]
    queries = []
    for code, text in chance.sample(every, DRAWN):
        length = chance.randint(6, min(12, len(text)))
        start = chance.randint(0, len(text) - length)
        queries.append((code, text[start : start + length]))
    return queries


@pytest.mark.parametrize("way", ["served", "opened"])
def test_any_six_characters_show_the_indicator_first(
    page: Page, handbook: Handbook, way: str, request: pytest.FixtureRequest, record_property: pytest.RecordProperty
) -> None:
    page.goto(request.getfixturevalue(way) + "legend/index.html")
    field = page.locator(".md-header lb-find input").first
    field.focus()
    page.wait_for_function("window.levelbookSearch !== undefined")
    hits, times = 0, []
    for code, query in _drawn(handbook):
        first, spent = _first_option(page, query)
        hits += code in first
        times.append(spent)
    record_property("hits", hits)
    print(f"{way}: {hits} of {DRAWN} first, {statistics.median(times):.1f} ms a query (median, with drawing)")
    assert hits >= AT_LEAST


def test_codes_are_found_first(page: Page, handbook: Handbook, opened: str) -> None:
    page.goto(opened + "index.html")
    page.locator(".md-header lb-find input").first.focus()
    page.wait_for_function("window.levelbookSearch !== undefined")
    for code, _ in _drawn(handbook)[:30]:
        assert code in _first_option(page, code.lower())[0]


@pytest.mark.parametrize("query, title", [("矩阵", "矩阵"), ("沟通倾听", "沟通倾听能力"), ("市场族", "市场族"), ("怎样读", "怎样读")])
def test_pages_and_competencies_are_found(page: Page, opened: str, query: str, title: str) -> None:
    page.goto(opened + "index.html")
    page.locator(".md-header lb-find input").first.focus()
    page.wait_for_function("window.levelbookSearch !== undefined")
    assert title in _first_option(page, query)[0]


def _first_option(page: Page, query: str) -> tuple[str, float]:
    """The first row of the result list after a query, and how long it took to stand there."""
    found = page.evaluate(
        """query => {
            const field = document.querySelector('.md-header lb-find input');
            const start = performance.now();
            field.value = query;
            field.dispatchEvent(new Event('input', {bubbles: true}));
            const option = document.querySelector('.md-header lb-find [role=option]');
            return [option ? option.textContent : '', performance.now() - start];
        }""",
        query,
    )
    return str(found[0]), float(found[1])
