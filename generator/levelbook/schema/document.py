"""The JSON Schema of each kind of file, from the types of the model, with what every key and value means.

Pydantic says what its types hold; here it is made into what an editor can tell a person. A value that may be a text or
a mapping is told apart by its form first, so that a key mistyped inside it is told as that key, and not as a mapping
that is no text.
"""

from collections.abc import Iterator
from enum import StrEnum
from typing import Any, Final

from levelbook.loading.discover import MANY, SINGLE, TOP
from levelbook.model.base import Shape
from levelbook.schema.choices import choice_rules
from levelbook.schema.key_texts import KeyTexts
from levelbook.schema.loosening import loosened
from levelbook.schema.plain_values import plain_value
from levelbook.schema.snippets import snippets

DRAFT: Final = "http://json-schema.org/draft-07/schema#"
_SCHEMA_NAMES: Final = {"competencies": "competency", "positions": "position"}
_SCALARS: Final = ["string", "number", "boolean"]
"""What YAML makes of a text that somebody typed without quotes."""


def shapes() -> dict[str, type[Shape]]:
    """The shape of each kind of file, by the name of its schema."""
    return {**TOP, **shapes_of_sequences()}


def shapes_of_sequences() -> dict[str, type[Shape]]:
    """The shape of each kind of file that a sequence has, by the name of its schema."""
    return {**SINGLE, **{_SCHEMA_NAMES[folder]: shape for folder, shape in MANY.items()}}


def document(shape: type[Shape], texts: KeyTexts) -> dict[str, Any]:
    """The JSON Schema of a kind of file, for any handbook."""
    root = shape.model_json_schema(by_alias=True, mode="validation")
    definitions = root.setdefault("$defs", {})
    declared = [*subclasses(Shape), *subclasses(StrEnum)]
    by_name = {kind.__name__: kind for kind in reversed(declared)}  # those that a preview makes of them come later
    for name, definition in definitions.items():
        definitions[name] = _explained(definition, by_name[name], texts)
    return {"$schema": DRAFT, **loosened(_of_shape(root, shape, texts), texts, definitions)}


def subclasses(kind: type[Any]) -> Iterator[type[Any]]:
    """All classes made from a class, directly or not."""
    for subclass in kind.__subclasses__():
        yield subclass
        yield from subclasses(subclass)


def _explained(definition: dict[str, Any], kind: type[Any], texts: KeyTexts) -> dict[str, Any]:
    if issubclass(kind, StrEnum):
        return {"type": "string", "enum": list(kind), "enumDescriptions": texts.of_values(kind)}
    shaped = _of_shape(definition, kind, texts)
    return _with_short_form(shaped) if kind.SHORT else shaped


def _of_shape(definition: dict[str, Any], shape: type[Shape], texts: KeyTexts) -> dict[str, Any]:
    """The definition of a shape with what its keys mean, its translations, and which of its keys exclude others."""
    properties = {key: _of_key(value, shape, key, texts) for key, value in definition.get("properties", {}).items()}
    explained = {**definition, "description": texts.of_shape(shape), "properties": properties}
    translated = sorted(key for key in shape.model_fields if shape.may_have_twin(key))
    if translated:
        explained["patternProperties"] = {f"^({'|'.join(translated)})_[a-z]{{2}}$": {"type": "string"}}
    if shape.INSTEAD:
        explained["required"] = [key for key in explained.get("required", ()) if key not in shape.INSTEAD]
    rules = choice_rules(shape, texts.words)
    if rules:
        explained["allOf"] = rules
    ready = snippets(shape, texts.words)
    if ready:
        explained["defaultSnippets"] = ready
    return explained


def _of_key(value: dict[str, Any], shape: type[Shape], key: str, texts: KeyTexts) -> dict[str, Any]:
    explained = {**value, "description": texts.of_key(shape, key)}
    example = texts.example(shape, key)
    if example.startswith(("{", "[")):
        explained["examples"] = [plain_value(example)]
    return explained


def _with_short_form(definition: dict[str, Any]) -> dict[str, Any]:
    """The text that stands for the whole beside the mapping; each keyword speaks of one of the two."""
    return {**definition, "type": [*_SCALARS, "object"], "minLength": 1}
