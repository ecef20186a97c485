"""A data folder's schemas as an editor uses them: found by the first line of a file, followed from file to file."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT7

from levelbook.loading.parser import compose
from levelbook.schema.plain_values import as_editors_see_it


@cache
def _read(address: str) -> Resource[Any]:
    text = Path(address.removeprefix("file://")).read_text(encoding="utf-8")
    return Resource.from_contents(json.loads(text), default_specification=DRAFT7)


REGISTRY: Registry[Any] = Registry(retrieve=_read)


def schema_named_by(path: Path) -> Path:
    """The schema that the first line of a file names."""
    first = path.read_text(encoding="utf-8").splitlines()[0]
    return (path.parent / first.removeprefix("# yaml-language-server: $schema=")).resolve()


def mistakes(schema: Path, text: str) -> list[str]:
    """What an editor marks in a text; nothing where it fits."""
    validator = jsonschema.Draft7Validator({"$ref": schema.resolve().as_uri()}, registry=REGISTRY)
    return [error.message for error in validator.iter_errors(as_editors_see_it(compose("", text).root))]
