"""Keys as people write them: with capitals, with blanks, or by a word of their own language (`slip.key-words`)."""

from collections.abc import Container
from functools import cache
from typing import Final

from levelbook.catalogue import LANGUAGES, Catalogue
from levelbook.model.values import half_width

_WORDS: Final = "slip.key-words"


@cache
def in_other_words() -> dict[str, tuple[str, ...]]:
    """The keys that people may mean by a word of their language: 名称 is name."""
    meant: dict[str, dict[str, None]] = {}
    for language in LANGUAGES:
        for key, words in Catalogue(language).section(_WORDS).items():
            for word in words.split():
                meant.setdefault(word.lower(), {})[key] = None
    return {word: tuple(keys) for word, keys in meant.items()}


def keys_meant(key: str, known: Container[str]) -> tuple[str, ...]:
    """The known keys that a word names, likeliest first; more than one where nobody can be sure."""
    plain = half_width(key).strip().lower().replace(" ", "_").replace("-", "_")
    if plain in known:
        return (plain,)
    return tuple(word for word in in_other_words().get(plain, ()) if word in known)
