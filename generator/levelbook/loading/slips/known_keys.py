"""The keys that a file may hold anywhere in it."""

from functools import cache
from typing import Any

from levelbook.loading.schema_walk import fields, schema_form
from levelbook.model.base import TWIN, Shape


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


def _collect(annotation: Any, seen: dict[type[Shape], None]) -> None:
    form = schema_form(annotation)
    for inner in (form.items, form.values):
        if inner is not None:
            _collect(inner, seen)
    if form.shape and form.shape not in seen:
        seen[form.shape] = None
        for inner in fields(form.shape).values():
            _collect(inner, seen)
