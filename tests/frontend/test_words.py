"""The words that scripts of assessments bring, as browsers read them."""

import json

import pytest

from levelbook.catalogue import LANGUAGES
from levelbook.pages.assessment.words import AREAS, word_script
from tests.node import node
from tests.pages.concepts import concepts
from tests.pages.data_files import held

ASKED = "process.stdout.write(JSON.stringify(window.levelbookWords))"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("script", AREAS)
def test_a_page_has_the_words_of_the_catalogue(script: str, language: str) -> None:
    ctx = concepts(language)
    every = ctx.words.section("assess")
    wanted = {key: text for key, text in every.items() if key.split(".")[0] in AREAS[script]}
    _, text = word_script(ctx, script)
    read = json.loads(node("-", into=f"globalThis.window = globalThis; {text}{ASKED}"))
    assert held(text) == read
    left_out = wanted.keys() - read.keys()
    assert read == {key: said for key, said in wanted.items() if key not in left_out}
    assert all(wanted[key] == wanted[key.removesuffix("_one")] for key in left_out), "a singular that is none"


def test_words_stand_in_one_line_each() -> None:
    words = concepts().words.section("assess")
    assert [key for key, text in words.items() if "\n" in text] == []
