"""Types as annotations write them: what has which attribute, what a loop gets, what two branches come to."""

from collections.abc import Mapping
from functools import cache
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints, is_typeddict

WORDS = str
ANYTHING = Any
MISSING = object()
"""What an attribute is that the type does not have."""


def members(kind: Any) -> tuple[Any, ...]:
    """The types that a type allows, without none."""
    if get_origin(kind) in (Union, UnionType):
        return tuple(each for part in get_args(kind) for each in members(part))
    return () if kind in (None, NoneType) else (kind,)


def union(*kinds: Any) -> Any:
    """One type that allows all of these; none only where there is nothing else."""
    parts = tuple(dict.fromkeys(part for kind in kinds for part in members(kind)))
    if ANYTHING in parts:
        return ANYTHING
    return Union[parts] if parts else NoneType  # noqa: UP007


def element(kind: Any) -> Any:
    """What a loop over a thing gets."""
    return union(*(_element(part) for part in members(kind)))


def _element(kind: Any) -> Any:
    if kind is ANYTHING:
        return ANYTHING
    arguments = [argument for argument in get_args(kind) if argument is not ...]
    if _is_mapping(kind):
        return arguments[0] if arguments else ANYTHING
    return union(*arguments) if arguments else WORDS if kind is str else NoneType


def values(kind: Any) -> Any:
    """What a mapping holds."""
    found = [get_args(part)[1] for part in members(kind) if _is_mapping(part) and get_args(part)]
    return union(*found) if found else ANYTHING


def positions(kind: Any, count: int) -> list[Any]:
    """The types that several names of a loop get."""
    arguments = get_args(kind)
    return list(arguments) if len(arguments) == count and ... not in arguments else [element(kind)] * count


def at(kind: Any, index: object) -> Any:
    """What stands under an index or key."""
    parts = members(kind)
    return union(*(_at(part, index) for part in parts)) if parts else NoneType


def _at(kind: Any, index: object) -> Any:
    if kind is ANYTHING:
        return ANYTHING
    if _is_mapping(kind):
        return values(kind)
    arguments = get_args(kind)
    if ... in arguments or not isinstance(index, int):
        return _element(kind)
    return arguments[index] if index < len(arguments) else MISSING


def attribute(kind: Any, name: str) -> Any:
    """The type of an attribute."""
    if kind is ANYTHING:
        return ANYTHING
    if is_typeddict(kind):
        return _hints(kind).get(name, MISSING)
    if _is_mapping(kind):
        return values(kind) if not hasattr(dict, name) else getattr(dict, name)
    own = get_origin(kind) or kind
    hints = _hints(own) if isinstance(own, type) else {}
    if name in hints:
        return hints[name]
    found = getattr(get_origin(kind) or kind, name, MISSING)
    return _result(found) if isinstance(found, property) else found


def _is_mapping(kind: Any) -> bool:
    origin = get_origin(kind) or kind
    return isinstance(origin, type) and issubclass(origin, Mapping)


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)


def _result(found: property) -> Any:
    return get_type_hints(found.fget).get("return", ANYTHING)
