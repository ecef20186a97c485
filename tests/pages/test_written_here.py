"""Small handbooks that were written here: nothing in them speaks of a source, in either language."""

import re
from pathlib import Path

import pytest

from levelbook.build import ReadyFile, Site
from levelbook.catalogue import Catalogue
from levelbook.site.context import Context
from levelbook.site_builder import SiteBuilder
from levelbook.site_context import SiteOptions
from tests.pages.small import read
from tests.pages.tiny import tiny

FILES = {
    "sequence.yml": """
        code: FST
        name: Front of house
        levels: [{id: low, name: Starter}, {id: high, name: Lead}]
        grades: [{id: one, name: One, level: low}, {id: two, name: Two, level: high}]
        open_cells: {blank: Next quarter.}
        groups:
          - {id: basic, name: Basics, kind: ability, declared: 4, competencies: [learning, waiting, greeting]}
          - {id: later, name: Later, kind: ability, blank: Next year.}
        positions: [host, bar]
        sections: [{name: How to read it, text: From left to right., new: true, open_ended: true}]
        """,
    "competencies/learning.yml": """
        code: LEA
        name: Learning
        number: 1.2
        where: First page
        concept: learning
        definition: Picks up what is new.
        notes:
          - {kind: suspect, text: A doubt., printed: Picks, where: Line 2, ask: Is it?}
          - {kind: conflict, text: Two say two things.}
          - {kind: inferred, text: Worked out.}
          - {kind: lost, text: Gone.}
        levels:
          low: {indicators: [{id: FST-LEA-01, text: Uses what was shown., number: 1, where: Left}]}
          high:
            incomplete: The end is missing.
            declared: 3
            open_ended: true
            indicators: [{id: FST-LEA-02, text: Shows.}]
        """,
    "competencies/waiting.yml": """
        code: WAI
        name: Waiting
        levels:
          low: {indicators: [{id: FST-WAI-01, text: Brings the right plate.}]}
        """,
    "competencies/greeting.yml": "code: GRE\nname: Greeting\nout_of_scope: The hotel has a handbook of its own.\n",
    "positions/host.yml": """
        name: Host
        number: 7
        level: low
        required: {waiting: not_required}
        measures:
          - {name: Plates, formula: {numerator: brought, denominator: asked for}}
          - {name: Smiles, formula: lost, target: 3, deduct: {when: each less, step: 1, points: lost}}
          - {name: Tips, formula: blank, target: 2}
          - {name: Tables, target: 2}
        """,
    "positions/bar.yml": "name: Bar\nblank: Next quarter.\n",
    "plan.yml": """
        phases: [{id: meeting, name: Talk, months: [12-1], steps: [Talk once.]}]
        forms: [{id: marks, name: Marks, rows: competencies, fields: [{id: mark, name: Mark, input: rating}]}]
        """,
    "syllabus.yml": """
        editions:
          - id: old
            name: Old
            chapters: [{id: keep, name: Keep, sections: [{name: All, items: [One]}]}]
          - id: new
            name: New
            chapters:
              - id: keep
                name: Keep
                new: true
                sections:
                  - {name: Part, items: [{text: Two, new: true}]}
                  - {name: End, lost: Torn off.}
        """,
    "calibration.yml": """
        calibrations:
          - id: shown
            name: Shown
            grade: one
            example: true
            competencies: {learning: {before: low, ratings: blank, after: low}}
        """,
    "sequences/second/sequence.yml": """
        code: SEC
        name: Back of house
        levels: [{id: low, name: Starter}, {id: high, name: Lead}, {id: top, name: Chef}]
        cumulative: unstated
        groups: [{id: basic, name: Basics, kind: ability, competencies: [cooking, tasting, washing, lost, theory]}]
        assessment: {scale: score-0-6}
        """,
    "sequences/second/weights.yml": """
        total: 10
        points:
          cooking: {low: 5, high: 5, top: lost}
          tasting: {low: 5, high: 5, top: 5}
        readings: [{id: other, name: Other, points: {cooking: {low: 4}, tasting: {low: 6}}}]
        """,
    "sequences/second/competencies/cooking.yml": """
        code: COO
        name: Cooking
        concept: learning
        levels:
          low: {indicators: [{id: SEC-COO-01, text: Boils an egg.}]}
          high: {indicators: [{id: SEC-COO-02, text: Fries an egg.}]}
          top: {indicators: [{id: SEC-COO-03, text: Invents an egg.}]}
        """,
    "sequences/second/competencies/tasting.yml": "code: TAS\nname: Tasting\nblank: Soon.\n",
    "sequences/second/competencies/washing.yml": "code: WAS\nname: Washing\ndefinition: Gets it clean.\nlost: Gone.\n",
    "sequences/second/competencies/lost.yml": "code: LOS\nname: Serving\nlost: The page is gone.\n",
    "sequences/second/competencies/theory.yml": """
        code: THE
        name: Theory
        measured_by: exam
        covers: [{name: Heat}, {name: Salt}]
        """,
}
HANDBOOK = {
    "concepts.yml": "concepts: [{id: learning, name: Learning}]\n",
    "releases.yml": "releases: [{version: 0.1.0, date: 2026-01-01, summary: First.}]\n",
}
OF_SOURCE = {
    "zh": re.compile("来源|原文|原件|未注明"),
    "en": re.compile(r"\b(sources?|original|unsigned|our copy)\b", re.IGNORECASE),
}
OF_SOMETHING_ELSE = {
    "zh": ["标准原文", "签定的原文", "全部原文", "原文还在", '"bare_text":"原文"', "bare_text 原文"],
    "en": ["The original", "the original is kept", "from the original", "Original text", "where Source", "/source/"],
}
"""What was signed, what could not be read, the words of a standard, whose action a plan borrows; an address."""


