"""What pages load when somebody takes the first steps of a self-assessment: one item a screen, or an example."""

import json
from typing import Final

from levelbook.site import urls
from levelbook.site.assets import FIRST_SCRIPT, FIRST_STYLE, marked_asset
from levelbook.site.context import Context

FIRST_WORDS: Final = urls.assessment_words("first_steps")
"""The address of what a page loads then."""


def first_file(ctx: Context) -> tuple[str, str]:
    """The words of the first steps, and where their script and styles are."""
    words = {"first." + key: text for key, text in ctx.words.section("assess.first").items()}
    facts = {"words": words, "script": marked_asset(FIRST_SCRIPT), "style": marked_asset(FIRST_STYLE)}
    text = json.dumps(facts, ensure_ascii=False, separators=(",", ":"))
    return FIRST_WORDS, f"window.levelbookFirst = {text};\n"
