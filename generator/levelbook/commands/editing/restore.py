"""Puts back what was deleted although a release has had it: from the facts of the last release."""

from collections.abc import Iterator
from typing import Any

from levelbook.checks.names import Thing
from levelbook.commands.editing.cells import added
from levelbook.commands.editing.outcome import Edit
from levelbook.commands.editing.places import Item, find_item, items_of
from levelbook.commands.editing.problem import refused
from levelbook.loading.edit.items import in_braces
from levelbook.loading.nodes import Mapping
from levelbook.model.history import Fact, FactTable
from levelbook.model.statement import lead_of
from levelbook.problems import Place


def restored(edit: Edit, code: str) -> Thing | None:
    """An indicator that is gone, back in the cell it stood in; nothing where the code is not gone."""
    ledger, names = edit.ctx.ledger, edit.ctx.names
    if code not in ledger.known or code in ledger.now or any(one.place.file for one in names.codes.get(code, ())):
        return None
    published = edit.folder.history.history.published
    fact = published.get(code)
    head, dot, key = code.partition(".")
    if dot and (names.get(names.homes.get(head, ""), key) or head not in names.homes):
        return None
    if fact is None or fact.get("kind") != "indicator":
        raise refused("not_kept", code, value=code)
    home = ledger.now.get(str(fact["in"]), str(fact["in"]))
    owners = [one for one in names.codes.get(home, ()) if one.kind == "competency" and one.place.file]
    level = str(fact.get("level") or "")
    root = edit.space.root(owners[0].place.file) if owners else Mapping()
    levels = root.at("levels")
    if not owners or (level and not (isinstance(levels, Mapping) and level in levels)):
        raise refused("no_place_for", code, value=code, home=home, level=level)
    pairs = {"id": code, **_words_of(fact)}
    first, *rest = (f"{key}: {in_braces(value)}" for key, value in pairs.items())
    path = owners[0].place.file
    before = _before(published, fact, {str(item.node.at("id")) for item in _there(edit, path, level)})
    added(edit, path, level, [f"- {first}", *(f"  {line}" for line in rest)], in_braces(pairs), before)
    edit.tell("put_back", value=code, text=str(fact["text"]))
    span = find_item(edit.space, path, code).node.span
    return Thing("indicator", owners[0].sequence, code, Place(path, span.line, span.column), False, str(fact["text"]))


def _words_of(fact: Fact) -> dict[str, Any]:
    """What it said, in every language; where it had items these, with what led them in."""
    texts = dict(_said(fact, "text"))
    kept = dict((*_said(fact, "name"), *_said(fact, "depth")))
    if fact.get("negative"):
        kept["negative"] = "true"
    listed = [dict(item) for item in fact.get("items", ())]
    if not listed:
        return {**texts, **kept}
    live = [item for item in listed if "retired" not in item] or listed
    leads = {key: lead_of(whole, [str(item.get(key, "")) for item in live]) for key, whole in texts.items()}
    return {**{key: lead for key, lead in leads.items() if lead}, "items": listed, **kept}


def _said(fact: Fact, base: str) -> Iterator[tuple[str, str]]:
    """A text with its translations."""
    yield from ((key, str(text)) for key, text in fact.items() if key == base or key.startswith(f"{base}_"))


def _there(edit: Edit, path: str, level: str) -> Iterator[Item]:
    """The indicators that stand in a cell."""
    every = (item for item in items_of(edit.space, path) if item.level == level)
    yield from (item for item in every if isinstance(item.node, Mapping))


def _before(published: FactTable, fact: Fact, there: set[str]) -> str:
    """The nearest indicator that stood before one in its cell, and still does."""
    cell = [(other["n"], code) for code, other in published.items() if _beside(other, fact) and code in there]
    return max((place for place in cell if place[0] < fact["n"]), default=(0, ""))[1]


def _beside(other: Fact, fact: Fact) -> bool:
    keys = ("kind", "in", "level")
    return all(other.get(key) == fact.get(key) for key in keys)
