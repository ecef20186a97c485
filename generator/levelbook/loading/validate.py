"""From a tree to values of the model; what does not fit becomes a problem at its place."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Any, Final, TypeVar

from pydantic import ValidationError

from levelbook.loading.nodes import Listing, Mapping, Node
from levelbook.loading.suggest import shown, suggest
from levelbook.model import limits
from levelbook.model.base import Shape
from levelbook.problems import Place, Problem

S = TypeVar("S", bound=Shape)

MOST: Final = 1000
"""How many mistakes of one sort are told of a file; a file with more is not mended line by line."""

_TOLD_BY_KEYS: Final = frozenset({"extra_forbidden", "missing", "choose-one", "string_too_short"})
_VARIANTS: Final = {
    "string_type": "text",
    "model_type": "mapping",
    "model_attributes_type": "mapping",
    "dict_type": "mapping",
    "tuple_type": "list",
    "int_parsing": "count",
    "int_from_float": "count",
    "int_type": "count",
    "greater_than_equal": "count",
    "bool_parsing": "yes-no",
    "bool_type": "yes-no",
    "enum": "word",
    "literal_error": "word",
    "union_tag_invalid": "form",
}
_TOO_MUCH: Final = {"string_too_long": "long", "too_long": "many"}


def validate(file: str, shape: type[S], root: Node) -> tuple[S | None, list[Problem]]:
    """The value of a tree, or every reason why it is none."""
    folders = file.split("/")
    home = folders[1] if folders[0] == "sequences" and len(folders) > 2 else ""
    try:
        return shape.model_validate(root, context={"home": home}), []
    except ValidationError as error:
        return None, list(islice(_problems(file, root, error), MOST))


def _problems(file: str, root: Node, error: ValidationError) -> Iterator[Problem]:
    for one in error.errors(include_url=False, include_input=False):
        told = one["type"] == "string_too_long" and one["ctx"]["max_length"] == limits.TEXT  # as of every text
        if told or one["type"] in _TOLD_BY_KEYS:
            continue
        node = _find(root, one["loc"])
        if node != "":
            yield _problem(file, node, one["type"], one.get("ctx", {}))


def _problem(file: str, node: Node, kind: str, context: dict[str, Any]) -> Problem:
    place = Place(file, node.spot.line, node.spot.column)
    if kind in _TOO_MUCH:
        facts = {"limit": context["max_length"], "n": len(node)}
        return Problem("limit-exceeded", place, variant=_TOO_MUCH[kind], facts=facts)
    ours = kind in ("value-wrong", "limit-exceeded")
    variant = context["expected"] if ours else _VARIANTS.get(kind, "other")
    facts = {"value": shown(node)} | {name: fact for name, fact in context.items() if ours and name != "expected"}
    if variant == "word":
        words = re.findall(r"'([^']*)'", str(context["expected"]))
        facts |= {"words": tuple(words), "guess": suggest(str(node), words)}
    return Problem(kind if ours else "value-wrong", place, variant=variant, facts=facts)


def _find(node: Node, path: tuple[int | str, ...]) -> Node:
    """The node an error is about; a key's own node where the key is wrong."""
    holder, last = Mapping(), ""
    for step in path:
        if step == "[key]":
            return holder.key(last) or node
        if isinstance(node, Mapping) and isinstance(step, str) and step in node:
            holder, last, node = node, step, node.at(step)
        elif isinstance(node, Listing) and isinstance(step, int) and step < len(node):
            node = node[step]
    return node
