"""Every word that people read, in files of one language each: `zh.toml`, `problems-zh.toml`."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Final

LANGUAGES: Final = ("zh", "en")


class Catalogue:
    """The words of one language, called by their dotted key: ``words("level.new", count=3)``."""

    def __init__(self, language: str) -> None:
        """Read the language's files; an unknown language is a ValueError."""
        if language not in LANGUAGES:
            raise ValueError(f"no catalogue for {language!r}; there are {', '.join(LANGUAGES)}")
        self.language = language
        """Code of the language, as in ``<html lang>``."""
        self._texts = _read(language)

    def __call__(self, key: str, /, **facts: object) -> str:
        """The text of a key with its facts filled in; a missing key or fact is a KeyError."""
        return self._texts[key].format_map(facts)

    def __contains__(self, key: object) -> bool:
        """Whether there is a text of this key."""
        return key in self._texts

    def keys(self) -> frozenset[str]:
        """All keys, for the test that holds the languages together."""
        return frozenset(self._texts)

    def section(self, prefix: str) -> dict[str, str]:
        """The texts under a prefix, by the rest of their keys."""
        start = prefix + "."
        return {key.removeprefix(start): text for key, text in self._texts.items() if key.startswith(start)}


@cache
def _read(language: str) -> Mapping[str, str]:
    texts: dict[str, str] = {}
    for source in sorted((files("levelbook") / "locale").iterdir(), key=lambda source: source.name):
        if source.name == f"{language}.toml" or source.name.endswith(f"-{language}.toml"):
            texts |= _flat(tomllib.loads(source.read_text(encoding="utf-8")), "")
    return texts


def _flat(table: Mapping[str, object], prefix: str) -> list[tuple[str, str]]:
    pairs: list[tuple[str, str]] = []
    for key, value in table.items():
        if isinstance(value, Mapping):
            pairs.extend(_flat(value, f"{prefix}{key}."))
        else:
            pairs.append((prefix + key, str(value)))
    return pairs
