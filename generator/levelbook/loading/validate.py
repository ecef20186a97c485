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
from dataclasses import replace
from itertools import islice
from typing import Any, Final, TypeVar

from pydantic import ValidationError

from levelbook.loading.nodes import Listing, Mapping, Node, Text
from levelbook.loading.rewrites import Rewriting, rewritten
from levelbook.loading.suggest import shown, suggest
from levelbook.model import limits
from levelbook.model.base import Shape
from levelbook.model.values import half_width
from levelbook.problems import Cure, Place, Problem

S = TypeVar("S", bound=Shape)

MAX_PROBLEMS: Final = 1000
"""Of one sort, told of one file; a file with more is not mended line by line."""

_WORDS: Final = 3
"""In characters: nothing shorter is a reason."""
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
            problem = _problem(file, node, kind, context)
            keys = [step for step in misfit["loc"] if isinstance(step, str) and step not in ("text", "mapping", "list")]
            if keys[-1:] == ["id"] and (problem.code, problem.variant) == ("value-wrong", "id"):
                problem = replace(problem, variant="own-id")
            yield _of_retired(problem, node) if keys[-1:] == ["retired"] else _with_cure(problem, node)


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


def _with_cure(problem: Problem, node: Node) -> Problem:
    """The problem with what to write instead, where only one thing can be meant."""
    if not isinstance(node, Text) or problem.code != "value-wrong":
        return problem
    if problem.variant == "digits":
        return replace(problem, cure=_cure(node, Rewriting(str(problem.facts["right"]))))
    rewriting = _of_word(node, problem) if problem.variant == "word" else rewritten(str(node), problem.variant)
    if rewriting is None:
        return replace(problem, variant="id") if problem.variant == "own-id" else problem
    facts = {"value": problem.facts["value"], "right": rewriting.text}
    return replace(problem, variant="write", facts=facts, cure=_cure(node, rewriting))


def _of_word(node: Text, problem: Problem) -> Rewriting | None:
    """One of the words for this, written in capitals or with blanks."""
    plain = re.sub(r"[\s-]+", "_", half_width(node).strip().lower())
    words = problem.facts["words"]
    assert isinstance(words, tuple)
    answer = rewritten(str(node), "yes-no")
    if answer and {"yes", "no"} <= set(words):
        return Rewriting("yes" if answer.text == "true" else "no")
    return next((Rewriting(word) for word in words if word in (plain, plain.replace("_", "-"))), None)


def _of_retired(problem: Problem, node: Node) -> Problem:
    """The reason has a key of its own; whoever writes it without means just that."""
    if problem.variant != "mapping" or not isinstance(node, Text):
        return problem
    value, yes = str(node), rewritten(str(node), "yes-no")
    if value.lower() in ("true", "false", "yes", "no") or yes or rewritten(f"{value} ", "date") or len(value) < _WORDS:
        return replace(problem, variant="retired")
    right = f"{{why: {_quoted(value)}}}"
    return replace(problem, variant="retired-text", facts={"right": right}, cure=_cure(node, Rewriting(right)))


def _quoted(value: str) -> str:
    """A text that can stand in braces."""
    plain = re.fullmatch(r"[^\W\d][^,:#\[\]{}\"'\n]*", value)
    return value if plain else "'" + value.replace("'", "''") + "'"


def _cure(node: Text, rewriting: Rewriting) -> Cure:
    return Cure(node.span.start, node.span.end, rewriting.text, rewriting.is_safe)


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
