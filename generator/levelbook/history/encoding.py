"""Shapes of the model as JSON values: their facts, by the names that the data have for them."""

from decimal import Decimal
from enum import StrEnum
from typing import Any

from levelbook.history.fact_fields import FACTS, RENAMED
from levelbook.model.base import Shape


def encoded(shape: Shape) -> dict[str, Any]:
    """What is a fact of a shape, without what is as if nobody had said it; translations behind their texts."""
    facts: dict[str, Any] = {}
    kind = type(shape)
    for name in FACTS[kind]:
        value = getattr(shape, name)
        field = kind.model_fields[name]
        if value is not None and (field.is_required() or value != field.get_default(call_default_factory=True)):
            key = fact_key(kind, name)
            facts[key] = jsonable(value)
            facts |= {f"{key}_{language}": text for (of, language), text in _sorted_twins(shape) if of == name}
    return facts


def fact_key(kind: type[Shape], name: str) -> str:
    """What a field is called in a fact: as in the data, but where that means something else there."""
    alias = kind.model_fields[name].alias or name
    return RENAMED.get(alias, alias)


def jsonable(value: Any) -> Any:
    """A value of the model as JSON has it; figures as exact texts, a shape with its short key alone as a plain text."""
    match value:
        case Shape():
            facts = encoded(value)
            return facts[value.SHORT] if value.SHORT and facts.keys() == {value.SHORT} else facts
        case Decimal():
            return figure(value)
        case StrEnum():
            return value.value
        case tuple() | list():
            return [jsonable(one) for one in value]
        case dict():
            return {key: jsonable(one) for key, one in value.items()}
    return value


def figure(value: Decimal) -> str:
    """A figure in the one way that all equal figures are written."""
    plain = format(value, "f")
    shortened = plain.rstrip("0").rstrip(".") if "." in plain else plain
    return "0" if shortened in ("-0", "") else shortened


def _sorted_twins(shape: Shape) -> list[tuple[tuple[str, str], str]]:
    return sorted(shape.twins.items())
