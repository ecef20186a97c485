"""The reference of every key: complete, fresh, and with examples that load."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_type_hints

import pytest
from pydantic import TypeAdapter

from keys_page import PAGES, page, write
from levelbook.catalogue import LANGUAGES, Catalogue
from levelbook.loading.nodes import Listing, Mapping
from levelbook.loading.parser import compose
from levelbook.loading.schema_walk import fields, reachable
from levelbook.model.base import Shape
from levelbook.schema.document import shapes
from levelbook.schema.key_texts import KeyTexts, home_of

ROOT = Path(__file__).parents[2]
SHAPES = reachable(*dict.fromkeys(shapes().values()))
KEYS = [(shape, name, info.alias or name) for shape in SHAPES for name, info in shape.model_fields.items()]


@pytest.mark.parametrize("language", LANGUAGES)
def test_pages_are_current(language: str) -> None:
    if os.environ.get("LEVELBOOK_GOLDEN") == "write":
        write(ROOT)
    assert (ROOT / PAGES[language]).read_text(encoding="utf-8") == page(language), "run: LEVELBOOK_GOLDEN=write pytest"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_example_loads(language: str) -> None:
    texts = KeyTexts(Catalogue(language))
    for shape, name, key in KEYS:
        value = _plain(compose("", texts.example(shape, key)).root)
        _reader(shape, name).validate_python(value)


def _reader(shape: type[Shape], name: str) -> TypeAdapter[Any]:
    return TypeAdapter(_annotated(shape, name))


def _annotated(shape: type[Shape], name: str) -> Any:
    return get_type_hints(shape, include_extras=True)[name]


def _plain(node: Any) -> Any:
    """Texts, lists and mappings, as the decoder gets them."""
    if isinstance(node, Mapping):
        return {str(key): _plain(value) for key, value in node.items()}
    return [_plain(item) for item in node] if isinstance(node, Listing) else str(node)


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_said_of_keys_that_are_not_there(language: str) -> None:
    words = Catalogue(language)
    for section in ("keys", "key_examples"):
        texts = words.section(section)
        used = {home_of(shape, key, texts) for shape, _, key in KEYS}
        told = {name for name in texts if not name.startswith("value.") and not name.endswith("._")}
        assert told - used == set()


def test_every_key_of_every_shape_has_a_row() -> None:
    for language in LANGUAGES:
        assert page(language).count("\n| `") == len(KEYS) == sum(1 for _ in _rows())


def _rows() -> Iterator[str]:
    for shape in SHAPES:
        yield from fields(shape)
