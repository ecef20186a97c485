"""Mistakes in the keys of a mapping: unknown, missing, empty, alone, or not to be had together."""

import re
from collections.abc import Iterator, Set

from levelbook.loading.nodes import Listing, Span, Text
from levelbook.loading.parser import Composed, Empty
from levelbook.loading.schema_walk import SchemaPart, fields, required, walk
from levelbook.loading.slips.key_names import keys_meant
from levelbook.loading.suggest import brief, shown, suggest
from levelbook.loading.translations import Languages, base_of, is_twin, possible, wrong_twin
from levelbook.model.base import Reasoned, Shape
from levelbook.problems import Cure, Place, Problem
from levelbook.text import signs

_WORD = re.compile(r"[A-Za-z_]+")


def mistakes(file: str, shape: type[Shape], composed: Composed, languages: Languages) -> Iterator[Problem]:
    """Everything that can be said of a file's keys without looking at its values."""
    unknown: set[tuple[int, str]] = set()
    for part in walk(shape, composed.root):
        guesses: set[object] = set()
        for key in part.node:
            if not _known(part.shape, key, languages):
                unknown.add((id(part.node), key))
                problem = _unknown(file, part, key, languages)
                guesses |= {problem.facts.get("right"), problem.facts.get("guess")}
                yield problem
        yield from _missing(file, part, guesses)
        yield from _twins(file, part, languages)
        yield from _choice(file, part, languages)
    for empty in composed.empty:
        if (id(empty.holder), empty.at) not in unknown:
            yield _empty(file, empty)


def _known(shape: type[Shape], key: str, languages: Languages) -> bool:
    return key in fields(shape) or is_twin(shape, key, languages)


def _unknown(file: str, part: SchemaPart, key: Text, languages: Languages) -> Problem:
    facts: dict[str, object] = {"key": brief(key)}
    twin = wrong_twin(part.shape, key, languages)
    meant = [name for name in keys_meant(key, fields(part.shape)) if name not in part.node]
    if meant:
        cure = Cure(key.span.start, key.span.end, meant[0], is_safe=len(meant) == 1)
        facts["right"] = meant[0]
        return Problem("unknown-key", _at(file, key.span), variant="name", facts=facts, cure=cure)
    if not _WORD.fullmatch(key):
        cut = part.node.flow and not part.node[key] and isinstance(part.node[key], Text)
        variant = "comma" if cut else "colon"
    elif twin:
        variant = twin[0]
        facts |= twin[1]
    else:
        known = fields(part.shape)
        near = suggest(key, (*known, *possible(part.shape, languages)))
        variant = "near" if near else "text"
        facts |= {"known": tuple(known), "guess": near}
    return Problem("unknown-key", _at(file, key.span), variant=variant, facts=facts)


def _missing(file: str, part: SchemaPart, guesses: Set[object]) -> Iterator[Problem]:
    """Keys that must be there; not those that are, under a wrong name."""
    for key in required(part.shape):
        if key not in part.node and key not in guesses and part.shape.INSTEAD.get(key) not in part.node:
            yield Problem("key-missing", _at(file, part.node.span), facts={"key": key})


def _twins(file: str, part: SchemaPart, languages: Languages) -> Iterator[Problem]:
    for key, value in part.node.items():
        if key in fields(part.shape) or not is_twin(part.shape, key, languages):
            continue
        base = base_of(key)
        if base not in part.node:
            yield Problem("twin-alone", _at(file, key.span), facts={"key": key, "base": base})
        if not isinstance(value, Text):
            yield Problem("value-wrong", _at(file, value.span), variant="text", facts={"value": shown(value)})


def _choice(file: str, part: SchemaPart, languages: Languages) -> Iterator[Problem]:
    if not issubclass(part.shape, Reasoned):
        return
    node = part.node
    if any(node.at(key) == "" or not _known(part.shape, key, languages) for key in node):
        return
    wrong = part.shape.choice({str(key) for key, value in node.items() if value})
    if wrong:
        variant, keys = wrong
        span = node.span if variant == "neither" else (node.key(keys[-1]) or node).span
        yield Problem("choose-one", _at(file, span), variant=variant, facts={"keys": keys})


def _empty(file: str, empty: Empty) -> Problem:
    place = _at(file, empty.at.span)
    if empty.written:
        unseen = empty.written.strip(" \t\n\r")[:1]
        facts = {"sign": signs.named(unseen)} if unseen else {}
        return Problem("value-empty", place, variant="unseen" if unseen else "blank", facts=facts)
    if isinstance(empty.holder, Listing):
        return Problem("value-empty", place, variant="item")
    return Problem("value-empty", place, facts={"key": brief(empty.at)})


def _at(file: str, span: Span) -> Place:
    return Place(file, span.line, span.column)
