"""Every word that people read, in files of one language each: `zh.toml`, `problems-zh.toml`."""

import tomllib
from collections.abc import Mapping
from copy import copy
from functools import cache, cached_property
from importlib.resources import files
from typing import Final

LANGUAGES: Final = ("zh", "en")
_OWN: Final = "own."
"""Before the keys of texts that stand in for others where no source can be spoken of."""


class Catalogue:
    """The words of one language, called by their dotted key: ``words("level.new", count=3)``."""

    def __init__(self, language: str) -> None:
        """Read the language's files; an unknown language is a ValueError."""
        if language not in LANGUAGES:
            raise ValueError(f"no catalogue for {language!r}; there are {', '.join(LANGUAGES)}")
        self.language = language
        """Code of the language, as in ``<html lang>``."""
        texts = _read(language)
        self._texts = {key: text for key, text in texts.items() if not key.startswith(_OWN)}
        self._own = {key.removeprefix(_OWN): text for key, text in texts.items() if key.startswith(_OWN)}

    def __call__(self, key: str, /, **facts: object) -> str:
        """The text of a key with its facts filled in; a missing key or fact is a KeyError."""
        return self._texts[key].format_map(facts)

    def __contains__(self, key: object) -> bool:
        """Whether there is a text of this key."""
        return key in self._texts

    def keys(self) -> frozenset[str]:
        """All keys, for the test that holds the languages together."""
        return frozenset(self._texts)

    @cached_property
    def without_source(self) -> "Catalogue":
        """The same words for what was written here: no text of it speaks of a source."""
        own = copy(self)
        own._texts = self._texts | self._own
        return own

    def section(self, prefix: str) -> dict[str, str]:
        """The texts under a prefix, by the rest of their keys."""
        start = prefix + "."
        return {key.removeprefix(start): text for key, text in self._texts.items() if key.startswith(start)}


@cache
def _read(language: str) -> Mapping[str, str]:
    texts: dict[str, str] = {}
    for file in sorted((files("levelbook") / "locale").iterdir(), key=lambda file: file.name):
        if file.name == f"{language}.toml" or file.name.endswith(f"-{language}.toml"):
            texts |= _flat(tomllib.loads(file.read_text(encoding="utf-8")), "")
    return texts


def _flat(table: Mapping[str, object], prefix: str) -> list[tuple[str, str]]:
    pairs: list[tuple[str, str]] = []
    for key, value in table.items():
        if isinstance(value, Mapping):
            pairs.extend(_flat(value, f"{prefix}{key}."))
        else:
            pairs.append((prefix + key, str(value)))
    return pairs
