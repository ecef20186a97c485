"""Which keys of a shape can hold shapes, by their types: who walks all shapes reads these alone, and no texts."""

from collections.abc import Iterator
from functools import cache
from typing import Any, get_args

from levelbook.model.base import Shape


@cache
def keys_with_shapes(kind: type[Shape]) -> tuple[str, ...]:
    """The keys of a shape under which shapes may stand, in their order."""
    return tuple(key for key, field in kind.model_fields.items() if any(_shapes(field.annotation)))


def _shapes(annotation: Any) -> Iterator[bool]:
    if isinstance(annotation, type) and issubclass(annotation, Shape):
        yield True
    for argument in get_args(annotation):
        yield from _shapes(argument)
