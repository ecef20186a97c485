"""Which keys of a shape exclude each other, or must not all be missing, as rules of a JSON Schema."""

from itertools import combinations
from typing import Any

from levelbook.catalogue import Catalogue
from levelbook.model.base import REASONS, Reasoned, Shape


def choice_rules(shape: type[Shape], words: Catalogue) -> list[dict[str, Any]]:
    """What `Reasoned.choice` and `Shape.INSTEAD` say, each rule with its sentence; nothing for other shapes."""
    if not issubclass(shape, Reasoned):
        return [_instead(key, other, words) for key, other in shape.INSTEAD.items()]
    pairs = [*combinations(REASONS, 2), *combinations(shape.EXCLUSIVE, 2)]
    pairs += [(content, reason) for content in shape.CONTENT for reason in REASONS]
    rules = [
        _never(_any_of(pairs), words("schema.both", keys=_listed(sorted({key for pair in pairs for key in pair}))))
    ]
    if shape.CONTENT:
        enough = [(key,) for key in (*shape.CONTENT, *REASONS, *shape.EXCUSES)]
        empty = {"type": "object", "not": {"anyOf": _required(enough)}}
        sentence = words("schema.neither", content=_listed(shape.CONTENT), reasons=_listed(REASONS))
        rules.append(_never(empty, sentence))
    return rules


def _instead(key: str, other: str, words: Catalogue) -> dict[str, Any]:
    """One of two keys must be there."""
    empty = {"type": "object", "not": {"anyOf": _required([(key,), (other,)])}}
    return _never(empty, words("schema.instead", key=key, other=other))


def _never(what: dict[str, Any], sentence: str) -> dict[str, Any]:
    """A rule with a sentence of its own: editors show one beside a value that must be another, not beside a `not`."""
    return {"if": what, "then": {"const": "", "errorMessage": sentence}}


def _any_of(pairs: list[tuple[str, str]]) -> dict[str, Any]:
    return {"type": "object", "anyOf": _required(pairs)}


def _required(choices: Any) -> list[dict[str, list[str]]]:
    return [{"required": list(keys)} for keys in choices]


def _listed(keys: Any) -> str:
    return ", ".join(keys)
