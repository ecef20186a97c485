"""The glossary: every word as it is used elsewhere, explained once, with a way to a page that shows it."""

from collections.abc import Iterator
from typing import Any

import pytest

from levelbook.build import RenderedPage, SiteOptions, outputs
from levelbook.catalogue import LANGUAGES, Catalogue
from levelbook.pages import glossary
from levelbook.pages.glossary import TERMS, GlossaryEntry
from levelbook.site.context import Context
from tests.pages.small import own, small

USED = {
    **{term: f"word.{term}" for term in ("level", "grade", "position", "group", "competency", "indicator")},
    **{term: f"word.{term}" for term in ("concept", "action")},
    **{term: f"change.{term}" for term in ("new", "raised", "reworded", "again", "unsaid", "dropped", "retired")},
    **{
        term: f"nothing.{term}"
        for term in ("not_required", "unlisted", "out_of_scope", "same", "blank", "lost", "incomplete")
    },
    **{"source": "source.title", "sequence": "nav.sequences", "cell": "complete.row.cells", "summary": "key.summary"},
    **{"code": "index.column_code", "weight": "points.title", "syllabus": "syllabus.title", "note": "note.title"},
    **{"calibration": "calibration.title", "transfer": "transfer.title", "zero": "weights.zero"},
    **{"assessment": "check.title", "checklist": "check.list", "quick": "assess.fill.mode_quick"},
    **{"full": "assess.fill.mode_full", "scale": "key.scale", "standard": "check.standard"},
    **{"gap": "assess.result.gap", "evidence": "check.evidence", "unseen": "check.unseen", "mark": "check.mark"},
    **{"pick": "check.pick", "plan": "check.plan"},
}
"""Where else a word is used, by the term."""


def entries(ctx: Context) -> Iterator[GlossaryEntry]:
    [page] = glossary.pages(ctx)
    view: Any = page.view
    yield from (entry for section in view.sections for entry in section.entries)


def test_every_word_is_explained_once() -> None:
    terms = [term for section in TERMS.values() for term in section]
    assert len(terms) == len(set(terms))
    for language in LANGUAGES:
        told = Catalogue(language).section("glossary")
        assert {key.removesuffix(".word") for key in told if key.endswith(".word")} == set(terms)
        assert {key.removesuffix(".means") for key in told if key.endswith(".means")} == set(terms)
        assert {key.removeprefix("section.") for key in told if key.startswith("section.")} == set(TERMS)


@pytest.mark.parametrize("term", sorted(USED))
def test_words_are_those_of_the_other_pages(term: str) -> None:
    chinese = Catalogue("zh")
    assert chinese(f"glossary.{term}.word") == chinese(USED[term])


@pytest.mark.parametrize("term", sorted(USED))
def test_english_words_are_too_though_in_the_singular(term: str) -> None:
    english = Catalogue("en")
    word, used = (english(key).lower() for key in (f"glossary.{term}.word", USED[term]))
    assert used in (word, f"{word}s", word.removesuffix("y") + "ies")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_meaning_is_one_sentence(language: str) -> None:
    stop = Catalogue(language)("join.stop")
    for entry in entries(Context(small(), Catalogue(language))):
        assert entry.meaning.endswith(stop), entry.word
        assert entry.meaning.count(stop) <= 2, entry.word


def test_what_a_handbook_has_is_shown_by_the_first_sequence_that_has_it() -> None:
    shown = {entry.anchor: entry.example for entry in entries(Context(own(), Catalogue("zh"))) if entry.example}
    assert (shown["level"].text, shown["level"].note) == ("初级", "政企客户经理")
    assert shown["action"].address == "sequences/tencent-market/actions/"
    assert shown["calibration"].note == "政企客户经理"
    assert {"concept", "transfer", "assessment", "weight", "syllabus", "cell", "position"} <= shown.keys()


def test_links_lead_to_pages() -> None:
    options = SiteOptions(written=frozenset({"guide/scoring/"}))
    found = {
        one.page.address: one.html for one in outputs(own(), Catalogue("en"), options) if isinstance(one, RenderedPage)
    }
    shown = [entry.example.address for entry in entries(Context(own(), Catalogue("en"))) if entry.example]
    assert [address for address in shown if address not in found] == []
    assert found["glossary/"].count("guide/scoring/index.html") == 4
    assert "guide/manager" not in found["glossary/"]
