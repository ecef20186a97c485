"""What the scripts of assessments say: a script for each kind of page, with the words that its scripts ask for."""

import json
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

from levelbook.site import urls
from levelbook.site.context import Context

AREAS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "checklist": ("core", "fill", "plan", "result", "seat", "store"),
        "assessments": ("core", "seat", "store"),
        "team": ("core", "seat", "store", "team"),
    }
)
"""Areas of the catalogue by the template of the page; tests/frontend/test_modules.py holds them to the scripts."""


def word_scripts(ctx: Context) -> Iterator[tuple[str, str]]:
    """Path and text of each."""
    for template, areas in AREAS.items():
        words = {f"{area}.{key}": text for area in areas for key, text in ctx.words.section(f"assess.{area}").items()}
        text = json.dumps(words, ensure_ascii=False, separators=(",", ":"))
        yield urls.assessment_words(template), f"window.levelbookWords = {text};\n"
