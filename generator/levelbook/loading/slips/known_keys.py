"""The keys that a file may hold anywhere in it, and the words by which people call them in their own language."""

from functools import cache
from typing import Any, Final

from levelbook.catalogue import LANGUAGES, Catalogue
from levelbook.loading.schema_walk import fields, schema_form
from levelbook.model.base import TWIN, Shape

_LISTS: Final = "slip.key-words"


@cache
def known_keys(shape: type[Shape]) -> frozenset[str]:
    """All keys of a shape and of the shapes in it; ids, which people choose, are none of them."""
    seen: dict[type[Shape], None] = {}
    _collect(shape, seen)
    return frozenset(key for kind in seen for key in fields(kind))


def is_known(shape: type[Shape], key: str) -> bool:
    """Whether a word is such a key, or translates one."""
    twin = TWIN.fullmatch(key)
    return key in known_keys(shape) or bool(twin and twin["base"] in known_keys(shape))


@cache
def in_other_words() -> dict[str, tuple[str, ...]]:
    """The keys that people may mean by a word of their language: 名称 is name."""
    meant: dict[str, dict[str, None]] = {}
    for language in LANGUAGES:
        for key, words in Catalogue(language).section(_LISTS).items():
            for word in words.split():
                meant.setdefault(word.lower(), {})[key] = None
    return {word: tuple(keys) for word, keys in meant.items()}


def _collect(annotation: Any, seen: dict[type[Shape], None]) -> None:
    form = schema_form(annotation)
    for inner in (form.items, form.values):
        if inner is not None:
            _collect(inner, seen)
    if form.shape and form.shape not in seen:
        seen[form.shape] = None
        for inner in fields(form.shape).values():
            _collect(inner, seen)
