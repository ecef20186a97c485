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


def replaced(ctx: CheckContext) -> Iterator[Problem]:
    """What replaces an ended thing is not replaced by it again."""
    yield from _circles([step for place in ctx.parts() for step in _replacements(ctx, *place)], "replaced_by")


def rows(ctx: CheckContext) -> Iterator[Problem]:
    """A form has the rows of another one, which has its own in the end."""
    for _, data_file, part in ctx.parts():
        if part.shape is Plan:
            forms = [form for form in data_file.parts() if form.shape is Form and form.text("id") is not None]
            named = [(str(form.text("id")), form.text("rows")) for form in forms]
            steps = [_row_step(data_file, name, rows) for name, rows in named if rows is not None]
            yield from _circles(steps, "rows")


def positions(ctx: CheckContext) -> Iterator[Problem]:
    """Nobody reports to those who report to them, and no position follows itself."""
    for key in ("reports_to", "next"):
        yield from _circles(list(_positions(ctx, key)), key)


def _positions(ctx: CheckContext, key: str) -> Iterator[_Step]:
    for files in ctx.folder.sequences.values():
        for position, data_file in files.positions.items():
            named = data_file.root.at(key) if data_file.value else None
            if isinstance(named, Text):
                yield _Step(("", files.id, position), ("", files.id, str(named)), data_file.place(named), str(named))


def _row_step(data_file: DataFile[Any], name: str, rows: Text) -> _Step:
    return _Step(("", "", name), ("", "", str(rows)), data_file.place(rows), str(rows))


def _replacements(ctx: CheckContext, sequence: str, data_file: DataFile[Any], part: SchemaPart) -> Iterator[_Step]:
    end = part.node.at("retired")
    start = _key_of_part(sequence, data_file, part) if isinstance(end, Mapping) else None
    for address in SchemaPart(Retired, end).listed("replaced_by") if start else ():
        thing = ctx.names.find(address, sequence)
        target = _key_of_thing(thing) if isinstance(thing, Thing) else None
        if target is None and part.shape is Concept:
            target = ("concept", "", str(address))
        if start and target:
            yield _Step(start, target, data_file.place(address), str(address))


def _key_of_part(sequence: str, data_file: DataFile[Any], part: SchemaPart) -> Key | None:
    """What a part is known by; nothing where it can be no end of an address."""
    if part.shape in (Competency, Position):
        return ("file", "", data_file.file)
    if part.shape is SequenceHead:
        return ("sequence", sequence, "")
    id_text = part.text("id")
    if id_text is None:
        return None
    if part.shape in _CODED:
        return ("code", "", str(id_text))
    if part.shape is Concept:
        return ("concept", "", str(id_text))
    return ("id", sequence, str(id_text)) if part.shape in KINDS else None


def _key_of_thing(thing: Thing) -> Key:
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
    """Things that lead to each other have the same number: Tarjan's strongly connected components, without recursion.

    Every thing gets a number in the order in which it is reached, and the lowest such number that it reaches back to.
    One that reaches back to nothing before itself closes a knot: all that was put on the stack since.
    """
    after: dict[Key, list[Key]] = {}
    for step in steps:
        after.setdefault(step.start, []).append(step.end)
        after.setdefault(step.end, [])
    order: dict[Key, int] = {}
    low: dict[Key, int] = {}
    knots: dict[Key, int] = {}
    stack: list[Key] = []
    for first in after:
        walk = [] if first in order else [(first, iter(after[first]))]
        while walk:
            current, left = walk[-1]
            if current not in order:
                order[current] = low[current] = len(order)
                stack.append(current)
            unsettled = (thing for thing in left if thing not in knots)
            other = next((thing for thing in unsettled if not _on_the_way(order, low, current, thing)), None)
            if other is not None:
                walk.append((other, iter(after[other])))
                continue
            walk.pop()
            if walk:
                low[walk[-1][0]] = min(low[walk[-1][0]], low[current])
            if low[current] == order[current]:
                while current not in knots:
                    knots[stack.pop()] = order[current]
    return knots


def _on_the_way(order: dict[Key, int], low: dict[Key, int], current: Key, other: Key) -> bool:
    """Whether a thing is already on the way, which then reaches back as far."""
    if other in order:
        low[current] = min(low[current], order[other])
    return other in order
