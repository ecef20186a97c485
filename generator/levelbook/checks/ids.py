"""Is every id given once?"""

from collections.abc import Iterator
from typing import Any, Final

from levelbook.checks.context import CheckContext, error
from levelbook.checks.names import Thing
from levelbook.loading.data_file import DataFile
from levelbook.loading.nodes import Listing, Mapping, Text
from levelbook.loading.schema_walk import SchemaPart
from levelbook.model.base import Shape
from levelbook.model.competency import Indicator
from levelbook.model.growth import Actions, Edition, Form, FormField, Plan, Syllabus
from levelbook.model.handbook import ConceptsFile, HandbookHead
from levelbook.model.position import Weights
from levelbook.model.scale import ScalesFile
from levelbook.problems import Problem

_LISTS: Final[dict[type[Shape], tuple[str, ...]]] = {
    HandbookHead: ("families",),
    ScalesFile: ("scales",),
    ConceptsFile: ("concepts",),
    Actions: ("types",),
    Plan: ("roles",),
    Form: ("fields", "rows"),
    FormField: ("fields",),
    Syllabus: ("editions",),
    Edition: ("chapters",),
    Weights: ("readings",),
    Indicator: ("items",),
}
"""Lists whose ids count within the list."""


def clashes(ctx: CheckContext) -> Iterator[Problem]:
    """Ids of one sequence that name two things."""
    for things in ctx.names.ids.values():
        for same in things.values():
            for first, thing in _doubles(same):
                yield error("id-clash", thing.place, id=thing.name, first=first.place)


def _doubles(same: list[Thing]) -> Iterator[tuple[Thing, Thing]]:
    """A chapter has one id in all editions; everything else an id of its own."""
    for thing in same[1:]:
        if not (thing.kind == "chapter" and all(other.kind == "chapter" for other in same)):
            yield same[0], thing


def in_lists(ctx: CheckContext) -> Iterator[Problem]:
    """Ids that a list gives twice."""
    for _, data_file, part in ctx.parts():
        for key in _LISTS.get(part.shape, ()):
            yield from _in_list(data_file, part, key)


def _in_list(data_file: DataFile[Any], part: SchemaPart, key: str) -> Iterator[Problem]:
    seen: dict[str, Text] = {}
    items = part.node.at(key)
    for item in items if isinstance(items, Listing) else ():
        id_text = item.at("id") if isinstance(item, Mapping) else None
        if isinstance(id_text, Text):
            if id_text in seen:
                yield error("id-clash", data_file.place(id_text), id=id_text, first=data_file.place(seen[id_text]))
            seen.setdefault(id_text, id_text)
