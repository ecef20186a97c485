"""One handbook that stays the same objects while its content follows what people edit, and notes who reads what.

A handbook never changes; after an edit there is another one. So that an answer of before the edit can still be right,
it has to know the same things: the mirror gives every thing of the data one object that it keeps for as long as the
thing is there, by its id, and changes only the fields that have changed. The classes are those of the model, made
again with fields that note when they are read (`tracing`); the model itself knows nothing of it and is as fast as ever.

What breaks this: a shape that is read past its fields. Whole shapes that are compared or hashed are noted as such; a
copy of one (`model_copy`) would not be, and is refused.
"""

from abc import ABCMeta
from collections.abc import Mapping
from dataclasses import fields as fields_of
from functools import cache
from typing import Any, Final

from pydantic import BaseModel

from levelbook.model.base import Shape
from levelbook.model.handbook import Handbook, Sequence
from levelbook.model.history import History
from levelbook.tracing import NOW, ReadField, lazily, same

THINGS: Final = (Shape, Handbook, Sequence, History)
"""What is mirrored field by field; rows and mappings by what stands in them, all else is a value."""
_NOTHING: Final = object()
_SOURCE: Final = "~source"
_WHOLE: Final = "~whole"
_PRIVATE: Final = "~private"


class _Field:
    """A field that notes when it is read."""

    def __init__(self, name: str) -> None:
        self.name, self.fact = name, f"~fact {name}"

    def __get__(self, thing: Any, owner: type) -> Any:
        if thing is None:
            return self
        held = thing.__dict__
        notes = NOW.notes
        if notes is not None:
            notes.facts.add(held.get(self.fact) or _noted(held, self.fact))
        return held[self.name]

    def __set__(self, thing: Any, value: Any) -> None:
        raise TypeError("a mirror is changed by what it follows alone")


def _noted(held: dict[str, Any], name: str) -> ReadField:
    fact = held[name] = ReadField()
    return fact


class _Worked(lazily[Any]):
    """What is worked out from the fields of a thing."""

    def __get__(self, thing: Any, owner: type) -> Any:
        if thing is None or NOW.notes is not None:
            return super().__get__(thing, owner)
        return self.work(thing)

    def __set__(self, thing: Any, value: Any) -> None:
        raise TypeError("a mirror is changed by what it follows alone")


def _read_as_a_whole(thing: Any) -> Any:
    """What a thing mirrors, for a reader who takes all of it."""
    held = thing.__dict__
    if NOW.notes is not None:
        NOW.notes.facts.add(held.get(_WHOLE) or _noted(held, _WHOLE))
    return held[_SOURCE]


def _equal(thing: Any, other: Any) -> bool:
    if thing is other:
        return True
    return bool(_read_as_a_whole(thing) == (_read_as_a_whole(other) if hasattr(other, "is_traced") else other))


def _hash(thing: Any) -> int:
    return hash(_read_as_a_whole(thing))


def _text(thing: Any) -> str:
    return repr(_read_as_a_whole(thing))


def _refused(*_: Any, **__: Any) -> Any:
    raise TypeError("a mirror is not copied: what is read of the copy would not be noted")


def _private(thing: Any, name: str) -> Any:
    """A private attribute of a shape; it is asked for where nothing else has the name."""
    held = thing.__dict__
    if name not in held[_PRIVATE]:
        raise AttributeError(name)
    if NOW.notes is not None:
        fact = f"~fact {name}"
        NOW.notes.facts.add(held.get(fact) or _noted(held, fact))
    return held[_PRIVATE][name]


def _localized(thing: Any, key: str, language: str) -> str:
    """As `Shape.localized`, which takes a shorter way."""
    return thing._twins.get((key, language)) or getattr(thing, key) or ""


_SAME_FOR_ALL: Final[Mapping[str, Any]] = {
    "is_traced": True,
    "__eq__": _equal,
    "__hash__": _hash,
    "__repr__": _text,
    "__copy__": _refused,
    "__deepcopy__": _refused,
    "__replace__": _refused,
    "model_copy": _refused,
    "__pydantic_private__": property(lambda thing: _read_as_a_whole(thing).__pydantic_private__),
    "model_fields_set": property(lambda thing: _read_as_a_whole(thing).model_fields_set),
}


