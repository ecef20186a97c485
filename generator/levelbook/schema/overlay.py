"""The part of a schema that one sequence has of its own: which of its ids may stand where.

It lies over the schema of the kind of file, which says everything else: `allOf` holds a file to both. It is walked out
of the model's types and keeps only what leads to a place where something is named, so that it stays small.
"""

from typing import Any, Final

from levelbook.loading.schema_walk import fields, inner_shapes, reachable, schema_form
from levelbook.model.base import Shape
from levelbook.schema.naming import OF_HANDBOOK, NameKind, Part, named
from levelbook.schema.vocabulary import keys_of, words_of

_ROOT: Final = "#/definitions/"


class Overlay:
    """Where one kind of file names something."""

    def __init__(self, shape: type[Shape], of_handbook: bool) -> None:
        """Take the kind of file, and whether the words of the handbook are meant or those of a sequence."""
        self._of_handbook = of_handbook
        self._shapes = reachable(shape)
        self._kept = self._leading_somewhere()

    def definitions(self) -> dict[str, Any]:
        """The schema of each shape that names something, or holds what does, by its name."""
        return {shape.__name__: self._of_shape(shape) for shape in self._shapes if shape in self._kept}

    def _leading_somewhere(self) -> set[type[Shape]]:
        kept = {shape for shape in self._shapes if any(self._named(shape, key) for key in fields(shape))}
        while more := {
            shape for shape in self._shapes if shape not in kept and not kept.isdisjoint(inner_shapes(shape))
        }:
            kept |= more
        return kept

    def _named(self, shape: type[Shape], key: str) -> dict[Part, NameKind]:
        wanted = named(shape, key).items()
        return {part: name for part, name in wanted if (name in OF_HANDBOOK) is self._of_handbook}

    def _of_shape(self, shape: type[Shape]) -> dict[str, Any]:
        properties = {key: self._of_key(shape, key, annotation) for key, annotation in fields(shape).items()}
        return {"properties": {key: schema for key, schema in properties.items() if schema}}

    def _of_key(self, shape: type[Shape], key: str, annotation: Any) -> dict[str, Any]:
        schema = self._below(annotation)
        for part, name in sorted(self._named(shape, key).items(), key=lambda item: item[0].value):
            schema = self._with_names(schema, part, name)
        return schema

    def _below(self, annotation: Any) -> dict[str, Any]:
        """What stands in a value, by each of its forms; keywords speak of one form each."""
        form = schema_form(annotation)
        below = {} if form.shape not in self._kept or form.shape is None else _reference(form.shape)
        if form.items is not None and (items := self._below(form.items)):
            below["items"] = items
        if form.values is not None and (values := self._below(form.values)):
            below["additionalProperties"] = values
        return below

    def _with_names(self, schema: dict[str, Any], part: Part, name: NameKind) -> dict[str, Any]:
        match part:
            case Part.VALUE:
                return {**schema, **words_of(name)}
            case Part.ITEMS:
                return {**schema, "items": words_of(name)}
            case Part.KEYS:
                return {**schema, "allOf": [*schema.get("allOf", ()), keys_of(name)]}
            case Part.VALUES:
                return {**schema, "additionalProperties": words_of(name)}
            case Part.INNER_KEYS:
                return {**schema, "additionalProperties": keys_of(name)}


def _reference(shape: type[Shape]) -> dict[str, Any]:
    return {"allOf": [{"$ref": _ROOT + shape.__name__}]}
