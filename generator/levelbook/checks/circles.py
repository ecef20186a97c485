"""Does what leads on from one thing to another ever come to an end?"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from levelbook.checks.context import CheckContext, error
from levelbook.checks.names import KINDS, Thing
from levelbook.loading.data_file import DataFile
from levelbook.loading.nodes import Mapping, Text
from levelbook.loading.schema_walk import SchemaPart
from levelbook.model.base import Retired
from levelbook.model.competency import Competency, Indicator
from levelbook.model.growth import Action, Form, Plan
from levelbook.model.handbook import Concept
from levelbook.model.position import Position
from levelbook.model.sequence import SequenceHead
from levelbook.problems import Place, Problem

_CODED: Final = (Indicator, Action)
Key = tuple[str, str, str]
"""What tells a thing from all others: its kind, its sequence or file, its name."""


@dataclass(frozen=True)
class _Step:
    """That something leads on to another thing."""

    start: Key
    end: Key
    place: Place
    name: str


def replaced(view: CheckContext) -> Iterator[Problem]:
    """What replaces an ended thing is not replaced by it again."""
    steps = [step for sequence, sheet, part in view.parts() for step in _replacements(view, sequence, sheet, part)]
    yield from _circles(steps, "replaced_by")


def rows(view: CheckContext) -> Iterator[Problem]:
    """A form has the rows of another one, which has its own in the end."""
    for _, sheet, part in view.parts():
        if part.shape is Plan:
            forms = [one for one in sheet.parts() if one.shape is Form and one.text("id") is not None]
            named = [(str(one.text("id")), one.text("rows")) for one in forms]
            steps = [_form(sheet, name, rows) for name, rows in named if rows is not None]
            yield from _circles(steps, "rows")


def positions(view: CheckContext) -> Iterator[Problem]:
    """Nobody reports to those who report to them, and no position follows itself."""
    for key in ("reports_to", "next"):
        yield from _circles(list(_positions(view, key)), key)


def _positions(view: CheckContext, key: str) -> Iterator[_Step]:
    for branch in view.folder.branches.values():
        for own, sheet in branch.positions.items():
            named = sheet.root.at(key) if sheet.value else None
            if isinstance(named, Text):
                yield _Step(("", branch.id, own), ("", branch.id, str(named)), sheet.place(named), str(named))


def _form(sheet: DataFile[Any], name: str, rows: Text) -> _Step:
    return _Step(("", "", name), ("", "", str(rows)), sheet.place(rows), str(rows))


def _replacements(view: CheckContext, sequence: str, sheet: DataFile[Any], part: SchemaPart) -> Iterator[_Step]:
    end = part.node.at("retired")
    own = _own(sequence, sheet, part) if isinstance(end, Mapping) else None
    for address in SchemaPart(Retired, end).listed("replaced_by") if own else ():
        thing = view.names.find(address, sequence)
        target = _key(thing) if isinstance(thing, Thing) else None
        if target is None and part.shape is Concept:
            target = ("concept", "", str(address))
        if own and target:
            yield _Step(own, target, sheet.place(address), str(address))


def _own(sequence: str, sheet: DataFile[Any], part: SchemaPart) -> Key | None:
    """What a part is known by; nothing where it can be no end of an address."""
    if part.shape in (Competency, Position):
        return ("file", "", sheet.file)
    if part.shape is SequenceHead:
        return ("sequence", sequence, "")
    own = part.text("id")
    if own is None:
        return None
    if part.shape in _CODED:
        return ("code", "", str(own))
    if part.shape is Concept:
        return ("concept", "", str(own))
    return ("id", sequence, str(own)) if part.shape in KINDS else None


def _key(thing: Thing) -> Key:
    if thing.kind in ("competency", "position"):
        return ("file", "", thing.place.file)
    if thing.kind == "sequence":
        return ("sequence", thing.sequence, "")
    return ("code", "", thing.name) if thing.kind in ("indicator", "action") else ("id", thing.sequence, thing.name)


def _circles(steps: list[_Step], variant: str) -> Iterator[Problem]:
    """The steps that come back to where they begin."""
    part_of = _knots(steps)
    for step in steps:
        if step.start == step.end:
            yield error("circle", step.place, f"{variant}-self", id=step.name)
        elif part_of[step.start] == part_of[step.end]:
            yield error("circle", step.place, variant, id=step.name)


def _knots(steps: list[_Step]) -> dict[Key, int]:
    """By Tarjan's way, without recursion: things have one number that lead to each other."""
    after: dict[Key, list[Key]] = {}
    for step in steps:
        after.setdefault(step.start, []).append(step.end)
        after.setdefault(step.end, [])
    order: dict[Key, int] = {}
    low: dict[Key, int] = {}
    knot: dict[Key, int] = {}
    stack: list[Key] = []
    for first in after:
        walk = [] if first in order else [(first, iter(after[first]))]
        while walk:
            here, left = walk[-1]
            if here not in order:
                order[here] = low[here] = len(order)
                stack.append(here)
            other = next((one for one in left if one not in knot and not _seen(order, low, here, one)), None)
            if other is not None:
                walk.append((other, iter(after[other])))
                continue
            walk.pop()
            if walk:
                low[walk[-1][0]] = min(low[walk[-1][0]], low[here])
            if low[here] == order[here]:
                while here not in knot:
                    knot[stack.pop()] = order[here]
    return knot


def _seen(order: dict[Key, int], low: dict[Key, int], here: Key, other: Key) -> bool:
    """Whether a thing is already on the way, which then reaches back as far."""
    if other in order:
        low[here] = min(low[here], order[other])
    return other in order