@cache
def _traced(kind: Any) -> Any:
    """The class of the mirrors of a class: the same, with fields that note when they are read."""
    is_shape = issubclass(kind, Shape)
    own: dict[str, Any] = {**_SAME_FOR_ALL, "__module__": kind.__module__}
    own |= {name: _Field(name) for name in _field_names(kind)}
    for name, work in ((name, _static(kind, name)) for name in dir(kind)):
        if isinstance(work, lazily):
            own[name] = _Worked(work.work)
            own[name].__set_name__(kind, name)
    if is_shape:
        own |= {"__getattr__": _private, "localized": _localized}
        # Without the metaclass of pydantic, which would build a validator that nobody needs.
        return ABCMeta.__new__(type(kind), kind.__name__, (kind,), own)
    return type(kind.__name__, (kind,), own)


def _static(kind: type, name: str) -> Any:
    return next((vars(base)[name] for base in kind.__mro__ if name in vars(base)), None)


class Mirror:
    """Follows one handbook after the other."""

    def __init__(self) -> None:
        """Mirror nothing yet."""
        self._handbook: Any = None
        self._changes = 0

    def follow(self, handbook: Handbook) -> Handbook:
        """The mirror of a handbook: the same object each time, as long as there is one."""
        self._handbook = self._mirrored(handbook, self._handbook)
        mirror: Handbook = self._handbook
        return mirror

    def _mirrored(self, value: Any, before: Any) -> Any:
        """What stands for a value: what stood for it before, unless it has to be another object."""
        if isinstance(value, THINGS):
            return self._thing(value, before)
        if isinstance(value, tuple):
            return self._row(value, before)
        if isinstance(value, Mapping):
            return self._named(value, before)
        return before if same(before, value) else value

    def _thing(self, value: Any, before: Any) -> Any:
        kind = _traced(_kind(value))
        mirror = before if type(before) is kind else _blank(kind, value)
        held = mirror.__dict__
        if held.get(_SOURCE) is value:
            return mirror
        seen, followed = self._changes, held.get(_SOURCE)
        for name in _field_names(_kind(value)):
            if followed is not None and followed.__dict__[name] is value.__dict__[name]:
                continue
            old = held.get(name, _NOTHING)
            new = self._mirrored(value.__dict__[name], old)
            if new is not old:
                held[name] = new
                self._changed(held, f"~fact {name}")
        if isinstance(value, Shape):
            self._follow_private(held, dict(value.__pydantic_private__ or {}))
        held[_SOURCE] = value
        if self._changes > seen:
            self._changed(held, _WHOLE)
        return mirror

    def _follow_private(self, held: dict[str, Any], private: dict[str, Any]) -> None:
        old = held.get(_PRIVATE, {})
        held[_PRIVATE] = private
        for name, value in private.items():
            if not same(old.get(name, _NOTHING), value):
                self._changed(held, f"~fact {name}")

    def _changed(self, held: dict[str, Any], name: str) -> None:
        self._changes += 1
        fact = held.get(name)
        if fact is not None:
            fact.has_changed()

    def _row(self, value: tuple[Any, ...], before: Any) -> tuple[Any, ...]:
        old = before if isinstance(before, tuple) else ()
        known = {_id(thing): thing for thing in old if _id(thing)}
        places = iter([thing for thing in old if not _id(thing)])
        new = tuple(
            self._mirrored(one, known.pop(_id(one), _NOTHING) if _id(one) else next(places, _NOTHING)) for one in value
        )
        return old if before is old and _identical(old, new) else new

    def _named(self, value: Mapping[Any, Any], before: Any) -> Mapping[Any, Any]:
        old = before if isinstance(before, dict) else {}
        new = {key: self._mirrored(one, old.get(key, _NOTHING)) for key, one in value.items()}
        same_order = before is old and _identical(tuple(old), tuple(new), equal=True)
        return old if same_order and _identical(tuple(old.values()), tuple(new.values())) else new


def _identical(old: tuple[Any, ...], new: tuple[Any, ...], equal: bool = False) -> bool:
    return len(old) == len(new) and all(
        one is other or (equal and one == other) for one, other in zip(old, new, strict=True)
    )


def _blank(kind: type, value: Any) -> Any:
    mirror: Any = object.__new__(kind)
    if isinstance(value, BaseModel):
        object.__setattr__(mirror, "__pydantic_extra__", None)
        object.__setattr__(mirror, "__pydantic_fields_set__", set())
    return mirror


@cache
def _field_names(kind: Any) -> tuple[str, ...]:
    return tuple(kind.model_fields) if issubclass(kind, Shape) else tuple(field.name for field in fields_of(kind))


def _id(thing: Any) -> str:
    """By which a thing in a list is known again: its id, with its kind."""
    if not isinstance(thing, Shape):
        return ""
    source = thing.__dict__.get(_SOURCE, thing)
    name = source.__dict__.get("id")
    return f"{type(source).__name__} {name}" if name else ""


def _kind(thing: Any) -> Any:
    return type(thing)