def _handbook(folder: Path, language: str, **changed: str) -> Context:
    for name, text in HANDBOOK.items():
        (folder / name).write_text(text, encoding="utf-8")
    ctx, _ = tiny(folder, {**FILES, **changed}, "second", language=language)
    return ctx


def _without_tags(html: str) -> str:
    return re.sub(r"<(?!script)[^>]+>", " ", html)


def _texts(ctx: Context, language: str) -> dict[str, str]:
    """What every page and every file says, without the names of its elements."""
    site = Site(ctx.handbook, Catalogue(language))
    texts = {output.page.address: _without_tags(output.html) for output in site.pages}
    files: list[ReadyFile] = [*site.files(), *site.search()]
    return texts | {file.path: _without_tags(file.text) for file in files if not file.path.endswith(".schema.json")}


def _told(texts: dict[str, str], language: str) -> list[tuple[str, str]]:
    found = []
    for address, text in texts.items():
        for other in OF_SOMETHING_ELSE[language]:
            text = text.replace(other, "")
        for one in OF_SOURCE[language].finditer(text):
            found.append((address, " ".join(text[max(0, one.start() - 40) : one.end() + 40].split())))
    return found


@pytest.mark.parametrize("language", OF_SOURCE)
def test_nothing_speaks_of_a_source(language: str, tmp_path: Path) -> None:
    texts = _texts(_handbook(tmp_path, language), language)
    assert _told(texts, language) == []
    for said in SAID[language]:
        assert any(said in text for text in texts.values()), said


SAID = {
    "zh": [
        "还没有写",
        "手册没有说明低级别的要求到本级是否仍然适用",
        "应有 3 条，这里有 1 条",
        "空表，供填写",
        "疑点与缺漏",
        "不完整",
    ],
    "en": [
        *("not written yet", "The handbook doesn’t say whether lower-level requirements still apply here."),
        *("3 intended; 1 are here", "Blank, to be filled in", "Doubts and gaps", "incomplete"),
    ],
}


@pytest.mark.parametrize("language", OF_SOURCE)
def test_beside_a_standard_that_has_a_source_its_own_pages_speak_of_none(language: str, tmp_path: Path) -> None:
    head = FILES["sequence.yml"].rstrip(" ") + "        source: {title: The old binder}\n"
    texts = _texts(_handbook(tmp_path, language, **{"sequence.yml": head}), language)
    own = {address: text for address, text in texts.items() if address.startswith("sequences/second/")}
    assert len(own) > 10
    assert _told(own, language) == []
    blank = {"zh": "原文空白", "en": "blank in the source"}[language]
    assert blank in texts["sequences/first/matrix/"]


def test_a_preview_follows_when_a_source_comes_and_goes(tmp_path: Path) -> None:
    builder = SiteBuilder(Catalogue("en"), SiteOptions())
    sourced = FILES["sequence.yml"].rstrip(" ") + "        source: {title: The old binder}\n"
    for head in (FILES["sequence.yml"], sourced, FILES["sequence.yml"]):
        handbook = _handbook(tmp_path, "en", **{"sequence.yml": head}).handbook
        built = {page.page.address: page.html for page in builder.build(handbook).pages}
        fresh = {page.page.address: page.html for page in Site(read(tmp_path), Catalogue("en")).pages}
        assert built == fresh
        assert ("blank in the source" in built["sequences/first/matrix/"]) == (head == sourced)
