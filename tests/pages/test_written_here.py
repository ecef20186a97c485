"""A small handbook that was written here: nothing on its pages speaks of a source, in either language."""

import re
from pathlib import Path

import pytest

from levelbook.build import outputs
from levelbook.catalogue import Catalogue
from tests.pages.tiny import tiny

FILES = {
    "sequence.yml": """
        code: FST
        name: Front of house
        levels: [{id: low, name: Starter}, {id: high, name: Lead}]
        grades: [{id: one, name: One, level: low}, {id: two, name: Two, level: high}]
        open_cells: {blank: Next quarter.}
        groups:
          - {id: basic, name: Basics, kind: ability, competencies: [learning, waiting, greeting]}
          - {id: later, name: Later, kind: ability, blank: Next year.}
        positions: [host, bar]
        sections: [{name: How to read it, text: From left to right.}]
        """,
    "competencies/learning.yml": """
        code: LEA
        name: Learning
        definition: Picks up what is new.
        levels:
          low: {indicators: [{id: FST-LEA-01, text: Uses what was shown.}]}
        """,
    "competencies/waiting.yml": """
        code: WAI
        name: Waiting
        levels:
          low: {indicators: [{id: FST-WAI-01, text: Brings the right plate.}]}
        """,
    "competencies/greeting.yml": "code: GRE\nname: Greeting\nout_of_scope: The hotel has a handbook of its own.\n",
    "positions/host.yml": "name: Host\nlevel: low\nrequired: {waiting: not_required}\n",
    "positions/bar.yml": "name: Bar\nblank: Next quarter.\n",
}
OF_SOURCE = {"zh": re.compile("来源|原文|未注明"), "en": re.compile(r"\b(source|original|unsigned)\b", re.IGNORECASE)}


@pytest.mark.parametrize("language", OF_SOURCE)
def test_pages_speak_of_no_source(language: str, tmp_path: Path) -> None:
    ctx, _ = tiny(tmp_path, FILES, language=language)
    made = [one for one in outputs(ctx.handbook, Catalogue(language)) if hasattr(one, "html")]
    texts = {one.page.address: re.sub(r"<script.*?</script>|<[^>]+>", " ", one.html, flags=re.DOTALL) for one in made}
    told = {
        page: [text[max(0, found.start() - 30) : found.end() + 30] for found in OF_SOURCE[language].finditer(text)]
        for page, text in texts.items()
        if page.startswith("sequences/") or page == ""
    }
    assert [(page, " ".join(place.split())) for page, places in told.items() for place in places] == []
    said = {"zh": "还没有写", "en": "not written yet"}[language]
    assert said in texts["sequences/first/matrix/"]


def test_where_there_is_a_source_it_is_named(tmp_path: Path) -> None:
    head = FILES["sequence.yml"].rstrip(" ") + "        source: {title: The old binder}\n"
    ctx, _ = tiny(tmp_path, {**FILES, "sequence.yml": head}, language="en")
    made = {one.page.address: one.html for one in outputs(ctx.handbook, Catalogue("en")) if hasattr(one, "html")}
    assert "blank in the source" in made["sequences/first/matrix/"]
    assert "not written yet" not in made["sequences/first/matrix/"]
