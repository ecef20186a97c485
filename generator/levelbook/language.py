"""Which language is spoken: the one place where both doors ask."""

from collections.abc import Mapping
from typing import Final

from levelbook.catalogue import LANGUAGES

TAGS: Final = {"zh": "zh-Hans", "en": "en"}
"""What each is called in a page's `lang`: Chinese by its script, so that readers aloud and fonts choose rightly."""
DEFAULT: Final = LANGUAGES[0]
"""Spoken where nobody wishes another."""
_SETTINGS = ("LC_ALL", "LC_MESSAGES", "LANG")
_NEUTRAL = ("", "c", "posix")


def language(*wishes: str | None) -> str:
    """The first wish that there are words for; an option comes before the handbook, the handbook before the system."""
    return next((wish for wish in wishes if wish in LANGUAGES), DEFAULT)


def of_system(environment: Mapping[str, str]) -> str | None:
    """The language of a person's terminal; English for those we do not speak, none where nothing is set."""
    value = next((environment[name] for name in _SETTINGS if environment.get(name)), "")
    name = value.split(".")[0].split("_")[0].split("@")[0].lower()
    if name in _NEUTRAL:
        return None
    return name if name in LANGUAGES else "en"
