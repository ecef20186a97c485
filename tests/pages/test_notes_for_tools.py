"""Answers to commands are listed with all notes and shown nowhere else."""

from collections.abc import Iterator

import pytest

from levelbook.build import Site
from levelbook.catalogue import LANGUAGES, Catalogue
from tests.advice.rubric import competency, files, loaded

WHY = "只在清单里"
REFUSED = f"{{kind: refused, about: [KEY-LIS-01], text: {WHY}一。, changes_meaning: yes}}"
ACCEPTED = f"{{kind: accepted, about: [two-in-one], text: {WHY}二。, changes_meaning: yes}}"
RUBRIC = competency(
    low=["{id: KEY-LIS-01, text: 按月整理拜访记录。}"],
    mid=[f"{{id: KEY-LIS-02, text: 按月整理拜访记录，并写出分析报告。, notes: [{REFUSED}, {ACCEPTED}]}}"],
)


def _pages(language: str) -> Iterator[tuple[str, str]]:
    site = Site(loaded(files(RUBRIC, language)), Catalogue(language))
    yield from ((output.page.address, output.html) for output in site.pages)


@pytest.mark.parametrize("language", LANGUAGES)
def test_only_the_list_of_all_notes_has_them(language: str) -> None:
    having = {address: html for address, html in _pages(language) if WHY in html}
    assert list(having) == ["notes/"]
    assert having["notes/"].count(WHY) == 2
    assert Catalogue(language)("advice.name.two-in-one") in having["notes/"]
