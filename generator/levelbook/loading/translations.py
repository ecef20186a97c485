"""Which keys are translations: those that end in a language of the handbook."""

from collections.abc import Iterator
from dataclasses import dataclass
from operator import eq
from typing import Final

from levelbook.catalogue import LANGUAGES
from levelbook.loading.files import Unreadable, text_of
from levelbook.loading.nodes import Listing, Mapping, Text
from levelbook.loading.parser import compose
from levelbook.loading.schema_walk import fields
from levelbook.loading.suggest import suggest
from levelbook.model.base import TWIN, Shape
from levelbook.model.languages import KNOWN


@dataclass(frozen=True)
class Languages:
    """The languages of a handbook."""

    original: str
    """That of its texts; empty where it cannot be known."""
    twins: tuple[str, ...]
    """Those of its translations; all there are where that cannot be known."""


ANY: Final = Languages("", tuple(sorted(KNOWN)))
"""Where handbook.yml cannot be read."""


def languages_of(data: bytes | Unreadable | None) -> Languages:
    """The languages that handbook.yml names."""
    text = text_of("handbook.yml", data) if data is not None else None
    root = compose("handbook.yml", text).root if isinstance(text, str) else None
    if not isinstance(root, Mapping):
        return ANY
    editions = _texts(root.at("languages"))
    if editions:
        return Languages(editions[0], editions[1:])
    language = root.at("language")
    return Languages(
        str(language) if isinstance(language, Text) and language else "zh", _texts(root.at("translations"))
    )


def _texts(listed: object) -> tuple[str, ...]:
    return tuple(str(text) for text in listed if isinstance(text, Text)) if isinstance(listed, Listing) else ()


def is_twin(shape: type[Shape], key: str, languages: Languages) -> bool:
    """Whether a key translates another one of its shape."""
    twin = TWIN.fullmatch(key)
    return bool(twin and shape.may_have_twin(twin["base"]) and twin["language"] in languages.twins)


def possible(shape: type[Shape], languages: Languages) -> Iterator[str]:
    """All keys that could translate one of a shape."""
    if languages is not ANY:
        texts = [key for key in shape.model_fields if shape.may_have_twin(key)]
        yield from (f"{key}_{language}" for key in texts for language in languages.twins)


def wrong_twin(shape: type[Shape], key: str, languages: Languages) -> tuple[str, dict[str, object]] | None:
    """What is wrong with a key that looks like a translation, and the facts; nothing where it looks like none."""
    twin = TWIN.fullmatch(key)
    if twin is None or twin["base"] not in fields(shape):
        return None
    base, language = twin["base"], twin["language"]
    facts: dict[str, object] = {"base": base, "language": language}
    if not shape.may_have_twin(base):
        return ("no-twin", facts) if language in KNOWN else None
    if language == languages.original:
        return "own", facts
    likely = [f"{base}_{twin}" for twin in languages.twins] if languages is not ANY else []
    if language in KNOWN:
        near = next((name for name in likely if any(map(eq, name[-2:], language))), "")
        variant = "language" if language in LANGUAGES else "wordless"
        return variant, {**facts, "words": LANGUAGES, "guess": near}
    return "suffix", {**facts, "guess": suggest(key, likely) or (likely[0] if likely else "")}


def base_of(key: str) -> str:
    """The key that a translation translates."""
    return key.rpartition("_")[0]
