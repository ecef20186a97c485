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
_MANY_NAMES: Final = {"competencies": "competency", "positions": "position"}
_TEXT: Final = ["string", "number", "boolean"]


def shapes() -> dict[str, type[Shape]]:
    """The shape of each kind of file, by the name of its schema."""
    return {**TOP, **SINGLE, **{_MANY_NAMES[folder]: shape for folder, shape in MANY.items()}}


def schema(shape: type[Shape]) -> dict[str, Any]:
    """The JSON Schema of a file."""
    made = shape.model_json_schema(by_alias=True, mode="validation")
    definitions = made.setdefault("$defs", {})
    known = {one.__name__: one for one in _every(Shape)}
    for name, definition in definitions.items():
        if name in known:
            definitions[name] = _with_forms(definition, known[name])
    root = _with_forms(made, shape, short=False)
    return {"$schema": "http://json-schema.org/draft-07/schema#", **_loosened(root)}


def _every(kind: type[BaseModel]) -> Iterator[type[Any]]:
    for one in kind.__subclasses__():
        yield one
        yield from _every(one)


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
        return [_loosened(one) for one in value]
    if not isinstance(value, dict):
        return value
    kept = {key: _inner(key, one) for key, one in value.items() if key not in ("title", "default")}
    if "anyOf" in kept:
        kept["anyOf"] = [one for one in kept["anyOf"] if one != {"type": "null"}]
        if len(kept["anyOf"]) == 1:
            kept |= kept.pop("anyOf")[0]
    if kept.get("type") == "string" and "enum" not in kept and "const" not in kept and "pattern" not in kept:
        kept["type"] = _TEXT
    if "patternProperties" in kept:
        kept.setdefault("additionalProperties", False)
    if kept.get("type") == "boolean":
        kept = {key: one for key, one in kept.items() if key != "type"} | {"enum": [True, False, "yes", "no"]}
    if kept.get("type") == "string" and {"yes", "no"} <= set(kept.get("enum", ())):
        # Some editors read a bare yes as true.
        kept = {key: one for key, one in kept.items() if key != "type"} | {"enum": [*kept["enum"], True, False]}
    return kept


def _inner(key: str, value: Any) -> Any:
    """Under these keys stand names of ours, which may be `title` or `default` too."""
    if key in ("properties", "patternProperties", "$defs"):
        return {name: _loosened(one) for name, one in value.items()}
    return _loosened(value)


def files() -> dict[str, str]:
    """The text of each schema file, by its path in the data folder."""
    made = {}
    for name, shape in shapes().items():
        text = json.dumps(schema(shape), ensure_ascii=False, indent=1)
        made[f"{FOLDER}/{name}.json"] = text + "\n"
    return made


def write(folder: Path) -> list[str]:
    """Writes all schema files; the result is their paths."""
    (folder / FOLDER).mkdir(exist_ok=True)
    for path, text in files().items():
        (folder / path).write_text(text, encoding="utf-8", newline="\n")
    return list(files())
