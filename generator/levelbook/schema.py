"""JSON Schema of the data files, for editors that check and complete while one types."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from pydantic import BaseModel

from levelbook.loading.discover import MANY, SINGLE, TOP
from levelbook.model.base import Shape

FOLDER: Final = ".schema"
"""Where the schemas stand in the data folder."""
_SCHEMA_NAMES: Final = {"competencies": "competency", "positions": "position"}
_SCALARS: Final = ["string", "number", "boolean"]
"""What YAML makes of a text that somebody typed without quotes."""


def shapes() -> dict[str, type[Shape]]:
    """The shape of each kind of file, by the name of its schema."""
    return {**TOP, **SINGLE, **{_SCHEMA_NAMES[folder]: shape for folder, shape in MANY.items()}}


def schema(shape: type[Shape]) -> dict[str, Any]:
    """The JSON Schema of a file."""
    document = shape.model_json_schema(by_alias=True, mode="validation")
    definitions = document.setdefault("$defs", {})
    by_name = {kind.__name__: kind for kind in _subclasses(Shape)}
    for name, definition in definitions.items():
        if name in by_name:
            definitions[name] = _with_forms(definition, by_name[name])
    root = _with_forms(document, shape, short=False)
    return {"$schema": "http://json-schema.org/draft-07/schema#", **_loosened(root)}


def _subclasses(kind: type[BaseModel]) -> Iterator[type[Any]]:
    for subclass in kind.__subclasses__():
        yield subclass
        yield from _subclasses(subclass)


def _with_forms(definition: dict[str, Any], shape: type[Shape], short: bool = True) -> dict[str, Any]:
    """Adds translations, and the plain text that stands for the whole."""
    texts = sorted(key for key in shape.model_fields if shape.may_have_twin(key))
    if texts:
        definition["patternProperties"] = {f"^({'|'.join(texts)})_[a-z]{{2}}$": {"type": "string"}}
    if not (short and shape.SHORT):
        return definition
    description = definition.get("description", "")
    return {"description": description, "anyOf": [{"type": "string", "minLength": 1}, definition]}


def _loosened(value: Any) -> Any:
    """Lets figures and yes or no stand for texts, as in the files; leaves out defaults and titles."""
    if isinstance(value, list):
        return [_loosened(item) for item in value]
    if not isinstance(value, dict):
        return value
    loose = {key: _inner(key, child) for key, child in value.items() if key not in ("title", "default")}
    if "anyOf" in loose:
        loose["anyOf"] = [option for option in loose["anyOf"] if option != {"type": "null"}]
        if len(loose["anyOf"]) == 1:
            loose |= loose.pop("anyOf")[0]
    if loose.get("type") == "string" and "enum" not in loose and "const" not in loose and "pattern" not in loose:
        loose["type"] = _SCALARS
    if "patternProperties" in loose:
        loose.setdefault("additionalProperties", False)
    if loose.get("type") == "boolean":
        del loose["type"]
        loose["enum"] = [True, False, "yes", "no"]
    if loose.get("type") == "string" and {"yes", "no"} <= set(loose.get("enum", ())):
        # Some editors read a bare yes as true.
        del loose["type"]
        loose["enum"] = [*loose["enum"], True, False]
    return loose


def _inner(key: str, value: Any) -> Any:
    """Under these keys stand names of ours, which may be `title` or `default` too."""
    if key in ("properties", "patternProperties", "$defs"):
        return {name: _loosened(child) for name, child in value.items()}
    return _loosened(value)


def files() -> dict[str, str]:
    """The text of each schema file, by its path in the data folder."""
    texts = {}
    for name, shape in shapes().items():
        text = json.dumps(schema(shape), ensure_ascii=False, indent=1)
        texts[f"{FOLDER}/{name}.json"] = text + "\n"
    return texts


def write(folder: Path) -> list[str]:
    """Writes all schema files; the result is their paths."""
    (folder / FOLDER).mkdir(exist_ok=True)
    for path, text in files().items():
        (folder / path).write_text(text, encoding="utf-8", newline="\n")
    return list(files())
