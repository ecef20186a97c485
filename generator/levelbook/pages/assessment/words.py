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
        "asked_for": ("changed", "moving", "sheet"),
        "assessments": ("backup", "core", "note", "open", "seat", "stage", "store", "whose"),
        "team": ("core", "store", "team"),
        "team_layer": ("core", "layer", "store", "team"),
    }
)
"""Areas of the catalogue by the script; tests/frontend/test_modules.py holds them to what each asks for."""
_READING: Final = (
    r"((words, area) => %s.replace(/(\S+)( ?)(.*)/g, (line, key, gap, text) =>"
    " gap ? words[area + key] = text : area = key))(window.levelbookWords ??= {});\n"
)
"""Words travel as lines, an area and then its keys: a twentieth less than as an object, as servers send it."""


def word_scripts(ctx: Context) -> Iterator[tuple[str, str]]:
    """Path and text of each."""
    return (word_script(ctx, script) for script in AREAS)


def word_script(ctx: Context, script: str) -> tuple[str, str]:
    """Path and text of the words of one."""
    words = ctx.words.section("assess")
    lines = [line for area in AREAS[script] for line in (f"{area}.", *_lines(words, f"{area}."))]
    text = json.dumps("\n".join(lines), ensure_ascii=False)
    return urls.assessment_words(script), _READING % text


def _lines(words: Mapping[str, str], area: str) -> Iterator[str]:
    """Key and sentence of each word of an area; a singular that says what its plural says is never missed."""
    for key, text in words.items():
        is_idle = key.endswith("_one") and text == words.get(key.removesuffix("_one"))
        if key.startswith(area) and not is_idle:
            yield f"{key.removeprefix(area)} {text}"
