"""From a tree to values of the model; what does not fit becomes a problem at its place.

Pydantic checks the tree and finds every misfit in one go, each with a path of keys and numbers. `_find` walks that path
down the tree to the node and so to line and column. The path holds more than keys: tags of unions (`mapping`), `[key]`
for a key that does not fit; steps that lead nowhere in the tree are passed over, so that the last node reached counts.

Pydantic's messages are never shown. Our own errors (`value-wrong`, `limit-exceeded`, from model/values.py) carry in
`expected` the name of the sentence to tell; pydantic's own kinds are mapped to ours in `_VARIANTS`, and one that is not
in the table is told as `other`, in words that fit anything. Look there after a new major version of pydantic. Unknown,
missing and empty keys are left to `keys`, which can say more, and are only skipped here (`_TOLD_BY_KEYS`): what is
skipped here and not told there would leave a file without value and without problem, which `data_file` catches.
"""

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

MAX_PROBLEMS: Final = 1000
"""Of one sort, told of one file; a file with more is not mended line by line."""

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
        return None, list(islice(_problems(file, root, error), MAX_PROBLEMS))


def _problems(file: str, root: Node, error: ValidationError) -> Iterator[Problem]:
    for misfit in error.errors(include_url=False, include_input=False):
        kind, context = misfit["type"], misfit.get("ctx", {})
        told_of_every_text = kind == "string_too_long" and context["max_length"] == limits.TEXT
        if told_of_every_text or kind in _TOLD_BY_KEYS:
            continue
        node = _find(root, misfit["loc"])
        if node != "":
            yield _problem(file, node, kind, context)


def _problem(file: str, node: Node, kind: str, context: dict[str, Any]) -> Problem:
    place = Place(file, node.span.line, node.span.column)
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
