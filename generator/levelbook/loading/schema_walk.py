"""Walks a tree along the shapes of the model, which say what each part of it is meant to be.

Checks need to know of a mapping in a file that it is an `Indicator` or a `Form`, and where it stands. Values of the
model know the one, nodes know the other; so the tree is walked with the model's annotations in hand. `schema_form`
reads off an annotation what may stand in its place: a shape, a list of something, a mapping from ids to something. The
forms of a union are put together, as a node's own form (mapping, list, text) already chooses between them.

So all the model's annotations have to stay within what is read here: shapes, `tuple[X, ...]`, `dict[id, X]`, unions and
`Annotated` around them. Two shapes in one union would lose the second, and any other container would be passed over in
silence with all that stands in it: no check would see it. Shapes are never told from what is in the file, so the walk
is right for broken files too. The same annotations are asked for at every node, hence the caches.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from types import UnionType
from typing import Annotated, Any, Final, Union, get_args, get_origin

from levelbook.loading.nodes import Listing, Mapping, Node, Text
from levelbook.model.base import Shape


@dataclass(frozen=True)
class SchemaForm:
    """What may stand in a place: a shape, a list or a mapping keyed by ids."""

    shape: type[Shape] | None = None
    items: Any = None
    """The type of a list's items."""
    values: Any = None
    """The type of the values behind ids."""


NO_FORM: Final = SchemaForm()


@cache
def schema_form(annotation: Any) -> SchemaForm:
    """What a type of the model lets stand in its place."""
    origin, args = get_origin(annotation), get_args(annotation)
    if isinstance(annotation, type) and issubclass(annotation, Shape):
        return SchemaForm(shape=annotation)
    if origin is tuple:
        return SchemaForm(items=args[0])
    if origin is dict:
        return SchemaForm(values=args[1])
    if origin is Annotated:
        return schema_form(args[0])
    if origin in (Union, UnionType):
        forms = [schema_form(arg) for arg in args]
        return SchemaForm(*(next((part for part in parts if part), None) for parts in _columns(forms)))
    return NO_FORM


def _columns(forms: list[SchemaForm]) -> tuple[list[Any], list[Any], list[Any]]:
    return [form.shape for form in forms], [form.items for form in forms], [form.values for form in forms]


@cache
def fields(shape: type[Shape]) -> dict[str, Any]:
    """The types of a shape's keys, by the name they have in files."""
    return {info.alias or name: info.annotation for name, info in shape.model_fields.items()}


@cache
def required(shape: type[Shape]) -> tuple[str, ...]:
    """The keys that must be there."""
    return tuple(info.alias or name for name, info in shape.model_fields.items() if info.is_required())


@cache
def inner_shapes(shape: type[Shape]) -> tuple[type[Shape], ...]:
    """The shapes that may stand in the values of a shape's keys, in the order of the keys, each once."""
    return tuple(dict.fromkeys(inner for annotation in fields(shape).values() for inner in _in_type(annotation)))


def _in_type(annotation: Any) -> Iterator[type[Shape]]:
    form = schema_form(annotation)
    if form.shape:
        yield form.shape
    for part in (form.items, form.values):
        if part is not None:
            yield from _in_type(part)


@cache
def reachable(*shapes: type[Shape]) -> tuple[type[Shape], ...]:
    """Shapes and all that may stand in them, each once, the outermost first."""
    found = dict.fromkeys(shapes)
    waiting = list(shapes)
    for shape in waiting:
        new = [inner for inner in inner_shapes(shape) if inner not in found]
        found |= dict.fromkeys(new)
        waiting += new
    return tuple(found)


@dataclass(frozen=True, slots=True)
class SchemaPart:
    """A mapping of a file with the shape it is meant to have."""

    shape: type[Shape]
    node: Mapping
    retired: bool = False
    """Whether it, or something around it, has ended."""

    def listed(self, key: str) -> tuple[Text, ...]:
        """The texts in a list of this mapping."""
        return tuple(item for item in self.node.at(key) or () if isinstance(item, Text))

    def keys(self, key: str) -> tuple[Text, ...]:
        """The keys of a mapping in this mapping."""
        value = self.node.at(key)
        return tuple(value) if isinstance(value, Mapping) else ()

    def text(self, key: str) -> Text | None:
        """The text behind a key."""
        value = self.node.at(key)
        return value if isinstance(value, Text) else None

    def named(self, key: str) -> tuple[Text, ...]:
        """The text behind a key, or those in its list."""
        text = self.text(key)
        return self.listed(key) if text is None else (text,)


def walk(shape: type[Shape], root: Node | None) -> Iterator[SchemaPart]:
    """All mappings of a tree that have a shape, outermost first, in the order of the file."""
    yield from _walk(SchemaForm(shape=shape), root, False)


def _walk(expected: SchemaForm, node: Node | None, retired: bool) -> Iterator[SchemaPart]:
    if isinstance(node, Listing):
        if expected.items is not None:
            inner = schema_form(expected.items)
            for child in node:
                yield from _walk(inner, child, retired)
    elif isinstance(node, Mapping):
        if expected.shape:
            yield from _walk_shape(expected.shape, node, retired)
        elif expected.values is not None:
            inner = schema_form(expected.values)
            for child in node.values():
                yield from _walk(inner, child, retired)


def _walk_shape(shape: type[Shape], node: Mapping, retired: bool) -> Iterator[SchemaPart]:
    retired = retired or "retired" in node
    yield SchemaPart(shape, node, retired)
    known = fields(shape)
    for key, child in node.items():
        if not isinstance(child, Text) and key in known:
            yield from _walk(schema_form(known[key]), child, retired)


@dataclass(frozen=True, slots=True)
class TextAt:
    """A text of a file with what it is meant to be."""

    shape: type[Shape]
    """The shape it belongs to."""
    key: str
    """Its key there, also where the short form leaves it out."""
    text: Text
    retired: bool
    """Whether what it belongs to has ended."""


def texts(shape: type[Shape], root: Node | None) -> Iterator[TextAt]:
    """All texts of a tree that belong to a shape, also those that stand for a whole one."""
    for part in walk(shape, root):
        known = fields(part.shape)
        for key, value in part.node.items():
            short = schema_form(known[key]) if key in known else NO_FORM
            if isinstance(value, Listing):
                items = schema_form(short.items).shape if short.items is not None else None
                if items and items.SHORT:
                    plain = (item for item in value if isinstance(item, Text))
                    yield from (TextAt(items, items.SHORT, text, part.retired) for text in plain)
            elif isinstance(value, Text) and short.shape and short.shape.SHORT:
                yield TextAt(short.shape, short.shape.SHORT, value, part.retired)
            elif isinstance(value, Text):
                yield TextAt(part.shape, key, value, part.retired)
