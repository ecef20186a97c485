"""The keys that a file may hold anywhere in it."""

from functools import cache

from levelbook.loading.schema_walk import fields, reachable
from levelbook.model.base import TWIN, Shape


@cache
def known_keys(shape: type[Shape]) -> frozenset[str]:
    """All keys of a shape and of the shapes in it; ids, which people choose, are none of them."""
    return frozenset(key for kind in reachable(shape) for key in fields(kind))


def is_known(shape: type[Shape], key: str) -> bool:
    """Whether a word is such a key, or translates one."""
    twin = TWIN.fullmatch(key)
    return key in known_keys(shape) or bool(twin and twin["base"] in known_keys(shape))
