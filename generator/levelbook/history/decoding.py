"""From facts back to shapes of the model: what is a fact comes from the table, everything else from the newest shape.

The values of a fact are read by the types of the model, key by key, as a whole shape would be held to rules that only a
file has to meet. A list of sentences without ids gets the notes of the newest one that says the same; a note about a
sentence that read otherwise then is left out, as it would be about something that does not stand there.
"""

from collections.abc import Mapping
from functools import cache
from typing import Annotated, Any, TypeVar, cast

from pydantic import TypeAdapter

from levelbook.history.encoding import fact_key
from levelbook.history.fact_fields import FACTS
from levelbook.model.base import TWIN, Shape
from levelbook.model.competency import Document
from levelbook.model.history import Fact

S = TypeVar("S", bound=Shape)
D = TypeVar("D", bound=Document)


def decoded(kind: type[S], fact: Fact, newest: S | None, **given: Any) -> S:
    """A shape with the values of a fact; `given` are those that are no facts, or stand in lines of their own."""
    values: dict[str, Any] = {}
    names = set(FACTS[kind])
    for name in kind.model_fields:
        key = fact_key(kind, name)
        if name in given:
            values[name] = given[name]
        elif name in names and key in fact:
            read = adapter(kind, name).validate_python(fact[key])
            values[name] = _with_beside(read, getattr(newest, name, None))
        elif name not in names and newest is not None:
            values[name] = getattr(newest, name)
    shape = kind.model_construct(_fields_set=set(values), **values)
    shape._line = newest.line if newest else 0
    shape._twins = _twins(kind, fact, newest)
    return cast(S, shape)


def placed(document: D, newest: D | None, file: str, key: str) -> D:
    """A file's shape, told where it stands."""
    return document.placed(newest.file if newest and newest.file else file, key)


@cache
def adapter(kind: type[Shape], name: str) -> TypeAdapter[Any]:
    """What reads the values of a key."""
    field = kind.model_fields[name]
    annotation: Any = field.annotation
    for mark in field.metadata:
        annotation = Annotated[annotation, mark]
    return TypeAdapter(annotation)


def _twins(kind: type[Shape], fact: Fact, newest: Shape | None) -> dict[tuple[str, str], str]:
    """The translations of a fact, and those of what is none."""
    names = set(FACTS[kind])
    twins = {of: text for of, text in (newest.twins if newest else {}).items() if of[0] not in names}
    by_key = {fact_key(kind, name): name for name in names}
    for key, text in fact.items():
        match = TWIN.fullmatch(key)
        if match and match["base"] in by_key and isinstance(text, str):
            twins[by_key[match["base"]], match["language"]] = text
    return twins


def _with_beside(read: Any, newest: Any) -> Any:
    """A value with what is no fact in it, from the newest one that says the same."""
    if isinstance(read, Shape) and isinstance(newest, Shape) and type(read) is type(newest):
        return _shape_with_beside(read, newest)
    if isinstance(read, tuple) and isinstance(newest, tuple) and any(isinstance(one, Shape) for one in read):
        waiting = list(newest)
        return tuple(_with_beside(one, _same(one, waiting)) for one in read)
    return read


def _same(shape: Any, waiting: list[Any]) -> Any:
    found = next((one for one in waiting if _saying(one) == _saying(shape)), None)
    if found is not None:
        waiting.remove(found)
    return found


def _saying(shape: Any) -> tuple[Any, ...]:
    """By what one of a list is known: its id, else its words."""
    key = getattr(shape, "id", None)
    return (key,) if key else tuple(getattr(shape, name, None) for name in ("name", "text", "lowest", "points"))


def _shape_with_beside(read: Shape, newest: Shape) -> Shape:
    facts = FACTS[type(read)]
    values: Mapping[str, Any] = {
        name: _with_beside(getattr(read, name), getattr(newest, name)) if name in facts else getattr(newest, name)
        for name in type(read).model_fields
    }
    shape = type(read).model_construct(_fields_set=read.model_fields_set | newest.model_fields_set, **values)
    shape._line = newest.line
    shape._twins = {of: text for of, text in newest.twins.items() if of[0] not in facts} | read.twins
    return shape
