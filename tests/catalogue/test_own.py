"""Texts of pages that speak of a source have another for what was written here, or it is said why they need none."""

import re
from string import Formatter

import pytest

from levelbook.catalogue import LANGUAGES, Catalogue

OF_SOURCE = {
    "zh": re.compile("来源|原文|原件|未注明"),
    "en": re.compile(r"\b(sources?|original|unsigned|our copy)\b", re.IGNORECASE),
}
"""How each language speaks of a source, or of a copy of it."""
COMMANDS = (
    *("advice", "cli", "codes", "edit", "fix", "kit", "problem", "publish", "release", "schema", "slip", "suggest"),
    *("syntax", "translations", "assessment_file", "backup_file"),
)
"""Areas of what commands say to those who keep the data, who know whether there is a source: of no page."""
EDITORS = ("keys", "key_examples", "keys_page", "snippet")
"""What a key of the data is for, whatever the handbook."""
ELSEWHERE = {
    **dict.fromkeys(
        ("home.unsigned", "sequences.unstated", "sequences.source", "sequence.no_date"),
        "beside the facts of a source, or in its column",
    ),
    **dict.fromkeys(("source.title", "source.date", "source.version", "source.effective"), "a fact of a source"),
    **dict.fromkeys(("provenance.silent", "provenance.without"), "a fact of a source that is not known"),
    **dict.fromkeys(("wording.reworded", "wording.quoted"), "of texts that say a source in other words"),
    **dict.fromkeys(("key.source", "key.files"), "a place inside `source`"),
    "glossary.source.word": "the glossary leaves it out",
    "empty.help_of": "names the date of a source",
    "assess.plan.where": "from which standard an action is borrowed",
    **dict.fromkeys(("assess.result.standard_text", "assess.result.standard_text_of"), "what the standard says"),
    "assess.result.older": "the rating as it was made",
    **dict.fromkeys(
        (
            *("assess.signed.bare_text", "assess.signed.broken", "assess.signed.former", "assess.signed.texts"),
            "assess.signed.unreadable",
        ),
        "the text that was signed",
    ),
    **dict.fromkeys(("assess.note.damaged", "assess.store.damaged_here", "assess.store.damaged_somewhere"), "a file"),
}
"""What speaks of a source that is there, or of something else, and why."""


def _areas(key: str) -> bool:
    return key.split(".")[0] in (*COMMANDS, *EDITORS)


def _texts(words: Catalogue) -> dict[str, str]:
    keys = words.keys()
    areas = {key.split(".")[0] for key in keys}
    return {f"{area}.{key}": text for area in areas for key, text in words.section(area).items()}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_of_a_page_speaks_of_a_source_where_there_is_none(language: str) -> None:
    own = _texts(Catalogue(language).without_source)
    speaking = {key for key, text in own.items() if OF_SOURCE[language].search(text.replace("{source}", ""))}
    assert sorted(key for key in speaking if not _areas(key) and key not in ELSEWHERE) == []


def test_exceptions_are_of_texts_that_there_are() -> None:
    speaking = set[str]()
    for language in LANGUAGES:
        texts = _texts(Catalogue(language))
        speaking |= {key for key in ELSEWHERE if OF_SOURCE[language].search(texts[key])}
    assert ELSEWHERE.keys() - speaking == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_stands_in_knows_the_same_facts(language: str) -> None:
    words = Catalogue(language)
    texts, instead = _texts(words), _texts(words.without_source)
    assert instead.keys() == texts.keys()
    assert instead != texts
    for key, text in instead.items():
        assert _facts(text) <= _facts(texts[key]), key


def _facts(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}
