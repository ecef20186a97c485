"""What the scripts of assessments say: a script for each kind of page, with the words that its scripts ask for."""

import json
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

from levelbook.site import urls
from levelbook.site.context import Context

AREAS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "checklist": ("core", "fill", "plan", "result", "seat", "stage", "store", "talk"),
        "assessments": ("core", "note", "seat", "store"),
        "team": ("core", "seat", "store", "team"),
        "team_layer": ("core", "layer", "seat", "store", "team"),
    }
)
"""Areas of the catalogue by the template of the page; tests/frontend/test_modules.py holds them to the scripts."""


def word_scripts(ctx: Context) -> Iterator[tuple[str, str]]:
    """Path and text of each."""
    every = ctx.words.section("assess")
    for template, areas in AREAS.items():
        words = {key: text for key, text in every.items() if key.split(".")[0] in areas}
        text = json.dumps(words, ensure_ascii=False, separators=(",", ":"))
        yield urls.assessment_words(template), f"window.levelbookWords = {text};\n"
