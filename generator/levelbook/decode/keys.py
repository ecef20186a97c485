"""Mistakes in the keys of a mapping: unknown, missing, empty, alone, or not to be had together."""

import re
from collections.abc import Iterator

from levelbook.decode.compose import Composed
from levelbook.decode.guess import brief, guess
from levelbook.decode.shapes import Part, fields, required, walk
from levelbook.decode.tree import Listing, Mapping, Spot, Text
from levelbook.model.base import TWIN, Reasoned, Shape
from levelbook.problems import Place, Problem

_WORD = re.compile(r"[A-Za-z_]+")


def mistakes(file: str, shape: type[Shape], composed: Composed) -> Iterator[Problem]:
    """Everything that can be said of a file's keys without looking at its values."""
    unknown: set[tuple[int, str]] = set()
    for part in walk(shape, composed.root):
        for key in part.node:
            if not _known(part.shape, key):
                unknown.add((id(part.node), key))
                yield _unknown(file, part, key)
        yield from _missing(file, part)
        yield from _twins(file, part)
        yield from _choice(file, part)
    for holder, key in composed.empty:
        if (id(holder), key) not in unknown:
            yield _empty(file, holder, key)


def _known(shape: type[Shape], key: str) -> bool:
    if key in fields(shape):
        return True
    twin = TWIN.fullmatch(key)
    return bool(twin and shape.may_have_twin(twin["base"]))


def _unknown(file: str, part: Part, key: Text) -> Problem:
    known = fields(part.shape)
    facts: dict[str, object] = {"key": brief(key)}
    variant = ""
    if not _WORD.fullmatch(key):
        cut = part.node.flow and not part.node[key] and isinstance(part.node[key], Text)
        variant = "comma" if cut else "colon"
    else:
        near = guess(key, known)
        variant = "near" if near else "text"
        facts |= {"known": tuple(known), "guess": near}
    return Problem("unknown-key", _at(file, key.spot), variant=variant, facts=facts)


def _missing(file: str, part: Part) -> Iterator[Problem]:
    for key in required(part.shape):
        if key not in part.node:
            yield Problem("key-missing", _at(file, part.node.spot), facts={"key": key})


def _twins(file: str, part: Part) -> Iterator[Problem]:
    for key, value in part.node.items():
        twin = TWIN.fullmatch(key)
        if twin and key not in fields(part.shape) and part.shape.may_have_twin(twin["base"]):
            if twin["base"] not in part.node:
                yield Problem("twin-alone", _at(file, key.spot), facts={"key": key, "base": twin["base"]})
            if not isinstance(value, Text):
                yield Problem("value-wrong", _at(file, value.spot), variant="text")


def _choice(file: str, part: Part) -> Iterator[Problem]:
    if not issubclass(part.shape, Reasoned):
        return
    node = part.node
    if any(node.at(key) == "" or not _known(part.shape, key) for key in node):
        return
    wrong = part.shape.choice({str(key) for key, value in node.items() if value})
    if wrong:
        variant, keys = wrong
        spot = node.spot if variant == "neither" else (node.key(keys[-1]) or node).spot
        yield Problem("choose-one", _at(file, spot), variant=variant, facts={"keys": keys})


def _empty(file: str, holder: Mapping | Listing, key: Text) -> Problem:
    if isinstance(holder, Listing):
        return Problem("value-empty", _at(file, key.spot), variant="item")
    return Problem("value-empty", _at(file, key.spot), facts={"key": brief(key)})


def _at(file: str, spot: Spot) -> Place:
    return Place(file, spot.line, spot.column)
