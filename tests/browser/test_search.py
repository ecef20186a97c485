"""The search of the header on the site, served and opened; tests/frontend/test_search.py asks what it ranks first."""

import pytest
from playwright.sync_api import Page, expect

FIRST = [("矩阵", "矩阵"), ("沟通倾听", "沟通倾听能力"), ("市场族", "市场族"), ("阅读说明", "阅读说明")]


@pytest.mark.parametrize("way", ["served", "opened"])
def test_pages_competencies_and_indicators_are_found(
    page: Page, texts: dict[str, str], way: str, request: pytest.FixtureRequest
) -> None:
    page.goto(request.getfixturevalue(way) + "legend/index.html")
    code, text = next(iter(texts.items()))
    for query, row in [*FIRST, (code.lower(), code), (text, code)]:
        page.locator(".md-header lb-find input").fill(query)
        expect(page.locator(".md-header lb-find [role=option]").first).to_contain_text(row)
