"""What the scripts of assessments say: a script for each of theirs, with the words that it asks for."""

import json
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

from levelbook.site import urls
from levelbook.site.context import Context

AREAS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "checklist": ("core", "fill", "seat", "stage", "store", "whose"),
        "checklist_views": ("open", "plan", "result", "signed", "talk"),
        "file_makers": ("sheet",),
        "assessments": ("backup", "core", "note", "open", "seat", "stage", "store", "whose"),
        "team": ("core", "store", "team"),
        "team_layer": ("core", "layer", "store", "team"),
    }
)
"""Areas of the catalogue by the script; tests/frontend/test_modules.py holds them to what each asks for."""


def word_scripts(ctx: Context) -> Iterator[tuple[str, str]]:
    """Path and text of each."""
    return (word_script(ctx, script) for script in AREAS)


def word_script(ctx: Context, script: str) -> tuple[str, str]:
    """Path and text of the words of one."""
    words = {key: text for key, text in ctx.words.section("assess").items() if key.split(".")[0] in AREAS[script]}
    text = json.dumps(words, ensure_ascii=False, separators=(",", ":"))
    return urls.assessment_words(script), f"Object.assign(window.levelbookWords ??= {{}}, {text});\n"
