"""Which language is spoken: the one place that decides, for commands as for hosts."""

from collections.abc import Mapping
from typing import Final

from levelbook.catalogue import LANGUAGES

TAGS: Final = {"zh": "zh-Hans", "en": "en"}
"""What each is called in a page's `lang`: Chinese by its script, so that readers aloud and fonts choose rightly."""
DEFAULT: Final = LANGUAGES[0]
"""Spoken where nobody wishes another."""
_SETTINGS = ("LC_ALL", "LC_MESSAGES", "LANG")
_NEUTRAL = ("", "c", "posix")


def language_of_messages(asked: str | None, handbook: str | None, environment: Mapping[str, str]) -> str:
    """The language of pages and of messages about them: what was asked for, the handbook's, the terminal's."""
    return language(asked, handbook, of_system(environment))


def language_of_help(asked: str | None, handbook: str | None, environment: Mapping[str, str]) -> str:
    """The language of help and of complaints about options, which are a person's before they are a handbook's."""
    return language(asked, of_system(environment), handbook)


def language(*wishes: str | None) -> str:
    """The first wish that there are words for."""
    return next((wish for wish in wishes if wish in LANGUAGES), DEFAULT)


def of_system(environment: Mapping[str, str]) -> str | None:
    """The language of a person's terminal; English for those we do not speak, none where nothing is set."""
    value = next((environment[name] for name in _SETTINGS if environment.get(name)), "")
    name = value.split(".")[0].split("_")[0].split("@")[0].lower()
    if name in _NEUTRAL:
        return None
    return name if name in LANGUAGES else "en"
